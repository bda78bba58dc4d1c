/* Within the module: all objects on the screen now, below the one that stands for the program. */
#ifndef READER_DESKTOP_H
#define READER_DESKTOP_H

#include "reader/object.h"
#include "reader/picture.h"

typedef struct Desktop Desktop;

/* Announces the program to assistive technology. Once in a process. */
Desktop *desktop_open(const char *program, Wishes *wishes);
void desktop_show(Desktop *desktop, const ReaderPicture *picture);
void desktop_close(Desktop *desktop);

#endif
