/* Things in places: moves, and reading them back. Drawing is in placing_build.c. */
#include "activity/placing.h"

#include "activity/own_words.h"

#include <stdio.h>
#include <string.h>

enum { WAITING_MOST = 2, ID_ROOM = 16 };

static bool is_free(const Placed *placed)
{
    return placed->thing == THING_NONE;
}

static bool is_id(const char *id, const char *stem, int number)
{
    char wanted[ID_ROOM];
    snprintf(wanted, sizeof wanted, "%s-%d", stem, number);
    return strcmp(id, wanted) == 0;
}

const char *place_id(Arena *arena, int place)
{
    return arena_format(arena, "place-%d", place + 1);
}

int place_find(const PlacingRules *rules, const char *id)
{
    for (int place = 0; place < rules->places; place++) {
        if (is_id(id, "place", place + 1)) {
            return place;
        }
    }
    return -1;
}

int placed_find(const Placing *placing, const char *id)
{
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        if (!is_free(&placing->slots[slot]) && is_id(id, "slot", slot + 1)) {
            return slot;
        }
    }
    return -1;
}

int placing_slot(const Placing *placing, int place)
{
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        if (placing->slots[slot].place == 1 + place && !is_free(&placing->slots[slot])) {
            return slot;
        }
    }
    return -1;
}

bool placing_any(const Placing *placing)
{
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        if (placing->slots[slot].place != PLACE_WAITING) {
            return true;
        }
    }
    return false;
}

int placing_about(const PlacingRules *rules, const Placing *placing, const Move *move)
{
    int place = place_find(rules, move->target), slot = placed_find(placing, move->item);
    return place < 0 && slot >= 0 ? placing->slots[slot].place - 1 : place;
}

static int free_slot(const Placing *placing)
{
    int slot = 0;
    while (slot < PLACED_MAX && !is_free(&placing->slots[slot])) {
        slot++;
    }
    return slot < PLACED_MAX ? slot : -1;
}

static int waiting_count(const Placing *placing)
{
    int count = 0;
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        const Placed *placed = &placing->slots[slot];
        count += !is_free(placed) && placed->place == PLACE_WAITING;
    }
    return count;
}

/* ---- what an event means ---- */

static void aim(Move *move, const char *target)
{
    snprintf(move->target, sizeof move->target, "%s", target);
}

static void aim_at_slot(Move *move, const char *verb, int slot)
{
    *move = move_of(verb, "", "");
    snprintf(move->item, sizeof move->item, "slot-%d", slot + 1);
}

/* The same mark once more takes it off. */
static bool interpret_mark(const PlacingRules *rules, const Placing *placing, const char *mark,
                           int place, Move *out)
{
    int slot = placing_slot(placing, place);
    if (slot < 0 || !rules->marks) {
        return false;
    }
    int at = option_find(rules->marks, sizeof(Option), rules->context->tier, mark);
    bool again = at >= 0 && placing->slots[slot].mark == 1 + at;
    aim_at_slot(out, again ? "unmark" : "mark", slot);
    aim(out, again ? "" : mark);
    return true;
}

/* Cards of the program's own have a '*' before their item, which no id of content has. */
static bool interpret_place(const PlacingRules *rules, const Placing *placing, const UiEvent *event,
                            Move *out)
{
    const Action *card = &event->action;
    if (strcmp(card->verb, "mark") == 0) {
        return interpret_mark(rules, placing, card->item, place_find(rules, event->target), out);
    }
    bool waits = card->item[0] == '*';
    *out = move_of(waits ? "move" : "place", "", card->item + waits);
    aim(out, event->target);
    return true;
}

bool placing_interpret(const PlacingRules *rules, const Placing *placing, const UiEvent *event,
                       Move *out)
{
    const char *verb = event->action.verb;
    if (event->type == UI_PLACE) {
        return interpret_place(rules, placing, event, out);
    }
    if (event->type != UI_PRESS) {
        return false;
    }
    if (strcmp(verb, "own") == 0) {
        *out = move_of("own", "", "");
        return own_words_take(event, PLACED_OWN, out);
    }
    if (strcmp(verb, "spot") == 0) {
        int slot = placing_slot(placing, place_find(rules, event->action.item));
        aim_at_slot(out, "take", slot);
        return slot >= 0;
    }
    *out = move_of(verb, "", event->action.item);
    return strcmp(verb, "take") == 0;
}

