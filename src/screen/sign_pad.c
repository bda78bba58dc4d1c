#include "screen/sign_pad.h"

#include "screen/sign_page.h"

#include <stdio.h>
#include <string.h>

enum { SHELL = 48, KEY_SIZE = 64 };

/* ---- how far ---- */

static const char *picture_of(Tree *tree, const char *name, size_t length)
{
    return arena_format(tree->arena, "sign/%.*s", (int)length, name);
}

/* The one at `index` of the sequence, if it may be seen. */
static const char *echo_of(const SignPad *pad, Tree *tree, size_t index)
{
    const char *at = pad->secret;
    for (size_t i = 0; i < index; i++) {
        at += strcspn(at, " ") + 1;
    }
    return pad->shown ? picture_of(tree, at, strcspn(at, " ")) : "joint/shell";
}

void sign_pad_echo(const Screen *screen, const SignPad *pad, Tree *tree, Node *column)
{
    if (pad->way != SIGN_IN_PICTURES) {
        return;
    }
    size_t taken = sign_in_sequence_length(pad->secret);
    size_t least = sign_in_pictures_least(pad->tier);
    Node *row = simple_row(tree, column, 8);
    row->key = "echo";
    row->name = sign_word(screen, tree, pad->tier, "ui.sign.count", (long)taken);
    for (size_t i = 0; i < taken || i < least; i++) {
        const char *picture = i < taken ? echo_of(pad, tree, i) : "sign/place";
        Node *shell = node_image(tree, row, picture, "", SHELL, SHELL);
        shell->key = arena_format(tree->arena, "shell-%zu-%d", i, i < taken);
        shell->entrance = i < taken ? ENTER_DROP : ENTER_NONE;
    }
}

/* ---- pictures ---- */

/* As big as the window lets them be: they are all there is to do. */
static int picture_size(const Screen *screen, Tier tier)
{
    float width, height, scale = stage_manner(screen->stage)->scale;
    stage_size(screen->stage, &width, &height);
    bool roomy = height / scale >= 680 && width / scale >= 1000 && !stage_cramped(screen->stage);
    if (tier == TIER_T1) {
        return roomy ? 136 : 88;
    }
    return roomy ? 112 : 80;
}

static void build_picture(const Screen *screen, const SignPad *pad, size_t index, Tree *tree,
                          Node *row)
{
    const char *name = sign_in_picture(index);
    int size = picture_size(screen, pad->tier);
    Node *tile = node_button(tree, row, LOOK_TILE,
                             sign_word(screen, tree, pad->tier,
                                       arena_format(tree->arena, "ui.sign.picture.%s", name), 0),
                             action_of("take", name, 0));
    tile->key = arena_format(tree->arena, "take-%s", name);
    tile->text = NULL;
    tile->picture = picture_of(tree, name, strlen(name));
    tile->picture_size = size - 24;
    tile->layout.pad_x = tile->layout.pad_y = 8;
    tile->layout.width = tile->layout.height = size;
    tile->state.disabled = sign_pad_full(pad);
}

/* Rows that never change their order, whichever way the words are read: the hand knows the
 * place. */
static void build_pictures(const Screen *screen, const SignPad *pad, Tree *tree, Node *parent)
{
    size_t count = sign_in_picture_count(pad->tier), across = pad->tier == TIER_T1 ? 3 : 4;
    Node *grid = node_group(tree, parent, AXIS_COLUMN);
    grid->key = "picture-grid";
    grid->reads = READS_LTR;
    grid->layout.gap = tier_limits(pad->tier)->gap_px;
    Node *row = NULL;
    for (size_t i = 0; i < count; i++) {
        if (i % across == 0) {
            row = node_group(tree, grid, AXIS_ROW);
            row->layout.gap = grid->layout.gap;
        }
        build_picture(screen, pad, i, tree, row);
    }
}

/* ---- digits, words ---- */

static void build_key(Tree *tree, Node *row, int digit)
{
    const char *words = arena_format(tree->arena, "%d", digit);
    Node *key = node_button(tree, row, LOOK_SECONDARY, words, action_of("digit", words, digit));
    key->key = arena_format(tree->arena, "digit-%d", digit);
    key->text_align = ALIGN_CENTER;
    key->layout.pad_x = 8;
    key->layout.min_width = key->layout.min_height = KEY_SIZE;
}

