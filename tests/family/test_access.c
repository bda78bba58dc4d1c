/* Who may: every combination there is, compared with the matrix as it was written down a second
 * time (tests/data/access/matrix.txt); and by name what must never be. */
#include "base/file.h"
#include "family/access.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { BITS = 9, LINES_MAX = 128 };

/* ---- the second matrix ---- */

static const char *const roles[] = {"child", "adult", "together", "helper", "outside"};
static const char *const actions[] = {"see",     "read",   "write", "change",
                                      "release", "export", "erase"};
static const char *const conditions[] = {"room", "safe",    "unhidden",  "child-yes", "released",
                                         "open", "no-hold", "consented", "demanded",  "signed-in"};

typedef struct Line {
    int who, what;
    unsigned sides, actions, needs; /* bits */
} Line;

typedef struct Matrix {
    Line lines[LINES_MAX];
    size_t count;
} Matrix;

static int index_of(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return (int)i;
        }
    }
    fail_msg("the matrix does not know \"%s\"", word);
    return -1;
}

static int data_of(const char *word)
{
    for (int what = 0; what < ACCESS_DATA_COUNT; what++) {
        if (strcmp(access_data_word((AccessData)what), word) == 0) {
            return what;
        }
    }
    fail_msg("the matrix does not know \"%s\"", word);
    return -1;
}

static unsigned sides_of(const char *word)
{
    static const char *const sides[] = {"own", "others", "any"};
    static const unsigned bits[] = {1u << ACCESS_OWN, 1u << ACCESS_OTHERS,
                                    1u << ACCESS_OWN | 1u << ACCESS_OTHERS};
    return bits[index_of(word, sides, COUNT(sides))];
}

static Line line_of(char *text)
{
    Line line = {0};
    char *rest = NULL;
    bool when = false;
    line.who = index_of(strtok_r(text, " :", &rest), roles, COUNT(roles));
    line.sides = sides_of(strtok_r(NULL, " :", &rest));
    line.what = data_of(strtok_r(NULL, " :", &rest));
    for (char *word; (word = strtok_r(NULL, " ", &rest)) != NULL;) {
        if (strcmp(word, "when") == 0) {
            when = true;
        } else if (when) {
            line.needs |= 1u << index_of(word, conditions, COUNT(conditions));
        } else {
            line.actions |= 1u << index_of(word, actions, COUNT(actions));
        }
    }
    return line;
}

static void matrix_read(Matrix *matrix)
{
    char *bytes, *rest = NULL;
    size_t size;
    assert_true(
        file_read(COVE_SOURCE_DIR "/tests/data/access/matrix.txt", 1u << 16, &bytes, &size, NULL));
    matrix->count = 0;
    for (char *text = strtok_r(bytes, "\n", &rest); text; text = strtok_r(NULL, "\n", &rest)) {
        if (text[0] != '#') {
            assert_true(matrix->count < LINES_MAX);
            matrix->lines[matrix->count++] = line_of(text);
        }
    }
    free(bytes);
}

static unsigned facts_of(const AccessAsk *ask)
{
    const bool facts[COUNT(conditions)] = {
        ask->where == SETTING_ROOM, ask->gate,  !ask->hidden,   ask->child_yes, ask->helper_tick,
        !ask->kept_alone,           !ask->hold, ask->consented, ask->demanded,  ask->signed_in};
    unsigned bits = 0;
    for (size_t i = 0; i < COUNT(facts); i++) {
        bits |= (unsigned)facts[i] << i;
    }
    return bits;
}

static bool says_yes(const Matrix *matrix, const AccessAsk *ask, AccessAction how)
{
    unsigned facts = facts_of(ask);
    for (size_t i = 0; i < matrix->count; i++) {
        const Line *line = &matrix->lines[i];
        if (line->who == (int)ask->who && line->what == (int)ask->what &&
            (line->sides & 1u << ask->side) && (line->actions & 1u << how) &&
            (line->needs & ~facts) == 0) {
            return true;
        }
    }
    return false;
}

static AccessAnswer expected(const Matrix *matrix, const AccessAsk *ask)
{
    if (says_yes(matrix, ask, ask->how)) {
        return ACCESS_ALLOWED;
    }
    return says_yes(matrix, ask, ACCESS_SEE) ? ACCESS_REFUSED : ACCESS_HIDDEN;
}

