/* Shapes: the description of a JSON object from which both the strict loader and the published
 * JSON Schema are made, so that the two cannot disagree.
 *
 * A Shape is a const table of Fields; shape_read fills a plain C struct from JSON by it, into an
 * arena, and reports every fault (unknown key, wrong type, missing key, out of range, ...).
 * Members of the struct, by field type, at `offset`:
 *   FIELD_ID, FIELD_SENTENCE, FIELD_PICTURE, FIELD_PLAIN   const char *          (NULL when absent)
 *   FIELD_WORD        int        index into `words`       (-1 when absent)
 *   FIELD_INTEGER     int        min..max                 (`min` when absent, if not required)
 *   FIELD_FLAG        bool
 *   FIELD_TIERS       TierSet    list of tier ids         (TIER_SET_ALL when absent)
 *   FIELD_SETTINGS    SettingSet list of setting ids
 *   FIELD_SENTENCES, FIELD_IDS   List of const char *     (min..max entries)
 *   FIELD_LIST        List of structs of `shape`          (min..max entries)
 *   FIELD_OBJECT      pointer to a struct of `shape`, NULL when absent
 *   FIELD_TIER_SENTENCES   const char *[TIER_COUNT]       object keyed by tier id
 *   FIELD_PAGES       List of pointers to page structs, whose shape is the kind's (by the
 * FIELD_KIND of the same struct) FIELD_KIND, FIELD_CODE       const char *             (NULL when
 * absent) FIELD_WORDINGS    const Json *, borrowed from the JSON that was read A list whose entries
 * have a FIELD_ID "id" must not use an id twice.
 */
#ifndef CONTENT_SHAPE_H
#define CONTENT_SHAPE_H

#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "content/fault.h"
#include "content/tier.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum FieldType {
    FIELD_ID,       /* a-z, 0-9, '-', '.', at most ID_MAX - 1 characters, begins with a letter */
    FIELD_SENTENCE, /* id of a sentence in the module's string tables */
    FIELD_PICTURE,  /* name of a picture: "face/happy"; module's own or shared */
    FIELD_PLAIN,    /* short text for people who make content, not for families */
    FIELD_WORD,
    FIELD_INTEGER,
    FIELD_FLAG,
    FIELD_TIERS,
    FIELD_SETTINGS,
    FIELD_SENTENCES,
    FIELD_IDS,
    FIELD_LIST,
    FIELD_OBJECT,
    FIELD_TIER_SENTENCES,
    FIELD_PAGES,
    FIELD_KIND,    /* name of a kind */
    FIELD_CODE,    /* blueprint code or word rule: capital letter, two digits, ".n": "M01.1" */
    FIELD_WORDINGS /* the sentences of a string table; read by strings.c */
} FieldType;

enum {
    ID_MAX = 48,         /* bytes of a content id with its NUL */
    NAME_MAX_BYTES = 96, /* bytes of a sentence id or picture name with its NUL */
    ENTRIES_MAX = 256    /* entries of a list whose field gives no `max` */
};

/* Who reads a sentence: decides which wordings it must have and which word rules apply. */
typedef enum Readers {
    READERS_TIERS,    /* whoever gets the page, entry or activity; the default */
    READERS_CHILD,    /* the children among them */
    READERS_ADULT,    /* the adult beside the child: wording "ad" */
    READERS_HELPER,   /* helpers, and reports: wording "ad", no reading level */
    READERS_EVERYBODY /* those tiers, and helpers too: wording "ad" as well */
} Readers;

typedef struct List {
    void *items; /* array, in the arena */
    size_t count;
} List;

typedef struct Shape Shape;

typedef struct Field {
    const char *name;
    FieldType type;
    size_t offset;
    bool required;
    int min, max;             /* value range, or number of entries */
    const char *const *words; /* FIELD_WORD: allowed words, NULL-terminated */
    const Shape *shape;       /* FIELD_LIST, FIELD_OBJECT */
    const char *help;         /* one sentence for authors; appears in schema and docs */
    Readers readers;          /* of its sentences; an object or list hands it down */
} Field;

struct Shape {
    const char *name; /* for people and schema: "card" */
    size_t size;      /* sizeof the struct */
    const Field *fields;
    size_t count;
    const Shape *base; /* fields of this shape come first, in the same struct; or NULL */
};

struct KindContent;
struct Activity;

typedef struct ShapeContext {
    Arena *arena; /* owns all that is read */
    Faults *faults;
    const char *file;                       /* for faults */
    const struct KindContent *const *kinds; /* NULL-terminated; NULL when no pages are read */
} ShapeContext;

/* Reads `json` into the struct `out` (shape->size bytes). False when a fault was added; what could
 * be read is then filled in, the rest is zero, so that later checks can go on and find more. */
bool shape_read(const Shape *shape, const Json *json, const ShapeContext *context, void *out);

/* Field `index` of a shape, those of its base first; NULL past the last. */
const Field *shape_field(const Shape *shape, size_t index);
const Field *shape_field_of(const Shape *shape, FieldType type); /* first of its type, or NULL */

/* One place where content names a sentence or picture, or narrows its tiers. */
typedef struct Mention {
    const Field
        *field;    /* type FIELD_SENTENCE(S), FIELD_TIER_SENTENCES, FIELD_PICTURE, FIELD_TIERS */
    void *member;  /* const char ** (never pointing to NULL), or TierSet * */
    TierSet tiers; /* who meets it; for FIELD_TIERS, the tiers of what is around it */
    Readers readers;
    const struct Place *place;       /* where it stands; valid during the call */
    const struct Activity *activity; /* it belongs to, or NULL */
} Mention;

/* Calls `each` for every mention inside `object`, depth first, in the order of the shapes. */
typedef void MentionFn(void *context, const Mention *mention);
void shape_mentions(const Shape *shape, void *object, TierSet tiers,
                    const struct KindContent *const *kinds, MentionFn *each, void *context);

#endif
