/* A role-play page with any of its replies chosen says no more words than its tier reads: chance
 * alone decides which reply a walk through the program comes by. */
#include "activity/fixture.h"

#include "activity/kind_branch_roleplay.h"

static size_t count_of(const PlayContext *context, const char *sentence, Arena *arena)
{
    return text_words(play_words(context, arena, sentence));
}

static size_t said_on(const PlayContext *context, const RolePage *page, Arena *arena)
{
    size_t words = count_of(context, page->page.text, arena);
    int shown[ROLEPLAY_SAYS];
    int count = options_of_tier(&page->says, sizeof(Says), context->tier, shown, ROLEPLAY_SAYS);
    for (int i = 0; i < count; i++) {
        const Says *says = &((const Says *)page->says.items)[shown[i]];
        words += count_of(context, says->who, arena) + count_of(context, says->option.text, arena);
    }
    return words;
}

static void check_page(const PlayContext *context, int page, Arena *arena)
{
    const RolePage *content = roleplay_page(context, page);
    int replies[ROLEPLAY_REPLIES];
    int count =
        options_of_tier(&content->replies, sizeof(Reply), context->tier, replies, ROLEPLAY_REPLIES);
    for (int i = 0; i < count; i++) {
        const Reply *reply = roleplay_reply(content, replies[i]);
        size_t words = said_on(context, content, arena) +
                       count_of(context, reply->option.text, arena) +
                       count_of(context, reply->then, arena);
        if (words > (size_t)tier_limits(context->tier)->words_screen) {
            fail_msg("%s, page %s with \"%s\": %zu words; the tier reads %d",
                     context->activity->code, content->page.id, reply->option.id, words,
                     tier_limits(context->tier)->words_screen);
        }
    }
}

static void every_reply_leaves_a_page_one_can_read(void **state)
{
    const Shipped *shipped = *state;
    size_t looked = 0;
    for (size_t i = 0; i < shipped->count; i++) {
        if (strcmp(shipped->setups[i].activity->kind, "branch_roleplay") != 0) {
            continue;
        }
        Play *play = play_open(&shipped->setups[i], 1);
        Arena *arena = arena_new();
        for (int page = 0; page < play_context(play)->page_count; page++) {
            check_page(play_context(play), page, arena);
            looked++;
        }
        arena_free(arena);
        play_free(play);
    }
    assert_true(looked > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reply_leaves_a_page_one_can_read),
    };
    return cmocka_run_group_tests(tests, shipped_setup, shipped_teardown);
}
