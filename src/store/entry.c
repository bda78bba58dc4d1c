/* The text of an entry: time 8 bytes | type | NUL | the event's members as JSON. */
#include "store/entry.h"

#include "base/memory.h"
#include "vault/erased.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TIME_BYTES = 8, SHORTEST = TIME_BYTES + 2 };

/* ---- places ---- */

SealPlace entry_first_place(const Vault *vault)
{
    SealPlace place = {.sequence = 1};
    uint8_t store[SEAL_ID] = {0};
    if (vault) {
        vault_store_id(vault, store);
    }
    seal_first(store, place.before);
    return place;
}

void entry_pass(SealPlace *place, const Entry *entry)
{
    *place = entry->place;
    place->sequence++;
    memcpy(place->before, entry->hash, SEAL_HASH);
}

/* ---- writing ---- */

typedef struct Words {
    char *bytes; /* to be forgotten */
    size_t size;
} Words;

static void put_time(int64_t wall_ms, char *bytes)
{
    for (int i = 0; i < TIME_BYTES; i++) {
        bytes[i] = (char)((uint64_t)wall_ms >> (TIME_BYTES - 1 - i) * 8);
    }
}

static int64_t get_time(const char *bytes)
{
    uint64_t time = 0;
    for (int i = 0; i < TIME_BYTES; i++) {
        time = time << 8 | (unsigned char)bytes[i];
    }
    return (int64_t)time;
}

static bool words_make(const Event *event, Words *out, Error *error)
{
    const char *type = event_type_name(event->type);
    if (!event_check(event, error)) {
        return false;
    }
    char *body = event_write_body(event);
    size_t head = TIME_BYTES + strlen(type) + 1, length = strlen(body);
    bool fits = length <= JSON_MAX_BYTES ||
                error_set(error, ERROR_REFUSED, type,
                          "This is too large to be kept: %d bytes are allowed.", JSON_MAX_BYTES);
    if (fits) {
        *out = (Words){memory_new(head + length, 1), head + length};
        put_time(event->wall_ms, out->bytes);
        memcpy(out->bytes + TIME_BYTES, type, strlen(type) + 1);
        memcpy(out->bytes + head, body, length);
    }
    memory_forget(body);
    return fits;
}

static bool entry_make(const Event *event, Vault *vault, const SealPlace *place, Entry *out,
                       Error *error)
{
    Words words;
    if (!words_make(event, &words, error)) {
        return false;
    }
    *out = (Entry){.place = *place, .form = vault ? ENTRY_SEALED : ENTRY_PLAIN};
    if (vault) {
        bool sealed =
            vault_seal(vault, &event->belongs, place, words.bytes, words.size, &out->sealed, error);
        memory_forget(words.bytes);
        if (!sealed) {
            return false;
        }
    } else {
        out->sealed = (Sealed){.bytes = (uint8_t *)words.bytes, .size = words.size};
    }
    seal_hash(place, (int)out->form, &out->sealed, out->hash);
    return true;
}

bool batch_make(Event *events, size_t count, Vault *vault, const SealPlace *place, Batch *out,
                Error *error)
{
    SealPlace next = *place;
    Batch batch = {.entries = memory_new(count, sizeof *batch.entries)};
    for (size_t i = 0; i < count; i++) {
        if (!entry_make(&events[i], vault, &next, &batch.entries[i], error)) {
            batch_clear(&batch);
            return false;
        }
        entry_pass(&next, &batch.entries[i]);
        batch.count++;
    }
    *out = batch;
    return true;
}

void batch_clear(Batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        memory_forget(batch->entries[i].sealed.bytes); /* of the sample it is plain */
    }
    free(batch->entries);
    *batch = (Batch){0};
}

void batch_number(const Batch *batch, Event *events)
{
    for (size_t i = 0; i < batch->count; i++) {
        events[i].sequence = (int64_t)batch->entries[i].place.sequence;
    }
}

/* ---- reading ---- */

static bool is_erased(const Entry *entry, const Vault *vault)
{
    return entry->form == ENTRY_ERASED && vault && entry->sealed.size == 0 &&
           vault_erased_key(vault, entry->sealed.key);
}

/* Of an erased entry the hash alone is left of what it is a hash of. */
static bool hash_fits(const Entry *entry, const Vault *vault)
{
    uint8_t hash[SEAL_HASH];
    seal_hash(&entry->place, (int)entry->form, &entry->sealed, hash);
    return is_erased(entry, vault) || memcmp(hash, entry->hash, SEAL_HASH) == 0;
}

