"""One browser for all tests, one context for each width and scheme, one server for the program's pages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import sync_playwright

import page_checks
from crawler import get
from server import Server


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = page_checks.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser):
    """`context(width, scheme, scripts)`: made once, used again."""
    made = {}

    def context(width: int = 1280, scheme: str = "light", scripts: bool = True):
        key = (width, scheme, scripts)
        if key not in made:
            made[key] = page_checks.context_of(browser, *key)
        return made[key]

    yield context
    for each in made.values():
        each.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of the built program, serving a register founded for these tests."""
    server = Server(tmp_path_factory.mktemp("puebla"))
    yield server.address
    code = server.stop()
    assert code == 0, f"asked to end, puebla serve ended with {code}"


@pytest.fixture(scope="session")
def clause(site):
    """A clause that the charter's own page links to."""
    _, _, body = get(f"{site}/es/charter")
    found = re.search(r'href="/es/charter/([^"#?/]+)"', body.decode("utf-8"))
    assert found, "/es/charter links to no clause"
    return found.group(1)


@pytest.fixture
def address(site, request):
    """`address(page, language)`: the page's whole address."""

    def address(page, language: str) -> str:
        path = page.address(language)
        if "{clause}" in path:
            path = path.replace("{clause}", request.getfixturevalue("clause"))
        return site + path

    return address
