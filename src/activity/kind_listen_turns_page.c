/* How each step of talking and listening looks: one thing to do at a time, by one of the two. */
#include "activity/kind_listen_turns.h"

#include "activity/page_set.h"

static Node *step_button(const PlayContext *context, const char *words, const char *verb,
                         const char *item, Look look, Tree *tree, Node *row)
{
    (void)context;
    Node *button = node_button(tree, row, look, words, action_of(verb, item, 0));
    button->key = arena_format(tree->arena, "%s%s", verb, item);
    return button;
}

/* Words alone are as big and as high as a picture would make them. */
static void build_topic_choice(const PlayContext *context, const Option *option, Tree *tree,
                               Node *grid)
{
    Node *choice = page_choice(
        tree, grid, option->id, play_words(context, tree->arena, option->text),
        option->picture ? option->picture : "", action_of("choose", option->id, 0), false);
    if (!option->picture) {
        choice->type = TYPE_LEAD;
        choice->layout.min_height = 136;
    }
}

/* Three at once, which is easily talked over; "more" turns on. */
static void build_topics(const PlayContext *context, const ListenState *state, int page,
                         const PlayView *view, Tree *tree, Node *parent)
{
    int topics[LISTEN_TOPICS];
    int count = listen_open_topics(context, state, page, topics);
    PageSet set = page_set(3, count, view->turn);
    Node *grid = page_grid(tree, parent, context);
    grid->layout.gap = two_gap(context);
    for (int i = set.first; i < set.end; i++) {
        const Option *option = &listen_topic(listen_page(context, page), topics[i])->option;
        build_topic_choice(context, option, tree, grid);
    }
    if (set.more) {
        page_more_row(context, tree, parent);
    }
}

/* What is being talked about, big and quiet. */
static void build_topic(const PlayContext *context, const ListenState *state, int page, Tree *tree,
                        Node *parent)
{
    const Option *option = &listen_topic(listen_page(context, page), state->topic - 1)->option;
    Node *card = node_group(tree, parent, AXIS_COLUMN);
    card->key = "topic";
    card->look = LOOK_CARD;
    card->layout.gap = 8;
    card->layout.min_width = 240;
    card->layout.cross = ALIGN_CENTER;
    if (option->picture) {
        node_image(tree, card, option->picture, "", 128, 112);
    }
    Node *words = node_text(tree, card, TYPE_LEAD, play_words(context, tree->arena, option->text));
    words->text_align = ALIGN_CENTER;
}

static void build_backs(const PlayContext *context, int page, Tree *tree, Node *row)
{
    int backs[LISTEN_BACKS];
    int count = listen_backs(context, page, backs);
    for (int i = 0; i < count; i++) {
        const Option *option =
            option_at(&listen_page(context, page)->say_back, sizeof(Option), (size_t)backs[i]);
        Node *back = step_button(context, play_words(context, tree->arena, option->text),
                                 "said-back", option->id, LOOK_SECONDARY, tree, row);
        back->picture = option->picture;
    }
    if (count == 0) {
        step_button(context, play_ui(context, tree->arena, "ui.listen.said-back"), "said-back", "",
                    LOOK_SECONDARY, tree, row);
    }
}

static void build_check(const PlayContext *context, Tree *tree, Node *row)
{
    static const struct {
        const char *verb, *words, *icon;
    } both[] = {{"thats-it", "ui.listen.thats-it", "icon/check"},
                {"not-yet", "ui.listen.not-yet", "icon/replay"}};
    for (size_t i = 0; i < 2; i++) {
        step_button(context, play_ui(context, tree->arena, both[i].words), both[i].verb, "",
                    LOOK_SECONDARY, tree, row)
            ->icon = both[i].icon;
    }
}

static void build_rest_button(const PlayContext *context, Tree *tree, Node *row)
{
    step_button(context, play_ui(context, tree->arena, "ui.listen.rest"), "rest", "", LOOK_QUIET,
                tree, row)
        ->icon = "icon/pause";
}

/* What is asked of one of them, and what they can press. */
static void build_asked(const PlayContext *context, const ListenState *state, int page, Tree *tree,
                        Node *parent)
{
    Node *row = two_row(context, tree, parent);
    switch ((ListenStep)state->step) {
    case LISTEN_TALK:
        step_button(context, play_ui(context, tree->arena, "ui.listen.told"), "told", "",
                    LOOK_SECONDARY, tree, row);
        break;
    case LISTEN_BACK: build_backs(context, page, tree, row); break;
    case LISTEN_CHECK: build_check(context, tree, row); break;
    case LISTEN_TOPIC: break;
    }
    build_rest_button(context, tree, two_row(context, tree, parent));
}

static const char *ask_of(const PlayContext *context, const ListenState *state, Arena *arena)
{
    static const char *const asks[] = {[LISTEN_TOPIC] = "ui.listen.pick",
                                       [LISTEN_TALK] = "ui.listen.talk",
                                       [LISTEN_BACK] = "ui.listen.back",
                                       [LISTEN_CHECK] = "ui.listen.check"};
    Seat talker = two_turn(state->turn);
    Seat doer = state->step == LISTEN_BACK ? two_other(talker) : talker;
    return two_words(context, arena, asks[state->step], doer);
}

/* The topic on one side, what to do on the other; below each other where there is little room. */
static void build_step(const PlayContext *context, const ListenState *state, int page,
                       const PlayView *view, Tree *tree, Node *parent)
{
    const char *ask = ask_of(context, state, tree->arena);
    if (state->step == LISTEN_TOPIC) {
        two_ask(context, ask, tree, parent);
        build_topics(context, state, page, view, tree, parent);
        return;
    }
    Node *row = two_row(context, tree, parent);
    row->layout.gap = 32;
    build_topic(context, state, page, tree, row);
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.gap = two_gap(context);
    column->layout.cross = ALIGN_CENTER;
    column->layout.max_width = 560;
    two_ask(context, ask, tree, column);
    build_asked(context, state, page, tree, column);
}

/* The shell is put down; it waits where it was. */
static void build_rest(const PlayContext *context, Tree *tree, Node *parent)
{
    two_ask(context, play_ui(context, tree->arena, "ui.listen.resting"), tree, parent);
    Node *shell = node_image(tree, two_row(context, tree, parent), "joint/shell", "", 150, 136);
    shell->key = "resting-shell";
    step_button(context, play_ui(context, tree->arena, "ui.listen.go-on"), "go-on", "",
                LOOK_SECONDARY, tree, two_row(context, tree, parent));
}

void listen_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    const ListenState *state = listen_state(any, page);
    if (listen_turns(context, page) == 0) {
        page_picture(tree, parent, listen_page(context, page)->page.picture, 480, 270);
        return;
    }
    if (listen_over(context, state, page)) {
        two_ask(context, play_ui(context, tree->arena, "ui.listen.over"), tree, parent);
        node_image(tree, two_row(context, tree, parent), "joint/shell", "", 150, 136);
        return;
    }
    if (state->resting) {
        build_rest(context, tree, parent);
        return;
    }
    two_build(context, two_turn(state->turn), tree, parent);
    build_step(context, state, page, view, tree, parent);
}
