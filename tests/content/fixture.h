/* What the tests of this folder share: files, faults, and the good module. */
#ifndef TESTS_CONTENT_FIXTURE_H
#define TESTS_CONTENT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "content/fault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA COVE_SOURCE_DIR "/tests/data/content/"
#define GOOD DATA "good"

static inline char *read_whole(const char *path, size_t *size)
{
    char *bytes = NULL;
    Error error = {0};
    if (!file_read(path, 4u * 1024 * 1024, &bytes, size, &error))
        fail_msg("%s: %s", error.place, error.sentence);
    return bytes;
}

static inline void write_whole(const char *path, const char *text)
{
    Error error = {0};
    if (!file_write(path, text, strlen(text), &error))
        fail_msg("%s: %s", error.place, error.sentence);
}

static inline void print_faults(const Faults *faults)
{
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        print_message("    %s %s [%s] %s\n", fault->file, fault->path, fault->rule, fault->remedy);
    }
}

/* `text` with the one place where `find` stands replaced; free() it. */
static inline char *replaced(const char *text, const char *find, const char *put)
{
    const char *at = strstr(text, find);
    if (at == NULL || strstr(at + 1, find) != NULL)
        fail_msg("not exactly once in the text: %s", find);
    Text out;
    text_init(&out);
    text_add_bytes(&out, text, (size_t)(at - text));
    text_add(&out, put);
    text_add(&out, at + strlen(find));
    return text_take(&out);
}

/* An empty folder below the build tree; free() the path. */
static inline char *scratch(const char *name)
{
    char *path = path_join(COVE_SCRATCH_DIR, name);
    char command[1200];
    snprintf(command, sizeof command, "rm -rf '%s'", path);
    assert_int_equal(system(command), 0);
    assert_true(folder_make(path, NULL));
    return path;
}

/* Copies the good content folder, with assets and the program's word rules, to a scratch folder:
 * <scratch>/content and <scratch>/assets. Returns the path of the content folder; free() it. */
static inline char *scratch_content(const char *name)
{
    char command[2400];
    char *path = scratch(name);
    snprintf(command, sizeof command,
             "cp -r '%s' '%s/content' && cp -r '%sassets' '%s/assets' && cp -r '%s' '%s/content/'",
             GOOD, path, DATA, path, COVE_SOURCE_DIR "/content/rules", path);
    assert_int_equal(system(command), 0);
    char *content = path_join(path, "content");
    free(path);
    return content;
}

/* Writes `text` as <content>/<name>. */
static inline void put_file(const char *content, const char *name, const char *text)
{
    char *path = path_join(content, name);
    write_whole(path, text);
    free(path);
}

/* Changes one place in <content>/<name>. */
static inline void change_file(const char *content, const char *name, const char *find,
                               const char *put)
{
    size_t size;
    char *path = path_join(content, name);
    char *text = read_whole(path, &size);
    char *changed = replaced(text, find, put);
    write_whole(path, changed);
    free(changed);
    free(text);
    free(path);
}

static inline const Fault *find_fault(const Faults *faults, const char *rule, const char *path)
{
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        if (strcmp(fault->rule, rule) == 0 && (path == NULL || strcmp(fault->path, path) == 0))
            return fault;
    }
    return NULL;
}

#endif
