/* Replay: the play again as it happened, step by step, read-only. What may be seen of a step is
 * the mid-end's to say (play.h, looking back). */
#include "activity/kind.h"
#include "screen/desk.h"
#include "screen/noted.h"
#include "screen/noting.h"
#include "screen/rewording.h"
#include "screen/screens.h"
#include "screen/sitting.h"

#include <stdlib.h>
#include <string.h>

enum { STEP_MS = 1200 };

typedef struct ReplayScreen {
    Screen screen;
    Id play;
    ReplayedPlay whole; /* without a play when its words cannot be opened */
    size_t step;
    bool running;
    int64_t next_at; /* ticks of the next step while running */
} ReplayScreen;

static ReplayScreen *self(Screen *screen)
{
    return (ReplayScreen *)(void *)screen;
}

static const ReplayScreen *self_const(const Screen *screen)
{
    return (const ReplayScreen *)(const void *)screen;
}

static const PlayRecord *record_of(const ReplayScreen *replay)
{
    return record_play_by_id(keeper_record(replay->screen.cove->keeper), replay->play);
}

static size_t step_count(const ReplayScreen *replay)
{
    return play_move_count(replay->whole.play);
}

static const char *step_words(const ReplayScreen *replay, Tree *tree)
{
    const Screen *screen = &replay->screen;
    if (replay->step == 0) {
        return desk_word(screen, tree, "ui.replay.begin");
    }
    Text text;
    text_init(&text);
    play_speak(replay->whole.play, library_ui(screen->cove->library));
    play_step_text(replay->whole.play, replay->step - 1, &text);
    play_speak(replay->whole.play, replay->whole.ui);
    const char *words = tree_string(tree, text.bytes);
    text_clear(&text);
    return words;
}

static void control(const Screen *screen, Tree *tree, Node *row, const char *words,
                    const char *verb, const char *icon, bool off)
{
    Node *button =
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, words), verb, icon);
    button->state.disabled = off;
}

static void build_controls(const Screen *screen, Tree *tree, Node *panel)
{
    const ReplayScreen *replay = self_const(screen);
    size_t count = step_count(replay);
    Node *row = simple_row(tree, panel, 8);
    control(screen, tree, row, "ui.replay.start-over", "start-over", "icon/replay",
            replay->step == 0);
    control(screen, tree, row, "ui.replay.step-back", "step-back", "icon/step-back",
            replay->step == 0);
    if (replay->running) {
        control(screen, tree, row, "ui.replay.pause", "pause", "icon/pause", false);
    } else {
        control(screen, tree, row, "ui.replay.play", "play", "icon/play", replay->step == count);
    }
    control(screen, tree, row, "ui.replay.step", "step", "icon/step-on", replay->step == count);
    Node *at = node_text(
        tree, row, TYPE_SMALL,
        arena_format(tree->arena, "%s %s",
                     desk_word_count(screen, tree, "ui.replay.step-of", (long)replay->step),
                     desk_word_count(screen, tree, "ui.replay.of", (long)count)));
    at->key = "at";
    node_text(tree, row, TYPE_SMALL, desk_word(screen, tree, "ui.replay.read-only"));
    Node *words = node_text(tree, panel, TYPE_LEAD, step_words(replay, tree));
    words->key = "step-words";
    words->bold = true;
    words->text_align = ALIGN_CENTER;
}

/* Where each page was come to: a way to jump. */
static void build_pages(const Screen *screen, Tree *tree, Node *panel)
{
    const Play *play = self_const(screen)->whole.play;
    Node *row = simple_row(tree, panel, 6);
    const char *before = "";
    long number = 0;
    for (size_t step = 0; step < play_move_count(play); step++) {
        const char *page = play_move_at(play, step)->page;
        if (strcmp(page, before) == 0) {
            continue;
        }
        before = page;
        number++;
        const char *words = desk_word_count(screen, tree, "ui.replay.page", number);
        page_choice(tree, row, arena_format(tree->arena, "page-%ld", number), words, NULL,
                    action_of("go", page, (int)step), self_const(screen)->step == step);
    }
}

