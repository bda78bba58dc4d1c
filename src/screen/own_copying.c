#include "screen/own_copying.h"

#include "base/file.h"
#include "family/gate.h"
#include "report/own_copy.h"
#include "screen/may.h"
#include "screen/noting.h"
#include "screen/reporting.h"
#include "screen/rewording.h"
#include "screen/sitting.h"
#include "ui/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILES_MAX = 2000, FOLDERS_MOST = 99 };

/* A file that is to be written. */
typedef struct OwnFile {
    const char *stem, *ending;
    Text bytes;
} OwnFile;

typedef struct Gathering {
    const Cove *cove;
    const Case *family;
    const Person *person;
    Arena *arena;
    OwnCopy copy;
    OwnFile *files; /* drawings first */
    size_t file_count, file_room, plays;
} Gathering;

/* ---- what may be in it ---- */

static bool may_leave(const Gathering *all, AccessData what)
{
    return access_allows(&(AccessAsk){.who = ACCESS_HELPER,
                                      .what = what,
                                      .how = ACCESS_EXPORT,
                                      .hold = case_on_hold(all->family),
                                      .demanded = true});
}

/* ---- rows ---- */

static const char *day_of(const Gathering *all, int64_t at)
{
    char stamp[32];
    return arena_format(all->arena, "%.10s", clock_stamp(at, stamp, sizeof stamp));
}

static Text *add_file(Gathering *all, const char *stem, const char *ending)
{
    list_room((void **)&all->files, &all->file_room, all->file_count, sizeof *all->files);
    OwnFile *file = &all->files[all->file_count++];
    *file = (OwnFile){.stem = stem, .ending = ending};
    text_init(&file->bytes);
    return &file->bytes;
}

/* Stamps are pictures of the program: they are no part of what somebody drew. */
static const char *no_picture(void *context, const char *name)
{
    (void)context, (void)name;
    return NULL;
}

/* The name its file will have; "" for none. */
static const char *add_drawing(Gathering *all, const struct Sheet *sheet)
{
    if (!sheet || all->file_count >= FILES_MAX) {
        return "";
    }
    const char *stem = arena_format(all->arena, "drawing-%04zu", all->file_count + 1);
    sheet_svg(sheet, "", no_picture, NULL, add_file(all, stem, "svg"));
    return arena_format(all->arena, "%s-%s.svg", stem, all->copy.made);
}

static const OwnRow empty_row = {"", "", "", "", "", "", "", "", "", "", ""};

static OwnRow row_of(const Gathering *all, const Sitting *sitting, const PlayRecord *play)
{
    static const char *const hows[] = {[ENDING_OPEN] = "open",
                                       [ENDING_FINISHED] = "finished",
                                       [ENDING_STOPPED] = "stopped",
                                       [ENDING_LEFT] = "left"};
    OwnRow row = empty_row;
    row.sitting = sitting->id.text;
    row.play = play->id.text;
    row.day = day_of(all, sitting->started);
    row.setting = setting_id(sitting->setting);
    row.activity = play->activity;
    row.module = arena_format(all->arena, "%s %d", play->module, play->version);
    row.wording = words_are_changed(all->cove, &play->digest) ? "changed" : "";
    row.how = hows[play->how];
    return row;
}

static void add_lines(Gathering *all, const ReplayedPlay *played, OwnRow row)
{
    Summary summary = {.arena = all->arena};
    play_summary(played->play, &summary);
    row.activity = play_words(play_context(played->play), all->arena, played->activity->title);
    for (size_t i = 0; i < summary.count; i++) {
        const SummaryLine *line = &summary.lines[i];
        row.question = arena_string(all->arena, line->label ? line->label : "");
        row.answer = arena_string(all->arena, line->words ? line->words : "");
        row.drawing = add_drawing(all, line->sheet);
        own_copy_add(&all->copy, &row);
    }
    if (summary.count == 0) {
        own_copy_add(&all->copy, &row);
    }
}

/* Of two who played together neither one's answers are in it. */
static bool add_play(Gathering *all, const Sitting *sitting, const PlayRecord *play, Error *error)
{
    ReplayedPlay played;
    bool together = sitting->setting == SETTING_JOINT;
    OwnRow row = row_of(all, sitting, play);
    if (!together && !may_leave(all, play_data(sitting, all->person, play->part))) {
        return true;
    }
    all->plays++;
    if (together) {
        own_copy_add(&all->copy, &row);
        return true;
    }
    if (!played_open(all->cove, play, PLAYED_ALL, &played, error)) {
        return false;
    }
    add_lines(all, &played, row);
    played_close(&played);
    return true;
}

static bool add_sittings(Gathering *all, Error *error)
{
    const Record *record = keeper_record(all->cove->keeper);
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        bool theirs =
            id_same(sitting->person, all->person->id) || id_same(sitting->adult, all->person->id);
        for (size_t p = 0; theirs && p < sitting->play_count; p++) {
            if (!add_play(all, sitting, record_play(record, sitting->plays[p]), error)) {
                return false;
            }
        }
    }
    return true;
}

/* What they said outside of plays, which the case file has: never what the helper noted. */
static bool is_own(const Fact *fact)
{
    static const char *const fields[] = {"assent.answer", "joint-yes.answer", "consent.state",
                                         "ask.words",     "goal.own-now",     "goal.own-words",
                                         "show.words"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(fact->field, fields[i]) == 0) {
            return fact->value[0] != '\0';
        }
    }
    return false;
}

