/* Whatever the bytes: no crash; what the gate accepts cJSON accepts; what is printed parses and
 * prints the same, compact or pretty. Seeds: tests/data/json. */
#include "base/json.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Compact form of the pretty form of `json`. */
static char *print_through_pretty(const Json *json)
{
    char *pretty = json_print(json, true);
    Json *again = NULL;
    bool parsed = strlen(pretty) > JSON_MAX_BYTES ||
                  json_parse(pretty, strlen(pretty), "pretty", &again, NULL);
    assert(parsed);
    char *compact = json_print(again ? again : json, false);
    free(pretty);
    json_free(again);
    return compact;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Json *json = NULL;
    Error error = {0};
    if (!json_parse((const char *)bytes, size, "fuzz", &json, &error)) {
        assert(error.code == ERROR_JSON && error.place[0] && error.sentence[0]);
        return 0;
    }
    char *compact = json_print(json, false), *again = print_through_pretty(json);
    assert(strcmp(compact, again) == 0);
    free(compact);
    free(again);
    json_free(json);
    return 0;
}