/* The helper's own words, apart from what was done. */
static void build_comment(const Screen *screen, Tree *tree, Node *body)
{
    const PlayRecord *play = record_of(self_const(screen));
    const Sitting *sitting = record_sitting(keeper_record(screen->cove->keeper), play->sitting);
    FactSubject subject = {.item = play->id};
    const char *words = fact_group_words(screen, tree, facts_about(screen->cove, sitting->case_id),
                                         fact_group("comment"), &subject);
    noted_brief_build(screen, sitting, tree, body);
    Node *row = desk_row(tree, body, NULL, desk_word(screen, tree, "ui.fact.comment"),
                         words ? words : desk_word(screen, tree, "ui.fact.none"),
                         action_of("comment", "", 0));
    row->icon = "icon/note";
}

static void build_page(const Screen *screen, Tree *tree, Node *body)
{
    const ReplayScreen *replay = self_const(screen);
    Node *sheet = node_group(tree, body, AXIS_COLUMN);
    sheet->look = LOOK_SHEET;
    sheet->layout.cross = ALIGN_STRETCH;
    sheet->layout.grow = 1;
    sheet->layout.min_height = 460;
    play_build_back(replay->whole.play, replay->step, tree, sheet);
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.replay.title"),
                           desk_word(screen, tree, "ui.replay.close"));
    if (!self_const(screen)->whole.play) {
        desk_note(tree, body, desk_word(screen, tree, "ui.review.cannot-open"));
        return;
    }
    Node *panel = node_group(tree, body, AXIS_COLUMN);
    panel->look = LOOK_CARD;
    panel->layout.gap = 8;
    panel->layout.cross = ALIGN_STRETCH;
    build_controls(screen, tree, panel);
    if (words_are_changed(screen->cove, &record_of(self_const(screen))->digest)) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.wording.changed"))->icon =
            "icon/letters";
    }
    build_pages(screen, tree, panel);
    build_comment(screen, tree, panel);
    build_page(screen, tree, body);
}

static void run(ReplayScreen *replay, bool running)
{
    replay->running = running && replay->step < step_count(replay);
    replay->next_at = clock_ticks(&replay->screen.cove->clock) + STEP_MS;
}

static void go_to(ReplayScreen *replay, size_t step)
{
    replay->step = step;
    run(replay, replay->running);
}

static void comment(Screen *screen)
{
    const PlayRecord *play = record_of(self(screen));
    const Sitting *sitting = record_sitting(keeper_record(screen->cove->keeper), play->sitting);
    FactSubject subject = {.item = play->id};
    stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, sitting->case_id,
                                                 fact_group("comment"), &subject));
}

static void hear_tick(ReplayScreen *replay, int64_t now)
{
    if (replay->running && now >= replay->next_at) {
        go_to(replay, replay->step + 1);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    ReplayScreen *replay = self(screen);
    if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    } else if (!replay->whole.play) {
        return;
    } else if (event->type == UI_TICK) {
        hear_tick(replay, event->now);
    } else if (heard_press(event, "start-over")) {
        go_to(replay, 0);
    } else if (heard_press(event, "step-back")) {
        go_to(replay, replay->step - 1);
    } else if (heard_press(event, "step")) {
        go_to(replay, replay->step + 1);
    } else if (heard_press(event, "go")) {
        go_to(replay, (size_t)event->action.value);
    } else if (heard_press(event, "comment")) {
        comment(screen);
    } else if (heard_press(event, "play") || heard_press(event, "pause")) {
        run(replay, heard_press(event, "play"));
    }
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->running;
}

static void free_screen(Screen *screen)
{
    played_close(&self(screen)->whole);
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-replay",
    .build = build,
    .hear = hear,
    .tier = desk_tier,
    .moving = moving,
    .free = free_screen,
};

Screen *screen_helper_replay(Cove *cove, Stage *stage, Id play)
{
    ReplayScreen *replay = memory_new(1, sizeof *replay);
    replay->screen = (Screen){&ops, cove, stage};
    replay->play = play;
    const PlayRecord *record = record_of(replay);
    Error error = {0};
    if (!played_open(cove, record, PLAYED_ALL, &replay->whole, &error)) {
        stage_notice(stage, &error);
    }
    return &replay->screen;
}
