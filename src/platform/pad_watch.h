/* Tells when gamepads come, go or move, without anybody waking for nothing. SDL would ask every pad
 * a thousand times a second, and look for new ones now and then; here a thread sleeps on the folder
 * of devices and on the pads in it. What moved is SDL's to read. Linux only. */
#ifndef PLATFORM_PAD_WATCH_H
#define PLATFORM_PAD_WATCH_H

typedef struct PadWatch PadWatch;

/* Pads are the js* of `folder`: /dev/input. `woken` is called on the thread, first when there is a
 * pad at all. NULL where there is no such folder or no thread to be had. */
PadWatch *pad_watch_new(const char *folder, void (*woken)(void *context), void *context);
void pad_watch_free(PadWatch *watch); /* NULL is fine */

#endif
