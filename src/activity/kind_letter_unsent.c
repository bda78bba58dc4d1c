/* A letter nobody sends: put together from ready lines, stamps and, where one may type, own words.
 * What is written waits (kind.h) until the person decides: keep it, show it, or tear it up. Of a
 * torn letter only that it was torn is left. A page of post is read, envelope by envelope. */
#include "activity/kind_letter_unsent.h"

#include "activity/own_words.h"

#include <string.h>

static const Field envelope_fields[] = {
    {"from", FIELD_SENTENCE, offsetof(Envelope, from), .required = true,
     .help = "Who it is from, on the envelope."},
};

static const Shape envelope_shape = {"envelope", sizeof(Envelope), envelope_fields,
                                     sizeof envelope_fields / sizeof *envelope_fields,
                                     &option_shape};

static const Field fields[] = {
    {"lines", FIELD_LIST, offsetof(LetterPage, lines), .min = 2, .max = LETTER_LINES_MAX,
     .shape = &option_shape, .help = "Ready lines to put into the letter."},
    {"stamps", FIELD_LIST, offsetof(LetterPage, stamps), .min = 1, .max = LETTER_STAMPS_MAX,
     .shape = &option_shape, .help = "Pictures to stamp on it; each needs one."},
    {"own", FIELD_FLAG, offsetof(LetterPage, own),
     .help = "Own words may be typed; reaches t3, t4 and adults only."},
    {"close", FIELD_SENTENCE, offsetof(LetterPage, close),
     .help = "What ends the letter: \"From me.\""},
    {"post", FIELD_LIST, offsetof(LetterPage, post), .min = 1, .max = LETTER_POST_MAX,
     .shape = &envelope_shape,
     .help = "Letters to read instead of one to write; a page has this or lines and stamps."},
};

static const Shape shape = {"letter_unsent page", sizeof(LetterPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const LetterPage *letter_page(const PlayContext *context, int page)
{
    return (const LetterPage *)(const void *)context->pages[page];
}

const LetterState *letter_state(const void *state, int page)
{
    return &((const LetterStates *)state)->pages[page];
}

bool letter_is_written(const LetterPage *page)
{
    return page->lines.count > 0 || page->stamps.count > 0 || page->own;
}

int letter_parts(const LetterState *state)
{
    int count = 0;
    while (count < LETTER_PARTS_MAX && state->parts[count].type != PART_NONE) {
        count++;
    }
    return count;
}

bool letter_has(const LetterState *state, PartType type, int index)
{
    for (int i = 0; i < letter_parts(state); i++) {
        if (state->parts[i].type == type && state->parts[i].index == index) {
            return true;
        }
    }
    return false;
}

const Option *letter_option(const LetterPage *page, Part part)
{
    const List *list = part.type == PART_LINE ? &page->lines : &page->stamps;
    return part.type == PART_OWN ? NULL : option_at(list, sizeof(Option), part.index);
}

const char *letter_part_words(const PlayContext *context, const LetterState *state, int page,
                              Part part, Arena *arena)
{
    const Option *option = letter_option(letter_page(context, page), part);
    return option ? play_words(context, arena, option->text)
                  : arena_string(arena, state->own[part.index]);
}

const Envelope *letter_envelope(const LetterPage *page, int index)
{
    return &((const Envelope *)page->post.items)[index];
}

const char *letter_post_id(PostFate fate)
{
    static const char *const ids[POST_FATES] = {"", "keep", "away", "talk"};
    return ids[fate];
}

int letter_envelope_named(const PlayContext *context, int page, const char *id)
{
    return option_find(&letter_page(context, page)->post, sizeof(Envelope), context->tier, id);
}

/* ---- moves ---- */

static const Verb verbs[] = {
    {"line", MOVE_ITEM | VERB_WAITS},
    {"stamp", MOVE_ITEM | VERB_WAITS},
    {"own", MOVE_TEXT | VERB_WAITS},
    {"keep", VERB_GIVES},
    {"show", VERB_GIVES},
    {"tear", VERB_STAYS},
    {"open", MOVE_ITEM},
    {"post", MOVE_ITEM | MOVE_TARGET},
    {NULL, 0},
};

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const LetterState *state = letter_state(any, page);
    if (event->type != UI_PRESS) {
        return false;
    }
    *out = move_of(event->action.verb, "", event->action.item);
    if (strcmp(event->action.verb, "own") == 0) {
        out->item[0] = '\0';
        return own_words_take(event, LETTER_OWN_BYTES, out);
    }
    if (strcmp(event->action.verb, "post") == 0 && state->reading) {
        const char *id = letter_envelope(letter_page(context, page), state->reading - 1)->option.id;
        memcpy(out->target, out->item, sizeof out->target);
        memcpy(out->item, id, strlen(id) + 1);
    }
    return true;
}

static bool add_part(LetterState *state, PartType type, int index)
{
    int count = letter_parts(state);
    if (count < LETTER_PARTS_MAX) {
        state->parts[count] = (Part){(unsigned char)type, (unsigned char)index};
    }
    return count < LETTER_PARTS_MAX;
}

int letter_own_count(const LetterState *state)
{
    int count = 0;
    while (count < LETTER_OWN_MAX && state->own[count][0]) {
        count++;
    }
    return count;
}

static bool apply_own(const PlayContext *context, LetterState *state, int page, const Move *move,
                      Error *error)
{
    int index = letter_own_count(state);
    if (!letter_page(context, page)->own || !context->may_type || index == LETTER_OWN_MAX ||
        !own_words_read(move, state->own[index], LETTER_OWN_BYTES)) {
        return move_refuse(error, move, "own words cannot be given like this");
    }
    return add_part(state, PART_OWN, index) || move_refuse(error, move, "the letter is full");
}

/* After a torn letter another may be begun; one that was given stays as it is. */
static bool apply_writing(const PlayContext *context, LetterState *state, int page,
                          const Move *move, Error *error)
{
    const LetterPage *content = letter_page(context, page);
    if (state->fate != FATE_OPEN) {
        return move_refuse(error, move, "the letter is finished");
    }
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, state, page, move, error);
    }
    PartType type = strcmp(move->verb, "line") == 0 ? PART_LINE : PART_STAMP;
    int index = option_find(type == PART_LINE ? &content->lines : &content->stamps, sizeof(Option),
                            context->tier, move->item);
    if (index < 0 || (type == PART_LINE && letter_has(state, type, index))) {
        return move_refuse(error, move, "there is no such line or stamp to take");
    }
    return add_part(state, type, index) || move_refuse(error, move, "the letter is full");
}

