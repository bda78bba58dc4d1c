#include "screen/rewording.h"

#include "activity/kind.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *value_of(const Cove *cove, const char *field, Id id)
{
    const FactSubject subject = {.item = id};
    return facts_value(record_practice(keeper_record(cove->keeper)), field, &subject);
}

size_t wordings_own(const Cove *cove, Id *out)
{
    const FactSubject nobody = {.item = {""}};
    return facts_items(record_practice(keeper_record(cove->keeper)), fact_group("wording"), &nobody,
                       out, OWN_WORDINGS);
}

bool wording_find(const Cove *cove, Id id, OwnWording *out)
{
    OwnWording found = {.id = id};
    const char *of = value_of(cove, "wording.of", id), *slash = strchr(of, '/');
    if (!slash || !tier_parse(value_of(cove, "wording.tier", id), &found.tier)) {
        return false;
    }
    snprintf(found.module, sizeof found.module, "%.*s", (int)(slash - of), of);
    snprintf(found.activity, sizeof found.activity, "%.*s", ID_MAX - 1, slash + 1);
    snprintf(found.name, sizeof found.name, "%s", value_of(cove, "wording.name", id));
    snprintf(found.language, sizeof found.language, "%.15s",
             value_of(cove, "wording.language", id));
    snprintf(found.digest.text, sizeof found.digest.text, "%.*s", (int)sizeof found.digest.text - 1,
             value_of(cove, "wording.digest", id));
    *out = found;
    return true;
}

/* ---- keeping one ---- */

static void add_fact(Event *events, size_t *count, Id id, const char *field, const char *value)
{
    Event *event = &events[(*count)++];
    *event = (Event){.type = EVENT_NOTED, .item_id = id};
    snprintf(event->fact, sizeof event->fact, "%s", field);
    snprintf(event->value, sizeof event->value, "%s", value);
}

static size_t put_facts(const OwnWording *wording, Event *events)
{
    size_t count = 0;
    char of[REF_MAX * 2];
    snprintf(of, sizeof of, "%s/%s", wording->module, wording->activity);
    add_fact(events, &count, wording->id, "wording.name", wording->name);
    add_fact(events, &count, wording->id, "wording.of", of);
    add_fact(events, &count, wording->id, "wording.tier", tier_limits(wording->tier)->id);
    add_fact(events, &count, wording->id, "wording.language", wording->language);
    add_fact(events, &count, wording->id, "wording.digest", wording->digest.text);
    return count;
}

static bool keep_frozen(Cove *cove, const RewordOf *of, const OwnWording *wording,
                        const char *frozen, Error *error)
{
    Event events[1 + FACT_FIELDS_MAX];
    size_t count = 0;
    if (!record_content(keeper_record(cove->keeper), &wording->digest)) {
        events[count] = (Event){.type = EVENT_CONTENT_FROZEN,
                                .digest = wording->digest,
                                .version = of->module->version,
                                .content = frozen};
        snprintf(events[count++].module, ID_MAX, "%s", of->module->id);
    }
    count += put_facts(wording, events + count);
    return cove_keep(cove, events, count, error);
}

bool wording_keep(Cove *cove, const RewordOf *of, const Reworded *changes, size_t count,
                  const char *name, OwnWording *out, Error *error)
{
    OwnWording wording = {.id = id_new(&cove->ids), .tier = of->tier};
    snprintf(wording.module, sizeof wording.module, "%s", of->module->id);
    snprintf(wording.activity, sizeof wording.activity, "%s", of->activity->id);
    snprintf(wording.language, sizeof wording.language, "%s",
             strings_language(library_strings(of->library, of->module)));
    if (!name_accept(name, wording.name, PERSON_NAME_BYTES, error)) {
        return false;
    }
    char *frozen = reword_freeze(of, changes, count, &wording.digest, error);
    bool kept = frozen && keep_frozen(cove, of, &wording, frozen, error);
    free(frozen);
    if (kept) {
        *out = wording;
    }
    return kept;
}

/* Its frozen words stay: something may have been given with them. */
bool wording_drop(Cove *cove, Id id, Error *error)
{
    static const char *const fields[] = {"wording.name", "wording.of", "wording.tier",
                                         "wording.language", "wording.digest"};
    Event events[sizeof fields / sizeof *fields];
    size_t count = 0;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        add_fact(events, &count, id, fields[i], "");
    }
    return cove_keep(cove, events, count, error);
}

/* ---- looking at words ---- */

bool words_are_changed(const Cove *cove, const Digest *digest)
{
    const char *frozen = record_content(keeper_record(cove->keeper), digest);
    return frozen && reword_is(frozen);
}

FrozenModule *words_thaw(const Cove *cove, const Digest *digest)
{
    const char *frozen = record_content(keeper_record(cove->keeper), digest);
    return frozen ? library_thaw(frozen, strlen(frozen), kinds_content(), NULL) : NULL;
}

void words_language(const Cove *cove, const Digest *digest, char out[16])
{
    FrozenModule *module = words_thaw(cove, digest);
    if (module) {
        snprintf(out, 16, "%s", strings_language(frozen_strings(module)));
        frozen_free(module);
    }
}

static bool word_stands_in(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        bool begins =
            at == text || !text_in_word(text, utf8_grapheme_before(text, (size_t)(at - text)));
        if (begins && !text_in_word(text, (size_t)(at - text) + length)) {
            return true;
        }
    }
    return false;
}

static bool name_stands_in(const char *folded, const char *name)
{
    char *wanted = text_fold(name);
    bool found = wanted[0] && word_stands_in(folded, wanted);
    free(wanted);
    return found;
}

const char *name_in_words(const Case *family, const char *text)
{
    char *folded = text_fold(text);
    const char *found = NULL;
    for (size_t i = 0; !found && i < family->people_count; i++) {
        found = name_stands_in(folded, family->people[i].name) ? family->people[i].name : NULL;
    }
    free(folded);
    return found;
}
