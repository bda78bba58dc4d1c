#include "base/whose.h"

#include <string.h>

Whose whose_case(Id family)
{
    return (Whose){.family = family};
}

Whose whose_person(Id family, Id person)
{
    return (Whose){.family = family, .one = person};
}

Whose whose_two(Id family, Id person, Id other)
{
    bool in_order = strcmp(person.text, other.text) < 0;
    return (Whose){family, in_order ? person : other, in_order ? other : person};
}

bool whose_same(const Whose *one, const Whose *other)
{
    return id_same(one->family, other->family) && id_same(one->one, other->one) &&
           id_same(one->two, other->two);
}

bool whose_goes_with(const Whose *what, const Whose *erased)
{
    if (!id_same(what->family, erased->family)) {
        return false;
    }
    if (erased->one.text[0] == '\0' || whose_same(what, erased)) {
        return true;
    }
    return erased->two.text[0] == '\0' &&
           (id_same(what->one, erased->one) || id_same(what->two, erased->one));
}
