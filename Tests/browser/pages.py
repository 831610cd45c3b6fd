"""The pages that every browser test walks, as one table.

A path is written below its language: `/parties` is `/es/parties` and `/en/parties`. `{clause}` stands for
a clause that the charter's page itself links to.
"""

from dataclasses import dataclass

LANGUAGES = ("es", "en")
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Page:
    """One address below a language, and the status it must answer with."""

    path: str
    status: int = 200

    def address(self, language: str) -> str:
        return f"/{language}{self.path}"


PAGES = (
    Page("/"),
    Page("/parties"),
    Page("/parties/MEX"),
    Page("/presidencies"),
    Page("/presidencies?on=2014-06-01"),
    Page("/contributions"),
    Page("/contributions?budget=282724.00&on=2021-01-01"),
    Page("/working-days"),
    Page("/working-days?from=2026-12-23T10:00&days=5"),
    Page("/charter"),
    Page("/charter/{clause}"),
    Page("/register"),
    Page("/register/1"),
    # What goes wrong is a page too: in the reader's language, and as accessible as the others.
    Page("/parties/ZZZ", status=404),
    Page("/presidencies?on=2014-13-45", status=400),
)
