/* Fuzz target: arbitrary bytes as a module and its string table, separated by the first NUL. What
 * loads, of any kind of activity, must survive being shown, frozen and thawed. Seeds are the
 * templates (tools/fuzz). */
#include "activity/kind.h"
#include "content/library.h"
#include "content/loaded.h"
#include "content/sentence.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Bytes bytes_of(const uint8_t *data, size_t size)
{
    Bytes copy = {memory_new(size + 1, 1), size};
    if (size > 0)
        memcpy(copy.bytes, data, size);
    return copy;
}

static ModuleText text_of(const uint8_t *data, size_t size)
{
    const uint8_t *cut = size > 0 ? memchr(data, 0, size) : NULL;
    size_t first = cut != NULL ? (size_t)(cut - data) : size;
    ModuleText text = {.module = bytes_of(data, first)};
    text.strings = cut != NULL ? bytes_of(cut + 1, size - first - 1) : bytes_of(data, size);
    text.language = memory_copy_string("en");
    pictures_add(&text.own, "own/star");
    return text;
}

static void show_all(const Strings *strings)
{
    const Tokens tokens = {.helper = "Kim", .adult_count = 2, .adults = {"Lee", "{n}"}};
    Text out;
    text_init(&out);
    for (size_t i = 0; i < strings_count(strings); i++) {
        for (int tier = 0; tier < TIER_COUNT; tier++) {
            const char *words = strings_plural(strings, strings_at(strings, i)->id, (Tier)tier, 2);
            if (words != NULL)
                tokens_fill(&tokens, words, &out);
        }
    }
    assert(strpbrk(out.bytes, "{}") == NULL);
    text_clear(&out);
}

static void round_trip(Loaded *loaded)
{
    char *text = module_text_freeze(&loaded->text);
    FrozenModule *frozen = library_thaw(text, strlen(text), kinds_content(), NULL);
    assert(frozen != NULL);
    assert(strcmp(frozen_digest(frozen).text, loaded_digest(loaded).text) == 0);
    frozen_free(frozen);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const LoadPlace place = {.file = "module.json", .strings_file = "en.json"};
    if (size > 64 * 1024)
        return 0;
    Faults *faults = faults_new();
    ModuleText text = text_of(data, size);
    Loaded *loaded = loaded_new(&text, &place, kinds_content(), faults);
    assert((loaded == NULL) == (faults_errors(faults) > 0));
    if (loaded != NULL) {
        show_all(loaded->strings);
        round_trip(loaded);
    }
    loaded_free(loaded);
    faults_free(faults);
    return 0;
}
