"""What is asked of the pages, where, and that nothing which was once asked is gone: the text of `Tests/checks.md`.

`.venv-test/bin/python Tests/browser/checklist.py` writes it anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import address_checks  # noqa: E402
import looking  # noqa: E402
import selection  # noqa: E402
from pages import LANGUAGES, PAGES, is_first  # noqa: E402

FILE = Path(__file__).resolve().parents[1] / "checks.md"
# In a browser, of the page as it is sent, or of all pages of a server together.
BROWSER, SENT, TOGETHER = "browser", "as sent", "together"

SAYS = {
    "status": "the status that the table of pages names", "language": "`<html lang>` is the address's language",
    "console": "no error and no warning on the console", "words": "the same words with scripts off, and more than a few",
    "reflow": "nothing scrolls sideways", "scheme": "the ground is dark or light, as the reader prefers",
    "axe": "axe's rules for WCAG 2.0, 2.1 and 2.2, A and AA", "contrast": "axe's rules that depend on colour",
    "print": "no controls on paper, words and the mark of an invented conference there",
    "keyboard": "Tab reaches each control in order and shows where it is", "motion": "nothing moves for who asked for less motion",
    "requests": "no request to another host, and what is asked for is there",
    "twin": "the same page in the other language, a visible link leads there and one back",
    "headings": "one first heading, no level skipped", "weight": "under 60 KB, but for lists",
    "scripts": "no script, and a policy that lets none run", "labels": "each control has a name",
    "mark": "an invented conference says so and keeps search engines out",
    "html": "valid to the Nu HTML checker", "links": "every internal link answers, also to a place within a page",
}  # fmt: skip


class Former(NamedTuple):
    """A check as it was made of every page until 2026-11-30, when each was a test of its own."""

    asked: str
    of: str
    # Where it is made now, and under which name; the first is the same function or asks the same.
    now: tuple[tuple[str, str], ...]


EVERY, FIRST = "every page, both languages", "the first conferences' pages, both languages"
FORMERLY = (
    Former("status", EVERY, ((SENT, "status"), (BROWSER, "status"))),
    Former("language", EVERY, ((SENT, "language"), (BROWSER, "language"))),
    Former("sideways scroll at 320, 640, 768, 1280 px", EVERY, ((BROWSER, "reflow"),)),
    Former("console", EVERY, ((BROWSER, "console"),)),
    Former("ground in light and dark", EVERY + ", up to five views", ((BROWSER, "scheme"),)),
    Former("axe", EVERY + ", up to five views", ((BROWSER, "axe"), (BROWSER, "contrast"))),
    Former("paper", EVERY, ((BROWSER, "print"),)),
    Former("keyboard", EVERY, ((BROWSER, "keyboard"),)),
    Former("motion", EVERY, ((BROWSER, "motion"),)),
    Former("requests to other hosts", EVERY, ((SENT, "requests"), (BROWSER, "requests"))),
    Former("the twin", FIRST, ((SENT, "twin"), (BROWSER, "twin"))),
    Former("the same with scripts off", FIRST, ((SENT, "scripts"), (BROWSER, "words"))),
    Former("more than a few words", FIRST, ((SENT, "words"), (BROWSER, "words"))),
    Former("valid HTML", EVERY, ((TOGETHER, "html"),)),
    Former("weight", EVERY, ((SENT, "weight"),)),
    Former("no script", EVERY, ((SENT, "scripts"),)),
    Former("the mark of an invented conference", "the invented conferences' pages, both languages", ((SENT, "mark"),)),
    Former("links", "each seed and language, three seats", ((TOGETHER, "links"),)),
)  # fmt: skip


def views(looks: tuple[selection.Look, ...], check: str) -> str:
    """In which languages, widths and schemes a check is made: `es 320 light · en 1280 dark`."""
    found: dict[str, dict[str, None]] = {}
    for look in looks:
        for step in look.steps:
            if step.check == check:
                view = " ".join(str(part) for part in (step.width, step.scheme) if part)
                found.setdefault(view, {})[look.language] = None
    return "within axe" if not found else " · ".join(f"{', '.join(languages)} {view}".strip() for view, languages in found.items())


def written() -> str:
    templates = selection.looked_at()
    first = sum(map(is_first, PAGES))
    lines = [
        "# What is asked of every page",
        "Made by `Tests/browser/checklist.py` from what the tests run; a test fails when it is stale.",
        "",
        f"The table of pages has {len(PAGES)} addresses in {len(LANGUAGES)} languages, made by {len(templates)} templates; {first} of them are "
        "the real conference's and the first invented one's.",
        "",
        "## In a browser",
        "`make test` opens one address of each template, `make test-all` every address. Where no width stands it is 1280 px, light.",
        "",
        "| check | what must hold | `make test` | `make test-all` |",
        "| --- | --- | --- | --- |",
    ]
    default, full = selection.default(), selection.full()
    lines += [f"| {name} | {SAYS[name]} | {views(default, name)} | {views(full, name)} |" for name in looking.CHECKS]
    lines += [
        "",
        "## As it is sent",
        "Asked over HTTP, of every address in both languages, by `make test` and `make test-all` alike.",
        "",
        "| check | what must hold |",
        "| --- | --- |",
    ]
    lines += [f"| {name} | {SAYS[name]} |" for name in (*address_checks.CHECKS, "html", "links")]
    lines += [
        "",
        "## What was asked before",
        "Until 2026-11-30 each was asked of every page in a browser. Nothing was dropped: where one is made now.",
        "",
        "| check | of | now |",
        "| --- | --- | --- |",
    ]
    lines += [
        f"| {former.asked} | {former.of} | {', '.join(f'{name} ({where})' for where, name in former.now)} |" for former in FORMERLY
    ]
    lines += ["", "## The templates, and the address that is opened", "", "| template | address |", "| --- | --- |"]
    lines += [f"| `{template}` | `{page}` |" for template, page in templates.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
