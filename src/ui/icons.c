#include "ui/icons.h"

#include <stddef.h>
#include <string.h>

const char *icon_turned(const char *icon, bool rtl)
{
    static const struct {
        const char *icon, *turned;
    } table[] = {
        {"icon/back", "icon/next"},         {"icon/next", "icon/back"},
        {"icon/step-back", "icon/step-on"}, {"icon/step-on", "icon/step-back"},
        {"icon/undo", "icon/undo-rtl"},     {"icon/skip", "icon/skip-rtl"},
        {"icon/play", "icon/play-rtl"},     {"icon/leads", "icon/leads-rtl"},
    };
    for (size_t i = 0; rtl && i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].icon, icon) == 0)
            return table[i].turned;
    }
    return icon;
}
