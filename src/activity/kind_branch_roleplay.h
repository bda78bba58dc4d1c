/* Between the files of the role-play: its pages and their state. How a page looks is in
 * kind_branch_roleplay_page.c, which content is refused in kind_branch_roleplay_check.c. */
#ifndef ACTIVITY_KIND_BRANCH_ROLEPLAY_H
#define ACTIVITY_KIND_BRANCH_ROLEPLAY_H

#include "activity/kind.h"

enum { ROLEPLAY_SAYS = 3, ROLEPLAY_REPLIES = 8 };

/* How something is said: heard, and seen by the size of the words and by a small picture. */
typedef enum RoleVoice { VOICE_PLAIN, VOICE_LOUD, VOICE_TINY, VOICE_STEADY } RoleVoice;

/* A bubble: who says it beside what is said. */
typedef struct Says {
    Option option;
    const char *who;
    int voice; /* RoleVoice; -1: plain */
} Says;

typedef struct Reply {
    Option option;
    const char *then; /* what it leads to */
    const char *next; /* page id or NULL */
    int voice;        /* RoleVoice; -1: plain */
} Reply;

typedef struct RolePage {
    Page page;
    List says;        /* Says */
    List replies;     /* Reply */
    const char *next; /* page id or NULL */
    bool end;
} RolePage;

enum { ROLE_OPEN = 0, ROLE_NOT_SURE = -1 }; /* else 1 + index in replies */

/* Members leave no bytes between them: states are compared bytewise. */
typedef struct RoleState {
    int now;   /* what is shown: ROLE_OPEN, ROLE_NOT_SURE, or a reply and what it leads to */
    int count; /* of those tried */
    signed char tried[ROLEPLAY_REPLIES]; /* indices in replies, in the order of their first time */
    unsigned char times[ROLEPLAY_REPLIES]; /* by index in replies; at most 255 */
} RoleState;

const RolePage *roleplay_page(const PlayContext *context, int page);
const RoleState *roleplay_state(const void *state, int page);
const Reply *roleplay_reply(const RolePage *page, int index);
void roleplay_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                    Tree *tree, Node *parent);
bool roleplay_ends(const Page *page);
void roleplay_check(const Activity *activity, const char *file, const char *path, Faults *faults);

void roleplay_paper(const PlayContext *context, int page,
                    Paper *paper); /* kind_branch_roleplay_paper.c */

#endif
