/* `pebblecove doctor`: looks at everything that can be looked at, and says what to do. Without the
 * passphrase what shows while all is locked; with it everything. Changes nothing. */
#include "app/commands.h"
#include "app/doctor.h"

#include "base/json.h"
#include "base/memory.h"
#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* ---- the passphrase ---- */

/* One line, without its end. */
static bool read_line(int file, char *line, size_t size)
{
    size_t length = 0;
    char byte;
    while (read(file, &byte, 1) == 1 && byte != '\n') {
        if (length + 1 < size) {
            line[length++] = byte;
        }
    }
    line[length] = '\0';
    return length > 0;
}

static bool ask(char *line, size_t size)
{
    struct termios usual, silent;
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &usual) != 0) {
        return false;
    }
    silent = usual;
    silent.c_lflag &= ~(tcflag_t)ECHO;
    fprintf(stderr, "Passphrase, to look at everything (Enter: look from outside only): ");
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    bool given = read_line(STDIN_FILENO, line, size);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual);
    fprintf(stderr, "\n");
    return given;
}

static bool find_passphrase(const Options *options, char *line, size_t size)
{
    if (options->passphrase_fd) {
        return read_line((int)strtol(options->passphrase_fd, NULL, 10), line, size);
    }
    return !options->json && ask(line, size);
}

/* ---- saying it ---- */

static const char *level_name(DoctorLevel level)
{
    return level == DOCTOR_WELL ? "well" : level == DOCTOR_WARNING ? "warning" : "error";
}

static void print_for_people(const Doctor *doctor)
{
    for (size_t i = 0; i < doctor->count; i++) {
        const DoctorFinding *finding = &doctor->findings[i];
        printf("%-7s %-9s %s\n", level_name(finding->level), finding->about, finding->sentence);
    }
}

static size_t count_of(const Doctor *doctor, DoctorLevel level)
{
    size_t count = 0;
    for (size_t i = 0; i < doctor->count; i++) {
        count += doctor->findings[i].level == level;
    }
    return count;
}

static void print_json(const Doctor *doctor)
{
    Json *json = json_object_new();
    json_add_integer(json, "format", 1);
    json_add_integer(json, "errors", (int64_t)count_of(doctor, DOCTOR_ERROR));
    json_add_integer(json, "warnings", (int64_t)count_of(doctor, DOCTOR_WARNING));
    Json *findings = json_add_array(json, "findings");
    for (size_t i = 0; i < doctor->count; i++) {
        Json *finding = json_add_object(findings, NULL);
        json_add_string(finding, "level", level_name(doctor->findings[i].level));
        json_add_string(finding, "about", doctor->findings[i].about);
        json_add_string(finding, "sentence", doctor->findings[i].sentence);
    }
    char *bytes = json_print(json, true);
    printf("%s", bytes);
    free(bytes);
    json_free(json);
}

static bool judge(const Doctor *doctor, Error *error)
{
    size_t errors = count_of(doctor, DOCTOR_ERROR), warnings = count_of(doctor, DOCTOR_WARNING);
    return errors + warnings == 0 ||
           error_set(error, errors ? ERROR_DAMAGED : ERROR_REFUSED, "doctor",
                     "There is something to do: %zu errors and %zu warnings are named above.",
                     errors, warnings);
}

/* ---- looking ---- */

static void look(const Options *options, Doctor *doctor)
{
    char passphrase[PASSPHRASE_BYTES] = "";
    doctor_folder(doctor);
    doctor_record(doctor);
    doctor_backups(doctor);
    doctor_program(doctor);
    doctor_fonts(doctor);
    if (doctor->sound && find_passphrase(options, passphrase, sizeof passphrase)) {
        doctor_open(doctor, passphrase);
    }
    memory_wipe(passphrase, sizeof passphrase);
}

static bool look_held(const Options *options, const char *data, Error *error)
{
    Folders folders;
    if (!folders_find(NULL, &folders, error)) {
        return false;
    }
    Doctor doctor = {.data = data, .folders = &folders};
    look(options, &doctor);
    options->json ? print_json(&doctor) : print_for_people(&doctor);
    bool well = judge(&doctor, error);
    doctor_clear(&doctor);
    folders_clear(&folders);
    return well;
}

bool cmd_doctor(const Options *options, Error *error)
{
    char *data;
    int hold;
    if (!data_folder_find(options->data, &data, error)) {
        return false;
    }
    bool held = data_folder_hold(data, &hold, error);
    bool well = held && look_held(options, data, error);
    if (held) {
        data_folder_release(hold);
    }
    free(data);
    return well;
}
