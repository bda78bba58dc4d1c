/* Between the files of the checker. Each check takes what is being checked and adds its findings;
 * none changes anything. Private to the content layer. */
#ifndef CONTENT_CHECK_INSIDE_H
#define CONTENT_CHECK_INSIDE_H

#include "content/lint.h"
#include "content/module.h"
#include "content/pictures.h"
#include "content/sentence.h"

/* A module with one of its string tables; its file was read without errors. */
typedef struct Checked {
    Module *module;
    const char *file;
    const Strings *strings;
    const char *strings_file;
    const KindContent *const *kinds;
    const Lint *lint; /* word rules; NULL: none */
    Faults *faults;
} Checked;

/* One form of one wording, as one tier meets it at one place. */
typedef struct Shown {
    const Mention *mention;
    const Activity *activity; /* NULL: the module's own */
    const Sentence *sentence;
    const Wording *wording;
    Plural form;
    Tier tier;
    const char *text; /* tokens unfilled */
} Shown;

typedef void ShownFn(void *context, const Shown *shown);

/* All that is shown of the module; of one activity; of one of its pages (no title, no card). */
void shown_in_module(const Checked *checked, ShownFn *each, void *context);
void shown_in_activity(const Checked *checked, Activity *activity, ShownFn *each, void *context);
void shown_on_page(const Checked *checked, const Activity *activity, Page *page, ShownFn *each,
                   void *context);

/* The sentence with names as short and plain as families choose them. */
void shown_fill(const char *text, Text *out);

void shown_report(const Checked *checked, const Shown *shown, FaultLevel level, const char *rule,
                  const char *remedy);
/* Reports what the word rules of a scope find, but those accepted by the activity. */
void shown_lint(const Checked *checked, const Shown *shown, LintScope scope);

bool strings_are_english(const Strings *strings);
/* Reports at "$.activities[index]<member>" of module.json, unless it was accepted there. */
void report_activity(const Checked *checked, size_t index, const char *member, FaultLevel level,
                     const char *rule, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* All that can be said of a module with one of its tables (`whole`: its file has no errors), and
 * without one. */
void check_with_table(const Checked *checked, bool whole);
void check_alone(const Checked *checked);

/* The single checks: with a table, */
void check_words(const Checked *checked);       /* lengths, hard words, word rules */
void check_reading(const Checked *checked);     /* English: pooled reading level */
void check_ends(const Checked *checked);        /* English: S06, S12: how plays and stories end */
void check_named(const Checked *checked);       /* English: S03: each adult and home as often */
void check_safe_adults(const Checked *checked); /* English: S06: a story has one */

/* and without one. */
void check_settings(const Checked *checked); /* S07, and minutes */
void check_feelings(const Checked *checked); /* S09 */

/* S11: every sentence with tokens reads for every family. */
void check_families(const Strings *strings, const char *file, const TokenWords *words,
                    Faults *faults);

/* Quotes and apostrophes: typographic ones, and those of the table's language. */
void check_quotes(const Strings *strings, const char *file, Faults *faults);

/* A translation beside the English table: complete, with the same tokens, and reviewed or marked.
 * `plain`: no module says who meets what, so tiers and sentences are held against English too. */
void check_translation(const Strings *strings, const char *file, const Strings *english, bool plain,
                       Faults *faults);

/* Recordings of <folder>/voice/<language>/ that say no sentence of the table. */
void check_voices(const char *folder, const Strings *strings, Faults *faults);

/* S02: each picture of the folder has a title. */
void check_titles(const char *folder, const Pictures *pictures, Faults *faults);

/* Word rules alone, for the program's own words, of which no module says who reads them: wordings
 * for a child tier as child text, "ad" as parent text, the others by the rules for reports. */
void check_plain_words(const Strings *strings, const char *strings_file, const Lint *lint,
                       Faults *faults);

/* The texts of a tier that its reading level is made of, each once, with names filled in. */
typedef void ReadingFn(void *context, Tier tier, const char *text);
void reading_texts(const Checked *checked, ReadingFn *each, void *context);

#endif
