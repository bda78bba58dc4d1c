#include "family/retention.h"

#include "family/gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int retention_months(const Facts *practice)
{
    const FactSubject nobody = {.person = {""}};
    return (int)strtol(facts_value(practice, "keep.months", &nobody), NULL, 10);
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

void date_add_months(const char *date, int months, char out[DATE_BYTES])
{
    int year = (int)strtol(date, NULL, 10), day = (int)strtol(date + 8, NULL, 10);
    int month = (int)strtol(date + 5, NULL, 10) - 1 + months;
    year += month / 12;
    month = month % 12 + 1;
    int last = days_in(year, month);
    char text[32];
    snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day < last ? day : last);
    memcpy(out, text, DATE_BYTES - 1);
    out[DATE_BYTES - 1] = '\0';
}

Retention retention_of(const Case *family, const Facts *practice, const char *today)
{
    const FactSubject nobody = {.person = {""}};
    int months = retention_months(practice);
    Retention found = {.ended = facts_value(&family->facts, "end.date", &nobody)};
    if (found.ended[0] && months > 0) {
        date_add_months(found.ended, months, found.until);
    }
    if (case_on_hold(family)) {
        found.keeping = KEEPING_HELD;
    } else if (!found.ended[0]) {
        found.keeping = KEEPING_OPEN;
    } else if (!found.until[0]) {
        found.keeping = KEEPING_ENDED;
    } else {
        found.keeping = strcmp(today, found.until) >= 0 ? KEEPING_DUE : KEEPING_UNTIL;
    }
    return found;
}
