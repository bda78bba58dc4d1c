/* Sharing led by the child: which of its plays may be shown, what it wished for each, and what the
 * helper released. Who may is family/access.h's to say; what somebody sees is the child's own words
 * for the play and nothing of its pages. */
#ifndef SCREEN_SHARING_H
#define SCREEN_SHARING_H

#include "screen/frame.h"

enum { SHARE_PLAYS = 6, SHARE_WORDS = 240 };

/* A play of a child and an adult; `adult` "" stands for showing it together in a session. */
typedef struct Share {
    Id child, adult, play;
} Share;

/* Finished plays of this child alone that it can say something about, newest first. Returns how
 * many there are, at most `room`. */
size_t share_plays(const Record *record, Id child, const PlayRecord **plays, size_t room);
/* In the room, by a child that played something. */
bool share_offered(const Cove *cove, const Sitter *sitter);

bool share_wished(const Case *family, const Share *share);
bool share_released(const Case *family, const Share *share);
bool share_any_released(const Case *family, Id child, Id play);  /* to anybody */
const char *share_words(const Case *family, const Share *share); /* the child's own; "" for none */

/* Whether this adult could be shown something of a child at all: nobody else is offered. */
bool share_adult_can(const Case *family, Id adult);
bool share_adult_reads(const Case *family, const Share *share);
bool share_helper_may_release(const Case *family, const Share *share);

/* What the child wishes now, for each adult of `adults`, or together; replaces what it wished
 * before. Refused once something of this play was released. */
bool share_wish(Cove *cove, Id family, Id child, Id play, const Id *adults, size_t count,
                bool together, const char *words, Error *error);
bool share_release(Cove *cove, const Case *family, const Share *share, bool release,
                   const char *why, Error *error);

/* As the adult sees it: the exact card, in every preview too. */
Node *share_card(Tree *tree, Node *parent, const char *who, const char *words);
const char *share_title(const Cove *cove, const PlayRecord *play); /* of the activity; borrowed */

#endif
