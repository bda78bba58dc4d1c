/* Role-play: somebody says something, three replies or more are tried, and each shows what it leads
 * to. One may try another or go on with any of them; none is better. */
#include "activity/kind_branch_roleplay.h"

#include <string.h>

enum { TIMES_MAX = 255 };

typedef struct RolesState {
    RoleState pages[PLAY_PAGES_MAX];
} RolesState;

static const char *const voices[] = {"plain", "loud", "tiny", "steady", NULL};

static const Field says_fields[] = {
    {"who", FIELD_SENTENCE, offsetof(Says, who), .required = true,
     .help = "Who says it, as a name above the bubble: \"Jo\", \"A grown-up\"."},
    {"voice", FIELD_WORD, offsetof(Says, voice), .words = voices,
     .help = "How it is said; plain when absent."},
};

static const Shape says_shape = {"bubble", sizeof(Says), says_fields,
                                 sizeof says_fields / sizeof *says_fields, &option_shape};

static const Field reply_fields[] = {
    {"then", FIELD_SENTENCE, offsetof(Reply, then), .required = true,
     .help = "What it leads to, shown when it is chosen: told, never judged."},
    {"next", FIELD_ID, offsetof(Reply, next),
     .help = "The page that follows this reply; the page's own way on when absent."},
    {"voice", FIELD_WORD, offsetof(Reply, voice), .words = voices,
     .help = "How it is said; plain when absent."},
};

static const Shape reply_shape = {"reply", sizeof(Reply), reply_fields,
                                  sizeof reply_fields / sizeof *reply_fields, &option_shape};

static const Field fields[] = {
    {"says", FIELD_LIST, offsetof(RolePage, says), .max = ROLEPLAY_SAYS, .shape = &says_shape,
     .help = "What is said in this scene, from the top: up to three speech bubbles."},
    {"replies", FIELD_LIST, offsetof(RolePage, replies), .min = 3, .max = ROLEPLAY_REPLIES,
     .shape = &reply_shape,
     .help = "What one may say: three for t1, three or more for all others; 'not sure' is added. "
             "None: a page that only shows something."},
    {"next", FIELD_ID, offsetof(RolePage, next),
     .help = "The page that follows, also when the page is skipped; the one below when absent."},
    {"end", FIELD_FLAG, offsetof(RolePage, end),
     .help = "The role-play ends after this page: calmly, or with a safe grown-up. Every path "
             "ends at such a page."},
};

static const Shape shape = {"branch_roleplay page", sizeof(RolePage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const RolePage *roleplay_page(const PlayContext *context, int page)
{
    return (const RolePage *)(const void *)context->pages[page];
}

const RoleState *roleplay_state(const void *state, int page)
{
    return &((const RolesState *)state)->pages[page];
}

const Reply *roleplay_reply(const RolePage *page, int index)
{
    return &((const Reply *)page->replies.items)[index];
}

static int find_reply(const PlayContext *context, int page, const char *id)
{
    return option_find(&roleplay_page(context, page)->replies, sizeof(Reply), context->tier, id);
}

/* ---- moves ---- */

static const Verb verbs[] = {{"choose", MOVE_ITEM}, {"try-another", 0}, {"not-sure", 0}, {NULL, 0}};

static void try_reply(RoleState *state, int reply)
{
    if (state->times[reply] == 0) {
        state->tried[state->count++] = (signed char)reply;
    }
    if (state->times[reply] < TIMES_MAX) {
        state->times[reply]++;
    }
    state->now = 1 + reply;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    RoleState *state = &((RolesState *)any)->pages[page];
    if (roleplay_page(context, page)->replies.count == 0) {
        return move_refuse(error, move, "this page asks for nothing");
    }
    if (strcmp(move->verb, "try-another") == 0) {
        state->now = ROLE_OPEN;
        return true;
    }
    if (state->now > ROLE_OPEN) {
        return move_refuse(error, move, "a reply is being shown");
    }
    if (strcmp(move->verb, "not-sure") == 0) {
        state->now = ROLE_NOT_SURE;
        return true;
    }
    int reply = find_reply(context, page, move->item);
    if (reply < 0) {
        return move_refuse(error, move, "there is no such reply here");
    }
    try_reply(state, reply);
    return true;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const RoleState *state = roleplay_state(any, page);
    return state->count > 0 || state->now == ROLE_NOT_SURE ||
           roleplay_page(context, page)->replies.count == 0;
}

/* ---- the way on ---- */

/* By the reply that is shown; otherwise, and when the page is skipped, the page's own way. */
static int next_page(const PlayContext *context, const void *any, int page)
{
    const RolePage *content = roleplay_page(context, page);
    int now = roleplay_state(any, page)->now;
    const char *next = now > ROLE_OPEN ? roleplay_reply(content, now - 1)->next : NULL;
    if (content->end) {
        return context->page_count;
    }
    next = next ? next : content->next;
    return next ? page_index(context, next) : page + 1;
}

/* ---- reading back ---- */

static const char *reply_words(const PlayContext *context, int page, int reply, Arena *arena)
{
    return play_words(context, arena,
                      roleplay_reply(roleplay_page(context, page), reply)->option.text);
}

/* "1. Say no", "2. Walk away (2 times)", "3. Ask (went on with this)". */
static const char *tried_words(const PlayContext *context, const RoleState *state, int page,
                               int place, Arena *arena)
{
    int reply = state->tried[place];
    const char *words =
        arena_format(arena, "%d. %s", place + 1, reply_words(context, page, reply, arena));
    if (state->times[reply] > 1) {
        words =
            arena_format(arena, "%s (%s)", words,
                         play_ui_count(context, arena, "ui.roleplay.times", state->times[reply]));
    }
    if (state->count > 1 && state->now == 1 + reply) {
        words = arena_format(arena, "%s (%s)", words, play_ui(context, arena, "ui.roleplay.last"));
    }
    return words;
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const RoleState *state = roleplay_state(any, page);
    const RolePage *content = roleplay_page(context, page);
    const char *label = play_words(context, out->arena, content->page.text);
    for (int i = 0; i < state->count; i++) {
        summary_add(out, label, tried_words(context, state, page, i, out->arena),
                    roleplay_reply(content, state->tried[i])->option.picture);
    }
    if (state->now == ROLE_NOT_SURE) {
        summary_add(out, label, play_ui(context, out->arena, "ui.not-sure"), NULL);
    }
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    if (strcmp(move->verb, "try-another") == 0) {
        step_say(context, out, "ui.roleplay.try-another", NULL);
        return;
    }
    Arena *arena = arena_new();
    int reply = find_reply(context, page, move->item);
    step_say(context, out, "ui.step.chose",
             reply < 0 ? play_ui(context, arena, "ui.not-sure")
                       : reply_words(context, page, reply, arena));
    arena_free(arena);
}

const Kind kind_branch_roleplay = {
    .content = {.name = "branch_roleplay",
                .tiers = TIER_SET_ALL,
                .page = &shape,
                .check = roleplay_check,
                .ends = roleplay_ends},
    .state_size = sizeof(RolesState),
    .verbs = verbs,
    .interpret = press_as_move,
    .apply = apply,
    .build = roleplay_build,
    .is_complete = is_complete,
    .next_page = next_page,
    .summary = summary,
    .step_text = step_text,
    .paper = roleplay_paper,
};
