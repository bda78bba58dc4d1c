#include "report/audience.h"

#include <stddef.h>
#include <string.h>

/* NULL: never. Else the conditions, all of which must hold: O the reader's own, A agreed, H nobody
 * in hide mode, h somebody is. */
typedef struct Row {
    const char *id;
    AccessData data;
    const char *to[REPORT_AUDIENCES]; /* court, parent, professional, child */
} Row;

static const Row matrix[REPORT_PARTS] = {
    [REPORT_PEOPLE] = {"people", ACCESS_REPORT, {"H", "H", "H", "H"}},
    [REPORT_ATTENDANCE] = {"attendance", ACCESS_ATTENDANCE, {"H", "H", "H", "H"}},
    [REPORT_AIMS] = {"aims", ACCESS_REPORT, {"H", "H", "H", "H"}},
    [REPORT_GOALS] = {"goals", ACCESS_REPORT, {"AH", "OH", "AH", "O"}},
    [REPORT_STEP] = {"step", ACCESS_REPORT, {"H", "OH", "H", "OH"}},
    [REPORT_VIEW] = {"view", ACCESS_REPORT, {"AH", "AH", "AH", "O"}},
    [REPORT_SEEN] = {"seen", ACCESS_REPORT, {"H", "H", "H", NULL}},
    [REPORT_NEXT] = {"next", ACCESS_REPORT, {"H", "H", "H", "H"}},
    [REPORT_LIMITS] = {"limits", ACCESS_REPORT, {"", "", "", ""}},
    [REPORT_SAFE] = {"safe", ACCESS_REPORT, {NULL, "h", NULL, NULL}},
    [REPORT_DRAWINGS] = {"drawings", ACCESS_DRAWINGS, {NULL}},
    [REPORT_LETTERS] = {"letters", ACCESS_DRAWINGS, {NULL}},
    [REPORT_ANSWERS] = {"answers", ACCESS_ANSWERS, {NULL}},
    [REPORT_NUMBERS] = {"numbers", ACCESS_FEELINGS, {NULL}},
    [REPORT_COMPARISON] = {"comparison", ACCESS_HOMEWORK, {NULL}},
    [REPORT_BALANCE] = {"balance", ACCESS_GIVEN, {NULL}},
    [REPORT_TITLES] = {"titles", ACCESS_GIVEN, {NULL}},
    [REPORT_OPINION] = {"opinion", ACCESS_NOTES, {NULL}},
    [REPORT_SIBLINGS] = {"siblings", ACCESS_CASE, {NULL}},
    [REPORT_OTHERS_WORDS] = {"others-words", ACCESS_HOMEWORK, {NULL}},
    [REPORT_PLACES] = {"places", ACCESS_PLACES, {NULL}},
    [REPORT_TIMES] = {"times", ACCESS_TIMES, {NULL}},
    [REPORT_HIDDEN_CONTENT] = {"hidden-content", ACCESS_CASE, {NULL}},
    [REPORT_SAFETY] = {"safety", ACCESS_NOTES, {NULL}},
};

static const char *cell(ReportPart part, ReportAudience audience)
{
    bool known = (int)part >= 0 && part < REPORT_PARTS && matrix[part].id && (int)audience >= 0 &&
                 audience < REPORT_AUDIENCES;
    return known ? matrix[part].to[audience] : NULL;
}

static bool holds(char condition, const ReportState *state)
{
    switch (condition) {
    case 'O': return state->own;
    case 'A': return state->agreed;
    case 'H': return !state->hidden;
    case 'h': return state->hidden;
    default: return false;
    }
}

/* The helper releases a report by saving it: nothing leaves by itself. The two kinds of fixed words
 * hold nothing of anybody. */
static bool access_lets(ReportPart part, ReportAudience audience, const ReportState *state)
{
    static const AccessRole readers[REPORT_AUDIENCES] = {[REPORT_COURT] = ACCESS_OUTSIDE,
                                                         [REPORT_PARENT] = ACCESS_ADULT,
                                                         [REPORT_PROFESSIONAL] = ACCESS_OUTSIDE,
                                                         [REPORT_CHILD] = ACCESS_CHILD};
    bool outside = readers[audience] == ACCESS_OUTSIDE;
    return part == REPORT_LIMITS || part == REPORT_SAFE ||
           access_allows(&(AccessAsk){.who = readers[audience],
                                      .side = outside ? ACCESS_OTHERS : ACCESS_OWN,
                                      .what = matrix[part].data,
                                      .how = ACCESS_READ,
                                      .hidden = state->hidden,
                                      .child_yes = state->agreed,
                                      .helper_tick = true});
}

bool report_allows(ReportPart part, ReportAudience audience, const ReportState *state)
{
    const char *conditions = cell(part, audience);
    bool allowed = conditions != NULL;
    for (; allowed && *conditions; conditions++) {
        allowed = holds(*conditions, state);
    }
    return allowed && access_lets(part, audience, state);
}

bool report_offers(ReportPart part, ReportAudience audience)
{
    return (int)part >= 0 && part < REPORT_OFFERED && cell(part, audience) != NULL;
}

bool report_needs_yes(ReportPart part, ReportAudience audience)
{
    const char *conditions = cell(part, audience);
    return conditions && strchr(conditions, 'A') != NULL;
}

const char *report_audience_id(ReportAudience audience)
{
    static const char *const ids[REPORT_AUDIENCES] = {[REPORT_COURT] = "court",
                                                      [REPORT_PARENT] = "parent",
                                                      [REPORT_PROFESSIONAL] = "professional",
                                                      [REPORT_CHILD] = "child"};
    return ids[audience];
}

const char *report_part_id(ReportPart part)
{
    return matrix[part].id;
}
