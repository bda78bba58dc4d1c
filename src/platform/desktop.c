/* Reads GTK's settings.ini and KDE's kdeglobals: lines "key=value" in "[sections]". GNOME keeps its
 * own answer in a database that only its library reads; it is not asked. */
#include "platform/desktop.h"

#include "base/file.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 64 * 1024 };

typedef enum Wish { WISH_UNSAID, WISH_MOTION, WISH_LESS } Wish;

/* The files in their order; the first one that says something holds. */
static const struct {
    const char *file, *section, *key;
} places[] = {
    {"gtk-4.0/settings.ini", "[Settings]", "gtk-enable-animations"},
    {"gtk-3.0/settings.ini", "[Settings]", "gtk-enable-animations"},
    {"kdeglobals", "[KDE]", "AnimationDurationFactor"},
};

static char *trimmed(char *text)
{
    text += strspn(text, " \t\r");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1]))
        text[--length] = '\0';
    return text;
}

static Wish wish_of(const char *value)
{
    static const char *const less[] = {"0", "false", "FALSE", "False", "0.0"};
    for (size_t i = 0; i < sizeof less / sizeof *less; i++)
        if (strcmp(value, less[i]) == 0)
            return WISH_LESS;
    return value[0] ? WISH_MOTION : WISH_UNSAID;
}

/* The value when the line is "key = value"; NULL otherwise. Cuts the line. */
static const char *value_of(char *line, const char *key)
{
    char *equals = strchr(line, '=');
    if (!equals)
        return NULL;
    *equals = '\0';
    return strcmp(trimmed(line), key) == 0 ? trimmed(equals + 1) : NULL;
}

/* The last one holds, as for whoever wrote it. */
static Wish read_lines(char *text, const char *section, const char *key)
{
    Wish wish = WISH_UNSAID;
    bool inside = false;
    char *rest = NULL;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        line = trimmed(line);
        const char *value = inside ? value_of(line, key) : NULL;
        if (line[0] == '[')
            inside = strcmp(line, section) == 0;
        else if (value)
            wish = wish_of(value);
    }
    return wish;
}

static Wish read_place(const char *config, size_t place)
{
    char *path = path_join(config, places[place].file), *text = NULL;
    size_t size;
    Wish wish = WISH_UNSAID;
    if (file_read(path, FILE_MAX, &text, &size, NULL))
        wish = read_lines(text, places[place].section, places[place].key);
    free(text);
    free(path);
    return wish;
}

bool desktop_less_motion(const char *config)
{
    Wish wish = WISH_UNSAID;
    for (size_t i = 0; config && wish == WISH_UNSAID && i < sizeof places / sizeof *places; i++)
        wish = read_place(config, i);
    return wish == WISH_LESS;
}
