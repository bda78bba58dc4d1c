#include "app/doctor.h"

#include "record/record_copies.h"
#include "store/erased_people.h"
#include "store/seal_old.h"
#include "vault/vault.h"

#include <stdlib.h>

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static void look_at_words(Doctor *doctor, const Record *record)
{
    size_t missing = 0;
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        for (size_t p = 0; p < sitting->play_count; p++) {
            missing += !record_content(record, &record_play(record, sitting->plays[p])->digest);
        }
    }
    doctor_say(doctor, missing ? DOCTOR_ERROR : DOCTOR_WELL, "words", "%s",
               missing ? "Words of plays are missing from the record: they cannot be shown as they "
                         "were."
                       : "The words of every play are kept as they were.");
}

static void look_at_copies(Doctor *doctor, const Record *record)
{
    size_t count = record_salvage_count(record);
    if (count > 0) {
        doctor_say(
            doctor, DOCTOR_WELL, "entries",
            "The record was damaged and went on (times: %zu); the page Safekeeping says what was "
            "lost.",
            count);
    }
    doctor_say(doctor, DOCTOR_WELL, "backups",
               "Copies the record knows of, here and elsewhere: %zu.", record_copy_count(record));
}

/* Every entry is opened where it stands, and must follow from those before it. */
static void look(Doctor *doctor, Store *store)
{
    Error error = {0};
    Record *record = record_new();
    erased_people_tell(store->vault, record);
    if (store_each(store, 0, fold, record, &error)) {
        doctor_say(doctor, DOCTOR_WELL, "entries",
                   "Every entry opens and follows from those before it.");
        look_at_words(doctor, record);
        look_at_copies(doctor, record);
    } else {
        doctor_say_error(doctor, DOCTOR_ERROR, "entries", &error);
    }
    record_free(record);
}

void doctor_open(Doctor *doctor, const char *passphrase)
{
    Vault *vault;
    Store *store;
    Error error = {0};
    if (!vault_open(doctor->data, VAULT_REAL, passphrase, &vault, &error)) {
        doctor_say_error(doctor, DOCTOR_ERROR, "keys", &error);
        return;
    }
    if (store_open_sealed(doctor->data, vault, &store, &error)) {
        look(doctor, store);
        store_close(store);
    } else {
        doctor_say_error(doctor, DOCTOR_ERROR, "entries", &error);
    }
    vault_close(vault);
}
