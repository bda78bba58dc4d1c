#include "family/done_on_paper.h"

const char *done_on_paper(const Case *family, const Assignment *given)
{
    FactSubject subject = {.person = given->person, .item = given->id};
    return facts_value(&family->facts, "paper.date", &subject);
}

long done_on_paper_count(const Case *family, Id person)
{
    long count = 0;
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        count += id_same(given->person, person) && done_on_paper(family, given)[0] != '\0';
    }
    return count;
}
