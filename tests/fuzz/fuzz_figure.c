/* Whatever stands where a figure's name should be: it is none, or it is written back as it was. And
 * whatever stands in a part's file: no crash, no reading past its end. */
#include "base/memory.h"
#include "figure/figure_svg.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_name(const char *name)
{
    Figure figure;
    char again[FIGURE_NAME_MAX];
    if (figure_parse(name, &figure)) {
        figure_print(&figure, again);
        assert(strcmp(again, name) == 0);
    }
}

static char *read_part(void *context, const char *part)
{
    (void)part;
    return memory_copy_string(context);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char folder[] = "figure/";
    char *text = calloc(1, sizeof folder + size);
    memcpy(text, folder, sizeof folder - 1);
    memcpy(text + sizeof folder - 1, bytes, size);
    check_name(text);
    check_name(text + sizeof folder - 1);
    Figure figure = figure_by_chance(size, (int)(size % 5));
    Text svg;
    text_init(&svg);
    figure_svg(&figure, read_part, text + sizeof folder - 1, &svg);
    text_clear(&svg);
    free(text);
    return 0;
}
