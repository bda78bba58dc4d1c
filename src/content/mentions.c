/* Walks what was read, by its shapes, and calls back for each sentence, picture and tier set. */
#include "content/module.h"
#include "content/place.h"

typedef struct Walk {
    const Place *place;
    const KindContent *const *kinds;
    MentionFn *each;
    void *context;
    TierSet tiers;
    Readers readers;
    const Activity *activity;
} Walk;

static void walk_object(Walk *walk, const Shape *shape, char *object);

const Field *shape_field(const Shape *shape, size_t index)
{
    size_t inherited = 0;
    for (const Shape *base = shape->base; base != NULL; base = base->base)
        inherited += base->count;
    if (index < inherited)
        return shape_field(shape->base, index);
    return index - inherited < shape->count ? &shape->fields[index - inherited] : NULL;
}

const Field *shape_field_of(const Shape *shape, FieldType type)
{
    const Field *field;
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++) {
        if (field->type == type)
            return field;
    }
    return NULL;
}

static TierSet tiers_for(Readers readers, TierSet tiers)
{
    switch (readers) {
    case READERS_CHILD: return tiers & TIER_SET_CHILD;
    case READERS_ADULT:
    case READERS_HELPER: return 1u << TIER_AD;
    case READERS_EVERYBODY: return tiers | (1u << TIER_AD);
    default: return tiers;
    }
}

static void mention(Walk *walk, const Field *field, void *member, TierSet tiers)
{
    const Mention found = {.field = field,
                           .member = member,
                           .tiers = tiers,
                           .readers = walk->readers,
                           .place = walk->place,
                           .activity = walk->activity};
    walk->each(walk->context, &found);
}

static void mention_name(Walk *walk, const Field *field, const char **name)
{
    if (*name != NULL)
        mention(walk, field, name, tiers_for(walk->readers, walk->tiers));
}

static void walk_names(Walk *walk, const Field *field, const List *list)
{
    const char **names = list->items;
    for (size_t i = 0; i < list->count; i++) {
        const Place here = {.outer = walk->place, .index = i};
        walk->place = &here;
        mention_name(walk, field, &names[i]);
        walk->place = here.outer;
    }
}

static void walk_tier_sentences(Walk *walk, const Field *field, const char **sentences)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        const Place here = {.outer = walk->place, .key = tier_limits((Tier)tier)->id};
        walk->place = &here;
        if (sentences[tier] != NULL)
            mention(walk, field, &sentences[tier], 1u << tier);
        walk->place = here.outer;
    }
}

static void walk_entries(Walk *walk, const Shape *shape, const List *list, bool pointers)
{
    for (size_t i = 0; i < list->count; i++) {
        const Place here = {.outer = walk->place, .index = i};
        walk->place = &here;
        char *entry = pointers ? ((char **)list->items)[i] : (char *)list->items + i * shape->size;
        walk_object(walk, shape, entry);
        walk->place = here.outer;
    }
}

static void walk_pages(Walk *walk, const List *list)
{
    const KindContent *kind =
        walk->activity != NULL ? kind_find(walk->kinds, walk->activity->kind) : NULL;
    if (kind != NULL)
        walk_entries(walk, kind->page, list, true);
}

static void walk_member(Walk *walk, const Field *field, void *member)
{
    switch (field->type) {
    case FIELD_SENTENCE:
    case FIELD_PICTURE: mention_name(walk, field, member); break;
    case FIELD_SENTENCES: walk_names(walk, field, member); break;
    case FIELD_TIER_SENTENCES: walk_tier_sentences(walk, field, member); break;
    case FIELD_LIST: walk_entries(walk, field->shape, member, false); break;
    case FIELD_PAGES: walk_pages(walk, member); break;
    case FIELD_OBJECT:
        if (*(char **)member != NULL)
            walk_object(walk, field->shape, *(char **)member);
        break;
    default: break;
    }
}

static void walk_field(Walk *walk, const Field *field, char *object)
{
    Readers outer = walk->readers;
    const Place here = {.outer = walk->place, .key = field->name};
    walk->place = &here;
    if (field->readers != READERS_TIERS)
        walk->readers = field->readers;
    walk_member(walk, field, object + field->offset);
    walk->readers = outer;
    walk->place = here.outer;
}

static void narrow_tiers(Walk *walk, const Shape *shape, char *object)
{
    const Field *field = shape_field_of(shape, FIELD_TIERS);
    if (field == NULL)
        return;
    TierSet *tiers = (TierSet *)(void *)(object + field->offset);
    const Place here = {.outer = walk->place, .key = field->name};
    walk->place = &here;
    mention(walk, field, tiers, walk->tiers);
    walk->place = here.outer;
    walk->tiers &= *tiers;
}

static void walk_object(Walk *walk, const Shape *shape, char *object)
{
    const Walk outer = *walk;
    if (shape == &activity_shape)
        walk->activity = (const Activity *)(const void *)object;
    narrow_tiers(walk, shape, object);
    const Field *field;
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++)
        walk_field(walk, field, object);
    walk->tiers = outer.tiers;
    walk->activity = outer.activity;
}

void shape_mentions(const Shape *shape, void *object, TierSet tiers,
                    const KindContent *const *kinds, MentionFn *each, void *context)
{
    Walk walk = {.kinds = kinds, .each = each, .context = context, .tiers = tiers};
    walk_object(&walk, shape, object);
}
