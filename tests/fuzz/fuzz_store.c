/* Whatever the bytes of a record, its log and its mark: no crash and no hang, each refusal has its
 * sentence, and nothing is shown that was not sealed there. The first byte says which file they
 * are; what could not be opened is salvaged. */
#include "base/file.h"
#include "store/mark.h"
#include "store/salvage.h"
#include "store/store.h"

#include <assert.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define GOLDEN COVE_SOURCE_DIR "/tests/data/stores/2"
#define PASSPHRASE "five words of a test"

enum { EVENTS = 4, PATCH = 4, NOON = 12 * 60 * 60 * 1000 };

typedef struct Bytes {
    char *bytes;
    size_t size;
} Bytes;

static Bytes take(const char *name)
{
    Bytes file = {0};
    char *path = path_join(GOLDEN, name);
    bool read = file_read(path, 1u << 24, &file.bytes, &file.size, NULL);
    assert(read);
    free(path);
    return file;
}

static void put(const char *folder, const char *name, const void *bytes, size_t size)
{
    char *path = path_join(folder, name);
    FILE *file = fopen(path, "wb");
    assert(file);
    fwrite(bytes, 1, size, file);
    fclose(file);
    free(path);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

/* The record that is there, with some of its bytes changed: three for the place, one for what. */
static void patch(Bytes *record, const uint8_t *bytes, size_t size)
{
    for (; size >= PATCH; bytes += PATCH, size -= PATCH) {
        size_t at = ((size_t)bytes[0] << 16 | (size_t)bytes[1] << 8 | bytes[2]) % record->size;
        record->bytes[at] = (char)(record->bytes[at] ^ (char)bytes[3]);
    }
}

static void fill(const char *folder, int which, const uint8_t *bytes, size_t size)
{
    Bytes record = take(STORE_FILE), mark = take(MARK_FILE), keys = take(VAULT_FILE);
    if (which == 1) {
        patch(&record, bytes, size);
    }
    put(folder, STORE_FILE, which == 0 ? (const void *)bytes : record.bytes,
        which == 0 ? size : record.size);
    put(folder, MARK_FILE, which == 3 ? (const void *)bytes : mark.bytes,
        which == 3 ? size : mark.size);
    put(folder, VAULT_FILE, keys.bytes, keys.size);
    if (which == 2) {
        put(folder, STORE_FILE "-wal", bytes, size);
    }
    free(record.bytes);
    free(mark.bytes);
    free(keys.bytes);
}

static bool see(void *context, const Event *event, Error *error)
{
    static const EventType types[EVENTS] = {EVENT_HELPER_NAMED, EVENT_CASE_OPENED,
                                            EVENT_PERSON_ADDED, EVENT_FAMILY_HERE};
    int *seen = context;
    (void)error;
    assert(*seen < EVENTS && event->type == types[*seen]);
    ++*seen;
    return true;
}

static void try(const char *folder, Vault *vault)
{
    Store *store;
    Error error = {0};
    SalvageTold told;
    int seen = 0;
    bool open = store_sqlite_open(folder, vault, &store, &error);
    bool whole = open && store_each(store, 0, see, &seen, &error);
    if (open) {
        store_close(store);
    }
    assert(whole ? seen == EVENTS : error.code && error.sentence[0]);
    if (!whole && error.code == ERROR_DAMAGED &&
        store_salvage(folder, vault, NOON, &told, &error)) {
        assert(told.read >= 1 && told.read <= EVENTS);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char folder[] = "/dev/shm/pebblecove-fuzz-XXXXXX";
    Vault *vault;
    if (size == 0 || !mkdtemp(folder)) {
        return 0;
    }
    fill(folder, bytes[0] % 4, bytes + 1, size - 1);
    bool opened = vault_open(folder, VAULT_TRIAL, PASSPHRASE, &vault, NULL);
    assert(opened);
    try(folder, vault);
    vault_close(vault);
    (void)nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return 0;
}
