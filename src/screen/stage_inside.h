/* The inside of the stage, for its own files alone. */
#ifndef SCREEN_STAGE_INSIDE_H
#define SCREEN_STAGE_INSIDE_H

#include "screen/caption.h"
#include "screen/narrator.h"
#include "screen/stage.h"
#include "screen/strip.h"
#include "ui/motion.h"
#include "ui/scan.h"

typedef enum RequestType { REQUEST_PUSH, REQUEST_POP, REQUEST_CLEAR } RequestType;

typedef struct Request {
    RequestType type;
    Screen *screen; /* REQUEST_PUSH */
} Request;

/* When somebody was there last. */
typedef struct Touched {
    int64_t ticks, wall;
} Touched;

/* By the mute key, where it could not be kept in anybody's settings. */
typedef enum Mute { MUTE_AS_CHOSEN, MUTE_ON, MUTE_OFF } Mute;

/* Something was done that is not durable yet. */
typedef struct Holding {
    bool now;
    bool shown;      /* the page that says so, instead of the picture before */
    bool told;       /* with the helper's words */
    bool help;       /* "I'm not OK" was pressed: the page says where to go */
    bool leaving;    /* the window was closed: the program ends when it may */
    int64_t since;   /* ticks */
    int64_t lock_by; /* ticks; 0: nobody wants to lock */
    Unsaved unsaved;
    Focus before; /* of the picture */
} Holding;

struct Stage {
    Clock clock;
    Ruler ruler;
    bool calm; /* the desktop wishes for less motion */
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
    Scan scan;
    int64_t ticked; /* ticks when time was last said to pass */
    ScrollMemory *scroll;
    DrawList draws;
    Effects effects;
    Narrator narrator;
    Caption caption;
    char place[32]; /* whose sound was asked for last; "" for silence */
    Breath breath;
    Mute mute;
    Error notice; /* code ERROR_NONE: none shown */
    Holding holding;
    Strip strip;
    Stage *main;    /* this one is the window of that one's strip; NULL: it is no such window */
    Motion *motion; /* NULL: everything stands in its place at once */
    unsigned shown; /* how often another screen came on top */
    bool moved;     /* time has passed for what moves: the same tree is painted again */
    Touched touched;
    unsigned locks; /* how often all was locked */
    bool locking;   /* after this input */
    bool dirty, built, quitting;
};

/* Whose screen it is; "": the helper's. (stage_manner.c) */
Id stage_person_of(const Screen *screen);
const char *stage_cover_title(Stage *stage); /* lives until the next build */

void stage_settle(Stage *stage);           /* after each input: what it asked for is taken up */
bool stage_page_hears(const Stage *stage); /* nothing lies over the page of the screen on top */
Focus stage_let_go(Focus focus);           /* with nothing pressed: of a page that comes back */

/* stage_strip.c: the helper's strip beside a sitting. */
void stage_strip_look(Stage *stage);                        /* before each build */
void stage_strip_build(Stage *stage);                       /* before the layout */
bool stage_strip_measure(Stage *stage);                     /* true: lay out once more */
bool stage_strip_input(Stage *stage, const Input *input);   /* true: it is used up */
int64_t stage_strip_wait(const Stage *stage, int64_t wait); /* `wait` or less */
void stage_strip_leave(Stage *stage);                       /* another screen is on top */
bool stage_strip_passes(Stage *window, const Input *input); /* true: it was the sitting's */
void stage_strip_follow(Stage *stage, const Input *input);  /* last of all: the other window */
void stage_strip_free(Stage *stage);

/* stage_holding.c: nothing is shown or heard of what is not durable. */
bool stage_holds(const Stage *stage);         /* and is not covered */
bool stage_holds_picture(const Stage *stage); /* the one before stands there still */
bool stage_holding_begin(Stage *stage);       /* if it must; true: it holds */
void stage_holding_look(Stage *stage);        /* begins, ends, shows what is to be shown */
bool stage_holding_input(Stage *stage, const Input *input);  /* first of all; true: it is used up */
void stage_holding_hear(Stage *stage, const UiEvent *event); /* on its page */
bool stage_holding_puts_off(Stage *stage, bool asked); /* locking, until all is durable or it took
                                                        * too long; `asked`: by a hand */
