#include "platform/speaker.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    PATIENCE_MS = 5000,
    LONGEST_S = 180, /* of one text: more is no speech of ours */
    STARTS_MOST = 2,
    GRACE_MS = 100 /* for the helper to end by itself */
};

struct Speaker {
    char *program;
    pid_t process; /* 0: none */
    int to, from;
    int starts;
    bool gone, busy;
    int64_t asked; /* ticks */
    SpeakRequest request;
    char line[SPEAK_LINE_MAX];
    size_t line_length;
    bool sent;
    FrameReader reader;
    int rate;
    int16_t *samples;
    size_t count, room;
    SpokenWord *words;
    size_t word_count, word_room;
};

/* ---- the process ---- */

Speaker *speaker_new(const char *program)
{
    Speaker *speaker = memory_new(1, sizeof *speaker);
    speaker->program = program ? memory_copy_string(program) : NULL;
    return speaker;
}

/* Its own ends of both pipes, a silent stderr, and the usual way with broken pipes. */
static bool spawn(const char *program, int in, int out, pid_t *process)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t manner;
    sigset_t usual;
    char *arguments[] = {(char *)(uintptr_t)program, NULL};
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&manner);
    posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_setsigdefault(&manner, &usual);
    posix_spawnattr_setflags(&manner, POSIX_SPAWN_SETSIGDEF);
    int failed = posix_spawn(process, program, &files, &manner, arguments, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&manner);
    return failed == 0;
}

static void close_pair(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

static bool start(Speaker *speaker)
{
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) != 0)
        return false;
    if (pipe2(out, O_CLOEXEC) != 0) {
        close_pair(in);
        return false;
    }
    /* A helper that is gone must not take the program with it. */
    signal(SIGPIPE, SIG_IGN);
    if (!spawn(speaker->program, in[0], out[1], &speaker->process)) {
        close_pair(in);
        close_pair(out);
        speaker->process = 0;
        return false;
    }
    close(in[0]);
    close(out[1]);
    speaker->to = in[1];
    speaker->from = out[0];
    fcntl(speaker->to, F_SETFL, O_NONBLOCK);
    fcntl(speaker->from, F_SETFL, O_NONBLOCK);
    return true;
}

/* The end of its input is the helper's end; one that does not hear is killed. */
static void stop(Speaker *speaker, bool patient)
{
    if (speaker->process == 0)
        return;
    close(speaker->to);
    if (patient) /* its output ends with it */
        poll(&(struct pollfd){.fd = speaker->from, .events = 0}, 1, GRACE_MS);
    close(speaker->from);
    if (waitpid(speaker->process, NULL, WNOHANG) != speaker->process) {
        kill(speaker->process, SIGKILL);
        waitpid(speaker->process, NULL, 0);
    }
    speaker->process = 0;
    speaker->rate = 0;
    frame_reader_clear(&speaker->reader);
}

void speaker_free(Speaker *speaker)
{
    if (!speaker)
        return;
    stop(speaker, !speaker->busy);
    free(speaker->program);
    free(speaker->samples);
    free(speaker->words);
    free(speaker);
}

static void give_up(Speaker *speaker)
{
    fprintf(stderr,
            "pebblecove: Nothing can be read aloud: the speech helper %s. Everything else "
            "goes on.\n",
            speaker->starts == 0 ? "is missing" : "does not answer");
    speaker->gone = true;
    speaker->busy = false;
}

static bool running(Speaker *speaker)
{
    if (speaker->gone || speaker->process != 0)
        return !speaker->gone;
    if (speaker->starts < STARTS_MOST && speaker->program && access(speaker->program, X_OK) == 0 &&
        start(speaker)) {
        speaker->starts++;
        return true;
    }
    give_up(speaker);
    return false;
}

/* ---- asking ---- */

static void forget_spoken(Speaker *speaker)
{
    speaker->count = speaker->word_count = 0;
}

static void begin(Speaker *speaker, int64_t now)
{
    forget_spoken(speaker);
    speaker->line_length = speak_line_write(&speaker->request, speaker->line);
    speaker->sent = false;
    speaker->asked = now;
    speaker->busy = true;
}

bool speaker_ask(Speaker *speaker, const SpeakRequest *request, int64_t now)
{
    if (!running(speaker))
        return false;
    uint32_t id = speaker->request.id + 1;
    speaker->request = *request;
    speaker->request.id = id;
    begin(speaker, now);
    return true;
}

void speaker_forget(Speaker *speaker)
{
    speaker->busy = false;
    forget_spoken(speaker);
}

