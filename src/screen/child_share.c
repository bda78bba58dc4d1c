/* A child says what may be shown of what it did, and to whom: nobody but the helper until it does.
 * First which play, then the choice, with the exact card that would be seen. Changeable until it is
 * released. The youngest decide with the helper beside: just for us, or shown together. */
#include "screen/screens.h"
#include "screen/sharing.h"
#include "screen/simple.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Choices beside one adult: their index is added to WHOM_ADULT. */
enum { WHOM_HELPER, WHOM_TOGETHER, WHOM_EACH, WHOM_ADULT };

typedef struct ShareScreen {
    SittingScreen base;
    Id play; /* "" while one is being chosen */
    int whom;
    bool picture; /* its drawing is to be seen too */
    char words[SHARE_WORDS];
} ShareScreen;

static ShareScreen *self(Screen *screen)
{
    return (ShareScreen *)(void *)screen;
}

static const ShareScreen *self_const(const Screen *screen)
{
    return (const ShareScreen *)(const void *)screen;
}

static const char *word(const Screen *screen, Tree *tree, const Sitter *sitter, const char *id)
{
    return sitter_words(screen, tree, sitter, id);
}

static const char *name_for(const Sitter *sitter, int adult)
{
    return adult < sitter->tokens.adult_count ? sitter->tokens.adults[adult]
                                              : case_adult(sitter->family, adult)->name;
}

/* ---- which play ---- */

/* To whom it was shown, for those who are old enough for a list. */
static const char *shown_words(const Screen *screen, const Sitter *sitter, Id play, Tree *tree)
{
    const char *words = NULL;
    for (int i = 0; case_adult(sitter->family, i); i++) {
        Share share = {sitter->person->id, case_adult(sitter->family, i)->id, play};
        if (share_adult_reads(sitter->family, &share)) {
            words = arena_format(tree->arena, "%s%s%s", words ? words : "", words ? ", " : "",
                                 name_for(sitter, i));
        }
    }
    return words && sitter->person->tier >= TIER_T3
               ? arena_format(tree->arena, "%s %s", word(screen, tree, sitter, "ui.showing.shown"),
                              words)
               : NULL;
}

static void build_plays(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    const PlayRecord *plays[SHARE_PLAYS];
    size_t most = (size_t)tier_limits(sitter->person->tier)->choices;
    size_t count = share_plays(keeper_record(screen->cove->keeper), sitter->person->id, plays,
                               most < SHARE_PLAYS ? most : SHARE_PLAYS);
    for (size_t i = 0; i < count; i++) {
        Node *row = simple_button(tree, sheet, LOOK_SECONDARY, share_title(screen->cove, plays[i]),
                                  "of-play", NULL);
        row->action = action_of("of-play", plays[i]->id.text, 0);
        row->key = tree_string(tree, plays[i]->id.text);
        const char *shown = shown_words(screen, sitter, plays[i]->id, tree);
        if (shown) {
            simple_words(tree, sheet, TYPE_SMALL, shown);
        }
    }
}

/* ---- to whom ---- */

static bool has_words(const ShareScreen *share)
{
    return share->whom >= WHOM_EACH;
}

static void build_whom(const Screen *screen, int whom, const char *words, Tree *tree, Node *row)
{
    Node *choice =
        node_add(tree, row, ROLE_CHOICE, arena_format(tree->arena, "whom-%d", whom), words);
    choice->text = choice->name;
    choice->look = LOOK_CHIP;
    choice->state.chosen = self_const(screen)->whom == whom;
    choice->icon = choice->state.chosen ? "icon/radio-on" : "icon/radio-off";
    choice->action = action_of("whom", "", whom);
}

static void build_adults(const Screen *screen, const Sitter *sitter, Tree *tree, Node *row)
{
    int can = 0;
    for (int i = 0; case_adult(sitter->family, i); i++) {
        if (share_adult_can(sitter->family, case_adult(sitter->family, i)->id)) {
            const char *later = word(screen, tree, sitter, "ui.showing.later");
            build_whom(screen, WHOM_ADULT + i,
                       arena_format(tree->arena, "%s %s", later, name_for(sitter, i)), tree, row);
            can++;
        }
    }
    if (can > 1) {
        build_whom(screen, WHOM_EACH, word(screen, tree, sitter, "ui.showing.each"), tree, row);
    }
}

