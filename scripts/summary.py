#!/usr/bin/env python3
"""Adds up what the test runners wrote, says where the time went, and prints the last line, `N passed, N failed`.

    scripts/summary.py [--part NAME:SECONDS …] [--limit SECONDS] [--record FILE --of TEXT] NAME:EXIT:RESULTS.xml …

A runner that left no results, or ended badly though its results name no failure (it crashed, or some of its
tests could not even be collected), counts as one failure. So does a test that was skipped, and a runner that
ran nothing. With `--limit` so does a test that takes longer, what it waits for included: one that nobody
stops grows until nobody runs the tests. Ends with 1 unless something passed and nothing failed.
"""

from __future__ import annotations

import argparse
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

# How many of the slowest tests are named.
SLOWEST = 20


@dataclass
class Results:
    """What became of a runner's tests: how many passed and failed, why, and the seconds of each by its name."""

    passed: int = 0
    failed: int = 0
    why: list[str] = field(default_factory=list)
    seconds: list[tuple[float, str]] = field(default_factory=list)


def read(results: Path) -> Results:
    """The results of a JUnit XML file."""
    found = Results()
    for case in ElementTree.parse(results).getroot().iter("testcase"):
        name = f"{case.get('classname', '')} {case.get('name', '')}".strip()
        found.seconds.append((float(case.get("time") or 0), name))
        if any(case.find(kind) is not None for kind in ("failure", "error")):
            found.failed += 1
            found.why.append(name)
        elif case.find("skipped") is not None:
            found.failed += 1
            found.why.append(f"{name} was skipped")
        else:
            found.passed += 1
    return found


def judge(name: str, code: int, results: Path, limit: float | None = None) -> Results:
    """The same, with what the runner's own end says, and how long its tests may take."""
    try:
        found = read(results)
    except (OSError, ElementTree.ParseError):
        return Results(failed=1, why=[f"{name} left no results (it ended with {code})"])
    if found.passed + found.failed == 0:
        return Results(failed=1, why=[f"{name} ran no test (it ended with {code})"])
    if code != 0 and found.failed == 0:
        found.failed = 1
        found.why.append(f"{name} ended with {code} although no test of it failed")
    for seconds, test in found.seconds if limit else []:
        if seconds > limit and test not in found.why:
            found.passed -= 1
            found.failed += 1
            found.why.append(f"{test} took {seconds:.0f} s, and no test may take more than {limit:.0f}: Tests/README.md says what it may cost")
    return found


def folder(test: str) -> str:
    """Where a test stands: `browser.test_pages test_x` in Tests/browser, `WebTests.LookTests …` in Tests/WebTests."""
    return "Tests/" + test.removeprefix("Tests.").split(" ")[0].split(".")[0]


def times(found: list[Results], parts: list[tuple[str, float]]) -> list[str]:
    """The slowest tests, the seconds of each folder, and those of the run's parts."""
    seconds = sorted((each for results in found for each in results.seconds), reverse=True)
    lines = [f"The {min(SLOWEST, len(seconds))} slowest tests, in seconds:"]
    lines += [f"{took:8.1f}  {name}" for took, name in seconds[:SLOWEST]]
    folders: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for took, name in seconds:
        folders[folder(name)] += took
        number[folder(name)] += 1
    lines += ["", "Seconds of each folder's tests, added up:"]
    lines += [f"{took:8.1f}  {name} ({number[name]:,})" for name, took in folders.most_common()]
    if parts:
        lines += ["", "Seconds of each part, by the clock on the wall:"]
        lines += [f"{took:8.0f}  {name}" for name, took in parts]
    return lines


def part(text: str) -> tuple[str, float]:
    name, _, seconds = text.rpartition(":")
    return name, float(seconds)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Adds up what the test runners wrote.")
    parser.add_argument("--part", action="append", type=part, default=[], metavar="NAME:SECONDS")
    parser.add_argument("--limit", type=float, metavar="SECONDS")
    parser.add_argument("--record", type=Path, metavar="FILE")
    parser.add_argument("--of", default="", metavar="TEXT")
    parser.add_argument("runners", nargs="+", metavar="NAME:EXIT:RESULTS.xml")
    asked = parser.parse_args(arguments)

    found = []
    for runner in asked.runners:
        name, code, results = runner.split(":", 2)
        found.append(judge(name, int(code), Path(results), asked.limit))
    lines = ["", *times(found, asked.part), ""]
    lines += [f"failed: {sentence}" for results in found for sentence in results.why]
    passed, failed = sum(results.passed for results in found), sum(results.failed for results in found)
    lines.append(f"{passed} passed, {failed} failed")
    print("\n".join(lines))
    if asked.record:
        text = "\n".join(lines[1:])
        asked.record.write_text(f"# The last full run\n{asked.of}\n\n```text\n{text}\n```\n", encoding="utf-8")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
