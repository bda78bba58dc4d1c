/* Editing one line of text by graphemes: what a person calls a letter is typed, passed over and
 * deleted as one, however many code points it has. */
#include "ui/field.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

/* Copies as many whole code points as fit. */
static void edit_set(Focus *focus, const char *text)
{
    size_t length = strlen(text);
    if (length >= FIELD_BYTES) {
        length = FIELD_BYTES - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(focus->edit, text, length);
    focus->edit[length] = '\0';
}

void field_begin(Focus *focus, const Node *field)
{
    edit_set(focus, field->field_text ? field->field_text : "");
    focus->caret = strlen(focus->edit);
}

/* The nearest start of a grapheme at or before the caret. */
static void caret_settle(Focus *focus)
{
    size_t at = 0, length = strlen(focus->edit);
    if (focus->caret > length)
        focus->caret = length;
    while (at < focus->caret) {
        size_t next = utf8_grapheme_after(focus->edit, at);
        if (next > focus->caret || next <= at)
            break;
        at = next;
    }
    focus->caret = at;
}

void field_sync(Focus *focus, const Node *field)
{
    const char *text = field->field_text ? field->field_text : "";
    if (strcmp(text, focus->edit) != 0)
        edit_set(focus, text);
    caret_settle(focus);
}

static size_t field_room(const Focus *focus, const Node *field)
{
    size_t most = FIELD_BYTES - 1, used = strlen(focus->edit);
    if (field->field_max > 0 && (size_t)field->field_max < most)
        most = (size_t)field->field_max;
    return used < most ? most - used : 0;
}

/* Bytes of the whole graphemes of `text` that fit into `room`. */
static size_t fitting(const char *text, size_t room)
{
    size_t at = 0;
    while (text[at]) {
        size_t next = utf8_grapheme_after(text, at);
        if (next > room || next <= at)
            break;
        at = next;
    }
    return at;
}

static void edit_insert(Focus *focus, const char *text, size_t length)
{
    char *at = focus->edit + focus->caret;
    memmove(at + length, at, strlen(at) + 1);
    for (size_t i = 0; i < length; i++)
        at[i] = (unsigned char)text[i] < ' ' ? ' ' : text[i];
    focus->caret += length;
}

FieldChange field_type(Focus *focus, const Node *field, const char *text)
{
    if (utf8_check(text, strlen(text)) != strlen(text))
        return FIELD_STILL;
    size_t length = fitting(text, field_room(focus, field));
    if (length == 0)
        return FIELD_STILL;
    edit_insert(focus, text, length);
    return FIELD_EDITED;
}

static FieldChange edit_cut(Focus *focus, size_t from, size_t to)
{
    if (from >= to)
        return FIELD_STILL;
    memmove(focus->edit + from, focus->edit + to, strlen(focus->edit + to) + 1);
    focus->caret = from;
    return FIELD_EDITED;
}

static FieldChange caret_move(Focus *focus, size_t to)
{
    if (to == focus->caret)
        return FIELD_STILL;
    focus->caret = to;
    return FIELD_CARET;
}

static size_t before(const Focus *focus)
{
    return focus->caret > 0 ? utf8_grapheme_before(focus->edit, focus->caret) : 0;
}

static size_t after(const Focus *focus)
{
    return focus->edit[focus->caret] ? utf8_grapheme_after(focus->edit, focus->caret)
                                     : focus->caret;
}

FieldChange field_key(Focus *focus, Key key)
{
    switch (key) {
    case KEY_BACKSPACE: return edit_cut(focus, before(focus), focus->caret);
    case KEY_DELETE: return edit_cut(focus, focus->caret, after(focus));
    case KEY_LEFT: return caret_move(focus, before(focus));
    case KEY_RIGHT: return caret_move(focus, after(focus));
    case KEY_HOME: return caret_move(focus, 0);
    case KEY_END: return caret_move(focus, strlen(focus->edit));
    case KEY_SPACE: return FIELD_STILL; /* comes as text */
    default: return FIELD_UNUSED;
    }
}

#define DOT "\xE2\x80\xA2" /* U+2022 */

void field_hide(Tree *tree, Node *field)
{
    const char *text = field->field_text ? field->field_text : "";
    size_t count = 0, before = 0, size = sizeof DOT - 1;
    for (size_t at = 0; text[at]; count++) {
        before += at < (size_t)field->field_caret;
        at = utf8_grapheme_after(text, at);
    }
    char *dots = arena_alloc(tree->arena, count * size + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(dots + i * size, DOT, size);
    field->field_shown = dots;
    field->field_shown_caret = (int)(before * size);
}
