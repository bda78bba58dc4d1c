/* How letters look: the sheet with what is written so far, the lines to choose from, and what to do
 * with it; or the envelopes and the one that lies open. */
#include "activity/kind_letter_unsent.h"

#include "activity/own_words.h"
#include "activity/page_set.h"
#include "activity/tools.h"

#include <string.h>

enum { AGAIN_TOOL = 0, COLUMN = 440 /* dp */ };

static Node *row_of(const PlayContext *context, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    return row;
}

static Node *column_of(const PlayContext *context, Tree *tree, Node *row)
{
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.gap = tier_limits(context->tier)->gap_px;
    column->layout.width = COLUMN;
    column->layout.cross = ALIGN_STRETCH;
    return column;
}

static Node *quiet(const PlayContext *context, Tree *tree, Node *parent, const char *ui)
{
    Node *note = node_text(tree, row_of(context, tree, parent), TYPE_BODY,
                           play_ui(context, tree->arena, ui));
    note->look = LOOK_NOTE;
    note->text_align = ALIGN_CENTER;
    return note;
}

/* ---- the sheet ---- */

static void build_stamp(const PlayContext *context, const LetterState *state, int page, Part part,
                        Tree *tree, Node *row)
{
    const Option *option = letter_option(letter_page(context, page), part);
    node_image(tree, row, option->picture,
               letter_part_words(context, state, page, part, tree->arena), 56, 56);
}

static Node *build_line(Tree *tree, Node *sheet, const char *words, const char *key)
{
    Node *line = node_text(tree, sheet, TYPE_BODY, words);
    line->key = key;
    return line;
}

/* Stamps that follow one another stand in one row. */
static void build_parts(const PlayContext *context, const LetterState *state, int page, Tree *tree,
                        Node *sheet)
{
    Node *row = NULL;
    for (int i = 0; i < letter_parts(state); i++) {
        Part part = state->parts[i];
        if (part.type == PART_STAMP) {
            row = row ? row : row_of(context, tree, sheet);
            row->layout.main = ALIGN_START;
            build_stamp(context, state, page, part, tree, row);
            continue;
        }
        row = NULL;
        Node *line = build_line(tree, sheet,
                                letter_part_words(context, state, page, part, tree->arena), "line");
        line->key = arena_format(tree->arena, "line-%d", i);
        line->entrance = ENTER_RISE;
    }
}

static void build_sheet(const PlayContext *context, const LetterState *state, int page, Tree *tree,
                        Node *parent)
{
    Node *sheet = node_group(tree, parent, AXIS_COLUMN);
    sheet->look = LOOK_CARD;
    sheet->key = "letter";
    sheet->layout.gap = 8;
    sheet->layout.pad_x = 32;
    sheet->layout.pad_y = 20;
    sheet->layout.min_height = 96;
    if (letter_parts(state) == 0) {
        Node *hint =
            node_text(tree, sheet, TYPE_BODY, play_ui(context, tree->arena, "ui.letter.empty"));
        hint->look = LOOK_NOTE;
        return;
    }
    build_parts(context, state, page, tree, sheet);
    const char *close = letter_page(context, page)->close;
    if (close) {
        build_line(tree, sheet, play_words(context, tree->arena, close), "close");
    }
}

/* ---- what can be put on it ---- */

/* As many as the tier may see at once, another part of them each turn. */
static int shown_now(const PlayContext *context, const LetterState *state, int page, PartType type,
                     int turn, int *shown, int *left)
{
    const LetterPage *content = letter_page(context, page);
    const List *list = type == PART_LINE ? &content->lines : &content->stamps;
    int all[LETTER_LINES_MAX], open[LETTER_LINES_MAX];
    int count = options_by_chance(context, 2 * page + (type == PART_STAMP), list, sizeof(Option),
                                  all, LETTER_LINES_MAX);
    int most = tier_limits(context->tier)->choices, found = 0, opened = 0;
    for (int i = 0; i < count; i++) {
        if (type == PART_STAMP || !letter_has(state, type, all[i])) {
            open[opened++] = all[i];
        }
    }
    PageSet set = page_set(most > 4 ? 4 : most, opened, turn);
    for (int i = set.first; i < set.end; i++) {
        shown[found++] = open[i];
    }
    *left = opened - found;
    return found;
}

