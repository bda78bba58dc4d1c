#!/usr/bin/env python3
"""The parts in assets/ are exactly what tools/make-figures draws.

    check_parts.py SOURCE SCRATCH
"""
import filecmp
import subprocess
import sys
from pathlib import Path


def main(source, scratch):
    source, scratch = Path(source), Path(scratch)
    for old in scratch.glob('*.svg'):
        old.unlink()
    subprocess.run([sys.executable, source / 'tools/make-figures', scratch], check=True)
    compared = filecmp.dircmp(source / 'assets/pictures/figure', scratch)
    faults = [f'{name}: not as tools/make-figures draws it; run it again'
              for name in compared.left_only + compared.right_only + compared.diff_files]
    print('\n'.join(faults) if faults else f'{len(compared.same_files)} parts, as drawn')
    return 1 if faults or not compared.same_files else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
