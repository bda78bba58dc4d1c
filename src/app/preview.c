#include "app/preview.h"

#include "activity/kind.h"
#include "app/watch.h"
#include "base/file.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- which module ---- */

static bool read_name(Preview *preview, Error *error)
{
    const char *name = preview->options->paths[0], *slash = strchr(name, '/');
    size_t length = slash ? (size_t)(slash - name) : 0;
    if (length == 0 || length >= ID_MAX || !slash[1] || strlen(slash + 1) >= ID_MAX ||
        strchr(slash + 1, '/') || name[0] == '.') {
        return error_set(error, ERROR_USAGE, "preview",
                         "\"%.80s\" is not MODULE/ACTIVITY: give the ids of both, such as "
                         "feelings/faces.",
                         name);
    }
    snprintf(preview->module, sizeof preview->module, "%.*s", (int)length, name);
    snprintf(preview->activity, sizeof preview->activity, "%s", slash + 1);
    return true;
}

static bool take_folder(Preview *preview, const char *content)
{
    char *folder = content ? path_join(content, preview->module) : NULL;
    if (folder && folder_exists(folder)) {
        preview->folder = folder;
        return true;
    }
    free(folder);
    return false;
}

/* --content DIR, or else the folder where the program looks for modules of one's own. */
static void find_own(Preview *preview)
{
    preview->own = preview->folders.own ? memory_copy_string(preview->folders.own)
                                        : own_content_folder(NULL, NULL);
}

bool preview_find(Preview *preview, Error *error)
{
    if (!read_name(preview, error) ||
        !folders_find(preview->options->content, &preview->folders, error)) {
        return false;
    }
    find_own(preview);
    return take_folder(preview, preview->own) || take_folder(preview, preview->folders.content) ||
           error_set(error, ERROR_MISSING, preview->module,
                     "There is no such module in %.120s, nor with the program: check the name, or "
                     "say with --content where it is.",
                     preview->own ? preview->own : "a folder of your own");
}

/* ---- reading it ---- */

static bool open_library(Preview *preview, Error *error)
{
    const LibrarySetup setup = {.content = preview->folders.content,
                                .own = preview->own,
                                .language =
                                    preview->options->language ? preview->options->language : "en",
                                .kinds = kinds_content()};
    return library_open_with(&setup, &preview->cove.library, error);
}

Tier preview_tier(const Preview *preview, const Activity *activity)
{
    Tier tier = TIER_T1;
    if (preview->options->tier && tier_parse(preview->options->tier, &tier)) {
        return tier;
    }
    while (tier < TIER_AD && !tier_in(activity->tiers, tier)) {
        tier++;
    }
    return tier;
}

/* NULL, and the faults, when there are errors. */
static Faults *faults_of(const Preview *preview)
{
    Faults *faults = faults_new();
    content_check_beside(preview->folder, preview->folders.content, kinds_content(), faults);
    if (faults_errors(faults) > 0) {
        return faults;
    }
    faults_free(faults);
    return NULL;
}

static void ids_of(const Module *module, Text *out)
{
    const Activity *activities = module->activities.items;
    for (size_t i = 0; i < module->activities.count; i++) {
        text_addf(out, "%s%s", i ? ", " : "", activities[i].id);
    }
}

static bool no_such_activity(const Preview *preview, const Module *module, Error *error)
{
    Text ids;
    text_init(&ids);
    ids_of(module, &ids);
    (void)error_set(error, ERROR_MISSING, preview->activity,
                    "The module \"%s\" has no such activity. It has: %s.", preview->module,
                    ids.bytes);
    text_clear(&ids);
    return false;
}

static bool show_pages(Preview *preview, Error *error)
{
    const Module *module = library_module(preview->cove.library, preview->module);
    const Activity *activity = module ? module_activity(module, preview->activity) : NULL;
    if (!module) {
        return error_set(error, ERROR_CONTENT, preview->module, "This module cannot be read.");
    }
    if (!activity) {
        return no_such_activity(preview, module, error);
    }
    const PreviewSetup setup = {.module = module,
                                .activity = activity,
                                .tier = preview_tier(preview, activity),
                                .moves = preview->moves,
                                .move_count = preview->move_count};
    Screen *screen = screen_preview(&preview->cove, preview->stage, &setup, error);
    if (screen) {
        stage_clear_to(preview->stage, screen);
        preview->screen = screen;
    }
    return screen != NULL;
}

bool preview_read(Preview *preview, Error *error)
{
    preview->seen = watch_folder(preview->folder);
    if (!open_library(preview, error)) {
        return false;
    }
    Faults *faults = faults_of(preview);
    if (!faults) {
        return show_pages(preview, error);
    }
    preview->screen = screen_preview_faults(&preview->cove, preview->stage, faults);
    stage_clear_to(preview->stage, preview->screen);
    return true;
}

/* What cannot be shown although the module has no errors is said like a fault of it. */
static void show_error(Preview *preview, const Error *error)
{
    Faults *faults = faults_new();
    faults_add(faults, FAULT_ERROR, preview->folder, error->place, "preview", "%s",
               error->sentence);
    preview->screen = screen_preview_faults(&preview->cove, preview->stage, faults);
    stage_clear_to(preview->stage, preview->screen);
}

static void keep_moves(Preview *preview)
{
    Move *moves;
    size_t count = screen_preview_moves(preview->screen, &moves);
    if (moves) {
        free(preview->moves);
        preview->moves = moves;
        preview->move_count = count;
    }
}

void preview_follow(Preview *preview)
{
    if (watch_folder(preview->folder) == preview->seen) {
        return;
    }
    Error error = {0};
    Library *before = preview->cove.library;
    keep_moves(preview);
    platform_forget_pictures(preview->platform);
    if (!preview_read(preview, &error)) {
        show_error(preview, &error);
    }
    bool pages = strcmp(preview->screen->ops->name, "preview") == 0;
    printf("Read again: %s\n", pages ? "no errors." : "this cannot be shown yet; see the window.");
    fflush(stdout);
    (void)stage_draw(preview->stage); /* what was there goes, and needs its words until then */
    if (preview->cove.library != before) {
        library_free(before);
    }
}

void preview_clear(Preview *preview)
{
    stage_free(preview->stage);
    platform_close(preview->platform);
    library_free(preview->cove.library);
    free(preview->moves);
    free(preview->own);
    free(preview->folder);
    folders_clear(&preview->folders);
}
