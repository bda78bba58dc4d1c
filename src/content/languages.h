/* The languages of a content folder: those the program's own words are there in. Each has a library
 * of its own, opened when it is first asked for and kept; what a language lacks is English in it.
 * Owns them all. */
#ifndef CONTENT_LANGUAGES_H
#define CONTENT_LANGUAGES_H

#include "content/library.h"

enum { LANGUAGE_BYTES = 16 };

typedef struct Languages Languages;

/* What somebody who starts the program asks for; both may be NULL. */
typedef struct LanguageWish {
    const char *asked;   /* a tag such as "es", with --language: ERROR_USAGE when it is not there */
    const char *desktop; /* "es_ES.UTF-8": what is usual here, where we have it */
} LanguageWish;

/* Opens what was asked for, else what is usual. Every library is as `setup` says, but for its
 * language; its strings are copied. Each language has an index of its own. */
bool languages_open(const LibrarySetup *setup, const LanguageWish *wish, Languages **out,
                    Error *error);
void languages_free(Languages *languages);

size_t languages_count(const Languages *languages);                 /* at least one */
const char *languages_at(const Languages *languages, size_t index); /* tags, sorted */
bool languages_has(const Languages *languages, const char *tag);
const char *languages_wished(const Languages *languages); /* "" when nothing was asked for */
const char *languages_usual(const Languages *languages);
/* The usual one where there is none of this tag, and where it cannot be opened. */
Library *languages_library(Languages *languages, const char *tag);

/* What the people who speak it call it: "Español"; the tag itself of one we cannot name. */
const char *language_name(const char *tag);
/* The first of the folder's languages that the desktop asks for ("es_ES.UTF-8"), as the usual
 * variables have it; NULL when it has none of them. Borrowed from `languages`. */
const char *languages_of_desktop(const Languages *languages, const char *wish);

#endif
