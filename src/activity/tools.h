/* What somebody holds while a page is used: a brush, a color, a size. It belongs to the view, is
 * changed by pressing what has the verb "tool", and is in no move: only what is done with it is. */
#ifndef ACTIVITY_TOOLS_H
#define ACTIVITY_TOOLS_H

#include "activity/kind.h"

enum { PLAY_TOOLS = 4, TOOL_FOR_ONCE = PLAY_TOOLS - 1 /* out of the hand after each move */ };

typedef struct PlayTools {
    char held[PLAY_TOOLS][REF_MAX];
} PlayTools;

const char *play_tool(const PlayView *view, int which); /* "" when none */

/* For who shows a play. True when the event was about a tool, and needs nothing else. */
bool play_tools_hear(PlayTools *tools, const UiEvent *event);
void play_tools_moved(PlayTools *tools); /* a move was made */

#endif