static int build_options(const PlayContext *context, const LetterState *state, int page,
                         PartType type, int turn, Tree *tree, Node *parent)
{
    const LetterPage *content = letter_page(context, page);
    const List *list = type == PART_LINE ? &content->lines : &content->stamps;
    int shown[LETTER_LINES_MAX], left;
    int count = shown_now(context, state, page, type, turn, shown, &left);
    Node *row = count == 0                                     ? NULL
                : type == PART_LINE && context->tier > TIER_T1 ? column_of(context, tree, parent)
                                                               : row_of(context, tree, parent);
    for (int i = 0; i < count; i++) {
        const Option *option = option_at(list, sizeof(Option), (size_t)shown[i]);
        bool big = option->picture && (context->tier <= TIER_T2 || type == PART_STAMP);
        Node *node =
            page_choice(tree, row, option->id, play_words(context, tree->arena, option->text),
                        big ? option->picture : NULL,
                        action_of(type == PART_LINE ? "line" : "stamp", option->id, 0), false);
        node->role = ROLE_BUTTON;
        node->picture_size = context->tier == TIER_T1 ? 72 : 48;
    }
    return left;
}

static void build_own(const PlayContext *context, const PlayView *view, Tree *tree, Node *parent)
{
    OwnWords words = {.item = "",
                      .most = LETTER_OWN_BYTES,
                      .hint = "ui.letter.own-hint",
                      .done = "ui.letter.add"};
    own_words_build(context, view, words, tree, parent)->layout.max_width = 300;
}

static void build_writing(const PlayContext *context, const LetterState *state, int page,
                          const PlayView *view, Tree *tree, Node *parent)
{
    if (letter_parts(state) == LETTER_PARTS_MAX) {
        quiet(context, tree, parent, "ui.letter.full");
        return;
    }
    int left = build_options(context, state, page, PART_LINE, view->turn, tree, parent);
    left += build_options(context, state, page, PART_STAMP, view->turn, tree, parent);
    if (letter_page(context, page)->own && context->may_type) {
        build_own(context, view, tree, parent);
    }
    if (left > 0) {
        Node *row = row_of(context, tree, parent);
        page_more(context, "ui.letter.more", tree, row)->icon = NULL;
    }
}

/* ---- what becomes of it ---- */

static void decision(const PlayContext *context, Tree *tree, Node *row, const char *verb,
                     const char *ui, const char *picture, bool chosen)
{
    Node *node = page_choice(tree, row, verb, play_ui(context, tree->arena, ui), picture,
                             action_of(verb, "", 0), chosen);
    node->picture_size = context->tier == TIER_T1 ? 64 : 44;
}

static void build_decision(const PlayContext *context, const LetterState *state, Tree *tree,
                           Node *parent)
{
    Node *ask = node_text(tree, parent, TYPE_BODY, play_ui(context, tree->arena, "ui.letter.ask"));
    ask->text_align = ALIGN_CENTER;
    Node *row = node_group(tree, parent, AXIS_GRID);
    row->layout.columns = state->fate == FATE_OPEN ? 3 : 2;
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.cross = ALIGN_STRETCH;
    decision(context, tree, row, "keep", "ui.share.mine", "letter/keep", state->fate == FATE_KEPT);
    decision(context, tree, row, "show", "ui.share.helper", "letter/show",
             state->fate == FATE_SHOWN);
    if (state->fate == FATE_OPEN) {
        decision(context, tree, row, "tear", "ui.letter.tear", "letter/tear", false);
    } else {
        quiet(context, tree, parent,
              state->fate == FATE_KEPT ? "ui.letter.kept" : "ui.letter.shown");
    }
}

static void build_torn(const PlayContext *context, const PlayView *view, Tree *tree, Node *parent)
{
    Node *picture = page_picture(tree, parent, "letter/torn", 360, 240);
    picture->key = "torn";
    picture->entrance = ENTER_RISE;
    quiet(context, tree, parent, "ui.letter.torn");
    if (!view->read_only) {
        Node *row = row_of(context, tree, parent);
        node_button(tree, row, LOOK_SECONDARY, play_ui(context, tree->arena, "ui.letter.another"),
                    action_of("tool", "again", AGAIN_TOOL));
    }
}

static void build_letter(const PlayContext *context, const LetterState *state, int page,
                         const PlayView *view, Tree *tree, Node *parent)
{
    bool again = strcmp(play_tool(view, AGAIN_TOOL), "again") == 0;
    if (state->torn && letter_parts(state) == 0 && (!again || view->read_only)) {
        build_torn(context, view, tree, parent);
        return;
    }
    Node *row = row_of(context, tree, parent);
    row->layout.gap = 24;
    row->layout.cross = ALIGN_CENTER;
    Node *column = column_of(context, tree, row);
    build_sheet(context, state, page, tree, column);
    if (letter_parts(state) > 0 && !view->read_only) {
        build_decision(context, state, tree, column);
    }
    if (state->fate == FATE_OPEN && !view->read_only) {
        build_writing(context, state, page, view, tree, column_of(context, tree, row));
    }
}

