/* The stack of screens: what is asked for waits until it is taken up, between an input and the next
 * picture, and until all that was done before is durable. */
#include "screen/stage_inside.h"

#include <stdlib.h>

void stage_screen_free(Screen *screen)
{
    if (screen && screen->ops->free) {
        screen->ops->free(screen);
    } else {
        memory_forget(screen);
    }
}

static Screen *top(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1] : NULL;
}

/* ---- asking ---- */

static void ask(Stage *stage, RequestType type, Screen *screen)
{
    list_room((void **)&stage->requests, &stage->request_room, stage->request_count,
              sizeof *stage->requests);
    stage->requests[stage->request_count++] = (Request){type, screen};
    stage->dirty = true;
}

void stage_push(Stage *stage, Screen *screen)
{
    ask(stage, REQUEST_PUSH, screen);
}

void stage_pop(Stage *stage)
{
    ask(stage, REQUEST_POP, NULL);
}

void stage_replace(Stage *stage, Screen *screen)
{
    ask(stage, REQUEST_POP, NULL);
    ask(stage, REQUEST_PUSH, screen);
}

void stage_clear_to(Stage *stage, Screen *screen)
{
    ask(stage, REQUEST_CLEAR, NULL);
    ask(stage, REQUEST_PUSH, screen);
}

/* ---- taking up ---- */

static void take_up(Stage *stage, const Request *request)
{
    if (request->type == REQUEST_PUSH) {
        list_room((void **)&stage->screens, &stage->room, stage->count, sizeof *stage->screens);
        stage->screens[stage->count++] = request->screen;
        return;
    }
    do {
        if (stage->count > 0) {
            stage_screen_free(stage->screens[--stage->count]);
        }
    } while (request->type == REQUEST_CLEAR && stage->count > 0);
}

static void show_screen(Stage *stage, Screen *screen)
{
    scroll_memory_forget(stage->scroll);
    stage->shown++;
    stage_voice_leave(stage);
    stage_sound_leave(stage);
    stage_strip_leave(stage);
    if (screen && screen->ops->shown) {
        stage_speak(screen);
        screen->ops->shown(screen);
    }
}

void stage_take_up(Stage *stage)
{
    Screen *before = top(stage);
    for (size_t i = 0; i < stage->request_count; i++) {
        Request request = stage->requests[i];
        take_up(stage, &request);
    }
    stage->request_count = 0;
    if (top(stage) != before) {
        show_screen(stage, top(stage));
    }
}

/* A screen that is shown may ask for another one at once, hence the loop; or keep something that is
 * not durable yet. */
void stage_take_up_all(Stage *stage)
{
    (void)stage_holding_begin(stage);
    while (stage->request_count > 0 && !stage_holds(stage)) {
        stage_take_up(stage);
        (void)stage_holding_begin(stage);
    }
}
