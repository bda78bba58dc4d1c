/* A whole program without a display for tests: content as shipped, a clock that stands still, the
 * same ids every time, letters of fixed width. */
#ifndef TESTS_SCREEN_HOUSE_H
#define TESTS_SCREEN_HOUSE_H

#include "screen/screens.h"
#include "screen/assigning.h"

typedef struct House {
    ManualClock time;
    uint64_t seed;
    Cove cove;
    Stage *stage;
    char folder[256]; /* data folder, "" for none */
} House;

/* `content` NULL: the shipped content. With `data`, a fresh folder for the SQLite store. */
void house_open(House *house, const char *content, bool data, float width, float height);
void house_close(House *house);
void house_give_folder(House *house); /* a fresh one; before anything is kept */
/* As if the program had been killed, started again on the same data, and unlocked. */
void house_restart(House *house);

#define HOUSE_PASSPHRASE "five words of a test"
void house_unlock(House *house); /* as if the helper had been there */
void go_to_helper(House *house); /* from the door, with the passphrase where there is one */

/* Types HOUSE_PASSPHRASE twice and the recovery page's groups, up to the helper's room. */
void house_choose_passphrase(House *house);
void house_type_back(House *house, const char *code); /* the two groups that are asked for */

/* Each fails the running test, naming what is on the screen, when it cannot be done. */
void press(House *house, const char *button);
/* In whichever set of a cove or place it is: "More" is pressed until it is there. */
void press_there(House *house, const char *button);
void choose(House *house, const char *choice);
void type_in(House *house, const char *field, const char *text);
void expect_screen(House *house, const char *name);
void expect_text(House *house, const char *part); /* somewhere in the tree */
void expect_no_text(House *house, const char *part);
void wait_ms(House *house, int64_t ms); /* in small ticks */

/* A helper "Kim", a case "Harbor" with one person, who said yes to being here; everything that fits
 * is assigned in the room. */
Id house_family(House *house, Tier tier, const char *name);
/* What the helper noted; `about` "" but for pairs. */
void house_note(House *house, Id family, const char *field, Id person, Id about, const char *value);
/* Everything the safety gate of this adult asks is answered, and it is open. */
void house_open_gate(House *house, Id family, Id adult);
const char *ui_words(House *house, Tier tier, const char *id); /* lives until the next call */

#endif
