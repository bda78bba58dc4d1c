/* What `pebblecove doctor` finds. Each doctor_*.c looks at one thing and adds what it found, in
 * sentences for whoever has to do something. */
#ifndef APP_DOCTOR_H
#define APP_DOCTOR_H

#include "app/folders.h"

#include <stddef.h>

typedef enum DoctorLevel { DOCTOR_WELL, DOCTOR_WARNING, DOCTOR_ERROR } DoctorLevel;

typedef struct DoctorFinding {
    DoctorLevel level;
    const char *about; /* "record", "backups", ... */
    char *sentence;    /* owned */
} DoctorFinding;

typedef struct Doctor {
    const char *data;
    const Folders *folders;
    DoctorFinding *findings;
    size_t count, room;
    bool sound; /* the record holds together as far as that shows without keys */
} Doctor;

void doctor_say(Doctor *doctor, DoctorLevel level, const char *about, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void doctor_say_error(Doctor *doctor, DoctorLevel level, const char *about, const Error *error);
void doctor_clear(Doctor *doctor);

/* doctor_folder.c: where it lies, who may read it, what was left lying, how much room there is. */
void doctor_folder(Doctor *doctor);
/* doctor_record.c: keys, record and mark, as far as they say anything to everybody. */
void doctor_record(Doctor *doctor);
/* doctor_backups.c: which there are, how old, and that the newest is whole. */
void doctor_backups(Doctor *doctor);
/* doctor_program.c: what came with it. */
void doctor_program(Doctor *doctor);
/* doctor_fonts.c: the letters it draws with. */
void doctor_fonts(Doctor *doctor);
/* doctor_open.c: everything, with the passphrase. */
void doctor_open(Doctor *doctor, const char *passphrase);

#endif
