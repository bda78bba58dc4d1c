/* Finding activities in a library: by words and by what they are for. Answers from listings alone,
 * so that no module is read for it. */
#ifndef CONTENT_SEARCH_H
#define CONTENT_SEARCH_H

#include "content/library.h"

typedef struct LibraryQuery {
    const char *words;   /* each must stand in the title, topic, code, kind or module; NULL: any */
    const char *kind;    /* "sort_cards"; NULL: any */
    TierSet tiers;       /* serves one of these; 0: any */
    SettingSet settings; /* may run in one of these; 0: any */
    int minutes;         /* no longer than this; 0: any */
    /* Asked last, of modules that hold something that fits so far; NULL: any. */
    bool (*suits)(const void *context, const char *module);
    const void *context;
} LibraryQuery;

typedef struct LibraryHit {
    size_t module, activity; /* of library_listing, and in its activities */
} LibraryHit;

/* Fills at most `room` hits from the `skip`th on, in the order of the library; returns how many
 * there are in all. */
size_t library_search(const Library *library, const LibraryQuery *query, size_t skip,
                      LibraryHit *hits, size_t room);

/* Whether every word of `words` stands in the text, whatever the capitals; "" does. */
bool search_stands_in(const char *text, const char *words);

#endif
