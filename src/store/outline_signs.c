#include "store/outline_signs.h"

#include "base/memory.h"
#include "store/entry.h"

#include <stdlib.h>
#include <string.h>

enum {
    HEAD_BYTES = 8 + 1 + 1 + 4 + 8,
    ID_BYTES = ID_LENGTH + 1,
    SIGN_BYTES = ID_BYTES + WHOSE_BYTES + 17
};

void signs_clear(Signs *signs)
{
    free(signs->list);
    *signs = (Signs){0};
}

/* ---- seeing ---- */

/* Saves reading most events; what is found so is read then. */
static bool has_word(const StoreText *text, const char *word)
{
    return memmem(text->bytes, text->size, word, strlen(word)) != NULL;
}

static bool names_sign(const StoreText *text)
{
    return has_word(text, "\"sign.noted\"") || has_word(text, "\"felt.word\"");
}

static void add(Signs *signs, Id sitting, Whose owner, int64_t last)
{
    list_room((void **)&signs->list, &signs->room, signs->count, sizeof *signs->list);
    signs->list[signs->count++] = (Sign){sitting, owner, signs->first, last, false};
}

static bool end_sitting(void *context, const Event *event, Error *error)
{
    (void)error;
    add(context, event->sitting_id, event->belongs, event->sequence);
    return true;
}

/* By the helper, or a word the helper asked to see: in the sitting it counts with its end, at its
 * goodbye it comes after that. */
static bool note_sign(void *context, const Event *event, Error *error)
{
    Signs *signs = context;
    (void)error;
    bool listed =
        signs->count > 0 && id_same(signs->list[signs->count - 1].sitting, event->item_id);
    bool sign = strcmp(event->fact, "sign.noted") == 0 || strcmp(event->fact, "felt.word") == 0;
    if (!sign || listed) {
        return true;
    }
    if (signs->ended) {
        add(signs, event->item_id, event->belongs, event->sequence);
    } else {
        signs->not_ok = true;
    }
    return true;
}

static bool answer(void *context, const Event *event, Error *error)
{
    Signs *signs = context;
    (void)error;
    for (size_t i = signs->count; strcmp(event->fact, "flag.done") == 0 && i > 0; i--) {
        if (id_same(signs->list[i - 1].sitting, event->item_id)) {
            signs->list[i - 1].answered = event->value[0] != '\0';
            break;
        }
    }
    return true;
}

bool signs_see(Signs *signs, const StoreText *text, Error *error)
{
    switch (entry_text_type(text)) {
    case EVENT_SITTING_STARTED:
        signs->first = text->sequence;
        signs->ended = false;
        signs->not_ok = false;
        signs->stops = 0;
        return true;
    case EVENT_NOT_OK: signs->not_ok = true; return true;
    case EVENT_PLAY_ENDED: signs->stops += has_word(text, "\"stopped\""); return true;
    case EVENT_SITTING_ENDED:
        signs->ended = true;
        return (!signs->not_ok && signs->stops < 2) ||
               store_decode(text, end_sitting, signs, error);
    case EVENT_NOTED:
        return (!has_word(text, "\"flag.done\"") || store_decode(text, answer, signs, error)) &&
               (!names_sign(text) || store_decode(text, note_sign, signs, error));
    default: return true;
    }
}

void signs_drop(Signs *signs, const Whose *erased)
{
    size_t kept = 0;
    for (size_t i = 0; i < signs->count; i++) {
        if (!whose_goes_with(&signs->list[i].owner, erased)) {
            signs->list[kept++] = signs->list[i];
        }
    }
    signs->count = kept;
}

/* ---- as bytes ---- */

size_t signs_size(const Signs *signs)
{
    return HEAD_BYTES + signs->count * SIGN_BYTES;
}

void signs_put(const Signs *signs, BytesOut *out)
{
    bytes_put_number(out, (uint64_t)signs->first, 8);
    bytes_put_number(out, signs->ended, 1);
    bytes_put_number(out, signs->not_ok, 1);
    bytes_put_number(out, (uint64_t)signs->stops, 4);
    bytes_put_number(out, signs->count, 8);
    for (size_t i = 0; i < signs->count; i++) {
        const Sign *sign = &signs->list[i];
        bytes_put(out, sign->sitting.text, ID_BYTES);
        whose_put(out, &sign->owner);
        bytes_put_number(out, (uint64_t)sign->first, 8);
        bytes_put_number(out, (uint64_t)sign->last, 8);
        bytes_put_number(out, sign->answered, 1);
    }
}

static bool get_sign(Signs *signs, BytesIn *in)
{
    Sign sign = {0};
    if (!id_get(in, &sign.sitting) || !whose_get(in, &sign.owner)) {
        return false;
    }
    sign.first = (int64_t)bytes_get_number(in, 8);
    sign.last = (int64_t)bytes_get_number(in, 8);
    sign.answered = bytes_get_number(in, 1) != 0;
    list_room((void **)&signs->list, &signs->room, signs->count, sizeof *signs->list);
    signs->list[signs->count++] = sign;
    return true;
}

bool signs_get(Signs *signs, BytesIn *in)
{
    signs->first = (int64_t)bytes_get_number(in, 8);
    signs->ended = bytes_get_number(in, 1) != 0;
    signs->not_ok = bytes_get_number(in, 1) != 0;
    signs->stops = (int)bytes_get_number(in, 4);
    uint64_t count = bytes_get_number(in, 8);
    if (in->ended || count > in->left / SIGN_BYTES) {
        return false;
    }
    while (signs->count < count && get_sign(signs, in)) {
    }
    return signs->count == count && !in->ended;
}
