/* Whatever the bytes: no crash; what is accepted may be written, and reads back the same. The first
 * byte chooses the type, the rest is the body. */
#include "record/event.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Event event, again;
    char *storage, *storage_again;
    Error error = {0};
    if (size == 0) {
        return 0;
    }
    EventType type = (EventType)(bytes[0] % EVENT_TYPE_COUNT);
    if (!event_read_body(type, (const char *)bytes + 1, size - 1, "fuzz", &event, &storage,
                         &error)) {
        assert(error.code && error.place[0] && error.sentence[0]);
        return 0;
    }
    assert(event_check(&event, &error));
    char *body = event_write_body(&event);
    bool read = event_read_body(type, body, strlen(body), "again", &again, &storage_again, &error);
    assert(read);
    char *body_again = event_write_body(&again);
    assert(strcmp(body, body_again) == 0);
    free(body);
    free(body_again);
    free(storage);
    free(storage_again);
    return 0;
}