static void build_keypad(Tree *tree, Node *parent)
{
    Node *keys = node_group(tree, parent, AXIS_COLUMN);
    keys->key = "keypad";
    keys->reads = READS_LTR;
    keys->layout.gap = 10;
    keys->layout.cross = ALIGN_CENTER;
    Node *row = NULL;
    for (int i = 1; i <= 10; i++) {
        if (i % 3 == 1) {
            row = node_group(tree, keys, AXIS_ROW);
            row->layout.gap = 10;
        }
        build_key(tree, row, i % 10);
    }
}

static void build_field(const Screen *screen, const SignPad *pad, Tree *tree, Node *parent)
{
    const char *id = arena_format(tree->arena, "ui.sign.field.%s", sign_in_way_id(pad->way));
    Node *column = node_group(tree, parent, AXIS_COLUMN);
    column->layout.gap = 8;
    column->layout.width = 300;
    column->layout.cross = ALIGN_STRETCH;
    Node *label = node_text(tree, column, TYPE_SMALL, sign_word(screen, tree, pad->tier, id, 0));
    label->bold = true;
    Node *field = node_add(tree, column, ROLE_FIELD, "secret", label->text);
    field->look = LOOK_FIELD;
    field->field_text = tree_string(tree, pad->secret);
    field->field_max = pad->way == SIGN_IN_PIN ? SIGN_IN_PIN_MOST + 1 : SIGN_IN_SECRET;
    field->field_secret = !pad->shown;
    field->field_begins = pad->way != SIGN_IN_PIN; /* which has keys of its own */
    field->action = action_of("check", "secret", 0);
}

void sign_pad_build(const Screen *screen, const SignPad *pad, Tree *tree, Node *parent)
{
    if (pad->way == SIGN_IN_PICTURES) {
        build_pictures(screen, pad, tree, parent);
        return;
    }
    Node *column = node_group(tree, parent, AXIS_COLUMN);
    column->layout.gap = 12;
    column->layout.cross = ALIGN_CENTER;
    build_field(screen, pad, tree, column);
    if (pad->way == SIGN_IN_PIN) {
        build_keypad(tree, column);
    }
}

/* ---- hearing ---- */

bool sign_pad_full(const SignPad *pad)
{
    return pad->way == SIGN_IN_PICTURES &&
           sign_in_sequence_length(pad->secret) >= sign_in_pictures_most(pad->tier);
}

void sign_pad_clear(SignPad *pad)
{
    memory_wipe(pad->secret, sizeof pad->secret);
}

static void add_digit(SignPad *pad, char digit)
{
    size_t used = strlen(pad->secret);
    if (used < SIGN_IN_PIN_MOST) {
        pad->secret[used] = digit;
        pad->secret[used + 1] = '\0';
    }
}

static void take_back(SignPad *pad)
{
    if (pad->way == SIGN_IN_PICTURES) {
        sign_in_sequence_undo(pad->secret);
    } else if (pad->secret[0]) {
        size_t before = utf8_grapheme_before(pad->secret, strlen(pad->secret));
        memory_wipe(pad->secret + before, strlen(pad->secret) - before);
    }
}

static void take_typed(SignPad *pad, const char *text)
{
    sign_pad_clear(pad);
    if (pad->way != SIGN_IN_PIN) {
        snprintf(pad->secret, sizeof pad->secret, "%s", text);
        return;
    }
    for (; *text; text++) {
        if (*text >= '0' && *text <= '9') {
            add_digit(pad, *text);
        }
    }
}

static bool is_take_back(const UiEvent *event)
{
    return heard_press(event, "take-back") ||
           (event->type == UI_KEY && (event->key == KEY_UNDO || event->key == KEY_BACKSPACE));
}

bool sign_pad_hear(SignPad *pad, const UiEvent *event)
{
    if (heard_press(event, "take")) {
        if (!sign_pad_full(pad)) {
            (void)sign_in_sequence_add(pad->secret, event->action.item);
        }
    } else if (heard_press(event, "digit")) {
        add_digit(pad, (char)('0' + event->action.value));
    } else if (is_take_back(event)) {
        take_back(pad);
    } else if (event->type == UI_EDIT) {
        take_typed(pad, event->text);
    } else {
        return false;
    }
    return true;
}
