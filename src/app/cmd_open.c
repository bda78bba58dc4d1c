/* The program as people meet it: a window at the door, and the loop that sleeps until something
 * happens. Nothing is drawn and nobody wakes while the picture is still. */
#include "app/beside.h"
#include "app/commands.h"
#include "app/first.h"
#include "app/folders.h"
#include "app/hearing.h"
#include "app/mark.h"
#include "app/print_link.h"
#include "app/reader_link.h"

#include "activity/kind.h"
#include "base/file.h"
#include "platform/desktop.h"
#include "platform/picture_named.h"
#include "platform/platform.h"
#include "screen/screens.h"
#include "screen/tongue.h"
#include "store/swap.h"
#include "vault/secret.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#define TOUR_FOLDER "pebblecove-tour"

typedef struct Opened {
    const Options *options;
    Folders folders;
    char *data, *cache; /* cache: NULL: none */
    char *index;        /* what modules there were at the last start; NULL: none */
    int hold;           /* the data folder is ours alone while this file is open; -1: not yet */
    Platform *platform;
    Stage *stage;
    PictureFolders pictures; /* borrowed from folders; for paper */
    ReaderLink *reader;      /* NULL: no screen reader, or before the first picture */
    bool shown;
    FILE *speak_log; /* NULL: none */
    Cove cove;
    int64_t ticked; /* when the screen last heard that time passes */
    unsigned locks; /* how many were followed */
    bool covered;   /* so the window's title says */
    bool beside;    /* a hand was at the window of the strip last */
    bool quit;
} Opened;

/* ---- opening ---- */

/* The largest picture of the door, made with the program, or kept from the last start, or made
 * while the window opens. */
static bool open_platform(Opened *opened, Error *error)
{
    const Options *options = opened->options;
    const EarlyPicture early[] = {
        {FIRST_PICTURE, options->width, options->height, true},
    };
    const PlatformSetup setup = {.title = "Pebble Cove",
                                 .width = options->width,
                                 .height = options->height,
                                 .assets = opened->folders.assets,
                                 .content = opened->folders.content,
                                 .own = opened->folders.own,
                                 .speech_helper = options->speech_helper ? options->speech_helper
                                                                         : opened->folders.speech,
                                 .kept = opened->cache,
                                 .shipped = opened->folders.first,
                                 .early = early,
                                 .early_count = sizeof early / sizeof *early};
    return platform_open(&setup, &opened->platform, error);
}

/* The content, read on a thread of their own while the window opens. */
typedef struct Reading {
    Opened *opened;
    Error error;
    thrd_t thread;
    bool apart; /* has a thread */
} Reading;

/* In the order in which programs ask; "" when none is said. */
static const char *desktop_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && value[0]) {
            return value;
        }
    }
    return "";
}

static bool open_cove(Opened *opened, Error *error)
{
    Cove *cove = &opened->cove;
    *cove = (Cove){.clock = clock_system(),
                   .ids = ids_system(),
                   .data_folder = opened->data,
                   .guide = opened->folders.guide,
                   .paper_folder = getenv("HOME"),
                   .print = print_link,
                   .print_file = opened->folders.print,
                   .picture = picture_text,
                   .pictures = &opened->pictures};
    opened->pictures =
        (PictureFolders){opened->folders.assets, opened->folders.content, opened->folders.own};
    const LibrarySetup setup = {.content = opened->folders.content,
                                .own = opened->folders.own,
                                .kinds = kinds_content(),
                                .index = opened->index};
    const LanguageWish wish = {.asked = opened->options->language, .desktop = desktop_language()};
    return tongue_open(cove, &setup, &wish, error);
}

static int read_cove(void *context)
{
    Reading *reading = context;
    return open_cove(reading->opened, &reading->error);
}

static void reading_start(Reading *reading, Opened *opened)
{
    *reading = (Reading){.opened = opened};
    reading->apart = thrd_create(&reading->thread, read_cove, reading) == thrd_success;
}

