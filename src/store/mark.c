/* Two slots in sectors of their own, written in turn: one is whole, whatever happens to the other.
 */
#include "store/mark.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "vault/bytes.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SECTOR = 512,
    SLOTS = 2,
    SIGNED = 8 + 8 + 8 + SEAL_HASH + SEAL_ID + 8 + SEAL_HASH,
    SLOT = SIGNED + SEAL_MAC
};

static const char magic[8] = {'P', 'b', 'C', 'v', 'M', 'a', 'r', 'k'};

typedef struct Said {
    uint64_t turn, sequence;
    uint8_t hash[SEAL_HASH]; /* of that entry */
    uint8_t device[SEAL_ID];
    uint64_t epoch;
    uint8_t home[SEAL_HASH]; /* this file on this computer, as a hash */
} Said;

struct Mark {
    int file;
    char *path;
    const Vault *vault;
    Said said;
    bool fresh; /* put here from elsewhere */
};

/* ---- as bytes ---- */

static void sign(const Vault *vault, const uint8_t *slot, uint8_t mac[SEAL_MAC])
{
    uint8_t text[SIGNED + SEAL_ID];
    memcpy(text, slot, SIGNED);
    vault_store_id(vault, text + SIGNED);
    vault_mac(vault, text, sizeof text, mac);
}

static void write_slot(const Said *said, const Vault *vault, uint8_t slot[SLOT])
{
    BytesOut out = {slot, 0, SIGNED, false};
    bytes_put(&out, magic, sizeof magic);
    bytes_put_number(&out, said->turn, 8);
    bytes_put_number(&out, said->sequence, 8);
    bytes_put(&out, said->hash, sizeof said->hash);
    bytes_put(&out, said->device, sizeof said->device);
    bytes_put_number(&out, said->epoch, 8);
    bytes_put(&out, said->home, sizeof said->home);
    assert(!out.full && out.size == SIGNED);
    sign(vault, slot, slot + SIGNED);
}

static bool read_slot(const uint8_t slot[SLOT], const Vault *vault, Said *said)
{
    uint8_t mac[SEAL_MAC];
    BytesIn in = {slot + sizeof magic, SIGNED - sizeof magic, false};
    sign(vault, slot, mac);
    if (memcmp(slot, magic, sizeof magic) != 0 || memcmp(mac, slot + SIGNED, SEAL_MAC) != 0) {
        return false;
    }
    said->turn = bytes_get_number(&in, 8);
    said->sequence = bytes_get_number(&in, 8);
    bytes_get(&in, said->hash, sizeof said->hash);
    bytes_get(&in, said->device, sizeof said->device);
    said->epoch = bytes_get_number(&in, 8);
    bytes_get(&in, said->home, sizeof said->home);
    return true;
}

bool mark_formed(const char *bytes, size_t size)
{
    bool formed = false;
    for (size_t i = 0; i < SLOTS; i++) {
        formed = formed || (size >= i * SECTOR + SLOT &&
                            memcmp(bytes + i * SECTOR, magic, sizeof magic) == 0);
    }
    return formed;
}

/* ---- the file ---- */

static bool refuse(const Mark *mark, int number, Error *error)
{
    return error_set(error, ERROR_WRITE, mark->path,
                     "The mark of the record cannot be written (%s). Make room or change the "
                     "permissions.",
                     strerror(number));
}

static bool write_said(Mark *mark)
{
    uint8_t slot[SLOT];
    mark->said.turn++;
    write_slot(&mark->said, mark->vault, slot);
    off_t at = (off_t)(mark->said.turn % SLOTS * SECTOR);
    return pwrite(mark->file, slot, sizeof slot, at) == (ssize_t)sizeof slot;
}

/* The newest slot that is whole. */
static bool read_said(Mark *mark)
{
    uint8_t bytes[SLOTS * SECTOR] = {0};
    bool found = false;
    ssize_t size = pread(mark->file, bytes, sizeof bytes, 0);
    for (int i = 0; size > 0 && i < SLOTS; i++) {
        Said said = {0};
        if (read_slot(bytes + i * SECTOR, mark->vault, &said) &&
            (!found || said.turn > mark->said.turn)) {
            mark->said = said;
            found = true;
        }
    }
    return found;
}

