#include "screen/taking_home.h"

#include "family/gate.h"
#include "family/practice.h"
#include "screen/may.h"
#include "screen/sitting.h"
#include "screen/tongue.h"

#include <stdio.h>

static bool is_finished(const PlayRecord *play)
{
    return play && play->part == PART_ACTIVITY && play->how == ENDING_FINISHED;
}

static bool may_read(const Cove *cove, const PlayRecord *play)
{
    Sitter sitter;
    return sitter_find(cove, play->sitting, &sitter) &&
           helper_may(sitter.family, play_data(sitter.sitting, sitter.person, play->part),
                      ACCESS_READ);
}

bool taking_home_cards(const Cove *cove, Id id, Paper *paper, Error *error)
{
    const PlayRecord *play = record_play_by_id(keeper_record(cove->keeper), id);
    ReplayedPlay played;
    if (!is_finished(play) || !may_read(cove, play)) {
        return error_set(error, ERROR_REFUSED, "cards", "There is nothing of it to take home.");
    }
    if (!played_open(cove, play, PLAYED_ALL, &played, error)) {
        return false;
    }
    Paper cards =
        printing_sheet(cove, tongue_library_in(cove, play->language), play->tier, paper->arena);
    bool any = play_on_cards(played.play, &cards) ||
               error_set(error, ERROR_REFUSED, "cards", "There is nothing of it to take home.");
    played_close(&played);
    if (any) {
        cards.size = paper->size;
        *paper = cards;
    }
    return any;
}

bool taking_home_any(const Cove *cove, Id id)
{
    const PlayRecord *play = record_play_by_id(keeper_record(cove->keeper), id);
    Paper paper = {.arena = arena_new()};
    bool any = is_finished(play) && taking_home_cards(cove, id, &paper, NULL);
    arena_free(paper.arena);
    return any;
}

static bool may_leave(const Case *family, bool yes, Error *error)
{
    return access_allows(&(AccessAsk){.who = ACCESS_HELPER,
                                      .what = ACCESS_CARDS,
                                      .how = ACCESS_EXPORT,
                                      .child_yes = yes,
                                      .helper_tick = true,
                                      .hold = case_on_hold(family)}) ||
           error_set(error, ERROR_REFUSED, "cards",
                     "Ask first whether they want to take it home, and tick their yes.");
}

bool taking_home_save(Cove *cove, Id id, bool yes, PrintForm form, PaperSize size,
                      const char *folder, char **path, Error *error)
{
    static const char *const forms[PRINT_FORMS] = {[PRINT_PDF] = "pdf", [PRINT_HTML] = "html"};
    const PlayRecord *play = record_play_by_id(keeper_record(cove->keeper), id);
    Sitter sitter;
    if (!play || !sitter_find(cove, play->sitting, &sitter) ||
        !may_leave(sitter.family, yes, error)) {
        return false;
    }
    Event left = {.case_id = sitter.family->id, .person_id = sitter.person->id};
    snprintf(left.audience, sizeof left.audience, "home");
    snprintf(left.form, sizeof left.form, "%s", forms[form]);
    Paper paper = {.arena = arena_new(), .size = size};
    Text bytes;
    text_init(&bytes);
    bool saved = taking_home_cards(cove, id, &paper, error) &&
                 printing_write(cove, &paper, form, &bytes, error) &&
                 reporting_leave(cove, left, "cards", forms[form], &bytes, folder, path, error);
    text_clear(&bytes);
    arena_free(paper.arena);
    return saved;
}

/* ---- the contact card ---- */

enum { CARD_LINES = 6, CARD_COPIES = 4 };

static const char *contact_words(const Cove *cove, const Case *family, Arena *arena)
{
    const FactSubject nobody = {.item = {""}};
    const char *words = facts_value(&family->facts, "card.words", &nobody);
    CrisisLine lines[CARD_LINES];
    size_t count = crisis_lines(record_practice(keeper_record(cove->keeper)), lines, CARD_LINES);
    for (size_t i = 0; i < count && i < CARD_LINES; i++) {
        words = arena_format(arena, "%s%s%s%s%s", words, words[0] ? "\n" : "", lines[i].name,
                             lines[i].name[0] ? " " : "", lines[i].number);
    }
    return words;
}

void taking_home_contact(const Cove *cove, Id family_id, Paper *paper)
{
    const Record *record = keeper_record(cove->keeper);
    const FactSubject nobody = {.item = {""}};
    const char *name = facts_value(record_practice(record), "practice.name", &nobody);
    Arena *arena = paper->arena;
    PaperSize size = paper->size;
    *paper = printing_sheet(cove, cove->library, TIER_AD, arena);
    paper->size = size;
    paper->letters = 16;
    paper->foot = "";
    paper->title = name[0] ? arena_string(arena, name)
                           : cove_words(cove, arena, TIER_AD, NULL, "ui.parent.card");
    const char *words = contact_words(cove, record_case(record, family_id), arena);
    paper_add(paper, PAPER_WORDS, words);
    PaperBlock *cards = paper_add(paper, PAPER_CARDS, NULL);
    for (int i = 0; i < CARD_COPIES; i++) {
        paper_item(paper, cards, arena_format(arena, "%s\n%s", paper->title, words), NULL);
    }
}
