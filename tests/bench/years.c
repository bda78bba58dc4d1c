/* What a start and a case cost with ten years of a practice, beside plain reads of the rows they
 * read. bench_years make FOLDER PERCENT   of ten years (years_story.h) bench_years outline FOLDER
 * the first start, which reads everything: "outline ms" bench_years read FOLDER           "name ms
 * name_floor ms" lines, "memory MiB", "rows n" */
#include "years_story.h"

#include "base/file.h"
#include "store/keeper.h"
#include "store/seal_old.h"

#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* ---- plain reads ---- */

/* Reads all columns of the rows of a question; what SQLite alone takes for them. */
static double read_rows(sqlite3 *db, const char *question, long *rows)
{
    sqlite3_stmt *found;
    double start = now_ms();
    long count = 0, bytes = 0;
    if (sqlite3_prepare_v2(db, question, -1, &found, NULL) != SQLITE_OK) {
        fprintf(stderr, "bench_years: %s\n", sqlite3_errmsg(db));
        exit(1);
    }
    while (sqlite3_step(found) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(found); i++) {
            (void)sqlite3_column_blob(found, i);
            bytes += sqlite3_column_bytes(found, i);
        }
        count++;
    }
    sqlite3_finalize(found);
    *rows = count + (bytes < 0);
    return now_ms() - start;
}

static sqlite3 *open_plain(const char *folder, const char *name)
{
    sqlite3 *db;
    char *path = path_join(folder, name);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        fprintf(stderr, "bench_years: %s\n", sqlite3_errmsg(db));
        exit(1);
    }
    free(path);
    return db;
}

static void print_row(const char *name, double ours, double floor)
{
    printf("%s %.2f %s_floor %.2f\n", name, ours, name, floor);
    fflush(stdout);
}

/* ---- a start, a case, a play ---- */

typedef struct Desk {
    Vault *vault;
    Keeper *keeper;
} Desk;

static Desk unlock(const char *folder, double *took)
{
    Desk desk;
    Store *store;
    Error error = {0};
    Clock clock = clock_system();
    if (!vault_open(folder, VAULT_TRIAL, YEARS_PASSPHRASE, &desk.vault, &error)) {
        bench_fail(&error);
    }
    double start = now_ms();
    if (!store_open_sealed(folder, desk.vault, &store, &error) ||
        !keeper_open(store, &clock, &desk.keeper, &error)) {
        bench_fail(&error);
    }
    *took = now_ms() - start;
    return desk;
}

static void lock(Desk *desk)
{
    keeper_close(desk->keeper);
    vault_close(desk->vault);
}

static double need(const Desk *desk, size_t index)
{
    Error error = {0};
    double start = now_ms();
    if (!keeper_need(desk->keeper, record_case_at(keeper_record(desk->keeper), index)->id,
                     &error)) {
        bench_fail(&error);
    }
    return now_ms() - start;
}

static double play_moves(const Desk *desk, size_t *count)
{
    const Record *record = keeper_record(desk->keeper);
    const Sitting *sitting = record_sitting_at(record, record_sitting_count(record) / 2);
    PlayMoves moves;
    Error error = {0};
    double start = now_ms();
    if (!keeper_moves(desk->keeper, record_play(record, sitting->plays[1]), &moves, &error)) {
        bench_fail(&error);
    }
    double took = now_ms() - start;
    *count = moves.count;
    play_moves_clear(&moves);
    return took;
}

static double peak_mib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static double measure_chain(const char *folder)
{
    Error error = {0};
    Store *store;
    Vault *vault;
    if (!vault_open(folder, VAULT_TRIAL, YEARS_PASSPHRASE, &vault, &error) ||
        !store_open_sealed(folder, vault, &store, &error)) {
        bench_fail(&error);
    }
    double start = now_ms();
    if (!store_check_chain(store, 0, INT64_MAX, &error)) {
        bench_fail(&error);
    }
    double took = now_ms() - start;
    store_close(store);
    vault_close(vault);
    return took;
}

/* Before everything else: memory is that of starts and cases, not of making the outline. */
static void measure_starts(const char *folder, double *start, double cases[3], double *moves)
{
    size_t count;
    double again;
    Desk desk = unlock(folder, start);
    *moves = play_moves(&desk, &count);
    for (int i = 0; i < 3; i++) {
        cases[i] = need(&desk, (size_t)(YEARS_CASES - 1 - i));
    }
    lock(&desk);
    desk = unlock(folder, &again);
    *start = again < *start ? again : *start;
    lock(&desk);
}

static int read_all(const char *folder)
{
    long rows, parts;
    double start, cases[3], moves, memory, chain;
    measure_starts(folder, &start, cases, &moves);
    memory = peak_mib();
    chain = measure_chain(folder);
    sqlite3 *outline = open_plain(folder, OUTLINE_FILE), *record = open_plain(folder, STORE_FILE);
    double list = read_rows(outline,
                            "SELECT body FROM part AS p WHERE number >= "
                            "(SELECT max(number) - 1 FROM part WHERE stream = p.stream)",
                            &parts);
    double last = read_rows(record, "SELECT * FROM entry ORDER BY sequence DESC LIMIT 1000", &rows);
    double one = read_rows(outline,
                           "SELECT body FROM part WHERE stream ="
                           " (SELECT stream FROM part GROUP BY stream ORDER BY count(*) DESC)",
                           &parts);
    double play = read_rows(record, "SELECT * FROM entry WHERE sequence > 100 LIMIT 48", &rows);
    double all = read_rows(record, "SELECT * FROM entry ORDER BY sequence", &rows);
    print_row("start", start, list + last);
    print_row("case", (cases[0] + cases[1] + cases[2]) / 3, one);
    print_row("play", moves, play);
    print_row("chain", chain, all);
    printf("memory %.0f\nrows %ld\n", memory, rows);
    sqlite3_close(outline);
    sqlite3_close(record);
    return 0;
}

static int make_outline(const char *folder)
{
    double first;
    Desk desk = unlock(folder, &first);
    lock(&desk);
    printf("outline %.1f\nmemory %.0f\n", first, peak_mib());
    return 0;
}

int main(int count, char **arguments)
{
    const char *what = count > 2 ? arguments[1] : "";
    if (count == 4 && strcmp(what, "make") == 0) {
        years_make(arguments[2], (int)strtol(arguments[3], NULL, 10));
        return 0;
    }
    if (count == 3 && strcmp(what, "outline") == 0) {
        return make_outline(arguments[2]);
    }
    if (count == 3 && strcmp(what, "read") == 0) {
        return read_all(arguments[2]);
    }
    fprintf(stderr, "bench_years make FOLDER PERCENT | outline FOLDER | read FOLDER\n");
    return 2;
}
