#include "paper/html.h"

#include "base/html.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char style[] =
    "<style>@page{margin:15mm}"
    "body{font-family:Andika,'Noto Sans',sans-serif;line-height:1.45;max-width:44em;"
    "margin:1cm auto;padding:0 1cm;color:#22313f}"
    "h1{font-size:1.6em}"
    "h2{font-size:1.1em;border-top:2px solid #a9dae0;padding-top:.7em;break-after:avoid}"
    "small{color:#4a5b6a}"
    "ul{list-style:none;padding:0}"
    "li{margin:.3em 0;break-inside:avoid}"
    "img{max-width:100%}"
    ".corner{float:inline-end;height:6em}"
    ".picture{display:block;margin:1em auto;max-height:10em}"
    ".row{display:grid;gap:.8em;grid-template-columns:repeat(auto-fill,minmax(7em,1fr))}"
    ".row>*{break-inside:avoid;text-align:center}"
    ".row img{display:block;height:5em;margin:0 auto .4em}"
    ".box::before{content:'\\2610\\00a0';font-size:1.3em}"
    ".card{border:2px dashed #8a8f98;border-radius:8px;padding:.8em}"
    ".place{border:2px solid #6bb6c9;border-radius:12px;min-height:9em;padding:.5em}"
    ".says{border:2px solid #a9dae0;border-radius:12px;padding:.6em 1em;margin:.5em 0;"
    "display:flow-root;break-inside:avoid}"
    ".says img{float:inline-start;height:4em;margin-inline-end:.8em}"
    ".line{border-bottom:1px solid #8a8f98;height:2.2em}"
    ".draw{border:2px solid #8a8f98;border-radius:12px;height:18em;margin:.6em 0}"
    ".go::before{content:' \\2192\\00a0'}"
    "[dir=rtl] .go::before{content:' \\2190\\00a0'}" /* no sign that mirrors itself */
    "svg{display:block;margin:1em auto;max-width:100%}"
    "footer{margin-top:2em;border-top:1px solid;padding-top:.5em;font-size:.8em}"
    "</style>\n";

static void add_picture(Text *out, const char *class, const char *svg)
{
    if (!svg) {
        return;
    }
    text_addf(out, "<img class=\"%s\" alt=\"\" src=\"data:image/svg+xml,", class);
    for (; *svg; svg++) {
        if (isalnum((unsigned char)*svg) || strchr(" -_./:=,;()'", *svg)) {
            text_add_bytes(out, *svg == '\'' ? "&#39;" : svg, *svg == '\'' ? 5 : 1);
        } else {
            text_addf(out, "%%%02X", (unsigned)(unsigned char)*svg);
        }
    }
    text_add(out, "\">");
}

static void add_words(Text *out, const char *tag, const char *words)
{
    if (words) {
        html_add_tag(out, tag, words);
    }
}

/* All items as elements of one class, with their pictures. */
static void add_items(const PaperBlock *block, const char *class, Text *out)
{
    text_add(out, paper_block_pictured(block) || strcmp(class, "box") != 0 ? "<ul class=\"row\">\n"
                                                                           : "<ul>\n");
    for (size_t i = 0; i < block->count; i++) {
        text_addf(out, "<li class=\"%s\">", class);
        add_picture(out, "", block->items[i].svg);
        html_add(out, block->items[i].words ? block->items[i].words : "");
        text_add(out, "</li>\n");
    }
    text_add(out, "</ul>\n");
}

/* ---- kinds of blocks ---- */

static void write_heading(const PaperBlock *block, Text *out)
{
    text_add(out, "<h2>");
    if (block->lines) {
        text_addf(out, "%d. ", block->lines);
    }
    html_add(out, block->words ? block->words : "");
    text_add(out, "</h2>\n");
}

static void write_words(const PaperBlock *block, Text *out)
{
    add_words(out, "p", block->words);
}

static void write_note(const PaperBlock *block, Text *out)
{
    add_words(out, "small", block->words);
}

static void write_says(const PaperBlock *block, Text *out)
{
    text_add(out, "<div class=\"says\">");
    add_picture(out, "", block->items[0].svg);
    add_words(out, "b", block->items[0].words);
    add_words(out, "p", block->words);
    text_add(out, "</div>\n");
}

static void write_picture(const PaperBlock *block, Text *out)
{
    add_picture(out, "picture", block->items[0].svg);
}

static void write_tick(const PaperBlock *block, Text *out)
{
    add_items(block, "box", out);
}

