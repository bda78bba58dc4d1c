/* The sequences of a content folder, for those who choose from them. What is wrong with one that
 * cannot be read is the checker's to say. */
#include "content/sequence.h"

#include "base/file.h"
#include "content/content_json.h"

#include <stdlib.h>

struct SequenceSet {
    Arena *arena;
    const Sequence **list;
    size_t count;
};

static void add_file(SequenceSet *set, char *file)
{
    size_t size;
    Faults *faults = faults_new();
    char *bytes = content_file(file, &size, faults);
    const Sequence *sequence =
        bytes != NULL ? sequence_read(bytes, size, file, set->arena, faults) : NULL;
    if (sequence != NULL)
        set->list[set->count++] = sequence;
    free(bytes);
    faults_free(faults);
    free(file);
}

SequenceSet *sequence_set_new(const char *content)
{
    SequenceSet *set = memory_new(1, sizeof *set);
    char **names;
    size_t count;
    char *folder = path_join(content, "sequences");
    set->arena = arena_new();
    if (folder_list(folder, &names, &count, NULL)) {
        set->list = memory_new(count + 1, sizeof *set->list);
        for (size_t i = 0; i < count; i++)
            add_file(set, path_join(folder, names[i]));
        file_names_free(names, count);
    }
    free(folder);
    return set;
}

void sequence_set_free(SequenceSet *set)
{
    if (set == NULL)
        return;
    arena_free(set->arena);
    free(set->list);
    free(set);
}

size_t sequence_set_count(const SequenceSet *set)
{
    return set->count;
}

const Sequence *sequence_set_at(const SequenceSet *set, size_t index)
{
    return set->list[index];
}
