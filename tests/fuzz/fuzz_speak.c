/* Whatever a helper sends, cut anywhere: no crash, and the same frames as in one piece. Whatever
 * line it is asked with: refused, or written back as it was. */
#include "speak/protocol.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct Seen {
    size_t frames, bytes;
    uint32_t sum;
    bool broken;
} Seen;

static void see(FrameReader *reader, Seen *seen)
{
    Frame frame;
    FrameResult result = FRAME_NONE;
    while (!seen->broken && (result = frame_reader_next(reader, &frame)) == FRAME_READY) {
        assert(frame.size <= SPEAK_PAYLOAD_MAX);
        seen->frames++;
        seen->bytes += SPEAK_HEAD + frame.size;
        seen->sum = seen->sum * 31 + frame.id + frame.values[1];
        for (uint32_t i = 0; i < frame.size; i++)
            seen->sum = seen->sum * 31 + frame.payload[i];
    }
    seen->broken = seen->broken || result == FRAME_BROKEN;
}

static Seen read_frames(const uint8_t *bytes, size_t size, size_t step)
{
    FrameReader reader = {0};
    Seen seen = {0};
    for (size_t at = 0; at < size; at += step) {
        frame_reader_add(&reader, bytes + at, size - at < step ? size - at : step);
        see(&reader, &seen);
    }
    frame_reader_clear(&reader);
    assert(seen.bytes <= size);
    return seen;
}

static void check_line(const uint8_t *bytes, size_t size)
{
    char *line = calloc(size + 1, 1), written[SPEAK_LINE_MAX];
    SpeakRequest request, again;
    assert(line);
    memcpy(line, bytes, size);
    if (speak_line_read(line, &request)) {
        size_t length = speak_line_write(&request, written);
        bool read = speak_line_read(written, &again);
        assert(length < SPEAK_LINE_MAX && read && again.id == request.id);
        assert(strlen(again.text) == strlen(request.text));
    }
    free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Seen whole = read_frames(bytes, size, size + 1), cut = read_frames(bytes, size, 7);
    assert(whole.frames == cut.frames && whole.sum == cut.sum && whole.broken == cut.broken);
    check_line(bytes, size);
    return 0;
}
