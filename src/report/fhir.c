/* A client as a FHIR R4 (4.0.1) bundle: what was practised, not what was answered. Each entry has
 * what R4 demands, and no list is empty. */
#include "report/export.h"

#include "base/clock.h"
#include "base/json.h"
#include "family/gate.h"
#include "report/fhir_parts.h"
#include "report/skills.h"

#include <stdlib.h>
#include <string.h>

typedef struct Bundle {
    const ReportFrom *from;
    const ExportWish *wish;
    const Case *family;
    Arena *arena;
    Json *entries;
    const char *patient; /* reference */
    const char *made;    /* instant: the day of the export */
} Bundle;

static const char *urn(const Bundle *bundle, const char *kind, const char *of)
{
    return fhir_urn(bundle->arena, kind, of);
}

static const char *word(const Bundle *bundle, const char *id)
{
    const char *words = strings_get(library_ui(bundle->from->library), id, TIER_AD);
    return words ? words : id;
}

static const char *skill_word(const Bundle *bundle, const char *skill)
{
    return word(bundle, arena_format(bundle->arena, "ui.report.skill.%s", skill));
}

static Json *add_entry(const Bundle *bundle, const char *type, const char *url)
{
    Json *entry = json_add_object(bundle->entries, NULL);
    json_add_string(entry, "fullUrl", url);
    Json *resource = json_add_object(entry, "resource");
    json_add_string(resource, "resourceType", type);
    return resource;
}

static void add_reference(Json *parent, const char *key, const char *url)
{
    json_add_string(json_add_object(parent, key), "reference", url);
}

static void add_coding(Json *parent, const char *key, const char *system, const char *code)
{
    Json *coding = json_add_object(json_add_array(json_add_object(parent, key), "coding"), NULL);
    json_add_string(coding, "system", system);
    json_add_string(coding, "code", code);
}

/* ---- who ---- */

static void add_patient(const Bundle *bundle)
{
    const Person *child = case_person(bundle->family, bundle->wish->child);
    Json *patient = add_entry(bundle, "Patient", bundle->patient);
    Json *identifier = json_add_object(json_add_array(patient, "identifier"), NULL);
    json_add_string(identifier, "system", "urn:ietf:rfc:3986");
    json_add_string(identifier, "value", bundle->patient);
    if (bundle->wish->named) {
        json_add_string(json_add_object(json_add_array(patient, "name"), NULL), "text",
                        child->name);
    }
}

/* Adults without a name, and none that is in hide mode. */
static void add_adults(const Bundle *bundle)
{
    const Person *adult;
    for (int i = 0; (adult = case_adult(bundle->family, i)) != NULL; i++) {
        if (adult_hidden(bundle->family, adult->id)) {
            continue;
        }
        Json *person = add_entry(bundle, "RelatedPerson", urn(bundle, "adult", adult->id.text));
        add_reference(person, "patient", bundle->patient);
        Json *kind = json_add_object(json_add_array(person, "relationship"), NULL);
        Json *coding = json_add_object(json_add_array(kind, "coding"), NULL);
        json_add_string(coding, "system", FHIR_V3 "RoleCode");
        json_add_string(coding, "code", "FAMMEMB");
    }
}

/* ---- what was done ---- */

static void add_questionnaire(const Bundle *bundle, const char *skill)
{
    const char *url = urn(bundle, "skill", skill);
    Json *module = add_entry(bundle, "Questionnaire", url);
    json_add_string(module, "url", url);
    json_add_string(module, "version", "1");
    json_add_string(module, "status", "active");
    json_add_string(module, "title", skill_word(bundle, skill));
    Json *item = json_add_object(json_add_array(module, "item"), NULL);
    json_add_string(item, "linkId", "skill");
    json_add_string(item, "text", skill_word(bundle, skill));
    json_add_string(item, "type", "display");
}

static const char *row_name(const Bundle *bundle, const ExportRow *row)
{
    return arena_format(bundle->arena, "%s %s", row->sitting.text, row->skill);
}

static void add_response(const Bundle *bundle, const ExportRow *row, const char *url)
{
    Json *response = add_entry(bundle, "QuestionnaireResponse", url);
    json_add_string(response, "questionnaire",
                    arena_format(bundle->arena, "%s|1", urn(bundle, "skill", row->skill)));
    json_add_string(response, "status", "completed");
    add_reference(response, "subject", bundle->patient);
    json_add_string(response, "authored", row->day);
}

