/* Joint play, as far as it is the same for all kinds: whose turn it is, and what stays closed. */
#include "activity/two.h"

#include "activity/play_inside.h"

#include <stdlib.h>

/* A page each, the child first; either may hand the turn over. */
static Seat seat_by_page(const Progress *progress)
{
    return two_turn(progress->trail_count + progress->handed);
}

Seat play_seat_at(const Play *play, const Progress *progress)
{
    if (!play->context.joint) {
        return SEAT_NONE;
    }
    const void *state = (const char *)progress + sizeof *progress;
    return play->kind->seat ? play->kind->seat(&play->context, state, progress->page)
                            : seat_by_page(progress);
}

Seat play_seat(const Play *play)
{
    return play_seat_at(play, play_progress(play));
}

bool play_can_hand_over(const Play *play)
{
    return play->context.joint && !play->kind->seat && !play_finished(play);
}

const char *play_tip(const Play *play)
{
    if (!play->context.joint || play_finished(play) || !play->kind->tip) {
        return NULL;
    }
    return play->kind->tip(&play->context, play_kind_state(play), play_page(play));
}

/* What a fresh page keeps for the child alone has no place where an adult looks on. */
void play_close_private(const Kind *kind, PlayContext *context)
{
    if (!kind->is_private) {
        return;
    }
    void *fresh = memory_new(1, kind->state_size);
    PlayContext all = *context;
    context->page_count = 0;
    for (int page = 0; page < all.page_count; page++) {
        if (!kind->is_private(&all, fresh, page)) {
            context->pages[context->page_count++] = all.pages[page];
        }
    }
    free(fresh);
}
