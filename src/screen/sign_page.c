#include "screen/sign_page.h"

#include "screen/sky.h"

static const char *scene_of(Tree *tree, Tier tier)
{
    return frame_scene(tree, tier, "boathouse");
}

Node *sign_sheet(const Screen *screen, Tree *tree, Tier tier, const char *title)
{
    const char *scene = scene_of(tree, tier);
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "sign-in", title);
    root->layout.axis = AXIS_STACK;
    node_image(tree, root, scene, "", 0, 0)->cover = true;
    sky_build(screen->stage, tree, root, scene);
    Node *body = node_group(tree, root, AXIS_COLUMN);
    body->key = "sign-in-body";
    body->layout.scroll = stage_cramped(screen->stage);
    return simple_sheet(tree, body, tier == TIER_AD ? 760 : tier == TIER_T1 ? 860 : 920);
}

const char *sign_words(const Screen *screen, Tree *tree, const Case *family, const Person *person,
                       const char *id, long n)
{
    Tokens tokens;
    case_tokens(family, person, record_helper(keeper_record(screen->cove->keeper)), &tokens);
    tokens.n = n;
    return cove_words(screen->cove, tree->arena, screen->ops->tier(screen), &tokens, id);
}

const char *sign_word(const Screen *screen, Tree *tree, Tier tier, const char *id, long n)
{
    Tokens tokens = {.n = n};
    return cove_words(screen->cove, tree->arena, tier, &tokens, id);
}

Node *sign_reply(Tree *tree, Node *column, const char *words)
{
    Node *reply = node_text(tree, column, TYPE_BODY, words);
    reply->key = "reply";
    reply->look = LOOK_NOTE;
    reply->entrance = ENTER_RISE;
    reply->text_align = ALIGN_CENTER;
    return reply;
}
