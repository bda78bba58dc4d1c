#include "report/fence.h"

#include "base/memory.h"
#include "base/text.h"
#include "family/gate.h"

#include <stdlib.h>
#include <string.h>

typedef struct Look {
    const ReportFrom *from;
    const ReportWish *wish;
    const Case *family;
    Arena *arena;
    FenceHit *hits;
    size_t count;
} Look;

static void add_hit(Look *look, FenceWhy why, const LintRule *rule, const char *start,
                    size_t length)
{
    if (look->count < FENCE_HITS_MAX) {
        look->hits[look->count++] = (FenceHit){why, rule, arena_copy(look->arena, start, length),
                                               why != FENCE_RULE || rule->level == 0};
    }
}

static void hit_rule(void *context, const LintHit *hit)
{
    add_hit(context, FENCE_RULE, hit->rule, hit->start, hit->length);
}

/* ---- digits ---- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Digits of Arabic and Persian keyboards (U+0660 and U+06F0 on) as ours; free() it. */
static char *plain_digits(const char *text)
{
    char *plain = memory_copy_string(text), *to = plain;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        bool arabic = at[0] == 0xD9 && at[1] >= 0xA0 && at[1] <= 0xA9;
        bool persian = at[0] == 0xDB && at[1] >= 0xB0 && at[1] <= 0xB9;
        at += arabic || persian;
        *to++ = arabic || persian ? (char)('0' + (*at & 0x0F)) : (char)*at;
    }
    *to = '\0';
    return plain;
}

/* A day as we write it: "2026-11-22". */
static bool is_day(const char *text, size_t length)
{
    char day[11];
    if (length < 10) {
        return false;
    }
    memcpy(day, text, 10);
    day[10] = '\0';
    return fact_is_date(day) && !is_digit(text[10]);
}

/* A run of digits and what stands between those of a phone; *digits is how many digits. */
static size_t run_of(const char *text, size_t *digits)
{
    size_t length = 0, end = 0;
    for (*digits = 0; text[length] && strchr("0123456789 ()/-.+", text[length]); length++) {
        if (is_digit(text[length])) {
            ++*digits;
            end = length + 1;
        }
    }
    return end;
}

static size_t look_at_digits(Look *look, const char *text)
{
    size_t digits, hour = strspn(text, "0123456789"), length = run_of(text, &digits);
    if (is_day(text, strlen(text))) {
        return 10;
    }
    if (hour <= 2 && text[hour] == ':' && is_digit(text[hour + 1])) {
        add_hit(look, FENCE_HOUR, NULL, text, hour + 3);
        return hour + 2;
    }
    if (hour <= 2 && strncmp(text + hour, "/10", 3) == 0 && !is_digit(text[hour + 3])) {
        add_hit(look, FENCE_SCALE, NULL, text, hour + 3);
        return hour + 3;
    }
    if (digits >= 6) {
        add_hit(look, FENCE_PHONE, NULL, text, length);
        return length;
    }
    return hour;
}

static void look_at_numbers(Look *look, const char *text)
{
    char *plain = plain_digits(text);
    for (size_t at = 0; plain[at]; at++) {
        if (is_digit(plain[at])) {
            at += look_at_digits(look, plain + at) - 1;
        }
    }
    free(plain);
}

static void look_at_links(Look *look, const char *text)
{
    static const char *const signs[] = {"@", "http", "www."};
    char *folded = text_fold(text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *found = strstr(folded, signs[i]);
        if (found) {
            add_hit(look, FENCE_LINK, NULL, found, strcspn(found, " \n"));
        }
    }
    free(folded);
}

/* ---- names and places ---- */

/* `word` as a word of its own, whatever its capitals and accents. */
static bool has_word(const char *text, const char *word)
{
    char *in = text_fold(text), *what = text_fold(word);
    size_t length = strlen(what);
    bool found = false;
    for (const char *at = length ? strstr(in, what) : NULL; at && !found;
         at = strstr(at + 1, what)) {
        size_t start = (size_t)(at - in);
        bool opens = start == 0 || !text_in_word(in, utf8_grapheme_before(in, start));
        found = opens && !text_in_word(in, start + length);
    }
    free(in);
    free(what);
    return found;
}

/* Brothers and sisters are in no report; other adults in none for a parent; those in hide mode in
 * none at all. */
static bool may_be_named(const Look *look, const Person *person)
{
    if (id_same(person->id, look->wish->child)) {
        return true;
    }
    if (person->role == PERSON_CHILD || adult_hidden(look->family, person->id)) {
        return false;
    }
    return look->wish->audience != REPORT_PARENT || id_same(person->id, look->wish->reader);
}

static void look_at_names(Look *look, const char *text)
{
    for (size_t i = 0; i < look->family->people_count; i++) {
        const Person *person = &look->family->people[i];
        if (!may_be_named(look, person) && has_word(text, person->name)) {
            add_hit(look, FENCE_NAME, NULL, person->name, strlen(person->name));
        }
    }
}

static void look_at_places(Look *look, const char *text)
{
    for (size_t i = 0; i < look->family->facts.count; i++) {
        const Fact *fact = &look->family->facts.list[i];
        bool place =
            strcmp(fact->field, "home.name") == 0 || strcmp(fact->field, "card.words") == 0;
        if (place && fact->value[0] && has_word(text, fact->value)) {
            add_hit(look, FENCE_PLACE, NULL, fact->value, strlen(fact->value));
        }
    }
}

/* ---- the whole ---- */

static void look_at_text(Look *look, const Lint *lint, const char *text)
{
    if (lint) {
        lint_run(lint, LINT_REPORT, text, hit_rule, look);
    }
    look_at_numbers(look, text);
    look_at_links(look, text);
    look_at_names(look, text);
    look_at_places(look, text);
}

/* What was seen is never without it. */
static bool lacks_other(const ReportWish *wish)
{
    return report_offers(REPORT_SEEN, wish->audience) && wish->parts[REPORT_SEEN] &&
           wish->seen[0] && !wish->other[0];
}

size_t fence_look(const ReportFrom *from, const ReportWish *wish, const Lint *lint,
                  const ReportPage *page, FenceHit hits[FENCE_HITS_MAX])
{
    Look look = {from, wish, record_case(from->record, wish->family), page->arena, hits, 0};
    for (size_t i = 0; i < page->count; i++) {
        if (page->blocks[i].typed) {
            look_at_text(&look, lint, page->blocks[i].text);
        }
    }
    if (lacks_other(wish) && !report_is_safe(from, wish)) {
        add_hit(&look, FENCE_EMPTY, NULL, "", 0);
    }
    return look.count;
}

bool fence_stops(const FenceHit *hits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hits[i].stops) {
            return true;
        }
    }
    return false;
}

const char *fence_why_id(FenceWhy why)
{
    static const char *const ids[FENCE_WHYS] = {
        [FENCE_RULE] = "rule",   [FENCE_NAME] = "name",  [FENCE_PHONE] = "phone",
        [FENCE_LINK] = "link",   [FENCE_HOUR] = "hour",  [FENCE_SCALE] = "scale",
        [FENCE_PLACE] = "place", [FENCE_EMPTY] = "empty"};
    return ids[why];
}
