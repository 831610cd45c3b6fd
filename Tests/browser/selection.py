"""What a run looks at in the browser, and how: templates by default, with `PUEBLA_TESTS=all` the whole product.

**By default** one address of each template is opened, once in each language. Every template is seen by all of
axe's rules in both, Spanish at 320 px and light, English at 1280 px and dark; the rules that depend on colour are
asked again in the other scheme of that width. Nothing scrolls sideways at any of four widths in either language:
Spanish is the longer, English has the longer words in its tables. What a language doesn't change is seen in one:
the words without scripts and the way to the twin in Spanish, paper, keyboard and motion in English.

**The whole product** is every page in both languages at every width and in every scheme.

One code looks (`looking.py`); this file alone says at what.
"""

from __future__ import annotations

from typing import NamedTuple

from pages import LANGUAGES, PAGES, Page, is_first
from whole import everything

# Of a template with several addresses the first of the invented conference is looked at, where there is one; these
# are richer, or longer.
RICHEST = (
    "/", "/about", "/accessibility", "/charter", "/glossary", "/parties", "/plans/{plan}", "/plans/{action}", "/verify",
    "/working-days", "/search?q=niñez&kind=document", "/decisions?q=observadores", "/meetings?sort=where",
    "/meetings/VM-1066", "/c/cme~member-XAL/library", "/c/cme~member-XAL/search?q=presupuesto",
    "/c/cme~member-XAL/register", "/c/cme~observer-XPV/",
)  # fmt: skip

# The widths at which nothing may scroll sideways; 640 px are 1280 px at 200 %.
WIDTHS = (320, 640, 768, 1280)
# What the whole product looks at: of the first pages all five, of the other seeds' the first and the fourth.
VIEWS = ((1280, "light"), (1280, "dark"), (768, "light"), (320, "light"), (320, "dark"))
# In this order: axe's own measuring makes the browser remark on canvases, the twin is another page.
ARRIVED = ("status", "language", "console")
LEFT = ("print", "keyboard", "motion", "requests")


class Step(NamedTuple):
    """One check; without width and scheme it is made at 1280 px, light, or doesn't depend on them."""

    check: str
    width: int | None = None
    scheme: str | None = None


class Look(NamedTuple):
    """One page opened once in one language, and what is asked of it."""

    page: Page
    language: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.page} {self.language}"


def looked_at() -> dict[str, Page]:
    """The page of each template that a browser opens."""
    found: dict[str, list[Page]] = {}
    for page in PAGES:
        if is_first(page):
            found.setdefault(page.template, []).append(page)
    return {template: max(pages, key=_richness) for template, pages in found.items()}


def _richness(page: Page) -> tuple[bool, bool]:
    return page.base + page.path in RICHEST, page.seed is not None and page.seat is None


def default() -> tuple[Look, ...]:
    return tuple(
        Look(page, language, _by_template(language)) for page in looked_at().values() for language in LANGUAGES
    )


def _by_template(language: str) -> tuple[Step, ...]:
    width, scheme, other = (320, "light", "dark") if language == "es" else (1280, "dark", "light")
    return (
        *map(Step, ARRIVED),
        *([Step("words")] if language == "es" else []),
        *(Step("reflow", each) for each in WIDTHS),
        Step("scheme", width, scheme),
        Step("axe", width, scheme),
        Step("scheme", width, other),
        Step("contrast", width, other),
        *([Step("requests"), Step("twin")] if language == "es" else map(Step, LEFT)),
    )


def full() -> tuple[Look, ...]:
    return tuple(Look(page, language, _whole(page)) for page in PAGES for language in LANGUAGES)


def _whole(page: Page) -> tuple[Step, ...]:
    first = is_first(page)
    views = VIEWS if first else VIEWS[::3]
    return (
        *map(Step, ARRIVED),
        *([Step("words")] if first else []),
        *(Step("reflow", width) for width in WIDTHS if first or width != 768),
        *(Step(check, *view) for view in views for check in ("scheme", "axe")),
        *map(Step, LEFT),
        *([Step("twin")] if first else []),
    )


def selected() -> tuple[Look, ...]:
    return full() if everything() else default()


def papers(first: bool) -> int:
    """How many papers a crawl asks for: each takes seconds, and the conformance tests read every kind of them."""
    return 3 if first or everything() else 1
