/* The table of all kinds: a new kind is one file and one line here. */
#include "activity/boxes.h"

/* The content layer reads the same table: what it knows of a kind is the kind's first member. */
static const KindContent *const kinds[] = {
    &kind_feelings_check.content,     &kind_scale_line.content,        &kind_breathe_pace.content,
    &kind_sort_cards.content,         &kind_sentence_builder.content,  &kind_story_pages.content,
    &kind_calm_kit.content,           &kind_plan_steps.content,        &kind_quiz_myth.content,
    &kind_notice_log.content,         &kind_branch_roleplay.content,   &kind_listen_turns.content,
    &kind_play_together.content,      &kind_circles_map.content,       &kind_timeline_path.content,
    &kind_thought_links.kind.content, &kind_reflect_swap.kind.content, &kind_body_map.content,
    &kind_draw_free.content,          &kind_letter_unsent.content,     NULL,
};

_Static_assert(offsetof(Kind, content) == 0, "a kind begins with its content");

const KindContent *const *kinds_content(void)
{
    return kinds;
}

const Kind *kind_of(const KindContent *content)
{
    return (const Kind *)(const void *)content;
}

const Kind *kind_named(const char *name)
{
    const KindContent *content = kind_find(kinds, name);
    return content ? kind_of(content) : NULL;
}
