#!/usr/bin/env python3
"""What an author does, with the program itself: makes modules of every kind, sees them, breaks them
and mends them.

    check_authors.py PROGRAM SOURCE SCRATCH
"""
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

program, source, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
faults = []


def run(*arguments):
    environment = dict(os.environ, HOME=str(scratch / 'home'), SDL_VIDEODRIVER='dummy')
    for name in ('XDG_DATA_HOME', 'XDG_CACHE_HOME', 'DISPLAY', 'WAYLAND_DISPLAY'):
        environment.pop(name, None)
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True,
                          env=environment, timeout=600)


def expect(what, wanted):
    if not wanted:
        faults.append(what)


def expect_refusal(words, code, *arguments):
    done = run(*arguments)
    expect(f'{arguments}: exit {done.returncode}, {done.stderr!r}',
           done.returncode == code and words in done.stderr and done.stderr.count('\n') == 1)


def errors_and_warnings(folder):
    found = json.loads(run('check', '--json', folder).stdout)
    return found['errors'], found['warnings']


def kinds():
    schema = json.loads((source / 'content/schema/module.schema.json').read_text())
    activity = schema['properties']['activities']['items']
    return activity['properties']['kind']['enum']


def every_kind_has_a_template():
    templates = sorted(folder.name for folder in (source / 'content-templates').iterdir())
    expect('a template for each kind and no other',
           templates == sorted(kind.replace('_', '-') for kind in kinds()))


def templates_explain_themselves():
    for kind in kinds():
        module = json.loads((source / 'content-templates' / kind.replace('_', '-') /
                             'module.json').read_text())
        activity = module['activities'][0]
        expect(f'{kind}: a remark about the kind', len(activity.get('//', '')) > 30)
        expect(f'{kind}: a remark on a page', any('//' in page for page in activity['pages']))


def modules_of_every_kind_check_clean():
    for kind in kinds():
        name = 'a-' + kind.replace('_', '-')
        done = run('new-module', name, '--kind', kind, '--in', scratch / 'one')
        expect(f'{kind}: {done.stderr}', done.returncode == 0)
        expect(f'{kind} says how to see it',
               f'preview {name}/{kind.replace("_", "-")} --content' in done.stdout)
    expect('all of them together', errors_and_warnings(scratch / 'one') == (0, 0))


def any_kinds_go_together():
    names = kinds()
    for at in range(len(names)):
        pair = [names[at], names[(at + 9) % len(names)]]
        done = run('new-module', f'pair-{at}', '--in', scratch / 'two',
                   *[word for kind in pair for word in ('--kind', kind)])
        expect(f'{pair}: {done.stderr}', done.returncode == 0)
    expect('all pairs together', errors_and_warnings(scratch / 'two') == (0, 0))


def modules_come_where_the_program_looks():
    done = run('new-module', 'at-home')
    made = scratch / 'home/.local/share/pebblecove/content/at-home'
    expect(f'made at home: {done.stderr}', done.returncode == 0 and (made / 'module.json').exists())
    done = run('preview', 'at-home/story-pages', '--out', scratch / 'home-pictures')
    expect(f'and found there: {done.stderr}', done.returncode == 0)


def bad_wishes_are_refused():
    one = scratch / 'one'
    before = sorted(path.name for path in one.iterdir())
    expect_refusal('is empty', 2, 'new-module', '', '--in', one)
    for name in ('Big', '1a', 'a_b', 'a--b', 'a-', '../a', 'a/b', 'ui', 'rules', 'schema',
                 'a' * 41, 'caf\u00e9', 'a b'):
        expect_refusal('name', 2, 'new-module', f'{name}', '--in', one)
    expect_refusal('is there already', 2, 'new-module', 'a-sort-cards', '--in', one)
    expect_refusal('is no kind', 2, 'new-module', 'x', '--kind', 'sort-cards', '--in', one)
    expect_refusal('given twice', 2, 'new-module', 'x', '--kind', 'sort_cards', '--kind',
                   'sort_cards', '--in', one)
    expect_refusal('needs a name', 2, 'new-module')
    expect_refusal('one word too many', 2, 'new-module', 'x', 'y')
    (scratch / 'file').write_text('')
    expect_refusal('file', 1, 'new-module', 'x', '--in', scratch / 'file')
    expect('nothing was made', before == sorted(path.name for path in one.iterdir()))


