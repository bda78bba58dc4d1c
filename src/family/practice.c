#include "family/practice.h"

enum { LINES_MAX = 16 };

size_t crisis_lines(const Facts *practice, CrisisLine *lines, size_t room)
{
    FactSubject line = {.person = {""}};
    Id items[LINES_MAX];
    size_t there = facts_items(practice, fact_group("line"), &line, items, LINES_MAX), count = 0;
    for (size_t i = 0; i < there && i < LINES_MAX; i++) {
        line.item = items[i];
        const char *number = facts_value(practice, "line.number", &line);
        if (!number[0]) {
            continue;
        }
        if (count < room) {
            lines[count] = (CrisisLine){facts_value(practice, "line.name", &line), number};
        }
        count++;
    }
    return count;
}
