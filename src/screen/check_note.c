#include "screen/check_note.h"

void check_note_build(const Screen *screen, Tree *tree, Node *parent)
{
    KeeperCheck check = keeper_check(screen->cove->keeper);
    if (check.state == CHECK_GOES_ON) {
        desk_note(tree, parent, desk_word_count(screen, tree, "ui.safe.looking", check.percent))
            ->icon = "icon/clock";
    } else if (check.state == CHECK_WELL) {
        desk_note(tree, parent, desk_word(screen, tree, "ui.safe.looked"))->icon = "icon/kept";
    }
}
