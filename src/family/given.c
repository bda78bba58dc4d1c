#include "family/given.h"

static const char *wish(const Case *family, const Assignment *given, const char *field)
{
    const FactSubject subject = {.person = given->person, .item = given->id};
    return facts_value(&family->facts, field, &subject);
}

bool given_for_next_time(const Case *family, const Assignment *given)
{
    return wish(family, given, "given.by")[0] != '\0';
}

bool given_aloud(const Case *family, const Assignment *given)
{
    return wish(family, given, "given.reading")[0] != '\0';
}

Tier given_tier(const Case *family, const Assignment *given)
{
    Tier tier = case_person(family, given->person)->tier;
    (void)tier_parse(wish(family, given, "given.tier"), &tier);
    return tier;
}

const Assignment *given_after(const Case *family, const Assignment *given)
{
    Id before;
    if (!id_parse(wish(family, given, "given.after"), &before)) {
        return NULL;
    }
    const Assignment *found = case_assignment(family, before);
    return found && !found->taken_back ? found : NULL;
}
