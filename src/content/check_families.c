/* S11: fills every sentence that has tokens for families of several kinds and looks whether it
 * still reads: no gap, no doubled word, no "the" before a name. What stands around names is only
 * known for English. */
#include "content/check_inside.h"

#include "content/once.h"
#include "content/wording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct Family {
    const char *who; /* "no grown-ups" */
    const char *helper;
    const char *adults[TOKENS_ADULTS];
    const char *homes[TOKENS_ADULTS];
} Family;

static const Family families[] = {
    {.who = "nobody named", .helper = ""},
    {.who = "one grown-up", .helper = "Kim", .adults = {"Lee"}, .homes = {"the blue house"}},
    {.who = "two grown-ups of the same name",
     .helper = "Kim",
     .adults = {"Mama", "Mama"},
     .homes = {"Home", "Home"}},
    {.who = "six grown-ups",
     .helper = "Kim",
     .adults = {"Mama", "Papa", "Gran", "Lee", "Aunt Bea", "Jo"},
     .homes = {"Home", "The boat", "Gran's", "Lee's", "Bea's", "The hill"}},
};

typedef struct Reading {
    const char *file;
    const TokenWords *words;
    Faults *faults;
    bool english;
    Once seen;
    Text filled;
} Reading;

static void take_name(char to[TOKENS_NAME], const char *name)
{
    snprintf(to, TOKENS_NAME, "%s", name);
}

static void fill(Reading *reading, const Family *family, const char *text)
{
    Tokens tokens = {.me = "Sam", .n = 3, .words = reading->words};
    take_name(tokens.helper, family->helper);
    for (int i = 0; i < TOKENS_ADULTS && family->adults[i] != NULL; i++)
        take_name(tokens.adults[tokens.adult_count++], family->adults[i]);
    for (int i = 0; i < TOKENS_ADULTS && family->homes[i] != NULL; i++)
        take_name(tokens.homes[tokens.home_count++], family->homes[i]);
    text_reset(&reading->filled);
    tokens_fill(&tokens, text, &reading->filled);
}

static bool same_word(Span a, Span b)
{
    return a.length == b.length && strncasecmp(a.start, b.start, a.length) == 0;
}

/* "your your home": a word twice, with nothing but a space between. */
static bool has_doubled_word(const char *text)
{
    const char *at = text, *end = text + strlen(text);
    Span last = {NULL, 0}, word;
    while ((word = next_word(&at, end)).length > 0) {
        bool beside = last.start != NULL && word.start == last.start + last.length + 1 &&
                      word.start[-1] == ' ';
        if (beside && same_word(last, word))
            return true;
        last = word;
    }
    return false;
}

static bool has_gap(const char *text)
{
    size_t length = strlen(text);
    return length == 0 || text[0] == ' ' || text[length - 1] == ' ' || strstr(text, "  ") ||
           strstr(text, " ,") || strstr(text, " .");
}

/* ---- English: what cannot stand beside a name ---- */

static bool is_one_of(Span word, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (same_word(word, (Span){*words, strlen(*words)}))
            return true;
    }
    return false;
}

static Span word_before(const char *text, const char *at)
{
    Span last = {text, 0}, word;
    const char *from = text;
    while ((word = next_word(&from, at)).length > 0)
        last = word;
    bool beside = last.length > 0 && last.start + last.length + 1 == at && at[-1] == ' ';
    return beside ? last : (Span){text, 0};
}

static Span word_after(const char *at)
{
    Span word = {at, 0};
    return *at == ' ' ? at++, next_word(&at, at + strlen(at)) : word;
}

/* "your {adult1}": "your a grown-up", and a name takes no article. */
static bool owns_a_name(const char *text, const char *token)
{
    static const char *const determiners[] = {"a",   "an",  "the", "my",    "your",
                                              "our", "his", "her", "their", NULL};
    static const char *const names[] = {"{helper}", "{me}", "{adult", "{home", NULL};
    for (const char *const *name = names; *name != NULL; name++) {
        if (strncmp(token, *name, strlen(*name)) == 0)
            return is_one_of(word_before(text, token), determiners);
    }
    return false;
}

/* "{adults} are": "Lee are"; "{adults} is": "Lee and Jo is". */
static bool counts_adults(const char *token)
{
    static const char *const verbs[] = {"is", "are",  "was",   "were",   "has", "have",
                                        "do", "does", "isn't", "aren't", NULL};
    static const char name[] = "{adults}";
    return strncmp(token, name, sizeof name - 1) == 0 &&
           is_one_of(word_after(token + sizeof name - 1), verbs);
}

static const char *wrong_in_english(const char *text)
{
    for (const char *at = text; (at = strchr(at, '{')) != NULL; at++) {
        if (owns_a_name(text, at))
            return "A name takes no article or \"your\" before it; take it out.";
        if (counts_adults(at))
            return "One family has one grown-up and another six, so neither \"is\" nor \"are\" "
                   "fits after {adults}; turn the sentence around.";
    }
    return NULL;
}

/* ---- each sentence ---- */

static void report(Reading *reading, const Sentence *sentence, const Wording *wording, Plural form,
                   const char *remedy)
{
    char *path = wording_path(sentence, wording, form);
    faults_add(reading->faults, FAULT_ERROR, reading->file, path, "S11", "%s", remedy);
    free(path);
}

static bool reads_for(Reading *reading, const Family *family, const char *text)
{
    fill(reading, family, text);
    return !has_gap(reading->filled.bytes) &&
           (!has_doubled_word(reading->filled.bytes) || has_doubled_word(text));
}

static void check_form(Reading *reading, const Sentence *sentence, const Wording *wording,
                       Plural form)
{
    const char *text = wording->forms[form];
    const char *wrong = reading->english ? wrong_in_english(text) : NULL;
    if (wrong != NULL)
        report(reading, sentence, wording, form, wrong);
    for (size_t i = 0; wrong == NULL && i < sizeof families / sizeof *families; i++) {
        char remedy[500];
        if (reads_for(reading, &families[i], text))
            continue;
        snprintf(remedy, sizeof remedy,
                 "With %s this reads: \"%.300s\". Turn it so that it reads for every family.",
                 families[i].who, reading->filled.bytes);
        report(reading, sentence, wording, form, remedy);
        return;
    }
}

static void check_sentence(Reading *reading, const Sentence *sentence)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        const Wording *wording = sentence->wording[tier];
        if (wording == NULL || !once(&reading->seen, wording, 0, NULL))
            continue;
        for (int form = 0; form < PLURAL_COUNT; form++) {
            if (wording->forms[form] != NULL && strchr(wording->forms[form], '{') != NULL)
                check_form(reading, sentence, wording, (Plural)form);
        }
    }
}

void check_families(const Strings *strings, const char *file, const TokenWords *words,
                    Faults *faults)
{
    Reading reading = {.file = file, .words = words, .faults = faults};
    reading.english = strings_are_english(strings);
    text_init(&reading.filled);
    for (size_t i = 0; i < strings_count(strings); i++)
        check_sentence(&reading, strings_at(strings, i));
    text_clear(&reading.filled);
    once_clear(&reading.seen);
}
