#include "platform/late.h"

#include <SDL_error.h>

#include <dlfcn.h>
#include <string.h>

bool late_find(const char *library, const char *name, void *function)
{
    void *opened = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
    void *found = opened ? dlsym(opened, name) : NULL;
    if (!found) {
        SDL_SetError("%s cannot be opened: %s", library, dlerror());
        return false;
    }
    memcpy(function, &found, sizeof found);
    return true;
}
