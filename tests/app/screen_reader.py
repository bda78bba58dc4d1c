#!/usr/bin/env python3
"""An outside client of the accessibility bus: finds the program, reads what is on the screen, presses
and writes, and sees what becomes of it.

    screen_reader.py PROGRAM SCRATCH

Starts itself again below a session bus of its own, on a display of its own.
"""
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

SOON_S = 300
PYTHON = '/usr/bin/python3'  # Debian's own: the one that has its packages
LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher']


def fail(what):
    sys.exit(f'screen_reader.py: {what}')


def await_true(what, ask):
    end = time.monotonic() + SOON_S
    while time.monotonic() < end:
        found = ask()
        if found:
            return found
        time.sleep(0.1)
    fail(f'waited in vain for {what}')


class Client:
    """What a screen reader sees of the program."""

    def __init__(self, atspi):
        self.atspi = atspi
        self.program = await_true('the program on the accessibility bus', self.find_program)

    def find_program(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() == 'Pebble Cove':
                return child
        return None

    def nodes(self):
        """(role, name, accessible) of everything on the screen, in reading order."""
        found = []

        def walk(accessible):
            for i in range(accessible.get_child_count()):
                child = accessible.get_child_at_index(i)
                if child:
                    found.append((child.get_role_name(), child.get_name(), child))
                    walk(child)
        try:
            walk(self.program)
        except Exception:  # the screen changed meanwhile
            return []
        return found

    def find(self, role, name):
        return next((a for r, n, a in self.nodes() if r == role and n == name), None)

    def await_node(self, role, name):
        return await_true(f'{role} "{name}"; there is {[(r, n) for r, n, _ in self.nodes()]}',
                          lambda: self.find(role, name))

    def press(self, name, role='push button'):
        button = self.await_node(role, name)
        assert button.get_n_actions() == 1, name
        if not button.do_action(0):
            fail(f'"{name}" refuses to be pressed')

    def has(self, accessible, state):
        return accessible.get_state_set().contains(state)


def wakeups(pid):
    """Of all its threads, so far."""
    total = 0
    for status in Path(f'/proc/{pid}/task').glob('*/status'):
        for line in status.read_text().splitlines():
            if line.startswith('voluntary_ctxt_switches'):
                total += int(line.split()[1])
    return total


def wakeups_in(pid, seconds):
    before = wakeups(pid)
    time.sleep(seconds)
    return wakeups(pid) - before


def talk(client, atspi, pid):
    # The door: what is there, and what it is.
    client.await_node('frame', 'Pebble Cove')
    client.await_node('heading', 'Pebble Cove')
    helper = client.await_node('push button', 'Set up this computer')
    for state in (atspi.StateType.SHOWING, atspi.StateType.FOCUSABLE, atspi.StateType.ENABLED):
        assert client.has(helper, state), state
    box = helper.get_extents(atspi.CoordType.WINDOW)
    assert box.width > 80 and box.height > 30 and box.x >= 0 and box.y >= 0, 'no place'

    # Focus goes where it is asked to, and can be read.
    assert helper.grab_focus()
    await_true('the focus', lambda: client.has(helper, atspi.StateType.FOCUSED))

    # Pressing leads to the next screen; what was there is gone.
    client.press('Set up this computer')
    field = client.await_node('entry', 'Your name')
    await_true('the door to go away', lambda: not client.find('push button', 'Set up this computer'))

    # Whoever reads nothing wakes nobody; on a busy computer not at once.
    await_true('two quiet seconds', lambda: wakeups_in(pid, 2) <= 10)

    # A field can be written and read back, whatever the script.
    for words in ('Kim', 'Ноа é', ''):
        assert field.set_text_contents(words)
        await_true(f'the field to hold "{words}"',
                   lambda words=words: field.get_text(0, -1) == words)


def quiet(atspi, program, scratch):
    """Where no screen reader is on, the program does not announce itself."""
    ours = subprocess.Popen([program, '--data', scratch / 'other'], stderr=subprocess.DEVNULL)
    time.sleep(5)
    desktop = atspi.get_desktop(0)
    names = [desktop.get_child_at_index(i).get_name() for i in range(desktop.get_child_count())]
    ours.terminate()
    ours.wait(300)
    assert 'Pebble Cove' not in names, names


def main_inside(program, scratch):
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi
    Atspi.set_timeout(60000, 60000)
    launcher = next((l for l in LAUNCHERS if Path(l).exists()), None)
    bus = subprocess.Popen([launcher, '--launch-immediately'])
    quiet(Atspi, program, scratch)
    log = open(scratch / 'log', 'wb')
    ours = subprocess.Popen([program, '--screen-reader', 'on', '--data', scratch / 'data'],
                            stderr=log)
    try:
        talk(Client(Atspi), Atspi, ours.pid)
        assert ours.poll() is None, 'the program ended by itself'
    finally:
        ours.terminate()
        code = ours.wait(300)
        bus.terminate()
    said = (scratch / 'log').read_text()
    if 'Sanitizer' in said or code not in (0, -15):
        fail(f'the program ended with {code}: {said}')


def main():
    program, scratch = Path(sys.argv[1]), Path(sys.argv[2])
    if 'COVE_INSIDE' in os.environ:
        main_inside(program, scratch)
        return
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    environment = {**os.environ, 'COVE_INSIDE': '1', 'XDG_RUNTIME_DIR': str(scratch),
                   'HOME': str(scratch), 'XDG_CACHE_HOME': str(scratch / 'cache'),
                   'SDL_AUDIODRIVER': 'none', 'ASAN_OPTIONS': 'detect_leaks=0'}
    for name in ('DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'WAYLAND_DISPLAY'):
        environment.pop(name, None)
    scratch.chmod(0o700)
    done = subprocess.run(['xvfb-run', '-a', 'dbus-run-session', '--', PYTHON, __file__,
                           program, scratch], env=environment)
    sys.exit(done.returncode)


main()
