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
            memory_forget(play->moves);
            play->moves = NULL;
            play->move_count = play->move_room = 0;
            play->away = true;
        }
    }
}

/* ---- which cases are put ---- */

typedef struct Parts {
    Record *const *list;
    size_t count;
} Parts;

static bool parts_have(const Parts *parts, Id family)
{
    size_t at = 0;
    while (at < parts->count && !id_same(parts->list[at]->cases[0].id, family)) {
        at++;
    }
    return at < parts->count;
}

/* ---- tables of the record ---- */

typedef struct Table {
    void **items;
    size_t *count, *room;
    size_t size;                                 /* of one item */
    Id (*case_of)(const Record *, const void *); /* which case an item is about; "": none */
    int64_t (*number_of)(const void *);          /* items stand in the order of these; NULL: their
                                                  * order means nothing */
    void (*clear)(void *);                       /* NULL: an item owns nothing */
} Table;

static Id case_of_person(const Record *record, Id person)
{
    const IdPlace *place = record_place(record, person, ID_PERSON);
    return place ? record->cases[place->family].id : (Id){""};
}

static Id case_of_sitting(const Record *record, const void *item)
{
    (void)record;
    return ((const Sitting *)item)->case_id;
}

static Id case_of_play(const Record *record, const void *item)
{
    return record_sitting(record, ((const PlayRecord *)item)->sitting)->case_id;
}

static Id case_of_prefs(const Record *record, const void *item)
{
    return case_of_person(record, ((const PersonPrefs *)item)->person);
}

static Id case_of_language(const Record *record, const void *item)
{
    return case_of_person(record, ((const PersonLanguage *)item)->person);
}

static Id case_of_sign_in(const Record *record, const void *item)
{
    return case_of_person(record, ((const SignIn *)item)->person);
}

static Id case_of_entry(const Record *record, const void *item)
{
    (void)record;
    return ((const LogEntry *)item)->family;
}

static int64_t number_of_sitting(const void *sitting)
{
    return ((const Sitting *)sitting)->sequence;
}

static int64_t number_of_play(const void *play)
{
    return ((const PlayRecord *)play)->first;
}

static int64_t number_of_entry(const void *entry)
{
    return ((const LogEntry *)entry)->sequence;
}

static void clear_sitting(void *sitting)
{
    memory_forget(((Sitting *)sitting)->plays);
}

static void clear_play(void *play)
{
    memory_forget(((PlayRecord *)play)->moves);
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
    tables[0] = TABLE(plays, play, case_of_play, number_of_play, clear_play);
    tables[1] = TABLE(sittings, sitting, case_of_sitting, number_of_sitting, clear_sitting);
    tables[2] = TABLE(prefs, prefs, case_of_prefs, NULL, NULL);
    tables[3] = TABLE(languages, language, case_of_language, NULL, NULL);
    tables[4] = TABLE(sign_ins, sign_in, case_of_sign_in, NULL, NULL);
    tables[5] = TABLE(log, log, case_of_entry, number_of_entry, NULL);
#undef TABLE
}

static void *item(const Table *table, size_t index)
{
    return (char *)*table->items + index * table->size;
}

static void leave_out(const Record *record, const Table *table, const Parts *parts)
{
    size_t kept = 0;
    for (size_t i = 0; i < *table->count; i++) {
        if (parts_have(parts, table->case_of(record, item(table, i)))) {
            if (table->clear) {
                table->clear(item(table, i));
            }
        } else if (kept++ != i) {
            memcpy(item(table, kept - 1), item(table, i), table->size);
        }
    }
    *table->count = kept;
}

/* Both stand in order, and so does what becomes of them: filled from its end. The other list is
 * empty then. */
static void take_over(const Table *table, const Table *from)
{
    size_t mine = *table->count, theirs = *from->count, at = mine + theirs;
    if (at > *table->room) {
        *table->items = memory_grow(*table->items, at, table->size);
        *table->room = at;
    }
    *table->count = at;
    while (theirs > 0) {
        bool mine_later =
            table->number_of && mine > 0 &&
            table->number_of(item(table, mine - 1)) > table->number_of(item(from, theirs - 1));
        const void *last = mine_later ? item(table, --mine) : item(from, --theirs);
        memcpy(item(table, --at), last, table->size);
    }
    *from->count = 0;
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
    id_index_expect(&record->ids, before.count + record->sitting_count + record->play_count);
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

/* ---- the cases ---- */

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

static void take_part(Record *whole, Record *part)
{
    Table mine[TABLES], theirs[TABLES];
    tables_of(whole, mine);
    tables_of(part, theirs);
    for (int i = 0; i < TABLES; i++) {
        take_over(&mine[i], &theirs[i]);
    }
    put_case(whole, &part->cases[0]);
    part->case_count = 0;
    record_free(part);
}

/* ---- a part whose events came in another order ---- */

static int compare_plays(const void *a, const void *b)
{
    int64_t one = number_of_play(a), other = number_of_play(b);
    return (one > other) - (one < other);
}

static int compare_sittings(const void *a, const void *b)
{
    int64_t one = number_of_sitting(a), other = number_of_sitting(b);
    return (one > other) - (one < other);
}

void record_part_sort(Record *part)
{
    if (part->play_count > 0) {
        qsort(part->plays, part->play_count, sizeof *part->plays, compare_plays);
    }
    qsort(part->sittings, part->sitting_count, sizeof *part->sittings, compare_sittings);
    place_all(part);
}

/* ---- putting ---- */

void record_put(Record *whole, Record *const *list, size_t count)
{
    const Parts parts = {list, count};
    Table tables[TABLES];
    tables_of(whole, tables);
    for (int i = 0; i < TABLES; i++) {
        leave_out(whole, &tables[i], &parts);
    }
    for (size_t i = 0; i < count; i++) {
        assert(list[i]->case_count == 1);
        take_part(whole, list[i]);
    }
    place_all(whole);
}
