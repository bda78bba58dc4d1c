/* The key file as bytes: what is written reads back, and nothing else is accepted. */
#include "vault/key_file.h"

#include "vault/secret.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

enum { RING = 100, SIZE = KEY_FILE_HEAD + KEY_NONCE + 4 + RING + KEY_HASH };

/* places in the file */
enum {
    AT_VERSION = 8,
    AT_FLAGS = 10,
    AT_PASSES = 36,
    AT_KIB = 40,
    AT_CODE = 36 + 128,
    AT_RING_SIZE = KEY_FILE_HEAD + KEY_NONCE
};

static KeyFile sample(uint8_t ring[RING])
{
    KeyFile file = {.version = KEY_FILE_VERSION, .turn = 7, .ring = ring, .ring_size = RING};
    memset(file.store, 3, sizeof file.store);
    memset(file.nonce, 4, sizeof file.nonce);
    memset(ring, 5, RING);
    for (int i = 0; i < SLOT_COUNT; i++) {
        memset(file.slots[i].salt, 10 + i, sizeof file.slots[i].salt);
        memset(file.slots[i].commit, 20 + i, sizeof file.slots[i].commit);
        memset(file.slots[i].nonce, 30 + i, sizeof file.slots[i].nonce);
        memset(file.slots[i].wrapped, 40 + i, sizeof file.slots[i].wrapped);
    }
    file.slots[SLOT_PASSPHRASE].passes = 3;
    file.slots[SLOT_PASSPHRASE].kib = 262144;
    return file;
}

static uint8_t *sample_bytes(void)
{
    uint8_t ring[RING];
    size_t size;
    KeyFile file = sample(ring);
    uint8_t *bytes = key_file_write(&file, &size);
    assert_int_equal(size, SIZE);
    return bytes;
}

static void sum_again(uint8_t *bytes, size_t size)
{
    crypto_generichash(bytes + size - KEY_HASH, KEY_HASH, bytes, size - KEY_HASH, NULL, 0);
}

static void test_there_and_back(void **state)
{
    (void)state;
    uint8_t ring[RING];
    KeyFile before = sample(ring), after;
    size_t size;
    uint8_t *bytes = key_file_write(&before, &size);
    assert_true(key_file_read(bytes, size, "file", &after, NULL));
    assert_false(after.trial);
    assert_int_equal(after.turn, 7);
    assert_memory_equal(after.store, before.store, sizeof after.store);
    assert_memory_equal(after.nonce, before.nonce, sizeof after.nonce);
    assert_memory_equal(after.slots, before.slots, sizeof after.slots);
    assert_int_equal(after.ring_size, RING);
    assert_memory_equal(after.ring, ring, RING);
    free(bytes);
}

static void assert_refused(const uint8_t *bytes, size_t size, ErrorCode code, const char *says)
{
    KeyFile untouched = {.turn = 99};
    Error error = {0};
    if (key_file_read(bytes, size, "file", &untouched, &error)) {
        fail_msg("expected ...%s..., and it was read", says);
    }
    if (error.code != code || !strstr(error.sentence, says)) {
        fail_msg("expected %d ...%s..., got %d %s", (int)code, says, (int)error.code,
                 error.sentence);
    }
    assert_string_equal(error.place, "file");
    assert_int_equal(untouched.turn, 99);
}

