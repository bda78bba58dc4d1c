/* The mid-end's fold: moves in, state out. Inputs and questions are in play_ask.c, drawing in
 * play_build.c, reading back in play_words.c. */
#include "activity/play_inside.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *kind_part(void *block)
{
    return (char *)block + sizeof(Progress);
}

static const void *kind_part_const(const void *block)
{
    return (const char *)block + sizeof(Progress);
}

static void *block_new(const Play *play)
{
    void *block = memory_new(1, play->size);
    Progress *progress = block;
    progress->seen[0] = true;
    return block;
}

const Progress *play_progress(const Play *play)
{
    return play->block;
}

const void *play_kind_state(const Play *play)
{
    return kind_part_const(play->block);
}

static void gather_pages(const Activity *activity, PlayContext *context)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const Page *page = ((const Page *const *)activity->pages.items)[i];
        if (tier_in(page->tiers, context->tier) && context->page_count < PLAY_PAGES_MAX) {
            context->pages[context->page_count++] = page;
        }
    }
}

bool play_may_type(Tier tier, Setting setting)
{
    return tier == TIER_AD || (tier >= TIER_T3 && setting != SETTING_HOME);
}

static Play *play_unmoved(const PlayContext *context, const Kind *kind)
{
    Play *play = memory_new(1, sizeof *play);
    play->context = *context;
    play->kind = kind;
    play->size = sizeof(Progress) + kind->state_size;
    play->block = block_new(play);
    return play;
}

static PlayContext context_of(const PlaySetup *setup)
{
    PlayContext context = {.activity = setup->activity,
                           .words = setup->words,
                           .ui = setup->ui,
                           .lint = setup->lint,
                           .tokens = setup->tokens,
                           .tier = setup->tier,
                           .may_type = setup->may_type,
                           .joint = setup->partner != NULL,
                           .seed = setup->seed};
    snprintf(context.partner, sizeof context.partner, "%s",
             setup->partner ? setup->partner : setup->tokens.helper);
    return context;
}

bool play_new(const PlaySetup *setup, Play **out, Error *error)
{
    const Kind *kind = kind_named(setup->activity->kind);
    if (!kind) {
        return error_set(error, ERROR_CONTENT, setup->activity->id,
                         "This activity is of a kind that this version does not know (%s).",
                         setup->activity->kind);
    }
    PlayContext context = context_of(setup);
    gather_pages(setup->activity, &context);
    if (context.joint) {
        play_close_private(kind, &context);
    }
    if (context.page_count == 0) {
        return error_set(error, ERROR_CONTENT, setup->activity->id,
                         "This activity has no page for %s.", tier_limits(setup->tier)->label);
    }
    *out = play_unmoved(&context, kind);
    return true;
}

void play_free(Play *play)
{
    if (play) {
        memory_forget(play->block);
        memory_forget(play->moves);
        memory_forget(play->standing);
        memory_forget(play);
    }
}

/* ---- applying ---- */

/* Pages only go on, so the trail never holds a page twice and always has room. */
static int following_page(const Play *play, const void *block, int page)
{
    const Kind *kind = play->kind;
    int next =
        kind->next_page ? kind->next_page(&play->context, kind_part_const(block), page) : page + 1;
    assert(next > page && next <= play->context.page_count);
    return next;
}

static void go_on(const Play *play, Progress *progress, bool skip)
{
    int next = following_page(play, progress, progress->page);
    progress->skipped[progress->page] = skip;
    progress->handed = false;
    progress->trail[progress->trail_count++] = (short)progress->page;
    if (next == play->context.page_count) {
        progress->finished = true;
    } else {
        progress->page = next;
        progress->seen[next] = true;
    }
}

/* In joint play alone, and only where the kind has no turns of its own. */
static const char hand_over[] = "hand-over";

