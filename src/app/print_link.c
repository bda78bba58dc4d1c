#include "app/print_link.h"

#include <dlfcn.h>

const PrintModule *print_link(const char *file)
{
    void *library = file ? dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) : NULL;
    const PrintModule *module = library ? dlsym(library, PRINT_MODULE_NAME) : NULL;
    if (library) {
        (void)dlclose(library); /* one asking less; it stays where it is */
    }
    return module && module->version == PRINT_VERSION ? module : NULL;
}
