/* Whatever the bytes: a play takes moves that fit and refuses all others without a trace; its state
 * is the fold of the moves it took. The first bytes choose activity, tier and seed, the others make
 * moves: some by pressing what the page shows, some put together from its words, some of garbage.
 * Needs the shipped content: COVE_SOURCE_DIR, or the folder the fuzzer runs in. */
#include "activity/play.h"
#include "content/library.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#ifndef COVE_SOURCE_DIR
#define COVE_SOURCE_DIR "."
#endif

enum { MOVES_MAX = 400, NODES_MAX = 256 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

static unsigned take(Bytes *bytes)
{
    return bytes->at < bytes->end ? *bytes->at++ : 0;
}

/* At most `most` bytes of the input as text. */
static void take_text(Bytes *bytes, char *to, size_t most)
{
    size_t length = take(bytes) % (most + 1);
    for (size_t i = 0; i < length; i++) {
        to[i] = (char)take(bytes);
    }
    to[length] = '\0';
}

/* Opened once and kept: opening is far slower than playing. */
static const Library *content(void)
{
    static Library *library;
    if (!library) {
        bool opened =
            library_open(COVE_SOURCE_DIR "/content", kinds_content(), "en", &library, NULL);
        assert(opened && library_count(library) > 0);
        (void)opened;
    }
    return library;
}

static Play *choose_play(const Library *library, Bytes *bytes)
{
    const Module *module = library_at(library, take(bytes) % library_count(library));
    size_t activity = take(bytes) % module->activities.count;
    unsigned tier = take(bytes), seed = take(bytes);
    PlaySetup setup = {.activity = &((const Activity *)module->activities.items)[activity],
                       .words = library_strings(library, module),
                       .ui = library_ui(library),
                       .tier = (Tier)(tier % TIER_COUNT),
                       .may_type = tier & 0x80,
                       .seed = seed};
    Play *play = NULL;
    return play_new(&setup, &play, NULL) ? play : NULL;
}

static const Node *choose_node(const Tree *tree, Bytes *bytes)
{
    const Node *nodes[NODES_MAX] = {tree->root};
    size_t count = 0;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if ((node->action.verb[0] || node->action.item[0]) && count < NODES_MAX) {
            nodes[count++] = node;
        }
    }
    return nodes[count ? take(bytes) % count : 0];
}

static bool draw(const Play *play, const Node *sheet, Bytes *bytes, Move *out)
{
    Trail trail = {0};
    for (unsigned length = 1 + take(bytes); length > 0; length--) {
        trail_add(&trail, (Spot){(short)(take(bytes) * 4), (short)(take(bytes) * 3)});
    }
    UiEvent event = {.type = UI_DRAW, .action = sheet->action, .trail = &trail};
    return play_interpret(play, &event, out);
}

static bool press(const Play *play, const Tree *tree, Bytes *bytes, Move *out)
{
    char text[64];
    const Node *node = choose_node(tree, bytes);
    if (node->pen && take(bytes) % 4) {
        return draw(play, node, bytes, out);
    }
    UiEvent event = {.type = take(bytes) % 2 ? UI_PRESS : UI_PLACE, .action = node->action};
    memcpy(event.target, choose_node(tree, bytes)->action.item, sizeof event.target);
    take_text(bytes, text, sizeof text - 1);
    event.text = text;
    return play_interpret(play, &event, out);
}

static bool wait(const Play *play, Bytes *bytes, Move *out)
{
    PlayView view = {.now = take(bytes) * 1000, .hand = "", .draft = ""};
    return play_tick(play, &view, out);
}

static const char *choose_verb(const Play *play, Bytes *bytes)
{
    static const char *const paging[] = {"next", "skip", "back", "undo"};
    const Verb *verbs = kind_named(play_context(play)->activity->kind)->verbs;
    size_t count = 0;
    while (verbs[count].name) {
        count++;
    }
    size_t any = take(bytes) % (count + 4);
    return any < count ? verbs[any].name : paging[any - count];
}

