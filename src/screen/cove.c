/* Services that screens stand on. The sample family is in sample.c. */
#include "screen/cove.h"

#include "screen/erasing.h"
#include "screen/safekeeping.h"
#include "store/seal_old.h"
#include "store/swap.h"
#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>

const char *cove_words_in(const Library *library, Arena *arena, Tier tier, const Tokens *tokens,
                          const char *id)
{
    static const Tokens nobody;
    Tokens used = tokens ? *tokens : nobody;
    const char *sentence = strings_plural(library_ui(library), id, tier, used.n);
    if (!sentence) {
        return "";
    }
    TokenWords neutral = token_words(library_ui(library));
    used.words = &neutral;
    Text text;
    text_init(&text);
    tokens_fill(&used, sentence, &text);
    const char *words = arena_copy(arena, text.bytes, text.length);
    text_clear(&text);
    return words;
}

const char *cove_words(const Cove *cove, Arena *arena, Tier tier, const Tokens *tokens,
                       const char *id)
{
    return cove_words_in(cove->library, arena, tier, tokens, id);
}

const char *cove_module_title(const Cove *cove, const Module *module, Tier tier)
{
    const char *sentence = module->child_title ? module->child_title : module->title;
    const char *title = strings_get(library_strings(cove->library, module), sentence, tier);
    return title ? title : module->id;
}

bool cove_keep(Cove *cove, Event *events, size_t count, Error *error)
{
    return keeper_keep(cove->keeper, events, count, error);
}

size_t cove_freeze(const Cove *cove, const Library *library, const Module *module, Event *out,
                   char **frozen)
{
    *frozen = NULL;
    const Digest digest = library_digest(library, module);
    if (record_content(keeper_record(cove->keeper), &digest)) {
        return 0;
    }
    *frozen = library_freeze(library, module);
    *out = (Event){.type = EVENT_CONTENT_FROZEN,
                   .digest = digest,
                   .version = module->version,
                   .content = *frozen};
    snprintf(out->module, sizeof out->module, "%s", module->id);
    return 1;
}

/* ---- locked and open ---- */

static bool holds(const Cove *cove, bool (*what)(const char *folder))
{
    return cove->data_folder && what(cove->data_folder);
}

CoveState cove_state(const Cove *cove)
{
    if (cove->keeper) {
        return COVE_OPEN;
    }
    if (holds(cove, vault_exists)) {
        return COVE_LOCKED;
    }
    return holds(cove, store_is_unsealed) ? COVE_UNSEALED : COVE_NEW;
}

static bool open_keeper(Cove *cove, Vault *vault, Keeper **keeper, Error *error)
{
    Store *store;
    return store_open_sealed(cove->data_folder, vault, &store, error) &&
           keeper_open(store, &cove->clock, keeper, error);
}

/* `keeper` NULL: it could not be opened. */
static bool take(Cove *cove, Vault *vault, Keeper *keeper, const Error *fault, Error *error)
{
    bool opened = keeper != NULL;
    if (!opened && fault->code != ERROR_DAMAGED) {
        vault_close(vault);
    } else {
        cove_close(cove);
        if (opened && cove->keep_wait_ms > 0) {
            keeper_wait(keeper, cove->keep_wait_ms);
        }
        cove->keeper = keeper;
        cove->safe.put_here = opened && keeper_store(keeper)->put_here;
        *(opened ? &cove->vault : &cove->safe.rescue) = vault;
    }
    if (!opened && error) {
        *error = *fault;
    }
    if (opened) {
        erase_tell(cove);
    }
    return opened;
}

bool cove_open_record(Cove *cove, Vault *vault, Error *error)
{
    Keeper *keeper;
    Error fault = {0};
    bool opened = open_keeper(cove, vault, &keeper, &fault);
    return take(cove, vault, opened ? keeper : NULL, &fault, error);
}

bool cove_reopen(Cove *cove, Error *error)
{
    Vault *vault = cove->vault;
    cove->vault = NULL;
    return cove_open_record(cove, vault, error);
}

bool cove_set_up(Cove *cove, Vault *vault, Error *error)
{
    if (!vault_place(vault, cove->data_folder, error)) {
        vault_close(vault);
        return false;
    }
    return cove_open_record(cove, vault, error);
}

/* ---- patience ---- */