static bool make(Mark *mark, Error *error)
{
    uint8_t empty[SLOTS * SECTOR] = {0};
    uint8_t store[SEAL_ID];
    vault_store_id(mark->vault, store);
    seal_first(store, mark->said.hash);
    if (!file_write(mark->path, empty, sizeof empty, error)) {
        return false;
    }
    mark->file = open(mark->path, O_RDWR | O_CLOEXEC);
    return (mark->file >= 0 && write_said(mark)) || refuse(mark, errno, error);
}

/* This very file on this very computer: a copy is another file, another computer has another id. */
static void find_home(const Mark *mark, uint8_t home[SEAL_HASH])
{
    struct stat info = {0};
    char *machine = NULL;
    size_t size = 0;
    uint8_t text[256];
    BytesOut out = {text, 0, sizeof text, false};
    (void)fstat(mark->file, &info);
    (void)file_read("/etc/machine-id", 128, &machine, &size, NULL);
    bytes_put_number(&out, info.st_ino, 8);
    bytes_put(&out, machine, size);
    vault_mac(mark->vault, text, out.size, home);
    free(machine);
}

static char *beside(const char *record, const char *other)
{
    Text name;
    text_init(&name);
    text_add_bytes(&name, record, (size_t)(path_name(record) - record));
    text_add(&name, other);
    return text_take(&name);
}

static bool find(Mark *mark, Error *error)
{
    mark->file = open(mark->path, O_RDWR | O_CLOEXEC);
    if (mark->file < 0 && errno != ENOENT) {
        return refuse(mark, errno, error);
    }
    if (mark->file >= 0 && read_said(mark)) {
        return true;
    }
    if (mark->file >= 0) {
        close(mark->file);
        mark->file = -1;
    }
    return vault_is_new(mark->vault)
               ? make(mark, error)
               : error_set(error, ERROR_DAMAGED, mark->path,
                           "The mark that says how far the record got is missing or damaged, so "
                           "parts of the record may be missing. Put back a copy of the whole data "
                           "folder.");
}

bool mark_open(const char *record, const Vault *vault, Mark **out, Error *error)
{
    Mark *mark = memory_new(1, sizeof *mark);
    *mark = (Mark){.path = beside(record, MARK_FILE), .vault = vault};
    if (!find(mark, error)) {
        mark_close(mark);
        return false;
    }
    *out = mark;
    return true;
}

bool mark_start(const char *record, const Vault *vault, uint64_t epoch, Error *error)
{
    Mark *mark = memory_new(1, sizeof *mark);
    *mark = (Mark){.file = -1, .path = beside(record, MARK_FILE), .vault = vault};
    mark->said.epoch = epoch;
    bool made = make(mark, error);
    mark_close(mark);
    return made;
}

uint64_t mark_sequence(const Mark *mark)
{
    return mark->said.sequence;
}

bool mark_fits(const Mark *mark, const uint8_t hash[SEAL_HASH])
{
    return memcmp(mark->said.hash, hash, SEAL_HASH) == 0;
}

static void note(Mark *mark, const SealPlace *next)
{
    mark->said.sequence = next->sequence - 1;
    memcpy(mark->said.hash, next->before, SEAL_HASH);
}

bool mark_begin(Mark *mark, SealPlace *next, Error *error)
{
    uint8_t home[SEAL_HASH];
    char *fresh = beside(mark->path, MARK_FRESH);
    find_home(mark, home);
    mark->fresh = file_exists(fresh);
    if (mark->fresh || memcmp(home, mark->said.home, SEAL_HASH) != 0) {
        memcpy(mark->said.home, home, SEAL_HASH);
        seal_random(mark->said.device, sizeof mark->said.device);
        mark->said.epoch++;
    }
    memcpy(next->device, mark->said.device, SEAL_ID);
    next->epoch = mark->said.epoch;
    note(mark, next);
    bool begun = (write_said(mark) && fsync(mark->file) == 0) || refuse(mark, errno, error);
    if (begun) {
        (void)unlink(fresh); /* if it stays, the next start only begins one more epoch */
    }
    free(fresh);
    return begun;
}

bool mark_was_fresh(const Mark *mark)
{
    return mark->fresh;
}

void mark_advance(Mark *mark, const SealPlace *next)
{
    note(mark, next);
    (void)write_said(mark);
}

void mark_close(Mark *mark)
{
    if (mark) {
        if (mark->file >= 0) {
            (void)fsync(mark->file);
            close(mark->file);
        }
        free(mark->path);
        free(mark);
    }
}
