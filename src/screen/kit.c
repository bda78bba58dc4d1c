#include "screen/kit.h"

#include "screen/sitting.h"

#include <string.h>

enum { PLAYS_MOST = 40 }; /* so many are opened: what is older is found again in its activity */

static bool may_hold_kit(const Cove *cove, const PlayRecord *play)
{
    const Module *module = library_module(cove->library, play->module);
    const Activity *activity = module ? module_activity(module, play->activity) : NULL;
    const Kind *kind = activity ? kind_named(activity->kind) : NULL;
    return kind && kind->kit && record_play_has_moves(play);
}

/* Later plays come first: what is there already stays. */
static void add_play(const Cove *cove, const PlayRecord *play, Kit *out)
{
    ReplayedPlay played;
    if (!played_open(cove, play, PLAYED_ALL, &played, NULL)) {
        return;
    }
    Kit found = {.arena = out->arena};
    play_kit(played.play, &found);
    if (out->count == 0) {
        memcpy(out->tools, found.tools, sizeof out->tools);
        out->count = found.count;
    }
    out->place = out->place ? out->place : found.place;
    played_close(&played);
}

void kit_of_person(const Cove *cove, Id person, Kit *out)
{
    const Record *record = keeper_record(cove->keeper);
    int opened = 0;
    for (size_t s = record_sitting_count(record); s-- > 0;) {
        const Sitting *sitting = record_sitting_at(record, s);
        if (!id_same(sitting->person, person)) {
            continue;
        }
        for (size_t i = sitting->play_count; i-- > 0;) {
            const PlayRecord *play = record_play(record, sitting->plays[i]);
            if ((out->count > 0 && out->place) || opened == PLAYS_MOST) {
                return;
            }
            if (may_hold_kit(cove, play)) {
                add_play(cove, play, out);
                opened++;
            }
        }
    }
}
