#include "screen/preview.h"

#include "screen/frame.h"
#include "screen/play_hand.h"
#include "screen/play_sheet.h"
#include "screen/simple.h"
#include "screen/tongue.h"

#include <stdlib.h>
#include <string.h>

typedef struct PreviewScreen {
    Screen screen;
    Id person;         /* "": an author's */
    Activity activity; /* as in the module, from the first page on */
    const Module *module;
    TokenWords words; /* of the program; the play's tokens point here */
    Play *play;
    PlayHand hand;
} PreviewScreen;

static PreviewScreen *self(Screen *screen)
{
    return (PreviewScreen *)(void *)screen;
}

static const PreviewScreen *self_const(const Screen *screen)
{
    return (const PreviewScreen *)(const void *)screen;
}

static Tier tier(const Screen *screen)
{
    return play_context(self_const(screen)->play)->tier;
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    return cove_words(screen->cove, tree->arena, TIER_AD, NULL, id);
}

/* ---- what is seen ---- */

static void build_end(const Screen *screen, Tree *tree, Node *sheet)
{
    sheet->layout.main = ALIGN_CENTER;
    sheet->layout.cross = ALIGN_CENTER;
    sheet->layout.gap = 16;
    node_text(tree, sheet, TYPE_TITLE, word(screen, tree, "ui.preview.end"));
    Node *row = simple_row(tree, sheet, 12);
    simple_button(tree, row, LOOK_PRIMARY, word(screen, tree, "ui.preview.again"), "again", NULL);
}

static void build(const Screen *screen, Tree *tree)
{
    const PreviewScreen *preview = self_const(screen);
    const PlayContext *context = play_context(preview->play);
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .tier = context->tier,
                   .tokens = &context->tokens,
                   .scene = frame_scene(tree, context->tier, preview->module->place),
                   .title = play_words(context, tree->arena, preview->activity.title),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *body = frame_build(&frame, tree);
    body->layout.pad_x = 24;
    body->layout.pad_y = 8;
    body->layout.cross = ALIGN_CENTER;
    Node *sheet = play_sheet(tree, body, context->tier);
    if (play_finished(preview->play)) {
        build_end(screen, tree, sheet);
        return;
    }
    PlayView view = play_hand_view(&preview->hand, screen);
    play_build(preview->play, &view, tree, sheet);
}

/* ---- what is done ---- */

static void make(PreviewScreen *preview, const Move *move)
{
    int page = play_page(preview->play);
    bool waits = play_waits(preview->play, move);
    Error error = {0};
    if (!play_apply(preview->play, move, &error)) {
        stage_notice(preview->screen.stage, &error);
        return;
    }
    play_hand_moved(&preview->hand, &preview->screen, preview->play, page, !waits);
}

static void again(PreviewScreen *preview)
{
    (void)play_fold(preview->play, NULL, 0, NULL);
    play_hand_begin(&preview->hand, &preview->screen, preview->play);
}

static void tell_not_here(Screen *screen)
{
    Error error = {0};
    Arena *arena = arena_new();
    (void)error_set(&error, ERROR_REFUSED, screen->ops->name, "%s",
                    cove_words(screen->cove, arena, TIER_AD, NULL, "ui.preview.not-here"));
    arena_free(arena);
    stage_notice(screen->stage, &error);
}

/* What is not the play's. */
static bool hear_around(Screen *screen, const UiEvent *event)
{
    PreviewScreen *preview = self(screen);
    if (frame_is_stop(event) && preview->person.text[0]) {
        stage_pop(screen->stage);
    } else if (frame_is_stop(event)) {
        stage_quit(screen->stage);
    } else if (heard_press(event, "break") || heard_press(event, "not-ok")) {
        tell_not_here(screen);
    } else if (heard_press(event, "again")) {
        again(preview);
    } else {
        return play_hand_hear(&preview->hand, event);
    }
    return true;
}

static void hear(Screen *screen, const UiEvent *event)
{
    PreviewScreen *preview = self(screen);
    if (hear_around(screen, event) || play_finished(preview->play)) {
        return;
    }
    Move move;
    if (play_hand_means(&preview->hand, screen, preview->play, event, &move)) {
        make(preview, &move);
    }
    if (!play_finished(preview->play)) {
        PlayView view = play_hand_view(&preview->hand, screen);
        stage_breath(screen->stage, play_breath(preview->play, &view));
    }
}

static bool moving(const Screen *screen)
{
    const PreviewScreen *preview = self_const(screen);
    PlayView view = play_hand_view(&preview->hand, screen);
    return !play_finished(preview->play) && play_moving(preview->play, &view);
}

static void free_screen(Screen *screen)
{
    play_free(self(screen)->play);
    free(screen);
}

static Id person(const Screen *screen)
{
    return self_const(screen)->person;
}

static const ScreenOps ops = {.name = "preview",
                              .build = build,
                              .hear = hear,
                              .tier = tier,
                              .person = person,
                              .moving = moving,
                              .free = free_screen};

/* ---- making one ---- */

static Activity activity_from(const Activity *whole, size_t first)
{
    Activity activity = *whole;
    if (first < whole->pages.count) {
        activity.pages.items = (Page **)whole->pages.items + first;
        activity.pages.count = whole->pages.count - first;
    }
    return activity;
}

size_t screen_preview_moves(const Screen *screen, Move **moves)
{
    *moves = NULL;
    if (screen->ops != &ops) {
        return 0;
    }
    const Play *play = self_const(screen)->play;
    size_t count = play_move_count(play);
    *moves = memory_new(count + 1, sizeof **moves);
    for (size_t i = 0; i < count; i++) {
        (*moves)[i] = *play_move_at(play, i);
    }
    return count;
}

/* As in a sitting of this person; an author has a name alone. */
static Tokens names_for(const Cove *cove, Id person)
{
    Tokens names = {.me = "Robin"};
    const Record *record = person.text[0] ? keeper_record(cove->keeper) : NULL;
    for (size_t i = 0; record && i < record_case_count(record); i++) {
        const Case *family = record_case_at(record, i);
        const Person *found = case_person(family, person);
        if (found) {
            case_tokens(family, found, record_helper(record), &names);
        }
    }
    return names;
}

Screen *screen_preview(Cove *cove, Stage *stage, const PreviewSetup *setup, Error *error)
{
    const Library *library =
        setup->person.text[0] ? tongue_library(cove, setup->person) : cove->library;
    PreviewScreen *preview = memory_new(1, sizeof *preview);
    preview->screen = (Screen){&ops, cove, stage};
    preview->activity = activity_from(setup->activity, setup->first_page);
    preview->module = setup->module;
    preview->person = setup->person;
    preview->words = token_words(library_ui(library));
    Tokens names = names_for(cove, setup->person);
    names.words = &preview->words;
    const PlaySetup play = {.activity = &preview->activity,
                            .words = setup->words ? setup->words
                                                  : library_strings(library, setup->module),
                            .ui = library_ui(library),
                            .lint = setup->tier == TIER_AD ? library_lint(cove->library) : NULL,
                            .tokens = names,
                            .tier = setup->tier,
                            .may_type = play_may_type(setup->tier, SETTING_ROOM),
                            .seed = 1};
    if (!play_new(&play, &preview->play, error)) {
        free(preview);
        return NULL;
    }
    (void)play_fold(preview->play, setup->moves, setup->move_count, NULL);
    play_hand_begin(&preview->hand, &preview->screen, preview->play);
    return &preview->screen;
}
