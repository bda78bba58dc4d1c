#!/usr/bin/env python3
"""Compares chosen screens with the pictures in tests/golden.

    golden.py [--update] GALLERY PICTURES SCRATCH

GALLERY and PICTURES are the programs of tests/proof/gallery.c and pictures.c. For every screen that
looks otherwise it names a file where before, now and the difference lie side by side. --update makes
the pictures of now the ones to compare with: look at each before you keep it.
"""
import shutil
import subprocess
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent.parent / 'golden'
MOST = 4.0  # of 255, root mean square: room for another version of a font or renderer
CHOSEN = [
    # who, language, window, text %, theme, screens
    ('desk', 'en', '1280x720', '100', 'day', ['door-new', 'door-family', 'case', 'replay']),
    ('t1', 'en', '1280x720', '100', 'day', ['arrive-01', 'cove', 'break']),
    ('t2', 'en', '1280x720', '100', 'day', ['place-feelings', 'goodbye']),
    ('t4', 'en', '1280x720', '100', 'dusk', ['cove']),
    ('ad', 'en', '1280x720', '100', 'contrast', ['cove']),
    ('t1', 'qpr', '1280x720', '200', 'day', ['not-ok']),
]


def draw(gallery, scratch):
    """Draws all chosen screens; yields (name, path)."""
    for who, language, window, text, theme, screens in CHOSEN:
        folder = scratch / f'{who}-{language}-{theme}'
        subprocess.run([gallery, folder, who, language, window, text, theme, *screens],
                       check=True, stdout=subprocess.DEVNULL)
        for screen in screens:
            yield f'{who}-{screen}-{language}-{theme}.png', folder / f'{who}-{screen}.png'


def check(pictures, now, golden, difference):
    if not golden.exists():
        return f'{golden.name}: there is no such picture yet; run tools/golden --update'
    done = subprocess.run([pictures, 'compare', golden, now, str(MOST), difference],
                          capture_output=True, text=True)
    if done.returncode == 0:
        return None
    return f'{golden.name}: looks otherwise ({done.stdout.strip()}{done.stderr.strip()}): ' \
           f'see {difference}'


def main(arguments):
    update = '--update' in arguments
    gallery, pictures, scratch = [a for a in arguments if a != '--update']
    scratch = Path(scratch)
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    GOLDEN.mkdir(exist_ok=True)
    faults = []
    for name, path in draw(gallery, scratch):
        small = GOLDEN / name if update else scratch / name
        subprocess.run([pictures, 'shrink', path, small], check=True)
        faults += [] if update else [check(pictures, small, GOLDEN / name,
                                           scratch / f'difference-{name}')]
    faults = [fault for fault in faults if fault]
    print('\n'.join(faults) if faults else 'golden pictures: ' + ('updated' if update else 'alike'))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
