/* The real fonts with their cache and ruler, for tests of text: *state is a Setting. */
#ifndef TESTS_PLATFORM_LETTERS_H
#define TESTS_PLATFORM_LETTERS_H

#include "base/memory.h"
#include "platform/text_cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Setting {
    Fonts *fonts;
    TextCache *cache;
    Ruler ruler;
} Setting;

int letters_set_up(void **state);
int letters_tear_down(void **state);

#endif
