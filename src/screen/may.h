/* What may be done at a screen: family/access.h asked with what the record knows of the case. */
#ifndef SCREEN_MAY_H
#define SCREEN_MAY_H

#include "family/access.h"
#include "screen/frame.h"

/* The helper, with anything of this case; NULL: of none. */
bool helper_may(const Case *family, AccessData what, AccessAction how);
/* Whoever sits in the sitting, with what is their own: one person, or a child and an adult. */
bool sitter_may(const Sitter *sitter, AccessData what, AccessAction how);
/* This assignment is there for whoever sits in the sitting. After a sign of an earlier sitting
 * (signs.h), what is sensitive or joint is not, until the helper has looked. */
bool sitter_may_play(const Cove *cove, const Sitter *sitter, const Assignment *given);
/* A child of this case, before it begins: those with a legal say agreed. */
bool child_may_begin(const Case *family);
/* A child and an adult, before they begin. */
bool pair_may_play(const Case *family, Id child, Id adult);

/* Which class of data a play of this person is. */
AccessData play_data(const Sitting *sitting, const Person *person, PlayPart part);

#endif
