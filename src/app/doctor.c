#include "app/doctor.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void add(Doctor *doctor, DoctorLevel level, const char *about, char *sentence)
{
    list_room((void **)&doctor->findings, &doctor->room, doctor->count, sizeof *doctor->findings);
    doctor->findings[doctor->count++] = (DoctorFinding){level, about, sentence};
}

void doctor_say(Doctor *doctor, DoctorLevel level, const char *about, const char *format, ...)
{
    char sentence[1024];
    va_list values;
    va_start(values, format);
    vsnprintf(sentence, sizeof sentence, format, values);
    va_end(values);
    add(doctor, level, about, memory_copy_string(sentence));
}

void doctor_say_error(Doctor *doctor, DoctorLevel level, const char *about, const Error *error)
{
    char text[sizeof error->place + sizeof error->sentence + 4];
    add(doctor, level, about, memory_copy_string(error_text(error, text, sizeof text)));
}

void doctor_clear(Doctor *doctor)
{
    for (size_t i = 0; i < doctor->count; i++) {
        free(doctor->findings[i].sentence);
    }
    free(doctor->findings);
    doctor->findings = NULL;
    doctor->count = doctor->room = 0;
}
