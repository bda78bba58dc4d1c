#include "screen/went.h"

#include "screen/desk.h"
#include "screen/may.h"
#include "screen/sitting.h"

static const PlayRecord *play_at(const Screen *screen, const Sitting *sitting, size_t index)
{
    return record_play(keeper_record(screen->cove->keeper), sitting->plays[index]);
}

static const PlayRecord *part_of(const Screen *screen, const Sitting *sitting, PlayPart part)
{
    for (size_t i = 0; i < sitting->play_count; i++) {
        const PlayRecord *play = play_at(screen, sitting, i);
        if (play->part == part) {
            return play;
        }
    }
    return NULL;
}

/* What was said in the feelings check, joined; NULL when nothing was. */
static const char *feeling(const Screen *screen, const Sitting *sitting, PlayPart part, Tree *tree)
{
    const PlayRecord *record = part_of(screen, sitting, part);
    ReplayedPlay played;
    const char *words = NULL;
    if (!record || !played_open(screen->cove, record, PLAYED_ALL, &played, NULL)) {
        return NULL;
    }
    Summary summary = {.arena = tree->arena};
    play_speak(played.play, library_ui(screen->cove->library));
    play_summary(played.play, &summary);
    for (size_t i = 0; i < summary.count; i++) {
        const char *one = summary.lines[i].words;
        words = !one ? words : words ? arena_format(tree->arena, "%s, %s", words, one) : one;
    }
    played_close(&played);
    return words;
}

/* ---- what is counted ---- */

typedef struct Went {
    long activities, stopped, skipped; /* skipped: pages */
} Went;

static long pages_skipped(const Screen *screen, const PlayRecord *record)
{
    ReplayedPlay played;
    long skipped = 0;
    if (!record_play_has_moves(record) ||
        !played_open(screen->cove, record, PLAYED_ALL, &played, NULL)) {
        return 0;
    }
    for (int page = 0; page < play_page_count(played.play); page++) {
        skipped += play_skipped(played.play, page);
    }
    played_close(&played);
    return skipped;
}

static Went count_of(const Screen *screen, const Case *family, const Sitting *sitting)
{
    Went went = {0};
    const Person *person = case_person(family, sitting->person);
    for (size_t i = 0; i < sitting->play_count; i++) {
        const PlayRecord *play = play_at(screen, sitting, i);
        if (play->part != PART_ACTIVITY) {
            continue;
        }
        went.activities++;
        went.stopped += play->how == ENDING_STOPPED;
        if (helper_may(family, play_data(sitting, person, play->part), ACCESS_READ)) {
            went.skipped += pages_skipped(screen, play);
        }
    }
    return went;
}

/* ---- in words ---- */

/* "Before: calm" below the rest; what was not said is not there. */
static const char *add_feeling(const Screen *screen, const Case *family, const Sitting *sitting,
                               PlayPart part, const char *words, Tree *tree)
{
    const Person *person = case_person(family, sitting->person);
    if (!helper_may(family, play_data(sitting, person, part), ACCESS_READ)) {
        return words;
    }
    const char *said = feeling(screen, sitting, part, tree);
    const char *label =
        desk_word(screen, tree, part == PART_ARRIVING ? "ui.review.before" : "ui.review.after");
    return said ? arena_format(tree->arena, "%s\n%s: %s", words, label, said) : words;
}

/* " · 2 breaks" beside the rest; of none nothing is said. */
static const char *add_count(const Screen *screen, const char *id, long count, const char *words,
                             Tree *tree)
{
    return count ? arena_format(tree->arena, "%s \xc2\xb7 %s", words,
                                desk_word_count(screen, tree, id, count))
                 : words;
}

const char *went_words(const Screen *screen, const Case *family, const Sitting *sitting, Tree *tree)
{
    Went went = count_of(screen, family, sitting);
    const char *words = desk_word_count(screen, tree, "ui.timeline.activities", went.activities);
    words = add_count(screen, "ui.timeline.skipped", went.skipped, words, tree);
    words = add_count(screen, "ui.timeline.stopped", went.stopped, words, tree);
    words = add_count(screen, "ui.review.breaks", sitting->breaks, words, tree);
    words = add_feeling(screen, family, sitting, PART_ARRIVING, words, tree);
    return add_feeling(screen, family, sitting, PART_LEAVING, words, tree);
}
