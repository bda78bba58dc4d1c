#include "screen/felt.h"

#include "base/alike.h"
#include "screen/sitting.h"

#include <stdio.h>
#include <string.h>

enum { FELT_MOST = 16 };

static bool chosen(const char *word, const char *const *felt, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (words_alike(word, felt[i])) {
            return true;
        }
    }
    return false;
}

/* Copies the next word of a list without the spaces around it; returns what follows it, NULL at the
 * end. Arabic has a comma of its own. */
static const char *next_word(const char *list, char *word)
{
    static const char *const arabic = "\xd8\x8c";
    list += strspn(list, " ");
    const char *comma = strchr(list, ','), *other = strstr(list, arabic);
    bool is_other = other && (!comma || other < comma);
    const char *end = is_other ? other : comma;
    size_t length = end ? (size_t)(end - list) : strlen(list);
    while (length > 0 && list[length - 1] == ' ') {
        length--;
    }
    snprintf(word, FACT_BYTES, "%.*s", (int)length, list);
    return end ? end + (is_other ? strlen(arabic) : 1) : NULL;
}

/* The first word of the list that was chosen, as the helper wrote it. */
static bool find_word(const char *list, const ReplayedPlay *played, char *word)
{
    Arena *arena = arena_new();
    const char *felt[FELT_MOST];
    size_t count = play_feelings(played->play, arena, felt, FELT_MOST);
    bool found = false;
    while (list && !found) {
        list = next_word(list, word);
        found = word[0] && chosen(word, felt, count);
    }
    arena_free(arena);
    return found;
}

size_t felt_add(const Cove *cove, const PlayRecord *record, Event *event)
{
    const Sitting *sitting = record_sitting(keeper_record(cove->keeper), record->sitting);
    const Case *family = record_case(keeper_record(cove->keeper), sitting->case_id);
    FactSubject subject = {.person = sitting->person};
    const char *list = facts_value(&family->facts, "watch.words", &subject);
    ReplayedPlay played;
    if (record->part != PART_LEAVING || list[0] == '\0' ||
        !played_open(cove, record, PLAYED_ALL, &played, NULL)) {
        return 0;
    }
    Event felt = {.type = EVENT_NOTED, .case_id = family->id, .item_id = sitting->id};
    snprintf(felt.fact, sizeof felt.fact, "felt.word");
    bool found = find_word(list, &played, felt.value);
    played_close(&played);
    if (found) {
        *event = felt;
    }
    return found;
}
