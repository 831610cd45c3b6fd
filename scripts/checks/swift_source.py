"""Splits Swift source into code and comments, so that a word in a text is not taken for either."""

from __future__ import annotations

from pathlib import Path

# Where Swift of ours lies. Build folders and hidden ones are never read.
SWIFT_FOLDERS = ("Sources", "Tests", "Benchmarks")


def files(root: Path, folders: tuple[str, ...], suffixes: tuple[str, ...]) -> list[Path]:
    """Our files below these folders, in a fixed order."""
    found = []
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            parts = path.relative_to(root).parts
            if path.is_file() and path.suffix in suffixes and not any(part.startswith(".") for part in parts):
                found.append(path)
    return found


def split(source: str) -> tuple[str, str]:
    """`(code, comments)`, each as long as the source and with its line breaks; what is not its own is blank.

    Texts are in neither, except what stands in an interpolation, which is code.
    """
    return _Splitter(source).run()


class _Splitter:
    def __init__(self, source: str) -> None:
        self.source = source
        self.code = [c if c == "\n" else " " for c in source]
        self.comments = list(self.code)
        self.at = 0

    def run(self) -> tuple[str, str]:
        self._code(stop_at_parenthesis=False)
        return "".join(self.code), "".join(self.comments)

    def _keep(self, into: list[str], count: int = 1) -> None:
        into[self.at : self.at + count] = self.source[self.at : self.at + count]
        self.at += count

    def _code(self, stop_at_parenthesis: bool) -> None:
        """Reads code to the end, or to the parenthesis that closes an interpolation."""
        depth = 0
        while self.at < len(self.source):
            if self.source.startswith("//", self.at):
                end = self.source.find("\n", self.at)
                self._keep(self.comments, (len(self.source) if end < 0 else end) - self.at)
            elif self.source.startswith("/*", self.at):
                self._block_comment()
            elif (opening := self._text_opening()) is not None:
                self._text(*opening)
            else:
                character = self.source[self.at]
                if character == "(":
                    depth += 1
                elif character == ")":
                    if stop_at_parenthesis and depth == 0:
                        return
                    depth -= 1
                self._keep(self.code)

    def _block_comment(self) -> None:
        depth = 0
        while self.at < len(self.source):
            if self.source.startswith("/*", self.at):
                depth += 1
                self._keep(self.comments, 2)
            elif self.source.startswith("*/", self.at):
                depth -= 1
                self._keep(self.comments, 2)
                if depth == 0:
                    return
            else:
                self._keep(self.comments)

    def _text_opening(self) -> tuple[int, str] | None:
        """The number of `#` and the quotation mark of a text that begins here."""
        end = self.at
        while end < len(self.source) and self.source[end] == "#":
            end += 1
        for mark in ('"""', '"'):
            if self.source.startswith(mark, end):
                return end - self.at, mark
        return None

    def _text(self, hashes: int, mark: str) -> None:
        closing = mark + "#" * hashes
        escape = "\\" + "#" * hashes
        self.at += hashes + len(mark)
        while self.at < len(self.source):
            if self.source.startswith(escape + "(", self.at):
                self.at += len(escape) + 1
                self._code(stop_at_parenthesis=True)
                self.at += 1
            elif self.source.startswith(escape, self.at):
                self.at += len(escape) + 1
            elif self.source.startswith(closing, self.at):
                self.at += len(closing)
                return
            elif mark == '"' and self.source[self.at] == "\n":
                return  # not Swift; the compiler says so better
            else:
                self.at += 1


def line_of(text: str, offset: int) -> int:
    """The line number, from 1, of a place in a text."""
    return text.count("\n", 0, offset) + 1
