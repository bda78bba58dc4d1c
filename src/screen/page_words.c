#include "screen/page_words.h"

#include <string.h>

static bool inside_acting(const Node *node)
{
    for (; node; node = node->parent) {
        if (node->decoration || node->look == LOOK_NOTE || node_acts(node)) {
            return true;
        }
    }
    return false;
}

bool page_words_has(const Node *node)
{
    static const char *const others[] = {"reply", "kept", "caption", "beat-words"};
    if ((node->role != ROLE_HEADING && node->role != ROLE_TEXT) || inside_acting(node) ||
        node_is_aside(node)) {
        return false;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(node->key, others[i]) == 0) {
            return false;
        }
    }
    return true;
}

uint64_t page_words_mixed(uint64_t hash, const char *text)
{
    hash = hash ? hash : 0xcbf29ce484222325u; /* FNV-1a */
    for (; *text; text++) {
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    }
    return hash;
}

uint64_t page_words_mark(const Tree *tree)
{
    const Node *guide = tree_find_key(tree, "guide");
    return page_words_mixed(page_words_mixed(0, tree->root->name), guide ? node_spoken(guide) : "");
}
