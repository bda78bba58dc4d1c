#include "letters.h"

int letters_set_up(void **state)
{
    Error error = {0};
    Setting *setting = memory_new(1, sizeof *setting);
    setting->fonts = fonts_new("Andika");
    if (!fonts_ready(setting->fonts, &error)) {
        print_error("%s: %s\n", error.place, error.sentence);
        return -1;
    }
    setting->cache = text_cache_new(setting->fonts);
    setting->ruler = text_cache_ruler(setting->cache);
    *state = setting;
    return 0;
}

int letters_tear_down(void **state)
{
    Setting *setting = *state;
    text_cache_free(setting->cache);
    fonts_free(setting->fonts);
    free(setting);
    return 0;
}
