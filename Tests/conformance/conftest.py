"""Servers of the real conferences and of invented ones, each started when it is first asked for."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import once
import pytest
import walk
from served import BASES, Served, paper


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The Regional Conference at `/` and an invented one below `/c/cme`, to be tried out."""
    server = Served(
        tmp_path_factory.mktemp("site"), "init --pack crm", "demo --seed 1",
        options=("--try", "--security-contact", "mailto:security@puebla.example"),
    )  # fmt: skip
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def bare(tmp_path_factory):
    """The South American Conference on a server without WeasyPrint, without a contact, without `--try`; below it an
    invented one."""
    server = Served(
        tmp_path_factory.mktemp("bare"), "init --pack csm", "demo --seed 2",
        options=("--weasyprint", "/nonexistent"),
    )  # fmt: skip
    yield server
    assert server.stop() == 0


@pytest.fixture
def weasyprint():
    """For tests of papers: without it they would prove nothing."""
    assert paper(), "WeasyPrint isn't installed beside the checkout: scripts/tools.sh installs it"


@pytest.fixture(scope="session")
def walked(site) -> dict[str, list[str]]:
    """Every page of both conferences of `site`, below the language. The workers' sites are alike: one of them walks."""

    def make(folder: Path) -> None:
        found = {base: walk.pages(site, base, entries=10) for base in BASES}
        (folder / "pages.json").write_text(json.dumps(found), encoding="utf-8")

    return json.loads((once.once("walked", make) / "pages.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def samples(walked) -> dict[str, list[str]]:
    """Up to three pages of each kind."""
    found = {}
    for base, paths in walked.items():
        kinds: dict[str, list[str]] = {}
        for path in paths:
            # A document's text is a file, not a page.
            if walk.route(path) != "document-text":
                kinds.setdefault(walk.route(path), []).append(path)
        found[base] = [path for of_kind in kinds.values() for path in {of_kind[0], of_kind[len(of_kind) // 2], of_kind[-1]}]
    return found


@pytest.fixture(scope="session")
def forms(site, walked):
    """`forms(base, ending)`: the addresses of that form that the pages themselves link to."""

    def make(base: str, folder: Path) -> None:
        found: dict[str, dict[str, None]] = {}
        for path in walked[base]:
            html = site.get(f"{base}/es{path}").text
            for address, end in re.findall(rf'href="({re.escape(base)}/es/[^"?#]+\.(csv|xlsx|ics|atom|bib|ris))"', html):
                found.setdefault(end, {})[address] = None
        addresses = {end: list(of_end) for end, of_end in found.items()}
        (folder / "addresses.json").write_text(json.dumps(addresses), encoding="utf-8")

    @functools.cache
    def addresses(base: str) -> dict[str, list[str]]:
        folder = once.once(f"forms{base or ' of the first'}", functools.partial(make, base))
        return json.loads((folder / "addresses.json").read_text(encoding="utf-8"))

    return lambda base, ending: addresses(base).get(ending, [])
