"""The program's pages in a real browser, in both languages, narrow and wide, light and dark."""

from __future__ import annotations

import pytest

import page_checks
from page_checks import Visit
from crawler import crawl, get
from pages import LANGUAGES, PAGES, SCHEMES, WIDTHS
from validation import html_errors


def named(page) -> str:
    return page.path


each_page = pytest.mark.parametrize("page", PAGES, ids=named)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_page
@each_language
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_is_whole_and_accessible(context, address, page, language, width, scheme):
    with Visit(context(width, scheme), address(page, language)) as visit:
        findings = (
            page_checks.wrong_status(visit, page.status)
            + page_checks.wrong_language(visit, language)
            + page_checks.sideways_scroll(visit)
            + page_checks.wrong_scheme(visit, scheme)
            # Before axe, whose own measuring makes the browser remark on canvases.
            + page_checks.console_errors(visit)
            + page_checks.axe_findings(visit)
            + page_checks.foreign_requests(visit)
        )
    assert findings == []


@each_page
@each_language
def test_page_leads_to_its_twin_in_the_other_language(context, address, page, language):
    other = "en" if language == "es" else "es"
    with Visit(context(), address(page, language)) as visit:
        assert page_checks.twin_problems(visit, language, other) == []


@each_page
@each_language
def test_page_says_the_same_with_scripts_off(context, address, page, language):
    with Visit(context(), address(page, language)) as visit:
        with_scripts = page_checks.text_of(visit)
    with Visit(context(scripts=False), address(page, language)) as visit:
        assert visit.status == page.status
        assert page_checks.text_of(visit) == with_scripts
    assert len(with_scripts) > 40, "the page says next to nothing"


@pytest.mark.parametrize(
    ("accepts", "language"),
    [("es-MX,es;q=0.9", "es"), ("en-US,en;q=0.8", "en"), ("fr;q=0.9,en;q=0.5,es;q=0.2", "en")],
)
def test_front_door_answers_in_the_readers_language(site, accepts, language):
    status, headers, _ = get(f"{site}/", {"Accept-Language": accepts})
    assert status in (302, 303, 307)
    assert headers["location"].removeprefix(site) == f"/{language}/"


@each_language
def test_every_internal_link_answers(site, language):
    result = crawl([f"{site}/{language}/"])
    assert result.findings == []
    assert result.asked >= len(PAGES), "the home page does not lead to the other pages"


@pytest.fixture(scope="module")
def errors_of_html(site, clause, tmp_path_factory):
    """What the validator says of every page, asked once."""
    markup = {}
    for page in PAGES:
        for language in LANGUAGES:
            path = page.address(language).replace("{clause}", clause)
            _, _, body = get(site + path)
            markup[page.address(language)] = body.decode("utf-8")
    return html_errors(markup, tmp_path_factory.mktemp("html"))


@each_page
@each_language
def test_html_is_valid(errors_of_html, page, language):
    assert errors_of_html[page.address(language)] == []
