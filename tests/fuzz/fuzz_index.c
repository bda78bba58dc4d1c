/* Whatever stands in the index: no crash, no reading past its end; it is forgotten whole, or all
 * that is in it can be found and shown. With an odd first byte head and sum are made right, so that
 * what lies between is reached. */
#include "content/fake_kinds.h"
#include "content/index_inside.h"

#include <assert.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void make_right(Text *text, const uint8_t *bytes, size_t size)
{
    index_head("en", fake_kinds, text);
    text_add_bytes(text, (const char *)bytes, size);
    text_addf(text, "sum\t%016" PRIx64 "\n", index_sum(text->bytes, text->length));
}

static void check_listing(const Listing *listing)
{
    assert(listing->code[0] && listing->title[0]);
    for (size_t i = 0; i < listing->count; i++) {
        const ListedActivity *activity = &listing->activities[i];
        assert(activity->id[0] && activity->code[0] && activity->title[0]);
        assert(activity->kind[0] && activity->minutes <= 60);
        assert(activity->tiers <= TIER_SET_ALL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text;
    text_init(&text);
    if (size > 0 && bytes[0] % 2)
        make_right(&text, bytes + 1, size - 1);
    else
        text_add_bytes(&text, (const char *)bytes, size);
    size_t length = text.length;
    Index *index = index_parse(text_take(&text), length, "en", fake_kinds);
    for (size_t i = 0; i < index_count(index); i++) {
        const IndexEntry *entry = index_at(index, i);
        assert(index_find(index, entry->content, entry->name) == entry);
        check_listing(entry->listing);
    }
    index_free(index);
    return 0;
}
