#include "activity/fixture.h"

#include <errno.h>

static void add_setup(Shipped *shipped, const Module *module, const Activity *activity, Tier tier,
                      const char *partner)
{
    shipped->setups = memory_grow(shipped->setups, shipped->count + 1, sizeof *shipped->setups);
    shipped->setups[shipped->count++] =
        (PlaySetup){.activity = activity,
                    .words = library_strings(shipped->library, module),
                    .ui = library_ui(shipped->library),
                    .lint = tier == TIER_AD ? library_lint(shipped->library) : NULL,
                    .tier = tier,
                    .may_type = play_may_type(tier, SETTING_ROOM),
                    .partner = partner};
    if (strcmp(activity->code, "M98.3") == 0) { /* words for people need people */
        Tokens *tokens = &shipped->setups[shipped->count - 1].tokens;
        *tokens = (Tokens){.adults = {"Alex", "Dana"}, .adult_count = 2};
        snprintf(tokens->homes[tokens->home_count++], TOKENS_NAME, "Harbor Street");
    }
}

static void add_module(Shipped *shipped, const Module *module)
{
    for (size_t i = 0; i < module->activities.count; i++) {
        const Activity *activity = &((const Activity *)module->activities.items)[i];
        for (Tier tier = 0; tier < TIER_COUNT; tier++) {
            if (!tier_in(activity->tiers, tier)) {
                continue;
            }
            add_setup(shipped, module, activity, tier, NULL);
            if ((activity->settings & (1u << SETTING_JOINT)) != 0 && tier != TIER_AD) {
                add_setup(shipped, module, activity, tier, "Sam");
            }
        }
    }
}

void assert_all_there(const Library *library)
{
    for (size_t i = 0; i < library_unavailable_count(library); i++) {
        const Unavailable *missing = library_unavailable(library, i);
        for (size_t f = 0; f < faults_count(missing->faults); f++) {
            const Fault *fault = faults_at(missing->faults, f);
            print_message("    %s %s: %s\n", fault->file, fault->path, fault->remedy);
        }
        fail_msg("%s is unavailable", missing->folder);
    }
}

Shipped shipped_open(void)
{
    Shipped shipped = {0};
    Error error = {0};
    char folder[512], command[4096];
    snprintf(folder, sizeof folder, "%s/%s-shipped", COVE_SCRATCH_DIR,
             program_invocation_short_name);
    snprintf(command, sizeof command,
             "rm -rf '%s' && cp -r '%s/content' '%s' && cp -r '%s/tests/data/kinds/.' '%s'", folder,
             COVE_SOURCE_DIR, folder, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    if (!library_open(folder, kinds_content(), "en", &shipped.library, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    assert_all_there(shipped.library);
    for (size_t i = 0; i < library_count(shipped.library); i++) {
        add_module(&shipped, library_at(shipped.library, i));
    }
    assert_true(shipped.count > 0);
    return shipped;
}

void shipped_close(Shipped *shipped)
{
    free(shipped->setups);
    library_free(shipped->library);
}

int shipped_setup(void **state)
{
    Shipped *shipped = memory_new(1, sizeof *shipped);
    *shipped = shipped_open();
    *state = shipped;
    return 0;
}

int shipped_teardown(void **state)
{
    shipped_close(*state);
    free(*state);
    return 0;
}

Play *play_open(const PlaySetup *setup, uint64_t seed)
{
    PlaySetup seeded = *setup;
    seeded.seed = seed;
    Play *play = NULL;
    Error error = {0};
    if (!play_new(&seeded, &play, &error)) {
        fail_msg("%s: %s", setup->activity->id, error.sentence);
    }
    return play;
}

const char *play_label(const Play *play)
{
    static char label[256];
    const PlayContext *context = play_context(play);
    snprintf(label, sizeof label, "%s (%s) %s, page %s", context->activity->code,
             context->activity->id, tier_limits(context->tier)->id,
             context->pages[play_page(play)]->id);
    return label;
}

Snapshot snapshot_take(const Play *play)
{
    Snapshot snapshot = {0};
    const void *state = play_state(play, &snapshot.size);
    snapshot.bytes = memory_new(1, snapshot.size);
    memcpy(snapshot.bytes, state, snapshot.size);
    return snapshot;
}

bool snapshot_same(const Snapshot *snapshot, const Play *play)
{
    size_t size = 0;
    const void *state = play_state(play, &size);
    return size == snapshot->size && memcmp(state, snapshot->bytes, size) == 0;
}

void snapshot_clear(Snapshot *snapshot)
{
    free(snapshot->bytes);
    *snapshot = (Snapshot){0};
}

typedef void BuildFn(const Play *play, const PlayView *view, Tree *tree, Node *parent);

static char *built_text(const Play *play, const PlayView *view, BuildFn *build)
{
    Tree tree;
    tree_init(&tree);
    build(play, view, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Play"));
    char *text = tree_dump(&tree);
    tree_clear(&tree);
    return text;
}

char *page_text(const Play *play, const PlayView *view)
{
    return built_text(play, view, play_build);
}

char *body_text(const Play *play)
{
    PlayView view = {.hand = "", .draft = ""};
    return built_text(play, &view, play_build_body);
}

char *summary_text(const Play *play)
{
    Text text;
    text_init(&text);
    Summary summary = {.arena = arena_new()};
    play_summary(play, &summary);
    for (size_t i = 0; i < summary.count; i++) {
        const SummaryLine *line = &summary.lines[i];
        text_addf(&text, "%s | %s\n", line->label, line->words ? line->words : "(open)");
    }
    arena_free(summary.arena);
    return text_take(&text);
}

char *back_text(const Play *play, size_t steps)
{
    Tree tree;
    tree_init(&tree);
    play_build_back(play, steps, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Replay"));
    char *text = tree_dump(&tree);
    tree_clear(&tree);
    return text;
}

char *step_words(const Play *play, size_t step)
{
    Text text;
    text_init(&text);
    play_step_text(play, step, &text);
    return text_take(&text);
}

void assert_refused(Play *play, const Move *move)
{
    Error checked = {0}, applied = {0};
    Snapshot before = snapshot_take(play);
    size_t count = play_move_count(play);
    if (play_check(play, move, &checked) || play_apply(play, move, &applied)) {
        fail_msg("%s: accepted %s @ %s item %s target %s value %d text %s", play_label(play),
                 move->verb, move->page, move->item, move->target, move->value, move->text);
    }
    assert_int_equal(checked.code, ERROR_REFUSED);
    assert_int_equal(applied.code, ERROR_REFUSED);
    assert_true(applied.sentence[0] != '\0');
    assert_true(snapshot_same(&before, play));
    assert_int_equal(play_move_count(play), count);
    snapshot_clear(&before);
}

void assert_accepted(Play *play, const Move *move)
{
    Error error = {0};
    Snapshot before = snapshot_take(play);
    bool checked = play_check(play, move, &error);
    if (!checked || !snapshot_same(&before, play) || !play_apply(play, move, &error)) {
        fail_msg("%s: %s: %s (item %s target %s value %d text %s)", play_label(play), error.place,
                 error.sentence, move->item, move->target, move->value, move->text);
    }
    snapshot_clear(&before);
}

Move here(const Play *play, Move move)
{
    const char *id = play_context(play)->pages[play_page(play)]->id;
    memcpy(move.page, id, strlen(id) + 1);
    move.seat = play_seat(play);
    return move;
}
