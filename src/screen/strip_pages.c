/* The pages of the strip: a note, a sign, who is here, things to say, a soft end. */
#include "activity/kind.h"
#include "screen/simple.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"
#include "screen/tongue.h"

static void about(Stage *stage, Tree *tree, Node *parent, const char *id)
{
    node_text(tree, parent, TYPE_SMALL, strip_word(stage, tree, id));
}

/* ---- own words ---- */

/* Where a child could read it, only dots stand there. */
static void add_field(Stage *stage, Tree *tree, Node *row, const char *label)
{
    Node *field = node_add(tree, row, ROLE_FIELD, "strip-typed", strip_word(stage, tree, label));
    field->look = LOOK_FIELD;
    field->field_text = tree_string(tree, stage->strip.typed);
    field->field_hint = field->name;
    field->field_max = FACT_BYTES;
    field->field_secret = !strip_apart(stage);
    field->field_begins = true;
    field->action = action_of(STRIP_VERB, "typed", 0);
    field->layout.grow = 1;
    field->layout.min_width = 240;
}

/* What came of the last thing that was to be noted. */
static void build_answer(Stage *stage, Tree *tree, Node *parent)
{
    const Strip *strip = &stage->strip;
    if (strip->noted || strip->said[0]) {
        Node *answer =
            node_text(tree, parent, TYPE_SMALL,
                      strip->noted ? strip_word(stage, tree, "ui.strip.noted") : strip->said);
        answer->key = "strip-answer";
        answer->icon = strip->noted ? "icon/kept" : NULL;
    }
}

static void build_typing(Stage *stage, Tree *tree, Node *parent, const char *label, const char *act)
{
    Node *row = strip_apart(stage) ? strip_row(stage, tree, parent) : parent;
    add_field(stage, tree, row, label);
    strip_act(stage, tree, row, act, "icon/check")->look = LOOK_PRIMARY;
    build_answer(stage, tree, parent);
}

/* ---- who is here ---- */

static void build_person(Stage *stage, const Person *person, int index, Tree *tree, Node *row)
{
    Node *choice = page_choice(tree, row, arena_format(tree->arena, "strip-person-%d", index),
                               person->name, NULL, action_of(STRIP_VERB, "person", index),
                               strip_is_here(stage, person->name));
    choice->name = arena_format(tree->arena, "%s: %s", strip_word(stage, tree, "ui.strip.present"),
                                person->name);
    choice->type = TYPE_SMALL;
}

static void build_present(Stage *stage, Tree *tree, Node *parent)
{
    const Case *family =
        record_case(keeper_record(strip_cove(stage)->keeper), strip_sitting(stage)->case_id);
    Node *row = strip_apart(stage) ? strip_row(stage, tree, parent) : parent;
    for (size_t i = 0; i < family->people_count; i++) {
        if (strip_may_name(stage, &family->people[i])) {
            build_person(stage, &family->people[i], (int)i, tree, row);
        }
    }
    build_typing(stage, tree, parent, "ui.strip.others", "keep-others");
}

/* ---- things to say ---- */

static const char *const prompts[] = {"ui.strip.prompt.how", "ui.strip.prompt.help",
                                      "ui.strip.prompt.know", "ui.strip.prompt.other"};
static const char *const joint_prompts[] = {"ui.strip.prompt.together",
                                            "ui.strip.prompt.next-time"};

static void add_prompt(Tree *tree, Node *parent, const char *words)
{
    node_text(tree, parent, TYPE_SMALL, arena_format(tree->arena, "\xe2\x80\x93 %s", words));
}

/* Those of the card of what is being played, in the helper's language. */
static void build_card(Stage *stage, Tree *tree, Node *parent)
{
    const Cove *cove = strip_cove(stage);
    const PlayRecord *play = record_play_open(keeper_record(cove->keeper), strip_sitting(stage));
    const Library *library = tongue_library(cove, (Id){""});
    const Module *module = play ? library_module(library, play->module) : NULL;
    const Activity *activity = module ? module_activity(module, play->activity) : NULL;
    if (!activity || !activity->adult) {
        return;
    }
    const char *const *sentences = activity->adult->prompts.items;
    for (size_t i = 0; i < activity->adult->prompts.count; i++) {
        const char *words = strings_get(library_strings(library, module), sentences[i], TIER_AD);
        if (words) {
            add_prompt(tree, parent, words);
        }
    }
}

void strip_prompts_build(Stage *stage, Tree *tree, Node *parent)
{
    for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++) {
        add_prompt(tree, parent, strip_word(stage, tree, prompts[i]));
    }
    for (size_t i = 0;
         strip_sitting(stage)->adult.text[0] && i < sizeof joint_prompts / sizeof *joint_prompts;
         i++) {
        add_prompt(tree, parent, strip_word(stage, tree, joint_prompts[i]));
    }
    build_card(stage, tree, parent);
}

/* ---- */

static void build_sign(Stage *stage, Tree *tree, Node *parent)
{
    about(stage, tree, parent, "ui.strip.sign.about");
    build_typing(stage, tree, parent, "ui.fact.sign.said", "keep-sign");
}

static void build_end(Stage *stage, Tree *tree, Node *parent)
{
    about(stage, tree, parent, "ui.strip.end.about");
    strip_act(stage, tree, parent, "end-now", "icon/door")->look = LOOK_PRIMARY;
}

void strip_page_build(Stage *stage, Tree *tree, Node *parent)
{
    switch (stage->strip.page) {
    case STRIP_ACTS: build_answer(stage, tree, parent); break;
    case STRIP_NOTE: build_typing(stage, tree, parent, "ui.strip.note.words", "keep-note"); break;
    case STRIP_SIGN: build_sign(stage, tree, parent); break;
    case STRIP_PRESENT: build_present(stage, tree, parent); break;
    case STRIP_TALK: strip_prompts_build(stage, tree, parent); break;
    case STRIP_END: build_end(stage, tree, parent); break;
    }
}
