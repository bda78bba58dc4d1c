/* Drawing: strokes with brushes and colors, stamps, one sheet or a comic of up to four. A stroke is
 * one move when it is finished; its spots stand in the move's text (ui/sheet.h), without any time.
 * Nothing is rubbed out: a step back takes away the last thing done, and nobody else's. */
#include "activity/kind_draw_free.h"

#include "activity/own_words.h"

#include <string.h>

static const Field fields[] = {
    {"stamps", FIELD_LIST, offsetof(DrawPage, stamps), .min = 1, .max = DRAW_STAMPS_MAX,
     .shape = &option_shape, .help = "Pictures to stamp on the sheet; each needs one."},
    {"titles", FIELD_LIST, offsetof(DrawPage, titles), .min = 1, .max = DRAW_TITLES_MAX,
     .shape = &option_shape, .help = "Titles to choose from; giving one is free."},
    {"paper", FIELD_PICTURE, offsetof(DrawPage, paper),
     .help =
         "What is on the paper already: a picture to color in, a ground. Four wide, three high."},
    {"frames", FIELD_INTEGER, offsetof(DrawPage, frames), .min = 0, .max = DRAW_FRAMES_MAX,
     .help = "Sheets on the page: 1, or 2 to 4 for a comic. 0 or absent: one where the page has "
             "stamps, titles or paper, else none: a page that only says something."},
    {"own", FIELD_FLAG, offsetof(DrawPage, own),
     .help = "A title in own words may be typed; reaches t3, t4 and adults only."},
};

