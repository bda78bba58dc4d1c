/* How the noticing log looks: the lines written so far, and the one field that is open. */
#include "activity/notice_log.h"
#include "activity/own_words.h"

#include <string.h>

/* Pressing what was written takes it out, to be written anew. */
static void build_entry(const PlayContext *context, const LogField *field, const Entry *entry,
                        int line, Tree *tree, Node *card)
{
    const char *lead = play_words(context, tree->arena, field->option.text);
    Node *row = node_group(tree, card, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    Node *label = node_text(tree, row, TYPE_SMALL, lead);
    label->layout.width = 200;
    const char *words = entry_words(context, field, entry, tree->arena);
    Node *node = node_add(tree, row, ROLE_BUTTON,
                          arena_format(tree->arena, "entry-%d-%s", line, field->option.id),
                          arena_format(tree->arena, "%d. %s: %s", line + 1, lead, words));
    node->text = words;
    node->look = LOOK_CHIP;
    node->icon = "icon/undo";
    node->layout.max_width = 640;
    node->action = action_of("clear", field->option.id, line);
}

static void build_entries(const PlayContext *context, const LogState *state, int page, int line,
                          bool guesses, Tree *tree, Node *card)
{
    const LogPage *content = log_page(context, page);
    bool headed = false;
    for (int i = 0; i < (int)content->fields.count; i++) {
        const LogField *field = log_field(content, i);
        const Entry *entry = &state->entries[line][i];
        if (field->guess != guesses || entry_empty(entry) || !entry->done) {
            continue;
        }
        if (guesses && !headed) {
            Node *note =
                node_text(tree, card, TYPE_SMALL, play_ui(context, tree->arena, "ui.notice.guess"));
            note->look = LOOK_NOTE;
            headed = true;
        }
        build_entry(context, field, entry, line, tree, card);
    }
}

static bool line_shown(const LogState *state, int line)
{
    for (int i = 0; i < FIELDS_MAX; i++) {
        const Entry *entry = &state->entries[line][i];
        if (entry->done && !entry_empty(entry)) {
            return true;
        }
    }
    return false;
}

static void build_lines(const PlayContext *context, const LogState *state, int page, Tree *tree,
                        Node *parent)
{
    for (int line = 0; line <= state->line; line++) {
        if (!line_shown(state, line)) {
            continue;
        }
        Node *card = node_group(tree, parent, AXIS_COLUMN);
        card->key = arena_format(tree->arena, "line-%d", line);
        card->look = LOOK_CARD;
        card->layout.gap = 8;
        build_entries(context, state, page, line, false, tree, card);
        build_entries(context, state, page, line, true, tree, card);
    }
}

static void build_starters(const PlayContext *context, const LogField *field, const Entry *entry,
                           int chance, Tree *tree, Node *parent)
{
    int starters[STARTERS_MAX];
    int count =
        options_by_chance(context, chance, &field->options, sizeof(Option), starters, STARTERS_MAX);
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.wrap = true;
    for (int i = 0; i < count; i++) {
        int index = starters[i];
        const Option *option = option_at(&field->options, sizeof(Option), (size_t)index);
        Node *node =
            page_choice(tree, row, option->id, play_words(context, tree->arena, option->text), NULL,
                        action_of("put", option->id, 0), entry->start == 1 + index);
        node->role = ROLE_BUTTON;
    }
}

static void build_way(const PlayContext *context, const LogField *field, const Entry *entry,
                      Tree *tree, Node *parent)
{
    bool empty = entry_empty(entry);
    Node *row = node_group(tree, parent, AXIS_ROW);
    node_button(tree, row, empty ? LOOK_QUIET : LOOK_SECONDARY,
                play_ui(context, tree->arena, empty ? "ui.notice.pass" : "ui.notice.settle"),
                action_of(empty ? "pass" : "settle", field->option.id, 0));
}

static void build_open(const PlayContext *context, const LogField *field, const Entry *entry,
                       int chance, const PlayView *view, Tree *tree, Node *parent)
{
    const char *lead = play_words(context, tree->arena, field->option.text);
    Node *box = node_group(tree, parent, AXIS_COLUMN);
    box->layout.gap = 8;
    box->layout.cross = ALIGN_STRETCH;
    Node *head = node_text(tree, box, TYPE_LEAD, lead);
    head->bold = true;
    if (field->guess) {
        node_text(tree, box, TYPE_SMALL, play_ui(context, tree->arena, "ui.notice.guess"))->look =
            LOOK_NOTE;
    }
    const char *hint = field->hint ? play_words(context, tree->arena, field->hint) : "";
    if (hint[0]) {
        node_text(tree, box, TYPE_BODY, hint);
    }
    build_starters(context, field, entry, chance, tree, box);
    if (context->may_type) {
        Node *own = own_words_build(
            context, view, (OwnWords){.item = field->option.id, .most = WORDS_MAX}, tree, box);
        own->name = lead;
        own->field_hint =
            play_ui(context, tree->arena, entry->start ? "ui.notice.go-on" : "ui.notice.write");
        own->layout.max_width = 0;
    }
    build_way(context, field, entry, tree, box);
}

static void build_add(const PlayContext *context, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    Node *add =
        node_button(tree, row, LOOK_SECONDARY, play_ui(context, tree->arena, "ui.notice.add"),
                    action_of("add-line", "", 0));
    add->icon = "icon/add";
}

void log_build(const PlayContext *context, const void *any, int page, const PlayView *view,
               Tree *tree, Node *parent)
{
    const LogPage *content = log_page(context, page);
    const LogState *state = log_state(any, page);
    int line, field;
    if (content->fields.count == 0) {
        page_picture(tree, parent, content->page.picture, 560, 315);
        return;
    }
    build_lines(context, state, page, tree, parent);
    if (log_open(context, state, page, &line, &field)) {
        build_open(context, log_field(content, field), &state->entries[line][field],
                   page * FIELDS_MAX + field, view, tree, parent);
    } else if (state->line + 1 < content->lines) {
        build_add(context, tree, parent);
    }
}
