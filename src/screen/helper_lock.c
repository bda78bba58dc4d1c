/* The helper's page about the lock: now, by itself, the passphrase, the recovery page. */
#include "screen/desk.h"
#include "screen/screens.h"

static const PrefField *minutes_field(void)
{
    return prefs_field("lock-minutes");
}

static int minutes_of(const Screen *screen)
{
    const Record *record = keeper_record(screen->cove->keeper);
    return record_prefs(record, (Id){""}, TIER_AD).lock_minutes;
}

static void add_step(const Screen *screen, Tree *tree, Node *row, const char *id, const char *icon,
                     int minutes)
{
    Node *button = node_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, id),
                               action_of("minutes", "", minutes));
    button->key = tree_string(tree, icon);
    button->text = NULL;
    button->icon = tree_string(tree, icon);
    button->layout.pad_x = 16;
    button->state.disabled = minutes < minutes_field()->min || minutes > minutes_field()->max;
}

static void build_minutes(const Screen *screen, Tree *tree, Node *panels)
{
    int minutes = minutes_of(screen);
    Node *panel =
        desk_panel(tree, panels, "by-itself", desk_word(screen, tree, "ui.lock.by-itself"));
    Node *row = simple_row(tree, panel, 16);
    row->layout.main = ALIGN_START;
    add_step(screen, tree, row, "ui.lock.sooner", "icon/less", minutes - 1);
    node_text(tree, row, TYPE_BODY, desk_word_count(screen, tree, "ui.lock.minutes", minutes));
    add_step(screen, tree, row, "ui.lock.later", "icon/add", minutes + 1);
    desk_note(tree, panel, desk_word(screen, tree, "ui.lock.in-sittings"));
    simple_button(tree, panel, LOOK_PRIMARY, desk_word(screen, tree, "ui.lock.now"), "lock",
                  "icon/lock");
}

static void build_keys(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "keys", desk_word(screen, tree, "ui.lock.ways-in"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.lock.ways-text"));
    simple_button(tree, panel, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.change"), "change",
                  "icon/note");
    simple_button(tree, panel, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.new-page"),
                  "new-page", "icon/note");
    simple_button(tree, panel, LOOK_SECONDARY, desk_word(screen, tree, "ui.rewrap.title"), "rewrap",
                  "icon/replay");
    desk_note(tree, panel, desk_word(screen, tree, "ui.lock.old-copies"));
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.lock.title"),
                           desk_word(screen, tree, "ui.back"));
    Node *panels = desk_panels(tree, body);
    build_minutes(screen, tree, panels);
    build_keys(screen, tree, panels);
}

static void set_minutes(Screen *screen, int minutes)
{
    const Record *record = keeper_record(screen->cove->keeper);
    Event event = {.type = EVENT_PREFS, .prefs = record_pref_choices(record, (Id){""})};
    Error error = {0};
    prefs_choose(&event.prefs, minutes_field(), minutes);
    if (!cove_keep(screen->cove, &event, 1, &error)) {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "minutes")) {
        set_minutes(screen, event->action.value);
    } else if (heard_press(event, "lock")) {
        stage_lock(screen->stage);
    } else if (heard_press(event, "change")) {
        stage_push(screen->stage,
                   screen_passphrase_now(screen->cove, screen->stage, WAY_PASSPHRASE));
    } else if (heard_press(event, "new-page")) {
        stage_push(screen->stage, screen_passphrase_now(screen->cove, screen->stage, WAY_RECOVERY));
    } else if (heard_press(event, "rewrap")) {
        stage_push(screen->stage, screen_rewrap(screen->cove, screen->stage, REWRAP_ASK));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-lock", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_lock(Cove *cove, Stage *stage)
{
    Screen *screen = memory_new(1, sizeof *screen);
    *screen = (Screen){&ops, cove, stage};
    return screen;
}
