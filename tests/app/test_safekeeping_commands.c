/* backup, restore and doctor, run as people run them, on a real locked record. */
#include "base/file.h"
#include "base/json.h"
#include "record/story.h"
#include "store/backup_list.h"
#include "store/keeper.h"
#include "store/seal_old.h"
#include "vault/vault.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define SCRATCH COVE_SCRATCH_DIR "/safekeeping"
#define DATA SCRATCH "/data"
#define STICK SCRATCH "/stick"
#define SAID SCRATCH "/said"
#define PASSPHRASE "five words of a test"

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

static void empty(void)
{
    (void)nftw(SCRATCH, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    assert_true(folder_make(STICK, NULL));
}

static void tell(Keeper *keeper, Event event)
{
    Error error = {0};
    if (!keeper_keep(keeper, &event, 1, &error)) {
        fail_msg("%s", error.sentence);
    }
}

static Keeper *open_keeper(Vault *vault)
{
    Store *store;
    Keeper *keeper;
    Clock clock = clock_system();
    assert_true(store_open_sealed(DATA, vault, &store, NULL));
    assert_true(keeper_open(store, &clock, &keeper, NULL));
    return keeper;
}

static void make_record(void)
{
    Vault *vault;
    Recovery code;
    IdSource chance = ids_system();
    empty();
    recovery_new(&chance, &code);
    assert_true(vault_make(VAULT_REAL, PASSPHRASE, &code, &vault, NULL));
    assert_true(vault_place(vault, DATA, NULL));
    Keeper *keeper = open_keeper(vault);
    tell(keeper, story_case(1));
    tell(keeper, story_person(1, 1, TIER_T2));
    keeper_close(keeper);
    vault_close(vault);
}

static void add_case(int family)
{
    Vault *vault;
    assert_true(vault_open(DATA, VAULT_REAL, PASSPHRASE, &vault, NULL));
    Keeper *keeper = open_keeper(vault);
    tell(keeper, story_case(family));
    keeper_close(keeper);
    vault_close(vault);
}

/* What it said, out and err, is in SAID; returns its exit code. */
static int run(const char *arguments)
{
    char command[1024];
    snprintf(command, sizeof command, "'%s' %s >'" SAID "' 2>&1 </dev/null", COVE_PROGRAM,
             arguments);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static char *said(void)
{
    char *bytes;
    size_t size;
    assert_true(file_read(SAID, 1u << 20, &bytes, &size, NULL));
    return bytes;
}

static void assert_said(const char *part)
{
    char *all = said();
    if (!strstr(all, part)) {
        fail_msg("expected ...%s..., got %s", part, all);
    }
    free(all);
}

static void assert_not_said(const char *part)
{
    char *all = said();
    if (strstr(all, part)) {
        fail_msg("did not expect ...%s..., got %s", part, all);
    }
    free(all);
}

static void damage(void)
{
    char *bytes;
    size_t size;
    assert_true(file_read(DATA "/record.db", 1u << 24, &bytes, &size, NULL));
    bytes[size - 100] ^= 1;
    assert_true(file_write(DATA "/record.db", bytes, size, NULL));
    free(bytes);
}

static void test_there_and_back(void **state)
{
    (void)state;
    char command[512];
    make_record();
    assert_int_equal(run("backup --data '" DATA "' '" STICK "'"), 0);
    assert_said("2 entries, copied and checked");
    Backups all = backups_in(STICK);
    assert_int_equal(all.count, 1);
    add_case(2);
    snprintf(command, sizeof command, "restore --data '" DATA "' '%s'", all.list[0].path);
    assert_int_equal(run(command), 0);
    assert_said("1 fewer than now");
    assert_said("Nothing was changed");
    assert_said("restore --yes --data '" DATA "' '" STICK);
    snprintf(command, sizeof command, "restore --yes --data '" DATA "' '%s'", all.list[0].path);
    assert_int_equal(run(command), 0);
    assert_said("replaced");
    assert_int_equal(run("restore --data '" DATA "' '" STICK "'"), 1);
    assert_said("This is no backup");
    backups_clear(&all);
}

static int doctor(const char *passphrase)
{
    char command[512];
    snprintf(command, sizeof command,
             "doctor --passphrase-fd 9 --data '" DATA "' 9<<'END'\n%s\nEND\n", passphrase);
    char whole[1024];
    snprintf(whole, sizeof whole, "'%s' %s", COVE_PROGRAM, command);
    FILE *script = fopen(SCRATCH "/script", "w");
    assert_non_null(script);
    fputs(whole, script);
    fclose(script);
    int status = system("sh '" SCRATCH "/script' >'" SAID "' 2>&1 </dev/null");
    return WEXITSTATUS(status);
}

/* What is missing, and that nothing else is said of the record then. */
static void test_lacks(void **state)
{
    (void)state;
    static const struct {
        const char *file, *says;
    } lacks[] = {{"vault.keys", "The file with the keys (vault.keys) is missing"},
                 {"record.db", "The record is missing"},
                 {"record.mark", "The file record.mark is missing or damaged"}};
    make_record();
    for (size_t i = 0; i < sizeof lacks / sizeof *lacks; i++) {
        char *path = path_join(DATA, lacks[i].file);
        assert_int_equal(rename(path, SCRATCH "/aside"), 0);
        assert_int_equal(run("doctor --data '" DATA "'"), 1);
        assert_said(lacks[i].says);
        assert_int_equal(run("backup --data '" DATA "' '" STICK "'"), 1);
        assert_said(lacks[i].says);
        assert_int_equal(rename(SCRATCH "/aside", path), 0);
        free(path);
    }
}

/* Who may do everything becomes somebody who may not. */
static const char *as_nobody(void)
{
    return geteuid() == 0 ? "setpriv --reuid=65534 --clear-groups " : "";
}

static void test_closed_folder(void **state)
{
    (void)state;
    char command[1024];
    make_record();
    assert_int_equal(chmod(SCRATCH, 0755), 0);
    assert_int_equal(chmod(DATA, 0500), 0);
    snprintf(command, sizeof command, "%s'%s' doctor --data '%s' >'%s' 2>&1 </dev/null",
             as_nobody(), COVE_PROGRAM, DATA, SAID);
    int status = system(command);
    assert_int_equal(chmod(DATA, 0700), 0);
    if (WEXITSTATUS(status) >= 126) {
        skip(); /* this program lies where nobody else may come */
    }
    assert_int_equal(WEXITSTATUS(status), 1);
    assert_said("You may not write here");
    assert_not_said("reports a fault"); /* the disk */
    assert_not_said("damaged");
}

/* Doctor looks into any folder and leaves nothing in it. */
static void test_nothing_there(void **state)
{
    (void)state;
    char **names;
    size_t count;
    empty();
    assert_int_equal(chmod(STICK, 0700), 0);
    assert_int_equal(run("doctor --data '" STICK "'"), 0);
    assert_said("Nothing is kept in " STICK " yet");
    assert_true(folder_list(STICK, &names, &count, NULL));
    assert_int_equal(count, 0);
    file_names_free(names, count);
}

static void test_doctor(void **state)
{
    (void)state;
    make_record();
    assert_int_equal(run("doctor --data '" DATA "'"), 1); /* there is no backup */
    assert_said("each entry in its place (2)");
    assert_said("There is no backup yet");
    assert_int_equal(doctor(PASSPHRASE), 1);
    assert_said("Every entry opens");
    assert_said("The words of every play");
    assert_int_equal(doctor("some other words of it"), 1);
    assert_said("error   keys");
    assert_int_equal(chmod(DATA, 0755), 0);
    assert_int_equal(run("doctor --data '" DATA "'"), 1);
    assert_said("can be read by others");
    assert_int_equal(chmod(DATA, 0700), 0);
    damage();
    assert_int_equal(run("doctor --data '" DATA "'"), 1);
    assert_said("error   record");
    assert_said("you can go on with what can be read");
}

/* On a computer without any letters. */
static void test_doctor_of_fonts(void **state)
{
    (void)state;
    make_record();
    (void)run("doctor --data '" DATA "'");
    assert_said("well    fonts");
    FILE *none = fopen(SCRATCH "/no-fonts.conf", "w");
    assert_non_null(none);
    fputs("<?xml version=\"1.0\"?><fontconfig></fontconfig>", none);
    fclose(none);
    setenv("FONTCONFIG_FILE", SCRATCH "/no-fonts.conf", 1);
    assert_int_equal(run("doctor --data '" DATA "'"), 1);
    unsetenv("FONTCONFIG_FILE");
    assert_said("error   fonts");
    assert_said("fonts-sil-andika");
}

static void test_doctor_as_json(void **state)
{
    (void)state;
    Json *json;
    make_record();
    assert_int_equal(run("doctor --json --data '" DATA "'"), 1);
    char *all = said(), *begin = strchr(all, '{'), *end = strrchr(all, '}');
    assert_true(begin && end); /* what is to do is said on standard error */
    assert_true(json_parse(begin, (size_t)(end + 1 - begin), "doctor", &json, NULL));
    assert_non_null(json_get(json, "findings"));
    json_free(json);
    free(all);
}

static void test_all_well(void **state)
{
    (void)state;
    make_record();
    assert_true(folder_make(DATA "/backups", NULL));
    assert_int_equal(run("backup --data '" DATA "' '" DATA "/backups'"), 0);
    assert_int_equal(doctor(PASSPHRASE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_lacks),
        cmocka_unit_test(test_closed_folder),  cmocka_unit_test(test_nothing_there),
        cmocka_unit_test(test_doctor),         cmocka_unit_test(test_doctor_of_fonts),
        cmocka_unit_test(test_doctor_as_json), cmocka_unit_test(test_all_well),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
