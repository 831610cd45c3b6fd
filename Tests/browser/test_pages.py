"""The program's pages in a real browser, in both languages, narrow and wide, light and dark."""

from __future__ import annotations

from urllib.parse import quote

import pytest

import page_checks
from page_checks import Visit
from crawler import crawl, get
from pages import COMMON, LANGUAGES, PAGES, SEEDS, is_long
from validation import html_errors


VIEWS = ((1280, "light"), (1280, "dark"), (768, "light"), (320, "light"), (320, "dark"))


def is_first(page) -> bool:
    """The real conference and the first seed: what the other seeds share with it is looked at once."""
    return page.seed in (None, SEEDS[0])


each_page = pytest.mark.parametrize("page", PAGES, ids=str)
each_first_page = pytest.mark.parametrize("page", [page for page in PAGES if is_first(page)], ids=str)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_page
@each_language
def test_page_is_whole_and_accessible(context, address, page, language):
    with Visit(context(), address(page, language)) as visit:
        findings = (
            page_checks.wrong_status(visit, page.status)
            + page_checks.wrong_language(visit, language)
            + page_checks.sideways_scroll(visit)
            # Before axe, whose own measuring makes the browser remark on canvases.
            + page_checks.console_errors(visit)
        )
        for width, scheme in VIEWS if is_first(page) else VIEWS[::3]:
            findings += page_checks.reflow_problems(visit, width)
            page_checks.in_scheme(visit, scheme)
            findings += [
                f"{width} px, {scheme}: {finding}"
                for finding in page_checks.wrong_scheme(visit, scheme) + page_checks.axe_findings(visit)
            ]
        page_checks.in_scheme(visit, "light")
        # 1280 px at 200 % are 640.
        findings += page_checks.reflow_problems(visit, 640) + page_checks.reflow_problems(visit, 1280)
        findings += page_checks.print_problems(visit)
        findings += page_checks.keyboard_problems(visit)
        findings += page_checks.motion_problems(visit)
        findings += page_checks.foreign_requests(visit)
    assert findings == []


@pytest.mark.parametrize("width", (320, 1280))
def test_a_table_whose_rows_are_blocks_is_still_a_table_to_a_screen_reader(context, site, width):
    with Visit(context(width=width), f"{site}/en/meetings?sort=where") as visit:
        tree = visit.page.context.new_cdp_session(visit.page).send("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in tree if not node.get("ignored") and "role" in node]
        rows = visit.page.locator("#list tbody tr").count()
    assert roles.count("table") == 1
    assert roles.count("row") == rows + 1
    assert roles.count("columnheader") == 5
    assert roles.count("rowheader") == rows
    assert roles.count("cell") == 4 * rows


@each_first_page
@each_language
def test_page_leads_to_its_twin_in_the_other_language(context, address, page, language):
    other = "en" if language == "es" else "es"
    with Visit(context(), address(page, language)) as visit:
        assert page_checks.twin_problems(visit, language, other) == []


@each_first_page
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


@pytest.mark.parametrize("seed", SEEDS)
@each_language
def test_every_internal_link_answers(sites, language, seed):
    server = sites.server(seed).address
    # The real conference is the same on every server.
    starts = [f"{server}/c/cme/{language}/"] + ([f"{server}/{language}/"] if seed == SEEDS[0] else [])
    result = crawl(starts, per_shape=6 if seed == SEEDS[0] else 3)
    assert result.findings == []
    assert result.asked >= len(COMMON), "the home page does not lead to the other pages"


@pytest.mark.parametrize("seat", ("member-XAL", "secretariat", "observer-XPV"))
def test_every_internal_link_answers_in_a_seat(sites, seat):
    result = crawl([f"{sites.server().address}/c/cme~{seat}/es/"], per_shape=3)
    assert result.findings == []


@pytest.fixture(scope="module")
def markup(address):
    """Every page as it is sent, asked once."""
    return {(page, language): get(quoted(address(page, language)))[2] for page in PAGES for language in LANGUAGES}


@pytest.fixture(scope="module")
def errors_of_html(markup, tmp_path_factory):
    """What the validator says of every page, asked once."""
    named = {f"{page} {language}": body.decode("utf-8") for (page, language), body in markup.items()}
    return html_errors(named, tmp_path_factory.mktemp("html"))


@each_page
@each_language
def test_html_is_valid(errors_of_html, page, language):
    assert errors_of_html[f"{page} {language}"] == []


@each_page
@each_language
def test_page_is_not_heavy(markup, page, language):
    size = len(markup[(page, language)])
    assert size < 60_000 or is_long(page), f"{size} bytes"
    assert b"<script" not in markup[(page, language)].replace(b'<script type="application/ld+json">', b"")


@pytest.mark.parametrize("page", [page for page in PAGES if page.seed], ids=str)
@each_language
def test_an_invented_page_says_so_and_keeps_search_engines_out(markup, page, language):
    body = markup[(page, language)].decode("utf-8")
    assert 'class="demo"' in body
    assert 'name="robots" content="noindex, nofollow"' in body
    assert {"es": "inventada", "en": "nvented conference"}[language] in body


def quoted(address: str) -> str:
    return quote(address, safe=":/?&=%~()")