/* ---- applying ---- */

/* Things of the page go back to where they came from; own words wait to be put elsewhere. */
static void take_out(Placed *placed)
{
    if (placed->thing == THING_OWN && placed->place != PLACE_WAITING) {
        placed->place = PLACE_WAITING;
        placed->mark = 0;
    } else {
        memset(placed, 0, sizeof *placed);
    }
}

static void make_way(const PlacingRules *rules, Placing *placing, int place)
{
    int slot = rules->shared ? -1 : placing_slot(placing, place);
    if (slot >= 0) {
        take_out(&placing->slots[slot]);
    }
}

static bool is_there_alone(const PlacingRules *rules, const Placing *placing, int thing, int place)
{
    int slot = rules->shared ? -1 : placing_slot(placing, place);
    return slot >= 0 && placing->slots[slot].thing == 1 + thing;
}

static bool apply_place(const PlacingRules *rules, Placing *placing, const Move *move, Error *error)
{
    int thing = option_find(rules->things, sizeof(Option), rules->context->tier, move->item);
    int place = place_find(rules, move->target);
    if (thing < 0 || place < 0 || is_there_alone(rules, placing, thing, place)) {
        return move_refuse(error, move, "this cannot go there");
    }
    make_way(rules, placing, place);
    int slot = free_slot(placing);
    if (slot < 0) {
        return move_refuse(error, move, "there is no room for more");
    }
    placing->slots[slot] = (Placed){.thing = (short)(1 + thing), .place = (short)(1 + place)};
    return true;
}

static bool apply_own(const PlacingRules *rules, Placing *placing, const Move *move, Error *error)
{
    Placed placed = {.thing = THING_OWN, .place = PLACE_WAITING};
    int slot = free_slot(placing);
    if (!rules->own || !rules->context->may_type || slot < 0 ||
        waiting_count(placing) >= WAITING_MOST || !own_words_read(move, placed.own, PLACED_OWN)) {
        return move_refuse(error, move, "own words cannot be given like this");
    }
    placing->slots[slot] = placed;
    return true;
}

static bool apply_move(const PlacingRules *rules, Placing *placing, int slot, const Move *move,
                       Error *error)
{
    int place = place_find(rules, move->target);
    if (place < 0 || placing->slots[slot].place != PLACE_WAITING) {
        return move_refuse(error, move, "this cannot go there");
    }
    make_way(rules, placing, place);
    placing->slots[slot].place = (short)(1 + place);
    return true;
}

static bool apply_mark(const PlacingRules *rules, Placed *placed, const Move *move, Error *error)
{
    int mark = rules->marks
                   ? option_find(rules->marks, sizeof(Option), rules->context->tier, move->target)
                   : -1;
    if (mark < 0 || placed->place == PLACE_WAITING) {
        return move_refuse(error, move, "there is no such mark here");
    }
    placed->mark = (short)(1 + mark);
    return true;
}

static bool apply_to_slot(const PlacingRules *rules, Placing *placing, const Move *move,
                          Error *error)
{
    int slot = placed_find(placing, move->item);
    if (slot < 0) {
        return move_refuse(error, move, "nothing of this kind lies here");
    }
    if (strcmp(move->verb, "move") == 0) {
        return apply_move(rules, placing, slot, move, error);
    }
    if (strcmp(move->verb, "mark") == 0) {
        return apply_mark(rules, &placing->slots[slot], move, error);
    }
    if (strcmp(move->verb, "take") == 0) {
        take_out(&placing->slots[slot]);
    } else {
        placing->slots[slot].mark = 0;
    }
    return true;
}

bool placing_apply(const PlacingRules *rules, Placing *placing, const Move *move, Error *error)
{
    if (strcmp(move->verb, "place") == 0) {
        return apply_place(rules, placing, move, error);
    }
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(rules, placing, move, error);
    }
    return apply_to_slot(rules, placing, move, error);
}

/* ---- reading back ---- */

