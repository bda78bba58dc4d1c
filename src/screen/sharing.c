#include "screen/sharing.h"

#include "family/access.h"
#include "family/gate.h"
#include "screen/noting.h"
#include "screen/sitting.h"
#include "ui/sheet.h"

#include <stdio.h>
#include <string.h>

/* ---- plays ---- */

static bool is_one(const PlayRecord *play)
{
    return play->part == PART_ACTIVITY && play->how == ENDING_FINISHED;
}

size_t share_plays(const Record *record, Id child, const PlayRecord **plays, size_t room)
{
    size_t count = 0;
    for (size_t s = record_sitting_count(record); s-- > 0;) {
        const Sitting *sitting = record_sitting_at(record, s);
        if (!id_same(sitting->person, child) || sitting->setting == SETTING_JOINT) {
            continue;
        }
        for (size_t p = sitting->play_count; p-- > 0 && count < room;) {
            const PlayRecord *play = record_play(record, sitting->plays[p]);
            if (is_one(play)) {
                plays[count++] = play;
            }
        }
    }
    return count;
}

bool share_offered(const Cove *cove, const Sitter *sitter)
{
    const PlayRecord *play;
    return sitter->person->role == PERSON_CHILD && sitter->sitting->setting == SETTING_ROOM &&
           share_plays(keeper_record(cove->keeper), sitter->person->id, &play, 1) > 0;
}

const char *share_title(const Cove *cove, const PlayRecord *play)
{
    const Module *module = library_module(cove->library, play->module);
    const Activity *activity = module ? module_activity(module, play->activity) : NULL;
    const char *title =
        activity ? strings_get(library_strings(cove->library, module), activity->title, play->tier)
                 : NULL;
    return title ? title : play->activity;
}

/* ---- what holds ---- */

static FactSubject subject_of(const Share *share)
{
    return (FactSubject){share->child, share->adult, share->play};
}

static bool holds(const Case *family, const char *field, const Share *share, const char *value)
{
    FactSubject subject = subject_of(share);
    return facts_is(&family->facts, field, &subject, value);
}

bool share_wished(const Case *family, const Share *share)
{
    return holds(family, "show.wish", share, "yes");
}

bool share_released(const Case *family, const Share *share)
{
    return holds(family, "show.state", share, "released");
}

bool share_any_released(const Case *family, Id child, Id play)
{
    const Person *adult;
    for (int i = 0; (adult = case_adult(family, i)) != NULL; i++) {
        if (share_released(family, &(Share){child, adult->id, play})) {
            return true;
        }
    }
    return false;
}

ShareSaid share_said(const Case *family, const Share *share)
{
    FactSubject subject = subject_of(share);
    return (ShareSaid){facts_value(&family->facts, "show.words", &subject),
                       holds(family, "show.picture", share, "yes")};
}

/* ---- who may ---- */

static AccessAsk ask_of(const Case *family, const Share *share)
{
    return (AccessAsk){.who = ACCESS_ADULT,
                       .side = ACCESS_OTHERS,
                       .what = ACCESS_WINS,
                       .how = ACCESS_READ,
                       .hidden = adult_hidden(family, share->adult),
                       .gate = gate_open(family, share->adult),
                       .child_yes = share_wished(family, share),
                       .helper_tick = share_released(family, share)};
}

bool share_adult_can(const Case *family, Id adult)
{
    AccessAsk ask = ask_of(family, &(Share){.adult = adult});
    ask.child_yes = ask.helper_tick = true;
    return access_allows(&ask);
}

bool share_adult_reads(const Case *family, const Share *share)
{
    AccessAsk ask = ask_of(family, share);
    return access_allows(&ask);
}

bool share_helper_may_release(const Case *family, const Share *share)
{
    AccessAsk ask = ask_of(family, share);
    ask.who = ACCESS_HELPER;
    ask.how = ACCESS_RELEASE;
    return access_allows(&ask) && share_adult_can(family, share->adult);
}

/* ---- noting ---- */

static const Facts *facts_now(const Cove *cove, Id family)
{
    return &record_case(keeper_record(cove->keeper), family)->facts;
}

