/* Picture story: a page, sometimes a choice, a kind reply to each. Every path ends well; no choice
 * is better than another. */
#include "activity/on_paper.h"
#include "activity/ways.h"

#include <stdio.h>
#include <string.h>

enum { CHOICES_MAX = 8 };

typedef struct StoryChoice {
    Option option;
    const char *reply;
    const char *next; /* page id or NULL */
} StoryChoice;

typedef struct StoryPage {
    Page page;
    List choices; /* StoryChoice */
    bool many;
    const char *next; /* page id or NULL */
    bool end;
} StoryPage;

typedef struct PageState {
    int count;
    signed char chosen[CHOICES_MAX]; /* indices in choices, in the order chosen */
    int not_sure; /* 1: that was said; of int size, so that no bytes lie between the members */
} PageState;

typedef struct StoryState {
    PageState pages[PLAY_PAGES_MAX];
} StoryState;

static const Field choice_fields[] = {
    {"reply", FIELD_SENTENCE, offsetof(StoryChoice, reply), .required = true,
     .help = "Said when it is chosen: kind, never right or wrong."},
    {"next", FIELD_ID, offsetof(StoryChoice, next), .help = "The page that follows."},
};

static const Shape choice_shape = {"choice", sizeof(StoryChoice), choice_fields,
                                   sizeof choice_fields / sizeof *choice_fields, &option_shape};

static const Field fields[] = {
    {"choices", FIELD_LIST, offsetof(StoryPage, choices), .min = 2, .max = CHOICES_MAX,
     .shape = &choice_shape, .help = "What may be chosen here; 'not sure' is added."},
    {"many", FIELD_FLAG, offsetof(StoryPage, many), .help = "More than one may be chosen."},
    {"next", FIELD_ID, offsetof(StoryPage, next),
     .help = "The page that follows; the one below when absent."},
    {"end", FIELD_FLAG, offsetof(StoryPage, end), .help = "The story ends after this page."},
};

static const Shape shape = {"story_pages page", sizeof(StoryPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const StoryPage *page_of(const PlayContext *context, int page)
{
    return (const StoryPage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const StoryState *)state)->pages[page];
}

static const StoryChoice *choice_at(const StoryPage *page, int index)
{
    return &((const StoryChoice *)page->choices.items)[index];
}

static int find_choice(const PlayContext *context, int page, const char *id)
{
    return option_find(&page_of(context, page)->choices, sizeof(StoryChoice), context->tier, id);
}

static int place_of(const PageState *state, int choice)
{
    for (int i = 0; i < state->count; i++) {
        if (state->chosen[i] == choice) {
            return i;
        }
    }
    return -1;
}

static const Verb verbs[] = {
    {"choose", MOVE_ITEM}, {"unchoose", MOVE_ITEM}, {"not-sure", 0}, {NULL, 0}};

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    if (event->type != UI_PRESS) {
        return false;
    }
    *out = move_of(event->action.verb, "", event->action.item);
    int choice = find_choice(context, page, event->action.item);
    if (choice >= 0 && place_of(state_of(any, page), choice) >= 0) {
        *out = move_of("unchoose", "", event->action.item);
    }
    return true;
}

static void unchoose(PageState *state, int place)
{
    for (int i = place; i + 1 < state->count; i++) {
        state->chosen[i] = state->chosen[i + 1];
    }
    state->chosen[--state->count] = 0;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    const StoryPage *content = page_of(context, page);
    PageState *state = &((StoryState *)any)->pages[page];
    if (content->choices.count == 0) {
        return move_refuse(error, move, "this page asks for nothing");
    }
    if (strcmp(move->verb, "not-sure") == 0) {
        *state = (PageState){.not_sure = 1};
        return true;
    }
    int choice = find_choice(context, page, move->item);
    int place = choice < 0 ? -1 : place_of(state, choice);
    bool take_back = strcmp(move->verb, "unchoose") == 0;
    if (choice < 0 || take_back != (place >= 0)) {
        return move_refuse(error, move, "this cannot be chosen now");
    }
    if (take_back) {
        unchoose(state, place);
        return true;
    }
    if (!content->many) {
        *state = (PageState){0};
    }
    state->not_sure = 0;
    state->chosen[state->count++] = (signed char)choice;
    return true;
}

