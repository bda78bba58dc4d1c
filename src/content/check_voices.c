/* Recordings, held against the sentences they should say. How they are named: clip.h. */
#include "content/check_inside.h"

#include "base/file.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "<id>", with ".t1" and ".one" where the wording asks for them; "" where it cannot be recorded. */
static void name_of(const Sentence *sentence, const Wording *wording, Plural form, char *out,
                    size_t size)
{
    bool own = wording->key != NULL && strcmp(wording->key, "any") != 0;
    bool plain = wording->forms[form] != NULL && strchr(wording->forms[form], '{') == NULL;
    out[0] = '\0';
    if (plain)
        snprintf(out, size, "%s%s%s%s%s.ogg", sentence->id, own ? "." : "", own ? wording->key : "",
                 wording->plural ? "." : "", wording->plural ? plural_id(form) : "");
}

static bool names_wording(const Sentence *sentence, const Wording *wording, const char *name)
{
    char expected[NAME_MAX_BYTES + 32];
    for (int form = 0; wording != NULL && form < PLURAL_COUNT; form++) {
        name_of(sentence, wording, (Plural)form, expected, sizeof expected);
        if (strcmp(expected, name) == 0)
            return true;
    }
    return false;
}

static bool names_sentence(const Strings *strings, const char *name)
{
    for (size_t i = 0; i < strings_count(strings); i++) {
        const Sentence *sentence = strings_at(strings, i);
        if (strncmp(sentence->id, name, strlen(sentence->id)) != 0)
            continue;
        for (int tier = 0; tier < TIER_COUNT; tier++) {
            if (names_wording(sentence, sentence->wording[tier], name))
                return true;
        }
    }
    return false;
}

static char *voices_of(const char *folder, const char *language)
{
    Text name;
    text_init(&name);
    text_addf(&name, "voice/%s", language);
    char *path = path_join(folder, name.bytes);
    text_clear(&name);
    return path;
}

void check_voices(const char *folder, const Strings *strings, Faults *faults)
{
    char **names = NULL;
    size_t count = 0;
    char *voices = voices_of(folder, strings_language(strings));
    if (folder_exists(voices))
        folder_list(voices, &names, &count, NULL);
    for (size_t i = 0; i < count; i++) {
        char *file = path_join(voices, names[i]);
        if (!names_sentence(strings, names[i]))
            faults_add(faults, FAULT_WARNING, file, "", "voice-without-sentence",
                       "No sentence of the table is said by a recording of this name; name it "
                       "after its sentence, or take it out.");
        free(file);
    }
    file_names_free(names, count);
    free(voices);
}
