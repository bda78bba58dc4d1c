#include "proof/pseudo.h"

#include "base/file.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *pseudo_language(Pseudo pseudo)
{
    static const char *const names[PSEUDO_COUNT] = {"en", "qps", "qpr"};
    return names[pseudo];
}

/* ---- letters ---- */

static const char *const accented[26] = {"á", "ƀ", "ç", "đ", "é", "ƒ", "ğ", "ĥ", "í",
                                         "ĵ", "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "q", "ŕ",
                                         "š", "ţ", "ü", "ṽ", "ŵ", "x", "ý", "ž"};
static const char *const hebrew[26] = {"א", "ב", "צ", "ד", "ה", "פ", "ג", "ח", "י",
                                       "ז", "כ", "ל", "מ", "נ", "ע", "פ", "ק", "ר",
                                       "ש", "ט", "ו", "ב", "ו", "ס", "י", "ז"};
static const char *const arabic[26] = {"ا", "ب", "ص", "د", "ه", "ف", "ج", "ح", "ي",
                                       "ز", "ك", "ل", "م", "ن", "ع", "ف", "ق", "ر",
                                       "س", "ط", "و", "ب", "و", "ش", "ي", "ز"};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void add_letter(const char *const letters[26], char c, Text *out)
{
    text_add(out, letters[(c | 0x20) - 'a']);
}

/* `debt`: letters still to be added so that the whole is 40 % longer. */
static size_t add_word(Pseudo pseudo, const char *word, size_t index, double *debt, Text *out)
{
    const char *const *letters = pseudo == PSEUDO_LONG ? accented : index % 2 ? arabic : hebrew;
    size_t length = 0;
    while (is_letter(word[length])) {
        add_letter(letters, word[length++], out);
    }
    *debt += 0.4 * (double)length;
    if (pseudo == PSEUDO_LONG && length >= 3 && *debt >= 1) {
        text_add(out, length >= 6 ? "éš" : "é");
        *debt -= length >= 6 ? 2 : 1;
    }
    return length;
}

/* What stands for itself: a token with its braces, or an escape of JSON. */
static size_t kept_length(const char *at)
{
    if (*at == '{') {
        return strcspn(at, "}") + 1;
    }
    return *at == '\\' ? (at[1] == 'u' ? 6 : 2) : 1;
}

static void add_sentence(Pseudo pseudo, const char *at, const char *end, Text *out)
{
    double debt = 0;
    for (size_t word = 0; at < end;) {
        if (is_letter(*at)) {
            at += add_word(pseudo, at, word++, &debt, out);
        } else {
            size_t length = kept_length(at);
            text_add_bytes(out, at, length);
            at += length;
        }
    }
    while (pseudo == PSEUDO_LONG && debt >= 4) {
        text_add(out, " ļöŕé");
        debt -= 5;
    }
}

/* ---- tables ---- */

/* The end of the string that begins after `at`: its closing quote. */
static const char *string_end(const char *at)
{
    for (at++; *at != '"'; at++) {
        at += *at == '\\';
    }
    return at;
}

static void add_value(Pseudo pseudo, const char *key, const char *at, const char *end, Text *out)
{
    if (text_starts(key, "language\"")) {
        text_add(out, pseudo_language(pseudo));
    } else if (text_starts(key, "direction\"")) {
        text_add(out, pseudo == PSEUDO_RTL ? "rtl" : "ltr");
    } else {
        add_sentence(pseudo, at, end, out);
    }
}

char *pseudo_table(Pseudo pseudo, const char *json)
{
    Text out;
    text_init(&out);
    const char *key = "";
    while (*json) {
        if (*json != '"') {
            text_add_bytes(&out, json++, 1);
            continue;
        }
        const char *end = string_end(json);
        text_add(&out, "\"");
        if (end[1] == ':') {
            key = json + 1;
            text_add_bytes(&out, json + 1, (size_t)(end - json - 1));
        } else {
            add_value(pseudo, key, json + 1, end, &out);
        }
        text_add(&out, "\"");
        json = end + 1;
    }
    return text_take(&out);
}

/* ---- folders ---- */

static void copy_table(Pseudo pseudo, const char *from, const char *folder)
{
    char name[32], *bytes;
    size_t size;
    snprintf(name, sizeof name, "%s.json", pseudo_language(pseudo));
    assert_true(file_read(from, 1 << 20, &bytes, &size, NULL));
    char *table = pseudo_table(pseudo, bytes), *to = path_join(folder, name);
    assert_true(file_write(to, table, strlen(table), NULL));
    free(to);
    free(table);
    free(bytes);
}

static void copy_file(const char *from, const char *to)
{
    char *bytes;
    size_t size;
    assert_true(file_read(from, 1 << 24, &bytes, &size, NULL));
    assert_true(file_write(to, bytes, size, NULL));
    free(bytes);
}

static void copy_entry(Pseudo pseudo, const char *from, const char *to, const char *name)
{
    char *source = path_join(from, name), *target = path_join(to, name);
    bool table = strcmp(path_name(from), "strings") == 0;
    if (folder_exists(source)) {
        pseudo_copy(pseudo, source, target);
    } else if (!table) {
        copy_file(source, target);
    } else if (strcmp(name, "en.json") == 0) {
        copy_file(source, target);
        if (pseudo != PSEUDO_NONE) {
            copy_table(pseudo, source, to);
        }
    }
    free(source);
    free(target);
}

void pseudo_copy(Pseudo pseudo, const char *content, const char *to)
{
    char **names;
    size_t count;
    assert_true(folder_make(to, NULL));
    assert_true(folder_list(content, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        copy_entry(pseudo, content, to, names[i]);
    }
    file_names_free(names, count);
}

void pseudo_remove(const char *folder)
{
    char **names;
    size_t count;
    assert_true(folder_list(folder, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(folder, names[i]);
        if (folder_exists(path)) {
            pseudo_remove(path);
        } else {
            unlink(path);
        }
        free(path);
    }
    file_names_free(names, count);
    rmdir(folder);
}

void pseudo_add_broken(const char *content)
{
    char *folder = path_join(content, "broken"), *file = path_join(folder, "module.json");
    assert_true(folder_make(folder, NULL));
    assert_true(file_write(file, "{\"format\": 1}", 13, NULL));
    free(file);
    free(folder);
}
