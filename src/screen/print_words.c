#include "screen/print_words.h"

#include "activity/kind.h"
#include "family/given.h"
#include "screen/assigning.h"
#include "screen/desk.h"
#include "screen/rewording.h"

#include <stdio.h>
#include <string.h>

static const Case *family_of(const Cove *cove, const PrintWish *wish)
{
    return record_case(keeper_record(cove->keeper), wish->family);
}

/* ---- which there are ---- */

static const Assignment *given_of(const Cove *cove, const PrintWish *wish)
{
    return assigned_already(family_of(cove, wish), wish->person, wish->module, wish->activity,
                            wish->setting);
}

/* What was given with words that were changed; NULL where it was not. */
static const Assignment *given_changed(const Cove *cove, const PrintWish *wish)
{
    const Assignment *given = given_of(cove, wish);
    return given && words_are_changed(cove, &given->digest) ? given : NULL;
}

static bool suits(const Cove *cove, const PrintWish *wish, const OwnWording *wording)
{
    bool adult = case_person(family_of(cove, wish), wish->person)->role == PERSON_ADULT;
    return strcmp(wording->module, wish->module) == 0 &&
           strcmp(wording->activity, wish->activity) == 0 &&
           strcmp(wording->language, wish->language) == 0 && (wording->tier == TIER_AD) == adult;
}

/* ---- choosing ---- */

static void take_up(PrintWords *words, PrintWish *wish, Id chosen, FrozenModule *changed)
{
    frozen_free(words->before);
    words->before = words->changed;
    words->changed = changed;
    words->chosen = chosen;
    wish->changed = changed;
}

/* What cannot be read is not printed: then it stays as it was. */
static void choose(const Cove *cove, PrintWords *words, PrintWish *wish, Id id, Tier tier,
                   const Digest *digest)
{
    FrozenModule *changed = words_thaw(cove, digest);
    if (changed) {
        take_up(words, wish, id, changed);
        wish->tier = tier;
    }
}

void print_words_usual(PrintWords *words, PrintWish *wish)
{
    take_up(words, wish, (Id){""}, NULL);
}

void print_words_begin(const Cove *cove, PrintWords *words, PrintWish *wish)
{
    const Assignment *given = given_of(cove, wish);
    if (given) {
        wish->tier = given_tier(family_of(cove, wish), given);
    }
    if (given_changed(cove, wish)) {
        choose(cove, words, wish, given->id, wish->tier, &given->digest);
        words_language(cove, &given->digest, wish->language);
    }
}

void print_words_clear(PrintWords *words)
{
    frozen_free(words->changed);
    frozen_free(words->before);
    *words = (PrintWords){0};
}

bool print_words_hear(const Cove *cove, PrintWords *words, PrintWish *wish, const UiEvent *event)
{
    const Assignment *given = given_changed(cove, wish);
    OwnWording wording;
    Id id;
    if (!heard_press(event, "words")) {
        return false;
    }
    if (!id_parse(event->action.item, &id)) {
        print_words_usual(words, wish);
    } else if (given && id_same(given->id, id)) {
        choose(cove, words, wish, id, given_tier(family_of(cove, wish), given), &given->digest);
    } else if (wording_find(cove, id, &wording)) {
        choose(cove, words, wish, id, wording.tier, &wording.digest);
    }
    return true;
}

/* ---- building ---- */

static Node *row_of(const Screen *screen, const PrintWords *words, Tree *tree, Node *panel)
{
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.assign.wording"))->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    page_choice(tree, row, "words-usual", desk_word(screen, tree, "ui.print.words.usual"), NULL,
                action_of("words", "", 0), words->chosen.text[0] == '\0');
    return row;
}

static void add_choice(const PrintWords *words, Id id, const char *name, Tree *tree, Node *row)
{
    page_choice(tree, row, arena_format(tree->arena, "words-%s", id.text), name, NULL,
                action_of("words", id.text, 0), id_same(words->chosen, id));
}

static const char *name_of(const Screen *screen, const OwnWording *wording, Tree *tree)
{
    const char *id = arena_format(tree->arena, "ui.case.tier.%s", tier_limits(wording->tier)->id);
    return wording->tier == TIER_AD ? tree_string(tree, wording->name)
                                    : arena_format(tree->arena, "%s \xc2\xb7 %s", wording->name,
                                                   desk_word(screen, tree, id));
}

void print_words_build(const Screen *screen, const PrintWords *words, const PrintWish *wish,
                       Tree *tree, Node *panel)
{
    Id own[OWN_WORDINGS];
    OwnWording wording;
    const Cove *cove = screen->cove;
    const Assignment *given = given_changed(cove, wish);
    size_t count = wordings_own(cove, own);
    Node *row = given ? row_of(screen, words, tree, panel) : NULL;
    if (given) {
        add_choice(words, given->id, desk_word(screen, tree, "ui.print.words.given"), tree, row);
    }
    for (size_t i = 0; i < count && i < OWN_WORDINGS; i++) {
        if (wording_find(cove, own[i], &wording) && suits(cove, wish, &wording) &&
            !(given && strcmp(given->digest.text, wording.digest.text) == 0)) {
            row = row ? row : row_of(screen, words, tree, panel);
            add_choice(words, wording.id, name_of(screen, &wording, tree), tree, row);
        }
    }
}
