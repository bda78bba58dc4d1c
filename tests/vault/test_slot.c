/* A new passphrase is tried once before it counts: with a fault of memory while it is made, the
 * lock of before stays. */
#include "vault/secret.h"
#include "vault/slot.h"

#include <sodium.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

typedef int Seal(unsigned char *, unsigned long long *, const unsigned char *, unsigned long long,
                 const unsigned char *, unsigned long long, const unsigned char *,
                 const unsigned char *, const unsigned char *);
Seal __real_crypto_aead_xchacha20poly1305_ietf_encrypt;
Seal __wrap_crypto_aead_xchacha20poly1305_ietf_encrypt;

static bool faulty;

int __wrap_crypto_aead_xchacha20poly1305_ietf_encrypt(
    unsigned char *out, unsigned long long *out_size, const unsigned char *in,
    unsigned long long in_size, const unsigned char *context, unsigned long long context_size,
    const unsigned char *secret, const unsigned char *nonce, const unsigned char *key)
{
    int failed = __real_crypto_aead_xchacha20poly1305_ietf_encrypt(
        out, out_size, in, in_size, context, context_size, secret, nonce, key);
    out[3] ^= faulty ? 1 : 0;
    return failed;
}

static void test_faulty_lock_is_not_kept(void **state)
{
    (void)state;
    Error error = {0};
    KeyFile file = {.trial = true};
    assert_true(secret_ready(NULL));
    uint8_t *master = secret_new(KEY_BYTES), *found = secret_new(KEY_BYTES);
    randombytes_buf(master, KEY_BYTES);
    assert_true(slot_lock_passphrase(&file, "moss kettle otter", master, NULL));
    const KeySlot before = file.slots[SLOT_PASSPHRASE];
    faulty = true;
    assert_false(slot_lock_passphrase(&file, "plum fjord lantern", master, &error));
    faulty = false;
    assert_int_not_equal(error.code, ERROR_NONE);
    assert_memory_equal(&file.slots[SLOT_PASSPHRASE], &before, sizeof before);
    assert_true(slot_open_passphrase(&file, "moss kettle otter", found, NULL));
    assert_memory_equal(found, master, KEY_BYTES);
    assert_true(slot_lock_passphrase(&file, "plum fjord lantern", master, NULL));
    secret_free(found);
    secret_free(master);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faulty_lock_is_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
