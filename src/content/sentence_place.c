/* Where a sentence, or one form of its wording, stands in its string table. */
#include "content/place.h"
#include "content/sentence.h"

static const Place table_place = {.key = "strings"}; /* of all sentences */

char *sentence_path(const Sentence *sentence)
{
    return place_path(&(Place){.outer = &table_place, .key = sentence->id});
}

char *wording_path(const Sentence *sentence, const Wording *wording, Plural form)
{
    const Place whole = {.outer = &table_place, .key = sentence->id};
    const Place tier = {.outer = &whole, .key = wording->key};
    const Place *outer = wording->key != NULL ? &tier : &whole;
    const Place plural = {.outer = outer, .key = plural_id(form)};
    return place_path(wording->plural ? &plural : outer);
}
