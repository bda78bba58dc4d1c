/* A course of twelve weeks with one family: the plan of the family, and how far it is. Every step
 * fails the running test when it cannot be done, or when a page shows what is not its reader's. */
#ifndef TESTS_COURSE_COURSE_H
#define TESTS_COURSE_COURSE_H

#include "course/helper.h"

/* Words that are typed, to be searched for. */
#define CHILD_SAYS "Quillfeather"
#define SHOWN "Lanternfish" /* what the child lets an adult read */
#define NOTED "Marginalia"
#define ADDRESS "Quaysidelane"

enum {
    ADULTS = 2,
    WEEKS = 12,
    WEEK_SIGN_IN = 3,   /* everybody gets a way of their own to sign in */
    WEEK_SHOWN = 5,     /* the child chooses, the helper releases */
    WEEK_STOPPED = 7,   /* the computer stops between two steps, and is started again */
    WEEK_GONE_BACK = 8, /* to a backup, at the end of the week */
    WEEK_SHUT_AGAIN = 9 /* what was released is taken back */
};

typedef struct Grown {
    const char *name, *says;
    bool open;   /* the gate is opened in week 4 */
    bool hidden; /* from the first day on */
} Grown;

typedef struct FamilyPlan {
    const char *name, *child;
    Tier tier;
    const char *homes[2]; /* NULL: one home */
    Grown adults[ADULTS];
} FamilyPlan;

typedef struct Course {
    const FamilyPlan *plan;
    House house;
    uint64_t chance;
    Id child, adults[ADULTS];
    int not_ok_week, stop_week; /* chosen by chance */
    int sittings, homework, together;
    int read; /* pages on which an adult read what the child showed */
} Course;

const Case *course_family(Course *course);
void course_begin(Course *course); /* the first meeting */
void course_note_stage(Course *course, const char *stage);
void course_note_gate(Course *course, Id adult, bool open);
/* The child said yes to playing with this adult, asked alone. */
void course_note_joint_yes(Course *course, Id adult);
void course_week(Course *course, int week); /* 1 to WEEKS */
/* From the door to the door: what was done after a backup is gone, and nothing else. */
void course_go_back(Course *course);
void course_goodbye(Course *course);

#endif
