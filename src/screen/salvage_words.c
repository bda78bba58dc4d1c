#include "screen/salvage_words.h"

#include "base/json.h"
#include "screen/desk.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *salvage_sentence(const Screen *screen, Tree *tree, int64_t lost, int64_t entries)
{
    Tokens tokens = {.n = (long)lost};
    snprintf(tokens.me, sizeof tokens.me, "%" PRId64, entries);
    return cove_words(screen->cove, tree->arena, TIER_AD, &tokens,
                      lost > 0 ? "ui.safe.lost" : "ui.safe.lost-none");
}

static int64_t number(const Json *told, const char *key)
{
    int64_t value = 0;
    (void)json_integer(json_get(told, key), &value);
    return value;
}

const char *salvage_words(const Screen *screen, Tree *tree, const char *told)
{
    Json *json;
    if (!json_parse(told, strlen(told), "salvage", &json, NULL)) {
        return "";
    }
    int64_t entries = number(json, "entries");
    int64_t lost = entries - number(json, "read") - number(json, "erased");
    json_free(json);
    return salvage_sentence(screen, tree, lost, entries);
}
