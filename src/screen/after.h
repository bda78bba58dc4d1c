/* Two minutes of notes after a sitting, from its goodbye. */
#ifndef SCREEN_AFTER_H
#define SCREEN_AFTER_H

#include "screen/screen.h"

/* Asks for the passphrase where there is one, then opens the notes. */
void after_ask(Cove *cove, Stage *stage, Id sitting);
/* The page of the sitting, and on it the one for notes. That it was looked at is in the log. */
void after_open(Screen *screen, Id sitting);

#endif