static bool reading_end(Reading *reading, Error *error)
{
    int done = 0;
    if (reading->apart) {
        thrd_join(reading->thread, &done);
    } else {
        done = read_cove(reading);
    }
    if (!done) {
        *error = reading->error;
    }
    return done;
}

static void open_stage(Opened *opened)
{
    int width, height;
    Ruler ruler = platform_ruler(opened->platform);
    platform_size(opened->platform, &width, &height);
    opened->stage = stage_new(&opened->cove.clock, &ruler, (float)width, (float)height);
    stage_text_scale(opened->stage, opened->options->text_scale);
    stage_theme(opened->stage, opened->options->theme);
    stage_animate(opened->stage);
    stage_strip_windows(opened->stage, true);
    char *config = config_folder();
    stage_calm_motion(opened->stage, desktop_less_motion(config));
    free(config);
    stage_push(opened->stage, screen_door(&opened->cove, opened->stage));
}

/* What is wrong with the record is said before what is wrong with the display. */
static bool open_together(Opened *opened, Error *error)
{
    Reading reading;
    Error display = {0};
    reading_start(&reading, opened);
    bool window = open_platform(opened, &display);
    if (!reading_end(&reading, error)) {
        return false;
    }
    if (!window) {
        *error = display;
    }
    return window;
}

/* Modules of one's own, where --content named no other place; and what is known of all modules. */
static void find_modules(Opened *opened)
{
    if (!opened->folders.own) {
        opened->folders.own = own_content_folder(opened->data, NULL);
    }
    opened->index = opened->cache ? path_join(opened->cache, "modules") : NULL;
}

static bool open_all(Opened *opened, Error *error)
{
    const Options *options = opened->options;
    opened->cache = cache_folder();
    if (!folders_find(options->content, &opened->folders, error) ||
        !data_folder_find(options->data, &opened->data, error) ||
        !data_folder_ready(opened->data, error) ||
        !data_folder_hold(opened->data, &opened->hold, error) ||
        !swap_finish(opened->data, error) ||
        !speak_log_open(options->speak_log, &opened->speak_log, error)) {
        return false;
    }
    find_modules(opened);
    if (!open_together(opened, error)) {
        return false;
    }
    open_stage(opened);
    return true;
}

static void close_all(Opened *opened)
{
    reader_link_close(opened->reader);
    (void)speak_log_close(opened->speak_log, opened->options->speak_log, NULL);
    stage_free(opened->stage);
    platform_close(opened->platform);
    bool closed = cove_close(&opened->cove);
    tongue_close(&opened->cove);
    if (closed) {
        data_folder_release(opened->hold);
    } else {
        data_folder_closing(opened->hold); /* until the disk answers, or the program has ended */
    }
    free(opened->data);
    free(opened->cache);
    free(opened->index);
    folders_clear(&opened->folders);
}

/* ---- the loop ---- */

/* In the window that heard something last. */
static void follow_typing(Opened *opened)
{
    Stage *strip = opened->beside ? stage_strip(opened->stage) : NULL;
    Stage *stage = strip ? strip : opened->stage;
    const char *key = stage_focus(stage)->key;
    const Node *node = key[0] ? tree_find_key(stage_tree(stage), key) : NULL;
    bool typing = node && node->role == ROLE_FIELD;
    platform_text_input(opened->platform, typing, typing ? node->bounds : (Rect){0});
}

static void follow_title(Opened *opened)
{
    const char *title = stage_title(opened->stage);
    if (stage_covered(opened->stage) != opened->covered) {
        platform_title(opened->platform, title);
        opened->covered = !opened->covered;
    }
}

/* Opened with the first picture on the screen, so that nobody waits for it. */
static void follow_reader(Opened *opened)
{
    if (!opened->shown) {
        opened->shown = true;
        opened->reader = reader_link_open(opened->options->screen_reader, opened->folders.reader,
                                          opened->platform);
    }
    reader_link_show(opened->reader, opened->stage);
}

