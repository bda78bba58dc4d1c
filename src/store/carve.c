/* A row lies in a page as: size (varint), sequence (varint), then SQLite's record: its header's
 * size, a type for each column, the columns. The types of ours are always 0 (the sequence), 44 (16
 * bytes), int, int, 44, body, 76 (32 bytes), 76 Offsets and varints:
 * sqlite.org/fileformat2.html, 1.6 and 2.1. */
#include "store/carve.h"

#include "base/memory.h"
#include "base/text.h"
#include "store/carve_pages.h"

#include <stdlib.h>
#include <string.h>

enum {
    TYPE_ID = 12 + 2 * SEAL_ID,
    TYPE_HASH = 12 + 2 * SEAL_HASH,
    HEADER_LEAST = 9, /* its size and eight types; the body's takes one byte to four */
    HEADER_MOST = 12,
    BODY_MOST = 4 * 1024 * 1024,
    USABLE = CARVE_PAGE,
    LOCAL_MOST = USABLE - 35,
    LOCAL_LEAST = (USABLE - 12) * 32 / 255 - 23
};

struct Carver {
    CarvePages *pages;
    uint8_t *payload; /* of the row that is looked at */
    size_t room;
};

Carver *carve_open(const char *record)
{
    Carver *carver = memory_new(1, sizeof *carver);
    carver->pages = carve_pages_open(record);
    return carver;
}

void carve_close(Carver *carver)
{
    carve_pages_close(carver->pages);
    free(carver->payload);
    free(carver);
}

/* ---- one row ---- */

typedef struct RowShape {
    size_t header;      /* bytes */
    size_t epoch, form; /* bytes of the two numbers */
    int form_type;
    size_t body;
    size_t payload; /* all of it */
} RowShape;

