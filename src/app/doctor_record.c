#include "app/doctor.h"
#include "app/kept_here.h"

#include "store/record_look.h"
#include "vault/key_look.h"

#include <inttypes.h>

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

static void look_at_entries(Doctor *doctor)
{
    Error error = {0};
    uint64_t entries;
    doctor->sound = record_look(doctor->data, &entries, &error);
    if (doctor->sound) {
        doctor_say(doctor, DOCTOR_WELL, "record",
                   "The record is whole as far as that shows while it is locked, each entry in its "
                   "place (%" PRIu64 ").",
                   entries);
        return;
    }
    doctor_say_error(doctor, DOCTOR_ERROR, "record", &error);
    doctor_say(doctor, DOCTOR_ERROR, "record",
               "Start Pebble Cove and unlock it: you can go on with what can be read, or go back "
               "to a backup. Nothing is thrown away.");
}

/* What keeps anything from being looked at, or is missing beside it. */
static void say_lack(Doctor *doctor, KeptHere what)
{
    Error error = {0};
    (void)kept_refuse(what, doctor->data, &error);
    doctor_say_error(doctor, DOCTOR_ERROR, what == KEPT_NO_MARK ? "mark" : "record", &error);
    doctor->sound = false;
}

void doctor_record(Doctor *doctor)
{
    KeptHere what = kept_here(doctor->data);
    if (what == KEPT_NO_FOLDER || what == KEPT_NOTHING) {
        doctor_say(doctor, DOCTOR_WELL, "record", "Nothing is kept in %s yet.", doctor->data);
        return;
    }
    if ((what == KEPT_WHOLE || what == KEPT_NO_MARK) && look_at_keys(doctor)) {
        look_at_entries(doctor);
    }
    if (what != KEPT_WHOLE) {
        say_lack(doctor, what);
    }
}
