#include "activity/page_set.h"

PageSet page_set(int shown, int count, int turn)
{
    int sets = count > shown ? (count + shown - 1) / shown : 1;
    int first = turn % sets * shown;
    return (PageSet){first, first + shown < count ? first + shown : count, sets > 1};
}

Node *page_more(const PlayContext *context, const char *ui, Tree *tree, Node *parent)
{
    Node *more = node_button(tree, parent, LOOK_QUIET, play_ui(context, tree->arena, ui),
                             action_of("more", "", 0));
    more->key = "more";
    more->icon = "icon/replay";
    return more;
}

Node *page_more_row(const PlayContext *context, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    return page_more(context, "ui.more-things", tree, row);
}
