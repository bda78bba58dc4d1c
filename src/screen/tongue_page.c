#include "screen/tongue_page.h"

#include "screen/desk.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <string.h>

/* Said in the helper's words, with the language's own name in it. */
static void add_note(const Screen *screen, const char *id, const char *tag, Tree *tree,
                     Node *parent)
{
    desk_note(tree, parent, desk_word_for(screen, tree, id, language_name(tag)));
}

static void add_choice(const char *tag, bool chosen, Tree *tree, Node *row)
{
    Node *choice = node_add(tree, row, ROLE_CHOICE, arena_format(tree->arena, "language-%s", tag),
                            language_name(tag));
    choice->text = choice->name;
    choice->look = LOOK_CHIP;
    choice->action = action_of("language", tag, 0);
    choice->state.chosen = chosen;
    choice->icon = chosen ? "icon/radio-on" : "icon/radio-off";
    choice->language = tree_string(tree, tag);
}

void tongue_panel(const Screen *screen, Id person, Tree *tree, Node *panels)
{
    const Languages *languages = screen->cove->languages;
    if (!languages || languages_count(languages) < 2) {
        return;
    }
    const char *now = tongue_of(screen->cove, person);
    Node *panel =
        desk_panel(tree, panels, "languages", desk_word(screen, tree, "ui.language.title"));
    panel->layout.gap = 16;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (size_t i = 0; i < languages_count(languages); i++) {
        const char *tag = languages_at(languages, i);
        add_choice(tag, strcmp(tag, now) == 0, tree, row);
    }
    const Strings *words = library_ui(tongue_library_in(screen->cove, now));
    if (strings_review(words) == REVIEW_AWAITING) {
        add_note(screen, "ui.language.awaiting", now, tree, panel);
    }
}

bool tongue_hear(Screen *screen, Id person, const UiEvent *event)
{
    if (!heard_press(event, "language")) {
        return false;
    }
    Event chosen = {.type = EVENT_LANGUAGE, .person_id = person};
    Error error = {0};
    snprintf(chosen.language, sizeof chosen.language, "%.15s", event->action.item);
    if (!cove_keep(screen->cove, &chosen, 1, &error)) {
        stage_notice(screen->stage, &error);
    }
    return true;
}

void tongue_note_module(const Screen *screen, Id person, const char *id, Tree *tree, Node *panel)
{
    const char *tag = tongue_of(screen->cove, person);
    const Library *library = tongue_library(screen->cove, person);
    const Module *module = library_module(library, id);
    const Strings *words = module ? library_strings(library, module) : NULL;
    if (!words) {
        return;
    }
    if (strcmp(strings_language(words), tag) != 0) {
        add_note(screen, "ui.language.in-english", tag, tree, panel);
    } else if (strings_review(words) == REVIEW_AWAITING) {
        add_note(screen, "ui.language.awaiting", tag, tree, panel);
    }
}
