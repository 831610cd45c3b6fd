"""Every kind of page of both conferences on paper: tagged as PDF/UA-1, read back by pdfua and pikepdf; where WeasyPrint
is missing, a page that says so."""

from __future__ import annotations

import subprocess

import pdfua
import pytest
import walk
from served import BASES
from whole import everything

# Waived: WeasyPrint 70 tags the heads of a table without saying whether they head a row or a column.
WAIVED = {"UA-15-003"}
needs_paper = pytest.mark.usefixtures("weasyprint")


def of_each_kind(paths: list[str]) -> list[str]:
    """One page of each kind; the second one where there are more, which is seldom the emptiest."""
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(walk.route(path), []).append(path)
    return [found[min(1, len(found) - 1)] for kind, found in kinds.items() if kind != "document-text"]


def asked(base: str, kind: int, language: str) -> bool:
    """One conference's page of a kind in Spanish and the other's in English, in turn; with `PUEBLA_TESTS=all` both in
    both. Each paper takes more than a second."""
    return everything() or (BASES.index(base) + kind + ("es", "en").index(language)) % 2 == 0


@needs_paper
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("base", BASES)
def test_every_kind_of_page_is_a_tagged_pdf(site, walked, tmp_path, base, language):
    wrong: dict[str, object] = {}
    kinds = of_each_kind(walked[base])
    for path in (path for kind, path in enumerate(kinds) if asked(base, kind, language)):
        answer = site.get(f"{base}/{language}{walk.form(path, 'pdf')}")
        if path == "/standing":
            assert answer.status == 403
            continue
        if (answer.status, answer.type) != (200, "application/pdf"):
            wrong[path] = answer.status
            continue
        file = tmp_path / "page.pdf"
        file.write_bytes(answer.body)
        found = {
            f"{finding.rule_id}: {finding.message[:120]}" for finding in pdfua.validate(file).findings
            if finding.severity == pdfua.Severity.ERROR and finding.rule_id not in WAIVED
        }  # fmt: skip
        if found:
            wrong[path] = sorted(found)
    assert wrong == {}


def test_every_kind_is_printed_in_both_languages(walked):
    """By one conference or the other: what is left out is left out of neither language."""
    kinds = [[walk.route(path) for path in of_each_kind(walked[base])] for base in BASES]
    for language in ("es", "en"):
        printed = {name for base, names in zip(BASES, kinds, strict=True) for kind, name in enumerate(names) if asked(base, kind, language)}
        assert printed == {*kinds[0], *kinds[1]}, language


@needs_paper
def test_paper_of_the_invented_conference_says_so_on_its_pages(site, tmp_path):
    for path in ("/", "/meetings", "/parties/XAL", "/register/1"):
        answer = site.get(f"/c/cme/es{walk.form(path, 'pdf')}")
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        file = tmp_path / "page.pdf"
        file.write_bytes(answer.body)
        text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True, timeout=60).stdout
        for page in text.rstrip("\f").split("\f"):
            assert "inventada" in page.lower(), f"{path}: a page without the mark: {page[:200]}"


@pytest.mark.parametrize(("language", "words"), [("es", "WeasyPrint"), ("en", "WeasyPrint")])
@pytest.mark.parametrize("base", BASES)
def test_without_weasyprint_a_page_says_what_is_missing(bare, base, language, words):
    answer = bare.get(f"{base}/{language}/parties.pdf")
    assert (answer.status, answer.type) == (503, "text/html")
    assert words in answer.text and "/nonexistent" in answer.text and f'href="{base}/{language}/' in answer.text
    # The page itself, and every other form, isn't concerned.
    assert bare.get(f"{base}/{language}/parties").status == 200
