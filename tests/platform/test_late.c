/* Libraries opened when they are first needed: not before, and no harm where they are missing. */
#include "platform/late.h"

#include <SDL.h>

#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MIXER "libSDL2_mixer-2.0.so.0"

static bool is_loaded(const char *library)
{
    return dlopen(library, RTLD_LAZY | RTLD_NOLOAD) != NULL;
}

static void the_mixer_is_opened_by_its_first_call(void **state)
{
    (void)state;
    int (*channels)(int) = NULL;
    assert_false(is_loaded(MIXER));
    assert_true(late_find(MIXER, "Mix_AllocateChannels", &channels));
    assert_true(is_loaded(MIXER));
    assert_int_equal(channels(3), 3);
}

static void what_is_missing_is_said(void **state)
{
    (void)state;
    int (*call)(void) = NULL;
    assert_false(late_find("libnowhere.so.9", "call", &call));
    assert_non_null(strstr(SDL_GetError(), "libnowhere.so.9 cannot be opened"));
    assert_false(late_find(MIXER, "Mix_Nothing", &call));
    assert_null(call);
}

static int tear_down(void **state)
{
    (void)state;
    SDL_Quit();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mixer_is_opened_by_its_first_call),
        cmocka_unit_test(what_is_missing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
