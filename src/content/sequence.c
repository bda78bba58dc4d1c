/* Ready-made sequences: the shape of their files, and reading one. */
#include "content/sequence.h"

#include "content/content_json.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const order_words[] = {"free", "fixed", NULL};
static const char *const setting_words[] = {"room", "home", "joint", NULL};
static const char *const gate_words[] = {"open", "contact", NULL};

static const Field step_fields[] = {
    {.name = "module",
     .type = FIELD_ID,
     .offset = offsetof(SequenceStep, module),
     .required = true,
     .help = "Id of a module."},
    {.name = "activity",
     .type = FIELD_ID,
     .offset = offsetof(SequenceStep, activity),
     .required = true,
     .help = "Id of one of its activities."},
};

static const Shape step_shape = {.name = "step",
                                 .size = sizeof(SequenceStep),
                                 .fields = step_fields,
                                 .count = COUNT(step_fields)};

static const Field sequence_fields[] = {
    {.name = "format",
     .type = FIELD_INTEGER,
     .offset = offsetof(Sequence, format),
     .required = true,
     .min = 1,
     .max = SEQUENCE_FORMAT,
     .help = "Version of this format."},
    {.name = "id",
     .type = FIELD_ID,
     .offset = offsetof(Sequence, id),
     .required = true,
     .help = "Also the name of its file, and of its words."},
    {.name = "tiers",
     .type = FIELD_TIERS,
     .offset = offsetof(Sequence, tiers),
     .required = true,
     .help = "For whom it is; every step serves all of them."},
    {.name = "order",
     .type = FIELD_WORD,
     .offset = offsetof(Sequence, order),
     .required = true,
     .words = order_words,
     .help = "Fixed: each step is there once the one before was played or taken back."},
    {.name = "setting",
     .type = FIELD_WORD,
     .offset = offsetof(Sequence, setting),
     .required = true,
     .words = setting_words,
     .help = "Where its steps are done."},
    {.name = "gate",
     .type = FIELD_WORD,
     .offset = offsetof(Sequence, gate),
     .required = true,
     .words = gate_words,
     .help = "Whether it needs the safety gate: all of its steps do, or none."},
    {.name = "steps",
     .type = FIELD_LIST,
     .offset = offsetof(Sequence, steps),
     .required = true,
     .min = 2,
     .max = SEQUENCE_STEPS_MAX,
     .shape = &step_shape,
     .help = "What is given, in this order."},
};

const Shape sequence_shape = {.name = "sequence",
                              .size = sizeof(Sequence),
                              .fields = sequence_fields,
                              .count = COUNT(sequence_fields)};

Sequence *sequence_read(const char *bytes, size_t size, const char *file, Arena *arena,
                        Faults *faults)
{
    Json *json = content_json(bytes, size, file, faults);
    if (json == NULL)
        return NULL;
    Sequence *sequence = arena_alloc(arena, 1, sizeof *sequence);
    const ShapeContext context = {.arena = arena, .faults = faults, .file = file};
    bool read = shape_read(&sequence_shape, json, &context, sequence);
    json_free(json);
    return read ? sequence : NULL;
}