static void add_said(Gathering *all)
{
    const Facts *facts = &all->family->facts;
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->list[i];
        if (id_same(fact->person, all->person->id) && is_own(fact)) {
            OwnRow row = empty_row;
            row.day = day_of(all, fact->at);
            row.question = fact->field;
            row.answer = fact->value;
            own_copy_add(&all->copy, &row);
        }
    }
}

static bool gather(Gathering *all, const Cove *cove, Id family, Id person, Error *error)
{
    *all = (Gathering){.cove = cove,
                       .family = record_case(keeper_record(cove->keeper), family),
                       .arena = arena_new()};
    all->person = case_person(all->family, person);
    all->copy.client = all->person->id.text;
    all->copy.made = day_of(all, clock_wall(&cove->clock));
    add_said(all);
    return add_sittings(all, error);
}

static void gathering_clear(Gathering *all)
{
    for (size_t i = 0; i < all->file_count; i++) {
        memory_wipe(all->files[i].bytes.bytes, all->files[i].bytes.length);
        text_clear(&all->files[i].bytes);
    }
    free(all->files);
    own_copy_clear(&all->copy);
    arena_free(all->arena);
}

OwnCopySize own_copy_size(const Cove *cove, Id family, Id person)
{
    Gathering all;
    (void)gather(&all, cove, family, person, NULL);
    OwnCopySize size = {all.plays, all.copy.count, all.file_count};
    gathering_clear(&all);
    return size;
}

/* ---- saving ---- */

/* A folder that was not there before; NULL when there is none to be had. */
static char *new_folder(const char *folder, const char *day, Error *error)
{
    for (int i = 1; i <= FOLDERS_MOST && folder_exists(folder); i++) {
        char name[64];
        snprintf(name, sizeof name, i > 1 ? "own-copy-%.10s-%d" : "own-copy-%.10s", day, i);
        char *path = path_join(folder, name);
        if (!folder_exists(path)) {
            if (folder_make(path, error)) {
                return path;
            }
            free(path);
            return NULL;
        }
        free(path);
    }
    error_set(error, ERROR_MISSING, folder,
              "There is no such folder. Type the path of one that is there.");
    return NULL;
}

static void take_away(const char *folder)
{
    char **names;
    size_t count;
    if (folder_list(folder, &names, &count, NULL)) {
        for (size_t i = 0; i < count; i++) {
            char *path = path_join(folder, names[i]);
            (void)unlink(path);
            free(path);
        }
        file_names_free(names, count);
    }
    (void)rmdir(folder);
}

static void write_tables(Gathering *all)
{
    own_copy_csv(&all->copy, add_file(all, "answers", "csv"));
    own_copy_dictionary(add_file(all, "dictionary", "csv"));
    own_copy_lines(&all->copy, add_file(all, "answers", "jsonl"));
    own_copy_fhir(&all->copy, add_file(all, "bundle", "json"));
}

/* All files; `list` gets a line for each with its digest. */
static bool save_files(const Gathering *all, const char *folder, Text *list, Error *error)
{
    for (size_t i = 0; i < all->file_count; i++) {
        const OwnFile *file = &all->files[i];
        Digest digest;
        char *path;
        if (!export_save(folder, file->stem, file->ending, &file->bytes,
                         clock_wall(&all->cove->clock), &path, &digest, error)) {
            return false;
        }
        text_addf(list, "%s  %s\n", digest.text, path_name(path));
        free(path);
    }
    return true;
}

/* Who asked, and why; then the list of files, which stands for all of them in what left. */
static bool note_and_leave(Cove *cove, const OwnCopyWish *wish, const char *folder,
                           const Text *list, Error *error)
{
    char values[FACT_FIELDS_MAX][FACT_BYTES] = {""};
    const FactSubject subject = {.person = wish->person, .item = id_new(&cove->ids)};
    Event left = {.case_id = wish->family, .person_id = wish->person};
    char *path = NULL;
    snprintf(values[0], FACT_BYTES, "%s", wish->by);
    snprintf(values[1], FACT_BYTES, "%s", wish->why);
    snprintf(left.audience, sizeof left.audience, "own-copy");
    snprintf(left.form, sizeof left.form, "files");
    bool kept =
        note_facts(cove, wish->family, fact_group("own-copy"), &subject, values, "", error) &&
        reporting_leave(cove, left, "files", "txt", list, folder, &path, error);
    free(path);
    return kept;
}

static bool may_save(const OwnCopyWish *wish, Error *error)
{
    bool said = wish->by[0] && wish->why[0] && wish->checked;
    return said || error_set(error, ERROR_REFUSED, "copy",
                             "Say first who asks for it and why, and that you made sure.");
}

bool own_copy_save(Cove *cove, const OwnCopyWish *wish, const char *folder, char **path,
                   Error *error)
{
    Gathering all;
    Text list;
    if (!may_save(wish, error) || !keeper_need(cove->keeper, wish->family, error)) {
        return false;
    }
    text_init(&list);
    char *into = NULL;
    bool saved = gather(&all, cove, wish->family, wish->person, error) &&
                 (into = new_folder(folder, all.copy.made, error)) != NULL;
    if (saved) {
        write_tables(&all);
        saved =
            save_files(&all, into, &list, error) && note_and_leave(cove, wish, into, &list, error);
    }
    if (into && !saved) {
        take_away(into);
        free(into);
    } else if (saved) {
        *path = into;
    }
    text_clear(&list);
    gathering_clear(&all);
    return saved;
}
