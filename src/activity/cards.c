#include "activity/cards.h"

#include <string.h>

const Card *card_at(const List *cards, int index)
{
    return &((const Card *)cards->items)[index];
}

int cards_drawn(const PlayContext *context, int page, const List *cards, int draw,
                int deck[CARDS_MAX])
{
    int count = options_by_chance(context, page, cards, sizeof(Card), deck, CARDS_MAX);
    return draw > 0 && draw < count ? draw : count;
}

void not_sure_check(const List *options, const char *what, const char *whose, const char *file,
                    const char *place, Faults *faults)
{
    for (size_t i = 0; i < options->count; i++) {
        if (strcmp(option_at(options, sizeof(Option), i)->id, "not-sure") == 0) {
            faults_add(faults, FAULT_ERROR, file, place, "reserved-id",
                       "%s is called \"not-sure\"; every %s has that one of its own. Take it out, "
                       "or give it another id.",
                       what, whose);
        }
    }
}
