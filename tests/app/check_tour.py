#!/usr/bin/env python3
"""Runs the tour twice and holds it against its promises: it comes to its end, every picture is
listed, has the size asked for and is not blank; what is said is words, and never the same twice in
a row; and both runs are the same, byte for byte.

    check_tour.py PROGRAM FOLDER [options of the tour]
"""
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path


SPEAK_LOG = 'said.txt'


def run(program, folder, options):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    result = subprocess.run([program, 'tour', '--out', str(folder),
                             '--speak-log', str(folder / SPEAK_LOG), *options],
                            capture_output=True, text=True)
    sys.stdout.write(result.stdout)
    sys.stderr.write(result.stderr)
    if result.returncode != 0:
        sys.exit(f'the tour ended with {result.returncode}')
    if result.stderr:
        sys.exit('the tour complained')


def chunks(png):
    at = 8
    while at < len(png):
        length, kind = struct.unpack('>I4s', png[at:at + 8])
        yield kind, png[at + 8:at + 8 + length]
        at += length + 12


def check_picture(path, size):
    png = path.read_bytes()
    parts = list(chunks(png))
    found = struct.unpack('>II', parts[0][1][:8])
    if found != size:
        yield f'{path.name} is {found[0]}x{found[1]}'
    pixels = zlib.decompress(b''.join(data for kind, data in parts if kind == b'IDAT'))
    if len(set(pixels[::97])) < 8:
        yield f'{path.name} is blank'


def step_of(name):
    return int(name.split('-')[0]), name


def faults(folder, size):
    listed = re.findall(r'^\d+\. \[(.+?)\]\(\1\): .+\.$', (folder / 'tour.md').read_text(), re.M)
    there = sorted((path.name for path in folder.glob('*.png')), key=step_of)
    if listed != there:
        yield f'tour.md lists {len(listed)} pictures, the folder has {len(there)}'
    if len(there) < 40:
        yield f'only {len(there)} pictures'
    for name in there:
        yield from check_picture(folder / name, size)


def speech_faults(folder):
    """What was said: by itself and on first taps of the youngest, so all of it is words for them."""
    lines = (folder / SPEAK_LOG).read_text(encoding='utf-8').splitlines()
    if len(lines) < 60:
        yield f'{SPEAK_LOG}: only {len(lines)} lines were said'
    for number, (line, before) in enumerate(zip(lines, ['', *lines]), 1):
        if not line.strip():
            yield f'{SPEAK_LOG}:{number}: nothing is said'
        if re.search(r'[{}]|  |\b(ui|icon|nori|face)[./]', line):
            yield f'{SPEAK_LOG}:{number}: no words for people: {line}'
        if line == before:
            yield f'{SPEAK_LOG}:{number}: said twice in a row: {line}'


def differences(folder, again):
    for path in sorted(folder.iterdir()):
        if path.read_bytes() != (again / path.name).read_bytes():
            yield f'{path.name} differs from run to run'


def main():
    program, folder, options = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    again = folder.with_name(folder.name + '-again')
    asked = options[options.index('--window') + 1] if '--window' in options else '1280x720'
    size = tuple(map(int, asked.split('x')))
    run(program, folder, options)
    run(program, again, options)
    found = [*faults(folder, size), *speech_faults(folder), *differences(folder, again)]
    print('\n'.join(found) if found else 'tour: as promised, twice')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
