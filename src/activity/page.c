/* What kinds share: words with the family's tokens, options for a tier, seeded order, and the
 * hand in which pages are drawn. Holds no state. */
#include "activity/kind.h"

#include "base/ids.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *filled(const PlayContext *context, Arena *arena, const char *sentence, long n)
{
    Text text;
    text_init(&text);
    TokenWords neutral = token_words(context->ui);
    Tokens tokens = context->tokens;
    tokens.n = n;
    tokens.words = &neutral;
    tokens_fill(&tokens, sentence, &text);
    char *words = arena_copy(arena, text.bytes, text.length);
    text_clear(&text);
    return words;
}

static const char *words_from(const PlayContext *context, const Strings *strings, Arena *arena,
                              const char *id, long n)
{
    const char *sentence = id ? strings_plural(strings, id, context->tier, n) : NULL;
    return sentence ? filled(context, arena, sentence, n) : "";
}

const char *play_words(const PlayContext *context, Arena *arena, const char *sentence)
{
    return words_from(context, context->words, arena, sentence, 1);
}

const char *play_ui(const PlayContext *context, Arena *arena, const char *id)
{
    return words_from(context, context->ui, arena, id, 1);
}

const char *play_ui_count(const PlayContext *context, Arena *arena, const char *id, long n)
{
    return words_from(context, context->ui, arena, id, n);
}

void summary_add(Summary *summary, const char *label, const char *words, const char *picture)
{
    if (summary->count == summary->room) {
        size_t room = summary->room ? summary->room * 2 : 16;
        SummaryLine *lines = arena_alloc(summary->arena, room, sizeof *lines);
        if (summary->count) {
            memcpy(lines, summary->lines, summary->count * sizeof *lines);
        }
        summary->lines = lines;
        summary->room = room;
    }
    summary->lines[summary->count++] =
        (SummaryLine){.label = label, .words = words, .picture = picture};
}

bool press_as_move(const PlayContext *context, const void *state, int page, const UiEvent *event,
                   Move *out)
{
    (void)context;
    (void)state;
    (void)page;
    *out = move_of(event->action.verb, "", event->action.item);
    out->value = event->action.value;
    return event->type == UI_PRESS;
}

int page_index(const PlayContext *context, const char *id)
{
    int index = 0;
    while (index < context->page_count && strcmp(context->pages[index]->id, id) != 0) {
        index++;
    }
    return index;
}

bool move_refuse(Error *error, const Move *move, const char *why)
{
    char place[sizeof move->verb + sizeof move->page + 8];
    snprintf(place, sizeof place, "%s @ %s", move->verb, move->page);
    return error_set(error, ERROR_REFUSED, place, "This step does not fit here: %s.", why);
}

static const Field option_fields[] = {
    {"id", FIELD_ID, offsetof(Option, id), .required = true, .help = "Unique in its list."},
    {"text", FIELD_SENTENCE, offsetof(Option, text), .required = true,
     .help = "The words on it; short."},
    {"picture", FIELD_PICTURE, offsetof(Option, picture), .help = "Needed wherever t1 meets it."},
    {"tiers", FIELD_TIERS, offsetof(Option, tiers), .help = "Who meets it; all when absent."},
};

const Shape option_shape = {"option", sizeof(Option), option_fields,
                            sizeof option_fields / sizeof *option_fields, NULL};

const Option *option_at(const List *list, size_t size, size_t index)
{
    assert(index < list->count);
    return (const Option *)(const void *)((const char *)list->items + index * size);
}

int option_find(const List *list, size_t size, Tier tier, const char *id)
{
    for (size_t i = 0; i < list->count; i++) {
        const Option *option = option_at(list, size, i);
        if (tier_in(option->tiers, tier) && strcmp(option->id, id) == 0) {
            return (int)i;
        }
    }
    return -1;
}

int options_of_tier(const List *list, size_t size, Tier tier, int *indices, int room)
{
    int count = 0;
    for (size_t i = 0; i < list->count && count < room; i++) {
        if (tier_in(option_at(list, size, i)->tiers, tier)) {
            indices[count++] = (int)i;
        }
    }
    return count;
}

int options_by_chance(const PlayContext *context, int chance, const List *list, size_t size,
                      int *indices, int room)
{
    int count = options_of_tier(list, size, context->tier, indices, room);
    uint64_t state = context->seed ^ (0x9e3779b97f4a7c15u * (uint64_t)(chance + 1));
    chance_shuffle(&state, indices, (size_t)count);
    return count;
}

const char *page_place(char place[PLACE_MAX], const char *activity, size_t page, const char *member)
{
    snprintf(place, PLACE_MAX, "%s.pages[%zu].%s", activity, page, member);
    return place;
}

void options_check(const List *list, size_t size, TierSet tiers, int min, int max, const char *what,
                   const char *file, const char *path, Faults *faults)
{
    for (Tier tier = 0; tier < TIER_COUNT; tier++) {
        if (!tier_in(tiers, tier)) {
            continue;
        }
        int most = max ? max : tier_limits(tier)->choices;
        int count = 0;
        for (size_t i = 0; i < list->count; i++) {
            count += tier_in(option_at(list, size, i)->tiers, tier);
        }
        if (count < min || count > most) {
            faults_add(faults, FAULT_ERROR, file, path, "number-of-choices",
                       "%s has %d %s; this needs %d to %d. Add some, take some away, or split "
                       "the page.",
                       tier_limits(tier)->id, count, what, min, most);
        }
    }
}

int page_picture_size(Tier tier)
{
    static const int sizes[TIER_COUNT] = {128, 96, 72, 48, 48};
    return sizes[tier];
}

Node *page_choice(Tree *tree, Node *parent, const char *key, const char *words, const char *picture,
                  Action action, bool chosen)
{
    Node *node = node_add(tree, parent, ROLE_CHOICE, key, words);
    node->text = node->name;
    node->look = picture ? LOOK_TILE : LOOK_CHIP;
    node->picture = picture && picture[0] ? tree_string(tree, picture) : NULL;
    node->action = action;
    node->state.chosen = chosen;
    node->text_align = ALIGN_CENTER;
    return node;
}

Node *page_picture(Tree *tree, Node *parent, const char *picture, int width, int height)
{
    if (!picture || text_starts(picture, "nori/")) {
        return NULL;
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    return node_image(tree, row, picture, "", width, height);
}

Node *page_lead_picture(Tree *tree, Node *parent, const char *picture, bool alone)
{
    return alone ? page_picture(tree, parent, picture, 480, 270)
                 : page_picture(tree, parent, picture, 200, 120);
}

Node *page_grid(Tree *tree, Node *parent, const PlayContext *context)
{
    Node *grid = node_group(tree, parent, AXIS_GRID);
    grid->layout.min_cell = page_picture_size(context->tier) + 56;
    grid->layout.gap = tier_limits(context->tier)->gap_px;
    grid->layout.cross = ALIGN_STRETCH;
    return grid;
}

Node *page_options(Tree *tree, Node *parent, const PlayContext *context, bool pictured)
{
    if (pictured) {
        return page_grid(tree, parent, context);
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.wrap = true;
    row->layout.main = ALIGN_CENTER;
    row->layout.gap = tier_limits(context->tier)->gap_px;
    return row;
}
