/* On paper stands what stands on the screen: of every shipped activity, for every tier, each
 * sentence that somebody of this tier comes to, and no name. */
#include "activity/fixture.h"

#include "activity/on_paper.h"

typedef struct Looking {
    const PlaySetup *setup;
    const char *words; /* all of the sheet */
    const char *page;
    int missing;
} Looking;

static void look_for(void *context, const Mention *mention)
{
    Looking *looking = context;
    Tier tier = looking->setup->tier;
    FieldType type = mention->field->type;
    if (type == FIELD_PICTURE || type == FIELD_TIERS || !tier_in(mention->tiers, tier)) {
        return;
    }
    const char *sentence =
        strings_get(looking->setup->words, *(const char *const *)mention->member, tier);
    TokenWords neutral = token_words(looking->setup->ui);
    Tokens nobody = {.words = &neutral, .n = 1};
    Text text;
    text_init(&text);
    tokens_fill(&nobody, sentence ? sentence : "", &text);
    if (!strstr(looking->words, text.bytes)) {
        print_message("%s %s, page %s lacks \"%s\"\n", looking->setup->activity->code,
                      tier_limits(tier)->id, looking->page, text.bytes);
        looking->missing++;
    }
    text_clear(&text);
}

static void add_words(Text *out, const char *words)
{
    text_addf(out, "%s\n", words ? words : "");
}

static void gather(const Paper *paper, Text *out)
{
    add_words(out, paper->title);
    for (size_t i = 0; i < paper->count; i++) {
        const PaperBlock *block = &paper->blocks[i];
        add_words(out, block->words);
        for (size_t j = 0; j < block->count; j++) {
            add_words(out, block->items[j].words);
            add_words(out, block->items[j].then);
        }
    }
}

static int missing_of(const PlaySetup *shipped)
{
    PlaySetup setup = *shipped;
    setup.tokens = (Tokens){0};
    Paper paper = {.arena = arena_new()};
    Text words;
    text_init(&words);
    assert_true(activity_on_paper(&setup, &paper, NULL));
    gather(&paper, &words);
    Looking looking = {.setup = &setup, .words = words.bytes};
    Play *play = play_open(&setup, 1);
    const KindContent *kind = kind_find(kinds_content(), setup.activity->kind);
    for (int page = 0; page < play_context(play)->page_count; page++) {
        Page *one = ((Page *const *)setup.activity->pages.items)[0];
        for (size_t i = 0; i < setup.activity->pages.count; i++) {
            Page *found = ((Page *const *)setup.activity->pages.items)[i];
            one = found == play_context(play)->pages[page] ? found : one;
        }
        looking.page = one->id;
        shape_mentions(kind->page, one, one->tiers & setup.activity->tiers, kinds_content(),
                       look_for, &looking);
    }
    play_free(play);
    text_clear(&words);
    arena_free(paper.arena);
    return looking.missing;
}

static void all_that_is_read_is_there(void **state)
{
    const Shipped *shipped = *state;
    int missing = 0;
    for (size_t i = 0; i < shipped->count; i++) {
        missing += missing_of(&shipped->setups[i]);
    }
    assert_int_equal(missing, 0);
}

static void no_name_stands_on_it(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        Paper paper = {.arena = arena_new()};
        Text words;
        text_init(&words);
        PlaySetup setup = shipped->setups[i];
        setup.tokens = (Tokens){0};
        assert_true(activity_on_paper(&setup, &paper, NULL));
        gather(&paper, &words);
        assert_null(strstr(words.bytes, "Harbor Street"));
        assert_null(strchr(words.bytes, '{'));
        text_clear(&words);
        arena_free(paper.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_that_is_read_is_there),
                                       cmocka_unit_test(no_name_stands_on_it)};
    return cmocka_run_group_tests_name("on paper", tests, shipped_setup, shipped_teardown);
}
