/* Known answers for what the vault asks of libsodium: published ones where there are any, so that a
 * library that was built wrongly, or another one under its name, is noticed. */
#include <sodium.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

enum { MOST = 256 };

static void assert_hex(const uint8_t *bytes, size_t size, const char *expected)
{
    char hex[2 * MOST + 1];
    sodium_bin2hex(hex, sizeof hex, bytes, size);
    assert_string_equal(hex, expected);
}

static void count_up(uint8_t *bytes, size_t size, int first)
{
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (uint8_t)((size_t)first + i);
    }
}

/* draft-irtf-cfrg-xchacha-03, A.3.1 */
static void test_xchacha20_poly1305(void **state)
{
    static const char plain[] =
        "Ladies and Gentlemen of the class of '99: If I could offer you only "
        "one tip for the future, sunscreen would be it.";
    static const uint8_t with[] = {0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1,
                                   0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7};
    uint8_t key[32], nonce[24], out[MOST];
    unsigned long long size;
    (void)state;
    count_up(key, sizeof key, 0x80);
    count_up(nonce, sizeof nonce, 0x40);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out, &size, (const uint8_t *)plain, sizeof plain - 1,
                                               with, sizeof with, NULL, nonce, key);
    assert_hex(
        out, (size_t)size,
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3"
        "a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2b"
        "c369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8"
        "780acf49");
}

/* RFC 7693 gives BLAKE2b of "abc" in 512 bits; the keyed one is the first of the reference's. */
static void test_blake2b(void **state)
{
    uint8_t key[64], out[64];
    (void)state;
    crypto_generichash(out, 64, (const uint8_t *)"abc", 3, NULL, 0);
    assert_hex(
        out, 64,
        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252"
        "d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    crypto_generichash(out, 32, (const uint8_t *)"abc", 3, NULL, 0);
    assert_hex(out, 32, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    count_up(key, sizeof key, 0);
    crypto_generichash(out, 64, NULL, 0, key, sizeof key);
    assert_hex(
        out, 64,
        "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786b5e996e8f0f4eb981fc2"
        "14b005f42d2ff4233499391653df7aefcbc13fc51568");
}

/* From the tests of Argon2's reference implementation: "password", "somesalt", version 1.3, 64 MiB,
 * 2 passes. A salt of 8 bytes is read in this form alone. */
static void test_argon2id(void **state)
{
    static const char published[crypto_pwhash_STRBYTES] =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    (void)state;
    assert_int_equal(crypto_pwhash_str_verify(published, "password", strlen("password")), 0);
    assert_int_not_equal(crypto_pwhash_str_verify(published, "passwore", strlen("passwore")), 0);
}

/* As keys are derived: 3 passes over 256 MiB. Nobody published that; this is OpenSSL's answer
 * (Argon2id of Python's cryptography 48), which shares no code with libsodium. */
static void test_argon2id_of_keys(void **state)
{
    const uint8_t salt[crypto_pwhash_SALTBYTES] = "somesalt";
    uint8_t out[64];
    (void)state;
    assert_int_equal(crypto_pwhash(out, sizeof out, "password", strlen("password"), salt, 3,
                                   (size_t)256 << 20, crypto_pwhash_ALG_ARGON2ID13),
                     0);
    assert_hex(
        out, sizeof out,
        "3f473f6dc7a116b5d101d3037865e5a8e208e11b5e11fa2fed6bed59a39c42c1202945e862ddb109ca34"
        "af1b97bd71834e9750d92e2579202e91a5f792411478");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xchacha20_poly1305),
        cmocka_unit_test(test_blake2b),
        cmocka_unit_test(test_argon2id),
        cmocka_unit_test(test_argon2id_of_keys),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
