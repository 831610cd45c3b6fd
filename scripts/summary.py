#!/usr/bin/env python3
"""Adds up what the test runners wrote and prints the last line, `N passed, N failed`.

    scripts/summary.py NAME:EXIT:RESULTS.xml …

A runner that left no results, or ended badly though its results name no failure (it crashed, or some of its
tests could not even be collected), counts as one failure. So does a test that was skipped, and a runner that
ran nothing. Ends with 1 unless something passed and nothing failed.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def counts(results: Path) -> tuple[int, int, list[str]]:
    """`(passed, failed, why)` of a JUnit XML file."""
    passed = failed = 0
    why = []
    for case in ElementTree.parse(results).getroot().iter("testcase"):
        name = f"{case.get('classname', '')} {case.get('name', '')}".strip()
        if any(case.find(kind) is not None for kind in ("failure", "error")):
            failed += 1
            why.append(name)
        elif case.find("skipped") is not None:
            failed += 1
            why.append(f"{name} was skipped")
        else:
            passed += 1
    return passed, failed, why


def judge(name: str, code: int, results: Path) -> tuple[int, int, list[str]]:
    """The same, with what the runner's own end says."""
    try:
        passed, failed, why = counts(results)
    except (OSError, ElementTree.ParseError):
        return 0, 1, [f"{name} left no results (it ended with {code})"]
    if passed + failed == 0:
        return 0, 1, [f"{name} ran no test (it ended with {code})"]
    if code != 0 and failed == 0:
        return passed, 1, [f"{name} ended with {code} although no test of it failed"]
    return passed, failed, why


def main(arguments: list[str]) -> int:
    passed = failed = 0
    print()
    for argument in arguments:
        name, code, results = argument.split(":", 2)
        good, bad, why = judge(name, int(code), Path(results))
        passed += good
        failed += bad
        for sentence in why:
            print(f"failed: {sentence}")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