static const Shape shape = {"draw_free page", sizeof(DrawPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const DrawPage *draw_page(const PlayContext *context, int page)
{
    return (const DrawPage *)(const void *)context->pages[page];
}

int draw_frames(const DrawPage *page)
{
    bool asks = page->stamps.count || page->titles.count || page->paper || page->own;
    return page->frames ? page->frames : asks;
}

static const DrawState *state_of(const void *any)
{
    return any;
}

bool draw_any(const DrawState *state, int page)
{
    for (int i = 0; i < state->marks_count; i++) {
        if (state->marks[i].page == page) {
            return true;
        }
    }
    return false;
}

bool draw_is_full(const DrawState *state)
{
    return state->marks_count == DRAW_MARKS_MAX ||
           state->spots_count + STROKE_SPOTS_MAX > DRAW_SPOTS_MAX;
}

static Mark mark_of(const PlayContext *context, const DrawState *state, const DrawMark *mark)
{
    const List *stamps = &draw_page(context, mark->page)->stamps;
    return (Mark){
        .pen = {(Brush)mark->brush, draw_color(mark->color)},
        .spots = &state->spots[mark->first],
        .count = mark->count,
        .stamp = mark->stamp ? option_at(stamps, sizeof(Option), mark->stamp - 1u)->picture : NULL};
}

/* The state may change before the tree is built again: what is in the arena is a copy. */
Sheet *draw_sheet(const PlayContext *context, const DrawState *state, int page, int frame,
                  Arena *arena)
{
    Sheet *sheet = arena_alloc(arena, 1, sizeof *sheet);
    Mark *marks = arena_alloc(arena, (size_t)state->marks_count + 1, sizeof *marks);
    for (int i = 0; i < state->marks_count; i++) {
        const DrawMark *made = &state->marks[i];
        if (made->page != page || made->frame != frame) {
            continue;
        }
        Mark mark = mark_of(context, state, made);
        Spot *spots = arena_alloc(arena, made->count, sizeof *spots);
        memcpy(spots, mark.spots, made->count * sizeof *spots);
        mark.spots = spots;
        marks[sheet->count++] = mark;
    }
    sheet->marks = marks;
    sheet->paper = draw_page(context, page)->paper;
    return sheet;
}

const char *draw_title(const PlayContext *context, const DrawState *state, int page, Arena *arena)
{
    int title = state->title[page];
    if (title == TITLE_NONE) {
        return NULL;
    }
    return title == TITLE_OWN ? arena_string(arena, state->own[page])
                              : play_words(context, arena,
                                           option_at(&draw_page(context, page)->titles,
                                                     sizeof(Option), (size_t)title - 1)
                                               ->text);
}

/* ---- moves ---- */

static const Verb verbs[] = {
    {"stroke", MOVE_ITEM | MOVE_TARGET | MOVE_TEXT},
    {"stamp", MOVE_ITEM | MOVE_TARGET | MOVE_TEXT},
    {"title", MOVE_ITEM},
    {"own", MOVE_TEXT},
    {NULL, 0},
};

static void put(char *to, const char *id)
{
    memcpy(to, id, strlen(id) + 1);
}

static Move marking(const char *verb, const char *item, const char *target, const Spot *spots,
                    int count)
{
    Move move = move_of(verb, "", item);
    put(move.target, target);
    spots_write(spots, count, move.text);
    return move;
}

/* "frame-2.17": a cell of that frame. */
static bool cell_of(const char *target, char frame[REF_MAX], int *cell)
{
    const char *dot = strchr(target, '.');
    if (!dot || strlen(dot) < 2 || strlen(dot) > 3) {
        return false;
    }
    memcpy(frame, target, (size_t)(dot - target));
    frame[dot - target] = '\0';
    *cell = 0;
    for (const char *digit = dot + 1; *digit; digit++) {
        if (*digit < '0' || *digit > '9') {
            return false;
        }
        *cell = *cell * 10 + *digit - '0';
    }
    return true;
}

static bool interpret_place(const PlayContext *context, int page, const UiEvent *event, Move *out)
{
    char frame[REF_MAX];
    int cell;
    Spot spot = event->spot;
    if (cell_of(event->target, frame, &cell)) {
        spot = draw_cell_spot(context, page, cell);
    } else {
        put(frame, event->target);
    }
    *out = marking("stamp", event->action.item, frame, &spot, 1);
    return true;
}

/* From the cell where the pen was put down to this one; `value` holds both. */
static bool interpret_line(const PlayContext *context, int page, const UiEvent *event, Move *out)
{
    char frame[REF_MAX];
    int pen;
    const int value = event->action.value;
    if (value < 0 || !cell_of(event->action.item, frame, &pen)) {
        return false;
    }
    Arena *arena = arena_new();
    const Spot spots[] = {draw_cell_spot(context, page, value / 64 % 64),
                          draw_cell_spot(context, page, value % 64)};
    const char *id =
        draw_pen_id((Brush)(pen / DRAW_COLORS % BRUSH_COUNT), pen % DRAW_COLORS, arena);
    bool dot = spots[0].x == spots[1].x && spots[0].y == spots[1].y;
    *out = marking("stroke", id, frame, spots, dot ? 1 : 2);
    arena_free(arena);
    return true;
}

/* The sheet's action says with which pen: its verb is "stroke", its item the frame. */
static bool interpret_trail(const UiEvent *event, Move *out)
{
    Spot spots[STROKE_SPOTS_MAX];
    int count = event->trail ? trail_stroke(event->trail, spots) : 0;
    int pen = event->action.value;
    if (count == 0 || pen < 0 || pen >= BRUSH_COUNT * DRAW_COLORS) {
        return false;
    }
    Arena *arena = arena_new();
    *out = marking("stroke", draw_pen_id((Brush)(pen / DRAW_COLORS), pen % DRAW_COLORS, arena),
                   event->action.item, spots, count);
    arena_free(arena);
    return true;
}

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    (void)any;
    switch (event->type) {
    case UI_DRAW: return interpret_trail(event, out);
    case UI_PLACE: return interpret_place(context, page, event, out);
    case UI_PRESS: break;
    default: return false;
    }
    if (strcmp(event->action.verb, "line") == 0) {
        return interpret_line(context, page, event, out);
    }
    *out = move_of(event->action.verb, "", event->action.item);
    if (strcmp(event->action.verb, "own") == 0) {
        out->item[0] = '\0';
        return own_words_take(event, DRAW_TITLE_BYTES, out);
    }
    return true;
}

/* "frame-1" .. ; -1 when the page has no such sheet. */
static int frame_named(const DrawPage *page, const char *id)
{
    for (int frame = 0; frame < draw_frames(page); frame++) {
        const char name[] = {'f', 'r', 'a', 'm', 'e', '-', (char)('1' + frame), '\0'};
        if (strcmp(name, id) == 0) {
            return frame;
        }
    }
    return -1;
}

bool draw_apply_mark(const PlayContext *context, DrawState *state, int page, const Move *move,
                     Error *error)
{
    const DrawPage *content = draw_page(context, page);
    bool stamps = strcmp(move->verb, "stamp") == 0;
    Brush brush = BRUSH_THIN;
    int color = 0, frame = frame_named(content, move->target);
    int stamp =
        stamps ? 1 + option_find(&content->stamps, sizeof(Option), context->tier, move->item) : 0;
    if (frame < 0 || (stamps ? stamp == 0 : !draw_pen_read(move->item, &brush, &color))) {
        return move_refuse(error, move, "there is no such sheet, stamp or pen here");
    }
    if (draw_is_full(state)) {
        return move_refuse(error, move, "the sheet is full");
    }
    int count =
        spots_read(move->text, &state->spots[state->spots_count], stamps ? 1 : STROKE_SPOTS_MAX);
    if (count == 0) {
        return move_refuse(error, move, "it says no place on the sheet");
    }
    state->marks[state->marks_count++] = (DrawMark){.page = (unsigned char)page,
                                                    .frame = (unsigned char)frame,
                                                    .stamp = (unsigned char)stamp,
                                                    .brush = (unsigned char)brush,
                                                    .color = (unsigned char)color,
                                                    .count = (unsigned char)count,
                                                    .first = (unsigned short)state->spots_count};
    state->spots_count += count;
    return true;
}

static bool apply_own(const PlayContext *context, DrawState *state, int page, const Move *move,
                      Error *error)
{
    if (!draw_page(context, page)->own || !context->may_type ||
        !own_words_read(move, state->own[page], DRAW_TITLE_BYTES)) {
        return move_refuse(error, move, "own words cannot be given like this");
    }
    state->title[page] = TITLE_OWN;
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    DrawState *state = any;
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, state, page, move, error);
    }
    if (strcmp(move->verb, "title") != 0) {
        return draw_apply_mark(context, state, page, move, error);
    }
    int title =
        option_find(&draw_page(context, page)->titles, sizeof(Option), context->tier, move->item);
    if (title < 0) {
        return move_refuse(error, move, "there is no such title");
    }
    memset(state->own[page], 0, DRAW_TITLE_BYTES);
    state->title[page] = (unsigned char)(1 + title);
    return true;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return draw_frames(draw_page(context, page)) == 0 || draw_any(state_of(any), page);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const DrawPage *page = ((const DrawPage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        page_place(place, path, i, "stamps");
        for (size_t s = 0; s < page->stamps.count; s++) {
            const Option *stamp = option_at(&page->stamps, sizeof(Option), s);
            if (!stamp->picture) {
                faults_add(faults, FAULT_ERROR, file, place, "stamp-without-picture",
                           "Stamp \"%s\" has no picture. Give it one: a stamp is a picture.",
                           stamp->id);
            }
        }
    }
}

const Kind kind_draw_free = {
    .content = {.name = "draw_free", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(DrawState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = draw_build,
    .is_complete = is_complete,
    .stands = draw_stands,
    .taken = draw_taken,
    .forget = draw_forget,
    .summary = draw_summary,
    .step_text = draw_step_text,
    .paper = draw_paper,
};
