"""One browser for all tests, one context for each width and scheme, one server for the program's pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright

import visit
from sites import Sites


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = visit.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser):
    """`context(width, scheme, scripts)`: made once, used again."""
    made = {}

    def context(width: int = 1280, scheme: str = "light", scripts: bool = True):
        key = (width, scheme, scripts)
        if key not in made:
            made[key] = visit.context_of(browser, *key)
        return made[key]

    yield context
    for each in made.values():
        each.close()


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The built program, serving registers founded for these tests."""
    sites = Sites(tmp_path_factory)
    yield sites
    sites.stop()


@pytest.fixture(scope="session")
def site(sites):
    """The address of the first server."""
    return sites.server().address
