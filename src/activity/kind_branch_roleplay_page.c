/* How a role-play page looks: the scene, the speech bubbles, and the replies or the one that was
 * chosen with what it leads to. */
#include "activity/kind_branch_roleplay.h"

static const char *voice_picture(int voice)
{
    static const char *const pictures[] = {NULL, "voice/loud", "voice/tiny", "voice/steady"};
    return voice > VOICE_PLAIN ? pictures[voice] : NULL;
}

/* A loud voice is bold and a tiny one is drawn lighter; neither is hard to read, nor takes the room
 * of its picture. */
static TypeSize voice_type(const PlayContext *context, int voice)
{
    bool lead = voice == VOICE_LOUD || (voice != VOICE_TINY && context->tier <= TIER_T2);
    return lead ? TYPE_LEAD : TYPE_BODY;
}

static SayTone voice_tone(int voice)
{
    static const SayTone tones[] = {[VOICE_PLAIN] = SAID_PLAIN,
                                    [VOICE_LOUD] = SAID_LOUD,
                                    [VOICE_TINY] = SAID_TINY,
                                    [VOICE_STEADY] = SAID_STEADY};
    return voice < 0 ? SAID_PLAIN : tones[voice];
}

static void build_voice(int voice, Tree *tree, Node *row)
{
    if (voice_picture(voice)) {
        node_image(tree, row, voice_picture(voice), "", 44, 44);
    }
}

/* What is said, in a bubble of its voice. Returns the words. */
static Node *build_bubble(const PlayContext *context, const char *key, const char *who,
                          const char *words, int voice, Tree *tree, Node *row)
{
    Node *bubble = node_group(tree, row, AXIS_ROW);
    bubble->key = tree_string(tree, key);
    bubble->look = voice == VOICE_TINY ? LOOK_NOTE : LOOK_BUBBLE;
    bubble->layout.gap = 12;
    bubble->layout.cross = ALIGN_CENTER;
    bubble->layout.max_width = voice == VOICE_TINY ? 320 : 560;
    build_voice(voice, tree, bubble);
    Node *column = node_group(tree, bubble, AXIS_COLUMN);
    column->layout.gap = 2;
    if (who) {
        node_text(tree, column, TYPE_SMALL, who)->bold = true;
    }
    Node *said = node_text(tree, column, voice_type(context, voice), words);
    said->bold = voice == VOICE_LOUD;
    said->tone = voice_tone(voice);
    return said;
}

static void build_says(const PlayContext *context, const Says *says, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    if (says->option.picture) {
        int size = context->tier <= TIER_T2 ? 88 : 72;
        node_image(tree, row, says->option.picture, "", size, size);
    }
    const char *key = arena_format(tree->arena, "says-%s", says->option.id);
    build_bubble(context, key, play_words(context, tree->arena, says->who),
                 play_words(context, tree->arena, says->option.text), says->voice, tree, row);
}

static Node *wide_row(Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 24;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    return row;
}

/* Side by side, where there is room. */
static void build_talk(const PlayContext *context, int page, Tree *tree, Node *row)
{
    const RolePage *content = roleplay_page(context, page);
    int shown[ROLEPLAY_SAYS];
    int count = options_of_tier(&content->says, sizeof(Says), context->tier, shown, ROLEPLAY_SAYS);
    for (int i = 0; i < count; i++) {
        build_says(context, &((const Says *)content->says.items)[shown[i]], tree, row);
    }
}

/* The picture on one side, what is said on the other; below each other where there is little room.
 */
static void build_scene(const PlayContext *context, int page, Tree *tree, Node *parent)
{
    const RolePage *content = roleplay_page(context, page);
    bool asks = content->replies.count > 0;
    if (content->says.count == 0) {
        page_picture(tree, parent, content->page.picture, asks ? 320 : 560, asks ? 180 : 315);
        return;
    }
    Node *row = wide_row(tree, parent);
    if (!asks || content->says.count < ROLEPLAY_SAYS) {
        page_picture(tree, row, content->page.picture, asks ? 280 : 400, asks ? 158 : 225);
    }
    build_talk(context, page, tree, row);
}

/* ---- replies ---- */

