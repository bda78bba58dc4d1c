/* Growing strings and UTF-8. Text is what strings are joined in; nothing here knows fonts.
 * Grapheme and Unicode questions are answered by libunistring, within base in text.c
 * and alike.c alone. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Text {
    char *bytes; /* always NUL-terminated after text_init; owned */
    size_t length;
    size_t capacity;
} Text;

void text_init(Text *text);
void text_clear(Text *text); /* frees; the Text may be used again after text_init */
void text_reset(Text *text); /* empties, keeps the room */
void text_add(Text *text, const char *string);
void text_add_bytes(Text *text, const char *bytes, size_t length);
/* No argument may be of the text itself. */
void text_addf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Hands the string to the caller, who frees it. The Text owns nothing then and may be added to. */
char *text_take(Text *text);

/* Offset of the first byte that is not well-formed UTF-8 (no surrogates, no overlongs,
 * <= U+10FFFF), or `length` when all is well. */
size_t utf8_check(const char *bytes, size_t length);
size_t utf8_count(const char *text); /* code points */
size_t utf8_grapheme_before(const char *text,
                            size_t at); /* start of the user-perceived character before byte `at` */
size_t utf8_grapheme_after(const char *text, size_t at); /* end of the one that starts at `at` */

/* Copies `text` into `buffer` of `size` bytes with control characters and line breaks as spaces,
 * white space trimmed and collapsed, normalised to NFC, cut at a grapheme so that it fits.
 * Ill-formed bytes become U+FFFD; marks that turn the direction of what follows are dropped. For
 * names and short words people type. Returns the number of bytes written without NUL. */
size_t text_tidy(const char *text, char *buffer, size_t size);

/* How its first letter is read. Marks that only say so themselves do not count. */
typedef enum TextWay { TEXT_NO_LETTERS, TEXT_LTR, TEXT_RTL } TextWay;
TextWay text_way(const char *bytes, size_t length);

/* What stands in `text` from byte `from` on is set apart (U+2068 .. U+2069) when it runs against
 * the words around it, so that signs and numbers beside it stay on their side. */
void text_set_apart(Text *text, size_t from, TextWay around);

/* Words as a reader counts them: runs with a letter or digit. */
size_t text_words(const char *text);

/* Whether the character that begins at byte `at` is part of a word: a letter, a digit, or a mark on
 * one; not at the end. */
bool text_in_word(const char *text, size_t at);

/* Without the difference of capitals, and of accents written in two ways: for finding; free()
 * it. */
char *text_fold(const char *text);

bool text_is_blank(const char *text); /* nothing but spaces and line breaks */
bool text_starts(const char *text, const char *prefix);
/* How many bytes of `text` stand before `ending`; 0 when it does not end so, or is nothing else. */
size_t text_stem(const char *text, const char *ending);

#endif
