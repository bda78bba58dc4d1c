/* The tree as words, for tests and logs: what a person would meet, in reading order. */
#include "base/text.h"
#include "ui/node.h"

#include <string.h>

static bool dump_skips(const Node *node)
{
    return node->role == ROLE_GROUP && node->name[0] == '\0' && !node->text &&
           node->action.verb[0] == '\0';
}

static void dump_quoted(Text *out, const char *text)
{
    text_add(out, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            text_add(out, "\\");
        if (*text == '\n')
            text_add(out, "\\n");
        else
            text_add_bytes(out, text, 1);
    }
    text_add(out, "\"");
}

static void dump_states(Text *out, const State *state)
{
    const struct {
        bool on;
        const char *word;
    } states[] = {
        {state->chosen, "chosen"},
        {state->disabled, "disabled"},
        {state->picked, "picked"},
        {state->expanded, "expanded"},
    };
    const char *before = " [";
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        if (!states[i].on)
            continue;
        text_addf(out, "%s%s", before, states[i].word);
        before = ", ";
    }
    if (strcmp(before, ", ") == 0)
        text_add(out, "]");
}

static void dump_line(Text *out, const Node *node, int depth)
{
    text_addf(out, "%*s%s", depth * 2, "", role_name(node->role));
    if (node->name[0]) {
        text_add(out, " ");
        dump_quoted(out, node->name);
    }
    const char *typed = node->field_shown ? node->field_shown : node->field_text;
    const char *shown = node->role == ROLE_FIELD ? typed : node->text;
    if (shown && shown[0] && strcmp(shown, node->name) != 0) {
        text_add(out, " = ");
        dump_quoted(out, shown);
    }
    dump_states(out, &node->state);
    text_add(out, "\n");
}

static void dump_node(Text *out, const Node *node, int depth)
{
    if (node->decoration)
        return;
    if (!dump_skips(node))
        dump_line(out, node, depth++);
    for (const Node *child = node->first; child; child = child->next)
        dump_node(out, child, depth);
}

char *tree_dump(const Tree *tree)
{
    Text out;
    text_init(&out);
    if (tree->root)
        dump_node(&out, tree->root, 0);
    return text_take(&out);
}
