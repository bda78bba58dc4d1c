/* Prints activities for check_leaves.py and for looking at:
 *     print_leaves MODULE CONTENT ASSETS LANGUAGE FOLDER [module/activity]...
 * Each for every tier it serves: <activity>-<tier>.pdf, .html, and .txt with the words that must be
 * in both, a line each. Without names, all activities. */
#include "activity/on_paper.h"
#include "content/library.h"
#include "paper/html.h"
#include "platform/picture_named.h"
#include "report/print.h"

#include "base/file.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Printing {
    const PrintModule *print;
    const Library *library;
    PictureFolders folders;
    const char *folder;
} Printing;

static void into_text(void *context, const void *bytes, size_t size)
{
    text_add_bytes(context, bytes, size);
}

static void add_line(Text *out, const char *words)
{
    if (words) {
        text_addf(out, "%s\n", words);
    }
}

static void words_of(const Paper *paper, Text *out)
{
    add_line(out, paper->title);
    for (size_t i = 0; i < paper->count; i++) {
        const PaperBlock *block = &paper->blocks[i];
        add_line(out, block->words);
        for (size_t j = 0; j < block->count; j++) {
            add_line(out, block->items[j].words);
            add_line(out, block->items[j].then);
        }
    }
    add_line(out, paper->foot);
}

static bool save(const Printing *printing, const char *name, const char *ending, const Text *bytes)
{
    char path[1024];
    Error error = {0};
    snprintf(path, sizeof path, "%s/%s.%s", printing->folder, name, ending);
    return file_write(path, bytes->bytes, bytes->length, &error) ||
           (fprintf(stderr, "%s: %s\n", path, error.sentence), false);
}

static bool write_forms(const Printing *printing, const Paper *paper, const char *name)
{
    Text pdf, html, words;
    text_init(&pdf);
    text_init(&html);
    text_init(&words);
    paper_write_html(paper, &html);
    words_of(paper, &words);
    bool well = printing->print->leaf(paper, into_text, &pdf) &&
                save(printing, name, "pdf", &pdf) && save(printing, name, "html", &html) &&
                save(printing, name, "txt", &words);
    text_clear(&pdf);
    text_clear(&html);
    text_clear(&words);
    return well;
}

static bool print_one(Printing *printing, const Module *module, const Activity *activity, Tier tier)
{
    static const int letters[TIER_COUNT] = {20, 17, 14, 13, 12};
    char name[128];
    const Strings *words = library_strings(printing->library, module);
    PlaySetup setup = {
        .activity = activity, .words = words, .ui = library_ui(printing->library), .tier = tier};
    Paper paper = {.arena = arena_new(),
                   .about = "A sheet to work on",
                   .day = "2026-03-02",
                   .language = strings_language(words),
                   .rtl = strings_direction(words) == DIRECTION_RTL,
                   .foot = "You may stop at any time. Harbor line: 0800 111",
                   .letters = letters[tier]};
    snprintf(name, sizeof name, "%s-%s-%s", module->id, activity->id, tier_limits(tier)->id);
    bool well = activity_on_paper(&setup, &paper, NULL);
    if (well) {
        paper_draw(&paper, picture_text, &printing->folders);
        well = write_forms(printing, &paper, name);
    }
    arena_free(paper.arena);
    return well;
}

static bool is_wanted(const Module *module, const Activity *activity, char **names, int count)
{
    char name[128];
    snprintf(name, sizeof name, "%s/%s", module->id, activity->id);
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return count == 0;
}

static bool print_module(Printing *printing, const Module *module, char **names, int count)
{
    bool well = true;
    for (size_t i = 0; i < module->activities.count; i++) {
        const Activity *activity = &((const Activity *)module->activities.items)[i];
        for (Tier tier = 0; tier < TIER_COUNT; tier++) {
            if (tier_in(activity->tiers, tier) && is_wanted(module, activity, names, count)) {
                well = print_one(printing, module, activity, tier) && well;
            }
        }
    }
    return well;
}

int main(int count, char **arguments)
{
    void *so = count >= 6 ? dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    Library *library;
    Error error = {0};
    Printing printing = {.print = so ? dlsym(so, PRINT_MODULE_NAME) : NULL};
    if (!printing.print || printing.print->version != PRINT_VERSION ||
        !library_open(arguments[2], kinds_content(), arguments[4], &library, &error)) {
        fprintf(stderr, "print_leaves: %s\n", so ? error.sentence : dlerror());
        return 2;
    }
    printing.library = library;
    printing.folders = (PictureFolders){.assets = arguments[3], .content = arguments[2]};
    printing.folder = arguments[5];
    bool well = true;
    for (size_t i = 0; i < library_count(library); i++) {
        well = print_module(&printing, library_at(library, i), arguments + 6, count - 6) && well;
    }
    library_free(library);
    return well ? 0 : 1;
}
