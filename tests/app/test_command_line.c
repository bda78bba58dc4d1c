/* The command line from outside: for every bad input one clear sentence on standard error and an
 * exit code: 2 for the command line itself, 1 for the rest. */
#include "base/file.h"
#include "base/text.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { ARGUMENTS_MAX = 8, OUTPUT_MAX = 64 * 1024 };

#define SCRATCH COVE_SCRATCH_DIR "/command-line"
#define DATA SCRATCH "/data"
#define LOCKED SCRATCH "/locked"
#define BROKEN SCRATCH "/broken"
#define A_FILE SCRATCH "/a-file"

/* ---- running the program ---- */

typedef struct Ran {
    int exit_code;
    char out[OUTPUT_MAX], err[OUTPUT_MAX];
} Ran;

static void read_all(int file, char *buffer)
{
    size_t length = 0;
    ssize_t part;
    while ((part = read(file, buffer + length, OUTPUT_MAX - 1 - length)) > 0) {
        length += (size_t)part;
    }
    buffer[length] = '\0';
    close(file);
}

/* In the child: no display that is real, nothing of the person who runs the tests. */
static void become(char *const *arguments, const char *home, int out, int err)
{
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("XDG_DATA_HOME");
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    home ? setenv("HOME", home, 1) : unsetenv("HOME");
    alarm(600);
    execv(COVE_PROGRAM, arguments);
    _exit(127);
}

