/* A line on standard output for every frame shown, for tests/bench: "shown", or "whole" when no
 * picture was missing or a stand-in, and the monotonic clock in nanoseconds. */
#ifndef APP_MARK_H
#define APP_MARK_H

#include <stdbool.h>

void mark_frame(bool whole);

#endif
