/* `pebblecove tour`: walks through all steps without a display and writes a picture after each. The
 * same steps, ids and times on every run. */
#include "app/commands.h"
#include "app/hearing.h"
#include "app/tour.h"

#include "activity/kind.h"
#include "base/file.h"
#include "screen/screens.h"
#include "screen/tongue.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { SEED = 20260302 };

static const int64_t MORNING = 1772445600000; /* 2026-03-02 10:00 UTC */

/* ---- opening and closing ---- */

static bool make_data_folder(Tour *tour, Error *error)
{
    const char *temporary = getenv("TMPDIR");
    tour->data = path_join(temporary && *temporary ? temporary : "/tmp", "pebblecove-tour-XXXXXX");
    if (mkdtemp(tour->data)) {
        return true;
    }
    error_set(error, ERROR_WRITE, tour->data,
              "No temporary folder can be made here: set TMPDIR to one that can be written.");
    free(tour->data);
    tour->data = NULL;
    return false;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

static void remove_data_folder(const Tour *tour)
{
    if (tour->data) {
        (void)nftw(tour->data, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    }
}

static bool open_platform(Tour *tour, Error *error)
{
    const PlatformSetup setup = {.title = "Pebble Cove",
                                 .width = tour->options->width,
                                 .height = tour->options->height,
                                 .headless = true,
                                 .assets = tour->folders.assets,
                                 .content = tour->folders.content,
                                 .own = tour->folders.own};
    return platform_open(&setup, &tour->platform, error);
}

static bool open_cove(Tour *tour, Error *error)
{
    tour->time = (ManualClock){.wall = MORNING};
    tour->chance = SEED;
    tour->cove = (Cove){.clock = clock_manual(&tour->time),
                        .ids = ids_seeded(&tour->chance),
                        .kind = VAULT_TRIAL,
                        .keep_wait_ms = 60000,
                        .guide = tour->folders.guide,
                        .data_folder = tour->data};
    const LibrarySetup setup = {
        .content = tour->folders.content, .own = tour->folders.own, .kinds = kinds_content()};
    const LanguageWish wish = {.asked = tour->options->language};
    return tongue_open(&tour->cove, &setup, &wish, error);
}

static void open_stage(Tour *tour)
{
    Ruler ruler = platform_ruler(tour->platform);
    tour->stage = stage_new(&tour->cove.clock, &ruler, (float)tour->options->width,
                            (float)tour->options->height);
    stage_text_scale(tour->stage, tour->options->text_scale);
    stage_theme(tour->stage, tour->options->theme);
    stage_push(tour->stage, screen_door(&tour->cove, tour->stage));
}

static bool open_tour(Tour *tour, Error *error)
{
    const Options *options = tour->options;
    if (!folder_make(options->out, error) ||
        !speak_log_open(options->speak_log, &tour->speak_log, error) ||
        !folders_find(options->content, &tour->folders, error) || !make_data_folder(tour, error) ||
        !open_cove(tour, error) || !open_platform(tour, error)) {
        return false;
    }
    open_stage(tour);
    return true;
}

static void close_tour(Tour *tour)
{
    stage_free(tour->stage);
    platform_close(tour->platform);
    cove_close(&tour->cove);
    tongue_close(&tour->cove);
    library_free(tour->bench.library);
    remove_data_folder(tour);
    free(tour->data);
    folders_clear(&tour->folders);
    arena_free(tour->arena);
    text_clear(&tour->index);
}

/* ---- pictures ---- */

/* Shown twice: the first time asks for the pictures, the second has them. */
static bool take_picture(Tour *tour, const char *file, Error *error)
{
    char *path = path_join(tour->options->out, file);
    const DrawList *list = stage_draw(tour->stage);
    platform_show(tour->platform, list);
    platform_finish_pictures(tour->platform);
    platform_show(tour->platform, list);
    bool taken = platform_capture(tour->platform, path, error);
    free(path);
    return taken;
}

static bool add_picture(Tour *tour, const TourStep *step, Error *error)
{
    char file[80];
    snprintf(file, sizeof file, "%02d-%s.png", ++tour->pictures, step->name);
    text_addf(&tour->index, "%d. [%s](%s): %s\n", tour->pictures, file, file, step->caption);
    return take_picture(tour, file, error);
}

static bool write_index(const Tour *tour, Error *error)
{
    char *path = path_join(tour->options->out, "tour.md");
    bool written = file_write(path, tour->index.bytes, tour->index.length, error);
    free(path);
    return written;
}

/* ---- walking ---- */

/* One line: which step, and what was there instead; and a picture of it. */
static bool explain(Tour *tour, const TourStep *step, const Error *cause, Error *error)
{
    (void)take_picture(tour, "failed.png", NULL);
    char place[sizeof error->place], sentence[sizeof error->sentence];
    snprintf(place, sizeof place, "tour, step \"%s\", screen \"%.100s\"", step->name, cause->place);
    text_tidy(cause->sentence, sentence, sizeof sentence);
    return error_set(error, cause->code, place, "%s", sentence);
}

static bool take_step(Tour *tour, const TourStep *step, Error *error)
{
    Error cause = {0};
    tour->error = &cause;
    tour->unseen = false;
    arena_reset(tour->arena);
    if (!step->take(tour)) {
        return explain(tour, step, &cause, error);
    }
    tour_listen(tour);
    return !step->caption || tour->unseen || add_picture(tour, step, error);
}

static bool take_steps(Tour *tour, const TourStep *step, Error *error)
{
    for (; step->name; step++) {
        if (!take_step(tour, step, error)) {
            return false;
        }
    }
    return true;
}

static bool walk(Tour *tour, Error *error)
{
    static const TourStep *const parts[] = {tour_set_up, tour_children, tour_older,   tour_cover,
                                            tour_review, tour_together, tour_consent, tour_strip,
                                            tour_kinds,  tour_sign_in,  tour_keeping};
    text_add(&tour->index, "# Pebble Cove: the tour\n\n");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!take_steps(tour, parts[i], error) || !tour_sealed(tour, error)) {
            return false;
        }
    }
    return write_index(tour, error);
}

/* Times in the pictures are the same wherever the tour runs. */
static void use_one_time_zone(void)
{
    setenv("TZ", "UTC", 1);
    tzset();
}

bool cmd_tour(const Options *options, Error *error)
{
    use_one_time_zone();
    Tour tour = {.options = options, .arena = arena_new()};
    text_init(&tour.index);
    bool done = open_tour(&tour, error) && walk(&tour, error);
    if (!speak_log_close(tour.speak_log, options->speak_log, done ? error : NULL)) {
        done = false;
    }
    if (done) {
        printf("tour: %d pictures in %s\n", tour.pictures, options->out);
    }
    close_tour(&tour);
    return done;
}
