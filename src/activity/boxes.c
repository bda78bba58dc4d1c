/* Boxes: moves, and reading them back. Drawing is in boxes_build.c. */
#include "activity/boxes.h"

#include "activity/own_words.h"

#include <stdio.h>
#include <string.h>

static int box_find(const BoxRules *rules, const char *id)
{
    for (int box = 0; box < rules->count; box++) {
        if (strcmp(rules->boxes[box].id, id) == 0) {
            return box;
        }
    }
    return -1;
}

static int mark_find(const BoxRules *rules, const char *id)
{
    for (int mark = 0; mark < rules->mark_count; mark++) {
        if (strcmp(rules->marks[mark].id, id) == 0) {
            return mark;
        }
    }
    return -1;
}

static int option_of(const BoxRules *rules, int box, const char *id)
{
    return option_find(rules->boxes[box].options, sizeof(Option), rules->context->tier, id);
}

bool boxes_any(const Boxes *boxes)
{
    for (int box = 0; box < BOXES_MAX; box++) {
        if (boxes->fills[box].option != BOX_EMPTY) {
            return true;
        }
    }
    return false;
}

/* ---- moves ---- */

/* Cards and marks say with their value which box they are for: 1 + its index. */
static bool interpret_for_box(const BoxRules *rules, const Boxes *boxes, const Action *action,
                              Move *out)
{
    int box = action->value - 1;
    if (box < 0 || box >= rules->count) {
        return false;
    }
    bool marks = strcmp(action->verb, "mark") == 0;
    int mark = marks ? mark_find(rules, action->item) : -1;
    bool again = mark >= 0 && boxes->fills[box].mark == 1 + mark;
    *out = move_of(again ? "unmark" : action->verb, "", rules->boxes[box].id);
    snprintf(out->target, sizeof out->target, "%s", again ? "" : action->item);
    return true;
}

bool boxes_interpret(const BoxRules *rules, const Boxes *boxes, const UiEvent *event, Move *out)
{
    const Action *action = &event->action;
    if (event->type != UI_PRESS) {
        return false;
    }
    if (strcmp(action->verb, "fill") == 0 || strcmp(action->verb, "mark") == 0) {
        return interpret_for_box(rules, boxes, action, out);
    }
    *out = move_of(action->verb, "", action->item);
    return strcmp(action->verb, "own") != 0 || own_words_take(event, BOX_WORDS, out);
}

static bool apply_fill(const BoxRules *rules, BoxFill *fill, int box, const Move *move,
                       Error *error)
{
    BoxFill filled = {.option = BOX_OWN};
    const Box *content = &rules->boxes[box];
    if (fill->option != BOX_EMPTY) {
        return move_refuse(error, move, "this box is not empty");
    }
    if (strcmp(move->verb, "own") == 0) {
        if (!content->own || !rules->context->may_type ||
            !own_words_read(move, filled.own, BOX_WORDS)) {
            return move_refuse(error, move, "own words cannot be given like this");
        }
    } else {
        int option = option_of(rules, box, move->target);
        if (option < 0) {
            return move_refuse(error, move, "there is no such card for this box");
        }
        filled.option = (short)(1 + option);
    }
    *fill = filled;
    return true;
}

static bool apply_mark(const BoxRules *rules, BoxFill *fill, int box, const Move *move,
                       Error *error)
{
    int mark = mark_find(rules, move->target);
    if (!rules->boxes[box].marks || fill->option == BOX_EMPTY || mark < 0) {
        return move_refuse(error, move, "there is no such mark here");
    }
    fill->mark = (short)(1 + mark);
    return true;
}

bool boxes_apply(const BoxRules *rules, Boxes *boxes, const Move *move, Error *error)
{
    int box = box_find(rules, move->item);
    if (box < 0) {
        return move_refuse(error, move, "there is no such box");
    }
    BoxFill *fill = &boxes->fills[box];
    if (strcmp(move->verb, "fill") == 0 || strcmp(move->verb, "own") == 0) {
        return apply_fill(rules, fill, box, move, error);
    }
    if (strcmp(move->verb, "mark") == 0) {
        return apply_mark(rules, fill, box, move, error);
    }
    if (strcmp(move->verb, "clear") == 0) {
        memset(fill, 0, sizeof *fill);
    } else {
        fill->mark = 0;
    }
    return true;
}

