/* Services that screens stand on. The sample family is in sample.c. */
#include "screen/cove.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>

const char *cove_words(const Cove *cove, Arena *arena, Tier tier, const Tokens *tokens,
                       const char *id)
{
    static const Tokens nobody;
    const Tokens *used = tokens ? tokens : &nobody;
    const char *sentence = strings_plural(library_ui(cove->library), id, tier, used->n);
    if (!sentence) {
        return "";
    }
    Text text;
    text_init(&text);
    tokens_fill(used, sentence, &text);
    const char *words = arena_copy(arena, text.bytes, text.length);
    text_clear(&text);
    return words;
}

bool cove_keep(Cove *cove, Event *events, size_t count, Error *error)
{
    return keeper_keep(cove->keeper, events, count, error);
}

size_t cove_freeze(const Cove *cove, const Module *module, Event *out, char **frozen)
{
    *frozen = NULL;
    const Digest digest = library_digest(cove->library, module);
    if (record_content(keeper_record(cove->keeper), &digest)) {
        return 0;
    }
    *frozen = library_freeze(cove->library, module);
    *out = (Event){.type = EVENT_CONTENT_FROZEN,
                   .digest = digest,
                   .version = module->version,
                   .content = *frozen};
    snprintf(out->module, sizeof out->module, "%s", module->id);
    return 1;
}

bool cove_open_store(Cove *cove, Error *error)
{
    Store *store;
    Keeper *keeper;
    if (!store_sqlite_open(cove->data_folder, &store, error) ||
        !keeper_open(store, &cove->clock, &keeper, error)) {
        return false;
    }
    cove_close(cove);
    cove->keeper = keeper;
    cove->sample = false;
    return true;
}

bool cove_has_store(const Cove *cove)
{
    if (!cove->data_folder) {
        return false;
    }
    char *path = path_join(cove->data_folder, STORE_FILE);
    bool there = file_exists(path);
    free(path);
    return there;
}

bool cove_leave_sample(Cove *cove, Error *error)
{
    cove_close(cove);
    cove->sample = false;
    return !cove_has_store(cove) || cove_open_store(cove, error);
}

void cove_close(Cove *cove)
{
    if (cove->keeper) {
        keeper_close(cove->keeper);
        cove->keeper = NULL;
    }
}