static void build_choices(const PlayContext *context, const PageState *state, int page, Tree *tree,
                          Node *parent)
{
    const StoryPage *content = page_of(context, page);
    int choices[CHOICES_MAX];
    int count = options_by_chance(context, page, &content->choices, sizeof(StoryChoice), choices,
                                  CHOICES_MAX);
    Node *grid = page_grid(tree, parent, context);
    for (int i = 0; i < count; i++) {
        const Option *option = &choice_at(content, choices[i])->option;
        page_choice(tree, grid, option->id, play_words(context, tree->arena, option->text),
                    option->picture, action_of("choose", option->id, 0),
                    place_of(state, choices[i]) >= 0);
    }
    page_choice(tree, grid, "not-sure", play_ui(context, tree->arena, "ui.not-sure"),
                content->choices.count && choice_at(content, 0)->option.picture ? "face/not-sure"
                                                                                : NULL,
                action_of("not-sure", "", 0), state->not_sure != 0);
}

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    const PageState *state = state_of(any, page);
    if (state->count == 0) {
        return NULL;
    }
    const StoryChoice *last = choice_at(page_of(context, page), state->chosen[state->count - 1]);
    return play_words(context, arena, last->reply);
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    (void)view;
    const StoryPage *content = page_of(context, page);
    bool asks = content->choices.count > 0;
    page_picture(tree, parent, content->page.picture, asks ? 300 : 560, asks ? 168 : 315);
    if (asks) {
        build_choices(context, state_of(any, page), page, tree, parent);
    }
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const PageState *state = state_of(any, page);
    return state->count > 0 || state->not_sure || page_of(context, page)->choices.count == 0;
}

static int next_page(const PlayContext *context, const void *any, int page)
{
    const StoryPage *content = page_of(context, page);
    const PageState *state = state_of(any, page);
    const StoryChoice *last =
        state->count ? choice_at(content, state->chosen[state->count - 1]) : NULL;
    if (last && last->next) {
        return page_index(context, last->next);
    }
    if (content->end) {
        return context->page_count;
    }
    return content->next ? page_index(context, content->next) : page + 1;
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PageState *state = state_of(any, page);
    const StoryPage *content = page_of(context, page);
    const char *label = play_words(context, out->arena, content->page.text);
    for (int i = 0; i < state->count; i++) {
        const Option *option = &choice_at(content, state->chosen[i])->option;
        summary_add(out, label, play_words(context, out->arena, option->text), option->picture);
    }
    if (state->not_sure) {
        summary_add(out, label, play_ui(context, out->arena, "ui.not-sure"), NULL);
    }
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    Arena *arena = arena_new();
    int choice = find_choice(context, page, move->item);
    const char *words =
        choice < 0
            ? play_ui(context, arena, "ui.not-sure")
            : play_words(context, arena, choice_at(page_of(context, page), choice)->option.text);
    step_say(context, out,
             strcmp(move->verb, "unchoose") == 0 ? "ui.step.took-back" : "ui.step.chose", words);
    arena_free(arena);
}

/* ---- checking: every page is reached, leads on to an end, and never back ---- */

static bool way_at(const Page *any, size_t index, char room[48], Way *out)
{
    const StoryPage *page = (const StoryPage *)(const void *)any;
    if (index == 0) {
        *out = (Way){page->next, TIER_SET_ALL, "next"};
        return true;
    }
    if (index > page->choices.count) {
        return false;
    }
    const StoryChoice *choice = choice_at(page, (int)index - 1);
    snprintf(room, 48, "choices[%zu].next", index - 1);
    *out = (Way){choice->next, choice->next ? choice->option.tiers : 0, room}; /* else as above */
    return true;
}

static bool ends(const Page *any)
{
    return ((const StoryPage *)(const void *)any)->end;
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    static const Ways ways = {.at = way_at, .ends = ends, .last_ends = true, .what = "story"};
    const StoryPage *const *pages = activity->pages.items;
    for (size_t i = 0; i < activity->pages.count; i++) {
        char place[PLACE_MAX];
        if (pages[i]->choices.count) {
            options_check(&pages[i]->choices, sizeof(StoryChoice),
                          pages[i]->page.tiers & activity->tiers, 2, 0, "choices", file,
                          page_place(place, path, i, "choices"), faults);
        }
    }
    ways_check(activity, &ways, file, path, faults);
}

/* ---- on paper ---- */

static void add_choices(const PlayContext *context, int page, Paper *paper)
{
    const StoryPage *content = page_of(context, page);
    int choices[CHOICES_MAX];
    int count = options_of_tier(&content->choices, sizeof(StoryChoice), context->tier, choices,
                                CHOICES_MAX);
    paper_note(context, "ui.paper.tick", paper);
    paper_options(context, PAPER_TICK, &content->choices, sizeof(StoryChoice), true, paper);
    paper_note(context, "ui.paper.after", paper);
    PaperBlock *after = paper_add(paper, PAPER_AFTER, NULL);
    for (int i = 0; i < count; i++) {
        const StoryChoice *choice = choice_at(content, choices[i]);
        paper_then(context, choice->option.text, choice->reply, choice->next, after, paper);
    }
}

static void on_paper(const PlayContext *context, int page, Paper *paper)
{
    const StoryPage *content = page_of(context, page);
    if (content->choices.count > 0) {
        add_choices(context, page, paper);
    }
    paper_way(context, page, content->next, content->end, paper);
}

const Kind kind_story_pages = {
    .content = {.name = "story_pages",
                .tiers = TIER_SET_ALL,
                .page = &shape,
                .check = check,
                .story = true,
                .ends = ends},
    .state_size = sizeof(StoryState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .reply = reply,
    .is_complete = is_complete,
    .next_page = next_page,
    .summary = summary,
    .step_text = step_text,
    .paper = on_paper,
};
