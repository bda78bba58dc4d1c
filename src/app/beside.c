#include "app/beside.h"

enum { WIDTH = 460, HEIGHT = 640 };

static void follow_size(Stage *strip, const Platform *platform)
{
    int width, height;
    platform_beside_size(platform, &width, &height);
    stage_resize(strip, (float)width, (float)height);
}

/* Where no second window can be had, the strip stays in the page. */
static void open_window(Stage *stage, Stage *strip, Platform *platform)
{
    if (platform_beside_open(platform, "Pebble Cove", WIDTH, HEIGHT, NULL)) {
        follow_size(strip, platform);
    } else {
        stage_strip_windows(stage, false);
    }
}

bool beside_show(Stage *stage, Platform *platform)
{
    Stage *strip = stage_strip(stage);
    if (!strip) {
        platform_beside_close(platform);
        return false;
    }
    if (!platform_beside_is_open(platform)) {
        open_window(stage, strip, platform);
    }
    bool draw = platform_beside_is_open(platform) && stage_dirty(strip);
    if (draw) {
        platform_beside_show(platform, stage_draw(strip));
    }
    return draw;
}

static void tell(Stage *stage, Stage *strip, const Platform *platform, const Input *input)
{
    if (input->type == INPUT_CLOSED) {
        stage_strip_closed(stage);
        return;
    }
    if (input->type == INPUT_RESIZE) {
        follow_size(strip, platform);
    }
    stage_input(strip, input);
}

bool beside_tell(Stage *stage, Platform *platform, const Input *input)
{
    Stage *strip = stage_strip(stage);
    if (input->beside && strip) {
        tell(stage, strip, platform, input);
    } else if (strip && input->type == INPUT_KEY && input->key == KEY_STRIP) {
        platform_beside_raise(platform);
        return true;
    }
    return input->beside;
}
