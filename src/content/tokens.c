/* Filling and checking tokens. The names come from the family; nothing here keeps them. */
#include "content/tokens.h"

#include "content/strings.h"

#include <string.h>

static const TokenWords english = {
    .helper = "your helper",
    .me = "you",
    .adult = "a grown-up",
    .adults = "your grown-ups",
    .home = "your home",
    .joiner = " and ",
    .comma = ", ",
};

static const struct {
    const char *name;
    TokenKind kind;
    bool numbered;
} token_names[] = {
    {"helper", TOKEN_HELPER, false}, {"me", TOKEN_ME, false},    {"adults", TOKEN_ADULTS, false},
    {"adult", TOKEN_ADULT, true},    {"home", TOKEN_HOME, true}, {"n", TOKEN_NUMBER, false},
};

bool token_parse(const char *name, size_t length, Token *out)
{
    for (size_t i = 0; i < sizeof token_names / sizeof *token_names; i++) {
        size_t stem = strlen(token_names[i].name);
        if (length != stem + token_names[i].numbered ||
            strncmp(name, token_names[i].name, stem) != 0)
            continue;
        int index = token_names[i].numbered ? name[stem] - '1' : 0;
        if (index < 0 || index >= TOKENS_ADULTS)
            continue;
        *out = (Token){token_names[i].kind, index};
        return true;
    }
    return false;
}

TokenFault tokens_check(const char *sentence, const char **name, size_t *length)
{
    const char *at = sentence + strcspn(sentence, "{}");
    while (*at != '\0') {
        Token token;
        size_t inside = strcspn(at + 1, "{}");
        if (*at != '{' || at[1 + inside] != '}')
            return TOKENS_UNBALANCED;
        if (!token_parse(at + 1, inside, &token)) {
            *name = at + 1;
            *length = inside;
            return TOKENS_UNKNOWN;
        }
        at += inside + 2;
        at += strcspn(at, "{}");
    }
    return TOKENS_GOOD;
}

/* Names come from people: a brace in one must not look like a token. */
static void add_plain(Text *out, const char *name)
{
    for (size_t length; *name != '\0'; name += length + (name[length] != '\0')) {
        length = strcspn(name, "{}");
        text_add_bytes(out, name, length);
    }
}

/* How the sentence itself is read, without what is put into it. */
static TextWay way_of(const char *sentence)
{
    TextWay way = TEXT_NO_LETTERS;
    while (*sentence != '\0' && way == TEXT_NO_LETTERS) {
        size_t plain = strcspn(sentence, "{");
        way = text_way(sentence, plain);
        sentence += plain;
        sentence += strcspn(sentence, "}");
        sentence += *sentence == '}';
    }
    return way;
}

static bool has_letters(const char *name)
{
    return name[strspn(name, "{} ")] != '\0';
}

/* Bytes of a space or of an opening quote that end at `at`; 0 when there is none. */
static size_t opening_before(const Text *out, size_t start, size_t at)
{
    static const char *const signs[] = {" ", "\"", "'", "“", "‘", "«", "¿", "¡"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);
        if (at - start >= length && memcmp(out->bytes + at - length, signs[i], length) == 0)
            return length;
    }
    return 0;
}

/* True where the next word begins a sentence: at the start, or after . ! ? and white space. */
static bool opens_sentence(const Text *out, size_t start)
{
    size_t at = out->length, step;
    while ((step = opening_before(out, start, at)) > 0)
        at -= step;
    return at == start || strchr(".!?", out->bytes[at - 1]) != NULL;
}

static void add_neutral(Text *out, size_t start, const char *word)
{
    bool capital = opens_sentence(out, start);
    size_t at = out->length;
    text_add(out, word);
    if (capital && word[0] >= 'a' && word[0] <= 'z')
        out->bytes[at] = (char)(word[0] - 'a' + 'A');
}

/* The sentence as far as it is filled: where it begins in `out`, and how it is read. */
typedef struct Filling {
    Text *out;
    size_t start;
    TextWay way;
} Filling;

static void add_isolated(const Filling *filling, const char *name)
{
    size_t from = filling->out->length;
    add_plain(filling->out, name);
    text_set_apart(filling->out, from, filling->way);
}

static void add_name(const Filling *filling, const char *name, const char *neutral)
{
    if (has_letters(name))
        add_isolated(filling, name);
    else
        add_neutral(filling->out, filling->start, neutral);
}

static void add_adults(const Filling *filling, const Tokens *tokens, const TokenWords *words)
{
    int left = 0;
    for (int i = 0; i < tokens->adult_count && i < TOKENS_ADULTS; i++)
        left += has_letters(tokens->adults[i]);
    if (left == 0)
        add_neutral(filling->out, filling->start, words->adults);
    for (int i = 0; left > 0 && i < TOKENS_ADULTS; i++) {
        if (!has_letters(tokens->adults[i]))
            continue;
        left--;
        add_isolated(filling, tokens->adults[i]);
        if (left > 0)
            text_add(filling->out, left == 1 ? words->joiner : words->comma);
    }
}

static void add_token(const Filling *filling, const Tokens *tokens, Token token)
{
    const TokenWords *words = tokens->words != NULL ? tokens->words : &english;
    switch (token.kind) {
    case TOKEN_HELPER: add_name(filling, tokens->helper, words->helper); break;
    case TOKEN_ME: add_name(filling, tokens->me, words->me); break;
    case TOKEN_ADULT:
        add_name(filling, token.index < tokens->adult_count ? tokens->adults[token.index] : "",
                 words->adult);
        break;
    case TOKEN_ADULTS: add_adults(filling, tokens, words); break;
    case TOKEN_HOME:
        add_name(filling, token.index < tokens->home_count ? tokens->homes[token.index] : "",
                 words->home);
        break;
    case TOKEN_NUMBER: text_addf(filling->out, "%ld", tokens->n); break;
    }
}

void tokens_fill(const Tokens *tokens, const char *sentence, Text *out)
{
    const Filling filling = {out, out->length, way_of(sentence)};
    while (*sentence != '\0') {
        Token token;
        size_t plain = strcspn(sentence, "{}");
        text_add_bytes(out, sentence, plain);
        sentence += plain;
        size_t inside = *sentence == '{' ? strcspn(sentence + 1, "{}") : 0;
        if (inside > 0 && sentence[1 + inside] == '}' &&
            token_parse(sentence + 1, inside, &token)) {
            add_token(&filling, tokens, token);
            sentence += inside + 2;
        } else if (*sentence != '\0') {
            sentence++; /* a stray brace; the loader lets none through */
        }
    }
}

static const char *own_word(const Strings *ui, const char *id, const char *otherwise)
{
    const char *word = ui != NULL ? strings_get(ui, id, TIER_T1) : NULL;
    return word != NULL ? word : otherwise;
}

TokenWords token_words(const Strings *ui)
{
    return (TokenWords){
        .helper = own_word(ui, "token.helper", english.helper),
        .me = own_word(ui, "token.me", english.me),
        .adult = own_word(ui, "token.adult", english.adult),
        .adults = own_word(ui, "token.adults", english.adults),
        .home = own_word(ui, "token.home", english.home),
        .joiner = own_word(ui, "token.joiner", english.joiner),
        .comma = own_word(ui, "token.comma", english.comma),
    };
}
