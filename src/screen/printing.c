#include "screen/printing.h"

#include "family/practice.h"
#include "paper/html.h"
#include "screen/may.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <string.h>

enum { LINES_ON_PAPER = 6 };

/* "Somebody to talk to: Harbor line 0800 111"; "" where nobody noted a line. */
static const char *call_of(const Cove *cove, const Library *library, Tier tier, Arena *arena)
{
    CrisisLine lines[LINES_ON_PAPER];
    const Facts *practice = record_practice(keeper_record(cove->keeper));
    size_t count = crisis_lines(practice, lines, LINES_ON_PAPER);
    const char *call = count ? cove_words_in(library, arena, tier, NULL, "ui.paper.call") : "";
    for (size_t i = 0; i < count && i < LINES_ON_PAPER; i++) {
        /* numbers keep their order in words from right to left */
        call = arena_format(arena, "%s%s %s%s\xe2\x81\xa6%s\xe2\x81\xa9", call,
                            i == 0 ? "" : " \xc2\xb7", lines[i].name, lines[i].name[0] ? " " : "",
                            lines[i].number);
    }
    return call;
}

/* Larger than on a screen, and never below what is read easily. */
static int letters_of(Tier tier)
{
    static const int letters[TIER_COUNT] = {20, 17, 14, 13, 12};
    return letters[tier];
}

Paper printing_sheet(const Cove *cove, Library *library, Tier tier, Arena *arena)
{
    char stamp[32];
    const Strings *ui = library_ui(library);
    clock_stamp(clock_wall(&cove->clock), stamp, sizeof stamp);
    return (Paper){.arena = arena,
                   .title = "",
                   .about = cove_words_in(library, arena, tier, NULL, "ui.paper.file"),
                   .day = arena_format(arena, "%.10s", stamp),
                   .language = strings_language(ui),
                   .rtl = strings_direction(ui) == DIRECTION_RTL,
                   .foot = call_of(cove, library, tier, arena),
                   .letters = letters_of(tier)};
}

/* ---- an activity ---- */

static bool may_print(const Cove *cove, const PrintWish *wish, const Module *module,
                      const Activity *activity, Error *error)
{
    const Case *family = record_case(keeper_record(cove->keeper), wish->family);
    const Person *person = family ? case_person(family, wish->person) : NULL;
    if (!person || !helper_may(family, ACCESS_GIVEN, ACCESS_WRITE)) {
        return error_set(error, ERROR_MISSING, "print", "This person is not part of the case.");
    }
    Person reader = *person;
    reader.tier = wish->tier;
    return assignment_allowed(family, module, activity, &reader, wish->setting, error);
}

bool printing_activity(const Cove *cove, const PrintWish *wish, Paper *paper, Error *error)
{
    Library *library = tongue_library_in(cove, wish->language);
    const Module *module =
        wish->changed ? frozen_module(wish->changed) : library_module(library, wish->module);
    const Activity *activity = module ? module_activity(module, wish->activity) : NULL;
    if (!activity) {
        return error_set(error, ERROR_MISSING, wish->module, "This module cannot be opened.");
    }
    if (!may_print(cove, wish, module, activity, error)) {
        return false;
    }
    /* A module without a table of that language is in English, and so is all that is around it. */
    const Strings *words =
        wish->changed ? frozen_strings(wish->changed) : library_strings(library, module);
    Library *around = tongue_library_in(cove, strings_language(words));
    PlaySetup setup = {.activity = activity,
                       .words = words,
                       .ui = library_ui(around),
                       .tier = wish->tier}; /* without names */
    Paper sheet = printing_sheet(cove, around, wish->tier, paper->arena);
    sheet.size = wish->size;
    sheet.foot = arena_format(sheet.arena, "%s%s%s",
                              cove_words_in(around, sheet.arena, wish->tier, NULL, "ui.paper.stop"),
                              sheet.foot[0] ? "\n" : "", sheet.foot);
    if (!activity_on_paper(&setup, &sheet, error)) {
        return false;
    }
    *paper = sheet;
    return true;
}

/* ---- saving ---- */

bool printing_can(const Cove *cove, PrintForm form)
{
    return form != PRINT_PDF || reporting_print(cove) != NULL;
}

static void into_text(void *context, const void *bytes, size_t size)
{
    text_add_bytes(context, bytes, size);
}

bool printing_write(const Cove *cove, Paper *paper, PrintForm form, Text *out, Error *error)
{
    if (cove->picture) {
        paper_draw(paper, cove->picture, cove->pictures);
    }
    if (form == PRINT_HTML) {
        paper_write_html(paper, out);
        return true;
    }
    const PrintModule *print = reporting_print(cove);
    return (print && print->leaf(paper, into_text, out)) ||
           error_set(error, ERROR_SYSTEM, "pdf",
                     "No PDF could be made here. Save it as HTML: a browser can print that.");
}

bool printing_save(const Cove *cove, Paper *paper, PrintForm form, const char *folder, char **path,
                   Error *error)
{
    Text bytes;
    Digest digest;
    text_init(&bytes);
    bool saved = printing_write(cove, paper, form, &bytes, error) &&
                 export_save(folder, "sheet", form == PRINT_PDF ? "pdf" : "html", &bytes,
                             clock_wall(&cove->clock), path, &digest, error);
    text_clear(&bytes);
    return saved;
}
