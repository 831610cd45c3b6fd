"""Words that may not stand in what is handed on: promises to do it later, and ways round the compiler."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from . import swift_source

_LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# In code alone; each with what to do instead.
_CODE = (
    (re.compile(r"\btry!"), "try! crashes: handle or throw the error"),
    (re.compile(r"\bas!"), "as! crashes: use as? and say what is wrong"),
    (re.compile(r"\bnonisolated\s*\(\s*unsafe\s*\)"), "nonisolated(unsafe) switches the checking off"),
    (re.compile(r"\.disabled\s*\("), "a test is never skipped: mend or remove it"),
)
_UNCHECKED = re.compile(r"@unchecked\s+Sendable")


def swift_findings(source: str) -> Iterator[tuple[int, str]]:
    """`(line, what)` for a Swift source."""
    code, comments = swift_source.split(source)
    for match in _LATER.finditer(comments):
        yield swift_source.line_of(comments, match.start()), f"{match.group()} in a comment: do it or leave it out"
    for pattern, what in _CODE:
        for match in pattern.finditer(code):
            yield swift_source.line_of(code, match.start()), what
    for match in _UNCHECKED.finditer(code):
        line = swift_source.line_of(code, match.start())
        if not _has_proof(code.split("\n"), comments.split("\n"), line - 1):
            yield line, "@unchecked Sendable without a comment above it that says 'Proof: …'"


def _has_proof(code: list[str], comments: list[str], index: int) -> bool:
    """Whether the declaration's comment gives the proof.

    The comment may be parted from the words by the declaration's own first lines (attributes, a head broken
    over lines), but not by an empty line or by another declaration's end.
    """
    while index > 0:
        index -= 1
        if comments[index].strip() and not code[index].strip():
            if "Proof:" in comments[index]:
                return True
        elif not code[index].strip() or code[index].rstrip().endswith(("}", "{", ";")):
            return False
    return False


def script_findings(source: str, python: bool) -> Iterator[tuple[int, str]]:
    """`(line, what)` for Python and shell: comments alone."""
    if python:
        comments = [
            (token.start[0], token.string)
            for token in tokenize.generate_tokens(StringIO(source).readline)
            if token.type == tokenize.COMMENT
        ]
    else:
        comments = [
            (number, line[line.index("#") :])
            for number, line in enumerate(source.split("\n"), 1)
            if re.search(r"(^|\s)#", line)
        ]
    for line, text in comments:
        if match := _LATER.search(text):
            yield line, f"{match.group()} in a comment: do it or leave it out"


def findings(root: Path) -> list[str]:
    result = []
    for path in swift_source.files(root, swift_source.SWIFT_FOLDERS, (".swift",)):
        for line, what in sorted(swift_findings(path.read_text(encoding="utf-8"))):
            result.append(f"{path.relative_to(root)}:{line}: {what}")
    for path in swift_source.files(root, ("Tests", "scripts"), (".py", ".sh")):
        source = path.read_text(encoding="utf-8")
        for line, what in script_findings(source, path.suffix == ".py"):
            result.append(f"{path.relative_to(root)}:{line}: {what}")
    return result
