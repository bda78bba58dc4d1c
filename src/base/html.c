#include "base/html.h"

void html_add(Text *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        case '&': text_add(out, "&amp;"); break;
        case '"': text_add(out, "&quot;"); break;
        case '\n': text_add(out, "<br>\n"); break;
        default: text_add_bytes(out, text, 1);
        }
    }
}

void html_add_tag(Text *out, const char *tag, const char *text)
{
    text_addf(out, "<%s>", tag);
    html_add(out, text);
    text_addf(out, "</%s>\n", tag);
}
