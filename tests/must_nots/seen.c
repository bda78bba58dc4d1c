#include "must_nots/seen.h"

#include "base/file.h"
#include "base/memory.h"
#include "proof/everywhere.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 1 << 17, MOST_FILE = 1 << 22 };

typedef struct Walking {
    Seen *seen;
    char reader;
    const char *who, *language;
    char where[96];
} Walking;

/* ---- words, each once ---- */

static size_t slot_of(const char *words, char reader)
{
    uint64_t hash = 1469598103934665603u ^ (unsigned char)reader;
    for (; *words; words++) {
        hash = (hash ^ (unsigned char)*words) * 1099511628211u;
    }
    return (size_t)(hash >> 20) % SLOTS;
}

static void add_words(Walking *walking, const char *words)
{
    Seen *seen = walking->seen;
    if (!words || !*words) {
        return;
    }
    size_t slot = slot_of(words, walking->reader);
    for (; seen->slots[slot]; slot = (slot + 1) % SLOTS) {
        const SeenWords *there = &seen->words[seen->slots[slot] - 1];
        if (there->reader == walking->reader && strcmp(there->words, words) == 0) {
            return;
        }
    }
    assert_true(seen->word_count < SLOTS / 2);
    list_room((void **)&seen->words, &seen->word_room, seen->word_count, sizeof *seen->words);
    SeenWords *one = &seen->words[seen->word_count++];
    *one = (SeenWords){.reader = walking->reader, .words = strdup(words)};
    memcpy(one->where, walking->where, sizeof one->where);
    seen->slots[slot] = seen->word_count;
}

static void see(void *context, House *house, const char *name)
{
    Walking *walking = context;
    Seen *seen = walking->seen;
    snprintf(walking->where, sizeof walking->where, "%s %s %s", walking->who, walking->language,
             name);
    const Node *root = stage_tree(house->stage)->root;
    list_room((void **)&seen->screens, &seen->screen_room, seen->screen_count,
              sizeof *seen->screens);
    SeenScreen *screen = &seen->screens[seen->screen_count++];
    *screen = (SeenScreen){.reader = walking->reader};
    memcpy(screen->where, walking->where, sizeof screen->where);
    snprintf(screen->screen, sizeof screen->screen, "%s", stage_screen_name(house->stage));
    for (const Node *node = root; node; node = node_following(node, root)) {
        add_words(walking, node->name);
        add_words(walking, node->text);
        add_words(walking, node->spoken);
        add_words(walking, node->field_hint);
        screen->not_ok |= node_acts(node) && strcmp(node->action.verb, "not-ok") == 0;
    }
}

/* ---- the walk ---- */

static void walk_tier(Walking *walking, Tier tier)
{
    Everywhere walk = {.content = COVE_SOURCE_DIR "/content",
                       .language = walking->language,
                       .ruler = ruler_fixed(),
                       .see = see,
                       .context = walking};
    walking->who = tier_limits(tier)->id;
    walking->reader = tier == TIER_AD ? 'P' : 'C';
    everywhere_sitting(&walk, tier);
    if (strcmp(walking->language, "en") == 0) {
        everywhere_sign_in(&walk, tier);
        if (tier != TIER_AD) {
            everywhere_together(&walk, tier);
        }
    }
}

static void walk_desk(Walking *walking)
{
    Everywhere walk = {.content = COVE_SOURCE_DIR "/content",
                       .language = walking->language,
                       .ruler = ruler_fixed(),
                       .see = see,
                       .context = walking};
    walking->who = "desk";
    walking->reader = 'R';
    everywhere_desk(&walk);
}

static void need_slots(Seen *seen)
{
    if (!seen->slots) {
        seen->slots = memory_new(SLOTS, sizeof *seen->slots);
    }
}

void seen_walk(Seen *seen)
{
    static const char *const translations[] = {"es", "ar"};
    need_slots(seen);
    Walking walking = {.seen = seen, .language = "en"};
    for (Tier tier = TIER_T1; tier <= TIER_AD; tier++) {
        walk_tier(&walking, tier);
    }
    walk_desk(&walking);
    for (Tier tier = TIER_T1; tier <= TIER_T4; tier++) {
        walking.language = translations[tier % 2];
        walk_tier(&walking, tier);
    }
}

/* ---- the tables ---- */

static void read_table(Walking *walking, const char *module, const char *file)
{
    char path[512], *bytes, *line, *rest;
    size_t size;
    snprintf(path, sizeof path, COVE_SOURCE_DIR "/content/%s/strings/%s", module, file);
    snprintf(walking->where, sizeof walking->where, "%s/strings/%s", module, file);
    assert_true(file_read(path, MOST_FILE, &bytes, &size, NULL));
    for (rest = bytes; (line = strsep(&rest, "\n")) != NULL;) {
        add_words(walking, line);
    }
    free(bytes);
}

void seen_tables(Seen *seen)
{
    Walking walking = {.seen = seen, .reader = 'R'};
    char **modules, **files;
    size_t module_count, file_count;
    need_slots(seen);
    assert_true(folder_list(COVE_SOURCE_DIR "/content", &modules, &module_count, NULL));
    for (size_t i = 0; i < module_count; i++) {
        char path[512];
        snprintf(path, sizeof path, COVE_SOURCE_DIR "/content/%s/strings", modules[i]);
        if (!folder_list(path, &files, &file_count, NULL)) {
            continue; /* rules and schemas have no words for people */
        }
        for (size_t j = 0; j < file_count; j++) {
            read_table(&walking, modules[i], files[j]);
        }
        file_names_free(files, file_count);
    }
    file_names_free(modules, module_count);
}

void seen_clear(Seen *seen)
{
    for (size_t i = 0; i < seen->word_count; i++) {
        free(seen->words[i].words);
    }
    free(seen->words);
    free(seen->screens);
    free(seen->slots);
    *seen = (Seen){.words = NULL};
}
