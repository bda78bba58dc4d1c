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
bool share_any_released(const Case *family, Id child, Id play); /* to anybody */

/* Whether this adult could be shown something of a child at all: nobody else is offered. */
bool share_adult_can(const Case *family, Id adult);
bool share_adult_reads(const Case *family, const Share *share);
bool share_helper_may_release(const Case *family, const Share *share);

/* What somebody would see of a play. */
typedef struct ShareSaid {
    const char *words; /* the child's own */
    bool picture;      /* and the drawing it made */
} ShareSaid;

/* What the child wishes now, for each adult of `adults`, or together; replaces what it wished
 * before. Refused once something of this play was released. */
bool share_wish(Cove *cove, Id family, Id child, Id play, const Id *adults, size_t count,
                bool together, const ShareSaid *said, Error *error);
bool share_release(Cove *cove, const Case *family, const Share *share, bool release,
                   const char *why, Error *error);

/* A drawing of this play that the child may let be seen: one it did not keep for itself. In the
 * arena; NULL: there is none. */
const struct Sheet *share_drawing(const Cove *cove, Id play, Arena *arena);

/* As the adult sees it, on the adult's desk and in every preview: one function builds all of them.
 * In a preview it has the letters and colors of this adult. */
Node *share_card(const Screen *screen, const Share *share, const ShareSaid *said, Tree *tree,
                 Node *parent);
/* What the child wished, as it is noted. */
ShareSaid share_said(const Case *family, const Share *share);
const char *share_title(const Cove *cove, const PlayRecord *play); /* of the activity; borrowed */

#endif