static bool note(Cove *cove, Id family, const Share *share, const char *field, const char *value,
                 const char *why, Error *error)
{
    FactSubject subject = subject_of(share);
    return facts_is(facts_now(cove, family), field, &subject, value) ||
           note_fact(cove, family, field, &subject, value, why, error);
}

static bool wish_one(Cove *cove, Id family, const Share *share, bool yes, const ShareSaid *said,
                     Error *error)
{
    return note(cove, family, share, "show.words", yes ? said->words : "", "", error) &&
           note(cove, family, share, "show.picture", yes && said->picture ? "yes" : "", "",
                error) &&
           note(cove, family, share, "show.wish", yes ? "yes" : "", "", error);
}

static bool is_among(Id id, const Id *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (id_same(list[i], id)) {
            return true;
        }
    }
    return false;
}

bool share_wish(Cove *cove, Id family, Id child, Id play, const Id *adults, size_t count,
                bool together, const ShareSaid *said, Error *error)
{
    const Record *record = keeper_record(cove->keeper);
    const Person *adult;
    if (share_any_released(record_case(record, family), child, play)) {
        return error_set(error, ERROR_REFUSED, "sharing",
                         "This was shown already. Ask the helper to take it back first.");
    }
    bool kept =
        wish_one(cove, family, &(Share){.child = child, .play = play}, together, said, error);
    for (int i = 0; kept && (adult = case_adult(record_case(record, family), i)) != NULL; i++) {
        Share share = {child, adult->id, play};
        kept = wish_one(cove, family, &share, is_among(adult->id, adults, count), said, error);
    }
    return kept;
}

bool share_release(Cove *cove, const Case *family, const Share *share, bool release,
                   const char *why, Error *error)
{
    if (release && !share_helper_may_release(family, share)) {
        return error_set(error, ERROR_REFUSED, "sharing",
                         "This cannot be shown to this person now. Nothing was changed.");
    }
    return note(cove, family->id, share, "show.state", release ? "released" : "", why, error);
}

/* ---- what is seen ---- */

const Sheet *share_drawing(const Cove *cove, Id play, Arena *arena)
{
    const PlayRecord *record = record_play_by_id(keeper_record(cove->keeper), play);
    const Sheet *drawing = NULL;
    ReplayedPlay played;
    if (!record || !played_open(cove, record, PLAYED_ALL, &played, NULL)) {
        return NULL;
    }
    Summary summary = {.arena = arena};
    play_summary(played.play, &summary);
    for (size_t i = 0; !drawing && i < summary.count; i++) {
        drawing = summary.lines[i].sheet;
    }
    played_close(&played);
    return drawing;
}

static const Manner *manner_of(const Screen *screen, Id adult, Tree *tree)
{
    Manner *manner = arena_alloc(tree->arena, 1, sizeof *manner);
    PrefChoices choices = record_pref_choices(keeper_record(screen->cove->keeper), adult);
    *manner = stage_manner_of(screen->stage, &choices, TIER_AD);
    return manner;
}

static const char *name_of(const Screen *screen, Id child)
{
    const Case *family = record_case_around(keeper_record(screen->cove->keeper), child);
    return case_person(family, child)->name;
}

Node *share_card(const Screen *screen, const Share *share, const ShareSaid *said, Tree *tree,
                 Node *parent)
{
    const Sheet *drawing =
        said->picture ? share_drawing(screen->cove, share->play, tree->arena) : NULL;
    Node *card = node_group(tree, parent, AXIS_COLUMN);
    card->key = arena_format(tree->arena, "shown-%s-%s", share->play.text, share->adult.text);
    card->look = LOOK_NOTE;
    card->manner = manner_of(screen, share->adult, tree);
    card->layout.gap = 6;
    card->layout.pad_x = 16;
    card->layout.pad_y = 12;
    Node *name = node_text(tree, card, TYPE_SMALL, name_of(screen, share->child));
    name->bold = true;
    node_text(tree, card, TYPE_BODY, tree_string(tree, said->words));
    if (drawing) {
        const char *alt =
            cove_words(screen->cove, tree->arena, TIER_AD, NULL, "ui.showing.drawing");
        node_image(tree, card, NULL, alt, 320, 240)->sheet = drawing;
    }
    return card;
}
