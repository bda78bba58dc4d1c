/* The program's half of screen readers: opens the module of src/reader where it is wanted, tells it
 * what is on the screen, and does what it asks for through the stage's own inputs. */
#ifndef APP_READER_LINK_H
#define APP_READER_LINK_H

#include "app/options.h"
#include "platform/platform.h"
#include "screen/stage.h"

typedef struct ReaderLink ReaderLink;

/* NULL where there is no module, no desktop to talk to, or nobody wants it. `module` is its path,
 * NULL: not installed. After the first picture: nobody waits for it. */
ReaderLink *reader_link_open(ScreenReader wish, const char *module, Platform *platform);
void reader_link_close(ReaderLink *link);
/* After each picture: tells what is on the screen, if that changed. `link` may be NULL. */
void reader_link_show(ReaderLink *link, Stage *stage);
/* Does what was asked for since the last time. */
void reader_link_hear(ReaderLink *link, Stage *stage);

#endif
