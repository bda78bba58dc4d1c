/* The inside of the stage, for its own files alone. */
#ifndef SCREEN_STAGE_INSIDE_H
#define SCREEN_STAGE_INSIDE_H

#include "screen/stage.h"

typedef enum RequestType { REQUEST_PUSH, REQUEST_POP, REQUEST_CLEAR } RequestType;

typedef struct Request {
    RequestType type;
    Screen *screen; /* REQUEST_PUSH */
} Request;

struct Stage {
    Clock clock;
    Ruler ruler;
    float width, height, text_scale;
    ThemeName theme;
    Manner manner;
    Prefs prefs;
    Screen **screens;
    size_t count, room;
    Request *requests;
    size_t request_count, request_room;
    Tree tree;
    Focus focus;
    ScrollMemory *scroll;
    DrawList draws;
    Error notice; /* code ERROR_NONE: none shown */
    bool dirty, built, quitting;
};

/* The calm page shown instead of the screen while there is a notice. */
void notice_build(const Stage *stage, Tree *tree);

#endif
