/* What both bundles share: names of resources, and labels. */
#ifndef REPORT_FHIR_PARTS_H
#define REPORT_FHIR_PARTS_H

#include "base/json.h"
#include "base/memory.h"

#define FHIR_V3 "http://terminology.hl7.org/CodeSystem/v3-"

/* "urn:uuid:...", always the same for the same thing; the digits of a digest, marked as version 8.
 */
const char *fhir_urn(Arena *arena, const char *kind, const char *of);
/* Mental health, not to be passed on, and how restricted: "R", or "V" for what people answered. */
void fhir_add_labels(Json *bundle, const char *confidentiality);

#endif
