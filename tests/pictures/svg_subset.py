#!/usr/bin/env python3
"""The part of SVG our pictures may use: what nanosvg draws as every other renderer does.

    svg_subset.py FOLDER...

Looks at every .svg under the folders and prints "file: what, and what to do instead"; exits 1 when
there is anything. Why each rule: nanosvg leaves out or misdraws the rest without a word.
"""
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

SVG = '{http://www.w3.org/2000/svg}'
PAINT = {'fill', 'stroke', 'fill-opacity', 'stroke-opacity', 'fill-rule', 'stroke-width',
         'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'transform', 'id'}
STOPS = {'id', 'gradientUnits'}
ELEMENTS = {
    'svg': {'viewBox', 'width', 'height'},
    'title': set(),
    'defs': set(),
    'g': PAINT,
    'path': PAINT | {'d'},
    'rect': PAINT | {'x', 'y', 'width', 'height', 'rx', 'ry'},
    'circle': PAINT | {'cx', 'cy', 'r'},
    'ellipse': PAINT | {'cx', 'cy', 'rx', 'ry'},
    'line': PAINT | {'x1', 'y1', 'x2', 'y2'},
    'polyline': PAINT | {'points'},
    'polygon': PAINT | {'points'},
    'linearGradient': STOPS | {'x1', 'y1', 'x2', 'y2'},
    'radialGradient': STOPS | {'cx', 'cy', 'r', 'fx', 'fy'},
    'stop': {'offset', 'stop-color', 'stop-opacity'},
}
COLOUR = re.compile(r'#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|rgb\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\)')
PAINT_SERVER = re.compile(r'url\(#([\w.-]+)\)')
LENGTHS = {'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'fx', 'fy'}


def colour_faults(name, value, gradients):
    server = PAINT_SERVER.fullmatch(value)
    if server and name in ('fill', 'stroke'):
        if server.group(1) not in gradients:
            yield f'{name}="{value}" names no gradient of this picture'
    elif value != 'none' and not COLOUR.fullmatch(value):
        yield f'{name}="{value}": write the colour as #rrggbb'


def gradient_faults(element, tag):
    if element.get('gradientUnits') == 'userSpaceOnUse':
        return
    for name in sorted(LENGTHS & set(element.attrib)):
        if not element.get(name).endswith('%') and float(element.get(name)) != 0:
            yield f'{tag} {name}="{element.get(name)}": give per cent, or use userSpaceOnUse'


def element_faults(element, gradients):
    tag = element.tag.removeprefix(SVG)
    if tag not in ELEMENTS:
        yield f'<{tag}> is not drawn here: use shapes and paths'
        return
    for name, value in element.attrib.items():
        if name not in ELEMENTS[tag]:
            yield f'<{tag} {name}=...> is not for our pictures: take it out'
        elif name in ('fill', 'stroke', 'stop-color'):
            yield from colour_faults(name, value, gradients)
    if tag.endswith('Gradient'):
        yield from gradient_faults(element, tag)
    if tag == 'stop' and not element.get('offset', '').endswith('%'):
        yield f'stop offset="{element.get("offset")}": give per cent'


def faults_of(text):
    """What is wrong with one picture, as sentences."""
    if re.search(r'<!(DOCTYPE|ENTITY)', text):
        yield 'no DOCTYPE and no entities, please'
        return
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        yield f'not well formed: {error}'
        return
    if root.tag != SVG + 'svg':
        yield 'the root is not <svg> of http://www.w3.org/2000/svg'
        return
    if not re.fullmatch(r'0 0 \d+(\.\d+)? \d+(\.\d+)?', root.get('viewBox', '')):
        yield 'viewBox is missing or does not begin at 0 0'
    title = root.find(SVG + 'title')
    if title is None or not (title.text or '').strip():
        yield 'there is no <title> that says what is to be seen'
    gradients = {e.get('id') for e in root.iter() if e.tag.endswith('Gradient')}
    for element in root.iter():
        yield from element_faults(element, gradients)


def main(folders):
    paths = sorted(path for folder in folders for path in Path(folder).rglob('*.svg'))
    faults = [f'{path}: {fault}' for path in paths
              for fault in faults_of(path.read_text(encoding='utf-8'))]
    print('\n'.join(faults) if faults else f'{len(paths)} pictures, all within the subset')
    return 1 if faults or not paths else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
