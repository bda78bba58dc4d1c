/* Thought links: boxes joined by arrows, from what happened to what was thought and done. Boxes may
 * stay empty; what is in one can be called a fact or a guess. Never joint. */
#include "activity/boxes.h"

#include <stdio.h>

typedef struct LinkBox {
    Option option; /* its text is the lead */
    List options;  /* Option */
    bool own;
} LinkBox;

typedef struct LinksPage {
    Page page;
    List boxes; /* LinkBox */
    List marks; /* Option */
} LinksPage;

static const Field box_fields[] = {
    {"id", FIELD_ID, offsetof(LinkBox, option.id), .required = true, .help = "Unique in the page."},
    {"lead", FIELD_SENTENCE, offsetof(LinkBox, option.text), .required = true,
     .help = "What stands over the box: \"What happened\"."},
    {"tiers", FIELD_TIERS, offsetof(LinkBox, option.tiers), .help = "Who gets this box."},
    {"options", FIELD_LIST, offsetof(LinkBox, options), .required = true, .min = 2,
     .max = BOX_OPTIONS_MAX, .shape = &option_shape, .help = "The cards that fit this box."},
    {"own", FIELD_FLAG, offsetof(LinkBox, own),
     .help = "Own words may be put in; reaches t3, t4 and adults only."},
};

static const Shape box_shape = {"box", sizeof(LinkBox), box_fields,
                                sizeof box_fields / sizeof *box_fields, NULL};

static const Field fields[] = {
    {"boxes", FIELD_LIST, offsetof(LinksPage, boxes), .max = BOXES_MAX, .shape = &box_shape,
     .help = "Two to five boxes, joined by arrows in this order. None: a page that only says "
             "something."},
    {"marks", FIELD_LIST, offsetof(LinksPage, marks), .max = BOX_MARKS_MAX, .shape = &option_shape,
     .help = "What a filled box can be called: a fact, a guess. Two, or none."},
};

static const Shape shape = {"thought_links page", sizeof(LinksPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const LinksPage *page_of(const PlayContext *context, int page)
{
    return (const LinksPage *)(const void *)context->pages[page];
}

static void add_boxes(const PlayContext *context, BoxRules *rules, Arena *arena)
{
    const LinksPage *page = page_of(context, rules->page);
    int boxes[BOXES_MAX];
    rules->count = options_of_tier(&page->boxes, sizeof(LinkBox), context->tier, boxes, BOXES_MAX);
    for (int i = 0; i < rules->count; i++) {
        const LinkBox *box = &((const LinkBox *)page->boxes.items)[boxes[i]];
        const char *lead = play_words(context, arena, box->option.text);
        rules->boxes[i] = (Box){.id = box->option.id,
                                .lead = lead,
                                .name = lead,
                                .options = &box->options,
                                .own = box->own,
                                .marks = true};
    }
}

/* Words live in `arena`. */
static BoxRules rules_of(const PlayContext *context, int page, Arena *arena)
{
    BoxRules rules = {.context = context, .page = page};
    add_boxes(context, &rules, arena);
    const List *list = &page_of(context, page)->marks;
    int marks[BOX_MARKS_MAX];
    rules.mark_count = options_of_tier(list, sizeof(Option), context->tier, marks, BOX_MARKS_MAX);
    for (int i = 0; i < rules.mark_count; i++) {
        const Option *mark = option_at(list, sizeof(Option), (size_t)marks[i]);
        rules.marks[i] = (BoxMark){mark->id, play_words(context, arena, mark->text)};
    }
    return rules;
}

/* ---- content ---- */

static void check_page(const LinksPage *page, TierSet tiers, const char *file, const char *path,
                       size_t index, Faults *faults)
{
    char place[PLACE_MAX], member[48];
    options_check(&page->boxes, sizeof(LinkBox), page->boxes.count ? tiers : 0, 2, BOXES_MAX,
                  "boxes", file, page_place(place, path, index, "boxes"), faults);
    for (size_t b = 0; b < page->boxes.count; b++) {
        const LinkBox *box = &((const LinkBox *)page->boxes.items)[b];
        snprintf(member, sizeof member, "boxes[%zu].options", b);
        options_check(&box->options, sizeof(Option), tiers & box->option.tiers, 2, BOX_OPTIONS_MAX,
                      "cards", file, page_place(place, path, index, member), faults);
    }
    options_check(&page->marks, sizeof(Option), page->marks.count ? tiers : 0, BOX_MARKS_MAX,
                  BOX_MARKS_MAX, "marks", file, page_place(place, path, index, "marks"), faults);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    if (activity->settings & 1u << SETTING_JOINT) {
        char place[PLACE_MAX];
        snprintf(place, sizeof place, "%s.settings", path);
        faults_add(faults, FAULT_ERROR, file, place, "never-joint",
                   "Thoughts are the person's own; take \"joint\" out.");
    }
    for (size_t i = 0; i < activity->pages.count; i++) {
        const LinksPage *page = ((const LinksPage *const *)activity->pages.items)[i];
        check_page(page, page->page.tiers & activity->tiers, file, path, i, faults);
    }
}

const BoxKind kind_thought_links = {
    .kind = {.content = {.name = "thought_links",
                         .tiers = 1u << TIER_T2 | 1u << TIER_T3 | 1u << TIER_T4 | 1u << TIER_AD,
                         .page = &shape,
                         .check = check},
             .summary = box_kind_summary,
             BOX_KIND_CALLS},
    .rules = rules_of,
    .arrows = true,
};
