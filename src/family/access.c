#include "family/access.h"

#include <stddef.h>
#include <string.h>

/* A cell names what is allowed: s see that it is there, r read, w write, c change, l release,
 * x export, e erase. Behind a slash stand the conditions, all of which must hold:
 *
 *   R  in the room with the helper      Y  the child said yes
 *   G  contact was judged safe          T  the helper released it
 *   H  the adult is not in hide mode    O  open: not kept by the child for itself
 *   N  no legal hold                    C  those with a legal say agreed
 *   D  demanded by whom it is about, or by law
 *   S  signed in by what only they know
 *
 * Where two of our sources differ, the stricter one stands here. A child has no column for what is
 * somebody else's: there is nothing in it. */
typedef struct Row {
    const char *child, *adult;     /* each their own */
    const char *adult_others;      /* an adult, of what is a child's or another adult's */
    const char *together, *helper; /* the helper: everybody's */
    const char *outside;
} Row;

static const Row matrix[ACCESS_DATA_COUNT] = {
    [ACCESS_GIVEN] = {.child = "sr/C", .adult = "sr", .together = "sr/GHC", .helper = "srwc e/N"},
    [ACCESS_ANSWERS] = {.child = "sw r/R", .helper = "s r/O e/N x/OD"},
    [ACCESS_DRAWINGS] = {.child = "sw r/R", .helper = "s r/O e/N x/OD"},
    [ACCESS_FEELINGS] = {.child = "sw r/R", .helper = "sr e/N x/D"},
    [ACCESS_WINS] = {.child = "srw",
                     .adult_others = "sr/YTGH",
                     .together = "sr/YTGH",
                     .helper = "sr l/Y x/YT e/N",
                     .outside = "sr/YT"},
    [ACCESS_ATTENDANCE] = {.child = "sr",
                           .adult = "sr/H",
                           .helper = "srl x/T e/N",
                           .outside = "sr/T"},
    [ACCESS_TIMES] = {.helper = "sr e/N"},
    [ACCESS_HOMEWORK] = {.adult = "sw r/R r/S", .helper = "sr e/N x/D"},
    [ACCESS_LINES] = {.child = "sr/TGH", .adult = "srw", .helper = "srl e/N"},
    [ACCESS_SHARED] = {.child = "sr", .adult = "sr/H", .together = "srw/GHC", .helper = "sr e/N"},
    [ACCESS_REPORT] = {.child = "sr/T",
                       .adult = "sr/TH",
                       .helper = "srwcl x/T e/N",
                       .outside = "sr/T"},
    [ACCESS_NOTES] = {.helper = "srwc e/N"},
    [ACCESS_PLACES] = {.helper = "srwc e/N"},
    [ACCESS_CASE] = {.helper = "srwc e/N"},
    [ACCESS_THINGS] = {.child = "srwc", .adult = "srwc", .together = "sr", .helper = "srwc e/N"},
    [ACCESS_CARDS] = {.child = "sr", .adult = "sr", .helper = "sr x/YT"},
    [ACCESS_LOG] = {.adult = "sr/H", .helper = "sr"},
    [ACCESS_KEYS] = {.helper = "srwcx"},
};

static const char *own_or_others(AccessSide side, const char *own, const char *others)
{
    switch (side) {
    case ACCESS_OWN: return own;
    case ACCESS_OTHERS: return others;
    default: return NULL;
    }
}

static const char *cell_of(const AccessAsk *ask)
{
    if ((int)ask->what < 0 || ask->what >= ACCESS_DATA_COUNT) {
        return NULL;
    }
    const Row *row = &matrix[ask->what];
    switch (ask->who) {
    case ACCESS_CHILD: return own_or_others(ask->side, row->child, NULL);
    case ACCESS_ADULT: return own_or_others(ask->side, row->adult, row->adult_others);
    case ACCESS_TOGETHER: return own_or_others(ask->side, row->together, NULL);
    case ACCESS_HELPER: return own_or_others(ask->side, row->helper, row->helper);
    case ACCESS_OUTSIDE: return own_or_others(ask->side, NULL, row->outside);
    default: return NULL;
    }
}

static char letter_of(AccessAction how)
{
    static const char letters[ACCESS_ACTION_COUNT] = {
        [ACCESS_SEE] = 's',     [ACCESS_READ] = 'r',   [ACCESS_WRITE] = 'w', [ACCESS_CHANGE] = 'c',
        [ACCESS_RELEASE] = 'l', [ACCESS_EXPORT] = 'x', [ACCESS_ERASE] = 'e'};
    return (int)how >= 0 && how < ACCESS_ACTION_COUNT ? letters[how] : '\0';
}

static bool holds(char condition, const AccessAsk *ask)
{
    switch (condition) {
    case 'R': return ask->where == SETTING_ROOM;
    case 'G': return ask->gate;
    case 'H': return !ask->hidden;
    case 'Y': return ask->child_yes;
    case 'T': return ask->helper_tick;
    case 'O': return !ask->kept_alone;
    case 'N': return !ask->hold;
    case 'C': return ask->consented;
    case 'D': return ask->demanded;
    case 'S': return ask->signed_in;
    default: return false;
    }
}

/* `clause` is "sr" or "sr/GH", up to `end`. */
static bool clause_allows(const char *clause, const char *end, char action, const AccessAsk *ask)
{
    bool named = false;
    while (clause < end && *clause != '/') {
        named = named || *clause == action;
        clause++;
    }
    for (clause++; named && clause < end; clause++) {
        named = holds(*clause, ask);
    }
    return named;
}

static bool cell_allows(const char *cell, char action, const AccessAsk *ask)
{
    bool allowed = false;
    while (cell && action && !allowed && *cell) {
        const char *end = cell + strcspn(cell, " ");
        allowed = clause_allows(cell, end, action, ask);
        cell = end + strspn(end, " ");
    }
    return allowed;
}

static bool known_place(const AccessAsk *ask)
{
    return (int)ask->where >= 0 && ask->where < SETTING_COUNT;
}

AccessAnswer access_decide(const AccessAsk *ask)
{
    char action = letter_of(ask->how);
    const char *cell = known_place(ask) && action ? cell_of(ask) : NULL;
    if (cell_allows(cell, action, ask)) {
        return ACCESS_ALLOWED;
    }
    return cell_allows(cell, letter_of(ACCESS_SEE), ask) ? ACCESS_REFUSED : ACCESS_HIDDEN;
}

bool access_allows(const AccessAsk *ask)
{
    return access_decide(ask) == ACCESS_ALLOWED;
}

const char *access_data_word(AccessData what)
{
    static const char *const words[ACCESS_DATA_COUNT] = {
        [ACCESS_GIVEN] = "given",       [ACCESS_ANSWERS] = "answers",
        [ACCESS_DRAWINGS] = "drawings", [ACCESS_FEELINGS] = "feelings",
        [ACCESS_WINS] = "wins",         [ACCESS_ATTENDANCE] = "attendance",
        [ACCESS_TIMES] = "times",       [ACCESS_HOMEWORK] = "homework",
        [ACCESS_LINES] = "lines",       [ACCESS_SHARED] = "shared",
        [ACCESS_REPORT] = "report",     [ACCESS_NOTES] = "notes",
        [ACCESS_PLACES] = "places",     [ACCESS_CASE] = "case",
        [ACCESS_THINGS] = "things",     [ACCESS_CARDS] = "cards",
        [ACCESS_LOG] = "log",           [ACCESS_KEYS] = "keys"};
    return (int)what >= 0 && what < ACCESS_DATA_COUNT ? words[what] : NULL;
}