static const char *words_or_default(const Screen *screen, const Sitter *sitter, Tree *tree)
{
    const char *own = self_const(screen)->words;
    return own[0] ? tree_string(tree, own) : word(screen, tree, sitter, "ui.showing.default");
}

static bool is_for(const ShareScreen *share, const Sitter *sitter, int adult)
{
    return (share->whom == WHOM_EACH || share->whom == WHOM_ADULT + adult) &&
           share_adult_can(sitter->family, case_adult(sitter->family, adult)->id);
}

/* As each of them would see it. */
static void build_previews(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    const ShareScreen *chosen = self_const(screen);
    const ShareSaid said = {words_or_default(screen, sitter, tree), chosen->picture};
    for (int i = 0; i < TOKENS_ADULTS && case_adult(sitter->family, i); i++) {
        if (is_for(chosen, sitter, i)) {
            const Share share = {sitter->person->id, case_adult(sitter->family, i)->id,
                                 chosen->play};
            share_card(screen, &share, &said, tree, sheet);
        }
    }
}

static void build_picture(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    if (!share_drawing(screen->cove, self_const(screen)->play, tree->arena)) {
        return;
    }
    Node *choice = node_add(tree, sheet, ROLE_CHOICE, "share-picture",
                            word(screen, tree, sitter, "ui.showing.picture"));
    choice->text = choice->name;
    choice->look = LOOK_CHIP;
    choice->state.chosen = self_const(screen)->picture;
    choice->icon = choice->state.chosen ? "icon/radio-on" : "icon/radio-off";
    choice->action = action_of("share-picture", "", 0);
}

static void build_words(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Node *field = node_add(tree, sheet, ROLE_FIELD, "share-words",
                           word(screen, tree, sitter, "ui.showing.words"));
    field->look = LOOK_FIELD;
    field->layout.width = 560;
    field->field_text = tree_string(tree, self_const(screen)->words);
    field->field_hint = field->name;
    field->field_max = SHARE_WORDS;
    field->action = action_of("keep-share", "share-words", 0);
    build_picture(screen, sitter, tree, sheet);
    simple_words(tree, sheet, TYPE_SMALL, word(screen, tree, sitter, "ui.showing.preview"));
    build_previews(screen, sitter, tree, sheet);
}

static void build_choice(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, tier_limits(sitter->person->tier)->gap_px);
    build_whom(screen, WHOM_HELPER, word(screen, tree, sitter, "ui.showing.helper"), tree, row);
    if (sitter->person->tier > TIER_T1) {
        build_adults(screen, sitter, tree, row);
    }
    build_whom(screen, WHOM_TOGETHER, word(screen, tree, sitter, "ui.showing.together"), tree, row);
    if (has_words(self_const(screen))) {
        build_words(screen, sitter, tree, sheet);
    }
}

static void build_foot(const Screen *screen, const Sitter *sitter, bool choosing, Tree *tree,
                       Node *sheet)
{
    Node *row = simple_row(tree, sheet, tier_limits(sitter->person->tier)->gap_px);
    simple_button(tree, row, LOOK_QUIET, word(screen, tree, sitter, "ui.back"), "back",
                  "icon/back");
    if (choosing) {
        simple_button(tree, row, LOOK_PRIMARY, word(screen, tree, sitter, "ui.showing.keep"),
                      "keep-share", "icon/check");
    }
}

static void build_sheet(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Id play = self_const(screen)->play;
    bool chosen = play.text[0] != '\0';
    bool released = chosen && share_any_released(sitter->family, sitter->person->id, play);
    if (!chosen) {
        build_plays(screen, sitter, tree, sheet);
    } else if (released) {
        simple_words(tree, sheet, TYPE_BODY, word(screen, tree, sitter, "ui.showing.was-shown"));
    } else {
        build_choice(screen, sitter, tree, sheet);
    }
    build_foot(screen, sitter, chosen && !released, tree, sheet);
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        node_add(tree, NULL, ROLE_SCREEN, "screen", "Pebble Cove");
        return;
    }
    const PlayRecord *play =
        record_play_by_id(keeper_record(screen->cove->keeper), self_const(screen)->play);
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitter.sitting->id,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = frame_scene(tree, sitter.person->tier, "boathouse"),
                   .hear = true,
                   .title =
                       word(screen, tree, &sitter, play ? "ui.showing.whom" : "ui.showing.which"),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 860);
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
    if (play) {
        simple_words(tree, sheet, TYPE_LEAD, share_title(screen->cove, play));
    }
    build_sheet(screen, &sitter, tree, sheet);
}

