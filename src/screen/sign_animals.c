#include "screen/sign_animals.h"

#include "screen/sign_page.h"

#include <string.h>

enum { ANIMALS_MOST = 16 };

static bool is_free(const Record *record, const Case *family, Id person, const char *animal)
{
    for (size_t i = 0; i < family->people_count; i++) {
        const SignIn *theirs = record_sign_in(record, family->people[i].id);
        if (theirs && !id_same(theirs->person, person) && strcmp(theirs->animal, animal) == 0) {
            return false;
        }
    }
    return true;
}

static size_t free_animals(const Screen *screen, const Case *family, Id person,
                           size_t animals[ANIMALS_MOST])
{
    const Record *record = keeper_record(screen->cove->keeper);
    size_t count = 0;
    for (size_t i = 0; i < sign_in_animal_count(screen->ops->tier(screen)); i++) {
        if (count < ANIMALS_MOST && is_free(record, family, person, sign_in_animal(i))) {
            animals[count++] = i;
        }
    }
    return count;
}

static void build_animal(const Screen *screen, size_t animal, Tree *tree, Node *row)
{
    const char *name = sign_in_animal_name(animal);
    const char *id = arena_format(tree->arena, "ui.sign.animal.%s", name);
    Node *tile =
        node_button(tree, row, LOOK_TILE, sign_word(screen, tree, screen->ops->tier(screen), id, 0),
                    action_of("animal", "", (int)animal));
    tile->key = name;
    tile->picture = sign_in_animal(animal);
    tile->picture_size = 120;
    tile->text_align = ALIGN_CENTER;
    tile->layout.min_width = 180;
    tile->layout.max_width = 320;
}

void sign_animals(const Screen *screen, const Case *family, Id person, Tree *tree, Node *sheet)
{
    size_t animals[ANIMALS_MOST];
    Tier tier = screen->ops->tier(screen);
    ShownSet set = simple_set(screen, tier, free_animals(screen, family, person, animals));
    Node *row = simple_row(tree, sheet, 16);
    for (size_t i = set.first; i < set.end; i++) {
        build_animal(screen, animals[i], tree, row);
    }
    if (set.more) {
        simple_more(tree, sheet, sign_word(screen, tree, tier, "ui.more-things", 0));
    }
}