static bool links(const Entry *entry, const Vault *vault, const SealPlace *place, const char *where,
                  Error *error)
{
    if (entry->place.sequence != place->sequence) {
        return error_set(error, ERROR_DAMAGED, where,
                         "The record is damaged: event %" PRIu64 " is missing. Put back a copy of "
                         "the record.",
                         place->sequence);
    }
    bool whole =
        memcmp(entry->place.before, place->before, SEAL_HASH) == 0 && hash_fits(entry, vault);
    return whole || error_set(error, ERROR_DAMAGED, where,
                              "The record was changed or damaged here and was left as it is. Put "
                              "back a copy of the record.");
}

static bool open_words(const Entry *entry, const Vault *vault, const char *where, Words *out,
                       Whose *whose, Error *error)
{
    if (entry->form != (vault ? ENTRY_SEALED : ENTRY_PLAIN)) {
        return error_set(error, ERROR_DAMAGED, where,
                         vault ? "This event is not sealed, so it is not ours. Put back a copy of "
                                 "the record."
                               : "This event is sealed: open the record with its keys.");
    }
    if (vault) {
        return vault_unseal(vault, &entry->place, &entry->sealed, &out->bytes, &out->size, whose) ||
               error_set(error, ERROR_DAMAGED, where,
                         "This event cannot be opened with these keys. Put back a copy of the "
                         "whole data folder.");
    }
    out->size = entry->sealed.size;
    out->bytes = memory_new(out->size + 1, 1);
    memcpy(out->bytes, entry->sealed.bytes, out->size);
    return true;
}

/* The type ends with a NUL within `size`, and the JSON begins behind it. */
static bool read_words(const Words *words, const char *where, Event *out, char **storage,
                       Error *error)
{
    const char *type = words->bytes + TIME_BYTES;
    EventType known;
    if (words->size < SHORTEST || !memchr(type, '\0', words->size - TIME_BYTES) ||
        !event_type_parse(type, &known)) {
        return error_set(error, ERROR_DAMAGED, where,
                         "Pebble Cove knows no such event. Put back a copy of the record.");
    }
    size_t head = TIME_BYTES + strlen(type) + 1;
    if (!event_read_body(known, words->bytes + head, words->size - head, where, out, storage,
                         error)) {
        return false;
    }
    out->wall_ms = get_time(words->bytes);
    return true;
}

EventType entry_text_type(const StoreText *text)
{
    EventType type;
    bool known = text->size >= SHORTEST &&
                 memchr(text->bytes + TIME_BYTES, '\0', text->size - TIME_BYTES) &&
                 event_type_parse(text->bytes + TIME_BYTES, &type);
    return known ? type : EVENT_TYPE_COUNT;
}

static void name_place(char *where, size_t size, uint64_t sequence)
{
    snprintf(where, size, "event %" PRIu64, sequence);
}

bool store_decode(const StoreText *text, StoreVisit *visit, void *context, Error *error)
{
    char where[64], *storage;
    Event event;
    const Words words = {(char *)text->bytes, text->size};
    name_place(where, sizeof where, (uint64_t)text->sequence);
    if (!read_words(&words, where, &event, &storage, error)) {
        return false;
    }
    event.sequence = text->sequence;
    event.belongs = text->belongs;
    bool done = visit(context, &event, error);
    memory_forget(storage);
    memory_wipe(&event, sizeof event);
    return done;
}

/* ---- one entry ---- */

bool entry_check(const Entry *entry, const Vault *vault, SealPlace *place, Error *error)
{
    char where[64];
    name_place(where, sizeof where, entry->place.sequence);
    if (!links(entry, vault, place, where, error)) {
        return false;
    }
    entry_pass(place, entry);
    return true;
}

static bool show(const Entry *entry, const Vault *vault, const char *where, StoreTextVisit *visit,
                 void *context, Error *error)
{
    Words words;
    StoreText text = {.sequence = (int64_t)entry->place.sequence};
    if (!open_words(entry, vault, where, &words, &text.belongs, error)) {
        return false;
    }
    text.bytes = words.bytes;
    text.size = words.size;
    bool done = visit(context, &text, error);
    memory_forget(words.bytes);
    return done;
}

bool entry_visit_text(const Entry *entry, const Vault *vault, SealPlace *place,
                      StoreTextVisit *visit, void *context, Error *error)
{
    char where[64];
    name_place(where, sizeof where, entry->place.sequence);
    if (!links(entry, vault, place, where, error) ||
        (!is_erased(entry, vault) && !show(entry, vault, where, visit, context, error))) {
        return false;
    }
    entry_pass(place, entry);
    return true;
}

typedef struct Decoding {
    StoreVisit *visit;
    void *context;
} Decoding;

static bool decode(void *context, const StoreText *text, Error *error)
{
    const Decoding *decoding = context;
    return store_decode(text, decoding->visit, decoding->context, error);
}

bool entry_visit(const Entry *entry, const Vault *vault, SealPlace *place, StoreVisit *visit,
                 void *context, Error *error)
{
    return entry_visit_text(entry, vault, place, decode, &(Decoding){visit, context}, error);
}
