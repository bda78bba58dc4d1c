/* Writes the text that each tier of each module reads, and our own figures about it, for a second
 * opinion by another program: <out>/<module>-<tier>.txt, a sentence a line, and on standard output
 * a line each: module tier sentences words syllables grade. No test by itself: reading_level.py. */
#include "activity/kind.h"
#include "base/file.h"
#include "content/check_inside.h"
#include "content/library.h"
#include "content/wording.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct Tiers {
    FILE *files[TIER_COUNT];
    Measure measures[TIER_COUNT];
} Tiers;

/* One sentence a line, with a full stop where there is none, so that both programs see the same
 * sentences: the end of a button's text ends its sentence too. */
static void write_text(void *context, Tier tier, const char *text)
{
    Tiers *tiers = context;
    measure_add(&tiers->measures[tier], text);
    for (Span sentence; (sentence = next_sentence(&text)).length > 0;)
        fprintf(tiers->files[tier], "%.*s\n", (int)sentence.length, sentence.start);
}

static FILE *open_file(const char *out, const char *module, Tier tier)
{
    Text path;
    text_init(&path);
    text_addf(&path, "%s/%s-%s.txt", out, module, tier_limits(tier)->id);
    FILE *file = fopen(path.bytes, "w");
    text_clear(&path);
    if (file == NULL)
        exit(1);
    return file;
}

static void write_module(Library *library, const Module *module, const char *out)
{
    Tiers tiers = {0};
    /* The walk changes nothing; it takes what could be changed because the loader uses it too. */
    const Checked checked = {.module = (Module *)(uintptr_t)module,
                             .strings = library_strings(library, module),
                             .kinds = kinds_content()};
    for (int tier = 0; tier < TIER_COUNT; tier++)
        tiers.files[tier] = open_file(out, module->id, (Tier)tier);
    reading_texts(&checked, write_text, &tiers);
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        const Measure *measure = &tiers.measures[tier];
        fclose(tiers.files[tier]);
        if (measure->words > 0)
            printf("%s %s %zu %zu %zu %.2f\n", module->id, tier_limits((Tier)tier)->id,
                   measure->sentences, measure->words, measure->syllables, measure_grade(measure));
    }
}

int main(int count, char **arguments)
{
    Error error = {0};
    Library *library;
    if (count != 3 || !folder_make(arguments[2], &error) ||
        !library_open(arguments[1], kinds_content(), "en", &library, &error))
        return 1;
    for (size_t i = 0; i < library_count(library); i++)
        write_module(library, library_at(library, i), arguments[2]);
    library_free(library);
    return 0;
}
