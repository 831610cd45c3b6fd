"""A source file is one idea: about 300 lines, and never over 500."""

from __future__ import annotations

from pathlib import Path

from . import swift_source

GOOD = 300
LIMIT = 500
FOLDERS = ("Sources", "Tests", "Benchmarks", "scripts")
SUFFIXES = (".swift", ".py", ".sh", ".js")


def sizes(root: Path) -> list[tuple[int, Path]]:
    """`(lines, file)` of every source file, the longest first."""
    found = []
    for path in swift_source.files(root, FOLDERS, SUFFIXES):
        lines = path.read_text(encoding="utf-8").count("\n")
        found.append((lines, path.relative_to(root)))
    return sorted(found, key=lambda entry: (-entry[0], entry[1]))


def findings(root: Path) -> list[str]:
    return [f"{path}: {lines} lines, over {LIMIT}: divide it" for lines, path in sizes(root) if lines > LIMIT]


def remarks(root: Path) -> list[str]:
    """Long, but let through: listed so that they are seen."""
    return [f"{path}: {lines} lines" for lines, path in sizes(root) if GOOD < lines <= LIMIT]
