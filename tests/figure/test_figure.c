/* Codes of figures, there and back; what is no code; and what a figure is drawn from. */
#include "figure/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static char assets[] = COVE_SOURCE_DIR "/assets";

static Figure parsed(const char *name)
{
    Figure figure;
    memset(&figure, 0xff, sizeof figure);
    assert_true(figure_parse(name, &figure));
    return figure;
}

static void assert_round_trip(const Figure *figure)
{
    char name[FIGURE_NAME_MAX], again[FIGURE_NAME_MAX];
    figure_print(figure, name);
    Figure read = parsed(name);
    assert_memory_equal(read.choice, figure->choice, sizeof read.choice);
    assert_int_equal(read.extras, figure->extras);
    figure_print(&read, again);
    assert_string_equal(again, name);
}

static void test_every_choice_and_extra_comes_back(void **state)
{
    (void)state;
    for (FigurePart part = 0; part < FIGURE_PARTS; part++) {
        for (int i = 0; i < figure_choices(part); i++) {
            Figure figure = {.extras = 0};
            figure.choice[part] = (uint8_t)i;
            assert_round_trip(&figure);
        }
    }
    for (uint32_t extras = 0; extras < 1u << FIGURE_EXTRAS; extras++) {
        Figure figure = {.extras = extras};
        assert_round_trip(&figure);
    }
    for (uint64_t seed = 0; seed < 2000; seed++) {
        Figure figure = figure_by_chance(seed, (int)(seed % 5));
        assert_round_trip(&figure);
    }
}

/* Records hold these: they must mean for ever what they meant when they were written. */
static void test_codes_of_old_records(void **state)
{
    (void)state;
    Figure figure = parsed("figure/bcjaeg-ac");
    assert_string_equal(figure_choice_id(FIGURE_AGE, figure.choice[FIGURE_AGE]), "child");
    assert_string_equal(figure_choice_id(FIGURE_SKIN, figure.choice[FIGURE_SKIN]), "3");
    assert_string_equal(figure_choice_id(FIGURE_HAIR, figure.choice[FIGURE_HAIR]), "braid");
    assert_string_equal(figure_choice_id(FIGURE_HAIR_COLOR, figure.choice[FIGURE_HAIR_COLOR]),
                        "black");
    assert_string_equal(figure_choice_id(FIGURE_CLOTHES, figure.choice[FIGURE_CLOTHES]),
                        "dungarees");
    assert_string_equal(figure_choice_id(FIGURE_CLOTHES_COLOR, figure.choice[FIGURE_CLOTHES_COLOR]),
                        "sand");
    assert_true(figure_has(&figure, FIGURE_GLASSES));
    assert_true(figure_has(&figure, FIGURE_WHEELCHAIR));
    assert_int_equal(figure.extras, 5);
    figure = parsed("figure/ehrhfh-bdefg");
    assert_string_equal(figure_choice_id(FIGURE_HAIR, figure.choice[FIGURE_HAIR]), "turban");
    assert_true(figure_covered(&figure));
}

static void test_chance_is_the_seeds(void **state)
{
    (void)state;
    char name[FIGURE_NAME_MAX];
    Figure figure = figure_by_chance(7, FIGURE_AGE_TEEN),
           again = figure_by_chance(7, FIGURE_AGE_TEEN);
    figure_print(&figure, name);
    assert_int_equal(figure.choice[FIGURE_AGE], FIGURE_AGE_TEEN);
    assert_memory_equal(figure.choice, again.choice, sizeof figure.choice);
    Figure other = figure_by_chance(8, FIGURE_AGE_TEEN);
    assert_memory_not_equal(figure.choice, other.choice, sizeof figure.choice);
}

