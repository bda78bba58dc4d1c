#!/usr/bin/env python3
"""Draws every screen in many looks and makes one page of them.

    gallery.py GALLERY OUT [--quick] [--figures=FIGURES]

GALLERY is the program of gallery.c, FIGURES that of tests/figure: with it a sample of figures is at
the top, on light and on dark, large and at 96 px. The page OUT/index.html needs nothing else: small pictures that
lead to the whole ones, by who and look, with boxes to leave some out.
"""
import html
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WHO = {'desk': 'Door and helper', 't1': '4 to 6', 't2': '7 to 9', 't3': '10 to 12',
       't4': '13 to 17', 'ad': 'Grown-ups'}
LOOKS = [  # language, window, text %, theme
    ('en', '1280x720', '100', 'day'),
    ('en', '800x600', '200', 'day'),
    ('en', '800x600', '100', 'contrast'),
    ('en', '1920x1080', '100', 'dusk'),
    ('qps', '800x600', '100', 'day'),
    ('qpr', '1280x720', '100', 'day'),
]
STYLE = """
body { font: 16px/1.5 sans-serif; margin: 24px; background: #f4f1e8; color: #22313f; }
fieldset { display: inline-block; border: 0; }
figure { display: inline-block; margin: 6px; width: 300px; vertical-align: top; }
figure img { width: 300px; border-radius: 6px; background: #ddd; }
figcaption { font-size: 13px; overflow-wrap: anywhere; }
"""
ASSETS = Path(__file__).parents[2] / 'assets'
GROUNDS = [('#FFFDF7', 160), ('#FFFDF7', 96), ('#1B2A38', 96), ('#000000', 96)]
LOOK_NAMES = {'en': '', 'qps': ', long words', 'qpr': ', right to left'}


def look_name(look):
    language, window, text, theme = look
    return f'{window}, {text} %, {theme}{LOOK_NAMES[language]}'


def draw(program, out, who, look):
    """Draws one who in one look; returns (file, title) for each screen."""
    folder = '-'.join(look)
    done = subprocess.run([program, out / folder, who, *look], check=True, capture_output=True,
                          text=True)
    lines = [line.split('\t') for line in done.stdout.splitlines()]
    return [(f'{folder}/{name}', title) for name, title in lines]


def box(kind, index, label):
    return f'<label><input type="checkbox" id="{kind}{index}" checked> {html.escape(label)}</label> '


def filters(looks):
    """Boxes that hide with style alone: no script."""
    boxes = ''.join(box('who', i, label) for i, label in enumerate(WHO.values())) + '<br>'
    boxes += ''.join(box('look', i, look_name(look)) for i, look in enumerate(looks))
    ids = [f'who{i}' for i in range(len(WHO))] + [f'look{i}' for i in range(len(looks))]
    rules = ''.join(f'body:has(#{i}:not(:checked)) .{i} {{ display: none; }}\n' for i in ids)
    return f'<fieldset>{boxes}</fieldset>', rules


def figure(who, look, file, title):
    name = html.escape(Path(file).stem)
    return (f'<figure class="who{who} look{look}"><a href="{html.escape(file)}">'
            f'<img loading="lazy" src="{html.escape(file)}" alt="{html.escape(title)}"></a>'
            f'<figcaption>{name}</figcaption></figure>')


def people(program, out):
    """A sample of figures, once on each ground; no program, no figures."""
    if not program:
        return ''
    subprocess.run([program, ASSETS, out / 'figures'], check=True)
    names = sorted(path.name for path in (out / 'figures').glob('*.svg'))
    rows = [f'<p style="background:{ground}">' + ''.join(
        f'<img src="figures/{name}" alt="" height="{height}" title="{name}">' for name in names)
        for ground, height in GROUNDS]
    return f'<h2>Figures</h2>{"".join(rows)}'


def page(drawn, looks, figures=''):
    boxes, rules = filters(looks)
    parts = ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Pebble Cove: every screen'
             f'</title><style>{STYLE}{rules}</style><h1>Every screen</h1>{boxes}{figures}']
    for (w, l), pictures in sorted(drawn.items()):
        parts.append(f'<h2 class="who{w} look{l}">{html.escape(list(WHO.values())[w])}: '
                     f'{html.escape(look_name(looks[l]))}</h2>')
        parts += [figure(w, l, file, title) for file, title in pictures]
    return '\n'.join(parts) + '</html>\n'


def main(program, out, *options):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    looks = LOOKS[:1] if '--quick' in options else LOOKS
    jobs = [(w, l) for w in range(len(WHO)) for l in range(len(looks))]
    with ThreadPoolExecutor(4) as pool:
        results = pool.map(lambda job: draw(program, out, list(WHO)[job[0]], looks[job[1]]), jobs)
        drawn = dict(zip(jobs, results))
    figures = [option.removeprefix('--figures=') for option in options
               if option.startswith('--figures=')]
    (out / 'index.html').write_text(page(drawn, looks, people(figures[-1] if figures else '', out)),
                                    encoding='utf-8')
    print(f'{sum(map(len, drawn.values()))} pictures: open {out / "index.html"}')


if __name__ == '__main__':
    main(*sys.argv[1:])
