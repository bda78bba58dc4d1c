/* A record in parts: what is about one case can be folded by itself, put into the whole, and later
 * be put there again with more or less of it. What belongs to no case is not touched. */
#include "record/record_inside.h"

#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

Record *record_part_new(const Record *whole)
{
    Record *part = record_new();
    part->whole = whole;
    return part;
}

void record_moves_away(Record *part)
{
    for (size_t i = 0; i < part->play_count; i++) {
        PlayRecord *play = &part->plays[i];
        if (play->how != ENDING_OPEN) {
            memory_wipe(play->moves, play->move_count * sizeof *play->moves);
            free(play->moves);
            play->moves = NULL;
            play->move_count = play->move_room = 0;
            play->away = true;
        }
    }
}

/* ---- tables of the record ---- */

typedef struct Table {
    void **items;
    size_t *count, *room;
    size_t size;                                     /* of one item */
    bool (*is_of)(const Record *, const void *, Id); /* the item is about the case */
    int (*compare)(const void *, const void *);      /* NULL: their order means nothing */
    void (*clear)(void *);                           /* NULL: an item owns nothing */
} Table;

static bool person_is_of(const Record *record, Id person, Id family)
{
    const IdPlace *place = record_place(record, person, ID_PERSON);
    return place && id_same(record->cases[place->family].id, family);
}

static bool sitting_is_of(const Record *record, const void *item, Id family)
{
    (void)record;
    return id_same(((const Sitting *)item)->case_id, family);
}

static bool play_is_of(const Record *record, const void *item, Id family)
{
    const Sitting *sitting = record_sitting(record, ((const PlayRecord *)item)->sitting);
    return id_same(sitting->case_id, family);
}

static bool prefs_are_of(const Record *record, const void *item, Id family)
{
    return person_is_of(record, ((const PersonPrefs *)item)->person, family);
}

static bool language_is_of(const Record *record, const void *item, Id family)
{
    return person_is_of(record, ((const PersonLanguage *)item)->person, family);
}

static bool sign_in_is_of(const Record *record, const void *item, Id family)
{
    return person_is_of(record, ((const SignIn *)item)->person, family);
}