/* True when there was something new to show. */
static bool show(Opened *opened)
{
    if (!stage_dirty(opened->stage)) {
        return false;
    }
    follow_title(opened);
    platform_show(opened->platform, stage_draw(opened->stage));
    follow_reader(opened);
    if (opened->options->bench_mark) {
        mark_frame(platform_shown_whole(opened->platform));
    }
    return true;
}

static void show_all(Opened *opened)
{
    bool shown = show(opened);
    if (beside_show(opened->stage, opened->platform) || shown) {
        follow_typing(opened);
    }
}

/* What was locked is not kept as pictures of words either. */
static void follow_lock(Opened *opened)
{
    if (stage_locks(opened->stage) != opened->locks) {
        opened->locks = stage_locks(opened->stage);
        platform_forget_words(opened->platform);
    }
}

static void tick(Opened *opened)
{
    opened->ticked = clock_ticks(&opened->cove.clock);
    stage_input(opened->stage, &(Input){.type = INPUT_TICK});
}

static void tell(Opened *opened, const Input *input)
{
    if (input->type == INPUT_POINTER_DOWN || input->type == INPUT_KEY) {
        opened->beside = input->beside;
    }
    if (beside_tell(opened->stage, opened->platform, input)) {
        return;
    }
    if (input->type == INPUT_RESIZE) {
        int width, height;
        platform_size(opened->platform, &width, &height);
        stage_resize(opened->stage, (float)width, (float)height);
    }
    stage_input(opened->stage, input);
}

/* -1: nothing moves, nothing is to be locked, nobody needs to wake. */
static int64_t until_tick(const Opened *opened)
{
    int64_t wait = stage_wait_ms(opened->stage), lock = stage_lock_wait_ms(opened->stage);
    int64_t passed = clock_ticks(&opened->cove.clock) - opened->ticked;
    int64_t tick = wait < 0 ? -1 : passed >= wait ? 0 : wait - passed;
    return tick < 0 || (lock >= 0 && lock < tick) ? lock : tick;
}

/* Sleeps until there is something to hear. However many inputs come, what moves goes on moving. */
static void hear(Opened *opened)
{
    Input input;
    if (platform_wait(opened->platform, until_tick(opened), &input, &opened->quit)) {
        tell(opened, &input);
    }
    reader_link_hear(opened->reader, opened->stage);
    if (until_tick(opened) == 0) {
        tick(opened);
    }
}

/* What is not saved is said before the window closes. */
static bool is_over(Opened *opened)
{
    opened->quit = opened->quit && stage_may_quit(opened->stage);
    return opened->quit || stage_quitting(opened->stage);
}

static void run(Opened *opened)
{
    while (!is_over(opened)) {
        follow_lock(opened);
        show_all(opened);
        hearing_pass(opened->stage, opened->platform, opened->speak_log);
        hear(opened);
    }
}

/* ---- without a display ---- */

static bool tour_instead(const Options *options, const char *why, Error *error)
{
    Options tour = *options;
    tour.command = COMMAND_TOUR;
    tour.out = TOUR_FOLDER;
    fprintf(stderr,
            "pebblecove: %s The tour runs instead, without a display, and writes its "
            "pictures into the folder " TOUR_FOLDER ".\n",
            why);
    return cmd_tour(&tour, error);
}

static bool lacks_display(const Error *error)
{
    return error->code == ERROR_SYSTEM && strcmp(error->place, "display") == 0;
}

bool cmd_open(const Options *options, Error *error)
{
    if (!platform_has_display()) {
        return tour_instead(options, "There is no display here.", error);
    }
    if (!secret_shield()) {
        fprintf(stderr, "pebblecove: This system does not let a program keep its keys out of the "
                        "swap file. Encrypt the disk, or switch swap off.\n");
    }
    Opened opened = {.options = options, .hold = -1};
    bool open = open_all(&opened, error);
    if (open) {
        run(&opened);
    }
    close_all(&opened);
    if (!open && lacks_display(error)) {
        return tour_instead(options, "The display cannot be reached.", error);
    }
    return open;
}
