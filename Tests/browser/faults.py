"""Faults to plant in the program's own pages, each with the check that must find it.

A fault changes what a reader is sent: the page itself, or by a style sheet that the page then also asks for. The
program isn't touched. `test_planted.py` shows each to the checks that `make test` makes of its template.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

SHEET = "/planted.css"


class Fault(NamedTuple):
    """What is planted in a template's page, and which check says what of it."""

    template: str
    check: str
    # A piece of the finding.
    says: str
    change: Callable[[str], str] = lambda markup: markup
    # A style sheet planted besides.
    css: str = ""
    # Answered in the place of the page's own status.
    status: int | None = None
    # The policy that keeps scripts from running is taken off.
    lets_scripts: bool = False

    def __str__(self) -> str:
        return f"{self.check}: {self.template}: {self.says}"

    def planted(self, markup: str) -> str:
        """The page with the fault; never the page itself."""
        changed = self.change(markup)
        if self.css:
            changed = changed.replace("</head>", f'<link rel="stylesheet" href="{SHEET}"></head>', 1)
        assert changed != markup or self.status, f"{self}: nothing was changed"
        return changed


def _replaced(pattern: str, by: str) -> Callable[[str], str]:
    return lambda markup: re.sub(pattern, by, markup, count=1, flags=re.DOTALL)


def _added(markup: str) -> Callable[[str], str]:
    """At the end of the page's main part."""
    return lambda page: page.replace("</main>", markup + "</main>", 1)


LATE = "<script>document.querySelector('main').append('Only who has scripts reads this.')</script>"

# What a browser must see.
IN_A_BROWSER = (
    Fault(
        "/parties", "contrast", "color-contrast",
        css="@media (prefers-color-scheme: dark) and (max-width: 400px) { main p, main td { color: #444 } }",
    ),
    Fault(
        "/figures", "contrast", "color-contrast",
        css="@media (prefers-color-scheme: light) and (min-width: 1200px) { main p, main td { color: #bbb } }",
    ),
    Fault("/glossary", "axe", "image-alt", change=_added('<img src="/assets/rosette.svg">')),
    Fault("/search", "axe", "label", change=_replaced(r'<label for="ask-q">.*?</label>', "")),
    Fault("/meetings", "language", "lang", change=_replaced(r'<html lang="..">', "<html>")),
    Fault("/decisions", "reflow", "at 320 px", css="main table { min-width: 900px } main * { overflow: visible !important }"),
    Fault("/spaces", "scheme", "light where dark", css="html, body { background: #fff !important }"),
    Fault("/register", "console", "404", change=_added('<img src="/nowhere.png" alt="Nowhere">')),
    Fault("/conference", "requests", "leaves the host", change=_added('<img src="http://localhost:9/a.png" alt="Elsewhere">'), lets_scripts=True),
    Fault("/duties", "words", "something else", change=_added(LATE), lets_scripts=True),
    Fault("/charter/{clause}", "print", "a control is left", css="@media print { nav:not(#x), nav:not(#x) * { display: block !important } }"),
    Fault("/contributions", "keyboard", "has the focus", css=":focus, :focus-visible { outline: none !important }"),
    Fault("/about", "motion", "animations run", css="@keyframes m { to { opacity: .5 } } main p { animation: m 9s infinite !important }"),
    Fault("/working-days", "twin", "is not visible", css="a[hreflang] { display: none !important }"),
    Fault("not found", "status", "status 200", status=200),
)  # fmt: skip

# What is seen of the page as it is sent.
AS_SENT = (
    Fault("not understood", "status", "status 200", status=200),
    Fault("/library/{document}", "language", "<html lang>", change=_replaced(r'<html lang="..">', "<html>")),
    Fault("/plans/{plan}", "headings", "0 first headings", change=_replaced(r"<h1([^>]*)>(.*?)</h1>", r"<p\1>\2</p>")),
    Fault("/meetings/{meeting}", "headings", "comes an h4", change=_replaced(r"</h1>", "</h1><h4>Skipped</h4>")),
    Fault("/standing", "words", "next to nothing", change=_replaced(r"(<main[^>]*>).*</main>", r"\1</main>")),
    Fault("/presidencies", "twin", "no link", change=_replaced(r'(<a[^>]*) hreflang="..', r"\1")),
    Fault("/accessibility", "weight", "bytes", change=_added("<p>" + "Too much. " * 8_000 + "</p>")),
    Fault("/verify", "scripts", "<script>", change=_added(LATE)),
    Fault("/parties/{party}", "scripts", "onclick", change=_replaced("<main", "<main onclick='go()'")),
    Fault("/plans", "requests", "answers 404", change=_added('<img src="/nowhere.png" alt="Nowhere">')),
    Fault("/conference/{organ}", "requests", "another host", change=_added('<img src="http://localhost:9/a.png" alt="Elsewhere">')),
    Fault("/search narrowed", "labels", "has no label", change=_replaced(r"<label .*?</label>", "")),
    Fault("/parties/{observer}", "mark", "demo", change=_replaced(r'<aside class="demo".*?</aside>', "")),
    Fault("/charter", "html", "Duplicate ID", change=_added('<p id="main">Twice</p>')),
    Fault("/", "links", "answers 404", change=_added('<a href="/es/library/a-paper-that-is-gone">Gone</a>')),
    Fault("/changes", "links", "no such place", change=_added('<a href="#nowhere">Nowhere</a>')),
)  # fmt: skip
