#!/usr/bin/env python3
"""What `pebblecove check` says to people and to programs.

Usage: check_findings.py PROGRAM SOURCE SCRATCH
The JSON is held against content/schema/findings.schema.json, and must say what the lines say; exit
codes are as documented; color only on a terminal.
"""
import json
import os
import pty
import re
import shutil
import subprocess
import sys

TYPES = {"object": dict, "array": list, "integer": int, "string": str}


def refuse(schema, value, where="$"):
    """What is wrong with a value, by the part of JSON Schema that the file uses."""
    if "const" in schema and value != schema["const"]:
        yield f"{where}: is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        yield f"{where}: is no {schema['type']}"
        return
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{where}: is below {schema['minimum']}"
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from refuse(schema["items"], entry, f"{where}[{index}]")
    if isinstance(value, dict):
        known = schema["properties"]
        yield from (f"{where}: {key} is missing" for key in schema["required"] if key not in value)
        yield from (f"{where}: {key} is not known" for key in value if key not in known)
        for key in known.keys() & value.keys():
            yield from refuse(known[key], value[key], f"{where}.{key}")


def run(program, *arguments):
    done = subprocess.run([program, "check", *arguments], text=True, capture_output=True,
                          env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
    return done.returncode, done.stdout, done.stderr


def on_terminal(program, path, **environment):
    """The output as a terminal gets it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([program, "check", path], stdout=theirs, stderr=subprocess.DEVNULL,
                               env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **environment})
    os.close(theirs)
    out = b""
    try:
        while part := os.read(ours, 4096):
            out += part
    except OSError:  # the terminal is closed
        pass
    process.wait()
    os.close(ours)
    return out.decode()


def line_of(finding):
    path = f": {finding['path']}" if finding["path"] else ""
    return f"{finding['file']}{path}: {finding['level']}: {finding['remedy']} [{finding['rule']}]"


def expect(good, what):
    if not good:
        sys.exit(f"check_findings: {what}")


def change(path, find, put):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    changed = re.sub(find, put, text, count=1)
    expect(changed != text, f"{path}: nothing to change")
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed)


def broken_copy(source, scratch):
    """The shipped content, to be changed, and a module under a name that is not its own."""
    shutil.rmtree(scratch, ignore_errors=True)
    data = os.path.join(source, "tests/data/content")
    shutil.copytree(os.path.join(source, "content"), os.path.join(scratch, "content"))
    shutil.copytree(os.path.join(data, "assets"), os.path.join(scratch, "shut/assets"))
    for name in ("module.json", "strings/en.json"):
        os.makedirs(os.path.join(scratch, "shut/content/odd/strings"), exist_ok=True)
        shutil.copy(os.path.join(data, "good/feelings", name),
                    os.path.join(scratch, "shut/content/odd", name))
    change(os.path.join(scratch, "shut/content/odd/strings/en.json"), "Tap a face.",
           "Tap a melancholy face.")
    return os.path.join(scratch, "shut/content")


def module_with_a_warning(scratch):
    """An activity that takes half an hour."""
    module = os.path.join(scratch, "content/coping")
    change(os.path.join(module, "module.json"), r'"minutes": \d+', '"minutes": 30')
    return module


def check_one(program, schema, path, code):
    exit_code, out, _ = run(program, "--json", path)
    shown = json.loads(out)
    wrong = list(refuse(schema, shown))
    expect(not wrong, f"{path}: the JSON is not as the schema says: {wrong[:3]}")
    levels = [finding["level"] for finding in shown["findings"]]
    expect(exit_code == code, f"{path}: exit code {exit_code}, not {code}")
    expect(shown["errors"] == levels.count("error"), "errors are counted wrongly")
    expect(shown["warnings"] == levels.count("warning"), "warnings are counted wrongly")
    exit_code, out, err = run(program, path)
    expect(exit_code == code, f"{path}: exit code {exit_code}, not {code}, without --json")
    lines = [line for line in out.splitlines() if not line.startswith("check: ")]
    expect(lines == [line_of(finding) for finding in shown["findings"]], "lines and JSON differ")
    expect((code == 0) == ("check: no errors" in out), "the last sentence is missing")
    expect((code == 1) == err.startswith("pebblecove: check: "), "the last sentence is missing")
    return shown


def main():
    program, source, scratch = sys.argv[1:4]
    with open(os.path.join(source, "content/schema/findings.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    expect(list(refuse(schema, {"format": 1, "errors": -1, "findings": [{"file": 3}]})),
           "the validator accepts anything")
    broken = broken_copy(source, scratch)
    shown = check_one(program, schema, broken, 1)
    expect(shown["errors"] > 0 and shown["warnings"] > 0, "nothing was found in what is broken")
    check_one(program, schema, os.path.join(source, "content/rules/language-lint.json"), 0)

    long = module_with_a_warning(scratch)
    check_one(program, schema, long, 0)
    expect(run(program, "--strict", long)[0] == 1, "--strict lets warnings pass")
    expect(run(program, "--explain", "S05")[0] == 0, "S05 is not explained")
    expect(run(program, "--explain", "nonsense-rule")[0] == 2, "an unknown rule is explained")

    expect("\033[" in on_terminal(program, broken), "no color on a terminal")
    expect("\033[" not in on_terminal(program, broken, NO_COLOR="1"), "color in spite of NO_COLOR")
    expect("\033[" not in on_terminal(program, broken, TERM="dumb"), "color on a dumb terminal")
    expect("\033[" not in run(program, broken)[1], "color in a pipe")
    print("people and programs are told the same")


if __name__ == "__main__":
    main()
