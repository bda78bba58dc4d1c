/* What the page of assigning knows, shared by its files: how it looks (assign_build.c, and the
 * panels of assign_how.c) and what is done on it (helper_assign.c). */
#ifndef SCREEN_ASSIGN_PAGE_H
#define SCREEN_ASSIGN_PAGE_H

#include "content/search.h"
#include "screen/assigning.h"
#include "screen/screen.h"

/* A library may have a thousand modules; only those that are looked at are read. */
enum { ASSIGN_WORDS = 64, MODULES_SHOWN = 20, FOUND_SHOWN = 20 };

/* What of the library is looked at; all zero: everything that suits the person and the place. */
typedef struct AssignFilter {
    bool open;         /* its choices are shown */
    int minutes;       /* no longer than this; 0: any */
    char kind[ID_MAX]; /* "" for any */
    bool own_tongue;   /* only what is there in the person's language */
} AssignFilter;

typedef struct AssignScreen {
    Screen screen;
    GiveWish wish;
    char words[ASSIGN_WORDS]; /* what is searched for, "" for none */
    AssignFilter filter;
    char open[ID_MAX * 2]; /* "module/activity" whose card is open, "" for none */
    long given;            /* how many the last press assigned; -1 before any */
    size_t given_from;     /* where they stand among the case's assignments */
    size_t first;          /* of the modules that are shown */
} AssignScreen;

const AssignScreen *assign_page(const Screen *screen);
const Person *assign_person(const Screen *screen, const Case **family);
void assign_build(const Screen *screen, Tree *tree);

/* Where, for when, with which help; what was given just now. */
void assign_build_how(const Screen *screen, Tree *tree, Node *panel);
/* Sequences that suit this person, and the words that are looked for. */
void assign_build_sequences(const Screen *screen, Tree *tree, Node *body);

/* Words with a row below them for what is chosen from; and one that is on or off in it, whose words
 * are ui.assign.<verb>. */
Node *assign_choices(const Screen *screen, const char *title, Tree *tree, Node *parent);
void assign_switch(const Screen *screen, const char *verb, bool on, Tree *tree, Node *row);

/* How long, which kind, which language. */
void assign_build_filter(const Screen *screen, Tree *tree, Node *panel);
bool assign_hear_filter(Screen *screen, const UiEvent *event);
bool assign_filters(const Screen *screen); /* something of it is chosen */
LibraryQuery assign_query(const Screen *screen);

/* Wordings the helper changed before: the panel, and what is pressed there. */
void assign_build_wordings(const Screen *screen, Tree *tree, Node *body);
bool assign_hear_wordings(Screen *screen, const UiEvent *event);

/* Gives these as the page says, and remembers it for taking them back. */
void assign_give(Screen *screen, const GiveItem *items, size_t count);

#endif
