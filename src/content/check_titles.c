/* S02: pictures have a title, the line that stands for them where they cannot be seen. */
#include "content/check_inside.h"

#include "base/file.h"
#include "content/pictures.h"

#include <stdlib.h>
#include <string.h>

enum { PICTURE_FILE_MAX = 1024 * 1024 };

/* <title> with something in it. */
static bool has_title(const char *svg)
{
    static const char tag[] = "<title>";
    const char *at = strstr(svg, tag);
    if (at == NULL)
        return false;
    at += sizeof tag - 1;
    return at[strspn(at, " \t\r\n")] != '<';
}

static void check_picture(const char *folder, const char *name, Faults *faults)
{
    Text file;
    size_t size;
    char *bytes = NULL;
    text_init(&file);
    text_addf(&file, "%s/%s.svg", folder, name);
    if (file_read(file.bytes, PICTURE_FILE_MAX, &bytes, &size, NULL) && !has_title(bytes))
        faults_add(faults, FAULT_ERROR, file.bytes, "", "S02",
                   "The picture has no title; begin it with <title> and one plain sentence of what "
                   "is seen.");
    free(bytes);
    text_clear(&file);
}

void check_titles(const char *folder, const Pictures *pictures, Faults *faults)
{
    for (size_t i = 0; i < pictures->count; i++)
        check_picture(folder, pictures->names[i], faults);
}
