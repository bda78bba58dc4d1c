/* Whatever the list of an outline says, sealed rightly: no crash and no hang, and the record opens;
 * what such a list does not bear out is made again. Nobody without the keys can write one, but a
 * fault of ours, or of an earlier version, must not keep a record closed. */
#include "base/file.h"
#include "store/mark.h"
#include "store/outline.h"
#include "store/outline_stream.h"
#include "store/seal_old.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define GOLDEN COVE_SOURCE_DIR "/tests/data/stores/2"
#define PASSPHRASE "five words of a test"

static struct {
    char folder[32];
    Vault *vault;
    Store *store;
    char *outline; /* as it should be */
    size_t size;
} made = {.folder = "/dev/shm/pebblecove-fuzz-XXXXXX"};

static void copy(const char *name)
{
    char *bytes = NULL, *from = path_join(GOLDEN, name), *to = path_join(made.folder, name);
    size_t size;
    bool copied =
        file_read(from, 1u << 24, &bytes, &size, NULL) && file_write(to, bytes, size, NULL);
    assert(copied);
    free(bytes);
    free(from);
    free(to);
}

static bool see(void *context, const Event *event, Error *error)
{
    (void)context, (void)error;
    assert(event->type < EVENT_TYPE_COUNT);
    return true;
}

static void read_all(Outline *outline)
{
    Error error = {0};
    for (size_t i = 0; i <= outline_case_count(outline); i++) {
        Id family = i > 0 ? outline_case_at(outline, i - 1) : (Id){""};
        for (OutlineDepth depth = OUTLINE_LIST; depth <= OUTLINE_WHOLE; depth++) {
            bool read = outline_each(outline, family, depth, see, NULL, &error);
            assert(read || (error.code && error.sentence[0]));
        }
    }
    for (size_t i = 0; i < outline_sign_count(outline); i++) {
        assert(strlen(outline_sign_at(outline, i)->sitting.text) <= ID_LENGTH);
    }
}

static void open_once(void)
{
    Outline *outline;
    bool read_all_of_it;
    Error error = {0};
    bool opened = outline_open(made.store, OUTLINE_BESIDE, NULL, &outline, &read_all_of_it, &error);
    assert(opened && outline_last(outline) == store_last(made.store));
    read_all(outline);
    outline_close(outline);
}

static void clear(void)
{
    static const char *const names[] = {"record.db",      "record.mark",   "vault.keys",
                                        "record.outline", "record.db-wal", "record.db-shm"};
    store_close(made.store);
    vault_close(made.vault);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = path_join(made.folder, names[i]);
        (void)unlink(path);
        free(path);
    }
    (void)rmdir(made.folder);
    free(made.outline);
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count, (void)arguments;
    memcpy(made.folder, "/dev/shm/pebblecove-fuzz-XXXXXX",
           sizeof "/dev/shm/pebblecove-fuzz-XXXXXX");
    char *folder = mkdtemp(made.folder);
    assert(folder);
    copy(STORE_FILE);
    copy(MARK_FILE);
    copy(VAULT_FILE);
    bool opened = vault_open(made.folder, VAULT_TRIAL, PASSPHRASE, &made.vault, NULL) &&
                  store_open_sealed(made.folder, made.vault, &made.store, NULL);
    assert(opened);
    open_once();
    bool read = file_read(made.store->outline, 1u << 24, &made.outline, &made.size, NULL);
    assert(read);
    atexit(clear);
    return 0;
}

static void put_list(const uint8_t *bytes, size_t size)
{
    StreamPlace place = {.vault = made.vault};
    PartHash hash;
    bool put = file_write(made.store->outline, made.outline, made.size, NULL) &&
               outline_file_open(made.store->outline, &place.file, NULL) &&
               outline_file_begin(place.file, NULL) &&
               part_write(&place, &(PartName){0}, bytes, size, &hash, NULL) &&
               outline_file_keep(place.file, NULL);
    assert(put);
    outline_file_close(place.file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    put_list(bytes, size);
    open_once();
    return 0;
}
