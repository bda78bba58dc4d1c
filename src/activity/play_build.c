/* How every page looks: the guide's words, the kind's own part, and the way on. */
#include "activity/play_inside.h"

#include <assert.h>
#include <stddef.h>

static bool with_guide(Tier tier)
{
    return tier == TIER_T1 || tier == TIER_T2;
}

/* The page's own pose, else the guide listens, and is glad when something was done. */
static const char *guide_pose(const Play *play)
{
    const Page *page = play->context.pages[play_page(play)];
    if (page->picture && text_starts(page->picture, "nori/")) {
        return page->picture;
    }
    return play->kind->is_complete(&play->context, play_kind_state(play), play_page(play))
               ? "nori/glad"
               : "nori/listen";
}

/* What is said to the last thing done: by the guide, below the question; without one, below the
 * answers, where the eye is. */
static Node *build_reply(const Play *play, Tree *tree, Node *parent)
{
    const char *words = play->kind->reply ? play->kind->reply(&play->context, play_kind_state(play),
                                                              play_page(play), tree->arena)
                                          : NULL;
    Node *reply = words ? node_text(tree, parent, TYPE_LEAD, words) : NULL;
    if (reply) {
        reply->key = "reply";
        reply->entrance = ENTER_RISE;
    }
    return reply;
}

