#include "screen/paper.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME "pebble-cove-recovery"

enum { NAMES_MOST = 99 };

static void add_line(const Cove *cove, Text *page, const char *tag, const char *id)
{
    Arena *arena = arena_new();
    text_addf(page, "<%s>%s</%s>\n", tag, cove_words(cove, arena, TIER_AD, NULL, id), tag);
    arena_free(arena);
}

/* Our own words hold no signs that HTML would take for its own; checked by its test. */
static char *page_of(const Cove *cove, const Recovery *code)
{
    Text page;
    text_init(&page);
    text_add(&page, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    add_line(cove, &page, "title", "ui.lock.page.title");
    text_add(&page, "<style>body{font:14pt/1.6 sans-serif;max-width:38em;margin:2cm auto}"
                    "code{font:bold 18pt/2 monospace;display:block;border:2px solid;padding:12pt;"
                    "text-align:center}</style></head><body>\n");
    add_line(cove, &page, "h1", "ui.lock.page.title");
    add_line(cove, &page, "p", "ui.lock.page.what");
    text_addf(&page, "<code>%s</code>\n", code->text);
    add_line(cove, &page, "p", "ui.lock.page.how");
    add_line(cove, &page, "p", "ui.lock.page.where");
    text_add(&page, "</body></html>\n");
    return text_take(&page);
}

static char *free_name(const char *folder)
{
    for (int i = 1; i <= NAMES_MOST; i++) {
        char name[64];
        snprintf(name, sizeof name, NAME "-%d.html", i);
        char *path = path_join(folder, name);
        if (!file_exists(path)) {
            return path;
        }
        free(path);
    }
    return path_join(folder, NAME "-last.html");
}

bool paper_save(const Cove *cove, const Recovery *code, char **path, Error *error)
{
    char *page = page_of(cove, code), *name = free_name(cove->paper_folder);
    bool written = file_write(name, page, strlen(page), error);
    memory_wipe(page, strlen(page));
    free(page);
    if (!written) {
        free(name);
        return false;
    }
    free(*path);
    *path = name;
    return true;
}
