#include "activity/page_set.h"

PageSet page_set(Tier tier, int count, int turn)
{
    int shown = tier_limits(tier)->choices;
    int sets = count > shown ? (count + shown - 1) / shown : 1;
    int first = turn % sets * shown;
    return (PageSet){first, first + shown < count ? first + shown : count, sets > 1};
}

void page_more(const PlayContext *context, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    Node *more = node_button(tree, row, LOOK_QUIET, play_ui(context, tree->arena, "ui.more-things"),
                             action_of("more", "", 0));
    more->key = "more";
    more->icon = "icon/replay";
}
