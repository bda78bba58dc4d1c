/* Draws the walk: `gallery <folder> <who> <en|qps|qpr> <width>x<height> <text %> <theme>
 * [screen...]`. Writes <folder>/<who>-<screen>.png for every screen, or for those named, and a line
 * of text for each on standard output. tools/gallery makes a page of them. */
#include "proof/everywhere.h"
#include "proof/pseudo.h"

#include "base/file.h"
#include "platform/platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Gallery {
    const char *folder, *who;
    char **wanted;
    int wanted_count;
    int width, height;
    float text;
    ThemeName theme;
    Platform *platform;
} Gallery;

static bool wanted(const Gallery *gallery, const char *name)
{
    for (int i = 0; i < gallery->wanted_count; i++) {
        if (strcmp(gallery->wanted[i], name) == 0) {
            return true;
        }
    }
    return gallery->wanted_count == 0;
}

static void must(bool done, const Error *error)
{
    if (!done) {
        fprintf(stderr, "gallery: %s: %s\n", error->place, error->sentence);
        exit(1);
    }
}

/* Shown twice: the first time asks for the pictures, the second has them. */
static void draw(const Gallery *gallery, House *house, const char *name)
{
    char file[512];
    Error error = {0};
    snprintf(file, sizeof file, "%s/%s-%s.png", gallery->folder, gallery->who, name);
    const DrawList *list = stage_draw(house->stage);
    platform_show(gallery->platform, list);
    platform_finish_pictures(gallery->platform);
    platform_show(gallery->platform, list);
    must(platform_capture(gallery->platform, file, &error), &error);
    printf("%s\t%s\n", path_name(file), stage_tree(house->stage)->root->name);
}

static void see(void *context, House *house, const char *name)
{
    const Gallery *gallery = context;
    if (!wanted(gallery, name)) {
        return;
    }
    stage_resize(house->stage, (float)gallery->width, (float)gallery->height);
    stage_text_scale(house->stage, gallery->text);
    stage_theme(house->stage, gallery->theme);
    draw(gallery, house, name);
    stage_resize(house->stage, EVERYWHERE_WIDTH, EVERYWHERE_HEIGHT);
    stage_text_scale(house->stage, 1);
    (void)stage_tree(house->stage);
}

static void open_platform(Gallery *gallery, const char *content)
{
    Error error = {0};
    PlatformSetup setup = {.title = "gallery",
                           .width = gallery->width,
                           .height = gallery->height,
                           .headless = true,
                           .assets = COVE_SOURCE_DIR "/assets",
                           .content = content};
    must(platform_open(&setup, &gallery->platform, &error), &error);
    must(folder_make(gallery->folder, &error), &error);
}

static Pseudo language_named(const char *name)
{
    Pseudo pseudo = PSEUDO_NONE;
    while (pseudo < PSEUDO_COUNT && strcmp(pseudo_language(pseudo), name) != 0) {
        pseudo++;
    }
    return pseudo < PSEUDO_COUNT ? pseudo : PSEUDO_NONE;
}

static ThemeName theme_named(const char *name)
{
    return name[0] == 'c' ? THEME_CONTRAST : strcmp(name, "dusk") == 0 ? THEME_DUSK : THEME_DAY;
}

static void walk(Gallery *gallery, Pseudo language)
{
    char content[] = COVE_SCRATCH_DIR "/gallery-XXXXXX";
    Error error = {.sentence = "no folder can be made for the words"};
    must(mkdtemp(content) != NULL, &error);
    pseudo_copy(language, COVE_SOURCE_DIR "/content", content);
    pseudo_add_broken(content);
    open_platform(gallery, content);
    Everywhere everywhere = {.content = content,
                             .language = pseudo_language(language),
                             .ruler = platform_ruler(gallery->platform),
                             .see = see,
                             .context = gallery};
    Tier tier;
    if (strncmp(gallery->who, "sign-", 5) == 0 && tier_parse(gallery->who + 5, &tier)) {
        everywhere_sign_in(&everywhere, tier);
    } else if (strncmp(gallery->who, "two-", 4) == 0 && tier_parse(gallery->who + 4, &tier)) {
        everywhere_together(&everywhere, tier);
    } else if (tier_parse(gallery->who, &tier)) {
        everywhere_sitting(&everywhere, tier);
    } else {
        everywhere_desk(&everywhere);
    }
    platform_close(gallery->platform);
    pseudo_remove(content);
}

int main(int count, char **arguments)
{
    if (count < 7) {
        fprintf(stderr, "gallery <folder> <who> <language> <width>x<height> <text %%> <theme> "
                        "[screen...]\n");
        return 2;
    }
    char *after;
    Gallery gallery = {.folder = arguments[1],
                       .who = arguments[2],
                       .width = (int)strtol(arguments[4], &after, 10),
                       .text = (float)strtol(arguments[5], NULL, 10) / 100,
                       .theme = theme_named(arguments[6]),
                       .wanted = arguments + 7,
                       .wanted_count = count - 7};
    gallery.height = *after ? (int)strtol(after + 1, NULL, 10) : 720;
    setenv("TZ", "UTC", 1);
    walk(&gallery, language_named(arguments[3]));
    return 0;
}
