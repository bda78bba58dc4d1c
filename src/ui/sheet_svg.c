#include "ui/sheet_svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the picture draws: from behind its own tag and title to its end. */
static bool find_inner(const char *svg, const char **from, const char **to)
{
    const char *tag = strstr(svg, "<svg"), *open = tag ? strchr(tag, '>') : NULL;
    const char *title = open ? strstr(open, "</title>") : NULL;
    const char *end = open ? strstr(open, "</svg>") : NULL;
    if (!end || strstr(end + 1, "</svg>"))
        return false;
    *from = title && title < end ? title + strlen("</title>") : open + 1;
    *to = end;
    return true;
}

/* The point is a point whatever the language of the program is. */
static bool read_number(const char **text, float *out)
{
    float value = 0, part = 1;
    const char *at = *text;
    bool minus = *at == '-', point = false;
    for (at += minus; (*at >= '0' && *at <= '9') || (*at == '.' && !point); at++) {
        point = point || *at == '.';
        if (*at == '.')
            continue;
        part = point ? part / 10 : 1;
        value = point ? value + part * (float)(*at - '0') : value * 10 + (float)(*at - '0');
    }
    bool any = at > *text + minus;
    while (*at == ' ' || *at == ',')
        at++;
    *out = minus ? -value : value;
    *text = at;
    return any;
}

static bool read_box(const char *svg, Rect *box)
{
    const char *at = strstr(svg, "viewBox=\"");
    if (!at)
        return false;
    at += strlen("viewBox=\"");
    return read_number(&at, &box->x) && read_number(&at, &box->y) &&
           read_number(&at, &box->width) && read_number(&at, &box->height) && box->width > 0 &&
           box->height > 0;
}

static size_t names_id(const char *at)
{
    static const char *const before[] = {" id=\"", "url(#", "href=\"#"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (text_starts(at, before[i]))
            return strlen(before[i]);
    return 0;
}

static void add_renamed(const char *from, const char *to, const char *name, Text *out)
{
    for (const char *at = from; at < to; at++) {
        size_t length = names_id(at);
        if (length == 0) {
            text_add_bytes(out, at, 1);
            continue;
        }
        text_add_bytes(out, at, length);
        text_addf(out, "%s-", name);
        at += length - 1;
    }
}

static void add_thousandths(Text *out, const char *before, float value)
{
    long number = lroundf(value * 1000);
    text_addf(out, "%s%s%ld.%03ld", before, number < 0 ? "-" : "", labs(number) / 1000,
              labs(number) % 1000);
}

void sheet_svg_picture(const char *svg, const char *name, Rect place, Text *out)
{
    const char *from, *to;
    Rect box;
    if (!svg || !find_inner(svg, &from, &to) || !read_box(svg, &box))
        return;
    float scale = fminf(place.width / box.width, place.height / box.height);
    float x = place.x + (place.width - box.width * scale) / 2 - box.x * scale;
    float y = place.y + (place.height - box.height * scale) / 2 - box.y * scale;
    add_thousandths(out, "<g transform=\"translate(", x);
    add_thousandths(out, " ", y);
    add_thousandths(out, ") scale(", scale);
    text_add(out, ")\">");
    add_renamed(from, to, name, out);
    text_add(out, "</g>\n");
}
