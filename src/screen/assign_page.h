/* What the page of assigning knows, shared by its two files: how it looks (assign_build.c) and what
 * is done on it (helper_assign.c). */
#ifndef SCREEN_ASSIGN_PAGE_H
#define SCREEN_ASSIGN_PAGE_H

#include "screen/screen.h"

/* A library may have a thousand modules; only those that are looked at are read. */
enum { ASSIGN_WORDS = 64, MODULES_SHOWN = 20, FOUND_SHOWN = 20 };

typedef struct AssignScreen {
    Screen screen;
    Id family, person;
    Setting setting;
    char note[NOTE_BYTES];
    char words[ASSIGN_WORDS]; /* what is searched for, "" for none */
    char open[ID_MAX * 2];    /* "module/activity" whose card is open, "" for none */
    long given;               /* how many the last press assigned; -1 before any */
    size_t given_from;        /* where they stand among the case's assignments */
    size_t first;             /* of the modules that are shown */
} AssignScreen;

const AssignScreen *assign_page(const Screen *screen);
const Person *assign_person(const Screen *screen, const Case **family);
void assign_build(const Screen *screen, Tree *tree);

#endif
