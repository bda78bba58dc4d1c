/* A report about a child: who will read it, what goes in, the helper's own words. Nothing is ticked
 * at first; what this reader may not have is not offered. The pages come next, and saving with
 * them.
 */
#include "family/gate.h"
#include "screen/desk.h"
#include "screen/report_agreed.h"
#include "screen/reporting.h"
#include "screen/screens.h"

#include "activity/kind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct ReportScreen {
    Screen screen;
    ReportWish wish;
} ReportScreen;

static ReportScreen *self(Screen *screen)
{
    return (ReportScreen *)(void *)screen;
}

static const ReportWish *wish_of(const Screen *screen)
{
    return &((const ReportScreen *)(const void *)screen)->wish;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), wish_of(screen)->family);
}

static const Person *child_of(const Screen *screen)
{
    return case_person(family_of(screen), wish_of(screen)->child);
}

/* ---- who reads it ---- */

static void build_reader(const Screen *screen, ReportAudience audience, const Person *reader,
                         const char *me, Tree *tree, Node *row)
{
    const ReportWish *wish = wish_of(screen);
    const char *id = report_audience_id(audience);
    bool chosen = wish->audience == audience && (!reader || id_same(wish->reader, reader->id));
    page_choice(tree, row,
                arena_format(tree->arena, "for-%s-%s", id, reader ? reader->id.text : ""),
                desk_word_for(screen, tree, arena_format(tree->arena, "ui.report.for.%s", id), me),
                NULL, action_of("reader", reader ? reader->id.text : "", (int)audience), chosen);
}

static Node *choices(Tree *tree, Node *panel)
{
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    return row;
}

static void build_readers(const Screen *screen, Tree *tree, Node *panels)
{
    const Person *child = child_of(screen), *adult;
    Node *panel = desk_panel(tree, panels, "for", desk_word(screen, tree, "ui.report.for"));
    Node *row = choices(tree, panel);
    build_reader(screen, REPORT_COURT, NULL, "", tree, row);
    build_reader(screen, REPORT_PROFESSIONAL, NULL, "", tree, row);
    for (int i = 0; (adult = case_adult(family_of(screen), i)) != NULL; i++) {
        build_reader(screen, REPORT_PARENT, adult, adult->name, tree, row);
    }
    if (child->tier >= TIER_T3) {
        build_reader(screen, REPORT_CHILD, NULL, child->name, tree, row);
    }
}

/* ---- what goes in ---- */

static void build_parts(const Screen *screen, Tree *tree, Node *panels)
{
    const ReportWish *wish = wish_of(screen);
    Node *panel = desk_panel(tree, panels, "parts", desk_word(screen, tree, "ui.report.parts"));
    Node *row = choices(tree, panel);
    for (int part = 0; part < REPORT_OFFERED; part++) {
        const char *id = report_part_id((ReportPart)part);
        if (report_offers((ReportPart)part, wish->audience)) {
            const char *words =
                desk_word(screen, tree, arena_format(tree->arena, "ui.report.part.%s", id));
            Node *choice = page_choice(tree, row, arena_format(tree->arena, "part-%s", id), words,
                                       NULL, action_of("part", id, part), wish->parts[part]);
            choice->name = arena_format(tree->arena, "%s: %s",
                                        desk_word(screen, tree, "ui.report.parts"), words);
        }
    }
}

/* ---- own words ---- */

static void build_field(const Screen *screen, const char *part, const char *text, Tree *tree,
                        Node *panel)
{
    desk_field(tree, panel, part,
               desk_word(screen, tree, arena_format(tree->arena, "ui.report.part.%s", part)),
               desk_word(screen, tree, arena_format(tree->arena, "ui.report.%s.hint", part)), text,
               FACT_BYTES, "look");
}

static bool takes(const ReportWish *wish, ReportPart part)
{
    return wish->parts[part] && report_offers(part, wish->audience);
}