static bool is_patient(const Cove *cove, Error *error)
{
    return clock_ticks(&cove->clock) >= cove->patience.until ||
           error_set(error, ERROR_REFUSED, "passphrase",
                     "Please wait a little before the next try.");
}

static bool is_closed(Cove *cove, Error *error)
{
    return closing_over(&cove->closing) ||
           error_set(error, ERROR_LOCKED, "record",
                     "The disk has not answered yet, and what was done last is still on its way to "
                     "it. Wait a little, then try again.");
}

/* Only a wrong one is waited for, not a damaged file. */
static bool count_try(Cove *cove, bool right, const Error *error)
{
    if (right) {
        cove->patience = (Patience){.untold = cove->patience.untold};
    } else if (error->code == ERROR_REFUSED) {
        int64_t wait = passphrase_wait_ms(++cove->patience.wrong);
        cove->patience.untold++;
        cove->patience.until = clock_ticks(&cove->clock) + wait;
    }
    return right;
}

typedef bool Unlock(const char *folder, VaultKind kind, const char *secret, Vault **out,
                    Error *error);

static bool unlock_by(Cove *cove, Unlock *unlock, const char *secret, Error *error)
{
    Vault *vault;
    return is_closed(cove, error) && is_patient(cove, error) &&
           swap_finish(cove->data_folder, error) && /* a restoring that a disk cut short */
           count_try(cove, unlock(cove->data_folder, cove->kind, secret, &vault, error), error) &&
           cove_open_record(cove, vault, error);
}

bool cove_unlock(Cove *cove, const char *passphrase, Error *error)
{
    return unlock_by(cove, vault_open, passphrase, error);
}

bool cove_unlock_with_code(Cove *cove, const char *code, Error *error)
{
    return unlock_by(cove, vault_open_with_code, code, error);
}

bool cove_is_passphrase(Cove *cove, const char *passphrase, Error *error)
{
    return is_patient(cove, error) &&
           count_try(cove, vault_is_passphrase(cove->vault, passphrase, error), error);
}

/* ---- in the sight of somebody who waits ---- */

enum { QUICK_MS = 300 }; /* nearly every record is open by then */

bool cove_unlock_begin(Cove *cove, const char *secret, bool by_code, Error *error)
{
    Store *store;
    Vault *vault;
    Error fault = {0};
    Unlock *unlock = by_code ? vault_open_with_code : vault_open;
    if (!is_closed(cove, error) || !is_patient(cove, error) ||
        !count_try(cove, unlock(cove->data_folder, cove->kind, secret, &vault, error), error)) {
        return false;
    }
    if (!store_open_sealed(cove->data_folder, vault, &store, &fault)) {
        return take(cove, vault, NULL, &fault, error);
    }
    cove->opening = opening_begin(store, &cove->clock);
    cove->opening_vault = vault;
    (void)opening_wait(cove->opening, cove->keep_wait_ms > 0 ? cove->keep_wait_ms : QUICK_MS);
    return true;
}

CoveOpening cove_opening(Cove *cove, Error *error)
{
    Keeper *keeper;
    Error fault = {0};
    if (!opening_wait(cove->opening, 0)) {
        return COVE_OPENING;
    }
    bool opened = opening_end(cove->opening, &keeper, &fault);
    Vault *vault = cove->opening_vault;
    cove->opening = NULL;
    cove->opening_vault = NULL;
    return take(cove, vault, opened ? keeper : NULL, &fault, error) ? COVE_OPENED : COVE_NOT_OPENED;
}

int cove_opening_percent(const Cove *cove)
{
    return opening_percent(cove->opening);
}

void cove_opening_stop(Cove *cove)
{
    opening_stop(cove->opening);
    vault_close(cove->opening_vault);
    cove->opening = NULL;
    cove->opening_vault = NULL;
}

/* ---- closing ---- */

/* The store goes before its keys. */
bool cove_close(Cove *cove)
{
    cove_opening_stop(cove);
    safekeeping_close(&cove->safe);
    if (cove->keeper || cove->vault) {
        closing_forget(cove->closing);
        cove->closing = closing_begin(cove->keeper, cove->vault);
    }
    cove->keeper = NULL;
    cove->vault = NULL;
    cove->sample = false;
    return closing_over(&cove->closing);
}
