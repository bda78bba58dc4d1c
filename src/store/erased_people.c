#include "store/erased_people.h"

void erased_people_tell(const Vault *vault, Record *record)
{
    Erased erased;
    for (size_t i = 0; vault && vault_erased_at(vault, i, &erased); i++) {
        if (erased.whose.one.text[0] && !erased.whose.two.text[0]) {
            record_tell_gone(record, erased.whose.one);
        }
    }
}
