/* Keys of nodes: made up from role and name where a screen gave none, told apart where two are
 * alike, so that focus and scrolling find the same thing again after a rebuild. */
#include "ui/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t hash_of(const char *text, uint64_t hash)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    return hash;
}

static const uint64_t hash_start = 0xcbf29ce484222325u;

const char *key_fitted(const char *key, char buffer[KEY_MAX])
{
    if (strlen(key) < KEY_MAX)
        return memcpy(buffer, key, strlen(key) + 1);
    snprintf(buffer, KEY_MAX, "%.40s~%016llx", key, (unsigned long long)hash_of(key, hash_start));
    return buffer;
}

static bool needs_key(const Node *node)
{
    return node->key[0] || node->action.verb[0] || node->layout.scroll ||
           (node->role >= ROLE_BUTTON && node->role <= ROLE_FIELD) ||
           ((node->role == ROLE_HEADING || node->role == ROLE_TEXT) && node->name[0]);
}

static const char *key_made(Tree *tree, const Node *node)
{
    uint64_t hash = hash_of(node->action.item, hash_of(node->name, hash_start));
    return arena_format(tree->arena, "~%s.%016llx", role_name(node->role),
                        (unsigned long long)hash);
}

static bool key_taken(Node *const *nodes, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(nodes[i]->key, key) == 0)
            return true;
    }
    return false;
}

static void key_settle(Tree *tree, Node **nodes, size_t count, Node *node)
{
    const char *base = node->key[0] ? node->key : key_made(tree, node);
    char key[KEY_MAX];
    snprintf(key, sizeof key, "%s", base);
    for (int n = 2; key_taken(nodes, count, key); n++)
        snprintf(key, sizeof key, "%.50s#%d", base, n);
    if (strcmp(key, node->key) != 0)
        node->key = arena_string(tree->arena, key);
}

static size_t tree_size(const Tree *tree)
{
    size_t count = 0;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root))
        count++;
    return count;
}

void tree_give_keys(Tree *tree)
{
    Node **nodes = memory_new(tree_size(tree) + 1, sizeof *nodes);
    size_t count = 0;
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (!needs_key(node))
            continue;
        key_settle(tree, nodes, count, node);
        nodes[count++] = node;
    }
    free(nodes);
}
