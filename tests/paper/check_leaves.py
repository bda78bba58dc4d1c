#!/usr/bin/env python3
"""Sheets to work on, as other programs see them: check_leaves.py PRINT_LEAVES MODULE SOURCE FOLDER.

Whole (qpdf), tagged, letters embedded, pictures as shapes and not as pixels, and every word of the
activity there, in English, Spanish and Arabic. Ends with 77 where those programs are not installed.
"""
import html
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

# Would need a page more for one heading, were there not less room between its blocks.
CLOSE = {'coping-kit-t1': 2}
SOME = {'en': ['feelings/faces', 'feelings/body', 'feelings/jars', 'feelings/size', 'coping/candle', 'coping/kit',
               'welcome/doors', 'middle/heart-house', 'saying/voices', 'working-together/noticing'],
        'es': ['middle/fox', 'coping/plan'],
        'ar': ['feelings/faces', 'feelings/sam', 'feelings/act', 'feelings/size']}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def solid(text):
    """Letters alone: lines break anywhere, and marks of direction are not words."""
    text = unicodedata.normalize('NFKD', text)
    return ''.join(c for c in text if unicodedata.category(c)[0] in 'LN')


def missing(text, lines, language):
    """Lines whose words are not there. Arabic comes back torn at marks, and with the letters of a
    ligature in either order; there, all letters of all lines are counted."""
    if language != 'ar':
        return [words for words in lines if solid(words) not in solid(text)]
    lacking = Counter(solid(' '.join(lines))) - Counter(solid(text))
    return [f'{count} of {letter}' for letter, count in lacking.items()]


def html_faults(path):
    page = path.with_suffix('.html').read_text()
    text = html.unescape(re.sub(r'<style>.*?</style>|<[^>]*>', ' ', page, flags=re.S))
    for words in missing(text, path.with_suffix('.txt').read_text().splitlines(), 'en'):
        yield f'as HTML lacks "{words}"'
    if re.search(r'class="go">-|(src|href)="(?!data:)', page):
        yield 'as HTML leads nowhere, or out of the file'


def faults(path, language):
    subprocess.run(['qpdf', '--check', path], check=True, capture_output=True)
    info = run('pdfinfo', '-isodates', path)
    if not re.search(r'Tagged:\s+yes', info):
        yield 'is not tagged'
    pages = CLOSE.get(path.stem)
    if pages and not re.search(rf'Pages:\s+{pages}\b', info):
        yield f'needs more than {pages} pages'
    if re.search(r'^(Author|Subject|Keywords):\s+\S', info, re.M):
        yield 'says more about itself than it should'
    fonts = run('pdffonts', path).splitlines()[2:]
    if not fonts or any(' yes ' not in line[50:] for line in fonts):
        yield 'has letters that are not embedded'
    text = run('pdftotext', *([] if language == 'ar' else ['-raw']), path, '-')
    for words in missing(text, path.with_suffix('.txt').read_text().splitlines(), language):
        yield f'lacks "{words}"'
    if ('\u2192' if language == 'ar' else '\u2190') in text:
        yield 'points to where people come from'
    structure = run('pdfinfo', '-struct', path)
    for tag in ('Document', 'H1', 'H2'):
        if not re.search(rf'^\s*{tag}\b', structure, re.M):
            yield f'has no {tag} in its structure'


def main(program, module, source, folder):
    if not all(shutil.which(name) for name in ('qpdf', 'pdfinfo', 'pdffonts', 'pdftotext')):
        return 77
    found, count = [], 0
    for language, names in SOME.items():
        into = Path(folder) / language
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        run(program, module, f'{source}/content', f'{source}/assets', language, into, *names)
        for path in sorted(into.glob('*.pdf')):
            count += 1
            found += [f'{language}/{path.name} {fault}'
                      for fault in (*faults(path, language), *html_faults(path))]
    print('\n'.join(found) or f'{count} sheets')
    return 1 if found or count < 25 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
