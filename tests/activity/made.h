/* Small activities written in the test itself. Every sentence "s.some-words" reads "some-words" in
 * all tiers, so that what is expected can be written down beside it. */
#ifndef TESTS_ACTIVITY_MADE_H
#define TESTS_ACTIVITY_MADE_H

#include "activity/fixture.h"

typedef struct MadeContent {
    const char *kind;
    const char *tiers; /* "\"t1\", \"t2\"" */
    const char *pages; /* JSON list */
} MadeContent;

/* One module "hand" with one activity "made". */
Library *made_library(const MadeContent *content);
Play *made_play(const Library *library, Tier tier, bool may_type, uint64_t seed);

/* One move on the page shown, and what is read back of it right then. */
typedef struct Step {
    const char *verb, *item, *target;
    int value;
    const char *text;
    const char *says;
} Step;

#define REFUSED .says = NULL

void made_steps(Play *play, const Step *steps, size_t count);
void assert_summary(const Play *play, const char *expected);
void assert_shows(const Play *play, const char *words, bool shown); /* anywhere on the page */
void made_close(Play *play, Library *library);

#define STEPS(play, ...)                                                                           \
    made_steps(play, (const Step[]){__VA_ARGS__},                                                  \
               sizeof((const Step[]){__VA_ARGS__}) / sizeof(Step))

#endif
