/* Both words are brought to the letters that count; see alike.h. */
#include "base/alike.h"

#include "base/memory.h"

#include <stdint.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include <stdlib.h>
#include <string.h>

/* Signs above and below letters, the stroke that lengthens Arabic ones, spaces and punctuation. */
static bool is_left_out(ucs4_t character)
{
    return character == 0x0640 ||
           uc_is_general_category_withtable(character, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Z |
                                                           UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_P);
}

/* Letters that Arabic writes in two ways; those with a hamza lose it with the other signs. */
static ucs4_t usual(ucs4_t letter)
{
    switch (letter) {
    case 0x0629: return 0x0647; /* ta marbuta: ha */
    case 0x0649: return 0x064a; /* alif maqsura: ya */
    case 0x0671: return 0x0627; /* alif wasla: alif */
    default: return letter;
    }
}

static char *bare(const char *word)
{
    size_t length = 0, size = 0;
    uint8_t *folded =
        u8_casefold((const uint8_t *)word, strlen(word), NULL, UNINORM_NFKD, NULL, &length);
    uint8_t *letters = memory_new(length + 1, 1);
    for (size_t at = 0; folded && at < length;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, folded + at, length - at);
        if (!is_left_out(character)) {
            int step = u8_uctomb(letters + size, usual(character), (ptrdiff_t)(length - size));
            size += step > 0 ? (size_t)step : 0;
        }
    }
    free(folded);
    return (char *)letters;
}

/* and, then, in, for, like, the: each is written onto the word it stands before. */
static bool is_written_on(const char *start, size_t length)
{
    static const char *const each[] = {"و",   "ف",   "ب",   "ل",   "ك",   "ال", "لل",
                                       "وال", "فال", "بال", "كال", "ولل", "وب", "ول"};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        if (strlen(each[i]) == length && memcmp(each[i], start, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_same_behind(const char *longer, const char *word)
{
    size_t all = strlen(longer), length = strlen(word);
    return all > length && strcmp(longer + all - length, word) == 0 &&
           is_written_on(longer, all - length);
}

bool words_alike(const char *a, const char *b)
{
    char *one = bare(a), *other = bare(b);
    bool alike =
        one[0] && other[0] &&
        (strcmp(one, other) == 0 || is_same_behind(one, other) || is_same_behind(other, one));
    free(one);
    free(other);
    return alike;
}
