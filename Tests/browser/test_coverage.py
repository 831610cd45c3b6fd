"""No check and no template is forgotten: neither by what `make test` selects, nor by `make test-all`."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest

import checklist
import looking
import selection
from address_checks import CHECKS as OF_ADDRESSES
from addresses import all_sent
from checklist import BROWSER, SENT, TOGETHER
from crawler import shape_of
from pages import LANGUAGES, PAGES, SEEDS, is_first
from selection import VIEWS, WIDTHS, Step


def test_the_table_is_current():
    assert checklist.FILE.read_text(encoding="utf-8") == checklist.written(), ".venv-test/bin/python Tests/browser/checklist.py"


@pytest.mark.parametrize("former", checklist.FORMERLY, ids=lambda former: former.asked)
def test_a_former_check_is_still_made(former):
    made = {
        BROWSER: set(looking.CHECKS),
        SENT: set(OF_ADDRESSES),
        # Tests of their own in test_addresses.py, of every address of a server.
        TOGETHER: {"html", "links"},
    }
    assert [name for where, name in former.now if name not in made[where]] == []


@pytest.mark.parametrize("check", looking.CHECKS)
def test_each_template_is_asked_for_each_check(check):
    asked = {look.page.template for look in selection.default() if any(step.check == check for step in look.steps)}
    assert asked == {page.template for page in PAGES}


def test_each_template_is_seen_narrow_and_wide_light_and_dark_in_both_languages():
    seen: dict[str, set] = {}
    for look in selection.default():
        for step in look.steps:
            seen.setdefault(look.page.template, set()).add((step.check, step.width, step.scheme, look.language))
    for template, steps in seen.items():
        assert {("axe", 320, "light", "es"), ("axe", 1280, "dark", "en")} <= steps, template
        assert {("contrast", 320, "dark", "es"), ("contrast", 1280, "light", "en")} <= steps, template
        assert {("reflow", width, None, language) for width in WIDTHS for language in LANGUAGES} <= steps, template


def test_the_whole_product_is_what_it_was():
    """Every page, in both languages, in each of the former views; the other seeds' in the first and the fourth."""
    looks = {(look.page, look.language): look.steps for look in selection.full()}
    assert set(looks) == {(page, language) for page in PAGES for language in LANGUAGES}
    for (page, _), steps in looks.items():
        views = VIEWS if is_first(page) else VIEWS[::3]
        wanted = {Step(check, *view) for view in views for check in ("axe", "scheme")}
        wanted |= {Step("reflow", width) for width in (320, 640, 1280, *([768] if is_first(page) else []))}
        wanted |= {Step(check) for check in ("status", "language", "console", "print", "keyboard", "motion", "requests")}
        wanted |= {Step("twin"), Step("words")} if is_first(page) else set()
        assert wanted <= set(steps), page


def test_every_kind_of_page_that_a_page_leads_to_has_a_template(sites):
    """The table of pages is written by hand: a new page that nobody added to it is found through the links."""
    known, led_to = set(), {}
    for sent in all_sent(sites, SEEDS[0]):
        known.add(_kind(sent.address))
        if sent.status != 200:
            continue
        for link in sent.tree.xpath("//main//a/@href | //nav//a/@href | //footer//a/@href"):
            target = urljoin(sent.address, link)
            path = urlsplit(target).path
            # A document's text and a page's forms are files.
            is_file = "/texts/" in path or "." in path.rsplit("/", 1)[-1]
            if urlsplit(target).netloc == urlsplit(sent.address).netloc and not is_file:
                led_to.setdefault(_kind(target), f"{sent.page} {sent.language}: {target}")
    assert {kind: where for kind, where in led_to.items() if kind not in known} == {}


def _kind(address: str) -> str:
    """`/#/parties/#` for the page of any party, in any language and conference: below a list stands a code."""
    segments = urlsplit(shape_of(urlsplit(address)._replace(query="").geturl())).path.strip("/").split("/")
    if segments[0] == "c":
        segments = segments[2:]
    return "/".join(["lang", *segments[1:2], *["#"] * len(segments[2:])])