/* Each number that may not stand there, with the sum made right again. */
static void test_out_of_bounds(void **state)
{
    (void)state;
    static const struct {
        int at, size;
        uint32_t value;
        ErrorCode code;
        const char *says;
    } rows[] = {
        {0, 1, 'X', ERROR_DAMAGED, "not the file with Pebble Cove's keys"},
        {AT_VERSION, 2, 0, ERROR_DAMAGED, "damaged"},
        {AT_VERSION, 2, KEY_FILE_VERSION + 1, ERROR_NEWER, "later version"},
        {AT_VERSION, 2, 0xFFFF, ERROR_NEWER, "later version"},
        {AT_FLAGS, 2, 4, ERROR_DAMAGED, "damaged"},
        {AT_FLAGS, 2, 0x8000, ERROR_DAMAGED, "damaged"},
        {AT_FLAGS, 2, 1, ERROR_DAMAGED, "damaged"}, /* a trial that costs as much as a real one */
        {AT_PASSES, 4, 0, ERROR_DAMAGED, "damaged"},
        {AT_PASSES, 4, 2, ERROR_DAMAGED, "damaged"},
        {AT_PASSES, 4, 11, ERROR_DAMAGED, "damaged"},
        {AT_PASSES, 4, 0xFFFFFFFF, ERROR_DAMAGED, "damaged"},
        {AT_KIB, 4, 0, ERROR_DAMAGED, "damaged"},
        {AT_KIB, 4, 262143, ERROR_DAMAGED, "damaged"},
        {AT_KIB, 4, 1048577, ERROR_DAMAGED, "damaged"},
        {AT_KIB, 4, 0xFFFFFFFF, ERROR_DAMAGED, "damaged"},
        {AT_CODE, 4, 1, ERROR_DAMAGED, "damaged"},
        {AT_CODE + 4, 4, 1, ERROR_DAMAGED, "damaged"},
        {AT_RING_SIZE, 4, 0, ERROR_DAMAGED, "damaged"},
        {AT_RING_SIZE, 4, 15, ERROR_DAMAGED, "damaged"},
        {AT_RING_SIZE, 4, RING - 1, ERROR_DAMAGED, "damaged"},
        {AT_RING_SIZE, 4, RING + 1, ERROR_DAMAGED, "damaged"},
        {AT_RING_SIZE, 4, 0xFFFFFFFF, ERROR_DAMAGED, "damaged"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint8_t *bytes = sample_bytes();
        for (int b = 0; b < rows[i].size; b++) {
            bytes[rows[i].at + b] = (uint8_t)(rows[i].value >> (rows[i].size - 1 - b) * 8);
        }
        sum_again(bytes, SIZE);
        assert_refused(bytes, SIZE, rows[i].code, rows[i].says);
        free(bytes);
    }
}

static void test_allowed_bounds(void **state)
{
    (void)state;
    static const struct {
        bool trial;
        uint32_t passes, kib;
    } rows[] = {{false, 3, 262144}, {false, 10, 1048576}, {true, 1, 8}, {true, 3, 1024}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint8_t ring[RING];
        KeyFile file = sample(ring), found;
        size_t size;
        file.trial = rows[i].trial;
        file.begun = i % 2;
        file.slots[SLOT_PASSPHRASE].passes = rows[i].passes;
        file.slots[SLOT_PASSPHRASE].kib = rows[i].kib;
        uint8_t *bytes = key_file_write(&file, &size);
        assert_true(key_file_read(bytes, size, "file", &found, NULL));
        assert_int_equal(found.trial, rows[i].trial);
        assert_int_equal(found.begun, i % 2);
        free(bytes);
    }
}

static void test_every_length(void **state)
{
    (void)state;
    uint8_t *bytes = sample_bytes();
    for (size_t size = 0; size < SIZE; size++) {
        uint8_t *cut = malloc(size + 1); /* so that reading past the end is seen */
        memcpy(cut, bytes, size);
        Error error = {0};
        KeyFile file;
        assert_false(key_file_read(cut, size, "file", &file, &error));
        assert_int_equal(error.code, ERROR_DAMAGED);
        if (size >= KEY_HASH + 10) {
            sum_again(cut, size);
            assert_false(key_file_read(cut, size, "file", &file, &error));
        }
        free(cut);
    }
    free(bytes);
}

static void test_every_bit(void **state)
{
    (void)state;
    uint8_t *bytes = sample_bytes();
    for (size_t bit = 0; bit < SIZE * 8; bit++) {
        KeyFile file;
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        assert_false(key_file_read(bytes, SIZE, "file", &file, NULL));
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    }
    free(bytes);
}

static int set_up(void **state)
{
    (void)state;
    return secret_ready(NULL) ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_out_of_bounds),
        cmocka_unit_test(test_allowed_bounds), cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_every_bit),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
