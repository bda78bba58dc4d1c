/* The first look at any content file. */
#include "content/content_json.h"

#include "base/file.h"
#include "content/module.h"

#include <stdlib.h>
#include <string.h>

static bool is_newer(const Json *json, const char *file, Faults *faults)
{
    int64_t format;
    const Json *member = json_get(json, "format");
    if (member == NULL || !json_integer(member, &format) || format <= FORMAT_VERSION)
        return false;
    faults_add(faults, FAULT_ERROR, file, "$.format", "newer-format",
               "This file is of format %lld and needs a later version of Pebble Cove; this one "
               "reads format %d.",
               (long long)format, FORMAT_VERSION);
    return true;
}

Json *content_json(const char *bytes, size_t size, const char *file, Faults *faults)
{
    static const char name[] = "file";
    Json *json = NULL;
    Error error = {0};
    if (!json_parse(bytes, size, name, &json, &error)) {
        const char *where = error.place;
        if (strncmp(where, "file:", sizeof name) == 0)
            where += sizeof name;
        faults_add(faults, FAULT_ERROR, file, where, "json", "%s", error.sentence);
        return NULL;
    }
    if (json_type(json) == JSON_OBJECT && !is_newer(json, file, faults))
        return json;
    if (json_type(json) != JSON_OBJECT)
        faults_add(faults, FAULT_ERROR, file, "$", "wrong-type",
                   "This is %s and should be an object.", json_type_name(json_type(json)));
    json_free(json);
    return NULL;
}

char *content_file(const char *file, size_t *size, Faults *faults)
{
    char *bytes = NULL;
    Error error = {0};
    if (file_read(file, CONTENT_FILE_MAX, &bytes, size, &error))
        return bytes;
    faults_add(faults, FAULT_ERROR, file, "",
               error.code == ERROR_MISSING ? "missing-file" : "unreadable-file", "%s",
               error.sentence);
    return NULL;
}
