/* The tour: a helper sets up a computer, a family plays, the helper reviews; all through the same
 * inputs as a person's, found by role and name in the words of whoever is acting. Each step leaves
 * a picture behind. Steps are tables in tour_set_up.c and its siblings, walked in cmd_tour.c. */
#ifndef APP_TOUR_H
#define APP_TOUR_H

#include "app/folders.h"
#include "app/options.h"

#include "platform/platform.h"
#include "screen/stage.h"

#include <stdio.h>

/* Who acts: decides wording and name. All made up. */
typedef enum Who {
    WHO_HELPER,
    WHO_JUNO,
    WHO_MILO,
    WHO_AMIR,
    WHO_INES,
    WHO_ROBIN /* of the sample family */
} Who;

#define TOUR_PASSPHRASE "moss kettle otter plum fjord"
#define TOUR_CASE "Lighthouse"
#define TOUR_NOTE "Likes the sea. Start with the candle."

typedef struct Visitor {
    const char *name;
    Tier tier;
} Visitor;

typedef struct Tour {
    const Options *options;
    Folders folders;
    char *data; /* a fresh folder, gone afterwards */
    Platform *platform;
    Stage *stage;
    Cove cove;
    ManualClock time;
    uint64_t chance;
    Arena *arena; /* words of the running step */
    Who who;
    size_t turn;     /* of choices made where anything would do */
    int pictures;    /* taken so far */
    bool unseen;     /* the running step has nothing to show here */
    Text index;      /* of tour.md */
    Cove bench;      /* with the templates for authors, for kinds that no module has yet */
    FILE *speak_log; /* NULL: none */
    Error *error;    /* of the running step */
} Tour;

typedef struct TourStep {
    const char *name;    /* of the picture: "door" is 01-door.png */
    const char *caption; /* NULL: no picture */
    bool (*take)(Tour *tour);
} TourStep;

/* Each ends with an empty step. */
extern const TourStep tour_set_up[], tour_children[], tour_older[], tour_cover[], tour_review[],
    tour_together[], tour_consent[], tour_strip[], tour_kinds[], tour_sign_in[], tour_keeping[];

/* Whether the data folder has a lock, and no file in it that shows what was typed. */
bool tour_sealed(const Tour *tour, Error *error);

/* ---- words ---- */

const Visitor *tour_visitor(Who who);
/* In the wording of whoever acts, tokens filled. */
const char *tour_ui(Tour *tour, const char *id);
const char *tour_module_words(Tour *tour, const char *module, const char *sentence);
const char *tour_place_name(Tour *tour, const char *module); /* as whoever acts sees it */
const char *tour_title(Tour *tour, const char *module, const char *activity);
/* A word of the helper's about a person: "Assign to {me}". */
const char *tour_ui_about(Tour *tour, const char *id, Who who);

/* ---- hands: false, with an error that says what is there instead ---- */

bool tour_press(Tour *tour, Role role, const char *name);
bool tour_button(Tour *tour, const char *ui); /* by its word */
bool tour_choice(Tour *tour, const char *module, const char *sentence);
bool tour_type(Tour *tour, const char *ui, const char *text);
bool tour_expect(Tour *tour, Role role, const char *name);
bool tour_on_screen(Tour *tour, const char *screen);
void tour_backup(Tour *tour); /* the day's backup, begun with the helper's room, is made */
void tour_wait(Tour *tour, int64_t ms);
void tour_listen(Tour *tour);     /* what is to be said goes into the speak log */
bool tour_wait_still(Tour *tour); /* until nothing moves any more */

/* ---- playing ---- */

bool tour_place_first_card(Tour *tour, const char *basket); /* into a basket, by its name */
bool tour_put_first_block(Tour *tour);
bool tour_answer(Tour *tour); /* one page of any kind, like someone to whom all answers are alike */
bool tour_page_on(Tour *tour);   /* Next where it is offered, else Skip */
bool tour_to_asking(Tour *tour); /* to the first page that wants something done */
bool tour_play_to_end(Tour *tour);

bool tour_open_room(Tour *tour); /* from the door to the helper's room */
/* From the door into a sitting; a child that is asked first says yes. */
bool tour_come(Tour *tour, Who who);
bool tour_say_yes(Tour *tour); /* from what a child is asked first to the feelings check */
bool tour_arrive(Tour *tour, const char *word); /* answers the feelings check, into the cove */
bool tour_open_activity(Tour *tour, const char *module, const char *activity);
bool tour_leave(Tour *tour, const char *feeling);      /* to the pebbles; NULL: skips the check */
bool tour_take_pebble(Tour *tour, const char *pebble); /* "ui.pebble.coral" */

#endif
