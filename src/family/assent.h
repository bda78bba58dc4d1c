/* A child's yes: to this program, and to playing with one adult (blueprint 6.5). Each holds for the
 * age it was asked at and for 60 days; then the child is asked again. The answers are facts. */
#ifndef FAMILY_ASSENT_H
#define FAMILY_ASSENT_H

#include "family/family.h"

/* What a child is asked, if anything, when it comes into the room. */
typedef enum AssentAsk {
    ASSENT_NOTHING,
    ASSENT_BEGIN,   /* whether it wants to be here at all: before anything else */
    ASSENT_TOGETHER /* whether it wants to play with an adult: where the helper wants it asked */
} AssentAsk;

/* `adult` is set with ASSENT_TOGETHER. */
AssentAsk assent_due(const Case *family, const Person *child, int64_t now_ms, Id *adult);

/* The child said yes to this program. */
bool assent_holds(const Case *family, const Person *child, int64_t now_ms);
/* The child said yes to playing with this adult. */
bool assent_holds_with(const Case *family, const Person *child, Id adult, int64_t now_ms);

/* "t2-1": the age and number of the words the child was asked with. */
void assent_version(Tier tier, char out[ID_MAX]);

#endif
