/* What the helper wished for one thing that was given, read from what was noted of it ("given.*"):
 * for the next time, read aloud by itself, in another tier's wording, after something else. */
#ifndef FAMILY_GIVEN_H
#define FAMILY_GIVEN_H

#include "family/family.h"

bool given_for_next_time(const Case *family, const Assignment *given); /* no date, no alarm */
bool given_aloud(const Case *family, const Assignment *given);
/* Whose wording: the person's, unless the helper chose another one for a child. */
Tier given_tier(const Case *family, const Assignment *given);
/* What comes before it; NULL when nothing does, or when that was taken back. */
const Assignment *given_after(const Case *family, const Assignment *given);

#endif
