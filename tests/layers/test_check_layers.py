#!/usr/bin/env python3
"""The checker of layers, checked: each rule is broken once, and it must name file and line."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).with_name('check_layers.py')
LAYERS = '''base:
content: base
ui: base
record: base content
activity: record ui
platform: base ui
vault: base
store: vault
'''


class Planted(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='pebblecove-layers-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.put('../layers.txt', LAYERS)

    def put(self, name, text):
        path = self.folder / 'src' / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_checker(self, *more):
        arguments = [self.folder / 'src', self.folder / 'layers.txt', *more]
        return subprocess.run([sys.executable, CHECKER, *arguments], capture_output=True, text=True)

    def assert_in_order(self, *more):
        result = self.run_checker(*more)
        self.assertEqual((result.returncode, result.stdout), (0, 'layers: in order\n'), result.stderr)

    def assert_fault(self, name, line, says, *more):
        result = self.run_checker(*more)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        faults = result.stdout.splitlines()
        self.assertEqual(len(faults), 1, result.stdout)
        self.assertTrue(faults[0].startswith(f'{self.folder}/src/{name}:{line}: '), faults[0])
        self.assertIn(says, faults[0])


class Order(Planted):
    def test_allowed(self):
        self.put('activity/a.c', '#include "activity/a.h"\n#include "record/r.h"\n'
                 '#include "content/c.h"\n#include "base/b.h"\n#include <stdio.h>\n')
        self.put('app/main.c', '#include "platform/p.h"\n#include "activity/a.h"\n')
        self.assert_in_order()

    def test_upwards(self):
        self.put('base/a.c', '/* "x" */\n\n#include "content/c.h"\n')
        self.assert_fault('base/a.c', 3, 'base may not use content')

    def test_upwards_in_a_header(self):
        self.put('ui/a.h', '#  include   "record/r.h"\n')
        self.assert_fault('ui/a.h', 1, 'ui may not use record')

    def test_sideways(self):
        self.put('content/a.c', 'int a;\n#include "ui/u.h"\n')
        self.assert_fault('content/a.c', 2, 'content may not use ui')

    def test_not_by_path(self):
        self.put('base/a.c', '#include "a.h"\n')
        self.assert_fault('base/a.c', 1, 'write "layer/name.h"')

    def test_unknown_layer(self):
        self.put('extra/a.c', '#include "base/b.h"\n')
        self.assert_fault('extra/a.c', 1, 'extra is not in the list')

    def test_commented_out(self):
        self.put('base/a.c', '// #include "ui/u.h"\n/*\n#include "ui/u.h"\n*/\n')
        self.assert_in_order()


class Libraries(Planted):
    def test_each_in_its_place(self):
        self.put('platform/a.c', '#include <SDL2/SDL.h>\n#include <SDL_ttf.h>\n'
                 '#include <fribidi.h>\n#include <unilbrk.h>\n')
        self.put('base/json.c', '#include <cjson/cJSON.h>\n')
        self.put('base/text.c', '#include <unistr.h>\n')
        self.put('vault/a.c', '#include <sodium.h>\n')
        self.put('store/store_sqlite.c', '#include <sqlite3.h>\n')
        self.put('content/a.c', '#include <pcre2.h>\n#include <unistd.h>\n')
        self.put('speak/main.c', '#include <espeak-ng/speak_lib.h>\n')
        self.assert_in_order()

    def test_each_out_of_place(self):
        for name, header, library in [
                ('ui/a.c', 'SDL.h', 'SDL'), ('app/main.c', 'SDL2/SDL_main.h', 'SDL'),
                ('base/file.c', 'cjson/cJSON.h', 'cJSON'), ('content/a.c', 'cJSON.h', 'cJSON'),
                ('base/ids.c', 'sodium.h', 'libsodium'),
                ('store/a.c', 'sodium/crypto_box.h', 'libsodium'),
                ('store/store.c', 'sqlite3.h', 'SQLite'),
                ('content/a.c', 'unistr.h', 'libunistring'),
                ('ui/a.h', 'unigbrk.h', 'libunistring'),
                ('platform/voice.c', 'espeak-ng/speak_lib.h', 'espeak-ng'),
                ('base/text.c', 'fribidi/fribidi.h', 'FriBidi'), ('ui/a.c', 'pcre2.h', 'PCRE2')]:
            for opening, closing in ('<>', '""'):
                with self.subTest(name=name, header=header):
                    path = self.put(name, f'\n#include {opening}{header}{closing}\n')
                    self.assert_fault(name, 2, f'{library} belongs to')
                    path.unlink()


class Code(Planted):
    def test_banned_calls(self):
        for call in ('sprintf', 'vsprintf', 'strcpy', 'strcat', 'gets', 'atoi', 'strtok'):
            with self.subTest(call=call):
                self.put('base/a.c', f'void a(void)\n{{\n    {call} (0);\n}}\n')
                self.assert_fault('base/a.c', 3, f'{call} is banned')

    def test_not_banned(self):
        self.put('base/a.c', '/* strcpy(a) */\n// gets(a)\nvoid a(void)\n{\n'
                 '    snprintf(b, 1, "strcat(%c)", \'"\');\n    fgets(c);\n    strtok_r(d);\n}\n')
        self.assert_in_order()

    def test_extern(self):
        self.put('base/a.c', '/* extern */\nstatic int b;\nextern int a;\n')
        self.assert_fault('base/a.c', 3, 'extern in a .c file')

    def test_extern_in_header_and_text(self):
        self.put('base/a.h', 'extern const int a;\n')
        self.put('base/a.c', 'const char *b(void) { return "extern"; }\n')
        self.assert_in_order()


@unittest.skipUnless(shutil.which('nm') and shutil.which('ar'), 'needs binutils')
class Variables(Planted):
    def build(self, code, *flags):
        source = self.put('base/a.c', code)
        compiler = os.environ.get('CC', 'cc')
        subprocess.run([compiler, '-w', '-c', *flags, source, '-o', self.folder / 'a.c.o'], check=True)
        subprocess.run(['ar', 'rcs', self.folder / 'libcove_base.a', self.folder / 'a.c.o'], check=True)

    def test_constants(self):
        for flags in ([], ['-fPIC'], ['-fsanitize=address,undefined']):
            with self.subTest(flags=flags):
                self.build('int f(void);\nstatic const char *const names[] = {"a", "b"};\n'
                           'static const struct { const char *n; int (*f)(void); } t[] = {{"a", f}};\n'
                           'const int k = 3;\n'
                           'const char *a(int i) { static const int z[] = {1, 2};\n'
                           'return t[0].f() + z[i] + k ? names[i] : t[i].n; }\n', *flags)
                self.assert_in_order(self.folder)

    def test_planted(self):
        use = '\nint a(void) { return ++v; }\n'
        for line, code in [(1, 'int v;' + use), (1, 'int v = 3;' + use),
                           (2, '/* v */\nstatic int v;' + use),
                           (2, '\nstatic int v = 3;' + use),
                           (1, 'static _Thread_local int v;' + use),
                           (3, '\nint a(void)\n{ static int v; return ++v; }\n'),
                           (1, 'const char *v = "";\nvoid a(void) { ++v; }\n')]:
            for flags in ([], ['-fsanitize=address,undefined'], ['-fcommon'], ['-fdata-sections']):
                with self.subTest(code=code, flags=flags):
                    self.build(code, *flags)
                    self.assert_fault('base/a.c', line, 'variable v outlives the call', self.folder)


class Usage(unittest.TestCase):
    def test_without_arguments(self):
        result = subprocess.run([sys.executable, CHECKER], capture_output=True, text=True)
        self.assertEqual(result.returncode, 2)
        self.assertIn('check_layers.py SRC LAYERS', result.stderr)


if __name__ == '__main__':
    unittest.main()
