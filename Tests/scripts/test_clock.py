"""No test, tool or benchmark asks the machine for the day or the hour: what does passes on one day and fails on another.

The suite's instant is `Tests/clock.py`'s, and the program is given it as `--now`. Clocks that only count, for limits of
time, are fine. `make test-days` proves by running what this reads.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("Tests", "scripts", "Benchmarks")
ASKING = {
    ".py": re.compile(
        r"\bdate\.today\b|\bdatetime\.(?:now|utcnow|today)\b|\btime\.(?:time|time_ns|localtime|gmtime|ctime|asctime)\b|\.localtime\b|CLOCK_REALTIME"
    ),
    ".swift": re.compile(
        r"\bDate\(\)|\bDate\.now\b|: Date = \.now\b|timeIntervalSinceNow|\bCalendar\.(?:current|autoupdatingCurrent)\b"
        r"|\bTimeZone\.(?:current|autoupdatingCurrent|system)\b|\bLocale\.current\b|\blocaltime|\bgettimeofday\b|CLOCK_REALTIME|DispatchWallTime"
    ),
    # Whatever the command `date` prints of no named instant.
    ".sh": re.compile(r"\bdate (?!-d )(?:-u )?['\"]?\+|\bdate\)|EPOCHSECONDS|EPOCHREALTIME"),
}  # fmt: skip
# Who may, and why.
ALLOWED = {
    "scripts/test.sh": "says on which day and at what hour the tests ran, and of which day the last full run is",
    "scripts/test_days.sh": "reckons how far the day to be tried is from today",
    "Tests/Support/RegisterTorture/Tool.swift": "stamps acts of a program that is killed while it writes; nobody compares them",
    "Tests/scripts/test_clock.py": "names what it looks for",
}


def asking(name: str, text: str) -> list[str]:
    """The lines of a source that ask."""
    pattern = ASKING[Path(name).suffix]
    return [f"{name}:{number}: {line.strip()[:100]}" for number, line in enumerate(text.split("\n"), 1) if pattern.search(line)]


def sources() -> list[str]:
    found = [path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in ASKING]
    return sorted(name for name in found if "/.build/" not in name)


def test_nothing_asks_the_machine_what_day_it_is():
    names = sources()
    assert len(names) > 150
    found = [line for name in names if name not in ALLOWED for line in asking(name, (ROOT / name).read_text(encoding="utf-8"))]
    assert found == []


def test_who_is_allowed_to_does():
    """A permission that nobody needs any more is taken back."""
    assert [name for name in ALLOWED if not asking(name, (ROOT / name).read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a.py", "today = datetime.date.today()"), ("a.py", "datetime.datetime.now(datetime.UTC)"), ("a.py", "started = time.time()"),
        ("a.swift", "let now = Date()"), ("a.swift", "Date.now.timeIntervalSince1970"), ("a.swift", "Calendar.current.day"),
        ("a.swift", "TimeZone.current"), ("a.sh", "today=$(date +%F)"), ("a.sh", 'date -u "+%H"'), ("a.sh", "now=$(date)"),
    ],
)  # fmt: skip
def test_asking_is_found(name, line):
    assert asking(name, line) == [f"{name}:1: {line}"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a.py", "started = time.monotonic()"), ("a.py", "datetime.date.fromisoformat(day)"), ("a.swift", "let clock = ContinuousClock()"),
        ("a.swift", "Date(timeIntervalSince1970: 0)"), ("a.swift", "registrar.now"), ("a.sh", 'date -d "$instant" +%s'), ("a.sh", "update +1"),
    ],
)  # fmt: skip
def test_counting_is_not_asking(name, line):
    assert asking(name, line) == []
