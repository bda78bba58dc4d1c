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

/* The keys given so far, found by their hash; at most half full. */
typedef struct Given {
    const char *key; /* NULL: free */
    uint64_t hash;
    int next; /* the number that the next one alike may have */
} Given;

typedef struct Keys {
    Given *list;
    size_t size; /* a power of two */
} Keys;

static Given *keys_find(const Keys *keys, const char *key)
{
    uint64_t hash = hash_of(key, hash_start);
    size_t at = (size_t)hash & (keys->size - 1);
    while (keys->list[at].key &&
           (keys->list[at].hash != hash || strcmp(keys->list[at].key, key) != 0))
        at = (at + 1) & (keys->size - 1);
    return &keys->list[at];
}

/* What is given stays given, so numbers below `next` need not be tried again. */
static void key_settle(Tree *tree, const Keys *keys, Node *node)
{
    const char *base = node->key[0] ? node->key : key_made(tree, node);
    char key[KEY_MAX];
    snprintf(key, sizeof key, "%s", base);
    Given *first = keys_find(keys, key), *given = first;
    while (given->key) {
        snprintf(key, sizeof key, "%.50s#%d", base, first->next++);
        given = keys_find(keys, key);
    }
    if (strcmp(key, node->key) != 0)
        node->key = arena_string(tree->arena, key);
    *given = (Given){.key = node->key, .hash = hash_of(key, hash_start), .next = 2};
}

static Keys keys_for(const Tree *tree)
{
    size_t count = 1, size = 2;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root))
        count++;
    while (size < 2 * count)
        size *= 2;
    return (Keys){memory_new(size, sizeof(Given)), size};
}

void tree_give_keys(Tree *tree)
{
    Keys keys = keys_for(tree);
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (needs_key(node))
            key_settle(tree, &keys, node);
    }
    free(keys.list);
}
