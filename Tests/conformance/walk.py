"""Every page of a conference: found through its lists, as a reader finds them."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterator

from served import Served

# Pages without a code, by their first segment.
SINGLES = (
    "", "conference", "parties", "presidencies", "meetings", "decisions", "plans", "library", "spaces", "glossary",
    "figures", "contributions", "standing", "working-days", "charter", "duties", "changes", "register", "search",
    "about", "accessibility", "verify",
)  # fmt: skip
# What a page below a list is called in the schema, by the list's segment.
BELOW = {
    "conference": "organ", "parties": "party", "meetings": "meeting", "decisions": "decision", "plans": "plan",
    "library": "document", "spaces": "space", "charter": "clause", "register": "entry",
}  # fmt: skip
# Days before, in and long after a conference's life.
DAYS = ("0001-01-01", "1995-12-31", "2014-06-01", "2021-12-31", "9999-12-31")
# Questions that pages answer, those that nobody can answer among them.
QUESTIONS = (
    "?page=99999", "?page=0", "?page=x", "?on=2014-13-45", "?on=", "?utm_source=x",
    "meetings?year=2022", "meetings?year=abcd", "meetings?q=zzzzzz", "decisions?q=migraci", "decisions?year=1",
    "library?q=informe", "library?q=zzzzzz", "register?q=presiden", "register?kind=nothing", "register?from=2020-01-01",
    "register?page=2", "contributions?budget=282724.00", "contributions?budget=282724.00&on=2021-01-01",
    "contributions?budget=x", "working-days?from=2026-12-23T10:00&days=5", "working-days?from=x&days=5",
    "working-days?from=2026-12-23T10:00&days=100000", "search?q=migraci%C3%B3n", "search?q=consulta+regional",
    "search?q=zzzxqy", "search?q=%22", "changes?from=2016-01-01&to=2021-01-01", "changes?from=2021-01-01&to=2016-01-01",
    "changes?from=2025-11-21&to=2026-11-21", "changes?from=x", "glossary?q=migra", "figures?on=2010-01-01",
    "charter?on=2017-01-01", "charter?edition=x", "meetings?sort=-when", "library?sort=organ", "parties?sort=nothing",
)  # fmt: skip
FILE = re.compile(r"\.(json|csv|xlsx|pdf|ics|atom|bib|ris)$")


def route(path: str) -> str:
    """What a page is called in the schema: `/parties/MEX` is a `party`."""
    segments = [segment for segment in path.split("?")[0].strip("/").split("/") if segment]
    if not segments:
        return "home"
    if segments[0] == "texts":
        return "document-text"
    if len(segments) == 1:
        return segments[0]
    if segments[0] == "plans" and len(segments) > 2:
        return "plan-line"
    return BELOW[segments[0]]


def form(path: str, ending: str) -> str:
    """The address of a page's form: `/meetings?year=2022` is `/meetings.csv?year=2022`."""
    path, mark, query = path.partition("?")
    return (path if path != "/" else "/index") + "." + ending + mark + query


def links(html: str, base: str, language: str = "es") -> list[str]:
    """The pages that a page links to, below the language and without their questions, each once."""
    found = re.findall(f'href="{re.escape(base)}/{language}(/[^"#?]*)', html)
    paths = dict.fromkeys(urllib.parse.unquote(path) for path in found)
    return [path for path in paths if not FILE.search(path)]


def pages(server: Served, base: str = "", entries: int = 40) -> list[str]:
    """Every page below the language: those without a code, those that their lists link to, the entries of the
    register one of each kind and `entries` more."""
    found = dict.fromkeys("/" + single for single in SINGLES)
    lists = ["/" + single for single in SINGLES if single not in ("", "register", "search")]
    asked: set[str] = set()
    while lists:
        path = lists.pop(0)
        if path in asked:
            continue
        asked.add(path)
        html = server.get(f"{base}/es{path}").text
        for link in links(html, base):
            if link in found or link.startswith("/register/") or link.startswith("/search"):
                continue
            found[link] = None
            # A plan's lines are found on the plan.
            if route(link) == "plan":
                lists.append(link)
        further = max((int(n) for n in re.findall(r"[?;&]page=(\d+)", html)), default=1) if "?" not in path else 1
        lists += [f"{path}?page={number}" for number in range(2, further + 1)]
    found.update(dict.fromkeys(_entries(server, base, entries)))
    return list(found)


def _entries(server: Served, base: str, further: int) -> Iterator[str]:
    """One entry of each kind, and some more evenly over the register."""
    first = server.get(f"{base}/es/register.json").json
    kinds: dict[object, int] = {}
    for page in range(1, first["pages"] + 1):
        for act in server.get(f"{base}/es/register.json?page={page}").json["acts"]:
            kinds.setdefault((act.get("kind"), act.get("corrects") is None, act.get("correctedBy") is None), act["sequence"])
    last = first["register"]["sequence"]
    for sequence in sorted({*kinds.values(), *range(1, last + 1, max(1, last // max(1, further)))}):
        yield f"/register/{sequence}"


def questions(paths: list[str]) -> list[str]:
    """The pages without a code on other days and with questions, and one page of each kind on other days."""
    asked = []
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(route(path), []).append(path)
    for of_kind in kinds.values():
        asked += [f"{path}?on={day}" for path in of_kind[:2] for day in DAYS]
    for question in QUESTIONS:
        page, _, query = question.partition("?")
        asked += [f"/{page}?{query}"] if page else [f"/{single}?{query}" for single in SINGLES]
    return asked
