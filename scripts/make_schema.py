#!/usr/bin/env python3
"""Writes Sources/Web/Assets/schema.json anew: the shape of every JSON answer, learned from the answers of the built
program on the conferences of the packs and on three invented ones.

    scripts/make_schema.py           writes the file
    scripts/make_schema.py --check   only says whether it is current; ends with 1 if it isn't
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "Sources/Web/Assets/schema.json"
sys.path[:0] = [str(ROOT / "Tests"), str(ROOT / "Tests/conformance")]

import walk  # noqa: E402
from schema_shape import ROUTES, Shape, definitions  # noqa: E402
from served import Served  # noqa: E402

# What each server serves: the first at `/`, the second below `/c/`.
SERVED = (("init --pack crm", "demo --seed 1"), ("init --pack csm", "demo --seed 2"), ("demo --seed 77",))
SEATS = (
    "member-XAL", "observer-XPV", "presidency", "secretariat", "network", "administrator",
)  # fmt: skip


def bases(founded: tuple[str, ...]) -> Iterator[str]:
    """Where the conferences of a server stand, the invented one also as each of its viewers sees it."""
    for number, command in enumerate(founded):
        place = "" if number == 0 else "/c/cme"
        yield place
        if command.startswith("demo"):
            yield from (f"{place}~{seat}" if place else f"/~{seat}" for seat in SEATS)


def answers(server: Served, founded: tuple[str, ...], languages: tuple[str, ...] = ("es",)) -> Iterator[tuple[str, str, object]]:
    """Every JSON answer of a server: the name of its shape, its address, itself."""
    for base in bases(founded):
        place = base.split("~")[0].rstrip("/")
        if base == place:
            paths = _some(walk.pages(server, base), 60)
            asked = paths + walk.questions(paths)
        else:
            # What a reader is shown differs by page, not by question.
            asked = _some(paths, 6)
        for language in languages:
            for path in asked:
                address = f"{base}/{language}{walk.form(path, 'json')}"
                answer = server.get(address)
                if answer.type != "application/json":
                    continue
                value = answer.json
                yield ("error" if "error" in value else walk.route(path), address, value)


def _some(paths: list[str], most: int) -> list[str]:
    """At most so many pages of each kind, evenly from all of them; all entries, which are chosen already."""
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(walk.route(path), []).append(path)
    return [
        path
        for kind, of_kind in kinds.items()
        for path in (of_kind if kind == "entry" else of_kind[:: max(1, -(-len(of_kind) // most))])
    ]


def learn(found: Iterable[tuple[str, object]]) -> dict[str, Shape]:
    """The shape of each kind of answer."""
    shapes: dict[str, Shape] = {}
    for name, value in found:
        shapes.setdefault(name, Shape()).learn(value)
    return shapes


def written(shapes: dict[str, Shape]) -> str:
    return json.dumps(definitions(shapes), ensure_ascii=False, indent=1) + "\n"


def made() -> str:
    """The schema as the built program's answers have it now."""
    found: list[tuple[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, founded in enumerate(SERVED):
            place = Path(folder) / str(number)
            place.mkdir()
            server = Served(place, *founded)
            try:
                found += [(name, value) for name, _, value in answers(server, founded)]
            finally:
                server.stop()
    return written(learn(found))


def main(arguments: list[str]) -> int:
    new = made()
    if "--check" in arguments:
        if FILE.read_text(encoding="utf-8") == new:
            return 0
        print("Sources/Web/Assets/schema.json is stale: make generate", file=sys.stderr)
        return 1
    FILE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