/* ---- every combination ---- */

typedef void Look(const AccessAsk *ask, void *context);

static void set_bits(AccessAsk *ask, unsigned bits)
{
    bool *const flags[BITS] = {&ask->hidden,      &ask->gate,     &ask->child_yes,
                               &ask->helper_tick, &ask->hold,     &ask->kept_alone,
                               &ask->consented,   &ask->demanded, &ask->signed_in};
    for (int i = 0; i < BITS; i++) {
        *flags[i] = (bits >> i & 1) != 0;
    }
}

static void each_state(AccessAsk *ask, Look *look, void *context)
{
    for (int where = 0; where < SETTING_COUNT; where++) {
        for (unsigned bits = 0; bits < 1u << BITS; bits++) {
            ask->where = (Setting)where;
            set_bits(ask, bits);
            look(ask, context);
        }
    }
}

static void each_ask(Look *look, void *context)
{
    const int sides = ACCESS_SIDE_COUNT, what = ACCESS_DATA_COUNT, how = ACCESS_ACTION_COUNT;
    for (int i = 0; i < ACCESS_ROLE_COUNT * sides * what * how; i++) {
        AccessAsk ask = {.who = (AccessRole)(i / (sides * what * how)),
                         .side = (AccessSide)(i / (what * how) % sides),
                         .what = (AccessData)(i / how % what),
                         .how = (AccessAction)(i % how)};
        each_state(&ask, look, context);
    }
}

static void fail_for(const AccessAsk *ask, const char *says)
{
    fail_msg("%s %s, %s %s, setting %d, hidden %d gate %d yes %d tick %d hold %d alone %d "
             "consented %d demanded %d: %s",
             roles[ask->who], ask->side == ACCESS_OWN ? "own" : "others", actions[ask->how],
             access_data_word(ask->what), (int)ask->where, ask->hidden, ask->gate, ask->child_yes,
             ask->helper_tick, ask->hold, ask->kept_alone, ask->consented, ask->demanded, says);
}

typedef struct Compared {
    Matrix matrix;
    long asked, allowed, refused;
} Compared;

static void compare(const AccessAsk *ask, void *context)
{
    static const char *const words[] = {"hidden", "refused", "allowed"};
    Compared *compared = context;
    AccessAnswer answer = access_decide(ask);
    if (answer != expected(&compared->matrix, ask)) {
        fail_for(ask, words[answer]);
    }
    assert_int_equal(access_allows(ask), answer == ACCESS_ALLOWED);
    compared->asked++;
    compared->allowed += answer == ACCESS_ALLOWED;
    compared->refused += answer == ACCESS_REFUSED;
}

static void the_two_matrices_agree(void **state)
{
    (void)state;
    Compared compared = {0};
    matrix_read(&compared.matrix);
    each_ask(compare, &compared);
    assert_int_equal(compared.asked, 5L * 2 * 18 * 7 * 3 * 512);
    assert_true(compared.allowed > 0 && compared.refused > 0);
    printf("%ld asked, %ld allowed, %ld refused, the rest hidden\n", compared.asked,
           compared.allowed, compared.refused);
}

/* ---- what must never be ---- */

static bool is_childs(AccessData what)
{
    return what == ACCESS_ANSWERS || what == ACCESS_DRAWINGS || what == ACCESS_FEELINGS;
}

