#include "screen/given_words.h"

#include "family/given.h"
#include "screen/desk.h"
#include "screen/rewording.h"

const char *given_title(const Screen *screen, const Case *family, const Assignment *given)
{
    const Library *library = screen->cove->library;
    const Module *module = library_module(library, given->module);
    const Activity *activity = module ? module_activity(module, given->activity) : NULL;
    const char *title = activity ? strings_get(library_strings(library, module), activity->title,
                                               given_tier(family, given))
                                 : NULL;
    return title ? title : given->activity;
}

static const char *joined(Tree *tree, const char *words, const char *more)
{
    return arena_format(tree->arena, "%s \xc2\xb7 %s", words, more);
}

static const char *labelled(const Screen *screen, Tree *tree, const char *label, const char *words)
{
    return arena_format(tree->arena, "%s: %s", desk_word(screen, tree, label), words);
}

const char *given_how(const Screen *screen, Tree *tree, const Case *family, const Assignment *given)
{
    const char *words = desk_word(
        screen, tree, arena_format(tree->arena, "ui.case.setting.%s", setting_id(given->setting)));
    const Assignment *after = given_after(family, given);
    Tier tier = given_tier(family, given);
    if (given_for_next_time(family, given)) {
        words = joined(tree, words, desk_word(screen, tree, "ui.assign.next"));
    }
    if (given_aloud(family, given)) {
        words = joined(tree, words, desk_word(screen, tree, "ui.given.aloud"));
    }
    if (tier != case_person(family, given->person)->tier) {
        const char *id = arena_format(tree->arena, "ui.case.tier.%s", tier_limits(tier)->id);
        words = joined(tree, words,
                       labelled(screen, tree, "ui.given.wording", desk_word(screen, tree, id)));
    }
    if (words_are_changed(screen->cove, &given->digest)) {
        words = joined(tree, words, desk_word(screen, tree, "ui.wording.changed"));
    }
    if (after) {
        words =
            joined(tree, words,
                   labelled(screen, tree, "ui.given.after", given_title(screen, family, after)));
    }
    return words;
}