static void write_cards(const PaperBlock *block, Text *out)
{
    add_items(block, "card", out);
}

static void write_places(const PaperBlock *block, Text *out)
{
    add_items(block, "place", out);
}

static void write_scale(const PaperBlock *block, Text *out)
{
    add_items(block, "", out);
    for (int mark = 0; mark < block->lines; mark++) {
        text_addf(out, "<span class=\"box\">%d</span> ", mark);
    }
    text_add(out, "\n");
}

static void write_write(const PaperBlock *block, Text *out)
{
    add_words(out, "p", block->words);
    for (int i = 0; i < block->lines; i++) {
        text_add(out, "<div class=\"line\"></div>\n");
    }
}

static void write_draw(const PaperBlock *block, Text *out)
{
    add_words(out, "p", block->words);
    for (int i = 0; i < block->lines; i++) {
        text_add(out, "<div class=\"draw\"></div>\n");
    }
}

static void write_rings(const PaperBlock *block, Text *out)
{
    text_add(out, "<svg width=\"480\" height=\"480\" viewBox=\"0 0 480 480\" fill=\"none\" "
                  "stroke=\"#3e8eab\" stroke-width=\"3\">\n");
    for (size_t i = 0; i < block->count; i++) {
        text_addf(out, "<circle cx=\"240\" cy=\"240\" r=\"%zu\"/>\n", 230 * (i + 1) / block->count);
    }
    text_add(out, "</svg>\n");
    add_items(block, "", out);
}

static void write_path(const PaperBlock *block, Text *out)
{
    text_add(out, "<div class=\"row\">\n");
    for (int i = 0; i < block->lines; i++) {
        text_add(out, "<div class=\"place\"></div>\n");
    }
    text_add(out, "</div>\n");
}

static void write_breath(const PaperBlock *block, Text *out)
{
    text_add(out, "<svg width=\"600\" height=\"140\" viewBox=\"0 0 600 140\" fill=\"none\" "
                  "stroke=\"#3e8eab\" stroke-width=\"6\">\n<path d=\"M10 120");
    for (int i = 0; i < 3; i++) {
        text_addf(out, " C %d 120 %d 20 %d 20 S %d 120 %d 120", 60 + i * 190, 55 + i * 190,
                  105 + i * 190, 150 + i * 190, 200 + i * 190);
    }
    text_add(out, "\"/></svg>\n");
    add_items(block, "", out);
}

static void write_after(const PaperBlock *block, Text *out)
{
    text_add(out, "<ul>\n");
    for (size_t i = 0; i < block->count; i++) {
        text_add(out, "<li><b>");
        html_add(out, block->items[i].words ? block->items[i].words : "");
        text_add(out, "</b> ");
        html_add(out, block->items[i].then ? block->items[i].then : "");
        if (block->items[i].go) {
            text_addf(out, "<span class=\"go\">%d</span>", block->items[i].go);
        }
        text_add(out, "</li>\n");
    }
    text_add(out, "</ul>\n");
}

void paper_write_html(const Paper *paper, Text *out)
{
    static void (*const writers[PAPER_KINDS])(const PaperBlock *, Text *) = {
        [PAPER_HEADING] = write_heading, [PAPER_WORDS] = write_words,
        [PAPER_NOTE] = write_note,       [PAPER_SAYS] = write_says,
        [PAPER_PICTURE] = write_picture, [PAPER_TICK] = write_tick,
        [PAPER_CARDS] = write_cards,     [PAPER_SCALE] = write_scale,
        [PAPER_WRITE] = write_write,     [PAPER_DRAW] = write_draw,
        [PAPER_PLACES] = write_places,   [PAPER_RINGS] = write_rings,
        [PAPER_PATH] = write_path,       [PAPER_BREATH] = write_breath,
        [PAPER_AFTER] = write_after};
    text_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">\n",
              paper->language, paper->rtl ? "rtl" : "ltr");
    html_add_tag(out, "title", paper->about);
    text_addf(out, "%s</head><body style=\"font-size:%dpt\">\n", style, paper->letters);
    add_picture(out, "corner", paper->corner.svg);
    html_add_tag(out, "h1", paper->title);
    for (size_t i = 0; i < paper->count; i++) {
        writers[paper->blocks[i].kind](&paper->blocks[i], out);
    }
    html_add_tag(out, "footer", paper->foot);
    text_add(out, "</body></html>\n");
}
