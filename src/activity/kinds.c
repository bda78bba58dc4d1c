/* The table of all kinds: a new kind is one file and one line here. */
#include "activity/kind.h"

#include <string.h>

static const Kind *const kinds[] = {
    &kind_feelings_check,   &kind_scale_line,   &kind_breathe_pace, &kind_sort_cards,
    &kind_sentence_builder, &kind_story_pages, NULL,
};

static const KindContent *const contents[] = {
    &kind_feelings_check.content,   &kind_scale_line.content,   &kind_breathe_pace.content,
    &kind_sort_cards.content,       &kind_sentence_builder.content, &kind_story_pages.content,
    NULL,
};

const Kind *const *kinds_all(void)
{
    return kinds;
}

const KindContent *const *kinds_content(void)
{
    return contents;
}

const Kind *kind_named(const char *name)
{
    for (size_t i = 0; kinds[i]; i++) {
        if (strcmp(kinds[i]->content.name, name) == 0) {
            return kinds[i];
        }
    }
    return NULL;
}