static void build_reply_below(const Play *play, Tree *tree, Node *page)
{
    Node *row = node_group(tree, page, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    Node *reply = build_reply(play, tree, row);
    if (reply) {
        reply->look = LOOK_NOTE;
        reply->text_align = ALIGN_CENTER;
    }
}

static void build_hear(const Play *play, Tree *tree, Node *row)
{
    Node *hear =
        node_add(tree, row, ROLE_BUTTON, "hear", play_ui(&play->context, tree->arena, "ui.hear"));
    hear->look = LOOK_QUIET;
    hear->icon = "icon/hear";
    hear->action = action_of("hear", "", 0);
    hear->text_align = ALIGN_CENTER;
}

static void build_words(const Play *play, const PlayView *view, Tree *tree, Node *parent)
{
    const PlayContext *context = &play->context;
    const Page *page = context->pages[play_page(play)];
    if (!page->text) {
        return;
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    if (with_guide(context->tier)) {
        Node *guide = node_image(tree, row, guide_pose(play), "", 72, 81);
        guide->key = "guide-picture";
        guide->entrance = ENTER_BOB;
    }
    Node *bubble = node_group(tree, row, AXIS_COLUMN);
    bubble->look = with_guide(context->tier) ? LOOK_BUBBLE : LOOK_PLAIN;
    bubble->layout.grow = 1;
    bubble->layout.max_width = 860;
    Node *words = node_text(tree, bubble, TYPE_LEAD, play_words(context, tree->arena, page->text));
    words->key = "guide";
    if (with_guide(context->tier)) {
        build_reply(play, tree, bubble);
    }
    if (view->voice && !view->read_only) {
        build_hear(play, tree, row);
    }
}

/* A page that only says something: the guide fills it, for older people what the activity shows. */
static void build_big_picture(const Play *play, Tree *tree, Node *body)
{
    const char *picture =
        with_guide(play->context.tier) ? guide_pose(play) : play->context.activity->picture;
    Node *row = node_group(tree, body, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    if (picture) {
        node_image(tree, row, picture, "", 240, 270);
    }
}

static Node *way_button(const Play *play, Tree *tree, Node *row, Look look, const char *word,
                        const char *verb, const char *icon)
{
    Node *button = node_button(tree, row, look, play_ui(&play->context, tree->arena, word),
                               action_of(verb, "", 0));
    button->key = tree_string(tree, verb);
    button->icon = tree_string(tree, icon);
    return button;
}

static void build_kept(const Play *play, Tree *tree, Node *row)
{
    Node *kept = node_text(tree, row, TYPE_SMALL, play_ui(&play->context, tree->arena, "ui.kept"));
    kept->key = "kept";
    kept->icon = "icon/kept";
    kept->entrance = ENTER_RISE;
}

static void build_way(const Play *play, const PlayView *view, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(play->context.tier)->gap_px;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    if (play_progress(play)->trail_count > 0) {
        way_button(play, tree, row, LOOK_QUIET, "ui.back", "back", "icon/back");
    }
    if (play_can_undo(play)) {
        way_button(play, tree, row, LOOK_QUIET, "ui.undo", "undo", "icon/undo");
    }
    if (view->kept) {
        build_kept(play, tree, row);
    }
    node_spacer(tree, row);
    bool done = play->kind->is_complete(&play->context, play_kind_state(play), play_page(play));
    if (!done) {
        way_button(play, tree, row, LOOK_SECONDARY, "ui.skip", "skip", "icon/skip");
        return;
    }
    way_button(play, tree, row, LOOK_PRIMARY, "ui.next", "next", "icon/next");
}

static void freeze(Node *top)
{
    for (Node *node = top; node; node = node_following(node, top)) {
        node->action = action_of("", "", 0);
        node->state.disabled = node->state.disabled || node->role == ROLE_FIELD;
    }
}

static int gap_between_rows(const Play *play)
{
    int gap = tier_limits(play->context.tier)->gap_px;
    return gap > 12 ? gap : 12;
}

void play_build_body(const Play *play, const PlayView *view, Tree *tree, Node *parent)
{
    play->kind->build(&play->context, play_kind_state(play), play_page(play), view, tree, parent);
}

/* The whole page is in the language of its module, whatever is said around it. */
static void say_language(const Play *play, Tree *tree, Node *parent)
{
    const Strings *words = play->context.words;
    parent->language = tree_string(tree, strings_language(words));
    parent->reads = strings_direction(words) == DIRECTION_RTL ? READS_RTL : READS_LTR;
}

/* The page without the way on. Returns its group. */
static Node *build_page(const Play *play, const PlayView *view, Tree *tree, Node *parent)
{
    say_language(play, tree, parent);
    Node *page = node_group(tree, parent, AXIS_COLUMN);
    page->key = "page";
    page->leaf = 1 + play_page(play);
    page->layout.gap = gap_between_rows(play);
    page->layout.grow = 1;
    page->layout.cross = ALIGN_STRETCH;
    build_words(play, view, tree, page);
    Node *body = node_group(tree, page, AXIS_COLUMN);
    body->key = "page-body";
    body->layout.grow = 1;
    body->layout.gap = page->layout.gap;
    body->layout.cross = ALIGN_STRETCH;
    body->layout.main = ALIGN_CENTER;
    body->layout.scroll = true;
    play_build_body(play, view, tree, body);
    if (!body->first) {
        build_big_picture(play, tree, body);
    }
    if (!with_guide(play->context.tier)) {
        build_reply_below(play, tree, page);
    }
    return page;
}

void play_build(const Play *play, const PlayView *view, Tree *tree, Node *parent)
{
    assert(!view->read_only); /* looking back has its own rules: play_build_back */
    build_way(play, view, tree, build_page(play, view, tree, parent));
}

static void build_private(const Play *play, Tree *tree, Node *parent)
{
    Node *note = node_text(tree, parent, TYPE_SMALL,
                           play_ui(&play->context, tree->arena, "ui.review.private"));
    note->look = LOOK_NOTE;
}

void play_build_back(const Play *play, size_t steps, Tree *tree, Node *parent)
{
    Play *back = play_back(play, steps);
    if (play_private(play, play_page(back))) {
        build_private(play, tree, parent);
    } else {
        PlayView view = {.turn = play_turn(back), .read_only = true, .hand = "", .draft = ""};
        freeze(build_page(back, &view, tree, parent));
    }
    play_free(back);
}
