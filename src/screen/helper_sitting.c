/* One sitting in detail: feelings before and after, and each play with the words as they were
 * shown. Skipped and stopped are ordinary things here. Nothing is interpreted. */
#include "screen/desk.h"
#include "screen/logging.h"
#include "screen/may.h"
#include "screen/noted.h"
#include "screen/rewording.h"
#include "screen/screens.h"
#include "screen/sitting.h"
#include "screen/taking_home.h"

#include <string.h>

typedef struct ReviewScreen {
    SittingScreen base;
    Id unfolded; /* the play whose guesses are shown, "" for none */
} ReviewScreen;

static const ReviewScreen *review_of(const Screen *screen)
{
    return (const ReviewScreen *)(const void *)screen;
}

static const Sitting *sitting_of(const Screen *screen)
{
    return record_sitting(keeper_record(screen->cove->keeper), sitting_screen(screen)->sitting);
}

static void build_line(const SummaryLine *line, Tree *tree, Node *panel)
{
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    if (line->picture) {
        node_image(tree, row, line->picture, "", 40, 40);
    }
    if (line->sheet) {
        Node *drawing = node_image(tree, row, NULL, line->words, 240, 180);
        drawing->sheet = line->sheet;
    }
    Node *words = node_group(tree, row, AXIS_COLUMN);
    words->layout.grow = 1;
    node_text(tree, words, TYPE_SMALL, line->label);
    node_text(tree, words, TYPE_BODY, line->words)->bold = true;
}

/* Which play of the sitting it is, from 1: the same activity may come twice. */
static size_t number_of(const Screen *screen, const PlayRecord *play)
{
    const Sitting *sitting = sitting_of(screen);
    const Record *record = keeper_record(screen->cove->keeper);
    size_t number = 0;
    while (number < sitting->play_count && record_play(record, sitting->plays[number]) != play) {
        number++;
    }
    return number + 1;
}

/* Guesses wait behind a button: what was seen and heard comes first. */
static void build_fold(const Screen *screen, const PlayRecord *play, long folded, bool open,
                       Tree *tree, Node *panel)
{
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    const char *words = open ? desk_word(screen, tree, "ui.notice.guesses-away")
                             : desk_word_count(screen, tree, "ui.notice.guesses", folded);
    Node *fold = node_button(tree, row, LOOK_QUIET, words, action_of("fold", play->id.text, 0));
    fold->key = arena_format(tree->arena, "fold-%s", play->id.text);
    fold->name = arena_format(tree->arena, "%s %zu", words, number_of(screen, play));
    fold->state.expanded = open;
}

/* Facts, then guesses when they are asked for. */
static void build_lines(const Screen *screen, const PlayRecord *play, const Summary *summary,
                        Tree *tree, Node *panel)
{
    long folded = 0;
    for (size_t i = 0; i < summary->count; i++) {
        folded += summary->lines[i].folded;
        if (!summary->lines[i].folded) {
            build_line(&summary->lines[i], tree, panel);
        }
    }
    if (folded == 0) {
        return;
    }
    bool open = id_same(review_of(screen)->unfolded, play->id);
    build_fold(screen, play, folded, open, tree, panel);
    for (size_t i = 0; open && i < summary->count; i++) {
        if (summary->lines[i].folded) {
            build_line(&summary->lines[i], tree, panel);
        }
    }
}

static bool may_read(const Screen *screen, const PlayRecord *play)
{
    Sitter sitter;
    return sitter_find(screen->cove, play->sitting, &sitter) &&
           helper_may(sitter.family, play_data(sitter.sitting, sitter.person, play->part),
                      ACCESS_READ);
}

static void build_summary(const Screen *screen, const PlayRecord *play, Tree *tree, Node *panel)
{
    ReplayedPlay played;
    Error error = {0};
    if (!may_read(screen, play)) {
        return;
    }
    if (!played_open(screen->cove, play, PLAYED_ALL, &played, &error)) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.review.cannot-open"));
        desk_note(tree, panel, error.sentence);
        return;
    }
    Summary summary = {.arena = tree->arena};
    play_speak(played.play, library_ui(screen->cove->library));
    play_summary(played.play, &summary);
    build_lines(screen, play, &summary, tree, panel);
    if (summary.count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.review.nothing"));
    }
    played_close(&played);
}