/* ---- post ---- */

/* Closed ones differ in paper and seal, so that one finds the one wanted again. */
static const char *envelope_picture(const LetterState *state, int index)
{
    static const char *const closed[] = {"letter/closed",       "letter/closed-boat",
                                         "letter/closed-leaf",  "letter/closed-star",
                                         "letter/closed-shell", "letter/closed-sun"};
    return state->opened[index] ? "letter/open"
                                : closed[(size_t)index % (sizeof closed / sizeof *closed)];
}

static void build_envelope(const PlayContext *context, const LetterState *state, int index,
                           const Envelope *envelope, Tree *tree, Node *row)
{
    const char *from = play_words(context, tree->arena, envelope->from);
    Node *node = page_choice(tree, row, envelope->option.id, from, envelope_picture(state, index),
                             action_of("open", envelope->option.id, 0), false);
    node->role = ROLE_BUTTON;
    node->picture_size = state->reading ? 48 : context->tier == TIER_T1 ? 104 : 80;
    if (state->post[index]) {
        node->spoken =
            arena_format(tree->arena, "%s. %s", from,
                         play_ui(context, tree->arena,
                                 arena_format(tree->arena, "ui.letter.post-%s",
                                              letter_post_id((PostFate)state->post[index]))));
    }
}

/* Its picture beside its words, so that what can be done with it is in sight. */
static void build_opened(const PlayContext *context, const Envelope *envelope, Tree *tree,
                         Node *parent)
{
    Node *sheet = row_of(context, tree, row_of(context, tree, parent));
    sheet->key = arena_format(tree->arena, "letter-%s", envelope->option.id);
    sheet->look = LOOK_CARD;
    sheet->entrance = ENTER_RISE;
    sheet->layout.gap = 24;
    sheet->layout.max_width = 680;
    sheet->layout.pad_x = 32;
    sheet->layout.pad_y = 16;
    sheet->layout.cross = ALIGN_CENTER;
    page_picture(tree, sheet, envelope->option.picture, 120, 96);
    Node *words = build_line(tree, sheet, play_words(context, tree->arena, envelope->option.text),
                             "letter-text");
    words->type = TYPE_LEAD;
    words->layout.max_width = 440;
}

static void build_fates(const PlayContext *context, const LetterState *state, Tree *tree,
                        Node *parent)
{
    static const char *const pictures[POST_FATES] = {"", "letter/keep", "letter/away",
                                                     "letter/talk"};
    Node *row = row_of(context, tree, parent);
    for (PostFate fate = POST_KEEP; fate < POST_FATES; fate++) {
        const char *id = letter_post_id(fate);
        Node *node = page_choice(
            tree, row, id,
            play_ui(context, tree->arena, arena_format(tree->arena, "ui.letter.do-%s", id)),
            pictures[fate], action_of("post", id, 0), state->post[state->reading - 1] == fate);
        node->picture_size = context->tier <= TIER_T2 ? 64 : 48;
    }
}

/* What lies open comes first, then the other envelopes. */
static void build_post(const PlayContext *context, const LetterState *state, int page, Tree *tree,
                       Node *parent)
{
    const LetterPage *content = letter_page(context, page);
    int envelopes[LETTER_POST_MAX];
    int count = options_of_tier(&content->post, sizeof(Envelope), context->tier, envelopes,
                                LETTER_POST_MAX);
    if (state->reading) {
        build_opened(context, letter_envelope(content, state->reading - 1), tree, parent);
        build_fates(context, state, tree, parent);
    }
    Node *row = row_of(context, tree, parent);
    for (int i = 0; i < count; i++) {
        if (state->reading != 1 + envelopes[i]) {
            build_envelope(context, state, envelopes[i], letter_envelope(content, envelopes[i]),
                           tree, row);
        }
    }
}

void letter_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    const LetterPage *content = letter_page(context, page);
    if (content->post.count) {
        build_post(context, letter_state(any, page), page, tree, parent);
    } else if (letter_is_written(content)) {
        build_letter(context, letter_state(any, page), page, view, tree, parent);
    } else {
        page_picture(tree, parent, content->page.picture, 480, 270);
    }
}