/* Made of words that are there, in places where they may not belong. */
static void mix(const Play *play, const Tree *tree, Bytes *bytes, Move *out)
{
    const PlayContext *context = play_context(play);
    int page = (int)take(bytes) % (context->page_count * 4);
    const char *id = context->pages[page < context->page_count ? page : play_page(play)]->id;
    *out = move_of(choose_verb(play, bytes), id, "");
    if (take(bytes) % 4) {
        memcpy(out->item, choose_node(tree, bytes)->action.item, sizeof out->item);
    }
    if (take(bytes) % 2) {
        memcpy(out->target, choose_node(tree, bytes)->action.item, sizeof out->target);
    }
    if (take(bytes) % 4 == 0) {
        out->value = (int)(take(bytes) << 24 | take(bytes));
    }
    if (take(bytes) % 4 == 0) {
        take_text(bytes, out->text, 100);
    }
}

static void garbage(Bytes *bytes, Move *out)
{
    *out = (Move){0};
    take_text(bytes, out->verb, sizeof out->verb - 1);
    take_text(bytes, out->page, sizeof out->page - 1);
    take_text(bytes, out->item, sizeof out->item - 1);
    take_text(bytes, out->target, sizeof out->target - 1);
    take_text(bytes, out->text, sizeof out->text - 1);
    out->value = (int)(take(bytes) << 24 | take(bytes) << 8 | take(bytes));
}

static bool make_move(const Play *play, const Tree *tree, Bytes *bytes, Move *out)
{
    switch (take(bytes) % 8) {
    case 0: garbage(bytes, out); return true;
    case 1: return wait(play, bytes, out);
    case 2:
    case 3: mix(play, tree, bytes, out); return true;
    default: return press(play, tree, bytes, out);
    }
}

static bool same_state(const Play *a, const Play *b)
{
    size_t size, other;
    const void *state = play_state(a, &size);
    return memcmp(state, play_state(b, &other), size) == 0 && size == other;
}

static void say(const Play *play, size_t step)
{
    Text text;
    text_init(&text);
    play_step_text(play, step, &text);
    assert(text.length > 0);
    text_clear(&text);
}

/* The page as it was after some of the moves. */
static void look_back(const Play *play, size_t steps)
{
    Tree tree;
    tree_init(&tree);
    play_build_back(play, steps, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Replay"));
    tree_clear(&tree);
}

static void read_back(const Play *play)
{
    for (size_t step = 0; step < play_move_count(play); step++) {
        say(play, step);
        look_back(play, step + 1);
    }
    Summary summary = {.arena = arena_new()};
    play_summary(play, &summary);
    for (size_t i = 0; i < summary.count; i++) {
        assert(summary.lines[i].label && summary.lines[i].words);
    }
    arena_free(summary.arena);
}

/* Offers one move to the play; its twin stands where the play stood before. */
static void offer(Play *play, Play *twin, const Move *move, Move *taken, size_t *count)
{
    bool fits = play_check(play, move, NULL);
    bool applied = play_apply(play, move, NULL);
    assert(applied == fits);
    assert(same_state(play, twin) != fits);
    if (applied) {
        taken[(*count)++] = *move;
        applied = play_apply(twin, move, NULL);
    }
    assert(applied == fits && same_state(play, twin));
}

static void look(const Play *play, Tree *tree)
{
    PlayView view = {.hand = "", .draft = ""};
    tree_reset(tree);
    play_build(play, &view, tree, node_add(tree, NULL, ROLE_SCREEN, "screen", "Play"));
}

static void run(Play *play, Play *twin, Bytes *bytes)
{
    static Move taken[MOVES_MAX];
    size_t count = 0;
    Tree tree;
    tree_init(&tree);
    for (int i = 0; bytes->at < bytes->end && i < MOVES_MAX; i++) {
        Move move;
        look(play, &tree);
        if (make_move(play, &tree, bytes, &move)) {
            offer(play, twin, &move, taken, &count);
        }
    }
    tree_clear(&tree);
    bool folded = play_fold(twin, taken, count, NULL);
    assert(folded && same_state(play, twin) && play_move_count(play) == play_move_count(twin));
    (void)folded;
    read_back(play);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Bytes input = {bytes, bytes + size}, again = input;
    Play *play = choose_play(content(), &input);
    Play *twin = choose_play(content(), &again);
    if (play) {
        run(play, twin, &input);
    }
    play_free(play);
    play_free(twin);
    return 0;
}