def previews_show_every_page():
    for kind in kinds():
        name = kind.replace('_', '-')
        out = scratch / 'pictures' / name
        done = run('preview', f'a-{name}/{name}', '--content', scratch / 'one', '--out', out)
        pictures = sorted(path.name for path in out.glob('*.png')) if out.exists() else []
        expect(f'{kind}: {done.stderr} {pictures}', done.returncode == 0 and pictures and
               all((out / picture).stat().st_size > 5000 for picture in pictures))
    story = scratch / 'pictures/story-pages'
    expect('named by page', [path.name for path in sorted(story.iterdir())] ==
           ['01-rock.png', '02-wave.png', '03-end.png'])


def bad_previews_are_refused():
    one = ('--content', scratch / 'one', '--out', scratch / 'none')
    expect_refusal('MODULE/ACTIVITY', 2, 'preview')
    for name in ('feelings', '/faces', 'feelings/', 'a/b/c', '../one/x', './x'):
        expect_refusal('MODULE/ACTIVITY', 2, 'preview', name, *one)
    expect_refusal('no such module', 1, 'preview', 'nothing/x', *one)
    expect_refusal('no such activity. It has: sort-cards.', 1, 'preview', 'a-sort-cards/x', *one)
    expect_refusal('no page for Little', 1, 'preview', 'a-sort-cards/sort-cards', '--tier', 't1',
                   *one)
    expect_refusal('is no tier', 2, 'preview', 'a-sort-cards/sort-cards', '--tier', 't9', *one)


def wait_for(lines, words):
    end = time.monotonic() + 300
    while time.monotonic() < end:
        if any(words in line for line in lines.read_text().splitlines()):
            return True
        time.sleep(0.05)
    return False


def save_until(module, text, log, words):
    """Saves again and again, since nobody sees from outside when the window is open."""
    end = time.monotonic() + 300
    while time.monotonic() < end and words not in log.read_text():
        text += ' '
        module.write_text(text)
        time.sleep(1)
    return words in log.read_text()


def previews_follow_what_is_saved():
    module = scratch / 'one/a-story-pages/module.json'
    good = module.read_text()
    log = scratch / 'followed'
    environment = dict(os.environ, HOME=str(scratch / 'home'), SDL_VIDEODRIVER='dummy')
    with log.open('w') as out:
        window = subprocess.Popen([program, 'preview', 'a-story-pages/story-pages', '--content',
                                   str(scratch / 'one')], stdout=out, env=environment)
    expect('what is saved is read again', save_until(module, good, log, 'no errors'))
    time.sleep(1)
    log.write_text('')
    time.sleep(1)
    expect('nothing is read again before something is saved', log.read_text() == '')
    module.write_text(good.replace('"minutes": 4', '"minutes": "four"'))
    expect('a fault is shown', wait_for(log, 'cannot be shown'))
    log.write_text('')
    module.write_text(good[:len(good) // 2])
    expect('a file half saved too', wait_for(log, 'cannot be shown'))
    module.write_text(good.replace('"minutes": 4', '"minutes": 5'))
    expect('and goes when it is mended', wait_for(log, 'no errors'))
    expect('the window is still there', window.poll() is None)
    window.terminate()
    expect('and closes in peace', window.wait(300) == 0)
    module.write_text(good)


shutil.rmtree(scratch, ignore_errors=True)
scratch.mkdir(parents=True)
for test in (every_kind_has_a_template, templates_explain_themselves,
             modules_of_every_kind_check_clean, any_kinds_go_together,
             modules_come_where_the_program_looks, bad_wishes_are_refused,
             previews_show_every_page, bad_previews_are_refused, previews_follow_what_is_saved):
    test()
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
