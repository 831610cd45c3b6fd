"""One browser for all tests, one context for each width and scheme, one server for the program's pages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import sync_playwright

import page_checks
from crawler import get
from pages import LINKED, SEEDS, TODAY
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


class Sites:
    """A server for each seed, started when it is first asked for."""

    def __init__(self, folders) -> None:
        self._folders = folders
        self._servers: dict[int, Server] = {}
        self._links: dict[tuple[str, str], str] = {}

    def server(self, seed: int = SEEDS[0]) -> Server:
        if seed not in self._servers:
            self._servers[seed] = Server(self._folders.mktemp(f"puebla-{seed}"), seed, TODAY)
        return self._servers[seed]

    def address(self, page, language: str) -> str:
        """The page's whole address, what stands in braces filled in from its list."""
        server = self.server(page.seed or SEEDS[0]).address
        path = page.path
        for name in re.findall(r"{(\w+)}", path):
            path = path.replace("{%s}" % name, self._linked(server, page.base, name))
        return f"{server}{page.base}/{language}{path}"

    def _linked(self, server: str, base: str, name: str) -> str:
        key = (server + base, name)
        if key not in self._links:
            listed, prefix, place = LINKED[name]
            for inner in re.findall(r"{(\w+)}", listed):
                found = self._linked(server, base, inner)
                listed, prefix = listed.replace("{%s}" % inner, found), prefix.replace("{%s}" % inner, found)
            _, _, body = get(f"{server}{base}/es{listed}")
            pattern = f'href="{re.escape(base)}/es{re.escape(prefix)}([^"#?]+)"'
            links = [
                link for link in dict.fromkeys(re.findall(pattern, body.decode("utf-8")))
                if not re.search(r"\.(json|csv|xlsx|pdf|ics|atom|bib|ris)$", link)
            ]
            assert links, f"{base}/es{listed} links to nothing below {prefix}"
            found = links[place if -len(links) <= place < len(links) else 0]
            # A line's link carries its plan; the template names it again.
            self._links[key] = f"{listed.rsplit('/', 1)[-1]}/{found}" if name == "line" else found
        return self._links[key]

    def stop(self) -> None:
        codes = {seed: server.stop() for seed, server in self._servers.items()}
        assert set(codes.values()) <= {0}, f"asked to end, puebla serve ended with {codes}"


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


@pytest.fixture(scope="session")
def address(sites):
    """`address(page, language)`: the page's whole address."""
    return sites.address
