#include "screen/erasing.h"

#include "screen/may.h"
#include "screen/safekeeping.h"
#include "store/erase.h"
#include "vault/erased.h"

static bool refuse(Error *error, const char *why)
{
    return error_set(error, ERROR_REFUSED, "erase", "%s", why);
}

static const Case *family_of(const Cove *cove, const Whose *whose)
{
    const Case *family = record_case(keeper_record(cove->keeper), whose->family);
    bool there = family && (!whose->one.text[0] || case_person(family, whose->one));
    return there ? family : NULL;
}

bool erase_allowed(const Cove *cove, const Whose *whose, Error *error)
{
    const Case *family = family_of(cove, whose);
    if (!cove->vault || !family) {
        return refuse(error, "There is nothing here that could be erased: the sample family is "
                             "not kept, and goes when you leave it.");
    }
    if (!helper_may(family, ACCESS_CASE, ACCESS_ERASE)) {
        return refuse(error, "There is a legal hold on this case, so nothing of it may be erased. "
                             "The hold is taken away in the case file, with its reason.");
    }
    if (keeper_unsaved(cove->keeper).state != SAVING_DONE) {
        return refuse(error, "Something is still being saved. Wait until it is, and try again.");
    }
    if (record_sitting_open(keeper_record(cove->keeper))) {
        return refuse(error, "A sitting is still open. Finish it at the door first.");
    }
    return !whose->one.text[0] || !vault_case_is_early(cove->vault, whose->family) ||
           refuse(error, "This case was begun before people had keys of their own: what is theirs "
                         "is locked with the key of the whole case. Only all of it can be erased.");
}

/* The door must not look for people who are gone. */
static bool send_home(Cove *cove, const Whose *whose, Error *error)
{
    const Case *here = record_case_here(keeper_record(cove->keeper));
    Event nobody = {.type = EVENT_FAMILY_HERE};
    bool stays = !here || whose->one.text[0] || !id_same(here->id, whose->family);
    return stays || cove_keep(cove, &nobody, 1, error);
}

bool erase_for_good(Cove *cove, const Whose *whose, EraseWhy why, Error *error)
{
    if (!erase_allowed(cove, whose, error) || !send_home(cove, whose, error)) {
        return false;
    }
    safekeeping_close(&cove->safe); /* a backup under way reads the record */
    keeper_close(cove->keeper);
    cove->keeper = NULL;
    int64_t now = clock_wall(&cove->clock);
    bool erased = store_erase(cove->data_folder, cove->vault, whose, (int)why, now, error);
    /* what was cut short after the keys is finished by opening */
    return cove_reopen(cove, erased ? error : NULL) && !family_of(cove, whose);
}

/* ---- saying so ---- */

/* What they shared with others goes without saying. Nothing of a case that is gone is said. */
static bool is_to_be_told(const Record *record, const Whose *whose)
{
    if (!whose->one.text[0]) {
        return !record_is_erased(record, whose->family);
    }
    const Case *family = record_case(record, whose->family);
    return !whose->two.text[0] && family && !case_is_gone(family, whose->one);
}

void erase_tell(Cove *cove)
{
    Erased erased;
    for (size_t i = 0; vault_erased_at(cove->vault, i, &erased); i++) {
        bool person = erased.whose.one.text[0] != '\0';
        Event event = {.type = person ? EVENT_PERSON_ERASED : EVENT_ERASED,
                       .case_id = erased.whose.family,
                       .person_id = erased.whose.one,
                       .why = erase_why_word((EraseWhy)erased.why) ? (EraseWhy)erased.why
                                                                   : ERASE_OTHER};
        if (is_to_be_told(keeper_record(cove->keeper), &erased.whose)) {
            (void)cove_keep(cove, &event, 1, NULL); /* else with the next start */
        }
    }
}
