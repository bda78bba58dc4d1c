/* Tokens in sentences: {helper} {me} {adult1}..{adult6} {adults} {home1}..{home6} {n}.
 * Private to the content layer. */
#ifndef CONTENT_TOKENS_H
#define CONTENT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum TokenKind {
    TOKEN_HELPER,
    TOKEN_ME,
    TOKEN_ADULT,
    TOKEN_ADULTS,
    TOKEN_HOME,
    TOKEN_NUMBER
} TokenKind;

typedef struct Token {
    TokenKind kind;
    int index; /* from 0, for adults and homes */
} Token;

#define TOKEN_PATTERN "\\{(helper|me|adult[1-6]|adults|home[1-6]|n)\\}"

/* `name` is what stands between the braces. */
bool token_parse(const char *name, size_t length, Token *out);

typedef enum TokenFault { TOKENS_GOOD, TOKENS_UNBALANCED, TOKENS_UNKNOWN } TokenFault;

/* The first fault of a sentence; *name and *length are the unknown name. */
TokenFault tokens_check(const char *sentence, const char **name, size_t *length);

#endif