int64_t stage_holding_wait(const Stage *stage, int64_t wait); /* `wait` or less */
void saving_build(const Stage *stage, Tree *tree);            /* the page: saving.c */

/* stage_requests.c */
void stage_screen_free(Screen *screen); /* NULL is fine */
void stage_take_up_all(Stage *stage);   /* what was requested, and what that asks for */
void stage_take_up(Stage *stage);       /* what was requested, whatever is not durable yet */

/* The calm page shown instead of the screen while there is a notice. */
void notice_build(const Stage *stage, Tree *tree);
/* Stop, Break and I'm not OK end the notice and are for the screen below it. */
bool notice_passes_on(const UiEvent *event);

/* stage_voice.c: what the stage does for its narrator. */
void stage_voice_look(Stage *stage);  /* after each build */
void stage_voice_leave(Stage *stage); /* another screen is on top */
/* Before an input is understood; true when it is used up. */
bool stage_voice_input(Stage *stage, const Input *input);
bool stage_voice_event(Stage *stage, const UiEvent *event); /* true: it asked to hear the page */

/* stage_sound.c: what the stage does for its sounds. */
void stage_sound_event(Stage *stage, const UiEvent *event); /* before a screen hears it */
void stage_sound_hand(Stage *stage, bool had, bool placed); /* after each input */
void stage_sound_notice(Stage *stage);
void stage_sound_leave(Stage *stage); /* another screen is on top */
bool stage_sound_look(Stage *stage);  /* after each build; true: a caption changed, build again */
bool stage_sound_input(Stage *stage, const Input *input);     /* true: it was the mute key */
bool stage_muted(const Stage *stage, bool chosen);            /* `chosen`: in the settings */
int stage_caption_room(const Stage *stage);                   /* dp below the page; 0: none */
void stage_caption_build(Stage *stage);                       /* before the layout */
int64_t stage_caption_wait(const Stage *stage, int64_t wait); /* `wait` or less */

/* stage_help.c: true: it was the key for help. There is a screen. */
bool stage_help_input(Stage *stage, const Input *input);

/* Scanning, for whom it is on; all else goes to focus_input. As that. */
bool stage_scan_input(Stage *stage, const Input *input, UiEvent *event, bool *changed);
void stage_scan_mark(Stage *stage);
/* True when the time that passed presses something: *event is that then. */
bool stage_scan_tick(Stage *stage, UiEvent *event);
int64_t stage_scan_wait(const Stage *stage, int64_t wait); /* `wait` or less, for scanning */

bool stage_moving(const Stage *stage); /* the screen on top is */
int64_t
stage_due(const Stage *stage); /* ms until the screen on top wants a tick; -1: it does not */

/* stage_motion.c: what moves between one tree and the next. */
Color stage_light(const Stage *stage);
void stage_motion_follow(Stage *stage, bool notice); /* after each build */
void stage_motion_move(Stage *stage);                /* before painting */
void stage_motion_input(Stage *stage, const Input *input);
/* True when a tick is for what moves alone: nothing has to be built. */
bool stage_motion_tick(Stage *stage);
int64_t stage_motion_wait(const Stage *stage, int64_t wait); /* `wait` or less */

/* stage_damage.c: the record turned out not to be whole. */
void stage_damage_look(Stage *stage);                        /* after each input */
int64_t stage_damage_wait(const Stage *stage, int64_t wait); /* `wait` or less */

/* stage_lock.c */
void stage_forget(Stage *stage);     /* all screens, and what they left behind */
void stage_lock_now(Stage *stage);   /* whatever is not saved yet */
void stage_lock_touch(Stage *stage); /* somebody is there */
bool stage_lock_input(Stage *stage, const Input *input); /* first of all; true: it is used up */
bool stage_lock_take_up(Stage *stage); /* after each input; true: all was locked */
bool stage_lock_puts_off(Stage *stage, const Input *input); /* true: it would have locked, and is
                                                             * used up */

/* stage_manner.c */
void stage_manner_find(Stage *stage);   /* before each build, with a screen on top */
void stage_speak(const Screen *screen); /* words are its person's from now on */

#endif
