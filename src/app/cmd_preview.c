/* `pebblecove preview`: one activity as a tier sees it, in a window that follows what its author
 * saves, or as a picture of each page. Nothing is kept. */
#include "app/commands.h"
#include "app/hearing.h"
#include "app/preview.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOOK_AGAIN = 250 /* ms */ };

/* ---- opening ---- */

static bool open_platform(Preview *preview, Error *error)
{
    const PlatformSetup setup = {.title = "Pebble Cove: preview",
                                 .width = preview->options->width,
                                 .height = preview->options->height,
                                 .headless = preview->options->out != NULL,
                                 .assets = preview->folders.assets,
                                 .content = preview->folders.content,
                                 .own = preview->own,
                                 .speech_helper = preview->folders.speech};
    return platform_open(&setup, &preview->platform, error);
}

static void open_stage(Preview *preview)
{
    int width, height;
    Ruler ruler = platform_ruler(preview->platform);
    platform_size(preview->platform, &width, &height);
    preview->stage = stage_new(&preview->cove.clock, &ruler, (float)width, (float)height);
    stage_text_scale(preview->stage, preview->options->text_scale);
    stage_theme(preview->stage, preview->options->theme);
}

static bool open_all(Preview *preview, Error *error)
{
    preview->cove = (Cove){.clock = clock_system(), .ids = ids_system()};
    if (!preview_find(preview, error) || !open_platform(preview, error)) {
        return false;
    }
    open_stage(preview);
    return preview_read(preview, error);
}

/* ---- in a window ---- */

static void follow_typing(Preview *preview)
{
    const char *key = stage_focus(preview->stage)->key;
    const Node *node = key[0] ? tree_find_key(stage_tree(preview->stage), key) : NULL;
    bool typing = node && node->role == ROLE_FIELD;
    platform_text_input(preview->platform, typing, typing ? node->bounds : (Rect){0});
}

static void show(Preview *preview)
{
    if (stage_dirty(preview->stage)) {
        platform_show(preview->platform, stage_draw(preview->stage));
        follow_typing(preview);
    }
    hearing_pass(preview->stage, preview->platform, NULL);
}

static void hear(Preview *preview)
{
    Input input;
    int64_t wait = stage_wait_ms(preview->stage);
    int64_t most = wait >= 0 && wait < LOOK_AGAIN ? wait : LOOK_AGAIN;
    bool heard = platform_wait(preview->platform, most, &input, &preview->quit);
    if (heard && input.type == INPUT_RESIZE) {
        int width, height;
        platform_size(preview->platform, &width, &height);
        stage_resize(preview->stage, (float)width, (float)height);
    }
    if (heard) {
        stage_input(preview->stage, &input);
    } else if (wait >= 0) {
        stage_input(preview->stage, &(Input){.type = INPUT_TICK});
    }
}

static void run(Preview *preview)
{
    int64_t looked = clock_ticks(&preview->cove.clock);
    stage_animate(preview->stage);
    while (!preview->quit && !stage_quitting(preview->stage)) {
        show(preview);
        hear(preview);
        if (clock_ticks(&preview->cove.clock) - looked >= LOOK_AGAIN) {
            preview_follow(preview);
            looked = clock_ticks(&preview->cove.clock);
        }
    }
}

/* ---- as pictures ---- */

static bool take_picture(Preview *preview, const char *name, Error *error)
{
    char *path = path_join(preview->options->out, name);
    const DrawList *list = stage_draw(preview->stage);
    platform_show(preview->platform, list);
    platform_finish_pictures(preview->platform);
    platform_show(preview->platform, list);
    bool taken = platform_capture(preview->platform, path, error);
    free(path);
    return taken;
}

static bool take_page(Preview *preview, const PreviewSetup *setup, int number, Error *error)
{
    char name[ID_MAX + 24];
    const Page *page = ((const Page *const *)setup->activity->pages.items)[setup->first_page];
    Screen *screen = screen_preview(&preview->cove, preview->stage, setup, error);
    if (!screen) {
        return false;
    }
    stage_clear_to(preview->stage, screen);
    snprintf(name, sizeof name, "%02d-%s.png", number, page->id);
    return take_picture(preview, name, error);
}

static bool take_pages(Preview *preview, Error *error)
{
    const Module *module = library_module(preview->cove.library, preview->module);
    const Activity *activity = module ? module_activity(module, preview->activity) : NULL;
    int taken = 0;
    for (size_t i = 0; activity && i < activity->pages.count; i++) {
        const PreviewSetup setup = {.module = module,
                                    .activity = activity,
                                    .tier = preview_tier(preview, activity),
                                    .first_page = i};
        const Page *page = ((const Page *const *)activity->pages.items)[i];
        if (tier_in(page->tiers, setup.tier) && !take_page(preview, &setup, ++taken, error)) {
            return false;
        }
    }
    printf("preview: %d pictures in %s\n", taken, preview->options->out);
    return true;
}

/* A module with errors has one picture: what is on the screen then. */
static bool take_all(Preview *preview, Error *error)
{
    if (!folder_make(preview->options->out, error)) {
        return false;
    }
    (void)stage_draw(preview->stage);
    if (strcmp(stage_screen_name(preview->stage), "preview") == 0) {
        return take_pages(preview, error);
    }
    return take_picture(preview, "faults.png", error) &&
           error_set(error, ERROR_CONTENT, preview->module,
                     "This module has errors: see faults.png, or pebblecove check %.200s.",
                     preview->folder);
}

bool cmd_preview(const Options *options, Error *error)
{
    Preview preview = {.options = options};
    bool good = open_all(&preview, error);
    if (good && options->out) {
        good = take_all(&preview, error);
    } else if (good) {
        run(&preview);
    }
    preview_clear(&preview);
    return good;
}
