/* Who looked at what: the log as sentences, newest first, and whether the record holds together. */
#include "screen/desk.h"
#include "screen/may.h"
#include "screen/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 20 };

typedef enum Chain { CHAIN_UNKNOWN, CHAIN_WHOLE, CHAIN_BROKEN } Chain;

typedef struct LogScreen {
    Screen screen;
    char about[PERSON_NAME_BYTES]; /* part of a name; "" for all */
    size_t shown;                  /* at most so many */
    LogEntry *log;                 /* owned; none before the whole record was read */
    size_t count;
    Chain chain;
    Error fault; /* of a broken one */
} LogScreen;

static LogScreen *self(Screen *screen)
{
    return (LogScreen *)(void *)screen;
}

static const LogScreen *self_const(const Screen *screen)
{
    return (const LogScreen *)(const void *)screen;
}

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

/* ---- one entry ---- */

static const char *name_of(const Record *record, const LogEntry *entry)
{
    const Person *person = NULL;
    for (size_t i = 0; !person && i < record_case_count(record); i++) {
        person = case_person(record_case_at(record, i), entry->person);
    }
    return person ? person->name : "";
}

static const char *sentence(const Screen *screen, Tree *tree, const LogEntry *entry)
{
    Tokens tokens = {.n = entry->times};
    snprintf(tokens.me, sizeof tokens.me, "%s", name_of(record_of(screen), entry));
    bool one = entry->act == LOG_ERASED && entry->person.text[0];
    return cove_words(
        screen->cove, tree->arena, TIER_AD, &tokens,
        arena_format(tree->arena, "ui.log.act.%s%s", log_act_word(entry->act), one ? "-one" : ""));
}

static const char *icon_of(LogAct act)
{
    switch (act) {
    case LOG_LOOKED:
    case LOG_REPLAYED:
    case LOG_OVER_TIME: return "icon/replay";
    case LOG_TRIED: return "icon/warning";
    case LOG_UNLOCKED:
    case LOG_UNLOCKED_CODE:
    case LOG_LOCK_CHANGED:
    case LOG_KEYS_RENEWED: return "icon/lock";
    default: return "icon/note";
    }
}

/* When, which case, which class of data. */
static const char *details(const Screen *screen, Tree *tree, const LogEntry *entry)
{
    const Case *family = record_case(record_of(screen), entry->family);
    const char *what = desk_word(
        screen, tree, arena_format(tree->arena, "ui.log.what.%s", access_data_word(entry->what)));
    return arena_format(tree->arena, "%s \xc2\xb7 %s%s%s", desk_when(tree, entry->at), what,
                        family ? " \xc2\xb7 " : "", family ? family->name : "");
}

static void build_entry(const Screen *screen, const LogEntry *entry, size_t number, Tree *tree,
                        Node *panel)
{
    Node *line = node_text(tree, panel, TYPE_BODY,
                           arena_format(tree->arena, "%s\n%s", sentence(screen, tree, entry),
                                        details(screen, tree, entry)));
    line->key = arena_format(tree->arena, "entry-%zu", number);
    line->icon = icon_of(entry->act);
    line->layout.pad_y = 4;
}

/* ---- all of them ---- */

static bool is_about(const Record *record, const LogEntry *entry, const char *folded)
{
    char *name = text_fold(name_of(record, entry));
    bool about = folded[0] == '\0' || strstr(name, folded);
    free(name);
    return about;
}

/* A page of facts is kept field by field: it is one line here. */
static bool said_before(const LogScreen *page, size_t index)
{
    const LogEntry *entry = &page->log[index];
    const LogEntry *newer = index + 1 < page->count ? entry + 1 : NULL;
    return newer && entry->act > LOG_ERASED && newer->act == entry->act && newer->at == entry->at &&
           id_same(newer->person, entry->person) && id_same(newer->family, entry->family);
}

static void build_entries(const Screen *screen, Tree *tree, Node *panel)
{
    const LogScreen *page = self_const(screen);
    const Record *record = record_of(screen);
    char *folded = text_fold(page->about);
    size_t count = 0;
    for (size_t i = page->count; i-- > 0 && count <= page->shown;) {
        const LogEntry *entry = &page->log[i];
        if (!said_before(page, i) && is_about(record, entry, folded) && count++ < page->shown) {
            build_entry(screen, entry, i, tree, panel);
        }
    }
    if (count == 0 && page->chain == CHAIN_WHOLE) {
        desk_note(tree, panel,
                  desk_word(screen, tree, folded[0] ? "ui.log.none-about" : "ui.log.none"));
    } else if (count > page->shown) {
        Node *row = simple_row(tree, panel, 8);
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.log.older"), "older",
                      "icon/down");
    }
    free(folded);
}

static void build_chain(const Screen *screen, Tree *tree, Node *body)
{
    static const char *const ids[] = {[CHAIN_UNKNOWN] = "ui.log.checking",
                                      [CHAIN_WHOLE] = "ui.log.whole",
                                      [CHAIN_BROKEN] = "ui.log.broken"};
    static const char *const icons[] = {[CHAIN_UNKNOWN] = "icon/clock",
                                        [CHAIN_WHOLE] = "icon/check",
                                        [CHAIN_BROKEN] = "icon/warning"};
    const LogScreen *page = self_const(screen);
    const char *words = desk_word(screen, tree, ids[page->chain]);
    if (page->chain == CHAIN_BROKEN) {
        words = arena_format(tree->arena, "%s\n%s", words, page->fault.sentence);
    }
    Node *note = desk_note(tree, body, words);
    note->key = "chain";
    note->icon = icons[page->chain];
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.log.title"),
                           desk_word(screen, tree, "ui.helper.title"));
    if (!helper_may(NULL, ACCESS_LOG, ACCESS_READ)) {
        return;
    }
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.log.about"));
    build_chain(screen, tree, body);
    Node *panel = node_group(tree, body, AXIS_COLUMN);
    panel->key = "log";
    panel->look = LOOK_CARD;
    panel->layout.gap = 12;
    panel->layout.cross = ALIGN_STRETCH;
    desk_field(tree, panel, "about", desk_word(screen, tree, "ui.log.filter"),
               desk_word(screen, tree, "ui.log.filter-hint"), self_const(screen)->about,
               PERSON_NAME_BYTES, "find");
    build_entries(screen, tree, panel);
}

/* ---- doing ---- */

/* Takes a while in a long record: the page is shown before. */
static void check(LogScreen *page)
{
    Error error = {0};
    bool whole = keeper_log(page->screen.cove->keeper, &page->log, &page->count, &error);
    page->chain = whole ? CHAIN_WHOLE : CHAIN_BROKEN;
    page->fault = error;
    stage_touch(page->screen.stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    LogScreen *page = self(screen);
    if (event->type == UI_TICK && page->chain == CHAIN_UNKNOWN) {
        check(page);
    } else if (event->type == UI_EDIT) {
        snprintf(page->about, sizeof page->about, "%s", event->text);
        page->shown = PAGE;
    } else if (heard_press(event, "older")) {
        page->shown += PAGE;
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static bool moving(const Screen *screen)
{
    return self_const(screen)->chain == CHAIN_UNKNOWN;
}

static void free_screen(Screen *screen)
{
    memory_wipe(self(screen)->about, sizeof self(screen)->about);
    free(self(screen)->log);
    free(screen);
}

static const ScreenOps ops = {.name = "helper-log",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .free = free_screen};

Screen *screen_helper_log(Cove *cove, Stage *stage)
{
    LogScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->shown = PAGE;
    return &page->screen;
}
