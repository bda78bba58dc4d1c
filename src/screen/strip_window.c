/* The strip in a window of its own: the helper's, where a child does not look. What is typed is
 * read here, and how long the sitting has lasted, in whole minutes. */
#include "screen/desk.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>

enum { MINUTE_MS = 60000 };

typedef struct StripScreen {
    Screen screen;
    Stage *beside; /* the stage of the sitting */
} StripScreen;

static Stage *beside(const Screen *screen)
{
    return ((const StripScreen *)(const void *)screen)->beside;
}

static const char *title(Stage *stage, Tree *tree)
{
    const Cove *cove = strip_cove(stage);
    const Sitting *sitting = strip_sitting(stage);
    const Case *family = record_case(keeper_record(cove->keeper), sitting->case_id);
    int64_t until = sitting->ended ? sitting->ended : clock_wall(&cove->clock);
    Tokens tokens = {.n = (until - sitting->started) / MINUTE_MS};
    snprintf(tokens.me, sizeof tokens.me, "%s", case_person(family, sitting->person)->name);
    return cove_words_in(tongue_library(cove, (Id){""}), tree->arena, TIER_AD, &tokens,
                         "ui.strip.minutes");
}

static void build_prompts(Stage *stage, Tree *tree, Node *body)
{
    Node *card = node_group(tree, body, AXIS_COLUMN);
    card->look = LOOK_CARD;
    card->layout.gap = 6;
    card->layout.cross = ALIGN_STRETCH;
    node_heading(tree, card, TYPE_SMALL, strip_word(stage, tree, "ui.strip.talk"))->bold = true;
    strip_prompts_build(stage, tree, card);
}

static void build(const Screen *screen, Tree *tree)
{
    Stage *stage = beside(screen);
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "strip-window",
                          strip_word(stage, tree, "ui.strip.title"));
    root->look = LOOK_PAPER;
    root->layout.cross = ALIGN_STRETCH;
    root->layout.pad_x = root->layout.pad_y = LENGTH_AUTO;
    if (!strip_apart(stage)) {
        return;
    }
    Node *body = node_group(tree, root, AXIS_COLUMN);
    body->key = "strip-body";
    body->layout.grow = 1;
    body->layout.gap = 12;
    body->layout.pad_x = body->layout.pad_y = 16;
    body->layout.cross = ALIGN_STRETCH;
    body->layout.scroll = true;
    node_heading(tree, body, TYPE_BODY, title(stage, tree))->bold = true;
    strip_build(stage, tree, body);
    build_prompts(stage, tree, body);
}

static void hear(Screen *screen, const UiEvent *event)
{
    (void)strip_hear(beside(screen), event);
}

/* The minute turns. */
static int64_t due(const Screen *screen)
{
    return MINUTE_MS - clock_wall(&screen->cove->clock) % MINUTE_MS;
}

static void free_screen(Screen *screen)
{
    free(screen);
}

static const ScreenOps ops = {.name = "strip",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .due = due,
                              .free = free_screen};

Screen *screen_strip(Cove *cove, Stage *window, Stage *stage)
{
    StripScreen *strip = memory_new(1, sizeof *strip);
    strip->screen = (Screen){&ops, cove, window};
    strip->beside = stage;
    return &strip->screen;
}
