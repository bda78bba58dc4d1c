/* Made-up languages that show what a translation would do to the screens: words that are longer
 * and wear accents, and words that run from right to left. */
#ifndef TESTS_PROOF_PSEUDO_H
#define TESTS_PROOF_PSEUDO_H

typedef enum Pseudo {
    PSEUDO_NONE, /* "en": the words as they are */
    PSEUDO_LONG, /* "qps": 40 % longer, with accents */
    PSEUDO_RTL,  /* "qpr": Arabic and Hebrew letters, right to left */
    PSEUDO_COUNT
} Pseudo;

const char *pseudo_language(Pseudo pseudo);
/* Copies a content folder with every string table put into the language; tokens stay. Fails the
 * running test when that cannot be done. */
void pseudo_copy(Pseudo pseudo, const char *content, const char *to);
void pseudo_remove(const char *folder); /* such a copy, with all that is in it */
/* A module that cannot be used, so that the page that says so has something to say. */
void pseudo_add_broken(const char *content);
/* The JSON text of one table in the language; free() it. */
char *pseudo_table(Pseudo pseudo, const char *json);

#endif
