/* What the program and its speech helper say to each other. The helper (pebblecove-speak) is a
 * process of its own: its library is under the GPL-3 and may fail without taking the program along.
 * This header and protocol.c know no other layer and no library, so that both sides share them.
 *
 * To the helper, on its standard input, a line for everything to be said:
 *     <id> TAB <language> TAB <rate> TAB <voice> TAB <pitch> TAB <text> LF
 * id: 1 and up; language: "en", "pt-br"; rate, pitch: percent of the usual; voice: 0..3; text:
 * UTF-8 without control characters. At the end of its input the helper ends.
 *
 * From the helper, on its standard output, frames: one letter, the id and the size of what follows
 * (32 bits each, lowest byte first), then that many bytes:
 *     H  once, id 0: version and samples per second, 32 bits each
 *     P  samples, 16 bits each, one channel
 *     W  a word: the sample it begins at, its first byte in the text, its bytes; 32 bits each
 *     E  all was said; nothing follows
 *     X  it could not be said: a sentence, UTF-8 */
#ifndef SPEAK_PROTOCOL_H
#define SPEAK_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SPEAK_VERSION = 2,
    SPEAK_TEXT_MAX = 1024, /* with NUL */
    SPEAK_LINE_MAX = 1100, /* with LF and NUL */
    SPEAK_PAYLOAD_MAX = 1 << 16,
    SPEAK_HEAD = 9 /* bytes before the payload */
};

typedef struct SpeakRequest {
    uint32_t id;
    char language[16];
    int rate;  /* 50..200 */
    int voice; /* 0..3 */
    int pitch; /* 50..150 */
    char text[SPEAK_TEXT_MAX];
} SpeakRequest;

/* Control characters become spaces, so bytes stay where they are. Returns the length. */
size_t speak_line_write(const SpeakRequest *request, char line[SPEAK_LINE_MAX]);
/* False, and *out untouched, when the line is not one of these. `line` ends with NUL or LF. */
bool speak_line_read(const char *line, SpeakRequest *out);

typedef enum FrameType {
    FRAME_HELLO = 'H',
    FRAME_SAMPLES = 'P',
    FRAME_WORD = 'W',
    FRAME_END = 'E',
    FRAME_FAULT = 'X'
} FrameType;

typedef struct Frame {
    FrameType type;
    uint32_t id;
    uint32_t values[3];     /* HELLO: version, rate; WORD: sample, start, length */
    const uint8_t *payload; /* borrowed until more is read */
    uint32_t size;          /* of the payload, bytes */
} Frame;

/* The head and, for HELLO and WORD, the values; SAMPLES and FAULT are followed by their payload.
 * Returns how many bytes of `out` are used. */
size_t speak_frame_write(const Frame *frame, uint8_t out[SPEAK_HEAD + 12]);

/* Bytes that came, and how many of them were understood. Zeros are a good start. */
typedef struct FrameReader {
    uint8_t *bytes;
    size_t count, room, at;
} FrameReader;

typedef enum FrameResult { FRAME_NONE, FRAME_READY, FRAME_BROKEN } FrameResult;

void frame_reader_clear(FrameReader *reader);
void frame_reader_add(FrameReader *reader, const uint8_t *bytes, size_t count);
/* The next frame; NONE: more bytes are needed; BROKEN: this is not the helper, never ask again. */
FrameResult frame_reader_next(FrameReader *reader, Frame *out);

#endif
