/* A person's own copy as a FHIR R4 (4.0.1) bundle. Lists that would be empty are left out. */
#include "report/own_copy.h"

#include "base/json.h"
#include "report/fhir_parts.h"

#include <stdlib.h>
#include <string.h>

static Json *add_entry(Json *entries, const char *type, const char *url)
{
    Json *entry = json_add_object(entries, NULL);
    json_add_string(entry, "fullUrl", url);
    Json *resource = json_add_object(entry, "resource");
    json_add_string(resource, "resourceType", type);
    return resource;
}

static void add_patient(Json *entries, const char *url)
{
    Json *patient = add_entry(entries, "Patient", url);
    Json *identifier = json_add_object(json_add_array(patient, "identifier"), NULL);
    json_add_string(identifier, "system", "urn:ietf:rfc:3986");
    json_add_string(identifier, "value", url);
}

/* What R4 calls it. */
static const char *status_of(const OwnRow *row)
{
    if (strcmp(row->how, "finished") == 0) {
        return "completed";
    }
    return strcmp(row->how, "open") == 0 ? "in-progress" : "stopped";
}

static void add_item(Json **items, Json *response, const OwnRow *row, const char *number)
{
    *items = *items ? *items : json_add_array(response, "item");
    Json *item = json_add_object(*items, NULL);
    json_add_string(item, "linkId", number);
    if (row->question[0]) {
        json_add_string(item, "text", row->question);
    }
    const char *answer = row->answer[0] ? row->answer : row->drawing;
    if (answer[0]) {
        json_add_string(json_add_object(json_add_array(item, "answer"), NULL), "valueString",
                        answer);
    }
}

/* All rows of the play at `first`; returns the row behind them. */
static size_t add_play(const OwnCopy *copy, size_t first, const char *patient, Json *entries,
                       Arena *arena)
{
    const OwnRow *row = &copy->rows[first];
    Json *response =
        add_entry(entries, "QuestionnaireResponse", fhir_urn(arena, "play", row->play));
    json_add_string(response, "status", status_of(row));
    json_add_string(json_add_object(response, "subject"), "reference", patient);
    json_add_string(response, "authored", row->day);
    Json *items = NULL;
    size_t at = first;
    for (; at < copy->count && strcmp(copy->rows[at].play, row->play) == 0; at++) {
        add_item(&items, response, &copy->rows[at], arena_format(arena, "%zu", at - first + 1));
    }
    return at;
}

void own_copy_fhir(const OwnCopy *copy, Text *out)
{
    Arena *arena = arena_new();
    Json *bundle = json_object_new();
    const char *patient = fhir_urn(arena, "client", copy->client);
    json_add_string(bundle, "resourceType", "Bundle");
    fhir_add_labels(bundle, "V");
    json_add_string(bundle, "type", "collection");
    json_add_string(bundle, "timestamp", arena_format(arena, "%sT00:00:00Z", copy->made));
    Json *entries = json_add_array(bundle, "entry");
    add_patient(entries, patient);
    for (size_t at = 0; at < copy->count;) {
        at = copy->rows[at].play[0] ? add_play(copy, at, patient, entries, arena) : at + 1;
    }
    char *text = json_print(bundle, true);
    text_add(out, text);
    free(text);
    json_free(bundle);
    arena_free(arena);
}