static void run(const char *const *words, const char *home, Ran *ran)
{
    char *arguments[ARGUMENTS_MAX + 2] = {COVE_PROGRAM};
    int out[2], err[2], status;
    for (int i = 0; i < ARGUMENTS_MAX && words[i]; i++) {
        arguments[i + 1] = (char *)(uintptr_t)words[i];
    }
    assert_int_equal(pipe(out), 0);
    assert_int_equal(pipe(err), 0);
    pid_t child = fork();
    if (child == 0) {
        become(arguments, home, out[1], err[1]);
    }
    close(out[1]);
    close(err[1]);
    read_all(out[0], ran->out);
    read_all(err[0], ran->err);
    waitpid(child, &status, 0);
    ran->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* ---- what is refused ---- */

typedef struct Refused {
    const char *arguments[ARGUMENTS_MAX];
    int exit_code;
    const char *sentence; /* after "pebblecove: " */
} Refused;

#define SEE_HELP "see pebblecove --help."
#define NO_SIZE                                                                                    \
    " is no size: give width x height in pixels, from 640x480 to 8192x8192, such as 1280x720."
#define NO_SCALE " is no text size: give a number from 1 to 2, such as 1.5."

static const Refused refused[] = {
    {{"--windo", "800x600"}, 2, "--windo: There is no such option: " SEE_HELP},
    {{"-h"}, 2, "-h: There is no such option: " SEE_HELP},
    {{"open"}, 2, "open: There is no such command: " SEE_HELP},
    {{""}, 2, "\"\": This word is empty: " SEE_HELP},
    {{"backup", ""}, 2, "\"\": This word is empty: " SEE_HELP},
    {{"backup", DATA, "now"}, 2, "now: This is one word too many: " SEE_HELP},
    {{"backup"}, 2, "backup: It needs to know where to: pebblecove backup DIR."},
    {{"restore"}, 2, "restore: It needs to know which: pebblecove restore BACKUP."},
    {{"--data", DATA, "doctor"},
     2,
     "doctor: The command comes first, before all options: " SEE_HELP},
    {{"doctor", "now"}, 2, "now: This command takes no such word: " SEE_HELP},
    {{"doctor", "--passphrase-fd", "x"},
     2,
     "--passphrase-fd: \"x\" is no number of an open file, such as 3."},
    {{"doctor", "--data", DATA, "--passphrase-fd", "99"},
     2,
     "--passphrase-fd: No passphrase can be read from the open file 99: give it one, such as "
     "3<FILE for --passphrase-fd 3."},
    {{"doctor", "--data", A_FILE},
     2,
     A_FILE ": This is a file, and --data names a folder: look at the name again."},
    {{"backup", "--data", SCRATCH "/nowhere", DATA},
     1,
     SCRATCH "/nowhere: There is no record in this folder. Name another one with --data."},
    {{"restore", "--data", SCRATCH "/nowhere", DATA},
     1,
     DATA ": This is no backup of Pebble Cove. Name a folder such as backups/2026-11-22-1405."},
    {{"--data"}, 2, "--data: A value is missing: give --data DIR."},
    {{"--data", ""}, 2, "--data: A value is missing: give --data DIR."},
    {{"--data="}, 2, "--data: A value is missing: give --data DIR."},
    {{"--data", "--content"}, 2, "--data: A value is missing: give --data DIR."},
    {{"--help=yes"}, 2, "--help: This option takes no value."},
    {{"--window", "800"}, 2, "--window: \"800\"" NO_SIZE},
    {{"--window", "800x"}, 2, "--window: \"800x\"" NO_SIZE},
    {{"--window", "800x600x2"}, 2, "--window: \"800x600x2\"" NO_SIZE},
    {{"--window", "-800x600"}, 2, "--window: \"-800x600\"" NO_SIZE},
    {{"--window", "639x480"}, 2, "--window: \"639x480\"" NO_SIZE},
    {{"--window", "99999x600"}, 2, "--window: \"99999x600\"" NO_SIZE},
    {{"--window=0x0"}, 2, "--window: \"0x0\"" NO_SIZE},
    {{"--text-scale", "big"}, 2, "--text-scale: \"big\"" NO_SCALE},
    {{"--text-scale", "0.5"}, 2, "--text-scale: \"0.5\"" NO_SCALE},
    {{"--text-scale", "3"}, 2, "--text-scale: \"3\"" NO_SCALE},
    {{"--text-scale", "1.5.2"}, 2, "--text-scale: \"1.5.2\"" NO_SCALE},
    {{"--text-scale", "nan"}, 2, "--text-scale: \"nan\"" NO_SCALE},
    {{"--theme", "pink"}, 2, "--theme: \"pink\" is no theme: there are day, dusk and contrast."},
    {{"--out", DATA}, 2, "--out: This option does not belong to this command: " SEE_HELP},
    {{"tour"}, 2, "tour: It needs a folder for its pictures: pebblecove tour --out DIR."},
    {{"tour", "--out"}, 2, "--out: A value is missing: give --out DIR."},
    {{"tour", "--data", DATA, "--out", DATA},
     2,
     "--data: This option does not belong to this command: " SEE_HELP},
    {{"tour", "now"}, 2, "now: This command takes no such word: " SEE_HELP},
    {{"check", "--explain"}, 2, "--explain: A value is missing: give --explain RULE."},
    {{"check", "--json=yes"}, 2, "--json: This option takes no value."},
    {{"--strict"}, 2, "--strict: This option does not belong to this command: " SEE_HELP},
    {{"check", "--explain", "unknown-pag"},
     2,
     "unknown-pag: There is no such rule. Near it: unknown-key, unknown-page."},
    {{"check", "--explain", "zzzzzzzz"},
     2,
     "zzzzzzzz: There is no such rule. All are listed in docs/content-format.md."},
    {{"check", "--window", "800x600"},
     2,
     "--window: This option does not belong to this command: " SEE_HELP},

    {{"check", SCRATCH "/nowhere"},
     1,
     SCRATCH "/nowhere: There is no such file or folder to check: look at the name again."},
    {{"check", BROKEN},
     1,
     "check: 2 errors must be mended before this can be used (and 0 warnings)."},
    {{"--content", SCRATCH "/nowhere"},
     1,
     SCRATCH "/nowhere: There is no such folder with activities: check what --content says."},
    {{"--data", DATA, "--content", A_FILE},
     1,
     A_FILE ": There is no such folder with activities: check what --content says."},
    {{"--data", A_FILE}, 1, A_FILE ": A file of this name is in the way: choose another name."},
    {{"tour", "--out", DATA, "--speak-log", "/nowhere/said.txt"},
     1,
     "/nowhere/said.txt: What is said cannot be written here: check the folder that --speak-log "
     "names."},
    {{"--data", A_FILE "/data"},
     1,
     A_FILE ": A file of this name is in the way: choose another name."},
    {{"--data", "/proc/pebblecove"},
     1,
     "/proc/pebblecove: There is no such file or folder: check the name."},
    {{"tour", "--out", A_FILE},
     1,
     A_FILE ": A file of this name is in the way: choose another name."},
};

static void put(const char *path, const char *bytes)
{
    assert_true(file_write(path, bytes, strlen(bytes), NULL));
}

static int set_up(void **state)
{
    (void)state;
    assert_true(folder_make(DATA, NULL));
    assert_true(folder_make(LOCKED, NULL));
    assert_true(folder_make(BROKEN "/strings", NULL));
    put(A_FILE, "here");
    put(BROKEN "/module.json", "{\"format\": 1,}");
    return 0;
}

/* Exactly one line, and it is the sentence. */
static void assert_says(const Ran *ran, int exit_code, const char *sentence)
{
    Text line;
    text_init(&line);
    text_addf(&line, "pebblecove: %s\n", sentence);
    assert_string_equal(ran->err, line.bytes);
    assert_int_equal(ran->exit_code, exit_code);
    text_clear(&line);
}

static void test_refused(void **state)
{
    (void)state;
    Ran ran;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        run(refused[i].arguments, SCRATCH, &ran);
        assert_says(&ran, refused[i].exit_code, refused[i].sentence);
    }
    assert_false(folder_exists(SCRATCH "/nowhere")); /* a wrong name makes no folder */
}