/* A line is short enough for a pipe to take it whole or not at all. */
static bool send_line(Speaker *speaker)
{
    if (speaker->sent)
        return true;
    ssize_t sent = write(speaker->to, speaker->line, speaker->line_length);
    speaker->sent = sent > 0;
    return sent >= 0 || errno == EAGAIN || errno == EINTR;
}

/* ---- listening ---- */

static bool receive(Speaker *speaker)
{
    uint8_t bytes[16384];
    for (;;) {
        ssize_t count = read(speaker->from, bytes, sizeof bytes);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        if (count == 0)
            return false;
        frame_reader_add(&speaker->reader, bytes, (size_t)count);
    }
}

static void add_samples(Speaker *speaker, const Frame *frame)
{
    size_t count = frame->size / 2;
    if (speaker->count + count > speaker->room) {
        speaker->room = 2 * (speaker->count + count);
        speaker->samples = memory_grow(speaker->samples, speaker->room, sizeof *speaker->samples);
    }
    for (size_t i = 0; i < count; i++) {
        unsigned low = frame->payload[2 * i], high = frame->payload[2 * i + 1];
        speaker->samples[speaker->count++] = (int16_t)(uint16_t)(low | high << 8);
    }
}

static void add_word(Speaker *speaker, const Frame *frame)
{
    list_room((void **)&speaker->words, &speaker->word_room, speaker->word_count,
              sizeof *speaker->words);
    speaker->words[speaker->word_count++] =
        (SpokenWord){frame->values[0], frame->values[1], frame->values[2]};
}

static bool take_hello(Speaker *speaker, const Frame *frame)
{
    speaker->rate = (int)(frame->values[1] & 0xfffff);
    return frame->values[0] == SPEAK_VERSION && speaker->rate >= 8000 && speaker->rate <= 96000;
}

static bool too_long(const Speaker *speaker)
{
    return speaker->count > (size_t)speaker->rate * LONGEST_S ||
           speaker->word_count > SPEAK_TEXT_MAX;
}

/* One frame. False when it cannot come from a helper that is well. */
static bool take_frame(Speaker *speaker, const Frame *frame, SpeakerState *state)
{
    if (frame->type == FRAME_HELLO)
        return take_hello(speaker, frame);
    if (speaker->rate == 0)
        return false;
    if (!speaker->busy || frame->id != speaker->request.id)
        return true; /* of something that was forgotten */
    switch (frame->type) {
    case FRAME_SAMPLES: add_samples(speaker, frame); break;
    case FRAME_WORD: add_word(speaker, frame); break;
    case FRAME_END: *state = SPEAKER_READY; break;
    case FRAME_FAULT: *state = SPEAKER_REFUSED; break;
    case FRAME_HELLO: break;
    }
    return !too_long(speaker);
}

static bool take_frames(Speaker *speaker, SpeakerState *state)
{
    Frame frame;
    FrameResult result = FRAME_NONE;
    while (*state == SPEAKER_BUSY &&
           (result = frame_reader_next(&speaker->reader, &frame)) == FRAME_READY) {
        if (!take_frame(speaker, &frame, state))
            return false;
    }
    return result != FRAME_BROKEN;
}

/* Once more with a new helper; then never again. */
static SpeakerState begin_again(Speaker *speaker, int64_t now)
{
    stop(speaker, false);
    if (!running(speaker))
        return SPEAKER_IDLE;
    begin(speaker, now);
    return SPEAKER_BUSY;
}

SpeakerState speaker_poll(Speaker *speaker, int64_t now, Spoken *out)
{
    SpeakerState state = SPEAKER_BUSY;
    if (!speaker->busy)
        return SPEAKER_IDLE;
    bool well = send_line(speaker), open = receive(speaker);
    well = take_frames(speaker, &state) && well;
    if (state == SPEAKER_BUSY && (!well || !open || now - speaker->asked >= PATIENCE_MS))
        return begin_again(speaker, now);
    if (state == SPEAKER_BUSY)
        return state;
    speaker->busy = false;
    *out = (Spoken){speaker->samples, speaker->count, speaker->rate, speaker->words,
                    speaker->word_count};
    return state;
}

/* Often while an answer is near, now and then while the helper is slow. */
int64_t speaker_wait_ms(const Speaker *speaker, int64_t now)
{
    if (!speaker->busy)
        return -1;
    return now - speaker->asked < 200 ? 3 : 25;
}

bool speaker_gone(const Speaker *speaker)
{
    return speaker->gone;
}
