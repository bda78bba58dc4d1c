/* Calm moves: a picture grows and shrinks at a slow pace, or one small thing at a time is noticed.
 * One may watch only, stop after one, or do it again. No time is recorded: only begun, each thing
 * noticed, done. The pace is drawn from the view's clock and is no part of the state. */
#include "activity/on_paper.h"

#include <math.h>
#include <string.h>

enum { BEATS_MAX = 8, ROUNDS_MAX = 6, SECONDS_MAX = 8 };

typedef enum Motion { MOTION_STILL, MOTION_GROW, MOTION_SHRINK } Motion;

typedef struct Beat {
    Option option;
    int seconds; /* 0: waits until the person presses Done */
    int motion;  /* Motion */
} Beat;

typedef struct PacePage {
    Page page;
    int rounds;
    List beats; /* Beat */
} PacePage;

typedef struct PageState {
    int running; /* 1: between its begin and its end */
    int done;    /* 1: went to its end at least once; doing it again takes nothing away */
    int beat;    /* beats waited for and done, over all rounds */
} PageState;

typedef struct PaceState {
    PageState pages[PLAY_PAGES_MAX];
} PaceState;

static const char *const motion_words[] = {"still", "grow", "shrink", NULL};

static const Field beat_fields[] = {
    {"seconds", FIELD_INTEGER, offsetof(Beat, seconds), .required = true, .min = 0,
     .max = SECONDS_MAX, .help = "How long it lasts; 0 waits until 'Done' is pressed."},
    {"motion", FIELD_WORD, offsetof(Beat, motion), .required = true, .words = motion_words,
     .help = "What the picture does meanwhile."},
};

static const Shape beat_shape = {"beat", sizeof(Beat), beat_fields,
                                 sizeof beat_fields / sizeof *beat_fields, &option_shape};

static const Field fields[] = {
    {"rounds", FIELD_INTEGER, offsetof(PacePage, rounds), .required = true, .min = 1,
     .max = ROUNDS_MAX, .help = "How often the beats come around."},
    {"beats", FIELD_LIST, offsetof(PacePage, beats), .required = true, .min = 1, .max = BEATS_MAX,
     .shape = &beat_shape, .help = "What happens in one round, in order."},
};

