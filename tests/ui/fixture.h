/* A tree, a manner and a ruler to lay it out with: what every test of ui/ begins with. */
#ifndef TESTS_UI_FIXTURE_H
#define TESTS_UI_FIXTURE_H

#include "ui/draw.h"
#include "ui/focus.h"
#include "ui/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Fixture {
    Tree tree;
    Manner manner;
    Ruler ruler;
    ScrollMemory *scroll;
    Focus focus;
    UiEvent event;
    bool changed;
} Fixture;

/* Body text of 20 px: with ruler_fixed a character is 11 px wide and a line 30 px high. */
static inline Manner plain_manner(void)
{
    return (Manner){.scale = 1, .text_scale = 1, .body_px = 20, .target_px = 48, .gap_px = 8};
}

static inline Fixture fixture_new(void)
{
    Fixture fixture = {
        .manner = plain_manner(), .ruler = ruler_fixed(), .scroll = scroll_memory_new()};
    tree_init(&fixture.tree);
    focus_init(&fixture.focus);
    return fixture;
}

static inline void fixture_clear(Fixture *fixture)
{
    tree_clear(&fixture->tree);
    scroll_memory_free(fixture->scroll);
}

static inline Node *fixture_root(Fixture *fixture, Axis axis)
{
    Node *root = node_add(&fixture->tree, NULL, ROLE_SCREEN, "root", "Screen");
    root->layout.axis = axis;
    return root;
}

static inline void fixture_layout(Fixture *fixture, float width, float height)
{
    layout_tree(&fixture->tree, width, height, &fixture->manner, &fixture->ruler, fixture->scroll);
    focus_mark(&fixture->focus, &fixture->tree);
}

static inline Node *fixture_box(Fixture *fixture, Node *parent, int width, int height)
{
    Node *box = node_group(&fixture->tree, parent, AXIS_COLUMN);
    box->layout.width = width;
    box->layout.height = height;
    return box;
}

static inline Node *fixture_button(Fixture *fixture, Node *parent, const char *text)
{
    return node_button(&fixture->tree, parent, LOOK_SECONDARY, text, action_of("press", text, 0));
}

static inline bool fixture_input(Fixture *fixture, Input input)
{
    bool heard = focus_input(&fixture->focus, &fixture->tree, fixture->scroll, &input,
                             &fixture->event, &fixture->changed);
    return heard;
}

static inline bool fixture_key(Fixture *fixture, Key key)
{
    return fixture_input(fixture, (Input){.type = INPUT_KEY, .key = key});
}

static inline bool fixture_pointer(Fixture *fixture, InputType type, float x, float y)
{
    return fixture_input(fixture, (Input){.type = type, .x = x, .y = y});
}

#define assert_rect(box, ex, ey, ew, eh)                                                           \
    do {                                                                                           \
        char seen_[96], wanted_[96];                                                               \
        Rect box_ = (box);                                                                         \
        snprintf(seen_, sizeof seen_, "%g,%g %gx%g", (double)box_.x, (double)box_.y,               \
                 (double)box_.width, (double)box_.height);                                         \
        snprintf(wanted_, sizeof wanted_, "%g,%g %gx%g", (double)(ex), (double)(ey), (double)(ew), \
                 (double)(eh));                                                                    \
        assert_string_equal(seen_, wanted_);                                                       \
    } while (0)

#endif