static void test_no_home(void **state)
{
    (void)state;
    Ran ran;
    const char *const nothing[] = {NULL};
    run(nothing, NULL, &ran);
    assert_says(&ran, 1,
                "HOME: This variable names no folder, so there is no place for cases: set it, or "
                "give --data DIR.");
}

/* A folder without rights; the one who may do everything is not stopped by them. */
static void test_no_rights(void **state)
{
    (void)state;
    if (geteuid() == 0) {
        skip();
    }
    Ran ran;
    const char *const words[] = {"--data", SCRATCH "/closed", NULL};
    assert_true(folder_make(SCRATCH "/closed", NULL));
    assert_int_equal(chmod(SCRATCH "/closed", 0500), 0);
    run(words, SCRATCH, &ran);
    chmod(SCRATCH "/closed", 0700);
    assert_says(&ran, 1,
                SCRATCH "/closed: Nothing can be kept in this folder: change its permissions, or "
                        "give another with --data DIR.");
}

static void test_second_start(void **state)
{
    (void)state;
    Ran ran;
    const char *const words[] = {"--data", LOCKED, NULL};
    assert_true(folder_make(LOCKED, NULL));
    int first = open(LOCKED "/in-use", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    assert_int_equal(flock(first, LOCK_EX | LOCK_NB), 0);
    run(words, SCRATCH, &ran);
    close(first);
    assert_int_equal(ran.exit_code, 1);
    assert_true(text_starts(ran.err, "pebblecove: " LOCKED));
    assert_non_null(strstr(ran.err, "is already open with this data folder"));
    assert_ptr_equal(strchr(ran.err, '\n'), ran.err + strlen(ran.err) - 1);
}

/* ---- what is fine ---- */

static void test_help(void **state)
{
    (void)state;
    Ran ran;
    const char *const asked[][3] = {{"--help"}, {"tour", "--help"}, {"check", "--help"}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        run(asked[i], SCRATCH, &ran);
        assert_int_equal(ran.exit_code, 0);
        assert_string_equal(ran.err, "");
        assert_non_null(strstr(ran.out, "pebblecove tour --out DIR"));
        assert_null(strstr(ran.out, "--bench-mark"));
    }
}

static void test_version(void **state)
{
    (void)state;
    Ran ran;
    const char *const words[] = {"--version", NULL};
    run(words, SCRATCH, &ran);
    assert_int_equal(ran.exit_code, 0);
    assert_string_equal(ran.out, "pebblecove " COVE_VERSION "\n");
    assert_string_equal(ran.err, "");
}

/* Every fault of the broken module, each on a line of its own. */
static void test_check_lists_faults(void **state)
{
    (void)state;
    Ran ran;
    const char *const words[] = {"check", BROKEN, NULL};
    run(words, SCRATCH, &ran);
    assert_non_null(strstr(ran.out, BROKEN "/module.json: 1:14: error: "));
    assert_non_null(strstr(ran.out, BROKEN "/strings/en.json: "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_no_home),
        cmocka_unit_test(test_no_rights),
        cmocka_unit_test(test_second_start),
        cmocka_unit_test(test_help),
        cmocka_unit_test(test_version),
        cmocka_unit_test(test_check_lists_faults),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
