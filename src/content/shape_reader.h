/* What the two halves of the strict reader share: shape.c walks objects and lists, shape_values.c
 * reads single values. Private to the content layer. */
#ifndef CONTENT_SHAPE_READER_H
#define CONTENT_SHAPE_READER_H

#include "content/place.h"
#include "content/shape.h"

typedef struct Reader {
    const ShapeContext *context;
    const Place *place;
    const Shape *shape; /* of the object being read */
    char *object;       /* and its struct */
} Reader;

/* The author's own remark, allowed in every object of content: "//": "why it is so". Read over. */
#define REMARK_KEY "//"
/* Whether this member is one; a remark that is no text adds a fault and clears *good. */
bool reader_remark(Reader *reader, const Json *member, bool *good);

/* Reads one value into the struct's member; false when a fault was added. */
typedef bool ReadFn(Reader *reader, const Field *field, const Json *json, void *member);

ReadFn read_one_name, read_plain, read_word, read_integer, read_flag, read_names, read_set,
    read_tier_sentences, read_kind, read_wordings;

/* Adds a fault at the reader's place; always false. */
bool reader_refuse(Reader *reader, const char *rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool reader_duplicate(Reader *reader, const char *name);
bool reader_unknown(Reader *reader, const char *rule, const char *given, const char *const *words,
                    size_t count);
bool reader_type(Reader *reader, const Json *json, JsonType type);
/* A list with an allowed number of entries. One that is too long is read no further: *count = 0. */
bool reader_list(Reader *reader, const Field *field, const Json *json, size_t *count);
bool reader_same_before(const char *const *names, size_t index); /* NULL names are never the same */

#endif