/* The mid-end's own verbs. *mine tells whether `move` was one. */
static bool apply_paging(const Play *play, void *block, const Move *move, bool *mine, Error *error)
{
    Progress *progress = block;
    bool skip = strcmp(move->verb, "skip") == 0;
    *mine = true;
    if (skip || strcmp(move->verb, "next") == 0) {
        if (skip == play->kind->is_complete(&play->context, kind_part(block), progress->page)) {
            return move_refuse(error, move,
                               skip ? "the page is done already" : "the page is still open");
        }
        go_on(play, progress, skip);
        return true;
    }
    if (strcmp(move->verb, "back") == 0) {
        if (progress->trail_count == 0) {
            return move_refuse(error, move, "this is the first page");
        }
        progress->page = progress->trail[--progress->trail_count];
        progress->trail[progress->trail_count] = 0;
        progress->handed = false;
        return true;
    }
    if (strcmp(move->verb, hand_over) == 0) {
        progress->handed = !progress->handed;
        return true;
    }
    *mine = false;
    return true;
}

static const Verb *find_verb(const Verb *verbs, const char *name)
{
    for (; verbs->name; verbs++) {
        if (strcmp(verbs->name, name) == 0) {
            return verbs;
        }
    }
    return NULL;
}

/* The mid-end's own verbs; no kind may use them. */
static const Verb paging_verbs[] = {{"next", 0}, {"skip", 0}, {"back", 0}, {"undo", 0}, {NULL, 0}};

static unsigned parts_of(const Move *move)
{
    return (move->item[0] ? MOVE_ITEM : 0u) | (move->target[0] ? MOVE_TARGET : 0u) |
           (move->value ? MOVE_VALUE : 0u) | (move->text[0] ? MOVE_TEXT : 0u);
}

static bool well_formed(const Play *play, const Progress *progress, const Move *move, Error *error)
{
    const Verb *verb = find_verb(paging_verbs, move->verb);
    verb = verb ? verb : find_verb(play->kind->verbs, move->verb);
    if (progress->finished) {
        return move_refuse(error, move, "the activity is over");
    }
    if (strcmp(move->page, play->context.pages[progress->page]->id) != 0) {
        return move_refuse(error, move, "it belongs to another page");
    }
    if (!verb && !(strcmp(move->verb, hand_over) == 0 && play_can_hand_over(play))) {
        return move_refuse(error, move, "this kind of activity knows no such step");
    }
    if (move->seat != play_seat_at(play, progress)) {
        return move_refuse(error, move, "it is not this person's turn");
    }
    return (parts_of(move) & ~(verb ? verb->uses : 0u)) == 0 ||
           move_refuse(error, move, "it carries what this step never has");
}

static bool apply_to(const Play *play, void *block, const Move *move, Error *error)
{
    const Progress *progress = block;
    if (!well_formed(play, progress, move, error)) {
        return false;
    }
    bool mine = false;
    if (!apply_paging(play, block, move, &mine, error)) {
        return false;
    }
    return mine || play->kind->apply(&play->context, kind_part(block), progress->page, move, error);
}

/* The state without the last `fewer` standing moves: undo is replay of all but the last. */
static void *block_without(const Play *play, size_t fewer)
{
    void *block = block_new(play);
    for (size_t i = 0; i + fewer < play->standing_count; i++) {
        bool again = apply_to(play, block, &play->moves[play->standing[i]], NULL);
        assert(again);
        (void)again;
    }
    return block;
}

bool play_is_paging(const char *verb)
{
    return find_verb(paging_verbs, verb) != NULL;
}

static bool is_undo(const Move *move)
{
    return strcmp(move->verb, "undo") == 0;
}

bool play_has_verb(const Play *play, const Move *move, unsigned flag)
{
    const Verb *verb = find_verb(play->kind->verbs, move->verb);
    return verb && (verb->uses & flag);
}

const Move *play_last_standing(const Play *play)
{
    return play->standing_count ? &play->moves[play->standing[play->standing_count - 1]] : NULL;
}