/* 0..6, 8 and 9 are whole numbers. */
static bool number_size(uint8_t type, size_t *size)
{
    static const uint8_t sizes[] = {0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
    *size = type < sizeof sizes ? sizes[type] : 0;
    return type >= 1 && type <= 9 && type != 7;
}

/* Of at most four bytes; returns how many, 0 when it is longer or ends. */
static size_t read_varint(const uint8_t *bytes, size_t left, uint64_t *value)
{
    *value = 0;
    for (size_t i = 0; i < 4 && i < left; i++) {
        *value = *value << 7 | (bytes[i] & 0x7F);
        if (!(bytes[i] & 0x80)) {
            return i + 1;
        }
    }
    return 0;
}

/* Whether a row's record header begins here. */
static bool read_shape(const uint8_t *at, size_t left, RowShape *shape)
{
    uint64_t body;
    if (left < HEADER_MOST + 1 || at[0] < HEADER_LEAST || at[0] > HEADER_MOST || at[1] != 0 ||
        at[2] != TYPE_ID || at[5] != TYPE_ID || !number_size(at[3], &shape->epoch) ||
        !number_size(at[4], &shape->form)) {
        return false;
    }
    size_t size = read_varint(at + 6, left - 6, &body);
    if (size == 0 || size + 8 != at[0] || at[6 + size] != TYPE_HASH || at[7 + size] != TYPE_HASH ||
        body < 12 || body % 2 || (body - 12) / 2 > BODY_MOST) {
        return false;
    }
    shape->header = at[0];
    shape->form_type = at[4];
    shape->body = (size_t)(body - 12) / 2;
    shape->payload =
        shape->header + 2 * SEAL_ID + shape->epoch + shape->form + shape->body + 2 * SEAL_HASH;
    return true;
}

static uint64_t big_endian(const uint8_t *bytes, size_t size)
{
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

static uint64_t number(const uint8_t *bytes, size_t size, int type)
{
    return type >= 8 ? (uint64_t)type - 8 : big_endian(bytes, size);
}

/* Borrows from the payload. */
static Entry as_entry(const uint8_t *payload, const RowShape *shape, uint64_t sequence)
{
    const uint8_t *at = payload + shape->header;
    Entry entry = {.place.sequence = sequence};
    memcpy(entry.place.device, at, SEAL_ID);
    at += SEAL_ID;
    entry.place.epoch = number(at, shape->epoch, payload[3]);
    at += shape->epoch;
    entry.form = (EntryForm)number(at, shape->form, shape->form_type);
    at += shape->form;
    memcpy(entry.sealed.key, at, SEAL_ID);
    at += SEAL_ID;
    entry.sealed.bytes = (uint8_t *)at;
    entry.sealed.size = shape->body;
    at += shape->body;
    memcpy(entry.place.before, at, SEAL_HASH);
    memcpy(entry.hash, at + SEAL_HASH, SEAL_HASH);
    return entry;
}

static bool hash_right(const Entry *entry)
{
    uint8_t hash[SEAL_HASH];
    seal_hash(&entry->place, (int)entry->form, &entry->sealed, hash);
    return memcmp(hash, entry->hash, SEAL_HASH) == 0;
}

/* One of exactly `length` bytes. */
static bool varint_is(const uint8_t *at, size_t length, uint64_t *value)
{
    bool right = true;
    *value = 0;
    for (size_t i = 0; right && i < length; i++) {
        *value = i == 8 ? *value << 8 | at[i] : *value << 7 | (at[i] & 0x7F);
        right = i == 8 || (i + 1 == length) == !(at[i] & 0x80);
    }
    return right;
}

/* An empty row has no hash to be right: the size before its sequence must be. */
static bool size_right(const uint8_t *page, size_t end, size_t size)
{
    uint64_t value;
    for (size_t length = 1; length <= 3 && length <= end; length++) {
        if (varint_is(page + end - length, length, &value) && value == size) {
            return true;
        }
    }
    return false;
}

/* The sequence stands before the record, as a varint of unknown length: the hash tells which. */
static bool find_sequence(const uint8_t *page, size_t offset, const RowShape *shape, Entry *entry)
{
    bool erased = entry->form == ENTRY_ERASED && shape->body == 0;
    for (size_t length = 1; length <= 9 && length <= offset; length++) {
        size_t begin = offset - length;
        if (varint_is(page + begin, length, &entry->place.sequence) &&
            (erased ? size_right(page, begin, shape->payload) : hash_right(entry))) {
            return true;
        }
    }
    return false;
}

/* How much of it lies in the page itself; the rest is in a chain of others. */
static size_t local_part(size_t payload)
{
    if (payload <= LOCAL_MOST) {
        return payload;
    }
    size_t local = LOCAL_LEAST + (payload - LOCAL_LEAST) % (USABLE - 4);
    return local <= LOCAL_MOST ? local : LOCAL_LEAST;
}

static void make_payload_room(Carver *carver, size_t size)
{
    if (size > carver->room) {
        free(carver->payload);
        carver->payload = memory_new(size, 1);
        carver->room = size;
    }
}

static bool gather(Carver *carver, const uint8_t *page, size_t offset, size_t size, CarveFrom from)
{
    size_t local = local_part(size);
    if (offset + local + (local < size ? 4 : 0) > CARVE_PAGE) {
        return false;
    }
    make_payload_room(carver, size);
    memcpy(carver->payload, page + offset, local);
    uint8_t next[CARVE_PAGE];
    uint64_t number = local < size ? big_endian(page + offset + local, 4) : 0;
    while (local < size) {
        size_t part = size - local < USABLE - 4 ? size - local : USABLE - 4;
        if (!carve_page_by_number(carver->pages, (uint32_t)number, from, next)) {
            return false;
        }
        memcpy(carver->payload + local, next + 4, part);
        number = big_endian(next, 4);
        local += part;
    }
    return true;
}

static bool look(Carver *carver, const uint8_t *page, size_t offset, uint64_t where,
                 CarveVisit *visit, void *context)
{
    RowShape shape;
    if (!read_shape(page + offset, CARVE_PAGE - offset, &shape)) {
        return false;
    }
    bool apart = local_part(shape.payload) < shape.payload;
    for (CarveFrom from = CARVE_NEWEST; from <= (apart ? CARVE_FILE : CARVE_NEWEST); from++) {
        if (gather(carver, page, offset, shape.payload, from)) {
            Entry entry = as_entry(carver->payload, &shape, 0);
            if (find_sequence(page, offset, &shape, &entry)) {
                visit(context, &entry, where);
                return true;
            }
        }
    }
    return false;
}

/* ---- all ---- */

void carve_all(Carver *carver, CarveVisit *visit, void *context)
{
    uint8_t page[CARVE_PAGE];
    uint64_t count = carve_page_count(carver->pages);
    for (uint64_t index = 0; index < count; index++) {
        if (!carve_page(carver->pages, index, page)) {
            continue;
        }
        for (size_t offset = 0; offset + HEADER_MOST < CARVE_PAGE; offset++) {
            look(carver, page, offset, index * CARVE_PAGE + offset, visit, context);
        }
    }
}

bool carve_again(Carver *carver, uint64_t at, CarveVisit *visit, void *context)
{
    uint8_t page[CARVE_PAGE];
    return carve_page(carver->pages, at / CARVE_PAGE, page) &&
           look(carver, page, (size_t)(at % CARVE_PAGE), at, visit, context);
}
