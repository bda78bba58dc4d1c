/* What a feelings check says: the words chosen in it, bare, as they were shown. */
#include "activity/kind_feelings_check.h"
#include "activity/play_inside.h"

typedef struct Said {
    Arena *arena;
    const char **words;
    size_t count, room;
} Said;

static void say(Said *said, const char *word)
{
    if (said->count < said->room) {
        said->words[said->count++] = word;
    }
}

static void say_page(const Play *play, int page, Said *said)
{
    const FeelingsState *state = feelings_state(play_kind_state(play), page);
    const List *words = &feelings_page(&play->context, page)->words;
    for (int i = 0; i < state->count; i++) {
        const Option *option = option_at(words, sizeof(Option), (size_t)state->picks[i].word);
        say(said, play_words(&play->context, said->arena, option->text));
    }
    if (state->own[0]) {
        say(said, arena_string(said->arena, state->own));
    }
}

size_t play_feelings(const Play *play, Arena *arena, const char **words, size_t room)
{
    Said said = {.arena = arena, .words = words, .room = room};
    bool feelings = play->kind == &kind_feelings_check;
    for (int page = 0; feelings && page < play->context.page_count; page++) {
        if (!play_skipped(play, page) && !play_private(play, page)) {
            say_page(play, page, &said);
        }
    }
    return said.count;
}
