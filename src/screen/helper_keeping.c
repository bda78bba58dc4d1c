/* Keeping and erasing: whose time of keeping runs or is over, and who was erased. Nothing happens
 * here by itself. */
#include "screen/certificate.h"
#include "screen/desk.h"
#include "screen/screens.h"

#include "family/retention.h"

#include <string.h>

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

/* By the clock of this computer, which may be wrong: the page says what it says. */
static void today_of(const Screen *screen, char today[DATE_BYTES])
{
    char stamp[32];
    memcpy(today, clock_stamp(clock_wall(&screen->cove->clock), stamp, sizeof stamp),
           DATE_BYTES - 1);
    today[DATE_BYTES - 1] = '\0';
}

/* "Kept until: 2030-01-01"; a date keeps its direction. */
static const char *dated(const Screen *screen, Tree *tree, const char *id, const char *date)
{
    return arena_format(tree->arena, tree->rtl ? "%s: \xE2\x81\xA6%s\xE2\x81\xA9" : "%s: %s",
                        desk_word(screen, tree, id), date);
}

static const char *standing(const Screen *screen, Tree *tree, const Retention *found)
{
    switch (found->keeping) {
    case KEEPING_HELD: return desk_word(screen, tree, "ui.keeping.held");
    case KEEPING_DUE: return dated(screen, tree, "ui.keeping.due", found->until);
    case KEEPING_UNTIL: return dated(screen, tree, "ui.keeping.until", found->until);
    case KEEPING_ENDED: return dated(screen, tree, "ui.keeping.ended", found->ended);
    default: return desk_word(screen, tree, "ui.keeping.open");
    }
}

static size_t build_cases(const Screen *screen, const char *today, bool due, Tree *tree,
                          Node *panel)
{
    const Record *record = record_of(screen);
    size_t count = 0;
    for (size_t i = 0; i < record_case_count(record); i++) {
        const Case *family = record_case_at(record, i);
        Retention found = retention_of(family, record_practice(record), today);
        if ((found.keeping == KEEPING_DUE) == due) {
            Node *row = desk_row(tree, panel, NULL, family->name, standing(screen, tree, &found),
                                 action_of("case", family->id.text, 0));
            row->icon = due ? "icon/clock" : "icon/family";
            count++;
        }
    }
    return count;
}

/* Those whose time is over come first. */
static void build_kept(const Screen *screen, Tree *tree, Node *panels)
{
    char today[DATE_BYTES];
    today_of(screen, today);
    int months = retention_months(record_practice(record_of(screen)));
    Node *panel = desk_panel(tree, panels, "kept", desk_word(screen, tree, "ui.keeping.cases"));
    node_text(tree, panel, TYPE_BODY,
              months ? desk_word_count(screen, tree, "ui.keeping.time", months)
                     : desk_word(screen, tree, "ui.keeping.no-time"));
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.fact.keep"), "months",
                  "icon/clock");
    desk_note(tree, panel, dated(screen, tree, "ui.keeping.today", today));
    size_t count = build_cases(screen, today, true, tree, panel);
    count += build_cases(screen, today, false, tree, panel);
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.keeping.none"));
    }
}

static void build_certificate(const Screen *screen, const LogEntry *entry, Tree *tree, Node *panel)
{
    Id id = certificate_id(entry);
    bool person = certificate_of_person(entry);
    const char *when = desk_when(tree, entry->at);
    const char *detail = person ? arena_format(tree->arena, "%s \xc2\xb7 %s", when,
                                               desk_word(screen, tree, "ui.keeping.one"))
                                : when;
    desk_row(tree, panel, NULL, certificate_number(tree->arena, id), detail,
             action_of("certificate", id.text, 0))
        ->icon = "icon/note";
}

static void build_erased(const Screen *screen, Tree *tree, Node *panels)
{
    const Record *record = record_of(screen);
    Node *panel = desk_panel(tree, panels, "erased", desk_word(screen, tree, "ui.keeping.erased"));
    size_t count = 0;
    for (size_t i = record_log_count(record); i-- > 0;) {
        const LogEntry *entry = record_log_at(record, i);
        if (entry->act == LOG_ERASED) {
            build_certificate(screen, entry, tree, panel);
            count++;
        }
    }
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.keeping.erased-none"));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.keeping.title"),
                           desk_word(screen, tree, "ui.helper.title"));
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.keeping.about"));
    Node *panels = desk_panels(tree, body);
    build_kept(screen, tree, panels);
    build_erased(screen, tree, panels);
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id id;
    if (heard_press(event, "case") && id_parse(event->action.item, &id)) {
        stage_push(screen->stage, screen_helper_erase(screen->cove, screen->stage, id));
    } else if (heard_press(event, "months")) {
        const FactSubject practice = {.person = {""}};
        stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, (Id){""},
                                                     fact_group("keep"), &practice));
    } else if (heard_press(event, "certificate") && id_parse(event->action.item, &id)) {
        stage_push(screen->stage, screen_certificate(screen->cove, screen->stage, id));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-keeping", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_keeping(Cove *cove, Stage *stage)
{
    Screen *screen = memory_new(1, sizeof *screen);
    *screen = (Screen){&ops, cove, stage};
    return screen;
}
