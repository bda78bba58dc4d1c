#!/usr/bin/env python3
"""Exported files as other programs see them: check_export.py FOLDER (of test_screen_export).

The table through Python's csv module: rectangular, explained by its dictionary, no cell a formula.
The bundle: what no validator looks at (a linkId twice, two value[x] in one place, an empty list),
names of entries once each, and every reference leads to one of them. A self-test breaks the bundle
in each of these ways, and each must be found.
"""
import copy
import csv
import json
import sys
from pathlib import Path

TYPES = {'Patient', 'RelatedPerson', 'Questionnaire', 'QuestionnaireResponse', 'Task', 'CarePlan',
         'AuditEvent', 'Provenance'}


def parts(value):
    """Every object and list inside, itself first."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from parts(inner)


def references(bundle):
    return [part['reference'] for part in parts(bundle)
            if isinstance(part, dict) and isinstance(part.get('reference'), str)]


def bundle_faults(bundle):
    urls = [entry['fullUrl'] for entry in bundle['entry']]
    if len(set(urls)) != len(urls):
        yield 'an entry has the name of another'
    for reference in references(bundle):
        if reference not in urls:
            yield f'{reference} leads nowhere'
    for part in parts(bundle):
        if len(part) == 0:
            yield 'a list or an object is empty'
        elif isinstance(part, dict) and sum(key.startswith('value') for key in part) > 1 \
                and 'system' not in part:
            yield 'two value[x] in one place'
    for entry in bundle['entry']:
        links = [part['linkId'] for part in parts(entry['resource'])
                 if isinstance(part, dict) and 'linkId' in part]
        if len(set(links)) != len(links):
            yield 'a linkId twice'


def self_test(bundle):
    """Each way of breaking it must be told."""
    def of(broken, kind):
        return next(entry['resource'] for entry in broken['entry']
                    if entry['resource']['resourceType'] == kind)
    breaks = [lambda b: b['entry'].append(b['entry'][0]),
              lambda b: of(b, 'Task')['focus'].update(reference='urn:uuid:none'),
              lambda b: of(b, 'Patient').update(name=[]),
              lambda b: of(b, 'Task')['output'][0].update(valueString='x'),
              lambda b: of(b, 'Questionnaire')['item'].append({'linkId': 'skill', 'type': 'display'})]
    for number, change in enumerate(breaks):
        broken = copy.deepcopy(bundle)
        change(broken)
        if not list(bundle_faults(broken)):
            yield f'the check does not see break {number}'


def table_faults(rows, dictionary):
    head, *rest = rows
    if head != [row[0] for row in dictionary[1:]]:
        yield 'the dictionary does not explain the columns'
    if not rest:
        yield 'the table has no rows'
    for row in rest:
        if len(row) != len(head):
            yield f'a row of {len(row)} cells'
        for cell in row:
            if cell[:1] in ('=', '+', '-', '@', '\t', '\r') and cell[:1]:
                yield f'{cell} is a formula'


def read_table(path):
    text = path.read_bytes().decode('utf-8')
    if text.count('\n') != text.count('\r\n'):
        raise ValueError(f'{path.name}: lines end otherwise than RFC 4180 says')
    return list(csv.reader(text.splitlines(keepends=True), strict=True))


def main(folder):
    folder = Path(folder)
    dictionary = read_table(next(folder.glob('export-dictionary-*.csv')))
    rows = read_table(next(folder.glob('export-2*.csv')))
    bundle = json.loads(next(folder.glob('export-2*.json')).read_text(encoding='utf-8'))
    found = list(table_faults(rows, dictionary)) + list(bundle_faults(bundle))
    found += list(self_test(bundle))
    kinds = {entry['resource']['resourceType'] for entry in bundle['entry']}
    if kinds != TYPES:
        found.append(f'other kinds of entries: {kinds ^ TYPES}')
    if rows[1][1] != '\'=Milo, "M"':
        found.append(f'the name reads {rows[1][1]}')
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
