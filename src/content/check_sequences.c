/* Ready-made sequences: each step is there, serves the same people in the same place, and waits
 * for the same gate; the words are there. */
#include "content/check_run.h"

#include "base/file.h"
#include "content/content_folder.h"
#include "content/content_json.h"
#include "content/sequence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MODULES_KNOWN = 64 };

typedef struct SequenceCheck {
    Checker *checker;
    Arena *arena;
    const char *file;
    const Strings *words;                 /* of the program, in English; NULL: not there */
    const Module *modules[MODULES_KNOWN]; /* read so far */
    size_t module_count;
} SequenceCheck;

static void report(const SequenceCheck *check, size_t step, const char *rule, const char *remedy)
{
    char path[32];
    snprintf(path, sizeof path, "$.steps[%zu]", step);
    faults_add(check->checker->faults, FAULT_ERROR, check->file, path, rule, "%s", remedy);
}

/* ---- the modules it names ---- */

static const Module *read_named(SequenceCheck *check, const char *content, const char *id)
{
    size_t size;
    Faults *ignored = faults_new();
    char *folder = path_join(content, id);
    char *file = folder_module_file(folder);
    char *bytes = file_exists(file) ? content_file(file, &size, ignored) : NULL;
    const ModuleSource source = {.file = file, .folder = id, .own = &(Pictures){0}};
    const Module *module = bytes != NULL ? module_read(bytes, size, &source, check->checker->kinds,
                                                       check->arena, ignored)
                                         : NULL;
    free(bytes);
    free(file);
    free(folder);
    faults_free(ignored);
    return module;
}

static const Module *module_named(SequenceCheck *check, const char *id)
{
    for (size_t i = 0; i < check->module_count; i++) {
        if (strcmp(check->modules[i]->id, id) == 0)
            return check->modules[i];
    }
    const Module *module = read_named(check, check->checker->content, id);
    if (module != NULL && module->id != NULL && check->module_count < MODULES_KNOWN)
        check->modules[check->module_count++] = module;
    return module;
}

/* ---- one step ---- */

static bool runs_in(const Module *module, const Activity *activity, Setting setting)
{
    bool at_home = setting != SETTING_HOME || module->gate != GATE_ROOM;
    return (activity->settings & 1u << setting) != 0 && at_home;
}

static void check_activity(const SequenceCheck *check, const Sequence *sequence, size_t step,
                           const Module *module, const Activity *activity)
{
    Setting setting = (Setting)sequence->setting;
    bool gated = module->gate == GATE_CONTACT || setting == SETTING_JOINT;
    if ((sequence->tiers & ~activity->tiers) != 0)
        report(check, step, "tier-not-served",
               "This activity does not serve every tier of the sequence; take the tier out, or the "
               "step.");
    if (!runs_in(module, activity, setting))
        report(check, step, "step-setting",
               "This activity does not run in the sequence's setting; give the sequence another "
               "one, or take the step out.");
    if (gated != (sequence->gate == SEQUENCE_CONTACT))
        report(check, step, "mixed-gates",
               gated ? "This step waits for the safety gate; a sequence whose gate is \"open\" has "
                       "none such."
                     : "This step does not wait for the safety gate; a sequence whose gate is "
                       "\"contact\" has only such steps.");
}

static bool stands_before(const Sequence *sequence, size_t step)
{
    const SequenceStep *steps = sequence->steps.items;
    for (size_t i = 0; i < step; i++) {
        if (strcmp(steps[i].module, steps[step].module) == 0 &&
            strcmp(steps[i].activity, steps[step].activity) == 0)
            return true;
    }
    return false;
}

static void check_step(SequenceCheck *check, const Sequence *sequence, size_t step)
{
    const SequenceStep *one = (const SequenceStep *)sequence->steps.items + step;
    const Module *module = module_named(check, one->module);
    const Activity *activity = module != NULL ? module_activity(module, one->activity) : NULL;
    if (activity == NULL)
        report(check, step, "unknown-step",
               "There is no such activity in a module of that id; correct the two ids.");
    else
        check_activity(check, sequence, step, module, activity);
    if (stands_before(sequence, step))
        report(check, step, "duplicate-id", "This step stands in the sequence already.");
}

/* ---- one sequence ---- */

static void check_name(const SequenceCheck *check, const Sequence *sequence)
{
    const char *name = path_name(check->file);
    size_t length = strlen(sequence->id);
    if (strncmp(name, sequence->id, length) != 0 || strcmp(name + length, ".json") != 0)
        faults_add(check->checker->faults, FAULT_ERROR, check->file, "$.id", "file-name",
                   "The file is called %s and the id is \"%s\"; make them the same.", name,
                   sequence->id);
}

static void check_sequence_words(const SequenceCheck *check, const Sequence *sequence)
{
    static const char *const parts[] = {"", ".aim", ".pace"};
    for (size_t i = 0; check->words != NULL && i < sizeof parts / sizeof *parts; i++) {
        char id[NAME_MAX_BYTES];
        snprintf(id, sizeof id, "ui.sequence.%s%s", sequence->id, parts[i]);
        if (!strings_has(check->words, id, TIER_AD))
            faults_add(check->checker->faults, FAULT_ERROR, check->file, "$.id", "unknown-sentence",
                       "The program's own words have no sentence %s; add it to ui/strings.", id);
    }
}

static void check_file(SequenceCheck *check, const char *file)
{
    size_t size;
    check->file = file;
    char *bytes = content_file(file, &size, check->checker->faults);
    const Sequence *sequence =
        bytes != NULL ? sequence_read(bytes, size, file, check->arena, check->checker->faults)
                      : NULL;
    if (sequence != NULL) {
        check_name(check, sequence);
        check_sequence_words(check, sequence);
    }
    for (size_t i = 0; sequence != NULL && i < sequence->steps.count; i++)
        check_step(check, sequence, i);
    free(bytes);
}

static Strings *read_words(const char *content)
{
    char *ui = path_join(content, "ui");
    char *file = folder_strings_file(ui, "en");
    Faults *ignored = faults_new();
    Strings *words = file_exists(file) ? check_read_table(file, ignored) : NULL;
    faults_free(ignored);
    free(file);
    free(ui);
    return words;
}

void check_sequences(Checker *checker)
{
    char **names;
    size_t count;
    char *folder = path_join(checker->content, "sequences");
    if (folder_exists(folder) && folder_list(folder, &names, &count, NULL)) {
        Strings *words = read_words(checker->content);
        SequenceCheck check = {.checker = checker, .arena = arena_new(), .words = words};
        for (size_t i = 0; i < count; i++) {
            char *file = path_join(folder, names[i]);
            check_file(&check, file);
            free(file);
        }
        arena_free(check.arena);
        strings_free(words);
        file_names_free(names, count);
    }
    free(folder);
}
