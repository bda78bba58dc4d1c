#include "report/agreed.h"

#include <string.h>

typedef struct Asking {
    const Facts *facts;
    FactSubject subject; /* of one item */
} Asking;

static const char *value(const Asking *asking, const char *field)
{
    return facts_value(asking->facts, field, &asking->subject);
}

static bool is(const Asking *asking, const char *field, const char *code)
{
    return code && strcmp(value(asking, field), code) == 0;
}

/* Of "agreed" (for people outside) or "agreed-for" (for one adult): false when something of it is
 * not noted. */
static bool whole(const Asking *asking, bool pair, Agreed *out)
{
    out->words = value(asking, pair ? "agreed-for.words" : "agreed.words");
    out->by = value(asking, pair ? "agreed-for.by" : "agreed.by");
    out->date = value(asking, pair ? "agreed-for.date" : "agreed.date");
    return out->by[0] && out->date[0];
}

/* Its code among those outside; NULL for the others. */
static const char *outside(ReportAudience audience)
{
    bool is_outside = audience == REPORT_COURT || audience == REPORT_PROFESSIONAL;
    return is_outside ? report_audience_id(audience) : NULL;
}

bool agreed_goals(const Case *family, Id person, ReportAudience audience, Agreed *out)
{
    Id items[AGREED_QUOTES_MAX];
    Asking asking = {&family->facts, {.person = person}};
    size_t count = facts_items(&family->facts, fact_group("agreed"), &asking.subject, items,
                               AGREED_QUOTES_MAX);
    for (size_t i = 0; i < count && i < AGREED_QUOTES_MAX; i++) {
        asking.subject.item = items[i];
        if (is(&asking, "agreed.what", "goals") && is(&asking, "agreed.for", outside(audience)) &&
            whole(&asking, false, out)) {
            return true;
        }
    }
    return false;
}

static size_t outside_quotes(const Case *family, Id child, ReportAudience audience, Agreed *out,
                             size_t room)
{
    Id items[AGREED_QUOTES_MAX];
    Asking asking = {&family->facts, {.person = child}};
    size_t count = facts_items(&family->facts, fact_group("agreed"), &asking.subject, items,
                               AGREED_QUOTES_MAX),
           found = 0;
    for (size_t i = 0; i < count && i < AGREED_QUOTES_MAX && found < room; i++) {
        asking.subject.item = items[i];
        bool its = audience == REPORT_CHILD || is(&asking, "agreed.for", outside(audience));
        if (its && is(&asking, "agreed.what", "words") && whole(&asking, false, &out[found])) {
            found += out[found].words[0] != '\0';
        }
    }
    return found;
}

static size_t adult_quotes(const Case *family, Id child, Id adult, Agreed *out, size_t room)
{
    Id items[AGREED_QUOTES_MAX];
    Asking asking = {&family->facts, {.person = child, .about = adult}};
    size_t count = facts_items(&family->facts, fact_group("agreed-for"), &asking.subject, items,
                               AGREED_QUOTES_MAX),
           found = 0;
    for (size_t i = 0; i < count && i < AGREED_QUOTES_MAX && found < room; i++) {
        asking.subject.item = items[i];
        found += whole(&asking, true, &out[found]) && out[found].words[0] != '\0';
    }
    return found;
}

size_t agreed_quotes(const Case *family, Id child, ReportAudience audience, Id reader,
                     Agreed out[AGREED_QUOTES_MAX])
{
    if (audience == REPORT_PARENT) {
        return adult_quotes(family, child, reader, out, AGREED_QUOTES_MAX);
    }
    size_t found = outside_quotes(family, child, audience, out, AGREED_QUOTES_MAX);
    const Person *adult;
    for (int i = 0; audience == REPORT_CHILD && (adult = case_adult(family, i)) != NULL; i++) {
        found += adult_quotes(family, child, adult->id, out + found, AGREED_QUOTES_MAX - found);
    }
    return found;
}