static void must_not(const AccessAsk *ask, void *context)
{
    (void)context;
    bool shows = access_decide(ask) != ACCESS_HIDDEN, allowed = access_allows(ask);
    bool adult = ask->who == ACCESS_ADULT, child = ask->who == ACCESS_CHILD;
    bool others = ask->side == ACCESS_OTHERS;
    const struct {
        bool is;
        const char *says;
    } rules[] = {
        {(adult || ask->who == ACCESS_TOGETHER || ask->who == ACCESS_OUTSIDE) && shows &&
             is_childs(ask->what),
         "a child's pages show before somebody else"},
        {adult && others && shows && ask->what != ACCESS_WINS, "an adult sees what is another's"},
        {(child || ask->who == ACCESS_TOGETHER) && !ask->consented && shows &&
             ask->what == ACCESS_GIVEN,
         "a child's work is there without consent"},
        {child && others && shows, "a child sees what is another's"},
        {(adult || ask->who == ACCESS_TOGETHER) && ask->hidden && others && shows,
         "hide mode shows something of others"},
        {ask->who == ACCESS_TOGETHER && !ask->gate && shows && ask->what != ACCESS_THINGS,
         "together without a safe contact"},
        {child && allowed && ask->how == ACCESS_READ && ask->where != SETTING_ROOM &&
             is_childs(ask->what),
         "a child can be made to show its pages"},
        {ask->kept_alone && ask->who == ACCESS_HELPER && allowed && ask->how == ACCESS_READ &&
             (ask->what == ACCESS_ANSWERS || ask->what == ACCESS_DRAWINGS),
         "what a child keeps for itself is read"},
        {ask->how == ACCESS_ERASE && allowed && (ask->hold || ask->who != ACCESS_HELPER),
         "erased under a legal hold, or by somebody else than the helper"},
        {ask->how == ACCESS_EXPORT && allowed && ask->who != ACCESS_HELPER,
         "exported by somebody else than the helper"},
        {ask->how == ACCESS_EXPORT && allowed && !ask->demanded &&
             (is_childs(ask->what) || ask->what == ACCESS_HOMEWORK),
         "raw pages are exported that nobody demanded of their own"},
        {ask->how == ACCESS_EXPORT && allowed &&
             (ask->what == ACCESS_NOTES || ask->what == ACCESS_SHARED || ask->what == ACCESS_CASE ||
              ask->what == ACCESS_PLACES),
         "notes, or what another person has a part in, is exported"},
        {adult && !others && ask->what == ACCESS_HOMEWORK && ask->how == ACCESS_READ && allowed &&
             ask->where != SETTING_ROOM && !ask->signed_in,
         "own goals are read by whoever pressed a name"},
        {ask->what == ACCESS_WINS && allowed && ask->how == ACCESS_RELEASE && !ask->child_yes,
         "released without the child's yes"},
        {ask->what == ACCESS_LOG && allowed && ask->how > ACCESS_READ, "the log is changed"},
        {(ask->what == ACCESS_NOTES || ask->what == ACCESS_PLACES || ask->what == ACCESS_CASE) &&
             shows && ask->who != ACCESS_HELPER,
         "notes, places or the case file show"},
    };
    for (size_t i = 0; i < COUNT(rules); i++) {
        if (rules[i].is) {
            fail_for(ask, rules[i].says);
        }
    }
}

static void never(void **state)
{
    (void)state;
    each_ask(must_not, NULL);
}

/* Whoever may do something with it sees that it is there. */
static void seen_before_used(const AccessAsk *ask, void *context)
{
    (void)context;
    AccessAsk see = *ask;
    see.how = ACCESS_SEE;
    if (access_allows(ask) && !access_allows(&see)) {
        fail_for(ask, "allowed, and yet not to be seen");
    }
}

static void used_only_when_seen(void **state)
{
    (void)state;
    each_ask(seen_before_used, NULL);
}

static void unknown_is_refused(void **state)
{
    (void)state;
    const AccessAsk good = {.who = ACCESS_HELPER, .what = ACCESS_KEYS, .how = ACCESS_EXPORT};
    assert_true(access_allows(&good));
    static const int odd[] = {-1, 18, 99, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT(odd); i++) {
        AccessAsk asks[] = {good, good, good, good, good};
        asks[0].who = (AccessRole)odd[i];
        asks[1].side = (AccessSide)odd[i];
        asks[2].what = (AccessData)odd[i];
        asks[3].how = (AccessAction)odd[i];
        asks[4].where = (Setting)odd[i];
        for (size_t k = 0; k < COUNT(asks); k++) {
            assert_int_equal(access_decide(&asks[k]), ACCESS_HIDDEN);
        }
    }
    assert_null(access_data_word(ACCESS_DATA_COUNT));
    assert_null(access_data_word((AccessData)-1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_two_matrices_agree),
        cmocka_unit_test(never),
        cmocka_unit_test(used_only_when_seen),
        cmocka_unit_test(unknown_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
