#include "record/move.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

static void put(char *to, size_t size, const char *from)
{
    size_t length = strlen(from);
    assert(length < size);
    memcpy(to, from, length + 1);
}

Move move_of(const char *verb, const char *page, const char *item)
{
    Move move = {0};
    put(move.verb, sizeof move.verb, verb);
    put(move.page, sizeof move.page, page);
    put(move.item, sizeof move.item, item);
    return move;
}

const char *seat_id(Seat seat)
{
    static const char *const ids[] = {NULL, "child", "adult"};
    return seat == SEAT_CHILD || seat == SEAT_ADULT ? ids[seat] : NULL;
}

bool move_same(const Move *a, const Move *b)
{
    return strcmp(a->verb, b->verb) == 0 && strcmp(a->page, b->page) == 0 &&
           strcmp(a->item, b->item) == 0 && strcmp(a->target, b->target) == 0 &&
           a->value == b->value && strcmp(a->text, b->text) == 0 && a->seat == b->seat;
}

static void write_part(Json *object, const char *key, const char *value)
{
    if (value[0]) {
        json_add_string(object, key, value);
    }
}

void move_write(const Move *move, Json *object)
{
    write_part(object, "verb", move->verb);
    write_part(object, "page", move->page);
    write_part(object, "item", move->item);
    write_part(object, "target", move->target);
    if (move->value) {
        json_add_integer(object, "value", move->value);
    }
    write_part(object, "text", move->text);
    if (seat_id(move->seat)) {
        json_add_string(object, "seat", seat_id(move->seat));
    }
}

typedef struct Part {
    const char *key;
    char *to;
    size_t size;
} Part;

static bool read_text(const Json *member, const Part *part, const char *place, Error *error)
{
    const char *text = json_string(member);
    if (!text || text[0] == '\0' || strlen(text) >= part->size) {
        return error_set(error, ERROR_DAMAGED, place,
                         "A move's \"%s\" is not text of 1 to %zu bytes.", part->key,
                         part->size - 1);
    }
    put(part->to, part->size, text);
    return true;
}

static bool read_value(const Json *member, const char *place, int *out, Error *error)
{
    int64_t value;
    if (!json_integer(member, &value) || value == 0 || value < INT_MIN || value > INT_MAX) {
        return error_set(error, ERROR_DAMAGED, place, "A move's \"value\" is not a small number.");
    }
    *out = (int)value;
    return true;
}

static bool read_seat(const Json *member, const char *place, Seat *out, Error *error)
{
    const char *text = json_string(member);
    for (Seat seat = SEAT_CHILD; text && seat <= SEAT_ADULT; seat++) {
        if (strcmp(seat_id(seat), text) == 0) {
            *out = seat;
            return true;
        }
    }
    return error_set(error, ERROR_DAMAGED, place,
                     "A move's \"seat\" is neither \"child\" nor \"adult\".");
}

static bool read_member(const Json *member, Move *move, const char *place, Error *error)
{
    const Part parts[] = {{"verb", move->verb, sizeof move->verb},
                          {"page", move->page, sizeof move->page},
                          {"item", move->item, sizeof move->item},
                          {"target", move->target, sizeof move->target},
                          {"text", move->text, sizeof move->text}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(json_key(member), parts[i].key) == 0) {
            return read_text(member, &parts[i], place, error);
        }
    }
    if (strcmp(json_key(member), "value") == 0) {
        return read_value(member, place, &move->value, error);
    }
    if (strcmp(json_key(member), "seat") == 0) {
        return read_seat(member, place, &move->seat, error);
    }
    return error_set(error, ERROR_DAMAGED, place, "A move has no \"%s\".", json_key(member));
}

bool move_read(const Json *object, const char *place, Move *out, Error *error)
{
    Move move = {0};
    if (!object || json_type(object) != JSON_OBJECT) {
        return error_set(error, ERROR_DAMAGED, place, "A move is not an object.");
    }
    for (const Json *member = json_first(object); member; member = json_next(member)) {
        if (!read_member(member, &move, place, error)) {
            return false;
        }
    }
    if (move.verb[0] == '\0') {
        return error_set(error, ERROR_DAMAGED, place, "A move has no \"verb\".");
    }
    *out = move;
    return true;
}
