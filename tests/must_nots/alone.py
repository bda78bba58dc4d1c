#!/usr/bin/env python3
"""Nothing is sent, nothing is recorded: what the program asks of the computer, seen from outside.

    alone.py PEBBLECOVE SCRATCH

Two runs are watched with strace: the whole tour, and the door with sound on. Neither may open a
socket to a network, a microphone or a camera, or start any program but its own voice. The tracer is
tried on programs that do such things first. Then the binary is read: it holds no name of a function
that could.
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CALLS = 'trace=%network,execve,execveat,open,openat'
OWN_PROGRAMS = {'pebblecove', 'pebblecove-speak'}
DEVICES = re.compile(r'"/dev/(snd/pcm\w+c"|video|media|v4l|dsp|audio|adsp)|arecord|parec')
# A sink without a file: the kernel's news of pads that come and go.
OWN_SOCKETS = re.compile(r'AF_UNIX|NETLINK_KOBJECT_UEVENT')
# In the binary's own bytes, so those found by name at run time are seen too.
NAMES = [b'SDL_OpenURL', b'SDL_DequeueAudio', b'SDL_OpenAudioDevice', b'SDL_GetAudioDeviceName',
         b'SDLNet_', b'curl_easy', b'getaddrinfo', b'gethostbyname', b'xdg-open', b'sendmail',
         b'snd_pcm_readi', b'pa_stream_connect_record', b'/dev/video']
DRIVERS = {'SDL_VIDEODRIVER': 'dummy', 'SDL_AUDIODRIVER': 'disk', 'ASAN_OPTIONS': 'detect_leaks=0'}


def traced(command, log, seconds=800, scratch=None):
    """The lines of what it asked for; ended by us after `seconds` is fine."""
    environment = os.environ | DRIVERS
    if scratch:
        environment['SDL_DISKAUDIOFILE'] = str(scratch / 'heard.raw')
    run = subprocess.Popen(['strace', '-f', '-qq', '--seccomp-bpf', '-e', CALLS, '-o', str(log),
                            *map(str, command)], env=environment, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        run.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, 15)
        run.wait(timeout=300)
    return run.returncode, log.read_text(errors='replace').splitlines()


def faults(lines):
    for line in lines:
        call = re.search(r'\b(\w+)\(', line)
        name = call.group(1) if call else ''
        if name == 'socket' and not OWN_SOCKETS.search(line):
            yield f'a socket: {line}'
        if name in ('connect', 'sendto', 'sendmsg') and re.search(r'AF_INET|sin6?_addr', line):
            yield f'something is sent: {line}'
        if name.startswith('execve') and '= 0' in line:
            program = re.search(r'"([^"]+)"', line)
            if program and Path(program.group(1)).name not in OWN_PROGRAMS:
                yield f'another program: {line}'
        if name in ('open', 'openat') and DEVICES.search(line):
            yield f'a microphone or a camera: {line}'


def try_tracer(scratch):
    """What it must find, it finds."""
    acts = {'a socket': 'import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
            'another program': 'pass',
            'a microphone or a camera': 'try: open("/dev/video0")\nexcept OSError: pass'}
    for fault, code in acts.items():
        _, lines = traced([sys.executable, '-c', code], scratch / 'tried.txt')
        if not any(found.startswith(fault) for found in faults(lines)):
            yield f'the tracer does not see {fault}'


def watched(program, scratch):
    runs = {'tour': ([program, 'tour', '--out', scratch / 'tour', '--window', '800x600'], 800),
            'door': ([program, '--data', scratch / 'data'], 8)}
    for name, (command, seconds) in runs.items():
        (scratch / 'tour').mkdir(exist_ok=True)
        code, lines = traced(command, scratch / f'{name}.txt', seconds, scratch)
        print(f'{name}: ended with {code}, {len(lines)} calls')
        if len(lines) < 50 or (name == 'tour' and code != 0):
            yield f'the {name} did not run'
        yield from faults(lines)


def named(program):
    bytes_ = Path(program).read_bytes()
    if b'Mix_OpenAudio' not in bytes_:
        yield 'the names in the binary cannot be read'
    for name in NAMES:
        if name in bytes_:
            yield f'the binary names {name.decode()}'


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program, scratch = arguments[0], Path(arguments[1])
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    found = [*try_tracer(scratch), *watched(program, scratch), *named(program)]
    print('\n'.join(found) if found else 'nothing is sent, nothing is recorded')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