static const Shape shape = {"breathe_pace page", sizeof(PacePage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const PacePage *page_of(const PlayContext *context, int page)
{
    return (const PacePage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const PaceState *)state)->pages[page];
}

/* Beats of the tier; returns how many. */
static int beats_of(const PlayContext *context, int page, const Beat **beats)
{
    const List *list = &page_of(context, page)->beats;
    int indices[BEATS_MAX];
    int count = options_of_tier(list, sizeof(Beat), context->tier, indices, BEATS_MAX);
    for (int i = 0; i < count; i++) {
        beats[i] = (const Beat *)(const void *)option_at(list, sizeof(Beat), (size_t)indices[i]);
    }
    return count;
}

static int64_t round_ms(const Beat *const *beats, int count)
{
    int64_t ms = 0;
    for (int i = 0; i < count; i++) {
        ms += beats[i]->seconds * 1000;
    }
    return ms;
}

/* A page waits for the person at each beat as soon as one of them has no length. */
static bool waits(const Beat *const *beats, int count)
{
    for (int i = 0; i < count; i++) {
        if (beats[i]->seconds == 0) {
            return true;
        }
    }
    return false;
}

typedef struct Moment {
    const Beat *beat;
    int index;   /* of the beat in its round */
    double part; /* 0 .. 1 through the beat */
    int round;   /* from 0 */
} Moment;

static Moment moment_timed(const Beat *const *beats, int count, int64_t elapsed)
{
    int64_t whole = round_ms(beats, count);
    int64_t within = elapsed % whole;
    for (int i = 0; i < count; i++) {
        int64_t length = beats[i]->seconds * 1000;
        if (within < length) {
            return (Moment){beats[i], i, (double)within / (double)length, (int)(elapsed / whole)};
        }
        within -= length;
    }
    return (Moment){beats[count - 1], count - 1, 1.0, (int)(elapsed / whole)};
}

static Moment moment_of(const PlayContext *context, const PageState *state, int page,
                        const PlayView *view)
{
    const Beat *beats[BEATS_MAX];
    int count = beats_of(context, page, beats);
    if (!state->running) {
        return (Moment){.beat = beats[0]};
    }
    if (waits(beats, count)) {
        int index = state->beat % count;
        return (Moment){beats[index], index, 0, state->beat / count};
    }
    int64_t elapsed = view->now - view->since;
    int64_t last = round_ms(beats, count) * page_of(context, page)->rounds - 1;
    return moment_timed(beats, count,
                        view->read_only || elapsed < 0 ? 0
                        : elapsed > last               ? last
                                                       : elapsed);
}

static const Verb verbs[] = {{"begin", 0}, {"beat", 0}, {"done", 0}, {"again", 0}, {NULL, 0}};

static bool tick(const PlayContext *context, const void *any, int page, const PlayView *view,
                 Move *out)
{
    const PageState *state = state_of(any, page);
    const Beat *beats[BEATS_MAX];
    int count = beats_of(context, page, beats);
    if (!state->running || waits(beats, count)) {
        return false;
    }
    *out = move_of("done", "", "");
    return view->now - view->since >= round_ms(beats, count) * page_of(context, page)->rounds;
}

static bool moving(const PlayContext *context, const void *any, int page, const PlayView *view)
{
    (void)view;
    const PageState *state = state_of(any, page);
    const Beat *beats[BEATS_MAX];
    return state->running && !waits(beats, beats_of(context, page, beats));
}

static Breath breath(const PlayContext *context, const void *any, int page, const PlayView *view)
{
    static const Breath ways[] = {
        [MOTION_STILL] = BREATH_NONE, [MOTION_GROW] = BREATH_IN, [MOTION_SHRINK] = BREATH_OUT};
    const PageState *state = state_of(any, page);
    return state->running ? ways[moment_of(context, state, page, view).beat->motion] : BREATH_NONE;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    PageState *state = &((PaceState *)any)->pages[page];
    const Beat *beats[BEATS_MAX];
    int count = beats_of(context, page, beats);
    const char *starts = state->done ? "again" : "begin";
    if (!state->running && strcmp(move->verb, starts) == 0) {
        state->running = 1;
        state->beat = 0;
        return true;
    }
    if (!state->running || strcmp(move->verb, waits(beats, count) ? "beat" : "done") != 0) {
        return move_refuse(error, move, "the breath is not at this point");
    }
    state->beat += waits(beats, count);
    if (!waits(beats, count) || state->beat == count * page_of(context, page)->rounds) {
        *state = (PageState){.done = 1, .beat = state->beat};
    }
    return true;
}

/* ---- building ---- */

/* Full size 1; a breath out ends small. Before and after the breathing the picture rests in
 * between, and nothing of it ever jumps. */
static const double size_full = 1, size_small = 0.62, size_rest = 0.85;

/* The size a beat comes to; one without movement comes to no other. */
static double size_after(const Beat *beat, double before)
{
    switch ((Motion)beat->motion) {
    case MOTION_GROW: return size_full;
    case MOTION_SHRINK: return size_small;
    case MOTION_STILL: break;
    }
    return before;
}

/* Beats move from the size before them to their own; the very last movement leads back to rest. */
static void sizes_of(const Beat *const *beats, int count, int rounds, const Moment *moment,
                     double *from, double *to)
{
    int last = count - 1;
    while (last > 0 && beats[last]->motion == MOTION_STILL) {
        last--;
    }
    *to = size_rest;
    for (int at = 0; at <= moment->round * count + moment->index; at++) {
        *from = *to;
        *to = at >= (rounds - 1) * count + last ? size_rest : size_after(beats[at % count], *from);
    }
}

/* Cosine ease: slow at both ends, like breathing. */
static float scale_at(const Beat *const *beats, int count, int rounds, const Moment *moment)
{
    double from = size_rest, to = size_rest;
    double ease = 0.5 - 0.5 * cos(moment->part * 3.14159265358979);
    sizes_of(beats, count, rounds, moment, &from, &to);
    return (float)(from + (to - from) * ease);
}

static void build_rounds(const PlayContext *context, int page, int round, bool done, Tree *tree,
                         Node *parent)
{
    int rounds = page_of(context, page)->rounds, size = context->tier <= TIER_T2 ? 48 : 32;
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.main = ALIGN_CENTER;
    for (int i = 0; i < rounds && rounds > 1; i++) {
        Node *pebble = node_image(tree, row, NULL, "", size, size);
        pebble->icon = done || i < round ? "icon/round-done" : "icon/round-open";
    }
}

static void build_picture(const Moment *moment, float scale, Tree *tree, Node *parent)
{
    Node *picture = page_picture(tree, parent, moment->beat->option.picture, 280, 260);
    if (picture) {
        picture->key = "pace-picture";
        picture->picture_scale = scale;
    }
}

static void build_press(const PlayContext *context, Tree *tree, Node *parent, const char *word,
                        const char *verb)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    Node *button = node_button(tree, row, LOOK_SECONDARY, play_ui(context, tree->arena, word),
                               action_of(verb, "", 0));
    button->key = tree_string(tree, verb);
    button->icon = strcmp(verb, "again") == 0  ? "icon/replay"
                   : strcmp(verb, "beat") == 0 ? "icon/check"
                                               : "icon/play";
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    const PageState *state = state_of(any, page);
    Moment moment = moment_of(context, state, page, view);
    const Beat *beats[BEATS_MAX];
    int count = beats_of(context, page, beats);
    if (moment.beat->option.picture) {
        bool moves = state->running && !waits(beats, count);
        float scale = moves ? scale_at(beats, count, page_of(context, page)->rounds, &moment)
                            : (float)size_rest;
        build_picture(&moment, scale, tree, parent);
    }
    if (state->running) {
        Node *words = node_text(tree, parent, TYPE_TITLE,
                                play_words(context, tree->arena, moment.beat->option.text));
        words->key = "beat-words";
        words->text_align = ALIGN_CENTER;
    }
    build_rounds(context, page, moment.round, state->done && !state->running, tree, parent);
    if (state->running && waits(beats, count)) {
        build_press(context, tree, parent, "ui.done", "beat");
    } else if (!state->running && state->done) {
        build_press(context, tree, parent, "ui.again", "again");
    } else if (!state->running) {
        build_press(context, tree, parent, "ui.begin", "begin");
    }
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    (void)context;
    return state_of(any, page)->done != 0;
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PageState *state = state_of(any, page);
    const char *id = state->done ? "ui.pace.done" : state->running ? "ui.pace.begun" : NULL;
    if (id) {
        summary_add(out, play_words(context, out->arena, page_of(context, page)->page.text),
                    play_ui(context, out->arena, id), NULL);
    }
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    const PageState *state = state_of(any, page);
    const Beat *beats[BEATS_MAX];
    int count = beats_of(context, page, beats);
    if (strcmp(move->verb, "beat") == 0) {
        step_say_words(context, out, "ui.step.did", beats[state->beat % count]->option.text);
        return;
    }
    step_say(context, out,
             strcmp(move->verb, "done") == 0    ? "ui.pace.done"
             : strcmp(move->verb, "again") == 0 ? "ui.step.again"
                                                : "ui.pace.begun",
             NULL);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const PacePage *page = ((const PacePage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        options_check(&page->beats, sizeof(Beat), page->page.tiers & activity->tiers, 1, BEATS_MAX,
                      "beats", file, page_place(place, path, i, "beats"), faults);
    }
}

/* ---- on paper: a wave to follow with a finger, or one small thing after the other ---- */

static void on_paper(const PlayContext *context, int page, Paper *paper)
{
    const Beat *beats[BEATS_MAX];
    int count = beats_of(context, page, beats);
    bool timed = count > 0 && !waits(beats, count);
    if (timed) {
        paper_note(context, "ui.paper.breath", paper);
    }
    PaperBlock *block = paper_add(paper, timed ? PAPER_BREATH : PAPER_TICK, NULL);
    for (int i = 0; i < count; i++) {
        paper_item(paper, block, play_words(context, paper->arena, beats[i]->option.text),
                   beats[i]->option.picture)
            ->go = (beats[i]->motion == MOTION_GROW) - (beats[i]->motion == MOTION_SHRINK);
    }
    block->lines = page_of(context, page)->rounds;
}

const Kind kind_breathe_pace = {
    .content = {.name = "breathe_pace", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(PaceState),
    .verbs = verbs,
    .interpret = press_as_move,
    .apply = apply,
    .tick = tick,
    .moving = moving,
    .breath = breath,
    .build = build,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
    .paper = on_paper,
};