/* What waited is forgotten before this is asked, so that here the letter is empty. */
static bool apply_tear(const PlayContext *context, LetterState *state, int page, const Move *move,
                       Error *error)
{
    if (!letter_is_written(letter_page(context, page)) || letter_parts(state) > 0) {
        return move_refuse(error, move, "there is no letter to tear up");
    }
    state->torn = 1;
    return true;
}

static bool apply_post(const PlayContext *context, LetterState *state, int page, const Move *move,
                       Error *error)
{
    int index = letter_envelope_named(context, page, move->item);
    if (index < 0) {
        return move_refuse(error, move, "there is no such letter");
    }
    if (strcmp(move->verb, "open") == 0) {
        state->reading = 1 + index;
        state->opened[index] = 1;
        return true;
    }
    for (PostFate fate = POST_KEEP; fate < POST_FATES; fate++) {
        if (state->reading == 1 + index && strcmp(letter_post_id(fate), move->target) == 0) {
            state->post[index] = (unsigned char)fate;
            return true;
        }
    }
    return move_refuse(error, move, "it is not open, or cannot be put there");
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    LetterState *state = &((LetterStates *)any)->pages[page];
    bool keep = strcmp(move->verb, "keep") == 0, show = strcmp(move->verb, "show") == 0;
    if (keep || show) {
        if (letter_parts(state) == 0) {
            return move_refuse(error, move, "the letter is empty");
        }
        state->fate = keep ? FATE_KEPT : FATE_SHOWN;
        return true;
    }
    if (strcmp(move->verb, "tear") == 0) {
        return apply_tear(context, state, page, move, error);
    }
    if (strcmp(move->verb, "open") == 0 || strcmp(move->verb, "post") == 0) {
        return apply_post(context, state, page, move, error);
    }
    return apply_writing(context, state, page, move, error);
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const LetterState *state = letter_state(any, page);
    const LetterPage *content = letter_page(context, page);
    return content->post.count
               ? state->reading != 0
               : !letter_is_written(content) || state->torn || state->fate != FATE_OPEN;
}

/* ---- content ---- */

static void check_stamps(const LetterPage *page, const char *file, const char *place,
                         Faults *faults)
{
    for (size_t i = 0; i < page->stamps.count; i++) {
        const Option *stamp = option_at(&page->stamps, sizeof(Option), i);
        if (!stamp->picture) {
            faults_add(faults, FAULT_ERROR, file, place, "stamp-without-picture",
                       "Stamp \"%s\" has no picture. Give it one: a stamp is a picture.",
                       stamp->id);
        }
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const LetterPage *page = ((const LetterPage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        if (page->post.count && letter_is_written(page)) {
            faults_add(faults, FAULT_ERROR, file, page_place(place, path, i, "post"),
                       "read-or-write",
                       "Page \"%s\" has post to read and a letter to write. Make two pages of it.",
                       page->page.id);
        }
        check_stamps(page, file, page_place(place, path, i, "stamps"), faults);
    }
}

const Kind kind_letter_unsent = {
    .content = {.name = "letter_unsent", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(LetterStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = letter_build,
    .is_complete = is_complete,
    .is_private = letter_is_private,
    .stands = letter_stands,
    .forget = letter_forget,
    .summary = letter_summary,
    .step_text = letter_step_text,
    .paper = letter_paper,
};
