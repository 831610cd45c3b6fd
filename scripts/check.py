#!/usr/bin/env python3
"""`make check`: every check in turn, one line each, what is wrong below it. Ends with 1 if anything is.

    scripts/check.py [NAME …]      all of them, or those named: layout imports sizes words generated rules
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from checks import generated, imports, layout, rule_tests, sizes, words

ROOT = Path(__file__).resolve().parents[1]

# The quick ones first, the one that builds the program last.
CHECKS = {
    "layout": ("layout as swift format has it", layout.findings),
    "imports": ("imports point down", imports.findings),
    "sizes": (f"no source file over {sizes.LIMIT} lines", sizes.findings),
    "words": ("nothing put off, nothing forced", words.findings),
    "rules": ("every rule has a test", rule_tests.findings),
    "generated": ("generated pages are current", generated.findings),
}


def main(names: list[str]) -> int:
    if unknown := [name for name in names if name not in CHECKS]:
        print(f"check.py: no check is called {unknown[0]}; there are {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    failed = 0
    for name in names or CHECKS:
        title, findings = CHECKS[name]
        start = time.monotonic()
        found = findings(ROOT)
        print(f"{'no' if found else 'ok'}  {title} ({time.monotonic() - start:.1f} s)", flush=True)
        for finding in found:
            print(f"    {finding}")
        if name == "sizes" and (remarks := sizes.remarks(ROOT)):
            print(f"    over {sizes.GOOD} lines: {'; '.join(remarks)}")
        failed += bool(found)
    if failed:
        print(f"{failed} of {len(names or CHECKS)} checks say no.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
