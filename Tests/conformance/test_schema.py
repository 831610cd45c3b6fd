"""Every JSON answer of every conference fits the published schema, and the schema is current."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import jsonschema_rs
import once
import pytest
from served import Served
from whole import everything

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import make_schema  # noqa: E402

SCHEMA = json.loads(make_schema.FILE.read_text(encoding="utf-8"))


@functools.cache
def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """Made once for a definition. Another program than the one that the schema itself is checked with, and a hundred
    times as fast: there are thousands of answers."""
    return jsonschema_rs.Draft202012Validator(
        {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}, validate_formats=True
    )


def wrong(name: str, value: object) -> str | None:
    """The first thing that doesn't fit, in a line."""
    error = next(validator(name).iter_errors(value), None)
    return None if error is None else f"/{'/'.join(map(str, error.instance_path))}: {error.message[:300]}"


def _ask(founded: tuple[str, ...], folder: Path) -> None:
    server = Served(folder, *founded)
    try:
        found = list(make_schema.answers(server, founded, ("es", "en") if everything() else ("es",)))
        if not everything():
            found += list(_english(server, found))
    finally:
        server.stop()
    (folder / "answers.json").write_text(json.dumps(found), encoding="utf-8")


def _english(server: Served, spanish: list[tuple[str, str, object]]) -> Iterator[tuple[str, str, object]]:
    """Three of each kind for each viewer: a language changes the words of an answer, seldom its members."""
    asked: Counter[tuple[str, str]] = Counter()
    for name, address, _ in spanish:
        base, _, path = address.partition("/es/")
        asked[base, name] += 1
        if asked[base, name] <= 3:
            answer = server.get(address := f"{base}/en/{path}")
            # A text may be held in English alone, and is sent as it is.
            if answer.type == "application/json":
                yield name, address, answer.json


MAKERS = {f"answers {' and '.join(founded)}": functools.partial(_ask, founded) for founded in make_schema.SERVED}


def read(folder: Path) -> list[tuple[str, str, object]]:
    return json.loads((folder / "answers.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def answered() -> list[tuple[str, str, object]]:
    """Every answer of the packs' conferences and of three invented ones as every viewer in Spanish, and some of each kind
    in English; with `PUEBLA_TESTS=all` every one in both."""
    return [answer for folder in once.each(MAKERS) for answer in read(folder)]


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_route_has_a_definition():
    source = (ROOT / "Sources/Web/HTTP/Route.swift").read_text(encoding="utf-8")
    body = source[source.index("public var name: StaticString") : source.index("var segments")]
    routes = re.findall(r'case \.\w+: "([a-z-]+)"', body)
    assert len(routes) > 25
    assert [name for name in [*routes, "frame", "error"] if name not in SCHEMA["$defs"]] == []


@pytest.mark.parametrize("server", MAKERS)
def test_every_answer_names_its_definition_and_fits_it(server):
    """A server's at a time, so that no test takes minutes."""
    answers = read(once.once(server, MAKERS[server]))
    assert len(answers) > 1000
    problems: dict[str, str] = {}
    for name, address, value in answers:
        if value.get("schema") != f"/schema.json#/$defs/{name}":
            problems.setdefault(name, f"{address}: calls itself {value.get('schema')}")
        elif name not in problems and (found := wrong(name, value)):
            problems[name] = f"{address}{found}"
    assert problems == {}


def test_the_schema_is_current(answered):
    """Made anew from the answers of today, it says nothing that the committed one doesn't say."""
    spanish = [(name, value) for name, address, value in answered if "/es/" in address]
    new = json.loads(make_schema.written(make_schema.learn(spanish)))
    stale = [name for name, shape in new["$defs"].items() if shape != SCHEMA["$defs"].get(name)]
    assert stale == [], "make generate"


def test_every_definition_but_that_of_files_is_answered(answered):
    seen = {name for name, _, _ in answered}
    assert sorted(set(make_schema.ROUTES) - seen) == ["document-text"]


@pytest.mark.parametrize("spoil", ["less", "more", "other"])
def test_an_answer_that_does_not_fit_is_found(answered, spoil):
    """A validator that accepts everything would prove nothing."""
    for name in ("home", "party", "meetings", "clause", "error"):
        value = json.loads(json.dumps(next(value for each, _, value in answered if each == name)))
        assert wrong(name, value) is None
        if spoil == "less":
            value.pop("notice" if name != "error" else "error")
        elif spoil == "more":
            value["invention"] = 1
        else:
            value["register" if name != "error" else "error"] = 5
        assert wrong(name, value) is not None, name


def test_the_schema_is_served_as_such(site):
    answer = site.get("/schema.json")
    assert (answer.status, answer.type) == (200, "application/schema+json")
    assert answer.body == make_schema.FILE.read_bytes()
