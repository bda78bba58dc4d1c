#include "screen/erasing.h"

#include "screen/may.h"
#include "screen/safekeeping.h"
#include "store/erase.h"
#include "vault/erased.h"

static bool refuse(Error *error, const char *why)
{
    return error_set(error, ERROR_REFUSED, "erase", "%s", why);
}

bool erase_allowed(const Cove *cove, Id id, Error *error)
{
    const Record *record = keeper_record(cove->keeper);
    const Case *family = record_case(record, id);
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
    return !record_sitting_open(record) ||
           refuse(error, "A sitting is still open. Finish it at the door first.");
}

/* The door must not look for people who are gone. */
static bool send_home(Cove *cove, Id family, Error *error)
{
    const Case *here = record_case_here(keeper_record(cove->keeper));
    Event nobody = {.type = EVENT_FAMILY_HERE};
    return !here || !id_same(here->id, family) || cove_keep(cove, &nobody, 1, error);
}

bool erase_case(Cove *cove, Id family, EraseWhy why, Error *error)
{
    if (!erase_allowed(cove, family, error) || !send_home(cove, family, error)) {
        return false;
    }
    safekeeping_close(&cove->safe); /* a backup under way reads the record */
    keeper_close(cove->keeper);
    cove->keeper = NULL;
    int64_t now = clock_wall(&cove->clock);
    const Whose whose = whose_case(family);
    bool erased = store_erase(cove->data_folder, cove->vault, &whose, why, now, error);
    /* what was cut short after the key is finished by opening */
    return cove_reopen(cove, erased ? error : NULL) &&
           !record_case(keeper_record(cove->keeper), family);
}

void erase_tell(Cove *cove)
{
    Erased erased;
    for (size_t i = 0; vault_erased_at(cove->vault, i, &erased); i++) {
        Event event = {.type = EVENT_ERASED,
                       .case_id = erased.whose.family,
                       .why = erase_why_word((EraseWhy)erased.why) ? (EraseWhy)erased.why
                                                                   : ERASE_OTHER};
        if (!record_is_erased(keeper_record(cove->keeper), erased.whose.family)) {
            (void)cove_keep(cove, &event, 1, NULL); /* else with the next start */
        }
    }
}