/* ---- reading back ---- */

const char *box_words(const BoxRules *rules, const Boxes *boxes, int box, Arena *arena)
{
    const BoxFill *fill = &boxes->fills[box];
    if (fill->option == BOX_EMPTY) {
        return NULL;
    }
    if (fill->option == BOX_OWN) {
        return arena_string(arena, fill->own);
    }
    return play_words(
        rules->context, arena,
        option_at(rules->boxes[box].options, sizeof(Option), (size_t)(fill->option - 1))->text);
}

/* "it rained (fact)" */
static const char *words_marked(const BoxRules *rules, const Boxes *boxes, int box, Arena *arena)
{
    const char *words = box_words(rules, boxes, box, arena);
    int mark = boxes->fills[box].mark;
    return words && mark ? arena_format(arena, "%s (%s)", words, rules->marks[mark - 1].words)
                         : words;
}

static const char *box_picture(const BoxRules *rules, const Boxes *boxes, int box)
{
    int option = boxes->fills[box].option;
    return option > 0
               ? option_at(rules->boxes[box].options, sizeof(Option), (size_t)(option - 1))->picture
               : NULL;
}

void boxes_summarise(const BoxRules *rules, const Boxes *boxes, Summary *out)
{
    const char *none = play_ui(rules->context, out->arena, "ui.map.empty");
    for (int box = 0; box < rules->count && boxes_any(boxes); box++) {
        const char *words = words_marked(rules, boxes, box, out->arena);
        summary_add(out, rules->boxes[box].lead, words ? words : none,
                    box_picture(rules, boxes, box));
    }
}

bool boxes_stand(const BoxRules *rules, const Boxes *boxes, const Move *move)
{
    return move->text[0] == '\0' ||
           strcmp(boxes->fills[box_find(rules, move->item)].own, move->text) == 0;
}

void boxes_forget(Boxes *boxes, const Boxes *last, const char *instead)
{
    for (int box = 0; box < BOXES_MAX; box++) {
        BoxFill *fill = &boxes->fills[box];
        if (fill->option == BOX_OWN && strcmp(fill->own, last->fills[box].own) != 0) {
            text_tidy(instead, fill->own, BOX_WORDS);
        }
    }
}

static void step_put(const BoxRules *rules, const char *ui, int box, const char *words, Text *out)
{
    Arena *arena = arena_new();
    step_say(rules->context, out, ui,
             arena_format(arena, "%s \xe2\x86\x92 %s", words, rules->boxes[box].lead));
    arena_free(arena);
}

void boxes_step(const BoxRules *rules, const Boxes *before, const Move *move, Text *out)
{
    int box = box_find(rules, move->item);
    Arena *arena = arena_new();
    const char *words = box_words(rules, before, box, arena);
    if (strcmp(move->verb, "fill") == 0) {
        const Option *option = option_at(rules->boxes[box].options, sizeof(Option),
                                         (size_t)option_of(rules, box, move->target));
        step_put(rules, "ui.step.placed", box, play_words(rules->context, arena, option->text),
                 out);
    } else if (strcmp(move->verb, "own") == 0) {
        step_put(rules, "ui.step.wrote", box, move->text, out);
    } else if (strcmp(move->verb, "mark") == 0) {
        const char *mark = rules->marks[mark_find(rules, move->target)].words;
        step_say(rules->context, out, "ui.step.marked",
                 arena_format(arena, "%s \xe2\x86\x92 %s", words, mark));
    } else {
        bool clear = strcmp(move->verb, "clear") == 0;
        step_say(rules->context, out, clear ? "ui.step.took-back" : "ui.step.unmarked", words);
    }
    arena_free(arena);
}
