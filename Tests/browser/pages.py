"""The pages that every browser test walks, as one table.

A path is written below its language: `/parties` is `/es/parties` and `/en/parties`. `{clause}`, `{meeting}` and
the like stand for a page that its list itself links to: see `LINKED`. The real conference stands at `/`, the
invented ones below `/c/`: `cme` made from seed 1, and the same made from two more seeds on servers of their own.

What one function makes in one situation (a list, a list narrowed, one item, nothing found, refused, closed, as a
seat sees it) is one *template*: a browser looks at one address of each, `selection.py` says which.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("es", "en")
SEEDS = (1, 2, 77)
# Beyond these a page may be long: lists, and the charter.
LONG = (
    "/charter", "/register", "/glossary", "/library", "/plans/", "/decisions", "/meetings", "/figures", "/changes", "/duties",
)  # fmt: skip

# What stands in braces: the list that links to it, and the place of the link among those found.
LINKED = {
    "clause": ("/charter", "/charter/", 0),
    "organ": ("/conference", "/conference/", 0),
    "group": ("/conference", "/conference/", -1),
    "party": ("/parties", "/parties/", 0),
    "observer": ("/parties", "/parties/", -1),
    "meeting": ("/meetings", "/meetings/", 0),
    "past": ("/meetings", "/meetings/", -1),
    "decision": ("/decisions", "/decisions/", 0),
    "plan": ("/plans", "/plans/", 0),
    "action": ("/plans", "/plans/", -1),
    "line": ("/plans/{action}", "/plans/{action}/", 0),
    "document": ("/library", "/library/", 0),
    "paper": ("/library", "/library/", 4),
    "space": ("/spaces", "/spaces/", 0),
}


@dataclass(frozen=True)
class Page:
    """One address below a language, the status it must answer with, and whose page it is."""

    path: str
    status: int = 200
    # The seed of an invented conference; None for the real one.
    seed: int | None = None
    # As whom an invented conference is seen, as it stands in the address.
    seat: str | None = None
    # The template's name, if it isn't the path itself.
    made: str | None = None

    @property
    def template(self) -> str:
        return self.made or self.path

    @property
    def base(self) -> str:
        if self.seed is None:
            return ""
        return "/c/cme" + (f"~{self.seat}" if self.seat else "")

    def address(self, language: str) -> str:
        return f"{self.base}/{language}{self.path}"

    def __str__(self) -> str:
        return f"{self.base or 'crm'}{self.path}" + (f" seed {self.seed}" if self.seed else "")


# Pages that every conference has.
COMMON = (
    "/", "/conference", "/conference/{organ}", "/conference/{group}", "/parties", "/parties/{party}",
    "/parties/{observer}", "/presidencies", "/meetings", "/meetings/{meeting}", "/meetings/{past}",
    "/decisions", "/decisions/{decision}", "/plans", "/plans/{plan}", "/plans/{action}", "/plans/{line}",
    "/library", "/library/{document}", "/library/{paper}", "/spaces", "/spaces/{space}", "/glossary",
    "/figures", "/contributions", "/working-days", "/charter", "/charter/{clause}", "/duties", "/changes",
    "/register", "/register/1", "/search", "/about", "/accessibility", "/verify",
)

REAL = tuple(Page(path) for path in COMMON) + (
    Page("/parties/MEX", made="/parties/{party}"),
    Page("/presidencies?on=2014-06-01", made="/presidencies on a day"),
    Page("/conference?on=2010-01-01", made="/conference on a day"),
    Page("/meetings?year=2022", made="/meetings narrowed"),
    Page("/meetings?on=2016-11-18", made="/meetings on a day"),
    Page("/meetings?sort=where", made="/meetings narrowed"),
    Page("/decisions?sort=-citation&year=2016", made="/decisions narrowed"),
    Page("/meetings/CRM-CSM-2022?zone=Asia/Tokyo", made="/meetings/{meeting} in a zone"),
    Page("/meetings/GRCM-2014-1", made="/meetings/{past}"),
    Page("/decisions?q=observadores", made="/decisions narrowed"),
    Page("/contributions?budget=282724.00&on=2021-01-01", made="/contributions of another budget"),
    Page("/working-days?from=2026-12-23T10:00&days=5", made="/working-days"),
    Page("/changes?from=2016-01-01&to=2021-01-01", made="/changes"),
    Page("/search?q=migración laboral", made="/search with findings"),
    Page("/search?q=zzzxqy", made="/search without findings"),
    Page("/search?q=niñez&kind=document", made="/search narrowed"),
    Page("/library?kind=guideline&year=2022", made="/library narrowed"),
    Page("/library?on=2005-01-01", made="/library narrowed"),
    Page("/library/informe-20", made="/library/{document} without its text"),
    Page("/glossary?q=ACNUR", made="/glossary narrowed"),
    Page("/charter?q=P4", made="/charter searched"),
    Page("/figures?on=2010-01-01", made="/figures"),
    # What goes wrong is a page too: in the reader's language, and as accessible as the others.
    Page("/parties/ZZZ", status=404, made="not found"),
    Page("/meetings/VM-1066", status=404, made="not found"),
    Page("/meetings/CRM-CSM-2022?zone=Nowhere", status=400, made="refused at its field"),
    Page("/decisions?organ=NADA", status=400, made="refused at its field"),
    Page("/parties?sort=nothing", status=400, made="not understood"),
    Page("/library/nothing-here", status=404, made="not found"),
    Page("/library?kind=poem", status=400, made="refused at its field"),
    Page("/spaces/nothing-here", status=404, made="not found"),
    Page("/register/999999", status=404, made="not found"),
    Page("/presidencies?on=2014-13-45", status=400, made="refused at its field"),
    Page("/conference?on=2014-02-30", status=400, made="refused at its field"),
    Page("/changes?from=2021-01-01&to=2016-01-01", status=400, made="refused at its field"),
    Page("/standing", status=403, made="closed"),
)

SEEN = tuple(
    Page(path, seed=1, seat=seat, made=made)
    for seat, path, made in (
        ("member-XAL", "/", "/ as a member"), ("member-XAL", "/standing", "/standing"),
        ("member-XAL", "/standing?sort=-open", "/standing"),
        ("member-XAL", "/parties/{observer}", "/parties/{observer} in a seat"),
        ("member-XAL", "/duties", "/duties as a member"), ("member-XAL", "/register", "/register"),
        ("presidency", "/", "/ as the presidency"), ("secretariat", "/standing", "/standing"),
        ("administrator", "/", "/ in another seat"), ("observer-XPV", "/", "/ in another seat"),
        ("observer-XPV", "/parties/XPV", "/parties/{observer} in a seat"), ("network", "/library", "/library"),
        ("member-XAL", "/library", "/library"), ("member-XAL", "/library/{document}", "/library/{document}"),
        ("member-XAL", "/search?q=presupuesto", "/search with findings"),
    )
)  # fmt: skip

INVENTED = tuple(Page(path, seed=seed) for seed in SEEDS for path in COMMON)

PAGES = REAL + INVENTED + SEEN


def is_long(page: Page) -> bool:
    """True for lists, which may have more than 60 KB."""
    return page.path.startswith(LONG)


def is_first(page: Page) -> bool:
    """The real conference and the first seed: what the other seeds share with it is looked at once."""
    return page.seed in (None, SEEDS[0])
