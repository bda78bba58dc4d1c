#include "content/clip.h"

#include "content/sentence.h"

#include <stdio.h>
#include <string.h>

/* The plural form in which a wording says `text`; -1: in none. */
static int form_saying(const Wording *wording, const char *text)
{
    for (int form = 0; wording && form < PLURAL_COUNT; form++) {
        if (wording->forms[form] && strcmp(wording->forms[form], text) == 0)
            return form;
    }
    return -1;
}

static const Sentence *sentence_saying(const Strings *strings, Tier tier, const char *text)
{
    if (text[0] == '\0' || strchr(text, '{'))
        return NULL;
    for (size_t i = 0; i < strings_count(strings); i++) {
        const Sentence *sentence = strings_at(strings, i);
        if (form_saying(sentence->wording[tier], text) >= 0)
            return sentence;
    }
    return NULL;
}

const char *strings_id_of(const Strings *strings, Tier tier, const char *text)
{
    const Sentence *sentence = sentence_saying(strings, tier, text);
    return sentence ? sentence->id : NULL;
}

bool clip_name(const Strings *strings, const char *module, Tier tier, const char *text, char *out,
               size_t size)
{
    const Sentence *sentence = sentence_saying(strings, tier, text);
    out[0] = '\0';
    if (!sentence)
        return false;
    const Wording *wording = sentence->wording[tier];
    bool own = wording->key && strcmp(wording->key, "any") != 0;
    const char *form = plural_id((Plural)form_saying(wording, text));
    int length = snprintf(out, size, "%s/%s/%s%s%s%s%s", module, strings_language(strings),
                          sentence->id, own ? "." : "", own ? wording->key : "",
                          wording->plural ? "." : "", wording->plural ? form : "");
    if (length < (int)size)
        return true;
    out[0] = '\0';
    return false;
}
