#!/usr/bin/env python3
"""The whole program, with SDL's drivers that need no hardware: at the door the sea is heard, softly.

    check_heard.py PEBBLECOVE SCRATCH
"""
import array
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

RATE = 22050
SECONDS = 3


def listen(program, scratch):
    """Runs the program at its door until some seconds were heard; returns them."""
    heard = scratch / 'heard.raw'
    environment = os.environ | {'SDL_VIDEODRIVER': 'dummy', 'SDL_AUDIODRIVER': 'disk',
                                'SDL_DISKAUDIOFILE': str(heard)}
    run = subprocess.Popen([program, '--data', scratch / 'data'], env=environment)
    until = time.monotonic() + 300
    while time.monotonic() < until and run.poll() is None:
        if heard.exists() and heard.stat().st_size > 2 * RATE * SECONDS:
            break
        time.sleep(0.1)
    run.send_signal(signal.SIGTERM)
    code = run.wait(timeout=300)
    size = heard.stat().st_size // 2 * 2 if heard.exists() else 0
    samples = array.array('h', heard.read_bytes()[:size] if size else b'')
    return code, samples


def decibels(samples):
    square = sum(value * value for value in samples) / max(1, len(samples))
    return 20 * math.log10(max(1e-9, math.sqrt(square) / 32768))


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    scratch = Path(arguments[1])
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    code, samples = listen(arguments[0], scratch)
    loud = decibels(samples[RATE:])
    print(f'ended with {code}, {len(samples) / RATE:.1f} s were heard at {loud:.1f} dBFS')
    return 0 if code == 0 and len(samples) > 2 * RATE and -55 < loud < -30 else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
