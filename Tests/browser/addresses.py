"""The addresses of every page on the servers of the seeds, and the walk along their links."""

from __future__ import annotations

from collections.abc import Callable

from address_checks import Sent
from crawler import Answer, Crawl, crawl
from pages import LANGUAGES, PAGES, SEEDS, Page
from selection import papers
from sites import Sites

Ask = Callable[[str], Answer]


def sent(sites: Sites, page: Page, language: str, ask: Ask | None = None) -> Sent:
    return Sent(page, language, sites.address(page, language), ask or sites.answers(page.seed).get)


def all_sent(sites: Sites, seed: int) -> list[Sent]:
    return [sent(sites, page, language) for page in PAGES if (page.seed or SEEDS[0]) == seed for language in LANGUAGES]


def walked(sites: Sites, seed: int, language: str, ask: Ask | None = None) -> Crawl:
    """Along the links from the home pages of a seed's server."""
    server = sites.server(seed).address
    first = seed == SEEDS[0]
    # The real conference is the same on every server.
    starts = [f"{server}/c/cme/{language}/"] + ([f"{server}/{language}/"] if first else [])
    return crawl(starts, 6 if first else 3, papers=papers(first), ask=ask or sites.answers(seed).get)
