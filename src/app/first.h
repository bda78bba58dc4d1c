/* What every first start shows, for the program and for the step of its build that draws it. */
#ifndef APP_FIRST_H
#define APP_FIRST_H

#define FIRST_PICTURE "scene/door" /* the largest picture of the door; fills the window */

enum { WINDOW_WIDTH = 1280, WINDOW_HEIGHT = 720 }; /* px: the window nobody asked otherwise for */

#endif
