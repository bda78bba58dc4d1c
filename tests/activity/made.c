#include "activity/made.h"

#include <errno.h>

static const char envelope[] =
    "{\"format\": 1, \"id\": \"hand\", \"code\": \"M99\", \"version\": 1, \"audience\": \"both\","
    " \"stage\": \"commitment\", \"gate\": \"assent\", \"place\": \"cove\","
    " \"title\": \"s.module\", \"child_title\": \"s.module\", \"goals\": {%s},"
    " \"activities\": [{\"id\": \"made\", \"code\": \"M99.1\", \"kind\": \"%s\","
    " \"tiers\": [%s], \"settings\": [\"room\"], \"minutes\": 2, \"title\": \"s.made\","
    " \"picture\": \"place/cove\", \"adult\": {\"aim\": \"s.aim\", \"use\": \"s.use\","
    " \"prompts\": [\"s.prompt\"], \"watch\": \"s.watch\"}, \"pages\": %s}]}";

static void add_goals(const char *tiers, Text *goals)
{
    for (Tier tier = 0; tier < TIER_COUNT; tier++) {
        const char *id = tier_limits(tier)->id;
        if (strstr(tiers, id)) {
            text_addf(goals, "%s\"%s\": \"s.goal\"", goals->length ? ", " : "", id);
        }
    }
}

static bool once(const char *module, const char *at, size_t length)
{
    for (const char *other = module; other < at; other++) {
        if (strncmp(other, at, length) == 0) {
            return false;
        }
    }
    return true;
}

/* A string table for every "s.words" of the module. */
static void add_table(const char *module, Text *table)
{
    text_add(table, "{\"format\": 1, \"language\": \"en\", \"direction\": \"ltr\", \"strings\": {");
    const char *comma = "";
    for (const char *at = strstr(module, "\"s."); at; at = strstr(at + 1, "\"s.")) {
        size_t length = strcspn(at + 1, "\"") + 2;
        if (once(module, at, length)) {
            text_addf(table, "%s%.*s: \"%.*s", comma, (int)length, at, (int)length - 3, at + 3);
            comma = ", ";
        }
    }
    text_add(table, "}}");
}

static void write_text(const char *folder, const char *name, const char *text)
{
    Error error = {0};
    char *path = path_join(folder, name);
    if (!file_write(path, text, strlen(text), &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    free(path);
}

static void write_module(const char *folder, const MadeContent *content)
{
    Text goals, module, table;
    text_init(&goals);
    text_init(&module);
    text_init(&table);
    add_goals(content->tiers, &goals);
    text_addf(&module, envelope, goals.bytes, content->kind, content->tiers, content->pages);
    add_table(module.bytes, &table);
    write_text(folder, "hand/module.json", module.bytes);
    write_text(folder, "hand/strings/en.json", table.bytes);
    text_clear(&goals);
    text_clear(&module);
    text_clear(&table);
}

Library *made_library(const MadeContent *content)
{
    char folder[512], command[4096];
    Library *library = NULL;
    Error error = {0};
    snprintf(folder, sizeof folder, "%s/%s-made", COVE_SCRATCH_DIR, program_invocation_short_name);
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s/hand/strings' && cp -r '%s/content/ui' '%s/ui'", folder,
             folder, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    write_module(folder, content);
    if (!library_open(folder, kinds_content(), "en", &library, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return library;
}

Play *made_play(const Library *library, Tier tier, bool may_type, uint64_t seed)
{
    const Module *module = library_module(library, "hand");
    assert_all_there(library);
    PlaySetup setup = {.activity = module_activity(module, "made"),
                       .words = library_strings(library, module),
                       .ui = library_ui(library),
                       .tier = tier,
                       .may_type = may_type};
    return play_open(&setup, seed);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static Move move_of_step(const Play *play, const Step *step)
{
    Move move = here(play, move_of(step->verb, "", or_empty(step->item)));
    snprintf(move.target, sizeof move.target, "%s", or_empty(step->target));
    snprintf(move.text, sizeof move.text, "%s", or_empty(step->text));
    move.value = step->value;
    return move;
}

void made_steps(Play *play, const Step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Move move = move_of_step(play, &steps[i]);
        if (!steps[i].says) {
            assert_refused(play, &move);
            continue;
        }
        assert_accepted(play, &move);
        char *words = step_words(play, play_move_count(play) - 1);
        assert_string_equal(words, steps[i].says);
        free(words);
    }
}

void assert_summary(const Play *play, const char *expected)
{
    char *summary = summary_text(play);
    assert_string_equal(summary, expected);
    free(summary);
}

void assert_shows(const Play *play, const char *words, bool shown)
{
    PlayView view = {.hand = "", .draft = ""};
    char *page = page_text(play, &view);
    if ((strstr(page, words) != NULL) != shown) {
        fail_msg("%s \"%s\" in\n%s", shown ? "no" : "there is", words, page);
    }
    free(page);
}

void made_close(Play *play, Library *library)
{
    play_free(play);
    library_free(library);
}
