#!/usr/bin/env python3
"""Every rule that the sources report is in the tables of rules, and every one there is reported.

Usage: check_rules_known.py SOURCE
"""
import pathlib
import re
import sys

CALL = re.compile(r"\b(faults_add|report\w*|refuse\w*|reader_refuse|reader_unknown|shown_report|add_missing)\s*\(")
RULE = re.compile(r'"([a-z]+(?:-[a-z]+)+|json|S\d\d)"')
IN_TABLE = re.compile(r'\.id = "([^"]+)"')
BY_DATA = {"S01", "S04", "S05", "S08", "S10", "S12"}  # word patterns, or kept by the program
NO_RULES = {"feelings", "joint"}


def argument_text(text, start):
    """From an opening parenthesis to its partner."""
    depth = 0
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return text[start:at]
    return text[start:]


def reported(source):
    found = set()
    for folder in ("content", "activity"):
        for path in (source / "src" / folder).glob("*.c"):
            if path.name.startswith("rule"):
                continue
            text = path.read_text(encoding="utf-8")
            for call in CALL.finditer(text):
                found |= set(RULE.findall(argument_text(text, call.end() - 1)))
            found |= set(re.findall(r'\? "([a-z-]+)" : "[a-z-]+"', text)) & {"missing-file"}
    return found


def main():
    source = pathlib.Path(sys.argv[1])
    tables = "".join(path.read_text(encoding="utf-8")
                     for path in (source / "src/content").glob("rule_*.c"))
    known = set(IN_TABLE.findall(tables))
    used = reported(source)
    problems = [f"{rule} is reported and not explained" for rule in sorted(used - known - NO_RULES)]
    problems += [f"{rule} is explained and never reported"
                 for rule in sorted(known - used - BY_DATA)]
    print("\n".join(problems) or f"{len(known)} rules are explained")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
