#include "screen/sign_in.h"

#include "screen/logging.h"
#include "screen/screens.h"
#include "screen/sitting.h"
#include "vault/passphrase.h"
#include "vault/proof.h"

#include <stdio.h>
#include <string.h>

_Static_assert((int)SIGN_IN_PROOF == (int)PROOF_BYTES, "a proof fits into an event");

static const Record *record_of(const Cove *cove)
{
    return keeper_record(cove->keeper);
}

/* ---- visits ---- */

const Person *visit_person(const Cove *cove, const Visit *visit, const Case **family)
{
    *family = visit->person.text[0] ? record_case(record_of(cove), visit->family) : NULL;
    return *family ? case_person(*family, visit->person) : NULL;
}

/* Nobody has to say who they are. */
static bool is_free(const Cove *cove, const Visit *visit)
{
    if (!cove->keeper) {
        return true;
    }
    bool nobody = visit->person.text[0] == '\0';
    return nobody ? cove->vault == NULL : !record_sign_in(record_of(cove), visit->person);
}

void visit_ask(Cove *cove, Stage *stage, const Visit *visit)
{
    if (is_free(cove, visit)) {
        visit_go(cove, stage, visit);
    } else if (visit->person.text[0]) {
        stage_push(stage, screen_sign_ask(cove, stage, visit));
    } else {
        stage_push(stage, screen_sign_let(cove, stage, visit));
    }
}

/* Children come for what was given in the room; grown-ups for their work at home. */
static Setting setting_of(const Cove *cove, const Visit *visit)
{
    const Case *family;
    const Person *person = visit_person(cove, visit, &family);
    return person->role == PERSON_CHILD ? SETTING_ROOM : SETTING_HOME;
}

void visit_go(Cove *cove, Stage *stage, const Visit *visit)
{
    switch (visit->why) {
    case VISIT_BEGIN:
        sitting_begin(cove, stage, visit->family, visit->person, setting_of(cove, visit));
        break;
    case VISIT_RESUME: sitting_resume(cove, stage, visit->sitting); break;
    case VISIT_UNCOVER:
        log_uncovered(cove, visit->person);
        stage_uncover(stage);
        break;
    }
}

/* ---- proofs ---- */

/* What the proof is made of: a word of one way is not one of another. */
static void whole_secret(SignInWay way, const char *secret, char out[PASSPHRASE_BYTES + 16])
{
    char tidy[PASSPHRASE_BYTES];
    passphrase_normal(secret, tidy);
    snprintf(out, PASSPHRASE_BYTES + 16, "%s:%s", sign_in_way_id(way), tidy);
    memory_wipe(tidy, sizeof tidy);
}

bool sign_in_keep(Cove *cove, Id person, SignInWay way, const char *animal, const char *secret,
                  Error *error)
{
    char whole[PASSPHRASE_BYTES + 16];
    Event event = {.type = EVENT_SIGN_IN, .person_id = person, .way = way};
    snprintf(event.picture, sizeof event.picture, "%s", animal);
    whole_secret(way, secret, whole);
    bool made = proof_make(cove->kind, whole, event.proof, error);
    memory_wipe(whole, sizeof whole);
    return made && cove_keep(cove, &event, 1, error);
}

bool sign_in_take_away(Cove *cove, Id person, Error *error)
{
    Event event = {.type = EVENT_SIGN_IN, .person_id = person, .way = SIGN_IN_NONE};
    sign_in_forgive(cove, person);
    return cove_keep(cove, &event, 1, error);
}

/* ---- patience ---- */

enum { NOT_THERE = SIGN_IN_TRIERS };

static size_t place_of(const Cove *cove, Id person)
{
    size_t place = 0;
    while (place < SIGN_IN_TRIERS && !id_same(cove->sign_in_tries[place].person, person)) {
        place++;
    }
    return place;
}

static Patience patience_of(const Cove *cove, Id person)
{
    size_t place = place_of(cove, person);
    return place == NOT_THERE ? (Patience){0} : cove->sign_in_tries[place].patience;
}

/* Where no place is free, whoever's wait is over first gives theirs up. */
static size_t new_place(Cove *cove, Id person)
{
    size_t place = 0;
    for (size_t i = 1; i < SIGN_IN_TRIERS; i++) {
        int64_t until = cove->sign_in_tries[i].patience.until;
        place = until < cove->sign_in_tries[place].patience.until ? i : place;
    }
    cove->sign_in_tries[place] = (SignInTries){.person = person};
    return place;
}

int64_t sign_in_wait_left(const Cove *cove, Id person)
{
    int64_t left = patience_of(cove, person).until - clock_ticks(&cove->clock);
    return left > 0 ? left : 0;
}

int64_t sign_in_wait_whole(const Cove *cove, Id person)
{
    return sign_in_wait_ms(patience_of(cove, person).wrong);
}

void sign_in_forgive(Cove *cove, Id person)
{
    size_t place = place_of(cove, person);
    if (place != NOT_THERE) {
        cove->sign_in_tries[place] = (SignInTries){.person = {""}};
    }
}

static void count_wrong(Cove *cove, Id person)
{
    size_t place = place_of(cove, person);
    place = place == NOT_THERE ? new_place(cove, person) : place;
    Patience *patience = &cove->sign_in_tries[place].patience;
    patience->until = clock_ticks(&cove->clock) + sign_in_wait_ms(++patience->wrong);
}

bool sign_in_try(Cove *cove, Id person, const char *secret)
{
    const SignIn *kept = record_sign_in(record_of(cove), person);
    if (!kept || sign_in_wait_left(cove, person) > 0) {
        return false;
    }
    char whole[PASSPHRASE_BYTES + 16];
    whole_secret(kept->way, secret, whole);
    bool right = proof_fits(kept->proof, whole);
    memory_wipe(whole, sizeof whole);
    if (right) {
        sign_in_forgive(cove, person);
    } else {
        count_wrong(cove, person);
    }
    return right;
}
