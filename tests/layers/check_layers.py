#!/usr/bin/env python3
"""The rules of src/ that a compiler does not know.

    check_layers.py SRC LAYERS [BUILD]

LAYERS holds lines "name: use use": a layer may include its own headers, those of the layers it
uses, and what these use in turn. Besides the order: each library has its place, a .c file declares
nothing extern, a few calls are banned, and (with BUILD, where libcove_<layer>.a are) no layer has a
variable that outlives a call. Prints "file:line: what and what to do"; exits 1 when there is any.
"""
import re
import subprocess
import sys
from pathlib import Path

# header as written, where it may stand, what people call it
LIBRARIES = [
    (r'SDL', ['platform/'], 'SDL'),
    (r'(cjson/)?cJSON', ['base/json.c'], 'cJSON'),
    (r'sodium(\.h|/)', ['vault/'], 'libsodium'),
    (r'sqlite3(ext)?\.h', ['store/store_sqlite.c', 'store/sqlite_'], 'SQLite'),
    (r'uni(str|types|conv|stdio|name|ctype|width|gbrk|wbrk|lbrk|norm|case)\.h',
     ['base/', 'platform/'], 'libunistring'),
    (r'fribidi', ['platform/'], 'FriBidi'),
    (r'pcre2', ['content/'], 'PCRE2'),
    (r'espeak', ['speak/main.c'], 'espeak-ng'),
    (r'(cairo|pango|librsvg)', ['print/'], 'cairo, Pango and librsvg'),
    (r'(atk|gio|glib|gobject)', ['reader/', 'print/'], 'ATK and GLib'),
]
BANNED = re.compile(r'\b(sprintf|vsprintf|strcpy|strcat|gets|atoi|strtok)\s*\(')
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
VARIABLE_SECTIONS = re.compile(r'\.(data|bss|tdata|tbss)(\.(?!rel\.ro)|$)|\*COM\*$')


def blanked(text, comments_only):
    """`text` with comments (and literals) as spaces, each line where it was."""
    def blank(match):
        found = match.group()
        if comments_only and not found.startswith('/'):
            return found
        return re.sub(r'[^\n]', ' ', found)
    return TOKEN.sub(blank, text)


def line_of(text, at):
    return text.count('\n', 0, at) + 1


def read_layers(path):
    """Layer -> all layers it may include, itself among them."""
    uses = {}
    for line in path.read_text().splitlines():
        if line.strip():
            name, _, used = line.partition(':')
            uses[name.strip()] = used.split()
    reach = {}
    for name in uses:
        reach[name], waiting = set(), [name]
        while waiting:
            layer = waiting.pop()
            if layer not in reach[name]:
                reach[name].add(layer)
                waiting += uses.get(layer, [])
    return reach


def include_fault(place, quote, header, reach):
    for pattern, allowed, name in LIBRARIES:
        if re.match(pattern, header):
            if any(place.startswith(start) for start in allowed):
                return None
            return f'{header}: {name} belongs to src/{" and src/".join(allowed)} only'
    if quote == '<':
        return None
    layer, target = place.split('/')[0], header.split('/')[0]
    if layer == target == 'app':
        return None
    if '/' not in header or target not in reach:
        return f'"{header}" is no header of a layer: write "layer/name.h"'
    if layer not in reach:
        # app is a program and not a library: it sees all
        return None if layer == 'app' else f'{layer} is not in the list of layers: add it'
    if target not in reach[layer]:
        return f'"{header}": {layer} may not use {target}; turn it round or move the code'
    return None


def check_file(src, path, reach):
    place = path.relative_to(src).as_posix()
    text = path.read_text(encoding='utf-8')
    with_literals, code = blanked(text, True), blanked(text, False)
    for match in INCLUDE.finditer(with_literals):
        fault = include_fault(place, match.group(1), match.group(2), reach)
        if fault:
            yield path, line_of(text, match.start(1)), fault
    for match in BANNED.finditer(code):
        yield path, line_of(text, match.start()), f'{match.group(1)} is banned: use a bounded call'
    if path.suffix == '.c':
        for match in re.finditer(r'\bextern\b', code):
            yield path, line_of(text, match.start()), 'extern in a .c file: include the header'


def variables(archive):
    """(object file, name) of everything writable that outlives a call; const tables are not."""
    listing = subprocess.run(['nm', '-f', 'sysv', archive], check=True, capture_output=True,
                             text=True).stdout
    member = ''
    for line in listing.splitlines():
        heading = re.match(r'Symbols from .*\[(.*)\]:', line)
        member = heading.group(1) if heading else member
        columns = [column.strip() for column in line.split('|')]
        made_by_compiler = columns[0].startswith('__')
        if len(columns) == 7 and VARIABLE_SECTIONS.match(columns[6]) and not made_by_compiler:
            yield member, columns[0]


def check_variables(src, archive, layer):
    for member, symbol in variables(archive):
        path = src / layer / re.sub(r'(\.c)?\.o(bj)?$', '.c', member)
        # a static inside a function is "name.1" for gcc and "function.name" for clang
        name = [part for part in symbol.split('.') if not part.isdigit()][-1]
        code = blanked(path.read_text(encoding='utf-8'), False) if path.exists() else ''
        found = re.search(rf'\b{re.escape(name)}\b', code)
        yield (path, line_of(code, found.start()) if found else 1,
               f'variable {name} outlives the call: make it const, or a member of a struct')


def check(src, layers, build=None):
    reach = read_layers(layers)
    faults = []
    for path in sorted(src.rglob('*.[ch]')):
        faults += check_file(src, path, reach)
    for archive in sorted(build.rglob('libcove_*.a')) if build else []:
        layer = archive.stem[len('libcove_'):]
        if layer in reach:
            faults += check_variables(src, archive, layer)
    return [f'{path}:{line}: {what}' for path, line, what in faults]


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    faults = check(*map(Path, arguments))
    print('\n'.join(faults) if faults else 'layers: in order')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
