/* Guides: what is read of them, and what is refused with its line. */
#include "content/fixture.h"

#include "base/file.h"
#include "base/memory.h"
#include "content/guide.h"

static Guide parse(const char *text)
{
    Guide guide = {0};
    Error error = {0};
    if (!guide_parse(text, strlen(text), "guide.md", &guide, &error)) {
        fail_msg("%s", error.sentence);
    }
    return guide;
}

static void expect_block(const Guide *guide, size_t at, GuideKind kind, const char *words)
{
    assert_true(at < guide->count);
    assert_int_equal(guide->blocks[at].kind, kind);
    assert_string_equal(guide->blocks[at].words, words);
}

static void its_parts_are_read(void **state)
{
    (void)state;
    Guide guide = parse("# A title\n\nSome words\nthat go on.\n\n## One\n\n![a picture](a.png)\n\n"
                        "1. First\n2. Second,\n   which goes on\n- a thing\r\n### Part\n"
                        "Words at the end");
    expect_block(&guide, 0, GUIDE_TITLE, "A title");
    expect_block(&guide, 1, GUIDE_WORDS, "Some words that go on.");
    expect_block(&guide, 2, GUIDE_SECTION, "One");
    expect_block(&guide, 3, GUIDE_ITEM, "1. First");
    expect_block(&guide, 4, GUIDE_ITEM, "2. Second, which goes on");
    expect_block(&guide, 5, GUIDE_ITEM, "\xe2\x80\xa2 a thing");
    expect_block(&guide, 6, GUIDE_PART, "Part");
    expect_block(&guide, 7, GUIDE_WORDS, "Words at the end");
    assert_int_equal(guide.count, 8);
    assert_int_equal(guide_section(&guide, 0), 2);
    assert_int_equal(guide_section(&guide, 1), guide.count);
    guide_clear(&guide);
}

static void marks_become_words(void **state)
{
    (void)state;
    Guide guide = parse("# T\n## S\n**Bold** and `code`, a [link](https://x.example) and [none.\n"
                        "\n*Slanted* words");
    expect_block(&guide, 2, GUIDE_WORDS, "Bold and code, a link and [none.");
    expect_block(&guide, 3, GUIDE_WORDS, "\xe2\x80\x9cSlanted\xe2\x80\x9d words");
    guide_clear(&guide);
}

static void what_is_no_guide_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"", "Line 0 of the guide is the last one, and there was no section: each begins with ##."},
        {"# T\nwords\n",
         "Line 2 of the guide is the last one, and there was no section: each begins with ##."},
        {"## S\n", "Line 1 of the guide is not where it belongs: a guide begins with its title, "
                   "after one # and a space, and has no other."},
        {"# T\n## S\n# U\n", "Line 3 of the guide is not where it belongs: a guide begins with its "
                             "title, after one # and a space, and has no other."},
        {"# T\n## S\n| a | b |\n",
         "Line 3 of the guide is neither a heading, a paragraph nor a list."},
        {"# T\n## S\n\n```\n", "Line 4 of the guide is neither a heading, a paragraph nor a list."},
        {"# T\n## S\n* a\n", "Line 3 of the guide is neither a heading, a paragraph nor a list."},
        {"# T\n## S\n<b>\n", "Line 3 of the guide is neither a heading, a paragraph nor a list."},
        {"# T\n## S\n####### x\n",
         "Line 3 of the guide is neither a heading, a paragraph nor a list."},
        {"# T\n## S\na\x1b[2Jb\n", "Line 3 of the guide holds signs that are no letters: save the "
                                   "file as plain text."},
        {"# T\n\xc3\n", "The guide is not written in UTF-8: save it so."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Guide guide = {0};
        Error error = {0};
        assert_false(guide_parse(cases[i].text, strlen(cases[i].text), "guide.md", &guide, &error));
        assert_string_equal(error.sentence, cases[i].says);
        assert_string_equal(error.place, "guide.md");
        assert_null(guide.blocks);
    }
}

static void refuse_long(const char *text, const char *says)
{
    Guide guide = {0};
    Error error = {0};
    assert_false(guide_parse(text, strlen(text), "guide.md", &guide, &error));
    assert_string_equal(error.sentence, says);
}

static void too_much_is_refused(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    text_add(&text, "# T\n## S\n");
    for (int i = 0; i < 300; i++) {
        text_add(&text, "words\n");
    }
    Guide guide = parse(text.bytes);
    guide_clear(&guide);
    for (int i = 0; i < 300; i++) {
        text_add(&text, "words\n");
    }
    refuse_long(text.bytes,
                "Line 336 of the guide makes a paragraph too long for the page: part it in two.");
    text_reset(&text);
    text_add(&text, "# T\n");
    for (int i = 0; i <= GUIDE_SECTIONS; i++) {
        text_add(&text, "## S\n");
    }
    refuse_long(text.bytes, "Line 42 of the guide begins one section too many: join some of them.");
    text_reset(&text);
    for (int i = 0; i <= GUIDE_LINE; i++) {
        text_add(&text, "w");
    }
    refuse_long(text.bytes, "Line 1 of the guide is too long: part it in two.");
    text_clear(&text);
}

/* Each "](pictures/name.png)" is there. */
static void expect_pictures(const char *path)
{
    size_t size, count = 0;
    char *bytes = read_whole(path, &size);
    for (const char *at = bytes; (at = strstr(at, "](pictures/")); count++) {
        at += strlen("](");
        char picture[256];
        snprintf(picture, sizeof picture, COVE_SOURCE_DIR "/docs/%.*s", (int)strcspn(at, ")"), at);
        if (!file_exists(picture)) {
            fail_msg("%s shows %s, which is not there: see tools/guide-pictures", path, picture);
        }
    }
    assert_true(count > 0);
    free(bytes);
}

/* Both are read on paper as well; only the helper's is shown by the program. */
static void the_shipped_ones_are_read(void **state)
{
    (void)state;
    static const char *const files[] = {COVE_SOURCE_DIR "/docs/helpers-guide.md",
                                        COVE_SOURCE_DIR "/docs/families-guide.md"};
    for (size_t i = 0; i < 2; i++) {
        Guide guide = {0};
        Error error = {0};
        if (!guide_read(files[i], &guide, &error)) {
            fail_msg("%s: %s", files[i], error.sentence);
        }
        assert_true(guide_section(&guide, 4) < guide.count);
        guide_clear(&guide);
        expect_pictures(files[i]);
    }
}

static void one_that_is_not_there_is_a_sentence(void **state)
{
    (void)state;
    Guide guide = {0};
    Error error = {0};
    assert_false(guide_read("/nowhere/guide.md", &guide, &error));
    assert_true(error.sentence[0] != '\0');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_parts_are_read),
        cmocka_unit_test(marks_become_words),
        cmocka_unit_test(what_is_no_guide_is_refused),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(the_shipped_ones_are_read),
        cmocka_unit_test(one_that_is_not_there_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