static void add_task(const Bundle *bundle, const ExportRow *row, const char *url)
{
    const char *done = urn(bundle, "done", row_name(bundle, row));
    add_response(bundle, row, done);
    Json *task = add_entry(bundle, "Task", url);
    json_add_string(task, "status", "completed");
    json_add_string(task, "intent", "order");
    add_reference(task, "focus", urn(bundle, "skill", row->skill));
    add_reference(task, "for", bundle->patient);
    json_add_string(task, "authoredOn", row->day);
    json_add_string(task, "lastModified", row->day);
    Json *output = json_add_object(json_add_array(task, "output"), NULL);
    json_add_string(json_add_object(output, "type"), "text", word(bundle, "ui.report.part.aims"));
    add_reference(output, "valueReference", done);
}

static bool has_skill(const ExportRow *rows, size_t count, const char *skill)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].skill, skill) == 0) {
            return true;
        }
    }
    return false;
}

static void add_work(const Bundle *bundle)
{
    const ExportRow *rows;
    size_t count = export_rows(bundle->from, bundle->wish, bundle->arena, &rows);
    Json *plan = add_entry(bundle, "CarePlan", urn(bundle, "plan", bundle->wish->child.text));
    json_add_string(plan, "status", "active");
    json_add_string(plan, "intent", "plan");
    json_add_string(plan, "title", word(bundle, "ui.report.paper"));
    add_reference(plan, "subject", bundle->patient);
    Json *activities = NULL;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].skill[0] == '\0') {
            continue;
        }
        const char *task = urn(bundle, "task", row_name(bundle, &rows[i]));
        activities = activities ? activities : json_add_array(plan, "activity");
        add_reference(json_add_object(activities, NULL), "reference", task);
        add_task(bundle, &rows[i], task);
        if (!has_skill(rows, i, rows[i].skill)) {
            add_questionnaire(bundle, rows[i].skill);
        }
    }
}

/* ---- what left before, and where this comes from ---- */

static const char *instant(const Bundle *bundle, int64_t at)
{
    char stamp[32];
    return arena_format(bundle->arena, "%.10sT00:00:00Z", clock_stamp(at, stamp, sizeof stamp));
}

static void add_left(const Bundle *bundle, const Left *left, const char *url)
{
    Json *event = add_entry(bundle, "AuditEvent", url);
    Json *type = json_add_object(event, "type");
    json_add_string(type, "system", "http://dicom.nema.org/resources/ontology/DCM");
    json_add_string(type, "code", "110106");
    json_add_string(type, "display", "Export");
    json_add_string(event, "action", "R");
    json_add_string(event, "recorded", instant(bundle, left->at));
    json_add_string(event, "outcome", "0");
    Json *agent = json_add_object(json_add_array(event, "agent"), NULL);
    json_add_string(json_add_object(agent, "who"), "display", record_helper(bundle->from->record));
    json_add_bool(agent, "requestor", true);
    Json *source = json_add_object(event, "source");
    json_add_string(json_add_object(source, "observer"), "display", "Pebble Cove");
}

static void add_lefts(const Bundle *bundle)
{
    for (size_t i = 0; i < bundle->family->left_count; i++) {
        const Left *left = &bundle->family->left[i];
        if (id_same(left->person, bundle->wish->child)) {
            add_left(
                bundle, left,
                urn(bundle, "left", arena_format(bundle->arena, "%zu %s", i, left->digest.text)));
        }
    }
}

static void add_origin(const Bundle *bundle)
{
    Json *origin = add_entry(bundle, "Provenance", urn(bundle, "origin", bundle->made));
    json_add_string(json_add_object(json_add_array(origin, "target"), NULL), "reference",
                    bundle->patient);
    json_add_string(origin, "recorded", bundle->made);
    Json *agent = json_add_object(json_add_array(origin, "agent"), NULL);
    add_coding(agent, "type", "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
               "author");
    json_add_string(json_add_object(agent, "who"), "display", record_helper(bundle->from->record));
}

void export_fhir(const ReportFrom *from, const ExportWish *wish, Text *out)
{
    Json *json = json_object_new();
    Bundle bundle = {.from = from,
                     .wish = wish,
                     .family = record_case(from->record, wish->family),
                     .arena = arena_new()};
    bundle.patient = urn(&bundle, "client", wish->child.text);
    bundle.made = instant(&bundle, from->now);
    json_add_string(json, "resourceType", "Bundle");
    fhir_add_labels(json, "R");
    json_add_string(json, "type", "collection");
    json_add_string(json, "timestamp", bundle.made);
    bundle.entries = json_add_array(json, "entry");
    add_patient(&bundle);
    add_adults(&bundle);
    add_work(&bundle);
    add_lefts(&bundle);
    add_origin(&bundle);
    char *text = json_print(json, true);
    text_add(out, text);
    free(text);
    json_free(json);
    arena_free(bundle.arena);
}
