#include "screen/desk.h"

#include <stdio.h>

const char *desk_word(const Screen *screen, Tree *tree, const char *id)
{
    return cove_words(screen->cove, tree->arena, TIER_AD, NULL, id);
}

const char *desk_word_for(const Screen *screen, Tree *tree, const char *id, const char *me)
{
    Tokens tokens = {.n = 1};
    snprintf(tokens.me, sizeof tokens.me, "%s", me);
    return cove_words(screen->cove, tree->arena, TIER_AD, &tokens, id);
}

const char *desk_word_count(const Screen *screen, Tree *tree, const char *id, long n)
{
    Tokens tokens = {.n = n};
    return cove_words(screen->cove, tree->arena, TIER_AD, &tokens, id);
}

Tier desk_tier(const Screen *screen)
{
    (void)screen;
    return TIER_AD;
}

static void build_band(const Screen *screen, Tree *tree, Node *root, const char *back)
{
    Node *band = node_group(tree, root, AXIS_ROW);
    band->look = LOOK_BAND;
    band->layout.gap = 16;
    band->layout.pad_x = 24;
    band->layout.pad_y = 12;
    band->layout.cross = ALIGN_CENTER;
    simple_button(tree, band, LOOK_QUIET, back, "back", "icon/back");
    node_heading(tree, band, TYPE_TITLE, root->name);
    node_spacer(tree, band);
    if (screen->cove->sample) {
        node_text(tree, band, TYPE_SMALL, desk_word(screen, tree, "ui.door.sample-note"));
    }
}

Node *desk_page(const Screen *screen, Tree *tree, const char *title, const char *back)
{
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "desk", title);
    root->look = LOOK_PAPER;
    root->layout.pad_x = root->layout.pad_y = LENGTH_AUTO;
    root->layout.cross = ALIGN_STRETCH;
    build_band(screen, tree, root, back);
    Node *body = node_group(tree, root, AXIS_COLUMN);
    body->key = "desk-body";
    body->layout.grow = 1;
    body->layout.gap = 16;
    body->layout.pad_x = 24;
    body->layout.pad_y = 16;
    body->layout.cross = ALIGN_STRETCH;
    body->layout.scroll = true;
    return body;
}

Node *desk_panels(Tree *tree, Node *body)
{
    Node *panels = node_group(tree, body, AXIS_GRID);
    panels->layout.min_cell = 380;
    panels->layout.gap = 16;
    panels->layout.cross = ALIGN_STRETCH;
    return panels;
}

Node *desk_panel(Tree *tree, Node *parent, const char *key, const char *title)
{
    Node *panel = node_group(tree, parent, AXIS_COLUMN);
    panel->key = tree_string(tree, key);
    panel->look = LOOK_CARD;
    panel->layout.gap = 10;
    panel->layout.cross = ALIGN_STRETCH;
    Node *heading = node_heading(tree, panel, TYPE_LEAD, title);
    heading->bold = true;
    return panel;
}

Node *desk_note(Tree *tree, Node *parent, const char *words)
{
    Node *note = node_text(tree, parent, TYPE_SMALL, words);
    note->look = LOOK_NOTE;
    return note;
}

Node *desk_row(Tree *tree, Node *parent, const char *picture, const char *name, const char *detail,
               Action action)
{
    const char *words =
        detail && detail[0] ? arena_format(tree->arena, "%s\n%s", name, detail) : name;
    Node *row = node_button(tree, parent, LOOK_ROW, words, action);
    row->name = tree_string(tree, name);
    row->spoken = words;
    row->text_align = ALIGN_START;
    row->key = arena_format(tree->arena, "%s-%s-%d", action.verb, action.item, action.value);
    row->picture = picture && picture[0] ? tree_string(tree, picture) : NULL;
    return row;
}

Node *desk_field(Tree *tree, Node *parent, const char *key, const char *label, const char *hint,
                 const char *text, int max, const char *verb)
{
    Node *above = node_text(tree, parent, TYPE_SMALL, label);
    above->bold = true;
    Node *field = node_add(tree, parent, ROLE_FIELD, key, label);
    field->look = LOOK_FIELD;
    field->layout.max_width = 760;
    field->field_text = tree_string(tree, text);
    field->field_hint = tree_string(tree, hint);
    field->field_max = max;
    field->action = action_of(verb, key, 0);
    return field;
}

/* After Arabic letters the parts of a date would change places, so it is set apart there (U+2066 ..
 * U+2069). */
static const char *set_apart(Arena *arena, bool rtl, const char *stamp)
{
    return arena_format(arena, rtl ? "\xE2\x81\xA6%s\xE2\x81\xA9" : "%s", stamp);
}

const char *desk_stamp(Arena *arena, bool rtl, int64_t wall_ms)
{
    char stamp[32];
    return set_apart(arena, rtl, clock_stamp(wall_ms, stamp, sizeof stamp));
}

const char *desk_day_and_time(Tree *tree, const char *stamp)
{
    return set_apart(tree->arena, tree->rtl, stamp);
}

void desk_need(Cove *cove, Stage *stage, Id family)
{
    Error error = {0};
    if (!keeper_need(cove->keeper, family, &error)) {
        stage_notice(stage, &error);
    }
}

const char *desk_when(Tree *tree, int64_t wall_ms)
{
    return desk_stamp(tree->arena, tree->rtl, wall_ms);
}