static const Option *thing_of(const PlacingRules *rules, const Placed *placed)
{
    return placed->thing > 0 ? option_at(rules->things, sizeof(Option), (size_t)(placed->thing - 1))
                             : NULL;
}

const char *placed_words(const PlacingRules *rules, const Placed *placed, Arena *arena)
{
    const Option *thing = thing_of(rules, placed);
    return thing ? play_words(rules->context, arena, thing->text)
                 : arena_string(arena, placed->own);
}

/* The one place where it is said what something that was put somewhere looks like. */
const char *placed_picture(const PlacingRules *rules, const Placed *placed, Arena *arena)
{
    const Option *thing = thing_of(rules, placed);
    if (placed->figure[0]) {
        return arena_string(arena, placed->figure);
    }
    return thing ? thing->picture : NULL;
}

/* Words of one's own may stand for anybody. */
bool placed_is_person(const PlacingRules *rules, const Placed *placed)
{
    const Option *thing = thing_of(rules, placed);
    const char *picture = thing && thing->picture ? thing->picture : "";
    return placed->thing == THING_OWN || text_starts(picture, "person/") ||
           strcmp(picture, "card/me") == 0;
}

const char *placed_mark(const PlacingRules *rules, const Placed *placed, Arena *arena)
{
    return placed->mark
               ? play_words(
                     rules->context, arena,
                     option_at(rules->marks, sizeof(Option), (size_t)(placed->mark - 1))->text)
               : NULL;
}

void placing_summarise_waiting(const PlacingRules *rules, const Placing *placing, Summary *out)
{
    const char *label = play_ui(rules->context, out->arena, "ui.map.waiting");
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        const Placed *placed = &placing->slots[slot];
        if (!is_free(placed) && placed->place == PLACE_WAITING) {
            summary_add(out, label, placed_words(rules, placed, out->arena), NULL);
        }
    }
}

static bool has_own(const Placing *placing, const char *words)
{
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        if (strcmp(placing->slots[slot].own, words) == 0) {
            return true;
        }
    }
    return false;
}

bool placing_stands(const Placing *placing, const Move *move)
{
    return move->text[0] == '\0' || has_own(placing, move->text);
}

void placing_forget(Placing *placing, const Placing *last, const char *instead)
{
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        Placed *placed = &placing->slots[slot];
        if (placed->thing == THING_OWN && !has_own(last, placed->own)) {
            text_tidy(instead, placed->own, PLACED_OWN);
        }
    }
}

static const char *words_moved(const PlacingRules *rules, const Placing *before, const Move *move,
                               Arena *arena)
{
    if (strcmp(move->verb, "place") == 0) {
        int thing = option_find(rules->things, sizeof(Option), rules->context->tier, move->item);
        return play_words(rules->context, arena,
                          option_at(rules->things, sizeof(Option), (size_t)thing)->text);
    }
    return placed_words(rules, &before->slots[placed_find(before, move->item)], arena);
}

void placing_step(const PlacingRules *rules, const Placing *before, const Move *move,
                  const char *place, Text *out)
{
    const PlayContext *context = rules->context;
    if (strcmp(move->verb, "own") == 0) {
        step_say(context, out, "ui.step.wrote", move->text);
        return;
    }
    Arena *arena = arena_new();
    const char *words = words_moved(rules, before, move, arena);
    if (strcmp(move->verb, "take") == 0) {
        step_say(context, out, "ui.step.took-back", words);
    } else if (strcmp(move->verb, "unmark") == 0) {
        step_say(context, out, "ui.step.unmarked", words);
    } else if (strcmp(move->verb, "mark") == 0) {
        int mark = option_find(rules->marks, sizeof(Option), context->tier, move->target);
        const char *sentence = option_at(rules->marks, sizeof(Option), (size_t)mark)->text;
        step_say(
            context, out, "ui.step.marked",
            arena_format(arena, "%s \xe2\x86\x92 %s", words, play_words(context, arena, sentence)));
    } else {
        step_say(context, out, "ui.step.placed",
                 arena_format(arena, "%s \xe2\x86\x92 %s", words, place));
    }
    arena_free(arena);
}
