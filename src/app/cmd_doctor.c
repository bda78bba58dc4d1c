/* `pebblecove doctor`: looks at everything that can be looked at, and says what to do. Without the
 * passphrase what shows while all is locked; with it everything. Changes nothing. */
#include "app/commands.h"
#include "app/doctor.h"
#include "app/kept_here.h"

#include "base/file.h"
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

/* What was promised and cannot be read is said before anything is looked at. */
static bool read_given(const Options *options, char *line, size_t size, Error *error)
{
    const char *number = options->passphrase_fd;
    return !number || read_line((int)strtol(number, NULL, 10), line, size) ||
           error_set(error, ERROR_USAGE, "--passphrase-fd",
                     "No passphrase can be read from the open file %s: give it one, such as "
                     "3<FILE for --passphrase-fd 3.",
                     number);
}

static bool has_passphrase(const Options *options, char *line, size_t size)
{
    return line[0] != '\0' || (!options->json && ask(line, size));
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
                     "There is something to do, as named above (errors: %zu, warnings: %zu).",
                     errors, warnings);
}

/* ---- looking ---- */

static void look(const Options *options, Doctor *doctor, char *passphrase, size_t size)
{
    if (folder_exists(doctor->data)) {
        doctor_folder(doctor);
    }
    doctor_record(doctor);
    doctor_backups(doctor);
    doctor_program(doctor);
    doctor_fonts(doctor);
    if (doctor->sound && has_passphrase(options, passphrase, size)) {
        doctor_open(doctor, passphrase);
    }
}

static bool look_with(const Options *options, const char *data, Error *error)
{
    Folders folders;
    char passphrase[PASSPHRASE_BYTES] = "";
    if (!read_given(options, passphrase, sizeof passphrase, error) ||
        !folders_find(NULL, &folders, error)) {
        return false;
    }
    Doctor doctor = {.data = data, .folders = &folders};
    look(options, &doctor, passphrase, sizeof passphrase);
    memory_wipe(passphrase, sizeof passphrase);
    options->json ? print_json(&doctor) : print_for_people(&doctor);
    bool well = judge(&doctor, error);
    doctor_clear(&doctor);
    folders_clear(&folders);
    return well;
}

/* Where nothing is kept, nothing is held either: that would leave a file in any folder asked for.
 */
static bool look_held(const Options *options, const char *data, Error *error)
{
    int hold = -1;
    KeptHere what = kept_here(data);
    if (what == KEPT_NO_FOLDER && file_exists(data)) {
        return error_set(error, ERROR_USAGE, data,
                         "This is a file, and --data names a folder: look at the name again.");
    }
    if (what > KEPT_NOTHING && !data_folder_hold(data, &hold, error)) {
        return false;
    }
    bool well = look_with(options, data, error);
    data_folder_release(hold);
    return well;
}

bool cmd_doctor(const Options *options, Error *error)
{
    char *data;
    if (!data_folder_find(options->data, &data, error)) {
        return false;
    }
    bool well = look_held(options, data, error);
    free(data);
    return well;
}
