#!/usr/bin/env python3
"""Pebble Cove beside the floor: a bare SDL program, a bare insert, a plain parse.

    bench.py --programs BUILD [--quick] [--runs N] [--years PERCENT]

Both programs run in turns on one display of our own (Xvfb, no GPU); figures are medians. A cold
start is the first of a user on this computer, a warm one any later: then pictures kept by the first
are there. A start has ended with the first frame in which no picture is missing or a stand-in.
Stillness and input are measured on the screen behind the door, as clouds go by over the door itself.

Prints a table of ratios with their goals. Exits 1 when a figure could not be measured, never because one is
bad: that is for a person to judge, on a quiet machine and the release build (sh tools/bench).
"""
import argparse
import ctypes
import os
import queue
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1280, 720
PATIENCE = 20  # seconds for anything to happen
XK_TAB, XK_RETURN = 0xff09, 0xff0d


class Unmeasured(Exception):
    pass


# ---- a display of our own, and a hand on its keyboard ----

class Display:
    def __init__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writing), '-screen', '0', f'{WIDTH}x{HEIGHT}x24',
             '-nolisten', 'tcp'],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = ':' + number.readline().strip()
        if self.name == ':':
            raise Unmeasured('Xvfb did not start')
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtst = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.handle = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))

    def press(self, keysym):
        """Presses the key and returns when, in monotonic nanoseconds."""
        key = self.x11.XKeysymToKeycode(self.handle, ctypes.c_ulong(keysym))
        pressed = time.monotonic_ns()
        for down in (1, 0):
            self.xtst.XTestFakeKeyEvent(self.handle, ctypes.c_uint(key), down, ctypes.c_ulong(0))
        self.x11.XFlush(self.handle)
        return pressed

    def close(self):
        self.x11.XCloseDisplay(self.handle)
        self.server.terminate()
        self.server.wait()


# ---- a program that prints a mark for each frame ----

def on_display(display):
    environment = dict(os.environ, DISPLAY=display.name, SDL_VIDEODRIVER='x11',
                       DBUS_SESSION_BUS_ADDRESS='disabled:', ASAN_OPTIONS='detect_leaks=0')
    environment.pop('WAYLAND_DISPLAY', None)
    return environment


