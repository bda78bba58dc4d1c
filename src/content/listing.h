/* What a list or a search must know of a module without opening it. From its files, or from the
 * index (index.h); never shown as content: what is opened is read anew. */
#ifndef CONTENT_LISTING_H
#define CONTENT_LISTING_H

#include "content/module.h"
#include "content/strings.h"

typedef struct ListedActivity {
    const char *id, *kind, *code;
    const char *title; /* as helpers read it */
    TierSet tiers;
    SettingSet settings;
    int minutes;
} ListedActivity;

typedef struct Listing {
    Arena *arena; /* owns the strings; NULL: they are borrowed */
    const char *code;
    const char *title; /* as helpers read it: what the module is about */
    int stage, gate;   /* TherapyStage, Gate */
    ListedActivity *activities;
    size_t count;
} Listing;

Listing *listing_new(const Module *module, const Strings *strings);
Listing *listing_empty(size_t activities); /* to be filled with borrowed strings */
void listing_free(Listing *listing);

#endif
