/* A play as recorded, opened again with the words of then. */
#include "screen/sitting.h"

#include <string.h>

static bool is_unchanged(const Library *library, const Module *module, const PlayRecord *record)
{
    const Digest digest = library_digest(library, module);
    return strcmp(digest.text, record->digest.text) == 0 &&
           strcmp(strings_language(library_strings(library, module)), record->language) == 0;
}

/* The library's content when it is still what was played, else the frozen copy. */
static bool find_content(const Cove *cove, const PlayRecord *record, ReplayedPlay *out,
                         Error *error)
{
    const Module *module = library_module(cove->library, record->module);
    if (module && is_unchanged(cove->library, module, record)) {
        out->module = module;
        out->words = library_strings(cove->library, module);
        return true;
    }
    const char *frozen = record_content(keeper_record(cove->keeper), &record->digest);
    if (!frozen) {
        return error_set(error, ERROR_MISSING, record->module,
                         "The words of this play are not in the record.");
    }
    out->frozen = library_thaw(frozen, strlen(frozen), kinds_content(), error);
    if (!out->frozen) {
        return false;
    }
    out->module = frozen_module(out->frozen);
    out->words = frozen_strings(out->frozen);
    return true;
}

static bool open_play(const Cove *cove, const PlayRecord *record, ReplayedPlay *out, Error *error)
{
    out->activity = module_activity(out->module, record->activity);
    if (!out->activity) {
        return error_set(error, ERROR_DAMAGED, record->activity,
                         "The module of this play has no such activity.");
    }
    const Sitting *sitting = record_sitting(keeper_record(cove->keeper), record->sitting);
    PlaySetup setup = {.activity = out->activity,
                       .words = out->words,
                       .ui = library_ui(cove->library),
                       .tokens = record->tokens,
                       .tier = record->tier,
                       .may_type = play_may_type(record->tier, sitting->setting),
                       .seed = record->seed};
    return play_new(&setup, &out->play, error);
}

bool played_open(const Cove *cove, const PlayRecord *record, size_t moves, ReplayedPlay *out,
                 Error *error)
{
    ReplayedPlay played = {0};
    moves = moves < record->move_count ? moves : record->move_count;
    if (!find_content(cove, record, &played, error) ||
        !open_play(cove, record, &played, error) ||
        !play_fold(played.play, record->moves, moves, error)) {
        played_close(&played);
        return false;
    }
    *out = played;
    return true;
}

void played_close(ReplayedPlay *played)
{
    play_free(played->play);
    if (played->frozen) {
        frozen_free(played->frozen);
    }
    *played = (ReplayedPlay){0};
}
