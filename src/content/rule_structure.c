/* The structural rules S01 to S12. Four of them look at words and have their patterns beside the
 * word rules (content/rules/language-lint.json); some are kept by the program or the format, so
 * that no content can break them, and are here to be explained. */
#include "content/rule.h"

#define SECTION "the language guide, section 5.4"
#define ACCEPT " Where it is meant, say so with lint_ok and the reason."

const Rule rules_structure[] = {
    {.id = "S01",
     .title = "text fits its tier: reported as `words-screen`, `long-sentence`, `hard-word`, "
              "`reading-level`",
     .why = "Only what is understood can help.",
     .remedy = "See these four rules.",
     .caught = "a page for t1 with 25 words",
     .passes = "a page for t1 with 20 words",
     .source = SECTION},
    {.id = "S02",
     .title = "a picture without a `<title>`, its line for those who cannot see it (that every "
              "sentence can be heard is kept by the program)",
     .why = "The title is read aloud, goes into the record, and stands where a picture fails.",
     .remedy = "Add <title> as the first thing in the SVG: one plain sentence of what is seen.",
     .caught = "<svg ...><path .../></svg>",
     .passes = "<svg ...><title>A crab on a rock.</title><path .../></svg>",
     .source = SECTION},
    {.id = "S03",
     .title = "in an activity for children, adults or homes are named in different numbers of "
              "sentences",
     .why = "Who is asked about more seems to matter more; no adult may be left out or singled "
            "out.",
     .remedy = "Give each adult and home the same number of sentences, or write {adults}." ACCEPT,
     .caught = "Draw a day with {adult1}.",
     .passes = "Draw a day with {adult1}. / Draw a day with {adult2}.",
     .source = SECTION},
    {.id = "S04",
     .title = "every choice has 'not sure' and can be skipped, and none is right: kept by the "
              "program and the format",
     .why = "A child must never have to answer, or be tested.",
     .remedy = "Nothing: kinds add both by themselves, and there is no key for a right answer.",
     .caught = "\"right\": true on a choice (unknown-key)",
     .source = SECTION},
    {.id = "S05",
     .title = "text for children that names an adult, a home or time apart, in an activity that "
              "may be done at home",
     .why = "Home is not private: somebody may look on, or ask about the answers later.",
     .remedy = "Take \"home\" out of the settings, or leave the name out." ACCEPT,
     .caught = "Draw {home1}. (settings: room, home)",
     .passes = "Draw {home1}. (settings: room)",
     .source = SECTION},
    {.id = "S06",
     .title = "a story for children without its safe adult, or whose end promises or threatens",
     .why = "A child should leave a story knowing whom one can go to, and not with a hope or a "
            "fear that we put there.",
     .remedy = "Name the safe grown-up in \"safe_adult\", with a word of the English text that "
               "each tier meets; end with what is, not with what will be." ACCEPT,
     .caught = "And they all lived together forever.",
     .passes = "Fox can rest. Owl is near.",
     .source = SECTION},
    {.id = "S07",
     .title = "an activity for joint play that cannot be done in the room with the helper alone",
     .why = "Joint play opens only when contact is judged safe, both are prepared and the helper "
            "is there, which the program makes sure of. Until then, or when the adult does not "
            "come, the child can do the same with the helper.",
     .remedy = "Add \"room\" to the settings.",
     .caught = "\"settings\": [\"joint\"]",
     .passes = "\"settings\": [\"room\", \"joint\"]",
     .source = SECTION},
    {.id = "S08",
     .title = "text that asks for an address, a school, a phone number or a full name",
     .why = "What is not written down cannot be found by anybody who should not find it.",
     .remedy = "Leave the question out; first names and nicknames are enough." ACCEPT,
     .caught = "What is your full name?",
     .passes = "What do people call you?",
     .source = SECTION},
    {.id = "S09",
     .title = "a list of feelings that lacks words of its tier (their order is mixed by the "
              "program)",
     .why = "A list without 'mad' says that one must not be mad.",
     .remedy = "Add the words that are named, each with its usual id." ACCEPT,
     .caught = "happy, okay, excited, proud for t1",
     .passes = "happy, sad, mad, scared, okay, excited for t1",
     .source = SECTION ", word sets of section 2.3",
     .level = FAULT_WARNING},
    {.id = "S10",
     .title = "goals, stage, gate, notes for the helper and version: reported as `missing-key` and "
              "`goal-missing`",
     .why = "A helper must see at once what a module is for, and when it may open.",
     .remedy = "Add the key that is named.",
     .caught = "a module without \"stage\"",
     .passes = "a module as in the example of the format page",
     .source = SECTION},
    {.id = "S11",
     .title = "a sentence that does not read for some family: no adult, one, two with the same "
              "name, six",
     .why = "Families come in many kinds, and each must find itself meant.",
     .remedy = "Put the name where any name, a list of names and 'a grown-up' can stand: no 'the', "
               "'a' or 'your' before it, no 'is' or 'are' after {adults}.",
     .caught = "{adults} are here. / Ask your {adult1}.",
     .passes = "Here: {adults}. / Ask {adult1}.",
     .source = SECTION},
    {.id = "S12",
     .title = "the last page of a play for t1 to t3 that speaks of rewards",
     .why = "A play ends calmly. Nothing is won, so nothing can be lost.",
     .remedy = "Say what was done or what is there now." ACCEPT,
     .caught = "You win a gold star!",
     .passes = "The puppets sleep. You gave them words.",
     .source = SECTION},
};

const size_t rules_structure_count = sizeof rules_structure / sizeof *rules_structure;
