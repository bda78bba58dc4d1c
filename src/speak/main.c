/* pebblecove-speak: says lines of text as sound, see protocol.h. The only user of espeak-ng, whose
 * licence (GPL-3 or later) therefore holds for this program as a whole, and for no other. */
#include "speak/protocol.h"

#include <espeak-ng/speak_lib.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_A_MINUTE = 160, ADULT = 30, CHILD = 12 };

/* What is being said. espeak hands it to its callback. */
typedef struct Saying {
    const SpeakRequest *request;
    bool broken; /* nobody listens any more */
} Saying;

static bool put(const Frame *frame)
{
    uint8_t head[SPEAK_HEAD + 12];
    size_t length = speak_frame_write(frame, head);
    return fwrite(head, 1, length, stdout) == length &&
           (!frame->payload || fwrite(frame->payload, 1, frame->size, stdout) == frame->size);
}

static bool put_fault(uint32_t id, const char *sentence)
{
    return put(&(Frame){.type = FRAME_FAULT,
                        .id = id,
                        .payload = (const uint8_t *)sentence,
                        .size = (uint32_t)strlen(sentence)}) &&
           fflush(stdout) == 0;
}

/* Bytes before the character `count`, from 0. */
static size_t bytes_before(const char *text, int count)
{
    size_t at = 0;
    while (text[at] && count-- > 0) {
        do {
            at++;
        } while (((unsigned char)text[at] & 0xc0) == 0x80);
    }
    return at;
}

/* espeak counts characters, from 1. */
static bool put_word(const Saying *saying, const espeak_EVENT *event)
{
    const char *text = saying->request->text;
    size_t start = bytes_before(text, event->text_position - 1);
    size_t end = start + bytes_before(text + start, event->length);
    return put(
        &(Frame){.type = FRAME_WORD,
                 .id = saying->request->id,
                 .values = {(uint32_t)event->sample, (uint32_t)start, (uint32_t)(end - start)}});
}

static bool put_samples(uint32_t id, const short *samples, int count)
{
    const int most = SPEAK_PAYLOAD_MAX / 2;
    bool good = true;
    for (int at = 0; at < count && good; at += most) {
        int now = count - at < most ? count - at : most;
        good = put(&(Frame){.type = FRAME_SAMPLES,
                            .id = id,
                            .payload = (const uint8_t *)(samples + at),
                            .size = 2 * (uint32_t)now});
    }
    return good;
}

/* 0: go on; 1: stop. */
static int heard(short *samples, int count, espeak_EVENT *events)
{
    Saying *saying = events->user_data;
    for (const espeak_EVENT *event = events; event->type != espeakEVENT_LIST_TERMINATED; event++) {
        if (event->type == espeakEVENT_WORD && event->length > 0 && !put_word(saying, event))
            saying->broken = true;
    }
    if (samples && count > 0 && !put_samples(saying->request->id, samples, count))
        saying->broken = true;
    return saying->broken;
}

/* Four people to choose from: two grown-ups, two younger. */
static bool choose_voice(const SpeakRequest *request)
{
    static const struct {
        unsigned char gender, age, pitch; /* gender: 1 male, 2 female; pitch: 0..99 */
    } kinds[] = {{2, ADULT, 50}, {1, ADULT, 45}, {2, CHILD, 68}, {1, CHILD, 60}};
    espeak_VOICE voice = {.languages = request->language,
                          .gender = kinds[request->voice].gender,
                          .age = kinds[request->voice].age};
    if (espeak_SetVoiceByProperties(&voice) != EE_OK)
        return false;
    espeak_SetParameter(espeakPITCH, kinds[request->voice].pitch * request->pitch / 100, 0);
    espeak_SetParameter(espeakRATE, WORDS_A_MINUTE * request->rate / 100, 0);
    return true;
}

static bool speak(const SpeakRequest *request)
{
    Saying saying = {.request = request};
    if (!choose_voice(request))
        return put_fault(request->id, "There is no voice for this language.");
    if (espeak_Synth(request->text, strlen(request->text) + 1, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8, NULL, &saying) != EE_OK)
        return put_fault(request->id, "These words could not be said.");
    return !saying.broken && put(&(Frame){.type = FRAME_END, .id = request->id}) &&
           fflush(stdout) == 0;
}

/* A line that is none of ours comes from nobody we know: the helper ends. */
static bool serve(void)
{
    char line[SPEAK_LINE_MAX];
    SpeakRequest request;
    while (fgets(line, sizeof line, stdin)) {
        if (!speak_line_read(line, &request) || !speak(&request))
            return false;
    }
    return true;
}

int main(void)
{
    int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) {
        put_fault(0, "espeak-ng has no voices here: install the package espeak-ng-data.");
        return EXIT_FAILURE;
    }
    espeak_SetSynthCallback(heard);
    bool good = put(&(Frame){.type = FRAME_HELLO, .values = {SPEAK_VERSION, (uint32_t)rate}}) &&
                fflush(stdout) == 0 && serve();
    espeak_Terminate();
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
