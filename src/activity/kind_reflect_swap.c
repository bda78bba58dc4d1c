/* I wonder: several guesses at how one moment was for somebody, and one look at oneself. Each guess
 * can be marked "I am not sure"; no guess is the answer. */
#include "activity/boxes.h"

#include "activity/certain.h"

#include <stdio.h>
#include <string.h>

enum { GUESSES_MAX = 3, OPTIONS_MAX = BOX_OPTIONS_MAX };

typedef struct ReflectPage {
    Page page;
    List moments;  /* Option */
    List starters; /* Option */
    int guesses;   /* 0: three */
    List options;  /* Option */
    const char *self;
    List self_options; /* Option */
    bool own;
} ReflectPage;

static const Field fields[] = {
    {"moments", FIELD_LIST, offsetof(ReflectPage, moments), .max = OPTIONS_MAX,
     .shape = &option_shape, .help = "Everyday moments to choose one from."},
    {"starters", FIELD_LIST, offsetof(ReflectPage, starters), .max = GUESSES_MAX,
     .shape = &option_shape,
     .help = "How each guess begins, in this order: \"Maybe they felt\". Fewer than guesses: they "
             "begin again."},
    {"guesses", FIELD_INTEGER, offsetof(ReflectPage, guesses), .min = 0, .max = GUESSES_MAX,
     .help = "How many guesses; three when absent."},
    {"options", FIELD_LIST, offsetof(ReflectPage, options), .max = OPTIONS_MAX,
     .shape = &option_shape,
     .help = "How a guess may go on. None: a page that only says something."},
    {"self", FIELD_SENTENCE, offsetof(ReflectPage, self), .help = "The question about oneself."},
    {"self_options", FIELD_LIST, offsetof(ReflectPage, self_options), .max = OPTIONS_MAX,
     .shape = &option_shape, .help = "Answers to the question about oneself."},
    {"own", FIELD_FLAG, offsetof(ReflectPage, own), .help = "Own words may be given everywhere."},
};

static const Shape shape = {"reflect_swap page", sizeof(ReflectPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const ReflectPage *page_of(const PlayContext *context, int page)
{
    return (const ReflectPage *)(const void *)context->pages[page];
}

static bool is_plain(const PlayContext *context, int page)
{
    return page_of(context, page)->options.count == 0;
}

static int guesses_of(const ReflectPage *page)
{
    return page->guesses ? page->guesses : GUESSES_MAX;
}

/* ---- the boxes: a moment, the guesses, oneself ---- */

static void add_box(BoxRules *rules, Box box)
{
    rules->boxes[rules->count++] = box;
}

static void add_guess(const PlayContext *context, BoxRules *rules, int guess, Arena *arena)
{
    static const char *const ids[GUESSES_MAX] = {"guess-1", "guess-2", "guess-3"};
    const ReflectPage *page = page_of(context, rules->page);
    int starters[GUESSES_MAX];
    int count =
        options_of_tier(&page->starters, sizeof(Option), context->tier, starters, GUESSES_MAX);
    const char *name = play_ui_count(context, arena, "ui.reflect.guess", guess + 1);
    const char *lead = name;
    if (count > 0) {
        lead = play_words(
            context, arena,
            option_at(&page->starters, sizeof(Option), (size_t)starters[guess % count])->text);
    }
    add_box(rules, (Box){.id = ids[guess],
                         .lead = lead,
                         .name = lead == name ? name : arena_format(arena, "%s: %s", name, lead),
                         .options = &page->options,
                         .own = page->own,
                         .marks = true});
}

static BoxRules rules_of(const PlayContext *context, int page, Arena *arena)
{
    const ReflectPage *content = page_of(context, page);
    BoxRules rules = {.context = context, .page = page};
    if (is_plain(context, page)) {
        return rules;
    }
    rules.marks[rules.mark_count++] =
        (BoxMark){"not-sure", play_ui(context, arena, "ui.reflect.not-sure")};
    if (content->moments.count > 0) {
        const char *lead = play_ui(context, arena, "ui.reflect.moment");
        add_box(&rules, (Box){.id = "moment",
                              .lead = lead,
                              .name = lead,
                              .options = &content->moments,
                              .own = content->own});
    }
    for (int guess = 0; guess < guesses_of(content); guess++) {
        add_guess(context, &rules, guess, arena);
    }
    if (content->self) {
        const char *lead = play_words(context, arena, content->self);
        add_box(&rules, (Box){.id = "self",
                              .lead = lead,
                              .name = lead,
                              .options = &content->self_options,
                              .own = content->own});
    }
    return rules;
}

/* ---- reading back ---- */

/* Words that sound certain are named for the helper, who may ask about them; never to the person.
 */
static void summarise_certain(const BoxRules *rules, const Boxes *boxes, Summary *out)
{
    Text found;
    text_init(&found);
    const char *list = play_ui(rules->context, out->arena, "ui.reflect.certain-words");
    for (int box = 0; box < rules->count; box++) {
        const char *words = box_words(rules, boxes, box, out->arena);
        if (words) {
            certain_find(list, words, &found);
        }
    }
    if (found.length > 0) {
        summary_add(out, play_ui(rules->context, out->arena, "ui.reflect.certain"),
                    arena_copy(out->arena, found.bytes, found.length), NULL);
    }
    text_clear(&found);
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    BoxRules rules = rules_of(context, page, out->arena);
    box_kind_summary(context, any, page, out);
    summarise_certain(&rules, &((const BoxPages *)any)->pages[page], out);
}

/* ---- content ---- */

static void check_page(const ReflectPage *page, TierSet tiers, const char *file, const char *path,
                       size_t index, Faults *faults)
{
    char place[PLACE_MAX];
    TierSet asked = page->options.count ? tiers : 0;
    options_check(&page->options, sizeof(Option), asked, 2, OPTIONS_MAX, "options", file,
                  page_place(place, path, index, "options"), faults);
    options_check(&page->moments, sizeof(Option), page->moments.count ? asked : 0, 1, OPTIONS_MAX,
                  "moments", file, page_place(place, path, index, "moments"), faults);
    options_check(&page->self_options, sizeof(Option), page->self ? asked : 0, 2, OPTIONS_MAX,
                  "answers about oneself", file, page_place(place, path, index, "self_options"),
                  faults);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const ReflectPage *page = ((const ReflectPage *const *)activity->pages.items)[i];
        check_page(page, page->page.tiers & activity->tiers, file, path, i, faults);
    }
}

const BoxKind kind_reflect_swap = {
    .kind = {.content = {.name = "reflect_swap",
                         .tiers = 1u << TIER_T4 | 1u << TIER_AD,
                         .page = &shape,
                         .check = check},
             .summary = summary,
             BOX_KIND_CALLS},
    .rules = rules_of,
};