static void build_words(const Screen *screen, Tree *tree, Node *body)
{
    const ReportWish *wish = wish_of(screen);
    if (!takes(wish, REPORT_SEEN) && !takes(wish, REPORT_NEXT)) {
        return;
    }
    Node *panel = desk_panel(tree, body, "words", desk_word(screen, tree, "ui.report.words"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.report.words.about"));
    if (takes(wish, REPORT_SEEN)) {
        build_field(screen, "seen", wish->seen, tree, panel);
        build_field(screen, "other", wish->other, tree, panel);
    }
    if (takes(wish, REPORT_NEXT)) {
        build_field(screen, "next", wish->next, tree, panel);
    }
}

/* ---- what the fence says ---- */

static const char *hit_words(const Screen *screen, const FenceHit *hit, Tree *tree)
{
    const char *remedy = desk_word_for(
        screen, tree, arena_format(tree->arena, "ui.report.fence.%s", fence_why_id(hit->why)),
        "\x01");
    const char *at = hit->rule ? strchr(remedy, '\x01') : NULL;
    if (at) { /* longer than a token may be */
        remedy = arena_format(tree->arena, "%.*s%s%s", (int)(at - remedy), remedy,
                              hit->rule->suggest, at + 1);
    }
    return hit->found[0] ? arena_format(tree->arena, "\xe2\x80\x9c%s\xe2\x80\x9d \xe2\x80\x93 %s",
                                        hit->found, remedy)
                         : remedy;
}

static size_t look(const Screen *screen, FenceHit hits[FENCE_HITS_MAX], Arena *arena)
{
    const ReportFrom from = reporting_from(screen->cove);
    ReportPage page = {.arena = arena};
    report_build(&from, wish_of(screen), &page);
    return fence_look(&from, wish_of(screen), library_lint(screen->cove->library), &page, hits);
}

static void build_hits(const Screen *screen, const FenceHit *hits, size_t count, bool stops,
                       Tree *tree, Node *body)
{
    Node *panel = NULL;
    for (size_t i = 0; i < count; i++) {
        if (hits[i].stops == stops) {
            panel = panel ? panel
                          : desk_panel(tree, body, stops ? "stops" : "notes",
                                       desk_word(screen, tree,
                                                 stops ? "ui.report.stops" : "ui.report.notes"));
            desk_note(tree, panel, hit_words(screen, &hits[i], tree));
        }
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const ReportFrom from = reporting_from(screen->cove);
    FenceHit hits[FENCE_HITS_MAX];
    size_t count = look(screen, hits, tree->arena);
    Node *body =
        desk_page(screen, tree, desk_word_for(screen, tree, "ui.report.of", child_of(screen)->name),
                  desk_word(screen, tree, "ui.export.title"));
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.report.about"));
    Node *panels = desk_panels(tree, body);
    build_readers(screen, tree, panels);
    if (report_is_safe(&from, wish_of(screen))) {
        desk_note(tree, body, desk_word(screen, tree, "ui.report.hidden"));
    } else {
        build_parts(screen, tree, panels);
        report_agreed_build(screen, wish_of(screen), tree, panels);
        build_words(screen, tree, body);
        build_hits(screen, hits, count, true, tree, body);
        build_hits(screen, hits, count, false, tree, body);
    }
    Node *next = simple_button(tree, choices(tree, body), LOOK_PRIMARY,
                               desk_word(screen, tree, "ui.report.look"), "look", "icon/next");
    next->state.disabled = fence_stops(hits, count);
}

/* ---- hearing ---- */

static void choose_reader(ReportWish *wish, const Action *action)
{
    if (action->value < 0 || action->value >= REPORT_AUDIENCES) {
        return;
    }
    wish->audience = (ReportAudience)action->value;
    wish->reader = (Id){""};
    (void)id_parse(action->item, &wish->reader);
    memset(wish->parts, 0, sizeof wish->parts); /* another reader is another report */
}

static void edit(ReportWish *wish, const char *field, const char *text)
{
    char *to = strcmp(field, "seen") == 0    ? wish->seen
               : strcmp(field, "other") == 0 ? wish->other
                                             : wish->next;
    snprintf(to, FACT_BYTES, "%s", text);
}

static void open_pages(Screen *screen)
{
    FenceHit hits[FENCE_HITS_MAX];
    Arena *arena = arena_new();
    if (!fence_stops(hits, look(screen, hits, arena))) {
        stage_push(screen->stage,
                   screen_helper_pages(screen->cove, screen->stage, wish_of(screen)));
    }
    arena_free(arena);
}

static void hear(Screen *screen, const UiEvent *event)
{
    ReportWish *wish = &self(screen)->wish;
    if (event->type == UI_EDIT) {
        edit(wish, event->action.item, event->text);
        stage_touch(screen->stage);
    } else if (heard_press(event, "reader")) {
        choose_reader(wish, &event->action);
        stage_touch(screen->stage);
    } else if (heard_press(event, "part") && event->action.value >= 0 &&
               event->action.value < REPORT_OFFERED) {
        wish->parts[event->action.value] = !wish->parts[event->action.value];
        stage_touch(screen->stage);
    } else if (report_agreed_hear(screen, wish, event)) {
        return;
    } else if (heard_press(event, "look")) {
        open_pages(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(screen, sizeof(ReportScreen));
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-report", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_report(Cove *cove, Stage *stage, Id family, Id child)
{
    desk_need(cove, stage, family);
    ReportScreen *report = memory_new(1, sizeof *report);
    report->screen = (Screen){&ops, cove, stage};
    report->wish = (ReportWish){.family = family, .child = child, .audience = REPORT_COURT};
    return &report->screen;
}
