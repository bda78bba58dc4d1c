/* Fuzz target: arbitrary bytes as a module and its string table, separated by the first NUL. The
 * checker survives them, says something with a place and a remedy, and says it in any language. */
#include "base/file.h"
#include "content/check_inside.h"
#include "content/fake_kinds.h"
#include "content/library.h"
#include "content/module_inside.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const Lint *rules(void)
{
    static Lint *lint;
    size_t size;
    char *bytes = NULL;
    if (lint == NULL && file_read(COVE_SOURCE_DIR "/content/rules/language-lint.json", 1 << 20,
                                  &bytes, &size, NULL)) {
        Faults *faults = faults_new();
        lint = lint_new(bytes, size, "rules", faults);
        faults_free(faults);
        free(bytes);
    }
    assert(lint != NULL);
    return lint;
}

static void check(Module *module, const Strings *strings, bool whole, Faults *faults)
{
    const Checked checked = {module,     "module.json", strings, "en.json",
                             fake_kinds, rules(),       faults};
    const TokenWords words = token_words(NULL);
    if (module != NULL) {
        check_with_table(&checked, whole);
        if (whole)
            check_alone(&checked);
    }
    check_plain_words(strings, "en.json", rules(), faults);
    check_families(strings, "en.json", &words, faults);
    check_translation(strings, "en.json", strings, true, faults);
}

static void assert_said(const Faults *faults)
{
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        assert(fault->file[0] != '\0' && fault->rule[0] != '\0' && fault->remedy[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Pictures own = {0};
    const ModuleSource source = {.file = "module.json", .own = &own};
    const uint8_t *cut = size > 0 ? memchr(data, 0, size) : NULL;
    if (size > 64 * 1024)
        return 0;
    size_t first = cut != NULL ? (size_t)(cut - data) : size;
    char *module_bytes = memory_new(first + 1, 1), *table = memory_new(size - first + 1, 1);
    if (first > 0)
        memcpy(module_bytes, data, first);
    if (cut != NULL)
        memcpy(table, cut + 1, size - first - 1);
    Faults *faults = faults_new();
    Arena *arena = arena_new();
    pictures_add(&own, "own/star");
    Module *module = module_read(module_bytes, first, &source, fake_kinds, arena, faults);
    bool whole = faults_errors(faults) == 0;
    Strings *strings = strings_parse(table, cut != NULL ? size - first - 1 : 0, "en.json", faults);
    if (strings != NULL)
        check(module, strings, whole, faults);
    assert_said(faults);
    strings_free(strings);
    pictures_clear(&own);
    arena_free(arena);
    faults_free(faults);
    free(table);
    free(module_bytes);
    return 0;
}