static void test_what_is_no_figure(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "figure",
        "figure/",
        "figure/a",
        "figure/aaaaa",
        "figure/aaaaaaa",
        "figures/aaaaaa",
        "person/child-2",
        "Figure/aaaaaa",
        "figure/Aaaaaa",
        "figure/faaaaa",
        "figure/aiaaaa",
        "figure/aasaaa",
        "figure/aaaiaa",
        "figure/aaaaga",
        "figure/aaaaai",
        "figure/aaaaaa-",
        "figure/aaaaaa-h",
        "figure/aaaaaa-aa",
        "figure/aaaaaa-ba",
        "figure/aaaaaa-a-b",
        "figure/aaaaaa-a ",
        "figure/aaaaaa/a",
        "figure/aaaaaa\n",
        " figure/aaaaaa",
        "figure/../aaa",
        "figure/aaaa`a",
        "figure/aaaa\x80\x81",
        "x:figure/aaaaaa",
        "figure/aaaaaa-abcdefgh",
        "figure/head",
        "figure/aaaaaa-abcdefgabcdefgabcdefgabcdefg",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Figure figure = {.choice = {1, 1, 1, 1, 1, 1}, .extras = 1};
        if (figure_parse(bad[i], &figure) || figure_is_name(bad[i])) {
            fail_msg("\"%s\" is taken for a figure", bad[i]);
        }
        assert_int_equal(figure.extras, 1);
        assert_int_equal(figure.choice[FIGURE_AGE], 1);
    }
}

/* ---- drawing ---- */

static void test_every_figure_is_drawn_in_chosen_colors(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        Figure figure = figure_by_chance(seed, (int)(seed % 5));
        figure.choice[FIGURE_HAIR] = (uint8_t)(seed % (uint64_t)figure_choices(FIGURE_HAIR));
        figure.extras |= (uint32_t)(seed % (1u << FIGURE_EXTRAS));
        Text svg;
        text_init(&svg);
        assert_true(figure_svg(&figure, folder_part, assets, &svg));
        assert_null(strstr(svg.bytes, "#FE00"));
        assert_true(svg.length < 64 * 1024);
        text_clear(&svg);
    }
}

static char *drawn(const char *name)
{
    Figure figure = parsed(name);
    Text svg;
    text_init(&svg);
    assert_true(figure_svg(&figure, folder_part, assets, &svg));
    return text_take(&svg);
}

/* Each choice and each extra can be seen: the drawing is another one. */
static void test_every_choice_shows(void **state)
{
    (void)state;
    char *plain = drawn("figure/daaaaa");
    for (FigurePart part = 0; part < FIGURE_PARTS; part++) {
        char name[] = "figure/daaaaa";
        for (int i = 0; i < figure_choices(part); i++) {
            name[strlen("figure/") + part] = (char)('a' + i);
            char *svg = drawn(name);
            assert_int_equal(strcmp(svg, plain) == 0, strcmp(name, "figure/daaaaa") == 0);
            free(svg);
        }
    }
    for (char extra = 'a'; extra < 'a' + FIGURE_PATTERN; extra++) {
        char name[] = "figure/daaaaa-?";
        name[strlen(name) - 1] = extra;
        char *svg = drawn(name);
        assert_string_not_equal(svg, plain);
        free(svg);
    }
    free(plain);
}

/* What a part may be when a disk is damaged. */
static char *odd_part(void *context, const char *part)
{
    (void)part;
    const char *svg = context;
    return svg ? strdup(svg) : NULL;
}

static void test_odd_parts_draw_nothing(void **state)
{
    (void)state;
    static const char *const odd[] = {
        NULL,
        "",
        "<svg>",
        "\n<g id=\"front\"",
        "\n<g id=\"front\">",
        "\n<g id=\"front\">\n</g>",
        "\n<g id=\"back\">\n</g>\n",
    };
    Figure figure = parsed("figure/daaaaa");
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        Text svg;
        text_init(&svg);
        assert_false(figure_svg(&figure, odd_part, (void *)(uintptr_t)odd[i], &svg));
        assert_int_equal(svg.length, 0);
        text_clear(&svg);
    }
}

static void test_colors_at_the_very_end(void **state)
{
    (void)state;
    char part[] = "\n<g id=\"back\">\n #FE00\n</g>\n\n<g id=\"front\">\n #FE0000 #FE00FF #\n</g>\n";
    Figure figure = parsed("figure/daaaaa");
    Text svg;
    text_init(&svg);
    assert_true(figure_svg(&figure, odd_part, part, &svg));
    assert_non_null(strstr(svg.bytes, "#F6D9C2 #FE00FF #\n"));
    text_clear(&svg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_choice_and_extra_comes_back),
        cmocka_unit_test(test_codes_of_old_records),
        cmocka_unit_test(test_chance_is_the_seeds),
        cmocka_unit_test(test_what_is_no_figure),
        cmocka_unit_test(test_every_figure_is_drawn_in_chosen_colors),
        cmocka_unit_test(test_every_choice_shows),
        cmocka_unit_test(test_odd_parts_draw_nothing),
        cmocka_unit_test(test_colors_at_the_very_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