class Program:
    def __init__(self, command, display, cache):
        self.name = Path(command[0]).name
        self.marks = queue.Queue()
        self.started = time.monotonic_ns()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True,
                                        env=dict(on_display(display), XDG_CACHE_HOME=cache))
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            kind, nanoseconds = line.split()
            self.marks.put((kind, int(nanoseconds)))
        self.marks.put(None)

    def next_frame(self, since, whole=False):
        """Nanoseconds from `since` to the next frame (in which no picture is missing)."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                mark = self.marks.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise Unmeasured(f'{self.name}: no frame within {PATIENCE} s') from None
            if mark is None:
                raise Unmeasured(f'{self.name}: ended early')
            if mark[1] >= since and (mark[0] == 'whole' or not whole):
                return mark[1] - since

    def pending(self):
        count = 0
        while not self.marks.empty():
            self.marks.get()
            count += 1
        return count

    def switches(self):
        """Context switches of all threads so far: each wake-up is one."""
        total = 0
        for status in Path(f'/proc/{self.process.pid}/task').glob('*/status'):
            total += sum(map(int, re.findall(r'_ctxt_switches:\s+(\d+)', status.read_text())))
        return total

    def cpu_seconds(self):
        fields = Path(f'/proc/{self.process.pid}/stat').read_text().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')

    def peak_mib(self):
        status = Path(f'/proc/{self.process.pid}/status').read_text()
        return int(re.search(r'VmHWM:\s+(\d+)', status).group(1)) / 1024

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def go_behind_the_door(program, display):
    """Onto the first screen on which nothing moves; where nothing is at the door, it stays."""
    display.press(XK_TAB)
    display.press(XK_RETURN)
    time.sleep(1.5)


def time_start(command, display, cache):
    """Milliseconds of one start, and that is all."""
    program = Program(command, display, cache)
    try:
        start = program.next_frame(program.started, whole=True) / 1e6
        time.sleep(0.7)
        return start
    finally:
        program.close()


def watch(command, display, cache, keys, still_seconds):
    """One run: figures by name."""
    program = Program(command, display, cache)
    try:
        figures = {'start': program.next_frame(program.started, whole=True) / 1e6}
        time.sleep(0.7)
        go_behind_the_door(program, display)
        if still_seconds:
            program.pending()
            before, cpu = program.switches(), program.cpu_seconds()
            time.sleep(still_seconds)
            figures['wakes'] = (program.switches() - before) / still_seconds
            figures['cpu'] = (program.cpu_seconds() - cpu) / still_seconds * 100
            figures['frames'] = program.pending()
        answers = []
        for _ in range(keys):
            program.pending()
            answers.append(program.next_frame(display.press(XK_TAB)) / 1e6)
            time.sleep(0.03)
        figures['input'] = statistics.median(answers)
        figures['memory'] = program.peak_mib()
        return figures
    finally:
        program.close()


def measure_programs(programs, scratch, quick, runs):
    font = subprocess.run(['fc-match', '-f', '%{file}', 'Andika'], capture_output=True, text=True,
                          check=True).stdout
    floor = [str(programs / 'bench/bench_floor'), font, str(WIDTH), str(HEIGHT)]
    display = Display()
    found = {'floor': [], 'ours': []}
    try:
        for run in range(runs):
            ours = [str(programs / 'pebblecove'), '--bench-mark', '--window', f'{WIDTH}x{HEIGHT}',
                    '--data', str(scratch / f'data-{run}')]
            still = (1 if quick else 3) if run < 3 else 0
            cache = str(scratch / f'cache-{run}')
            cold = time_start(ours, display, cache)
            for name, command in (('floor', floor), ('ours', ours)):
                found[name].append(watch(command, display, cache, 5 if quick else 20, still))
            found['ours'][-1]['cold'] = cold
    finally:
        display.close()
    return {name: middle(rows) for name, rows in found.items()}


def middle(rows):
    names = {name for row in rows for name in row}
    return {name: statistics.median(row[name] for row in rows if name in row) for name in names}


# ---- the store, the library, and frames while something moves ----

def numbers_of(command, environment=None):
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    if result.returncode != 0:
        raise Unmeasured(result.stderr.strip() or f'{command[0]} failed')
    words = result.stdout.split()
    return {name: float(value) for name, value in zip(words[::2], words[1::2])}


def make_modules(folder, count):
    """`count` modules from the real ones, each under an id of its own."""
    originals = sorted(path.parent for path in (ROOT / 'content').glob('*/module.json'))
    for index in range(count):
        original = originals[index % len(originals)]
        copy = folder / f'content/m{index}'
        shutil.copytree(original, copy)
        text = (copy / 'module.json').read_text()
        (copy / 'module.json').write_text(
            text.replace(f'"id": "{original.name}"', f'"id": "m{index}"', 1))
    (folder / 'assets').symlink_to(ROOT / 'assets')
    return folder / 'content'


def measure_store(programs, scratch, quick):
    folder = scratch / 'store'
    folder.mkdir()
    return numbers_of([str(programs / 'bench/bench_store'), str(folder), '100' if quick else '1000'])


def measure_years(programs, scratch, quick, percent):
    """Starts and cases with so much of ten years; the first start makes the outline."""
    program, folder = str(programs / 'bench/bench_years'), str(scratch / 'years')
    numbers_of([program, 'make', folder, str(percent or (1 if quick else 10))])
    first = numbers_of([program, 'outline', folder])
    return {**numbers_of([program, 'read', folder]), 'outline': first['outline']}


def measure_modules(programs, scratch, quick):
    count = 50 if quick else 1000
    content = make_modules(scratch, count)
    found = numbers_of([str(programs / 'bench/bench_modules'), str(content), '3' if quick else '5'])
    if found['modules'] != count:
        raise Unmeasured(f'only {found["modules"]:.0f} of {count} modules can be used: '
                         'see pebblecove check content')
    return found


def make_library(programs, folder, count):
    """A folder of one's own with `count` modules of ten activities each, from the templates."""
    kinds = sorted(path.name for path in (ROOT / 'content-templates').iterdir())
    patterns = []
    for half in (kinds[:10], kinds[10:]):
        name = f'pattern-{len(patterns)}'
        subprocess.run([str(programs / 'pebblecove'), 'new-module', name, '--in', str(folder)] +
                       [word for kind in half for word in ('--kind', kind.replace('-', '_'))],
                       check=True, capture_output=True)
        patterns.append(folder / name)
    for index in range(count):
        copy = folder / f'm{index:04}'
        shutil.copytree(patterns[index % 2], copy)
        module = copy / 'module.json'
        module.write_text(re.sub('"id": "pattern-."', f'"id": "m{index:04}"', module.read_text(), 1))
    for pattern in patterns:
        shutil.rmtree(pattern)
    time.sleep(2.5)  # fresh files are not kept in the index
    return folder


def time_warm(programs, display, scratch, name, own, runs):
    cache, data = str(scratch / f'{name}-cache'), str(scratch / f'{name}-data')
    command = [str(programs / 'pebblecove'), '--bench-mark', '--window', f'{WIDTH}x{HEIGHT}',
               '--data', data] + (['--content', str(own)] if own else [])
    starts = [time_start(command, display, cache) for _ in range(runs + 1)]
    return statistics.median(starts[1:])