static const char *play_title(const Screen *screen, const PlayRecord *play, Tree *tree)
{
    if (play->part != PART_ACTIVITY) {
        return desk_word(screen, tree,
                         play->part == PART_ARRIVING ? "ui.review.before" : "ui.review.after");
    }
    ReplayedPlay played;
    if (!played_open(screen->cove, play, 0, &played, NULL)) {
        return tree_string(tree, play->activity);
    }
    const char *title = play_words(play_context(played.play), tree->arena, played.activity->title);
    played_close(&played);
    return title;
}

/* "Finished", "Stopped", breaks: how it went, all in the same quiet words. */
static const char *how_it_went(const Screen *screen, const PlayRecord *play, Tree *tree)
{
    static const char *const ids[] = {[ENDING_OPEN] = "ui.review.unfinished",
                                      [ENDING_FINISHED] = "ui.review.finished",
                                      [ENDING_STOPPED] = "ui.review.stopped-play",
                                      [ENDING_LEFT] = "ui.review.left"};
    const char *words = desk_word(screen, tree, ids[play->how]);
    if (play->breaks) {
        words = arena_format(tree->arena, "%s \xc2\xb7 %s", words,
                             desk_word_count(screen, tree, "ui.review.breaks", play->breaks));
    }
    if (play->not_ok) {
        words = arena_format(tree->arena, "%s \xc2\xb7 %s", words,
                             desk_word_count(screen, tree, "ui.review.not-oks", play->not_ok));
    }
    return words;
}

static void build_taking_home(const Screen *screen, const PlayRecord *play, Tree *tree, Node *row)
{
    if (taking_home_any(screen->cove, play->id)) {
        Node *cards = node_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.print.cards"),
                                  action_of("cards", play->id.text, 0));
        cards->key = arena_format(tree->arena, "cards-%s", play->id.text);
        cards->name = arena_format(tree->arena, "%s %zu: %s", cards->name, number_of(screen, play),
                                   play_title(screen, play, tree));
        cards->icon = "icon/note";
    }
}

static void build_play(const Screen *screen, const PlayRecord *play, Tree *tree, Node *parent)
{
    Node *panel = desk_panel(tree, parent, play->id.text, play_title(screen, play, tree));
    node_text(tree, panel, TYPE_SMALL,
              arena_format(tree->arena, "%s \xc2\xb7 %s \xc2\xb7 %s \xc2\xb7 %s",
                           how_it_went(screen, play, tree), desk_when(tree, play->started),
                           desk_word(screen, tree,
                                     arena_format(tree->arena, "ui.case.tier.%s",
                                                  tier_limits(play->tier)->id)),
                           desk_word_count(screen, tree, "ui.review.version", play->version)));
    if (words_are_changed(screen->cove, &play->digest)) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.wording.changed"))->icon =
            "icon/letters";
    }
    build_summary(screen, play, tree, panel);
    if (record_play_has_moves(play)) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        Node *replay =
            node_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.review.replay"),
                        action_of("replay", play->id.text, 0));
        replay->key = arena_format(tree->arena, "replay-%s", play->id.text);
        replay->name = arena_format(tree->arena, "%s %zu: %s", replay->name,
                                    number_of(screen, play), play_title(screen, play, tree));
        replay->icon = "icon/replay";
        build_taking_home(screen, play, tree, row);
    }
}

static const PlayRecord *find_part(const Screen *screen, PlayPart part)
{
    const Sitting *sitting = sitting_of(screen);
    for (size_t i = 0; i < sitting->play_count; i++) {
        const PlayRecord *play =
            record_play(keeper_record(screen->cove->keeper), sitting->plays[i]);
        if (play->part == part) {
            return play;
        }
    }
    return NULL;
}

/* Before and after, side by side and alike; the helper may compare, the program does not. */
static void build_feelings(const Screen *screen, Tree *tree, Node *body)
{
    Node *panels = desk_panels(tree, body);
    for (PlayPart part = PART_ARRIVING; part <= PART_LEAVING; part++) {
        const PlayRecord *play = find_part(screen, part);
        if (play) {
            build_play(screen, play, tree, panels);
            continue;
        }
        bool before = part == PART_ARRIVING;
        Node *panel =
            desk_panel(tree, panels, before ? "before" : "after",
                       desk_word(screen, tree, before ? "ui.review.before" : "ui.review.after"));
        desk_note(tree, panel, desk_word(screen, tree, "ui.review.not-asked"));
    }
}

