#include "speak/protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- lines ---- */

size_t speak_line_write(const SpeakRequest *request, char line[SPEAK_LINE_MAX])
{
    int head = snprintf(line, SPEAK_LINE_MAX, "%u\t%.15s\t%d\t%d\t%d\t", (unsigned)request->id,
                        request->language, request->rate, request->voice, request->pitch);
    size_t length = (size_t)head;
    for (const char *at = request->text; *at && length < SPEAK_LINE_MAX - 2; at++)
        line[length++] = (unsigned char)*at < ' ' || *at == 0x7f ? ' ' : *at;
    line[length++] = '\n';
    line[length] = '\0';
    return length;
}

/* A number of at most nine digits and the tab behind it. */
static bool read_number(const char **at, long least, long most, long *out)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits == 0 || digits > 9 || (*at)[digits] != '\t')
        return false;
    *out = strtol(*at, NULL, 10);
    *at += digits + 1;
    return *out >= least && *out <= most;
}

static bool read_language(const char **at, char out[16])
{
    size_t length = strspn(*at, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (length == 0 || length >= 16 || (*at)[length] != '\t')
        return false;
    memcpy(out, *at, length);
    out[length] = '\0';
    *at += length + 1;
    return true;
}

bool speak_line_read(const char *line, SpeakRequest *out)
{
    SpeakRequest request = {0};
    long id, rate, voice, pitch;
    if (!read_number(&line, 1, 999999999, &id) || !read_language(&line, request.language) ||
        !read_number(&line, 50, 200, &rate) || !read_number(&line, 0, 3, &voice) ||
        !read_number(&line, 50, 150, &pitch))
        return false;
    size_t length = strcspn(line, "\n");
    if (length == 0 || length >= sizeof request.text)
        return false;
    memcpy(request.text, line, length);
    request.id = (uint32_t)id;
    request.rate = (int)rate;
    request.voice = (int)voice;
    request.pitch = (int)pitch;
    *out = request;
    return true;
}

/* ---- frames ---- */

static void put_32(uint8_t *out, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        out[i] = (uint8_t)(value >> 8 * i);
}

static uint32_t get_32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

/* How many values the payload is made of; 0: none, its bytes are as they are. */
static uint32_t values_of(FrameType type)
{
    return type == FRAME_HELLO ? 2 : type == FRAME_WORD ? 3 : 0;
}

size_t speak_frame_write(const Frame *frame, uint8_t out[SPEAK_HEAD + 12])
{
    uint32_t values = values_of(frame->type);
    out[0] = (uint8_t)frame->type;
    put_32(out + 1, frame->id);
    put_32(out + 5, values > 0 ? 4 * values : frame->size);
    for (uint32_t i = 0; i < values; i++)
        put_32(out + SPEAK_HEAD + 4 * i, frame->values[i]);
    return SPEAK_HEAD + 4 * values;
}

void frame_reader_clear(FrameReader *reader)
{
    free(reader->bytes);
    *reader = (FrameReader){0};
}

/* Out of memory: what came is forgotten, and the frame that is cut in two will be seen as broken.
 */
static bool make_room(FrameReader *reader, size_t count)
{
    if (reader->at > 0) {
        reader->count -= reader->at;
        memmove(reader->bytes, reader->bytes + reader->at, reader->count);
        reader->at = 0;
    }
    if (reader->count + count <= reader->room)
        return true;
    size_t room = 2 * (reader->count + count);
    uint8_t *bytes = realloc(reader->bytes, room);
    if (!bytes)
        return false;
    reader->bytes = bytes;
    reader->room = room;
    return true;
}

void frame_reader_add(FrameReader *reader, const uint8_t *bytes, size_t count)
{
    if (count == 0 || !make_room(reader, count))
        return;
    memcpy(reader->bytes + reader->count, bytes, count);
    reader->count += count;
}

static bool fits_type(FrameType type, uint32_t size)
{
    switch (type) {
    case FRAME_HELLO:
    case FRAME_WORD: return size == 4 * values_of(type);
    case FRAME_SAMPLES: return size % 2 == 0 && size <= SPEAK_PAYLOAD_MAX;
    case FRAME_END: return size == 0;
    case FRAME_FAULT: return size <= SPEAK_TEXT_MAX;
    }
    return false;
}

FrameResult frame_reader_next(FrameReader *reader, Frame *out)
{
    const uint8_t *head = reader->bytes + reader->at;
    size_t there = reader->count - reader->at;
    if (there < SPEAK_HEAD)
        return FRAME_NONE;
    Frame frame = {.type = (FrameType)head[0], .id = get_32(head + 1), .size = get_32(head + 5)};
    if (!fits_type(frame.type, frame.size))
        return FRAME_BROKEN;
    if (there - SPEAK_HEAD < frame.size)
        return FRAME_NONE;
    frame.payload = head + SPEAK_HEAD;
    for (uint32_t i = 0; i < values_of(frame.type); i++)
        frame.values[i] = get_32(frame.payload + 4 * i);
    reader->at += SPEAK_HEAD + frame.size;
    *out = frame;
    return FRAME_READY;
}
