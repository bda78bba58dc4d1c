#include "vault/key_ring.h"

#include "base/memory.h"
#include "vault/bytes.h"
#include "vault/secret.h"

#include <sodium.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    STEP = 16,
    COUNT_BYTES = 4,
    FIRST_ROW = KEY_ID_BYTES + ID_LENGTH + 4 + 2 * KEY_BYTES, /* of version 1: case alone */
    KEY_ROW = FIRST_ROW + 2 * ID_LENGTH + 1
};

static const char purpose[] = "pebblecove key ring 1";

void key_ring_clear(KeyRing *ring)
{
    secret_free(ring->keys);
    *ring = (KeyRing){0};
}

static void make_room(KeyRing *ring)
{
    if (ring->count < ring->room) {
        return;
    }
    Key *keys = secret_new((ring->room + STEP) * sizeof *keys);
    if (ring->count > 0) {
        memcpy(keys, ring->keys, ring->count * sizeof *keys);
    }
    secret_free(ring->keys);
    ring->keys = keys;
    ring->room += STEP;
}

const Key *key_ring_add(KeyRing *ring, const Whose *whose)
{
    make_room(ring);
    Key *key = &ring->keys[ring->count++];
    *key = (Key){.whose = *whose, .epoch = 1};
    randombytes_buf(key->id, sizeof key->id);
    randombytes_buf(key->data, sizeof key->data);
    randombytes_buf(key->inbox, sizeof key->inbox);
    return key;
}

void key_ring_drop_last(KeyRing *ring)
{
    assert(ring->count > 0);
    secret_wipe(&ring->keys[--ring->count], sizeof *ring->keys);
}

KeyRing key_ring_copy(const KeyRing *ring)
{
    KeyRing copy = {secret_new(ring->room * sizeof *ring->keys), ring->count, ring->room};
    memcpy(copy.keys, ring->keys, ring->count * sizeof *ring->keys);
    return copy;
}

const Key *key_ring_of(const KeyRing *ring, const Whose *whose)
{
    for (size_t i = ring->count; i-- > 0;) {
        if (whose_same(&ring->keys[i].whose, whose)) {
            return &ring->keys[i];
        }
    }
    return NULL;
}

const Key *key_ring_find(const KeyRing *ring, const uint8_t *id)
{
    for (size_t i = ring->count; i-- > 0;) {
        if (memcmp(ring->keys[i].id, id, KEY_ID_BYTES) == 0) {
            return &ring->keys[i];
        }
    }
    return NULL;
}

/* ---- as bytes ---- */

static size_t plain_size(size_t count, size_t row)
{
    return COUNT_BYTES + (count + STEP - 1) / STEP * STEP * row;
}

static void put_id(BytesOut *out, Id id)
{
    char text[ID_LENGTH] = {0};
    memcpy(text, id.text, strlen(id.text));
    bytes_put(out, text, sizeof text);
}

static void put_key(BytesOut *out, const Key *key)
{
    bytes_put(out, key->id, sizeof key->id);
    put_id(out, key->whose.family);
    put_id(out, key->whose.one);
    put_id(out, key->whose.two);
    bytes_put_number(out, key->early, 1);
    bytes_put_number(out, key->epoch, 4);
    bytes_put(out, key->data, sizeof key->data);
    bytes_put(out, key->inbox, sizeof key->inbox);
}

/* Two only where there is one, one only in a case. */
static bool whose_fits(const Whose *whose)
{
    bool family = id_valid(whose->family.text), one = id_valid(whose->one.text),
         two = id_valid(whose->two.text);
    return (family || !whose->family.text[0]) && (family && one ? true : !whose->one.text[0]) &&
           (one && two ? true : !whose->two.text[0]);
}

static bool get_key(BytesIn *in, int version, Key *key)
{
    *key = (Key){.early = version == 1};
    bytes_get(in, key->id, sizeof key->id);
    bytes_get(in, key->whose.family.text, ID_LENGTH);
    if (version > 1) {
        bytes_get(in, key->whose.one.text, ID_LENGTH);
        bytes_get(in, key->whose.two.text, ID_LENGTH);
        key->early = bytes_get_number(in, 1) == 1;
    }
    key->epoch = (uint32_t)bytes_get_number(in, 4);
    bytes_get(in, key->data, sizeof key->data);
    bytes_get(in, key->inbox, sizeof key->inbox);
    return !in->ended && whose_fits(&key->whose) &&
           (key->whose.family.text[0] != '\0' || key->epoch != KEY_ERASED);
}

static bool get_keys(const uint8_t *plain, size_t size, int version, KeyRing *ring)
{
    BytesIn in = {plain, size, false};
    size_t row = version == 1 ? FIRST_ROW : KEY_ROW;
    size_t count = (size_t)bytes_get_number(&in, COUNT_BYTES);
    bool fine = count <= KEY_FILE_MOST / row && size == plain_size(count, row);
    while (fine && ring->count < count) {
        make_room(ring);
        fine = get_key(&in, version, &ring->keys[ring->count++]);
    }
    return fine;
}

bool key_ring_full(const KeyRing *ring)
{
    enum { BESIDE = KEY_FILE_HEAD + KEY_NONCE + 4 + KEY_TAG + KEY_HASH };
    return BESIDE + plain_size(ring->count + 1, KEY_ROW) > KEY_FILE_MOST;
}

/* ---- sealed ---- */

enum { CONTEXT = sizeof purpose + KEY_FILE_HEAD };

static void context_of(const uint8_t *head, uint8_t context[CONTEXT])
{
    memcpy(context, purpose, sizeof purpose);
    memcpy(context + sizeof purpose, head, KEY_FILE_HEAD);
}

void key_ring_seal(const KeyRing *ring, const uint8_t *master, const uint8_t *head,
                   uint8_t nonce[KEY_NONCE], uint8_t **sealed, size_t *size)
{
    uint8_t context[CONTEXT];
    size_t room = plain_size(ring->count, KEY_ROW);
    uint8_t *plain = secret_new(room);
    BytesOut out = {plain, 0, room, false};
    bytes_put_number(&out, ring->count, COUNT_BYTES);
    for (size_t i = 0; i < ring->count; i++) {
        put_key(&out, &ring->keys[i]);
    }
    context_of(head, context);
    *size = room + KEY_TAG;
    *sealed = memory_new(*size, 1);
    randombytes_buf(nonce, KEY_NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(*sealed, NULL, plain, room, context, sizeof context,
                                               NULL, nonce, master);
    secret_free(plain);
}

bool key_ring_open(const KeyFile *file, const uint8_t *master, KeyRing *out)
{
    uint8_t head[KEY_FILE_HEAD], context[CONTEXT];
    key_file_head(file, head);
    context_of(head, context);
    uint8_t *plain = secret_new(file->ring_size);
    bool fine = crypto_aead_xchacha20poly1305_ietf_decrypt(plain, NULL, NULL, file->ring,
                                                           file->ring_size, context, sizeof context,
                                                           file->nonce, master) == 0 &&
                get_keys(plain, file->ring_size - KEY_TAG, file->version, out);
    secret_free(plain);
    if (!fine) {
        key_ring_clear(out);
    }
    return fine;
}
