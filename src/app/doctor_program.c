#include "app/doctor.h"

#include "activity/kind.h"
#include "base/file.h"
#include "content/library.h"

static void look_at_content(Doctor *doctor)
{
    Faults *faults = faults_new();
    content_check(doctor->folders->content, kinds_content(), faults);
    size_t errors = faults_errors(faults);
    faults_free(faults);
    if (errors > 0) {
        doctor_say(doctor, DOCTOR_ERROR, "content",
                   "The modules that came with the program have faults (%zu). Install it again, or "
                   "run: pebblecove check",
                   errors);
    } else {
        doctor_say(doctor, DOCTOR_WELL, "content",
                   "The modules that came with the program are whole.");
    }
}

void doctor_program(Doctor *doctor)
{
    const Folders *folders = doctor->folders;
    bool speech = folders->speech && file_exists(folders->speech);
    doctor_say(doctor, speech ? DOCTOR_WELL : DOCTOR_WARNING, "voice", "%s",
               speech ? "The speech helper is there."
                      : "The speech helper is not there: nothing but recordings is read aloud. "
                        "Install pebblecove again, with espeak-ng.");
    look_at_content(doctor);
}
