#include "activity/own_words.h"

#include <assert.h>
#include <string.h>

static const char *usual(const PlayContext *context, const char *ui, const char *otherwise,
                         Tree *tree)
{
    return play_ui(context, tree->arena, ui ? ui : otherwise);
}

Node *own_words_build(const PlayContext *context, const PlayView *view, OwnWords words, Tree *tree,
                      Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.cross = ALIGN_CENTER;
    row->layout.main = ALIGN_CENTER;
    Node *field = node_add(tree, row, ROLE_FIELD, "own-field",
                           usual(context, words.name, "ui.own-word", tree));
    field->look = LOOK_FIELD;
    field->field_text = tree_string(tree, view->draft);
    field->field_hint = usual(context, words.hint, "ui.own-hint", tree);
    field->field_max = words.most;
    field->action = action_of("own", words.item, 0);
    field->layout.grow = 1;
    field->layout.max_width = 420;
    Node *done = node_button(tree, row, LOOK_SECONDARY, usual(context, words.done, "ui.done", tree),
                             field->action);
    done->key = "own-done";
    return field;
}

bool own_words_take(const UiEvent *event, size_t most, Move *out)
{
    assert(most <= sizeof out->text);
    text_tidy(event->text ? event->text : "", out->text, most);
    return out->text[0] != '\0';
}

bool own_words_read(const Move *move, char *out, size_t most)
{
    char tidy[MOVE_TEXT_MAX];
    assert(most <= sizeof tidy);
    text_tidy(move->text, tidy, most);
    if (tidy[0] == '\0' || strcmp(tidy, move->text) != 0) {
        return false;
    }
    memset(out, 0, most);
    memcpy(out, tidy, strlen(tidy));
    return true;
}
