#include "app/reader_link.h"

#include "base/memory.h"
#include "reader/reader.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ReaderLink {
    void *library;
    const ReaderModule *module;
    Reader *reader;
    Platform *platform;
    ReaderNode *nodes; /* of the picture being told */
    size_t count, room;
    uint64_t told; /* sum of the last picture; 0: none */
};

/* ---- opening ---- */

static void asked(void *platform)
{
    platform_wake(platform);
}

/* `auto` where a session has a bus: whether a screen reader is on is then asked there. */
static bool is_worth_asking(ScreenReader wish)
{
    const char *bus = getenv("DBUS_SESSION_BUS_ADDRESS");
    return wish == SCREEN_READER_ON ||
           (wish == SCREEN_READER_AUTO && (!bus || strcmp(bus, "disabled:") != 0));
}

static const ReaderModule *find_module(void *library)
{
    const ReaderModule *module = library ? dlsym(library, READER_MODULE_NAME) : NULL;
    return module && module->version == READER_VERSION ? module : NULL;
}

static void report(ScreenReader wish)
{
    if (wish == SCREEN_READER_ON) {
        fputs("pebblecove: The module for screen readers is not installed, and everything else "
              "goes on.\n",
              stderr);
    }
}

ReaderLink *reader_link_open(ScreenReader wish, const char *path, Platform *platform)
{
    if (!is_worth_asking(wish)) {
        return NULL;
    }
    void *library = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    const ReaderModule *module = find_module(library);
    if (!module) {
        report(wish);
        return NULL; /* a library with GLib in it is never closed */
    }
    ReaderLink *link = memory_new(1, sizeof *link);
    *link = (ReaderLink){.library = library, .module = module, .platform = platform};
    link->reader = module->open(&(ReaderSetup){.program = "Pebble Cove",
                                               .always = wish == SCREEN_READER_ON,
                                               .asked = asked,
                                               .context = platform});
    return link;
}

void reader_link_close(ReaderLink *link)
{
    if (link) {
        link->module->close(link->reader);
        free(link->nodes);
        free(link);
    }
}

/* ---- telling ---- */

static ReaderRole role_of(const Node *node)
{
    static const ReaderRole roles[ROLE_COUNT] = {
        [ROLE_SCREEN] = READER_SCREEN, [ROLE_GROUP] = READER_TEXT,  [ROLE_HEADING] = READER_HEADING,
        [ROLE_TEXT] = READER_TEXT,     [ROLE_IMAGE] = READER_IMAGE, [ROLE_BUTTON] = READER_BUTTON,
        [ROLE_CHOICE] = READER_CHOICE, [ROLE_CARD] = READER_CARD,   [ROLE_TARGET] = READER_TARGET,
        [ROLE_FIELD] = READER_FIELD,   [ROLE_LIST] = READER_LIST,   [ROLE_ITEM] = READER_ITEM,
    };
    return node->entrance == ENTER_RISE && node->role == ROLE_TEXT ? READER_REPLY
                                                                   : roles[node->role];
}

/* Captions only repeat what is heard. */
static bool is_told(const Node *node)
{
    return !node->decoration && node->name[0] && node->role != ROLE_GROUP &&
           strcmp(node->key, "caption") != 0;
}

static unsigned states_of(const Node *node)
{
    return (node_acts(node) ? READER_ACTS : 0u) | (node->state.chosen ? READER_CHOSEN : 0u) |
           (node->state.picked ? READER_IN_HAND : 0u) |
           (node->state.focused ? READER_FOCUSED : 0u) |
           (node->state.disabled ? READER_DISABLED : 0u);
}

static int characters(const char *text, int bytes)
{
    int count = 0;
    for (int i = 0; i < bytes && text[i]; i++) {
        count += (text[i] & 0xC0) != 0x80;
    }
    return count;
}

/* `x`, `y`: where the window's inside begins on the display. */
static ReaderNode describe(const Node *node, int parent, int x, int y)
{
    const char *spoken = node_spoken(node), *held = node->field_text ? node->field_text : "";
    return (ReaderNode){.key = node->key,
                        .name = node->name,
                        .description = strcmp(spoken, node->name) == 0 ? "" : spoken,
                        .text = held,
                        .role = role_of(node),
                        .states = states_of(node),
                        .parent = parent,
                        .x = x + (int)node->bounds.x,
                        .y = y + (int)node->bounds.y,
                        .width = (int)node->bounds.width,
                        .height = (int)node->bounds.height,
                        .caret = characters(held, node->field_caret)};
}