static bool undo_fits(const Play *play, const Move *move, Error *error)
{
    if (!well_formed(play, play_progress(play), move, error)) {
        return false;
    }
    const Move *last = play_last_standing(play);
    return (last && !play_has_verb(play, last, VERB_GIVES | VERB_STAYS)) ||
           move_refuse(error, move, "there is nothing to undo");
}

bool play_waits(const Play *play, const Move *move)
{
    return is_undo(move) ? play->waiting > 0 : play_has_verb(play, move, VERB_WAITS);
}

bool play_gives(const Play *play, const Move *move)
{
    return play_has_verb(play, move, VERB_GIVES);
}

/* What waits is forgotten by any move but those that go on with it or give it. */
static size_t forgotten_by(const Play *play, const Move *move)
{
    return play_waits(play, move) || play_gives(play, move) ? 0 : play->waiting;
}

static void *block_copy(const Play *play)
{
    void *block = memory_new(1, play->size);
    memcpy(block, play->block, play->size);
    return block;
}

/* The block after `move`, or NULL when it is refused. */
static void *block_after(const Play *play, const Move *move, Error *error)
{
    if (is_undo(move)) {
        return undo_fits(play, move, error) ? block_without(play, 1) : NULL;
    }
    void *block = forgotten_by(play, move) ? block_without(play, play->waiting) : block_copy(play);
    bool changed =
        apply_to(play, block, move, error) && (memcmp(block, play->block, play->size) != 0 ||
                                               move_refuse(error, move, "it is so already"));
    if (!changed) {
        memory_forget(block);
        return NULL;
    }
    return block;
}

bool play_check(const Play *play, const Move *move, Error *error)
{
    void *block = block_after(play, move, error);
    memory_forget(block);
    return block != NULL;
}

static void let_go(Play *play, size_t count)
{
    play->move_count -= count;
    play->standing_count -= count;
    play->waiting -= count;
}

static void append(Play *play, const Move *move)
{
    list_room((void **)&play->moves, &play->moves_room, play->move_count, sizeof *play->moves);
    list_room((void **)&play->standing, &play->standing_room, play->standing_count,
              sizeof *play->standing);
    if (is_undo(move)) {
        play->standing_count--;
    } else {
        play->standing[play->standing_count++] = play->move_count;
    }
    play->moves[play->move_count++] = *move;
    play->waiting = play_has_verb(play, move, VERB_WAITS) ? play->waiting + 1 : 0;
}

bool play_apply(Play *play, const Move *move, Error *error)
{
    void *block = block_after(play, move, error);
    if (!block) {
        return false;
    }
    bool erases = is_undo(move) && play->waiting > 0;
    let_go(play, erases ? 1 : forgotten_by(play, move));
    if (!erases) {
        append(play, move);
    }
    memory_forget(play->block);
    play->block = block;
    return true;
}

bool play_fold(Play *play, const Move *moves, size_t count, Error *error)
{
    memory_forget(play->block);
    play->block = block_new(play);
    play->move_count = play->standing_count = play->waiting = 0;
    for (size_t i = 0; i < count; i++) {
        if (!play_apply(play, &moves[i], error)) {
            return false;
        }
    }
    return true;
}

/* ---- looking back ---- */

/* Words that were taken back since are not shown, whatever the step. */
static void forget_erased(Play *back, const Play *now)
{
    Arena *arena = arena_new();
    const char *instead = play_ui(&now->context, arena, "ui.taken-back");
    for (int page = 0; now->kind->forget && page < now->context.page_count; page++) {
        now->kind->forget(&now->context, kind_part(back->block), play_kind_state(now), page,
                          instead);
    }
    arena_free(arena);
}

Play *play_back(const Play *play, size_t steps)
{
    assert(steps <= play->move_count);
    Play *back = play_unmoved(&play->context, play->kind);
    bool again = play_fold(back, play->moves, steps, NULL);
    assert(again);
    (void)again;
    forget_erased(back, play);
    return back;
}