static bool any_picture(const RolePage *content)
{
    for (size_t i = 0; i < content->replies.count; i++) {
        if (roleplay_reply(content, (int)i)->option.picture) {
            return true;
        }
    }
    return false;
}

static const char *reply_picture(const RolePage *content, const Reply *reply)
{
    const char *voice = voice_picture(reply->voice);
    const char *none = any_picture(content) ? "" : NULL;
    return reply->option.picture ? reply->option.picture : voice ? voice : none;
}

static void build_replies(const PlayContext *context, const RoleState *state, int page, Tree *tree,
                          Node *parent)
{
    const RolePage *content = roleplay_page(context, page);
    int replies[ROLEPLAY_REPLIES];
    int count = options_by_chance(context, page, &content->replies, sizeof(Reply), replies,
                                  ROLEPLAY_REPLIES);
    Node *grid = page_grid(tree, parent, context);
    if (context->tier >= TIER_T3) {
        grid->layout.min_cell = 230; /* whole sentences */
    }
    for (int i = 0; i < count; i++) {
        const Reply *reply = roleplay_reply(content, replies[i]);
        Node *choice = page_choice(
            tree, grid, reply->option.id, play_words(context, tree->arena, reply->option.text),
            reply_picture(content, reply), action_of("choose", reply->option.id, 0), false);
        if (content->says.count) {
            choice->picture_size = page_picture_size(context->tier) * 3 / 4; /* room for the talk */
        }
        choice->type = voice_type(context, reply->voice);
        choice->bold = reply->voice == VOICE_LOUD;
        choice->tone = voice_tone(reply->voice);
    }
    page_choice(tree, grid, "not-sure", play_ui(context, tree->arena, "ui.not-sure"),
                any_picture(content) ? "face/not-sure" : NULL, action_of("not-sure", "", 0),
                state->now == ROLE_NOT_SURE);
}

static void build_answer(const PlayContext *context, const Reply *reply, Tree *tree, Node *parent)
{
    Node *answer = wide_row(tree, parent);
    answer->layout.gap = 12;
    Node *said =
        build_bubble(context, "chosen", NULL, play_words(context, tree->arena, reply->option.text),
                     reply->voice, tree, answer);
    said->key = "own-line"; /* heard before what it leads to */
    tree_find_key(tree, "chosen")->entrance = ENTER_RISE;
    if (reply->option.picture) {
        int size = page_picture_size(context->tier);
        node_image(tree, answer, reply->option.picture, "", size, size);
    }
}

/* What it leads to and, beside it where there is room, the way to try another. */
static void build_then(const PlayContext *context, const Reply *reply, Tree *tree, Node *parent)
{
    Node *row = wide_row(tree, parent);
    Node *then = node_group(tree, row, AXIS_COLUMN);
    then->look = LOOK_CARD;
    then->layout.max_width = 560;
    Node *words = node_text(tree, then, TYPE_LEAD, play_words(context, tree->arena, reply->then));
    words->key = "reply";
    words->entrance = ENTER_RISE;
    words->text_align = ALIGN_CENTER;
    Node *button = node_button(tree, row, LOOK_SECONDARY,
                               play_ui(context, tree->arena, "ui.roleplay.try-another"),
                               action_of("try-another", "", 0));
    button->key = "try-another";
    button->icon = "icon/replay";
}

/* The scene stays where it was; below it the chosen words and what they lead to. */
static void build_chosen(const PlayContext *context, const Reply *reply, int page, Tree *tree,
                         Node *parent)
{
    build_scene(context, page, tree, parent);
    Node *column = node_group(tree, parent, AXIS_COLUMN);
    column->layout.gap = 12;
    column->layout.cross = ALIGN_CENTER;
    build_answer(context, reply, tree, column);
    build_then(context, reply, tree, column);
}

void roleplay_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                    Tree *tree, Node *parent)
{
    (void)view;
    const RoleState *state = roleplay_state(any, page);
    const RolePage *content = roleplay_page(context, page);
    if (state->now > ROLE_OPEN) {
        build_chosen(context, roleplay_reply(content, state->now - 1), page, tree, parent);
        return;
    }
    build_scene(context, page, tree, parent);
    if (content->replies.count) {
        build_replies(context, state, page, tree, parent);
    }
}
