#!/usr/bin/env python3
"""Writes docs/access.md anew: who sees what of the invented conference, asked of the built program, every page and file
as each of the eight viewers.

    scripts/make_access.py           writes the file
    scripts/make_access.py --check   only says whether it is current; ends with 1 if it isn't
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs/access.md"
sys.path[:0] = [str(ROOT / "Tests"), str(ROOT / "Tests/conformance")]

import access_words as words  # noqa: E402
import walk  # noqa: E402
from clock import TODAY  # noqa: E402
from served import Answer, Served  # noqa: E402

PLACE = "/c/cme"
# The eight, in the table's columns: what a column is called, and the seat in the address.
VIEWERS = (
    ("public", ""), ("network", "~network"), ("fund's administrator", "~administrator"),
    ("observer organisation", "~observer-IMAREA"), ("observer country", "~observer-XRI"), ("secretariat", "~secretariat"),
    ("presidency", "~presidency"), ("member", "~member-XAL"),
)  # fmt: skip
FORMS = ("json", "csv", "xlsx", "pdf", "ics", "atom", "bib", "ris")
CLOSED, ABSENT = "closed", "not there"


@dataclass
class Row:
    """A kind of page: its addresses below the language, what is counted on it, and why it differs by viewer."""

    name: str
    paths: list[str]
    counts: Callable[[object], int] | None = None
    counted: str = ""
    forms: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


class Asking:
    """The server's answers, each asked once."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self._known: dict[str, Answer] = {}
        self.lists: dict[str, dict[str, dict]] = {}

    def get(self, seat: str, path: str, ending: str | None = None) -> Answer:
        address = f"{PLACE}{seat}/en{walk.form(path, ending) if ending else path}"
        if ending == "text":
            address = f"{PLACE}{seat}/en{path}"
        if address not in self._known:
            self._known[address] = self.server.get(address)
        return self._known[address]

    def json(self, seat: str, path: str) -> object:
        return self.get(seat, path, "json").json

    def same(self, seat: str, path: str, ending: str) -> bool:
        """Whether a viewer is sent what the public is sent, but for the seat in the links."""
        return content(self.get(seat, path, ending), seat) == content(self.get("", path, ending), "")


def content(answer: Answer, seat: str) -> object:
    """What an answer says, whoever is asked for."""
    if answer.body[:2] == b"PK":
        return [text.replace(PLACE + seat, PLACE) for text in cells(answer.body)]
    # Calendars fold long lines, and an address with a seat is longer.
    return answer.status, answer.text.replace("\r\n ", "").replace(PLACE + seat + "/", PLACE + "/")


