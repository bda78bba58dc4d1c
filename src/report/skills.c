#include "report/skills.h"

#include <string.h>

static const struct {
    const char *skill;
    const char *kinds[5];
} table[REPORT_SKILLS_MAX] = {
    {"feelings", {"feelings_check", "body_map", "scale_line"}},
    {"calm", {"breathe_pace", "calm_kit"}},
    {"thinking", {"sort_cards", "thought_links", "reflect_swap", "quiz_myth"}},
    {"words", {"sentence_builder", "letter_unsent", "story_pages"}},
    {"pictures", {"draw_free", "circles_map", "timeline_path"}},
    {"listening", {"listen_turns", "branch_roleplay"}},
    {"planning", {"plan_steps", "notice_log"}},
    {"together", {"play_together"}},
};

static size_t skill_of(const char *kind)
{
    for (size_t i = 0; i < REPORT_SKILLS_MAX; i++) {
        for (size_t k = 0; k < 5 && table[i].kinds[k]; k++) {
            if (strcmp(table[i].kinds[k], kind) == 0) {
                return i;
            }
        }
    }
    return REPORT_SKILLS_MAX;
}

static size_t skill_of_play(const Library *library, const PlayRecord *play)
{
    const Module *module = library_module(library, play->module);
    const Activity *activity = module ? module_activity(module, play->activity) : NULL;
    bool done = play->part == PART_ACTIVITY && play->how == ENDING_FINISHED;
    return done && activity ? skill_of(activity->kind) : REPORT_SKILLS_MAX;
}

static void find_skills(const Record *record, const Library *library, const Sitting *sitting,
                        bool found[REPORT_SKILLS_MAX + 1])
{
    for (size_t p = 0; p < sitting->play_count; p++) {
        found[skill_of_play(library, record_play(record, sitting->plays[p]))] = true;
    }
}

static size_t put_skills(const bool *found, const char *skills[REPORT_SKILLS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < REPORT_SKILLS_MAX; i++) {
        if (found[i]) {
            skills[count++] = table[i].skill;
        }
    }
    return count;
}

size_t report_skills(const Record *record, const Library *library, Id person,
                     const char *skills[REPORT_SKILLS_MAX])
{
    bool found[REPORT_SKILLS_MAX + 1] = {false};
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        if (id_same(record_sitting_at(record, i)->person, person)) {
            find_skills(record, library, record_sitting_at(record, i), found);
        }
    }
    return put_skills(found, skills);
}

size_t report_sitting_skills(const Record *record, const Library *library, const Sitting *sitting,
                             const char *skills[REPORT_SKILLS_MAX])
{
    bool found[REPORT_SKILLS_MAX + 1] = {false};
    find_skills(record, library, sitting, found);
    return put_skills(found, skills);
}
