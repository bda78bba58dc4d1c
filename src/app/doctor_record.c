#include "app/doctor.h"

#include "base/file.h"
#include "store/record_look.h"
#include "vault/key_look.h"
#include "vault/vault.h"

#include <inttypes.h>
#include <stdlib.h>

static bool look_at_keys(Doctor *doctor)
{
    KeyLook keys;
    Error error = {0};
    if (!vault_look(doctor->data, &keys, &error)) {
        doctor_say_error(doctor, DOCTOR_ERROR, "keys", &error);
        return false;
    }
    doctor_say(doctor, keys.trial ? DOCTOR_WARNING : DOCTOR_WELL, "keys", "%s",
               keys.trial ? "The keys were made for trying out and protect nothing."
                          : "The file with the keys is whole.");
    return true;
}

void doctor_record(Doctor *doctor)
{
    Error error = {0};
    uint64_t entries;
    if (!vault_exists(doctor->data)) {
        doctor_say(doctor, DOCTOR_WELL, "record", "Nothing is kept in %s yet.", doctor->data);
        return;
    }
    if (!look_at_keys(doctor)) {
        return;
    }
    doctor->sound = record_look(doctor->data, &entries, &error);
    if (!doctor->sound) {
        doctor_say_error(doctor, DOCTOR_ERROR, "record", &error);
        doctor_say(
            doctor, DOCTOR_ERROR, "record",
            "Start Pebble Cove and unlock it: you can go on with what can be read, or go back "
            "to a backup. Nothing is thrown away.");
        return;
    }
    doctor_say(doctor, DOCTOR_WELL, "record",
               "The record is whole as far as that shows while it is locked: %" PRIu64
               " entries, each in its place.",
               entries);
    if (!record_mark_look(doctor->data)) {
        doctor_say(doctor, DOCTOR_ERROR, "mark",
                   "The file record.mark is missing or damaged, so parts of the record may be "
                   "missing. Start Pebble Cove and unlock it to go on with what is there.");
        doctor->sound = false;
    }
}
