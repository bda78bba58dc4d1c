#include "report/own_copy.h"

#include "base/json.h"
#include "report/export.h"

#include <stddef.h>
#include <stdlib.h>

void own_copy_add(OwnCopy *copy, const OwnRow *row)
{
    list_room((void **)&copy->rows, &copy->room, copy->count, sizeof *copy->rows);
    copy->rows[copy->count++] = *row;
}

void own_copy_clear(OwnCopy *copy)
{
    free(copy->rows);
    *copy = (OwnCopy){0};
}

/* ---- columns ---- */

static const struct {
    const char *name, *meaning;
    size_t offset; /* in OwnRow */
} columns[] = {
    {"sitting", "An id without meaning; empty for what was said outside of one",
     offsetof(OwnRow, sitting)},
    {"play", "One run of an activity; an id without meaning", offsetof(OwnRow, play)},
    {"day", "Year-month-day, local time", offsetof(OwnRow, day)},
    {"setting", "room: with the helper, home, joint: together with an adult",
     offsetof(OwnRow, setting)},
    {"activity", "Its title as it was shown", offsetof(OwnRow, activity)},
    {"module", "Where the activity comes from, and its version", offsetof(OwnRow, module)},
    {"wording", "changed: the helper changed the words of this activity; empty otherwise",
     offsetof(OwnRow, wording)},
    {"how", "How it ended: finished, stopped, left, open", offsetof(OwnRow, how)},
    {"question", "As it was shown", offsetof(OwnRow, question)},
    {"answer", "As it was given; empty where it was skipped", offsetof(OwnRow, answer)},
    {"drawing", "Name of the file with the drawing; empty for none", offsetof(OwnRow, drawing)},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static const char *cell_of(const OwnRow *row, size_t column)
{
    const char *const *cell =
        (const char *const *)(const void *)((const char *)row + columns[column].offset);
    return *cell;
}

/* ---- tables ---- */

void own_copy_csv(const OwnCopy *copy, Text *out)
{
    text_add(out, "client");
    for (size_t i = 0; i < COLUMNS; i++) {
        text_addf(out, ",%s", columns[i].name);
    }
    text_add(out, "\r\n");
    for (size_t r = 0; r < copy->count; r++) {
        export_cell(copy->client, out);
        for (size_t i = 0; i < COLUMNS; i++) {
            text_add(out, ",");
            export_cell(cell_of(&copy->rows[r], i), out);
        }
        text_add(out, "\r\n");
    }
}

void own_copy_dictionary(Text *out)
{
    text_add(out, "column,meaning\r\nclient,An id without meaning\r\n");
    for (size_t i = 0; i < COLUMNS; i++) {
        export_cell(columns[i].name, out);
        text_add(out, ",");
        export_cell(columns[i].meaning, out);
        text_add(out, "\r\n");
    }
}

void own_copy_lines(const OwnCopy *copy, Text *out)
{
    for (size_t r = 0; r < copy->count; r++) {
        Json *line = json_object_new();
        json_add_string(line, "client", copy->client);
        for (size_t i = 0; i < COLUMNS; i++) {
            json_add_string(line, columns[i].name, cell_of(&copy->rows[r], i));
        }
        char *text = json_print(line, false);
        text_addf(out, "%s\n", text);
        free(text);
        json_free(line);
    }
}
