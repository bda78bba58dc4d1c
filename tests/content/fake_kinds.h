/* Three kinds for tests, with the page keys of the real ones and none of their play. */
#ifndef TESTS_CONTENT_FAKE_KINDS_H
#define TESTS_CONTENT_FAKE_KINDS_H

#include "content/module.h"

typedef struct FakeOption {
    const char *id, *text, *picture;
    TierSet tiers;
} FakeOption;

typedef struct FakeChoice {
    FakeOption option;
    const char *reply, *next;
} FakeChoice;

typedef struct FakeStory {
    Page page;
    List choices; /* FakeChoice */
    bool many;
    const char *next;
    bool end;
} FakeStory;

typedef struct FakeSort {
    Page page;
    List baskets; /* FakeOption */
    List cards;   /* FakeChoice */
    int draw;
} FakeSort;

typedef struct FakeCheck {
    Page page;
    List words; /* FakeOption */
    int most;
    bool size, own;
} FakeCheck;

/* feelings_check (not for "ad"), story_pages (every `next` must be a page), sort_cards. */
extern const KindContent *const fake_kinds[];

#endif
