#include "activity/tools.h"

#include <string.h>

const char *play_tool(const PlayView *view, int which)
{
    return view->tools ? view->tools->held[which] : "";
}

bool play_tools_hear(PlayTools *tools, const UiEvent *event)
{
    int which = event->action.value;
    if (event->type != UI_PRESS || strcmp(event->action.verb, "tool") != 0 || which < 0 ||
        which >= PLAY_TOOLS) {
        return false;
    }
    bool again = which == TOOL_FOR_ONCE && strcmp(tools->held[which], event->action.item) == 0;
    memset(tools->held[which], 0, REF_MAX);
    if (!again) {
        memcpy(tools->held[which], event->action.item, strlen(event->action.item));
    }
    return true;
}

void play_tools_moved(PlayTools *tools)
{
    memset(tools->held[TOOL_FOR_ONCE], 0, REF_MAX);
}
