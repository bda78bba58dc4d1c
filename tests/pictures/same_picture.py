#!/usr/bin/env python3
"""Draws every picture with a second renderer and compares.

    same_picture.py PICTURES SCRATCH FOLDER...

PICTURES is the program of pictures.c. Names every picture that librsvg draws otherwise, and the
file where ours, theirs and the difference lie side by side; exits 1 when there is one.
"""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WIDTH = 256
MOST = 6.0  # of 255, root mean square; edges alone give 1 to 3


def compare(program, scratch, path):
    name = '-'.join(path.with_suffix('').parts[-3:])
    theirs, difference = scratch / f'{name}.png', scratch / f'{name}-difference.png'
    subprocess.run(['rsvg-convert', '-w', str(WIDTH), '-a', '-o', theirs, path], check=True)
    done = subprocess.run([program, 'compare', path, theirs, str(MOST), difference],
                          capture_output=True, text=True)
    theirs.unlink()
    if done.returncode == 0:
        return None
    return f'{path}: librsvg draws it otherwise ({done.stdout.strip()}{done.stderr.strip()}): ' \
           f'see {difference}'


def main(program, scratch, *folders):
    scratch = Path(scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    for old in scratch.glob('*-difference.png'):
        old.unlink()
    paths = sorted(path for folder in folders for path in Path(folder).rglob('*.svg'))
    with ThreadPoolExecutor(2) as pool:
        faults = [f for f in pool.map(lambda path: compare(program, scratch, path), paths) if f]
    print('\n'.join(faults) if faults else f'{len(paths)} pictures, alike in both renderers')
    return 1 if faults or not paths else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
