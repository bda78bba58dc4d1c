/* How the feelings check looks: faces or words to pick, how big each is, and what to say instead.
 */
#include "activity/kind_feelings_check.h"

#include "activity/own_words.h"
#include "activity/page_set.h"

/* Named after its word, for there is one for each word picked. */
static void build_size_button(const PlayContext *context, const Option *option, const char *ui,
                              int size, Tree *tree, Node *row)
{
    const char *words = play_ui(context, tree->arena, ui);
    Node *button = node_button(tree, row, LOOK_QUIET, words, action_of("size", option->id, size));
    button->name =
        arena_format(tree->arena, "%s: %s", words, play_words(context, tree->arena, option->text));
    button->state.disabled = size < -SIZE_MAX_STEP || size > SIZE_MAX_STEP;
}

static void build_size(const PlayContext *context, const FeelingsPage *page, const Pick *pick,
                       Tree *tree, Node *parent)
{
    const Option *option = option_at(&page->words, sizeof(Option), (size_t)pick->word);
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.cross = ALIGN_CENTER;
    row->layout.main = ALIGN_CENTER;
    build_size_button(context, option, "ui.smaller", pick->size - 1, tree, row);
    static const TypeSize types[] = {TYPE_SMALL, TYPE_BODY, TYPE_LEAD, TYPE_TITLE, TYPE_DISPLAY};
    Node *word = node_text(tree, row, types[pick->size + SIZE_MAX_STEP],
                           play_words(context, tree->arena, option->text));
    word->text_align = ALIGN_CENTER;
    word->layout.min_width = 160;
    build_size_button(context, option, "ui.bigger", pick->size + 1, tree, row);
}

static void build_own(const PlayContext *context, const FeelingsState *state, const PlayView *view,
                      Tree *tree, Node *parent)
{
    own_words_build(context, view, (OwnWords){.item = "own", .most = OWN_MAX}, tree, parent);
    if (state->own[0]) {
        Node *given = node_button(tree, parent, LOOK_CHIP, state->own, action_of("clear", "", 0));
        given->key = "own-given";
        given->icon = "icon/undo";
    }
}

/* Seeing the others is no move: the screen turns the page's view. */
static void build_more(const PlayContext *context, int page, Tree *tree, Node *row)
{
    int words[WORDS_MAX];
    if (feelings_words(context, page, words) > feelings_at_once(context->tier)) {
        page_more(context, "ui.more", tree, row);
    }
}

static void build_instead(const PlayContext *context, const FeelingsState *state, int page,
                          Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    const struct {
        const char *verb, *words;
        int instead;
    } both[] = {{"not-sure", "ui.not-sure", NOT_SURE}, {"rather-not", "ui.rather-not", RATHER_NOT}};
    for (size_t i = 0; i < 2; i++) {
        page_choice(tree, row, both[i].verb, play_ui(context, tree->arena, both[i].words), NULL,
                    action_of(both[i].verb, "", 0), state->instead == both[i].instead);
    }
    build_more(context, page, tree, row);
}

static void build_word(const PlayContext *context, const FeelingsState *state, int page, int word,
                       Tree *tree, Node *parent)
{
    const Option *option =
        option_at(&feelings_page(context, page)->words, sizeof(Option), (size_t)word);
    bool faces = context->tier <= TIER_T3;
    Node *choice =
        page_choice(tree, parent, option->id, play_words(context, tree->arena, option->text),
                    faces ? option->picture : NULL, action_of("choose", option->id, 0),
                    feelings_pick(state, word) >= 0);
    choice->picture_size = page_picture_size(context->tier);
}

/* Teens and adults get a cloud of words; younger ones faces in a grid. */
static Node *words_parent(const PlayContext *context, Tree *tree, Node *parent)
{
    if (context->tier <= TIER_T3) {
        return page_grid(tree, parent, context);
    }
    Node *cloud = node_group(tree, parent, AXIS_ROW);
    cloud->layout.gap = tier_limits(context->tier)->gap_px;
    cloud->layout.main = ALIGN_CENTER;
    cloud->layout.wrap = true;
    return cloud;
}

static void build_words(const PlayContext *context, const FeelingsState *state, int page,
                        const PlayView *view, Tree *tree, Node *parent)
{
    int words[WORDS_MAX];
    int count = feelings_words(context, page, words);
    PageSet set = page_set(feelings_at_once(context->tier), count, view->turn);
    Node *grid = words_parent(context, tree, parent);
    for (int i = set.first; i < set.end; i++) {
        build_word(context, state, page, words[i], tree, grid);
    }
}

void feelings_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                    Tree *tree, Node *parent)
{
    const FeelingsState *state = feelings_state(any, page);
    const FeelingsPage *content = feelings_page(context, page);
    page_lead_picture(tree, parent, content->page.picture, false);
    build_words(context, state, page, view, tree, parent);
    for (int i = 0; content->size && i < state->count; i++) {
        build_size(context, content, &state->picks[i], tree, parent);
    }
    build_instead(context, state, page, tree, parent);
    if (feelings_may_type(context, content)) {
        build_own(context, state, view, tree, parent);
    }
}