/* ---- hearing ---- */

static void keep(Screen *screen)
{
    ShareScreen *share = self(screen);
    Sitter sitter;
    Id adults[TOKENS_ADULTS];
    size_t count = 0;
    Error error = {0};
    if (!share->play.text[0] || !sitter_find(screen->cove, share->base.sitting, &sitter)) {
        return;
    }
    for (int i = 0; i < TOKENS_ADULTS && case_adult(sitter.family, i); i++) {
        if (is_for(share, &sitter, i)) {
            adults[count++] = case_adult(sitter.family, i)->id;
        }
    }
    const char *usual =
        strings_get(library_ui(screen->cove->library), "ui.showing.default", sitter.person->tier);
    const ShareSaid said = {text_is_blank(share->words) ? usual : share->words, share->picture};
    if (share_wish(screen->cove, sitter.family->id, sitter.person->id, share->play, adults, count,
                   share->whom == WHOM_TOGETHER, &said, &error)) {
        share->play = (Id){""};
    } else {
        stage_notice(screen->stage, &error);
    }
}

/* What was chosen before. */
static void open_play(Screen *screen, Id play)
{
    ShareScreen *share = self(screen);
    Sitter sitter;
    int wished = 0;
    share->play = play;
    share->whom = WHOM_HELPER;
    share->words[0] = '\0';
    share->picture = false;
    if (!sitter_find(screen->cove, share->base.sitting, &sitter)) {
        return;
    }
    for (int i = 0; case_adult(sitter.family, i); i++) {
        Share one = {sitter.person->id, case_adult(sitter.family, i)->id, play};
        if (share_wished(sitter.family, &one)) {
            share->whom = wished++ ? WHOM_EACH : WHOM_ADULT + i;
            snprintf(share->words, sizeof share->words, "%s",
                     share_said(sitter.family, &one).words);
            share->picture = share_said(sitter.family, &one).picture;
        }
    }
    if (share_wished(sitter.family, &(Share){.child = sitter.person->id, .play = play})) {
        share->whom = WHOM_TOGETHER;
    }
}

static void leave(Screen *screen)
{
    if (self(screen)->play.text[0]) {
        self(screen)->play = (Id){""};
    } else {
        stage_pop(screen->stage);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    ShareScreen *share = self(screen);
    Id play;
    if (event->type == UI_EDIT) {
        snprintf(share->words, sizeof share->words, "%s", event->text);
    } else if (frame_is_stop(event)) {
        stage_pop(screen->stage);
    } else if (frame_hear(screen->cove, screen->stage, share->base.sitting, event)) {
        return;
    } else if (heard_press(event, "of-play") && id_parse(event->action.item, &play)) {
        open_play(screen, play);
    } else if (heard_press(event, "whom")) {
        share->whom = event->action.value;
    } else if (heard_press(event, "share-picture")) {
        share->picture = !share->picture;
    } else if (heard_press(event, "keep-share")) {
        keep(screen);
    } else if (heard_press(event, "back")) {
        leave(screen);
    }
    stage_touch(screen->stage);
}

static void free_screen(Screen *screen)
{
    memory_wipe(self(screen)->words, sizeof self(screen)->words);
    free(screen);
}

static const ScreenOps ops = {.name = "share",
                              .build = build,
                              .hear = hear,
                              .tier = sitting_screen_tier,
                              .person = sitting_screen_person,
                              .sitting = sitting_screen_sitting,
                              .free = free_screen};

Screen *screen_share(Cove *cove, Stage *stage, Id sitting)
{
    ShareScreen *share = memory_new(1, sizeof *share);
    share->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    return &share->base.screen;
}
