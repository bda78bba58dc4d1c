#include "activity/player.h"

#include "base/ids.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NODES_MAX = 256 };

static const char *const words_typed[] = {
    "",
    "wobbly",
    "  two   words ",
    "gr\xc3\xbc\xc3\x9f dich",
    "a\tb",
    "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7",
    "a word that goes on and on and on and on and on and on and on and on and on and on and on"};

Player player_of(Play *play, uint64_t chance)
{
    Player player = {.play = play, .chance = chance, .now = 1000, .since = 1000};
    tree_init(&player.tree);
    player_look(&player);
    return player;
}

void player_clear(Player *player)
{
    tree_clear(&player->tree);
    free(player->moves);
}

PlayView player_view(const Player *player)
{
    return (PlayView){.now = player->now,
                      .since = player->since,
                      .turn = player->turn,
                      .hand = "",
                      .tools = &player->tools,
                      .draft = player->draft};
}

void player_look(Player *player)
{
    PlayView view = player_view(player);
    tree_reset(&player->tree);
    Node *root = node_add(&player->tree, NULL, ROLE_SCREEN, "screen", "Play");
    play_build(player->play, &view, &player->tree, root);
}

static size_t chance_of(Player *player, size_t limit)
{
    return chance_below(&player->chance, limit);
}

/* Nodes of a role that act (ROLE_COUNT: of any role); returns how many. */
static size_t acting(const Tree *tree, Role role, const Node **nodes)
{
    size_t count = 0;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node_acts(node) && (role == ROLE_COUNT || node->role == role)) {
            assert(count < NODES_MAX);
            nodes[count++] = node;
        }
    }
    return count;
}

bool player_press(const Player *player, const Node *node, Move *out)
{
    UiEvent event = {.type = UI_PRESS, .action = node->action, .text = player->draft};
    return play_interpret(player->play, &event, out);
}

bool player_turn(Player *player)
{
    bool turns = tree_find_verb(&player->tree, "more", "") != NULL;
    player->turn += turns;
    player_look(player);
    return turns;
}

static bool place(Player *player, const Node *card, Move *out)
{
    const Node *targets[NODES_MAX];
    size_t count = acting(&player->tree, ROLE_TARGET, targets);
    UiEvent event = {.type = UI_PLACE, .action = card->action};
    if (count == 0) {
        return false;
    }
    const Node *target = targets[chance_of(player, count)];
    snprintf(event.target, sizeof event.target, "%s", target->action.item);
    return play_interpret(player->play, &event, out);
}

/* A way over the sheet; the same one now and then, so that it lies on itself. */
static bool draw(Player *player, const Node *sheet, Move *out)
{
    Trail trail = {0};
    size_t length = 1 + chance_of(player, TRAIL_MAX);
    int x = (int)chance_of(player, PAPER_WIDTH), y = (int)chance_of(player, PAPER_HEIGHT);
    for (size_t i = 0; i < length; i++) {
        trail_add(&trail, sheet_spot((Rect){0, 0, PAPER_WIDTH, PAPER_HEIGHT}, (float)x, (float)y));
        x += (int)chance_of(player, 81) - 40;
        y += (int)chance_of(player, 81) - 40;
    }
    UiEvent event = {.type = UI_DRAW, .action = sheet->action, .trail = &trail};
    return play_interpret(player->play, &event, out);
}

static void type(Player *player)
{
    const char *words = words_typed[chance_of(player, sizeof words_typed / sizeof *words_typed)];
    snprintf(player->draft, sizeof player->draft, "%s", words);
    player_look(player);
}

static bool wait(Player *player, Move *out)
{
    player->now += (int64_t)chance_of(player, 9000);
    PlayView view = player_view(player);
    return play_tick(player->play, &view, out);
}

static bool undo_by_key(Player *player, Move *out)
{
    UiEvent event = {.type = UI_KEY, .key = KEY_UNDO};
    return play_interpret(player->play, &event, out);
}

bool player_think(Player *player, Move *out)
{
    const Node *nodes[NODES_MAX];
    size_t count = acting(&player->tree, ROLE_COUNT, nodes);
    size_t any = chance_of(player, count + 3);
    if (any == count) {
        return wait(player, out);
    }
    if (any == count + 1) {
        return undo_by_key(player, out);
    }
    if (any == count + 2) {
        type(player);
        return false;
    }
    if (strcmp(nodes[any]->action.verb, "more") == 0) {
        player_turn(player);
        return false;
    }
    UiEvent press = {.type = UI_PRESS, .action = nodes[any]->action};
    if (play_tools_hear(&player->tools, &press)) {
        player_look(player);
        return false;
    }
    if (nodes[any]->pen) {
        return draw(player, nodes[any], out);
    }
    if (nodes[any]->role == ROLE_CARD) {
        return place(player, nodes[any], out);
    }
    return nodes[any]->role != ROLE_FIELD && player_press(player, nodes[any], out);
}

void player_make(Player *player, const Move *move)
{
    int page = play_page(player->play);
    bool applied = play_apply(player->play, move, NULL);
    assert(applied);
    (void)applied;
    list_room((void **)&player->moves, &player->room, player->count, sizeof *player->moves);
    player->moves[player->count++] = *move;
    player->since = player->now;
    player->turn = play_page(player->play) == page ? player->turn : play_turn(player->play);
    player->draft[0] = '\0';
    play_tools_moved(&player->tools);
    player_look(player);
}
