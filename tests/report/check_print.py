#!/usr/bin/env python3
"""Printed reports as other programs see them: check_print.py PRINT_PAGES MODULE FOLDER.

Whole (qpdf), tagged and with neutral words about itself (pdfinfo), letters embedded (pdffonts), all
its words there in both directions of reading (pdftotext), pages as laid out for the preview. Ends
with 77 where those programs are not installed.
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

WORDS = {'en': ['Summary of work', 'What was seen', 'Milo asked for a break (twice), & said',
                'naïve, Мило', 'Prepared by Kim'],
         'ar': ['ملخص', 'لوحظ', 'استراحة', 'Milo', '2026-03-02', 'كيم']}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def faults(path, language, pages):
    subprocess.run(['qpdf', '--check', path], check=True, capture_output=True)
    info = run('pdfinfo', '-isodates', path)
    if not re.search(r'Tagged:\s+yes', info):
        yield 'is not tagged'
    if not re.search(rf'Pages:\s+{pages}$', info, re.M):
        yield f'has not {pages} pages, as laid out'
    if not re.search(r'CreationDate:\s+2026-03-02T00:00:00', info):
        yield 'says of which hour it is: ' + info
    if re.search(r'^(Author|Subject|Keywords):\s+\S', info, re.M):
        yield 'says more about itself than it should'
    fonts = run('pdffonts', path).splitlines()[2:]
    if not fonts or any(' yes ' not in line[50:] for line in fonts):
        yield 'has letters that are not embedded'
    text = run('pdftotext', '-layout', path, '-')
    solid = re.sub(r'\s', '', text)
    for words in WORDS[language]:
        if re.sub(r'\s', '', words) not in solid:
            yield f'lacks "{words}"'
    boxes = run('pdftotext', '-bbox', path, '-')
    edges = [float(edge) for edge in re.findall(r'<word xMin="([\d.]+)"', boxes)]
    if (max(edges) > 500) != (language == 'ar'):
        yield 'begins at the wrong edge'
    structure = run('pdfinfo', '-struct', path)
    for tag in ('Document', 'H1', 'H2', 'P', 'L', 'LI'):
        if not re.search(rf'^\s*{tag}\b', structure, re.M):
            yield f'has no {tag} in its structure'


def main(program, module, folder):
    if not all(shutil.which(name) for name in ('qpdf', 'pdfinfo', 'pdffonts', 'pdftotext')):
        return 77
    Path(folder).mkdir(parents=True, exist_ok=True)
    laid = dict(line.split() for line in run(program, module, folder).splitlines())
    found = [f'{language}.pdf {fault}' for language in ('en', 'ar')
             for fault in faults(Path(folder) / f'{language}.pdf', language, laid[language])]
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
