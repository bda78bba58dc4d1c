/* A play as recorded, opened again with the words of then. */
#include "screen/sitting.h"
#include "screen/tongue.h"

#include <string.h>

static bool is_unchanged(const Library *library, const Module *module, const PlayRecord *record)
{
    const Digest digest = library_digest(library, module);
    return strcmp(digest.text, record->digest.text) == 0 &&
           strcmp(strings_language(library_strings(library, module)), record->language) == 0;
}

/* The library's content when it is still what was played, else the frozen copy. The program's own
 * words on the page are of the same language. */
static bool find_content(const Cove *cove, const PlayRecord *record, ReplayedPlay *out,
                         Error *error)
{
    const Library *library = tongue_library_in(cove, record->language);
    const Module *module = library_module(library, record->module);
    out->ui = library_ui(library);
    if (module && is_unchanged(library, module, record)) {
        out->module = module;
        out->words = library_strings(library, module);
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

/* The name of the adult who plays too, as it was then; NULL for one alone. */
static const char *partner_of(const Cove *cove, const PlayRecord *record, const Sitting *sitting)
{
    const Case *family = record_case(keeper_record(cove->keeper), sitting->case_id);
    if (!sitting->adult.text[0] || record->part != PART_ACTIVITY) {
        return NULL;
    }
    for (int i = 0; i < record->tokens.adult_count; i++) {
        const Person *adult = case_adult(family, i);
        if (adult && id_same(adult->id, sitting->adult)) {
            return record->tokens.adults[i];
        }
    }
    return case_person(family, sitting->adult)->name;
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
                       .ui = out->ui,
                       .lint = record->tier == TIER_AD ? library_lint(cove->library) : NULL,
                       .tokens = record->tokens,
                       .tier = record->tier,
                       .may_type = play_may_type(record->tier, sitting->setting),
                       .partner = partner_of(cove, record, sitting),
                       .seed = record->seed};
    return play_new(&setup, &out->play, error);
}

static bool fold_moves(const Cove *cove, const PlayRecord *record, size_t wanted, Play *play,
                       Error *error)
{
    PlayMoves moves;
    if (wanted == 0) {
        return true;
    }
    if (!keeper_moves(cove->keeper, record, &moves, error)) {
        return false;
    }
    bool folded = play_fold(play, moves.list, wanted < moves.count ? wanted : moves.count, error);
    play_moves_clear(&moves);
    return folded;
}

bool played_open(const Cove *cove, const PlayRecord *record, size_t moves, ReplayedPlay *out,
                 Error *error)
{
    ReplayedPlay played = {0};
    if (!find_content(cove, record, &played, error) || !open_play(cove, record, &played, error) ||
        !fold_moves(cove, record, moves, played.play, error)) {
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
