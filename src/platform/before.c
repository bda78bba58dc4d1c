#include "platform/before.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void before_clear(BeforePicture *before)
{
    free(before->pixels);
    *before = (BeforePicture){0};
}

void before_keep(BeforePicture *before, const Canvas *canvas, unsigned number)
{
    if (before->number == number)
        return;
    before_clear(before);
    before->number = number;
    if (number == 0)
        return;
    const size_t width = (size_t)canvas->width;
    before->pixels = memory_new(width * (size_t)canvas->height, sizeof *before->pixels);
    before->width = canvas->width;
    before->height = canvas->height;
    for (size_t y = 0; y < (size_t)canvas->height; y++)
        memcpy(before->pixels + y * width, canvas->pixels + y * (size_t)canvas->stride,
               width * sizeof *before->pixels);
}

void before_draw(const BeforePicture *before, const Canvas *canvas, Box box, unsigned char alpha)
{
    if (before->pixels && before->width == canvas->width && before->height == canvas->height)
        canvas_mix(canvas, before->pixels, before->width, box, alpha);
}