def cells(body: bytes) -> list[str]:
    """The parts of a workbook that say something; its times of making are left out."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return [archive.read(name).decode("utf-8") for name in sorted(archive.namelist()) if name != "docProps/core.xml"]


def verdict(answer: Answer) -> str:
    return {200: "open", 403: CLOSED, 404: ABSENT}[answer.status]


def kinds(asking: Asking) -> list[Row]:
    """Every kind of page with its addresses; of acts, papers and decisions those of a class together."""
    # The presidency may read every class: it is led to every page that there is.
    every = walk.pages(asking.server, PLACE + "~presidency", entries=20)
    by_kind: dict[str, list[str]] = {}
    for path in every:
        by_kind.setdefault(walk.route(path), []).append(path)
    rows = [
        Row(name, by_kind.get(name.split("?")[0], []) if "?" not in name else [f"/{name}"], counter, unit)
        for name, unit, counter in words.LISTS
    ]
    listed = {row.name for row in rows}
    for name, paths in by_kind.items():
        if name in listed:
            continue
        classes: dict[str, list[str]] = {}
        for path in paths:
            classes.setdefault(words.class_of(name, path, asking, PLACE), []).append(path)
        rows += [
            Row(label, _some(of_class, words.most(label)))
            for label, of_class in sorted(classes.items(), key=lambda each: words.order(each[0]))
        ]
    return rows


def _some(paths: list[str], most: int) -> list[str]:
    """At most so many, evenly from all of them."""
    return paths[:: max(1, -(-len(paths) // most))]


def forms(asking: Asking, row: Row) -> list[str]:
    """The forms in which the presidency is offered the first page."""
    path = row.paths[0]
    if walk.route(path) == "document-text":
        return []
    html = asking.get("~presidency", path).text
    address = re.escape(f"{PLACE}~presidency/en{path.split('?')[0] if path != '/' else '/index'}")
    found = set(re.findall(rf'href="{address}\.({"|".join(FORMS)})["?]', html))
    return [form for form in FORMS if form in found]


def cell(asking: Asking, row: Row, seat: str) -> str:
    """What a viewer is answered, over all addresses of a kind and in all their forms."""
    text, apart = _cell(asking, row, seat)
    return "; ".join([text, *(f"{', '.join(of_word)} {word}" for word, of_word in apart.items())])


def _cell(asking: Asking, row: Row, seat: str) -> tuple[str, dict[str, list[str]]]:
    said: Counter[str] = Counter()
    apart: dict[str, list[str]] = {}
    for path in row.paths:
        is_text = walk.route(path) == "document-text"
        word = verdict(asking.get(seat, path, "text" if is_text else "json"))
        for form in row.forms if path == row.paths[0] else []:
            # A file opens and closes with its page, but for what a closed act has no citation of.
            if (other := verdict(asking.get(seat, path, form))) != word:
                apart.setdefault(other, []).append(form)
        if word == "open" and not is_text and seat and not asking.same(seat, path, "json"):
            word = "more"
        said[word] += 1
    if row.counts and said.keys() <= {"open", "more"}:
        number = f"{row.counts(asking.json(seat, row.paths[0])):,}"
        return f"**{number}**" if said["more"] else number, apart
    if len(said) == 1:
        (word,) = said
        # Open to this viewer and not to the public: said strongly.
        is_more = word == "more" or word == "open" and seat and verdict(_first(asking, row)) != "open"
        return f"**{word}**" if is_more else word, apart
    counted = (f"{'**more**' if word == 'more' else word} {said[word]}" for word in ("open", "more", CLOSED, ABSENT) if said[word])
    return ", ".join(counted), apart


def _first(asking: Asking, row: Row) -> Answer:
    is_text = walk.route(row.paths[0]) == "document-text"
    return asking.get("", row.paths[0], "text" if is_text else "json")


def rows_of(answer: Answer, ending: str) -> int:
    """How many things a file lists."""
    if ending == "csv":
        # The notice stands in a line of its own beneath, after an empty one.
        lines = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
        return len([line for line in lines[1:] if len(line) == len(lines[0])])
    if ending == "xlsx":
        return sum(text.count("<row ") for text in cells(answer.body))
    return answer.text.count({"ics": "BEGIN:VEVENT", "atom": "<entry>"}[ending])


def files(asking: Asking, rows: list[Row]) -> Iterable[list[str]]:
    """The lists of a page as files: how many lines each viewer gets, where a viewer gets more than the public."""
    for row in rows:
        for ending in ("csv", "xlsx", "ics", "atom"):
            if ending not in row.forms or not row.counts:
                continue
            path = row.paths[0]
            line = []
            for _, seat in VIEWERS:
                answer = asking.get(seat, path, ending)
                if answer.status != 200:
                    line.append(verdict(answer))
                    continue
                number = f"{rows_of(answer, ending):,}"
                is_same = asking.get("", path, ending).status == 200 and asking.same(seat, path, ending)
                line.append(number if is_same else f"**{number}**")
            yield [f"`{walk.form(path, ending)}`", *line]


def further(asking: Asking) -> Iterable[list[str]]:
    """Files that have no language."""
    for name, path in words.FILES:
        line = []
        for _, seat in VIEWERS:
            answer = asking.server.get(f"{PLACE}{seat}{path}")
            line.append(verdict(answer) if answer.status != 200 else f"{answer.text.count('<record>'):,}" if "ListRecords" in path else "open")
        yield [f"{name} `{path}`", *line]


def more(asking: Asking, rows: list[Row]) -> Iterable[list[str]]:
    """Page by page what a viewer reads that the public doesn't: the parts of the JSON answer that are longer or new."""
    for row in rows:
        found: dict[str, list[str]] = {}
        for name, seat in VIEWERS[1:]:
            parts: dict[str, tuple[int, int] | None] = {}
            for path in row.paths:
                answer, public = asking.get(seat, path, "json"), asking.get("", path, "json")
                if answer.status == public.status == 200 and not asking.same(seat, path, "json"):
                    for part, size in words.added(public.json, answer.json).items():
                        if part not in parts or (size or (0, 0)) > (parts[part] or (0, 0)):
                            parts[part] = size
            if parts:
                found.setdefault(words.parts(parts), []).append(name)
        for text, names in found.items():
            yield [row.name.split("?")[0], ", ".join(names), text]


def table(heading: list[str], lines: Iterable[list[str]]) -> str:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    return line(heading) + line(["---"] * len(heading)) + "".join(line(each) for each in lines)


def made() -> str:
    """The page as the built program answers now."""
    with tempfile.TemporaryDirectory() as folder:
        # What stands where WeasyPrint would gives back the page that it was to print: a PDF is that page.
        paper = Path(folder) / "paper"
        paper.write_text("#!/bin/sh\n[ \"$1\" = --version ] && echo 'WeasyPrint version 70.0' && exit 0\necho '%PDF-1.7'; exec cat\n")
        paper.chmod(0o755)
        server = Served(Path(folder), "init --pack crm", "demo --seed 1", options=("--try", "--weasyprint", str(paper)))
        try:
            return written(Asking(server))
        finally:
            server.stop()


def written(asking: Asking) -> str:
    rows = kinds(asking)
    for row in rows:
        row.forms = forms(asking, row)
    names = [name for name, _ in VIEWERS]
    lines = []
    for row in rows:
        shown = [cell(asking, row, seat) for _, seat in VIEWERS]
        differs = len(set(shown)) > 1
        example = row.paths[0]
        addresses = f"`{example}`" + (f" and {len(row.paths) - 1:,} more" if len(row.paths) > 1 else "")
        counted = f"<br>{row.counted}" if row.counted else ""
        why = words.why(row.name) if differs else ""
        if differs and not why:
            raise SystemExit(f"{row.name} differs by viewer, and access_words.py doesn't say why")
        lines.append([f"{row.name.split('?')[0]}{counted}", addresses, " ".join(row.forms), *shown, why])
    return words.page(
        today=TODAY,
        pages=table(["page", "address", "also as", *names, "why"], lines),
        files=table(["file", *names], [*files(asking, rows), *further(asking)]),
        more=table(["page", "who", "reads besides"], more(asking, rows)),
    )


def main(arguments: list[str]) -> int:
    new = made()
    if "--check" in arguments:
        if FILE.exists() and FILE.read_text(encoding="utf-8") == new:
            return 0
        print("docs/access.md is stale: make generate", file=sys.stderr)
        return 1
    FILE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
