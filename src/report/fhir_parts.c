#include "report/fhir_parts.h"

#include "base/digest.h"

#include <string.h>

const char *fhir_urn(Arena *arena, const char *kind, const char *of)
{
    Digest digest = digest_of((DigestPart[]){{kind, strlen(kind)}, {of, strlen(of)}}, 2);
    const char *d = digest.text;
    return arena_format(arena, "urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", d, d + 8, d + 12, d + 15,
                        d + 18);
}

void fhir_add_labels(Json *bundle, const char *confidentiality)
{
    const char *const labels[][2] = {{FHIR_V3 "Confidentiality", confidentiality},
                                     {FHIR_V3 "ActCode", "MH"},
                                     {FHIR_V3 "ActCode", "NORDSCLCD"},
                                     {FHIR_V3 "ActCode", "PERSISTLABEL"}};
    Json *security = json_add_array(json_add_object(bundle, "meta"), "security");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        Json *label = json_add_object(security, NULL);
        json_add_string(label, "system", labels[i][0]);
        json_add_string(label, "code", labels[i][1]);
    }
}
