/* Kinds for tests. */
#include "content/fake_kinds.h"

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const Field option_fields[] = {
    {"id", FIELD_ID, offsetof(FakeOption, id), .required = true, .help = "Unique in its list."},
    {"text", FIELD_SENTENCE, offsetof(FakeOption, text), .required = true,
     .help = "The words on it; short."},
    {"picture", FIELD_PICTURE, offsetof(FakeOption, picture), .help = "The picture on it."},
    {"tiers", FIELD_TIERS, offsetof(FakeOption, tiers), .help = "Who meets it."},
};

static const Shape option_shape = {"option", sizeof(FakeOption), option_fields,
                                   COUNT(option_fields), NULL};

static const Field choice_fields[] = {
    {"reply", FIELD_SENTENCE, offsetof(FakeChoice, reply), .required = true,
     .help = "Said when it is chosen."},
    {"next", FIELD_ID, offsetof(FakeChoice, next), .help = "The page that follows."},
};

static const Shape choice_shape = {"choice", sizeof(FakeChoice), choice_fields,
                                   COUNT(choice_fields), &option_shape};

static const Field story_fields[] = {
    {"choices", FIELD_LIST, offsetof(FakeStory, choices), .min = 2, .max = 8,
     .shape = &choice_shape, .help = "What may be chosen here."},
    {"many", FIELD_FLAG, offsetof(FakeStory, many), .help = "More than one may be chosen."},
    {"next", FIELD_ID, offsetof(FakeStory, next), .help = "The page that follows."},
    {"end", FIELD_FLAG, offsetof(FakeStory, end), .help = "The story ends after this page."},
};

static const Shape story_shape = {"story page", sizeof(FakeStory), story_fields,
                                  COUNT(story_fields), &page_shape};

static const Field sort_fields[] = {
    {"baskets", FIELD_LIST, offsetof(FakeSort, baskets), .required = true, .min = 2, .max = 4,
     .shape = &option_shape, .help = "Where cards go."},
    {"cards", FIELD_LIST, offsetof(FakeSort, cards), .required = true, .min = 2, .max = 24,
     .shape = &choice_shape, .help = "The cards to sort."},
    {"draw", FIELD_INTEGER, offsetof(FakeSort, draw), .min = 0, .max = 24,
     .help = "How many cards one play shows; 0 shows all."},
};

static const Shape sort_shape = {"sorting page", sizeof(FakeSort), sort_fields, COUNT(sort_fields),
                                 &page_shape};

static const Field check_fields[] = {
    {"words", FIELD_LIST, offsetof(FakeCheck, words), .required = true, .min = 2, .max = 64,
     .shape = &option_shape, .help = "The feelings to pick from."},
    {"most", FIELD_INTEGER, offsetof(FakeCheck, most), .min = 1, .max = 3,
     .help = "How many may be picked."},
    {"size", FIELD_FLAG, offsetof(FakeCheck, size), .help = "Words can grow."},
    {"own", FIELD_FLAG, offsetof(FakeCheck, own), .help = "An own word may be typed."},
};

static const Shape check_shape = {"feelings page", sizeof(FakeCheck), check_fields,
                                  COUNT(check_fields), &page_shape};

static void check_story(const Activity *activity, const char *file, const char *path,
                        Faults *faults)
{
    const FakeStory *const *pages = activity->pages.items;
    for (size_t i = 0; i < activity->pages.count; i++) {
        char place[96];
        snprintf(place, sizeof place, "%s.pages[%zu].next", path, i);
        if (pages[i]->next != NULL && activity_page(activity, pages[i]->next) == NULL)
            faults_add(faults, FAULT_ERROR, file, place, "unknown-page", "There is no page \"%s\".",
                       pages[i]->next);
    }
}

static bool story_ends(const Page *page)
{
    return ((const FakeStory *)(const void *)page)->end;
}

static const KindContent feelings_check = {
    .name = "feelings_check", .tiers = TIER_SET_CHILD, .page = &check_shape, .feelings = "words"};
static const KindContent story_pages = {.name = "story_pages",
                                        .tiers = TIER_SET_ALL,
                                        .page = &story_shape,
                                        .check = check_story,
                                        .story = true,
                                        .ends = story_ends};
static const KindContent sort_cards = {
    .name = "sort_cards", .tiers = TIER_SET_ALL, .page = &sort_shape};

const KindContent *const fake_kinds[] = {&feelings_check, &story_pages, &sort_cards, NULL};
