/* The mid-end asked: what an input means here and now, and how the play stands. Changes nothing. */
#include "activity/play_inside.h"

#include <assert.h>
#include <string.h>

/* ---- interpreting ---- */

static bool interpret_here(const Play *play, const UiEvent *event, Move *out)
{
    if (event->type == UI_KEY && event->key == KEY_UNDO) {
        *out = move_of("undo", "", "");
        return play_can_undo(play);
    }
    if (event->type == UI_PRESS &&
        (play_is_paging(event->action.verb) || strcmp(event->action.verb, "hand-over") == 0)) {
        *out = move_of(event->action.verb, "", "");
        return true;
    }
    return play->kind->interpret(&play->context, play_kind_state(play), play_page(play), event,
                                 out);
}

static bool give_page(const Play *play, Move *move)
{
    const char *id = play->context.pages[play_page(play)]->id;
    memcpy(move->page, id, strlen(id) + 1);
    move->seat = play_seat(play);
    return play_check(play, move, NULL);
}

bool play_interpret(const Play *play, const UiEvent *event, Move *out)
{
    Move move = {0};
    if (play_finished(play) || !interpret_here(play, event, &move) || !give_page(play, &move)) {
        return false;
    }
    *out = move;
    return true;
}

bool play_tick(const Play *play, const PlayView *view, Move *out)
{
    Move move = {0};
    if (play_finished(play) || !play->kind->tick ||
        !play->kind->tick(&play->context, play_kind_state(play), play_page(play), view, &move) ||
        !give_page(play, &move)) {
        return false;
    }
    *out = move;
    return true;
}

bool play_moving(const Play *play, const PlayView *view)
{
    return !play_finished(play) && play->kind->moving &&
           play->kind->moving(&play->context, play_kind_state(play), play_page(play), view);
}

Breath play_breath(const Play *play, const PlayView *view)
{
    if (play_finished(play) || !play->kind->breath) {
        return BREATH_NONE;
    }
    return play->kind->breath(&play->context, play_kind_state(play), play_page(play), view);
}

/* ---- asking ---- */

const PlayContext *play_context(const Play *play)
{
    return &play->context;
}

int play_page(const Play *play)
{
    return play_progress(play)->page;
}

int play_page_count(const Play *play)
{
    return play->context.page_count;
}

bool play_finished(const Play *play)
{
    return play_progress(play)->finished;
}

/* Undo is offered for what was done on this page; going back has its own button. */
bool play_can_undo(const Play *play)
{
    const Move *last = play_last_standing(play);
    return last && !play_finished(play) && !play_is_paging(last->verb) &&
           !play_has_verb(play, last, VERB_GIVES | VERB_STAYS);
}

bool play_skipped(const Play *play, int page)
{
    return play_progress(play)->skipped[page];
}

bool play_private(const Play *play, int page)
{
    return play->kind->is_private &&
           play->kind->is_private(&play->context, play_kind_state(play), page);
}

int play_page_named(const Play *play, const char *id)
{
    for (int i = 0; i < play->context.page_count; i++) {
        if (strcmp(play->context.pages[i]->id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int play_turn(const Play *play)
{
    const Kind *kind = play->kind;
    return kind->turn ? kind->turn(&play->context, play_kind_state(play), play_page(play)) : 0;
}

Tokens play_tokens(const Play *play)
{
    Tokens tokens = play->context.tokens;
    for (int page = 0; play->kind->names && page < play->context.page_count; page++) {
        play->kind->names(&play->context, play_kind_state(play), page, &tokens);
    }
    return tokens;
}

size_t play_move_count(const Play *play)
{
    return play->move_count;
}

const Move *play_move_at(const Play *play, size_t step)
{
    assert(step < play->move_count);
    return &play->moves[step];
}

size_t play_waiting(const Play *play)
{
    return play->waiting;
}

const void *play_state(const Play *play, size_t *size)
{
    *size = play->size;
    return play->block;
}