/* Who played too, and who ended it: no more of it is kept. */
static void build_together(const Screen *screen, const Sitter *sitter, Tree *tree, Node *row)
{
    const Sitting *sitting = sitter->sitting;
    if (!sitting->adult.text[0]) {
        if (sitting->setting == SETTING_JOINT && sitter->family->gone_count > 0) {
            node_text(tree, row, TYPE_BODY, desk_word(screen, tree, "ui.joint.gone"));
        }
        return;
    }
    const char *adult = case_person(sitter->family, sitting->adult)->name;
    node_text(tree, row, TYPE_BODY, desk_word_for(screen, tree, "ui.joint.with", adult));
    if (sitting->ended_by) {
        const char *who = sitting->ended_by == SEAT_CHILD ? sitter->person->name : adult;
        node_text(tree, row, TYPE_BODY, desk_word_for(screen, tree, "ui.joint.ended-by", who));
    }
}

static void build_head(const Screen *screen, const Sitter *sitter, Tree *tree, Node *body)
{
    const Sitting *sitting = sitter->sitting;
    Node *row = simple_row(tree, body, 16);
    row->layout.main = ALIGN_START;
    node_image(tree, row, sitter->person->picture, "", 56, 68);
    const char *setting =
        desk_word(screen, tree,
                  arena_format(tree->arena, "ui.case.setting.%s", setting_id(sitting->setting)));
    node_text(
        tree, row, TYPE_BODY,
        arena_format(tree->arena, "%s \xc2\xb7 %s", desk_when(tree, sitting->started), setting));
    build_together(screen, sitter, tree, row);
    if (sitting->not_ok) {
        Node *flag = desk_note(tree, row,
                               desk_word_count(screen, tree, "ui.review.not-oks", sitting->not_ok));
        flag->icon = "icon/not-ok";
    }
    if (sitting->pebble[0]) {
        Node *pebble = simple_row(tree, row, 8); /* stay side by side */
        pebble->layout.wrap = false;
        node_text(tree, pebble, TYPE_SMALL, desk_word(screen, tree, "ui.review.pebble"));
        node_image(tree, pebble, arena_format(tree->arena, "pebble/%s", sitting->pebble),
                   sitting->pebble, 48, 40);
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        return;
    }
    Node *body =
        desk_page(screen, tree,
                  arena_format(tree->arena, "%s: %s", desk_word(screen, tree, "ui.review.title"),
                               sitter.person->name),
                  desk_word(screen, tree, "ui.back"));
    build_head(screen, &sitter, tree, body);
    noted_signs_build(screen, sitter.sitting, tree, body);
    noted_after_build(screen, sitter.sitting, tree, body);
    build_feelings(screen, tree, body);
    node_text(tree, body, TYPE_SMALL, desk_word(screen, tree, "ui.review.words-then"))->bold = true;
    for (size_t i = 0; i < sitter.sitting->play_count; i++) {
        const PlayRecord *play =
            record_play(keeper_record(screen->cove->keeper), sitter.sitting->plays[i]);
        if (play->part == PART_ACTIVITY) {
            build_play(screen, play, tree, body);
        }
    }
    desk_note(tree, body, desk_word(screen, tree, "ui.review.caption"));
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id play;
    if (heard_press(event, "replay") && id_parse(event->action.item, &play)) {
        if (log_replay(screen, play)) {
            stage_push(screen->stage, screen_helper_replay(screen->cove, screen->stage, play));
        }
    } else if (heard_press(event, "cards") && id_parse(event->action.item, &play)) {
        stage_push(screen->stage, screen_helper_cards(screen->cove, screen->stage, play));
    } else if (heard_press(event, "fold") && id_parse(event->action.item, &play)) {
        ReviewScreen *review = (ReviewScreen *)(void *)screen;
        review->unfolded = id_same(review->unfolded, play) ? (Id){""} : play;
        stage_touch(screen->stage);
    } else if (noted_hear(screen, sitting_of(screen), event)) {
        return;
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-sitting",
    .build = build,
    .hear = hear,
    .tier = desk_tier,
    .free = sitting_screen_free,
};

Screen *screen_helper_sitting(Cove *cove, Stage *stage, Id sitting)
{
    desk_need(cove, stage, record_sitting(keeper_record(cove->keeper), sitting)->case_id);
    ReviewScreen *screen = memory_new(1, sizeof *screen);
    screen->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    return &screen->base.screen;
}
