/* Finding sentences in a string table. It is read in strings_read.c. */
#include "content/strings_inside.h"

#include <stdlib.h>
#include <string.h>

int sentences_by_id(const void *a, const void *b)
{
    return strcmp(((const Sentence *)a)->id, ((const Sentence *)b)->id);
}

Strings *strings_empty(void)
{
    Strings *strings = memory_new(1, sizeof *strings);
    strings->arena = arena_new();
    strings->language = "en";
    return strings;
}

void strings_stand_behind(Strings *strings, const Strings *behind)
{
    strings->behind = behind;
}

void strings_free(Strings *strings)
{
    if (strings == NULL)
        return;
    arena_free(strings->arena);
    free(strings);
}

const char *strings_language(const Strings *strings)
{
    return strings->language;
}

Direction strings_direction(const Strings *strings)
{
    return strings->direction;
}

Review strings_review(const Strings *strings)
{
    return strings->review;
}

size_t strings_count(const Strings *strings)
{
    return strings->count;
}

const Sentence *strings_at(const Strings *strings, size_t index)
{
    return &strings->items[index];
}

const Sentence *strings_find(const Strings *strings, const char *id)
{
    const Sentence key = {.id = id};
    if (strings->count == 0)
        return NULL;
    return bsearch(&key, strings->items, strings->count, sizeof key, sentences_by_id);
}

static const Wording *wording_for(const Strings *strings, const char *id, Tier tier)
{
    const Sentence *sentence = strings_find(strings, id);
    return sentence != NULL ? sentence->wording[tier] : NULL;
}

bool strings_has(const Strings *strings, const char *id, Tier tier)
{
    return wording_for(strings, id, tier) != NULL;
}

const char *strings_get(const Strings *strings, const char *id, Tier tier)
{
    const Wording *wording = wording_for(strings, id, tier);
    if (wording == NULL)
        return strings->behind != NULL ? strings_get(strings->behind, id, tier) : NULL;
    return wording->forms[PLURAL_OTHER];
}

const char *strings_plural(const Strings *strings, const char *id, Tier tier, long n)
{
    const Wording *wording = wording_for(strings, id, tier);
    if (wording == NULL)
        return strings->behind != NULL ? strings_plural(strings->behind, id, tier, n) : NULL;
    const char *form = wording->forms[plural_of(strings->language, n)];
    return form != NULL ? form : wording->forms[PLURAL_OTHER];
}
