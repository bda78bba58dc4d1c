/* How I look: the person's own figure, put together part after part. Kept when it is done, and then
 * shown wherever they are. */
#include "activity/figure_maker.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <string.h>

typedef struct FigureScreen {
    SittingScreen base;
    PlayTools tools;
} FigureScreen;

static const FigureScreen *self(const Screen *screen)
{
    return (const FigureScreen *)(const void *)screen;
}

typedef struct Words {
    const Screen *screen;
    Tier tier;
} Words;

static const char *word(const void *context, Arena *arena, const char *id)
{
    const Words *words = context;
    return cove_words(words->screen->cove, arena, words->tier, NULL, id);
}

/* The same for the same person, before they chose. */
static uint64_t seed_of(Id id)
{
    uint64_t seed = 0;
    for (const char *at = id.text; *at; at++) {
        seed = seed * 31 + (unsigned char)*at;
    }
    return seed;
}

static Figure begin_with(const Person *person)
{
    Figure figure = figure_of_tier(person->tier, seed_of(person->id));
    (void)figure_parse(person->picture, &figure);
    return figure;
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        return;
    }
    Words words = {screen, sitter.person->tier};
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitting_screen(screen)->sitting,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = frame_scene(tree, sitter.person->tier, "boathouse"),
                   .hear = true,
                   .title = word(&words, tree->arena, "ui.figure.title"),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 860);
    FigureMaker maker = {.tools = &self(screen)->tools,
                         .tier = sitter.person->tier,
                         .whom = "me",
                         .who = frame.title,
                         .first = begin_with(sitter.person),
                         .done = action_of("figure", "", 0),
                         .leave = action_of("leave-figure", "", 0),
                         .word = word,
                         .context = &words};
    figure_maker_build(&maker, tree, sheet);
}

static void keep(Screen *screen, const char *picture)
{
    Sitter sitter;
    Error error = {0};
    if (!figure_is_name(picture) ||
        !sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        return;
    }
    Event event = {
        .type = EVENT_PICTURED, .case_id = sitter.family->id, .person_id = sitter.person->id};
    memcpy(event.picture, picture, strlen(picture));
    bool same = strcmp(sitter.person->picture, picture) == 0;
    if (!same && !cove_keep(screen->cove, &event, 1, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    stage_pop(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    FigureScreen *figure = (FigureScreen *)(void *)screen;
    Id sitting = figure->base.sitting;
    if (frame_is_stop(event)) {
        sitting_stop(screen->cove, screen->stage, sitting);
    } else if (frame_hear(screen->cove, screen->stage, sitting, event)) {
        return;
    } else if (play_tools_hear(&figure->tools, event)) {
        stage_touch(screen->stage);
    } else if (heard_press(event, "figure")) {
        keep(screen, event->action.item);
    } else if (heard_press(event, "leave-figure")) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "figure",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_figure(Cove *cove, Stage *stage, Id sitting)
{
    FigureScreen *figure = memory_new(1, sizeof *figure);
    figure->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    return &figure->base.screen;
}