static void add(ReaderLink *link, const Node *node, int parent, int x, int y)
{
    list_room((void **)&link->nodes, &link->room, link->count, sizeof *link->nodes);
    link->nodes[link->count++] = describe(node, parent, x, y);
}

/* What stands inside groups stands on the screen itself; entries stand in their list. */
static void add_all(ReaderLink *link, const Node *node, int parent, int x, int y)
{
    int place = parent;
    if (is_told(node) || !node->parent) {
        place = (int)link->count;
        add(link, node, parent, x, y);
    }
    for (const Node *child = node->first; child; child = child->next) {
        add_all(link, child, place, x, y);
    }
}

static uint64_t sum_bytes(uint64_t sum, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++) {
        sum = (sum ^ at[i]) * 1099511628211u; /* FNV-1a */
    }
    return sum;
}

static uint64_t sum_of(const ReaderLink *link)
{
    uint64_t sum = 14695981039346656037u;
    for (size_t i = 0; i < link->count; i++) {
        const ReaderNode *node = &link->nodes[i];
        const int numbers[] = {(int)node->role, (int)node->states, node->parent, node->x,
                               node->y,         node->width,       node->height, node->caret};
        sum = sum_bytes(sum, node->key, strlen(node->key) + 1);
        sum = sum_bytes(sum, node->name, strlen(node->name) + 1);
        sum = sum_bytes(sum, node->description, strlen(node->description) + 1);
        sum = sum_bytes(sum, node->text, strlen(node->text) + 1);
        sum = sum_bytes(sum, numbers, sizeof numbers);
    }
    return sum;
}

void reader_link_show(ReaderLink *link, Stage *stage)
{
    if (!link) {
        return;
    }
    int x = 0, y = 0;
    const Tree *tree = stage_tree(stage);
    platform_position(link->platform, &x, &y);
    link->count = 0;
    if (tree->root) {
        add_all(link, tree->root, -1, x, y);
    }
    uint64_t sum = sum_of(link);
    if (sum != link->told) {
        link->told = sum;
        link->module->show(link->reader, link->nodes, link->count);
    }
}

/* ---- being asked ---- */

static void go_to(Stage *stage, const char *key)
{
    Input go = {.type = INPUT_GO};
    snprintf(go.text, sizeof go.text, "%s", key);
    stage_input(stage, &go);
}

static void write_into(Stage *stage, const char *text)
{
    (void)stage_key(stage, KEY_END, NULL);
    for (size_t left = strlen(stage_focus(stage)->edit); left > 0; left--) {
        (void)stage_key(stage, KEY_BACKSPACE, NULL);
    }
    while (*text) {
        Input typed = {.type = INPUT_TEXT};
        size_t length = 0;
        do {
            typed.text[length++] = *text++;
        } while (((unsigned char)*text & 0xC0) == 0x80);
        stage_input(stage, &typed);
    }
}

/* As the keyboard would: whoever presses through a screen reader has heard the name already. */
static void press(Stage *stage)
{
    (void)stage_key(stage, KEY_ENTER, NULL);
    if (stage_press_held(stage)) {
        (void)stage_key(stage, KEY_ENTER, NULL);
    }
}

/* What is no longer on the screen is not pressed any more. */
static void fulfil(Stage *stage, const ReaderAsk *ask)
{
    const Node *node = tree_find_key(stage_tree(stage), ask->key);
    if (!node || !node_acts(node)) {
        return;
    }
    bool is_field = node->role == ROLE_FIELD;
    go_to(stage, ask->key);
    if (ask->wish == READER_WRITE && is_field) {
        write_into(stage, ask->text);
    } else if (ask->wish == READER_PRESS && !is_field) {
        press(stage);
    }
}

void reader_link_hear(ReaderLink *link, Stage *stage)
{
    ReaderAsk ask;
    while (link && link->module->take(link->reader, &ask)) {
        fulfil(stage, &ask);
    }
}