static bool entry_is_of(const Record *record, const void *item, Id family)
{
    (void)record;
    return id_same(((const LogEntry *)item)->family, family);
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_sittings(const void *a, const void *b)
{
    return order(((const Sitting *)a)->sequence, ((const Sitting *)b)->sequence);
}

static int compare_plays(const void *a, const void *b)
{
    return order(((const PlayRecord *)a)->first, ((const PlayRecord *)b)->first);
}

static int compare_entries(const void *a, const void *b)
{
    return order(((const LogEntry *)a)->sequence, ((const LogEntry *)b)->sequence);
}

static void clear_sitting(void *sitting)
{
    free(((Sitting *)sitting)->plays);
}

static void clear_play(void *play)
{
    PlayRecord *record = play;
    memory_wipe(record->moves, record->move_count * sizeof *record->moves);
    free(record->moves);
}

/* Plays before sittings: whose they are is found through these. */
enum { TABLES = 6 };

static void tables_of(Record *record, Table tables[TABLES])
{
#define TABLE(name, stem, of, by, empty)                                                           \
    (Table){(void **)&record->name,                                                                \
            &record->stem##_count,                                                                 \
            &record->stem##_room,                                                                  \
            sizeof *record->name,                                                                  \
            of,                                                                                    \
            by,                                                                                    \
            empty}
    tables[0] = TABLE(plays, play, play_is_of, compare_plays, clear_play);
    tables[1] = TABLE(sittings, sitting, sitting_is_of, compare_sittings, clear_sitting);
    tables[2] = TABLE(prefs, prefs, prefs_are_of, NULL, NULL);
    tables[3] = TABLE(languages, language, language_is_of, NULL, NULL);
    tables[4] = TABLE(sign_ins, sign_in, sign_in_is_of, NULL, NULL);
    tables[5] = TABLE(log, log, entry_is_of, compare_entries, NULL);
#undef TABLE
}

static void *item(const Table *table, size_t index)
{
    return (char *)*table->items + index * table->size;
}

static void leave_out(const Record *record, const Table *table, Id family)
{
    size_t kept = 0;
    for (size_t i = 0; i < *table->count; i++) {
        if (!table->is_of(record, item(table, i), family)) {
            memmove(item(table, kept++), item(table, i), table->size);
        } else if (table->clear) {
            table->clear(item(table, i));
        }
    }
    *table->count = kept;
}

static bool is_sorted(const Table *table)
{
    for (size_t i = 1; i < *table->count; i++) {
        if (table->compare(item(table, i - 1), item(table, i)) > 0) {
            return false;
        }
    }
    return true;
}

/* The other list is empty then. */
static void take_over(const Table *table, const Table *from)
{
    size_t count = *table->count + *from->count;
    if (count > *table->room) {
        *table->items = memory_grow(*table->items, count, table->size);
        *table->room = count;
    }
    if (*from->count > 0) {
        memcpy(item(table, *table->count), *from->items, *from->count * table->size);
    }
    *table->count = count;
    *from->count = 0;
    if (table->compare && !is_sorted(table)) {
        qsort(*table->items, count, table->size, table->compare);
    }
}

/* ---- ids ---- */

static void place_case(Record *record, size_t at)
{
    const Case *family = &record->cases[at];
    id_index_add(&record->ids, &(IdPlace){family->id, ID_CASE, at, at});
    for (size_t i = 0; i < family->people_count; i++) {
        id_index_add(&record->ids, &(IdPlace){family->people[i].id, ID_PERSON, at, i});
    }
    for (size_t i = 0; i < family->assignment_count; i++) {
        id_index_add(&record->ids, &(IdPlace){family->assignments[i].id, ID_ASSIGNMENT, at, i});
    }
}

static void place_sittings(Record *record)
{
    for (size_t i = 0; i < record->sitting_count; i++) {
        id_index_add(&record->ids, &(IdPlace){record->sittings[i].id, ID_SITTING, 0, i});
        record->sittings[i].play_count = 0;
    }
}

static void place_plays(Record *record)
{
    for (size_t i = 0; i < record->play_count; i++) {
        const PlayRecord *play = &record->plays[i];
        Sitting *sitting =
            &record->sittings[record_place(record, play->sitting, ID_SITTING)->index];
        id_index_add(&record->ids, &(IdPlace){play->id, ID_PLAY, 0, i});
        list_room((void **)&sitting->plays, &sitting->play_room, sitting->play_count,
                  sizeof *sitting->plays);
        sitting->plays[sitting->play_count++] = i;
    }
}

static void place_all(Record *record)
{
    IdIndex before = record->ids;
    record->ids = (IdIndex){0};
    for (size_t i = 0; i < before.count; i++) {
        if (before.places[i].kind == ID_ERASED) {
            id_index_add(&record->ids, &before.places[i]);
        }
    }
    id_index_clear(&before);
    for (size_t i = 0; i < record->case_count; i++) {
        place_case(record, i);
    }
    place_sittings(record);
    place_plays(record);
}

/* ---- the case ---- */

static void put_case(Record *whole, Case *family)
{
    const IdPlace *place = record_place(whole, family->id, ID_CASE);
    if (place) {
        case_clear(&whole->cases[place->index]);
        whole->cases[place->index] = *family;
    } else {
        list_room((void **)&whole->cases, &whole->case_room, whole->case_count,
                  sizeof *whole->cases);
        whole->cases[whole->case_count++] = *family;
    }
}

void record_put(Record *whole, Record *part)
{
    Table mine[TABLES], theirs[TABLES];
    assert(part->case_count == 1);
    tables_of(whole, mine);
    tables_of(part, theirs);
    for (int i = 0; i < TABLES; i++) {
        leave_out(whole, &mine[i], part->cases[0].id);
    }
    for (int i = 0; i < TABLES; i++) {
        take_over(&mine[i], &theirs[i]);
    }
    put_case(whole, &part->cases[0]);
    part->case_count = 0;
    place_all(whole);
    record_free(part);
}
