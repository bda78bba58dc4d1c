/* Digests against vectors made with Python's hashlib: sha256 of 8-byte lengths and parts. */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { PARTS_MAX = 2 };

typedef struct Vector {
    const char *parts[PARTS_MAX];
    size_t count;
    const char *digest;
} Vector;

static const Vector vectors[] = {
    {{0}, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}, /* FIPS, empty */
    {{""}, 1, "af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc"},
    {{"abc"}, 1, "c3494ca1a2cf8eeb8a11ded316fb55b83c3bbbedb6313cd50415251e5d09e12f"},
    {{"ab", "c"}, 2, "601d5476e2ccfe2c87a2bba7a322659734a05749d5b5aa781f513e4912db0d5f"},
    {{"a", "bc"}, 2, "3fafa1cf2f19a7c1129beb20cf0983f73a489a221fc0dd2f16d1be292d089205"},
    {{"", "abc"}, 2, "e7fa8174d147ee73954836b6f21933539ff7094b1654f9dbd42b665592df84ad"},
};

static void test_vectors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; ++i) {
        DigestPart parts[PARTS_MAX];
        for (size_t k = 0; k < vectors[i].count; ++k)
            parts[k] = (DigestPart){vectors[i].parts[k], strlen(vectors[i].parts[k])};
        assert_string_equal(digest_of(parts, vectors[i].count).text, vectors[i].digest);
    }
}

static void test_long_part(void **state)
{
    (void)state;
    char text[1000];
    memset(text, 'a', sizeof text);
    DigestPart part = {text, sizeof text};
    assert_string_equal(digest_of(&part, 1).text,
                        "12927acabb6790a39811f5715096f18bba9d60990478f88d97d5d8f9c7ab750f");
}

static void test_no_bytes(void **state)
{
    (void)state;
    DigestPart part = {NULL, 0};
    assert_string_equal(digest_of(&part, 1).text, vectors[1].digest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_long_part),
        cmocka_unit_test(test_no_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
