"""Every address of every page, in both languages, as it is sent: without a browser.

A test asks all addresses of a server and says all that it found: a server of its own for each test would cost more
than the questions.
"""

from __future__ import annotations

import pytest

from address_checks import findings_of
from addresses import all_sent, walked
from crawler import crawl, get
from pages import COMMON, LANGUAGES, SEEDS
from selection import looked_at, papers
from validation import html_errors


@pytest.fixture(scope="module", params=SEEDS, ids="seed {}".format)
def seed(request):
    """Each seed's server is done with before the next is founded; the real conference stands on the first."""
    return request.param


def test_every_address_is_whole_as_it_is_sent(sites, seed):
    sent = all_sent(sites, seed)
    assert [finding for each in sent for finding in findings_of(each)] == []
    assert len(sent) >= 2 * len(COMMON)


def test_html_is_valid(sites, seed, tmp_path):
    markup = {f"{each.page} {each.language}": each.body.decode("utf-8") for each in all_sent(sites, seed)}
    errors = html_errors(markup, tmp_path)
    assert {name: found for name, found in errors.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_internal_link_answers(sites, seed, language):
    result = walked(sites, seed, language)
    assert result.findings == []
    assert result.asked >= len(COMMON), "the home page does not lead to the other pages"


@pytest.mark.parametrize("seat", ("member-XAL", "secretariat", "observer-XPV"))
def test_every_internal_link_answers_in_a_seat(sites, seat):
    starts = [f"{sites.server().address}/c/cme~{seat}/es/"]
    assert crawl(starts, per_shape=3, papers=papers(False), ask=sites.answers(None).get).findings == []


def test_what_a_page_is_made_of_is_seen_in_a_browser(sites):
    """Each element with its class that stands on any page stands on one that a browser looks at by default: so no
    component is left out because its page is of another's template."""
    looked = {(page.base + page.path) for page in looked_at().values()}
    seen: set[str] = set()
    all_made: dict[str, str] = {}
    for sent in all_sent(sites, SEEDS[0]):
        made = {f"{e.tag}.{name}" for e in sent.tree.iter() for name in (e.get("class") or "").split() or [""]}
        all_made |= {component: f"{sent.page} {sent.language}" for component in made}
        if sent.page.base + sent.page.path in looked:
            seen |= made
    assert {component: where for component, where in all_made.items() if component not in seen} == {}


@pytest.mark.parametrize(
    ("accepts", "language"),
    [("es-MX,es;q=0.9", "es"), ("en-US,en;q=0.8", "en"), ("fr;q=0.9,en;q=0.5,es;q=0.2", "en")],
)
def test_front_door_answers_in_the_readers_language(site, accepts, language):
    status, headers, _ = get(f"{site}/", {"Accept-Language": accepts})
    assert status in (302, 303, 307)
    assert headers["location"].removeprefix(site) == f"/{language}/"