def measure_library(programs, scratch, quick):
    """Starts with the shipped modules alone, and with a thousand more."""
    own = make_library(programs, scratch / 'own', 50 if quick else 1000)
    found = numbers_of([str(programs / 'bench/bench_library'), str(ROOT / 'content'), str(own),
                        str(scratch / 'index'), '3' if quick else '20'])
    display = Display()
    try:
        for name, folder in (('shipped', None), ('large', own)):
            found[name] = time_warm(programs, display, scratch, name, folder, 2 if quick else 9)
    finally:
        display.close()
    return found


def measure_frames(programs):
    display = Display()
    try:
        return numbers_of([str(programs / 'bench/bench_frames'), str(ROOT / 'content'),
                           str(ROOT / 'assets'), str(WIDTH), str(HEIGHT)], on_display(display))
    finally:
        display.close()


# ---- the table ----

def row(title, floor, ours, unit, goal=None, as_ratio=True):
    ratio = ours / floor if floor else None
    shown = f'{ratio:.2f}x' if ratio is not None and as_ratio else '-'
    judged = ''
    if goal is not None:
        value = ratio if as_ratio else ours
        judged = 'met' if value is not None and value <= goal else 'MISSED'
        goal = f'<= {goal}x' if as_ratio else f'<= {goal}'
    print(f'| {title:42} | {floor or 0:9.2f} | {ours:9.2f} | {unit:5} | {shown:>7} | {goal or "":>8} '
          f'| {judged:6} |')


def print_table(both, store, modules, frames):
    floor, ours = both['floor'], both['ours']
    print(f'| {"figure":42} | {"floor":>9} | {"ours":>9} | unit  |   ratio |     goal |        |')
    print(f'| {"-" * 42} | {"-" * 9} | {"-" * 9} | ----- | ------- | -------- | ------ |')
    row('exec to the whole door, reacting: warm', floor['start'], ours['start'], 'ms', 2)
    row('exec to the whole door, reacting: cold', floor['start'], ours['cold'], 'ms', 2)
    row('frames drawn while still', floor['frames'], ours['frames'], '', 0, as_ratio=False)
    row('wake-ups while still', floor['wakes'], ours['wakes'], '/s', 2, as_ratio=False)
    row('CPU while still', floor['cpu'], ours['cpu'], '%')
    row('peak memory', floor['memory'], ours['memory'], 'MiB', 2.5)
    row('input to changed picture', floor['input'], ours['input'], 'ms', 2)
    row('a frame of the cove, clouds and water', frames['floor'], frames['cove'], 'ms', 6)
    row('a frame of a page sliding in', frames['floor'], frames['page'], 'ms', 6)
    row('a frame of a screen fading in', frames['floor'], frames['screen'], 'ms', 6)
    row('a kept move / a bare durable insert', store['insert'], store['keep'], 'us', 1.5)
    row(f'{modules["modules"]:.0f} modules / a plain parse of {modules["bytes"] / 1e6:.1f} MB',
        modules['parse'], modules['open'], 'ms')


def print_library(library):
    """The floor: a start with what is shipped, and the time of one frame."""
    size = f'{library["activities"]:.0f} activities in {library["modules"]:.0f} modules'
    row(f'start: {size}', library['shipped'], library['large'], 'ms', 1.3)
    row('  listing them, without reading them', library['shipped'], library['listed'], 'ms')
    row('  a search through them / one frame', 16, library['search'], 'ms', 1)


def print_years(years):
    """The floor: SQLite reading the same rows, of the record or its outline, and nothing else."""
    size = f'{years["rows"]:.0f} entries'
    row(f'a start: {size}', years['start_floor'], years['start'], 'ms')
    row('  the same, by the clock', years['start_floor'], years['start'], 'ms', 2000, as_ratio=False)
    row('a case made whole', years['case_floor'], years['case'], 'ms', 200, as_ratio=False)
    row('the moves of one play', years['play_floor'], years['play'], 'ms')
    row('the whole chain, once a week', years['chain_floor'], years['chain'], 'ms')
    row('reading all, to make the outline', years['chain_floor'], years['outline'], 'ms')
    row('peak memory with it', None, years['memory'], 'MiB', 500, as_ratio=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--programs', type=Path, required=True)
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--runs', type=int)
    parser.add_argument('--years', type=int, metavar='PERCENT', help='of ten years of record')
    options = parser.parse_args()
    runs = options.runs or (3 if options.quick else 15)
    programs = options.programs.resolve()
    with tempfile.TemporaryDirectory(prefix='pebblecove-bench-') as folder:
        scratch = Path(folder)
        try:
            both = measure_programs(programs, scratch, options.quick, runs)
            store = measure_store(programs, scratch, options.quick)
            modules = measure_modules(programs, scratch, options.quick)
            library = measure_library(programs, scratch, options.quick)
            frames = measure_frames(programs)
            years = measure_years(programs, scratch, options.quick, options.years)
        except Unmeasured as why:
            print(f'bench: {why}', file=sys.stderr)
            return 1
    print_table(both, store, modules, frames)
    print_library(library)
    print_years(years)
    return 0


if __name__ == '__main__':
    sys.exit(main())
