#!/usr/bin/env python3
"""A second opinion on the reading grades: GNU style, on the very sentences we counted.

Usage: reading_level.py PROGRAM CONTENT OUT DOCS
PROGRAM is reading_texts. Fails when the two differ by more than the bounds below. COVE_PUBLISH=1 in
the environment writes what was measured into DOCS (docs/reading-level.md). Exit code 77 when style
(Debian's package diction) is not installed.
"""
import os
import re
import shutil
import subprocess
import sys

LEAST_WORDS = 500  # below, a list of feeling words can be half of the text
WORDS_APART = 0.02  # share by which the counts of words and sentences may differ
# Ours less style's. Style counts too few syllables (docs/reading-level.md), so ours may be higher.
SYLLABLES_APART = (-0.02, 0.10)  # in a word
GRADES_APART = (-0.2, 1.2)
BEGIN, END = "<!-- begin: measured -->\n", "<!-- end: measured -->"


def plain(sentence):
    """A sentence as style wants it: a capital first, a full stop last, no quotes or colons."""
    text = re.sub(r"[\"“”‘]|(?<!\w)'|'(?!\w)", "", sentence.strip())
    text = re.sub(r"[:;…]|\.\.\.", ",", text).replace("’", "'").rstrip(" ,.!?")
    return text[:1].upper() + text[1:] + "."


def number(pattern, text):
    return float(re.search(pattern, text).group(1))


def ask_style(lines):
    text = "\n".join(plain(line) for line in lines) + "\n"
    out = subprocess.run(["style", "-L", "en"], input=text, text=True, check=True,
                         env={**os.environ, "LC_ALL": "C.UTF-8"}, stdout=subprocess.PIPE).stdout
    words = number(r"(\d+) words,", out)
    syllables = number(r"= ([\d.]+) syllables", out)
    return (number(r"(\d+) sentences,", out), words, syllables, number(r"Kincaid: (-?[\d.]+)", out))


def within(value, bounds):
    return bounds[0] <= value <= bounds[1]


def faults(name, ours, theirs):
    sentences, words, syllables, grade = ours
    share = (-WORDS_APART, WORDS_APART)
    rows = [("sentences", sentences / theirs[0] - 1, share),
            ("words", words / theirs[1] - 1, share),
            ("syllables a word", syllables / words - theirs[2], SYLLABLES_APART),
            ("grade", grade - theirs[3], GRADES_APART)]
    return [f"{name}: {what} differ by {by:+.2f}; from {bounds[0]} to {bounds[1]} is explained"
            for what, by, bounds in rows if not within(by, bounds)]


def row(module, tier, ours, theirs):
    return (f"| {module} | {tier} | {ours[1]:.0f} | {ours[3]:.1f} | {theirs[3]:.1f} "
            f"| {ours[3] - theirs[3]:+.1f} |\n")


def publish(path, table):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    start, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    with open(path, "w", encoding="utf-8") as file:
        file.write(page[:start] + table + page[end:])


def main():
    program, content, out, docs = sys.argv[1:5]
    if not shutil.which("style"):
        print("style is not installed (package diction)")
        return 77
    listed = subprocess.run([program, content, out], text=True, check=True, stdout=subprocess.PIPE)
    table = "\n| module | tier | words | our grade | style's | difference |\n| --- | --- | --- | --- | --- | --- |\n"
    found, count = [], 0
    for line in listed.stdout.splitlines():
        module, tier, *figures = line.split()
        ours = [float(figure) for figure in figures]
        if ours[1] < LEAST_WORDS:
            continue
        with open(os.path.join(out, f"{module}-{tier}.txt"), encoding="utf-8") as file:
            theirs = ask_style(file.read().splitlines())
        found += faults(f"{module} {tier}", ours, theirs)
        table += row(module, tier, ours, theirs)
        count += 1
        print(module, tier, ours, theirs)
    if count == 0:
        found.append("nothing was measured")
    if os.environ.get("COVE_PUBLISH"):
        publish(docs, table + "\n")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
