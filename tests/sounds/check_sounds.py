#!/usr/bin/env python3
"""The shipped sounds: all there, soft, short, and what tools/make-sounds makes.

    check_sounds.py MAKE_SOUNDS SOUNDS SCRATCH

Decodes every Ogg file below SOUNDS with oggdec and measures it; makes all sounds again, twice, and
compares. Prints what is wrong with which file; exits 1 when anything is.
"""
import array
import filecmp
import math
import shutil
import subprocess
import sys
import wave
from pathlib import Path

RATE = 22050
CUES = ('press choose pick place take next back open pebble breathe-in breathe-out calm '
        'notice').split()
AMBIENCE = 'cove tide-pools quiet-cave signal-mast two-jetties boathouse break goodbye'.split()
MOST_BYTES = 1_500_000


def read(path):
    with wave.open(str(path), 'rb') as file:
        shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        values = array.array('h', file.readframes(file.getnframes()))
    if sys.byteorder == 'big':
        values.byteswap()
    return shape, [value / 32768 for value in values]


def decibels(value):
    return 20 * math.log10(max(value, 1e-9))


def peak(samples):
    return decibels(max(map(abs, samples)))


def rms(samples):
    return decibels(math.sqrt(sum(value * value for value in samples) / len(samples)))


def steps(samples):
    return [b - a for a, b in zip(samples, samples[1:])]


def brightness(samples):
    """Hertz of the sine that moves as much: where the sound lies, and more when it is sharp."""
    moved, there = rms(steps(samples)), rms(samples)
    return RATE / math.pi * math.asin(min(1, 10 ** ((moved - there) / 20) / 2))


def check_all(samples):
    offset = abs(sum(samples) / len(samples))
    yield offset < 0.001, f'is off the middle by {offset:.4f}'


def check_cue(name, samples):
    seconds, most = len(samples) / RATE, 3.2 if name.startswith('breathe') else 1.9
    yield 0.08 < seconds < most, f'lasts {seconds:.2f} s, at most {most} s'
    yield -22 < peak(samples) <= -6, f'has its peak at {peak(samples):.1f} dBFS, -22 to -6'
    yield brightness(samples) < 1600, f'is sharp: {brightness(samples):.0f} Hz, at most 1600'
    edge = max(map(abs, samples[:3] + samples[-3:]))
    yield edge < 0.01, f'clicks where it begins or ends: {edge:.4f}'


def check_ambience(samples):
    seconds = len(samples) / RATE
    yield 8 <= seconds <= 12, f'goes round in {seconds:.2f} s, 8 to 12'
    yield -36 < rms(samples) <= -24, f'is {rms(samples):.1f} dBFS loud, -36 to -24'
    yield peak(samples) < -9, f'has its peak at {peak(samples):.1f} dBFS, at most -9'
    yield brightness(samples) < 1200, f'is sharp: {brightness(samples):.0f} Hz, at most 1200'
    yield from check_seam(samples)


def check_seam(samples):
    """Around the seam it moves as everywhere else and is as loud on both sides."""
    most = max(map(abs, steps(samples)))
    around = max(map(abs, steps(samples[-20:] + samples[:20])))
    yield around <= 1.2 * most, f'has a seam: a step of {around:.4f}, elsewhere at most {most:.4f}'
    bit = RATE // 5
    change = abs(rms(samples[-bit:]) - rms(samples[:bit]))
    yield change < 4, f'has a seam: {change:.1f} dB louder on one side'


def alike(made, shipped):
    """What a lossy codec leaves of a sound: 1 when it is the same."""
    both = sum(a * b for a, b in zip(made, shipped))
    size = math.sqrt(sum(a * a for a in made) * sum(b * b for b in shipped))
    return both / size if size and abs(len(made) - len(shipped)) <= 1 else 0


def decode(ogg, wav):
    wav.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(['oggdec', '-Q', '-o', wav, ogg], check=True)
    return read(wav)


def check_file(name, sounds, scratch):
    ogg = sounds / f'{name}.ogg'
    if not ogg.exists():
        yield False, 'is missing: run tools/make-sounds'
        return
    shape, samples = decode(ogg, scratch / 'decoded' / f'{name}.wav')
    yield shape == (1, 2, RATE), f'is {shape}: one channel at {RATE} is wanted'
    yield from check_all(samples)
    yield from (check_ambience(samples) if '/' in name else check_cue(name, samples))
    same = alike(read(scratch / 'made' / f'{name}.wav')[1], samples)
    yield same > 0.97, f'is not what tools/make-sounds makes ({same:.3f}): run it'


def check_made_twice(make, names, scratch):
    for folder in ('made', 'again'):
        subprocess.run([sys.executable, make, '--wav', '--out', scratch / folder], check=True)
    for folder in ('coded', 'coded-again'):
        subprocess.run([sys.executable, make, '--out', scratch / folder, 'press'], check=True)
    pairs = [('made', 'again', f'{name}.wav') for name in names]
    for one, other, file in pairs + [('coded', 'coded-again', 'press.ogg')]:
        same = filecmp.cmp(scratch / one / file, scratch / other / file, shallow=False)
        yield same, f'{file}: made twice, it differs'


def check(make, sounds, scratch):
    shutil.rmtree(scratch, ignore_errors=True)
    names = CUES + [f'ambience/{name}' for name in AMBIENCE]
    yield from check_made_twice(make, names, scratch)
    for name in names:
        for fine, what in check_file(name, sounds, scratch):
            yield fine, f'{name}: {what}'
    there = {path.relative_to(sounds).with_suffix('').as_posix(): path.stat().st_size
             for path in sounds.rglob('*') if path.is_file()}
    yield set(there) <= set(names), f'unknown files: {sorted(set(there) - set(names))}'
    total = sum(there.values())
    yield total <= MOST_BYTES, f'all sounds take {total} bytes, at most {MOST_BYTES}'


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    faults = [what for fine, what in check(*map(Path, arguments)) if not fine]
    print('\n'.join(faults) if faults else 'sounds: in order')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
