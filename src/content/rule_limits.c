/* Rules of words: the limits of the tiers. The numbers are in tier.c. */
#include "content/rule.h"

#define TIERS "S01; numbers from the table of tiers, section 2.1"

const Rule rules_words[] = {
    {.id = "words-screen",
     .title = "a page says more than its tier gets on one screen",
     .why = "Who meets a wall of words stops reading, and a small child stops listening.",
     .remedy = "Make two pages of it, or say less.",
     .caught = "25 words on a page for t1, which gets at most 20",
     .passes = "two pages of 12 words",
     .source = TIERS},
    {.id = "long-sentence",
     .title = "a sentence longer than its tier reads",
     .why = "One idea in a sentence can be held in mind, three cannot.",
     .remedy = "Make two sentences of it.",
     .caught = "for t1: Now you can go on and tap one of the faces.",
     .passes = "for t1: Go on. Tap a face.",
     .source = TIERS},
    {.id = "hard-word",
     .title =
         "a long word for t1 or t2: three syllables or more, and none that small children know",
     .why = "A word that is not known takes the whole sentence with it.",
     .remedy = "Try a shorter word.",
     .caught = "for t2: melancholy",
     .passes = "for t2: sad",
     .source = TIERS,
     .level = FAULT_WARNING},
    {.id = "reading-level",
     .title = "all text of a tier together reads too hard; a warning below 100 words",
     .why = "A formula says little about one sentence, and something about all of them.",
     .remedy = "Use shorter words and sentences; docs/reading-level.md tells how it is measured.",
     .caught = "a module whose text for t3 reads at grade 7",
     .passes = "grade 5.0 or below for t3",
     .source = TIERS},
    {.id = "long-activity",
     .title = "more minutes than its tiers should have",
     .why = "Attention ends before a child says so.",
     .remedy = "Make two activities of it.",
     .caught = "\"minutes\": 9 for t1 and t2",
     .passes = "\"minutes\": 6 for t2",
     .source = TIERS,
     .level = FAULT_WARNING},
};

const size_t rules_words_count = sizeof rules_words / sizeof *rules_words;
