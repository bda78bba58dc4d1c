#include "vault/key_file.h"

#include "base/memory.h"
#include "vault/bytes.h"

#include <sodium.h>

#include <assert.h>
#include <string.h>

enum { FIRST_VERSION = 1, FLAG_TRIAL = 1, FLAG_BEGUN = 2 };

/* What a real passphrase slot may ask for. Less would be too weak, more would stop the computer. */
enum { LEAST_PASSES = 3, MOST_PASSES = 10, LEAST_KIB = 256 * 1024, MOST_KIB = 1024 * 1024 };
enum { TRIAL_LEAST_KIB = 8, TRIAL_MOST_KIB = 1024 };

static const char magic[8] = {'P', 'b', 'C', 'v', 'K', 'e', 'y', 's'};

/* ---- writing ---- */

static void put_slot(BytesOut *out, const KeySlot *slot)
{
    bytes_put_number(out, slot->passes, 4);
    bytes_put_number(out, slot->kib, 4);
    bytes_put(out, slot->salt, sizeof slot->salt);
    bytes_put(out, slot->commit, sizeof slot->commit);
    bytes_put(out, slot->nonce, sizeof slot->nonce);
    bytes_put(out, slot->wrapped, sizeof slot->wrapped);
}

static void put_head(BytesOut *out, const KeyFile *file)
{
    bytes_put(out, magic, sizeof magic);
    bytes_put_number(out, (uint64_t)file->version, 2);
    bytes_put_number(out, (file->trial ? FLAG_TRIAL : 0u) | (file->begun ? FLAG_BEGUN : 0u), 2);
    bytes_put(out, file->store, sizeof file->store);
    bytes_put_number(out, file->turn, 8);
    for (int i = 0; i < SLOT_COUNT; i++) {
        put_slot(out, &file->slots[i]);
    }
}

void key_file_head(const KeyFile *file, uint8_t head[KEY_FILE_HEAD])
{
    BytesOut out = {head, 0, KEY_FILE_HEAD, false};
    put_head(&out, file);
    assert(!out.full && out.size == KEY_FILE_HEAD);
}

uint8_t *key_file_write(const KeyFile *file, size_t *size)
{
    size_t room = KEY_FILE_HEAD + KEY_NONCE + 4 + file->ring_size + KEY_HASH;
    uint8_t *bytes = memory_new(room, 1);
    BytesOut out = {bytes, 0, room, false};
    put_head(&out, file);
    bytes_put(&out, file->nonce, sizeof file->nonce);
    bytes_put_number(&out, file->ring_size, 4);
    bytes_put(&out, file->ring, file->ring_size);
    crypto_generichash(bytes + out.size, KEY_HASH, bytes, out.size, NULL, 0);
    assert(!out.full && out.size + KEY_HASH == room);
    *size = room;
    return bytes;
}

/* ---- reading ---- */

static bool damaged(const char *place, Error *error)
{
    return error_set(error, ERROR_DAMAGED, place,
                     "The file with the keys is damaged and was left as it is. Put back a copy of "
                     "the whole data folder.");
}

static bool read_start(BytesIn *in, const char *place, KeyFile *file, Error *error)
{
    const uint8_t *start = bytes_skip(in, sizeof magic);
    if (!start || memcmp(start, magic, sizeof magic) != 0) {
        return error_set(error, ERROR_DAMAGED, place,
                         "This is not the file with Pebble Cove's keys. Put back a copy of the "
                         "whole data folder.");
    }
    file->version = (int)bytes_get_number(in, 2);
    if (file->version < FIRST_VERSION) { /* there was none */
        return damaged(place, error);
    }
    return file->version <= KEY_FILE_VERSION ||
           error_set(error, ERROR_NEWER, place,
                     "These keys were made by a later version of Pebble Cove. Install that "
                     "version, or choose another folder with --data.");
}

/* The sum is no protection, only a way to tell damage from a wrong passphrase. */
static bool sum_right(const uint8_t *bytes, size_t size)
{
    uint8_t sum[KEY_HASH];
    if (size < KEY_HASH) {
        return false;
    }
    crypto_generichash(sum, sizeof sum, bytes, size - KEY_HASH, NULL, 0);
    return sodium_memcmp(sum, bytes + size - KEY_HASH, KEY_HASH) == 0;
}

static void get_slot(BytesIn *in, KeySlot *slot)
{
    slot->passes = (uint32_t)bytes_get_number(in, 4);
    slot->kib = (uint32_t)bytes_get_number(in, 4);
    bytes_get(in, slot->salt, sizeof slot->salt);
    bytes_get(in, slot->commit, sizeof slot->commit);
    bytes_get(in, slot->nonce, sizeof slot->nonce);
    bytes_get(in, slot->wrapped, sizeof slot->wrapped);
}

static bool between(uint32_t value, uint32_t least, uint32_t most)
{
    return value >= least && value <= most;
}

static bool slots_allowed(const KeyFile *file)
{
    const KeySlot *slot = &file->slots[SLOT_PASSPHRASE], *code = &file->slots[SLOT_RECOVERY];
    bool cost = file->trial ? between(slot->passes, 1, LEAST_PASSES) &&
                                  between(slot->kib, TRIAL_LEAST_KIB, TRIAL_MOST_KIB)
                            : between(slot->passes, LEAST_PASSES, MOST_PASSES) &&
                                  between(slot->kib, LEAST_KIB, MOST_KIB);
    return cost && code->passes == 0 && code->kib == 0;
}

static bool get_all(BytesIn *in, KeyFile *file)
{
    uint64_t flags = bytes_get_number(in, 2);
    file->trial = flags & FLAG_TRIAL;
    file->begun = flags & FLAG_BEGUN;
    bytes_get(in, file->store, sizeof file->store);
    file->turn = bytes_get_number(in, 8);
    for (int i = 0; i < SLOT_COUNT; i++) {
        get_slot(in, &file->slots[i]);
    }
    bytes_get(in, file->nonce, sizeof file->nonce);
    file->ring_size = (size_t)bytes_get_number(in, 4);
    file->ring = bytes_skip(in, file->ring_size);
    return !in->ended && in->left == 0 && flags <= (FLAG_TRIAL | FLAG_BEGUN) &&
           file->ring_size >= KEY_TAG;
}

bool key_file_read(const uint8_t *bytes, size_t size, const char *place, KeyFile *out, Error *error)
{
    KeyFile file = {0};
    BytesIn in = {bytes, size, false};
    if (!read_start(&in, place, &file, error)) {
        return false;
    }
    if (size > KEY_FILE_MOST || !sum_right(bytes, size)) {
        return damaged(place, error);
    }
    in.left -= KEY_HASH < in.left ? KEY_HASH : in.left;
    if (!get_all(&in, &file) || !slots_allowed(&file)) {
        return damaged(place, error);
    }
    *out = file;
    return true;
}
