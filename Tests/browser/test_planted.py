"""A fault planted in a real page is found by what `make test` looks at, whatever `PUEBLA_TESTS` says: so a check or a
look that no longer sees its kind fails here."""

from __future__ import annotations

import contextlib
from urllib.parse import urljoin, urlsplit

import pytest

import addresses
import faults
import selection
from address_checks import CHECKS as OF_ADDRESSES
from answers import quoted
from faults import Fault
from looking import CHECKS as IN_A_BROWSER
from looking import look_at
from pages import LANGUAGES, SEEDS
from validation import html_errors


def looks(fault: Fault) -> list[selection.Look]:
    """What the default selection asks of the fault's template: of it the check alone that must find it."""
    found = [look for look in selection.default() if look.page.template == fault.template]
    steps = {look: tuple(step for step in look.steps if step.check == fault.check) for look in found}
    return [look._replace(steps=steps[look]) for look in found if steps[look]]


@contextlib.contextmanager
def planted(context, fault: Fault, address: str):
    """`context`, in which the page at this address has the fault, with scripts and without."""
    contexts = [context(), context(scripts=False)]
    page, sheet = quoted(address), urljoin(address, faults.SHEET)

    def send_page(route) -> None:
        response = route.fetch()
        headers = {k: v for k, v in response.headers.items() if k != "content-security-policy" or not fault.lets_scripts}
        route.fulfill(status=fault.status or response.status, headers=headers, body=fault.planted(response.text()))

    for each in contexts:
        each.route(lambda url: quoted(url) == page or url == page, send_page)
        each.route(sheet, lambda route: route.fulfill(content_type="text/css", body=fault.css))
    try:
        yield context
    finally:
        for each in contexts:
            each.unroute_all()


@pytest.mark.parametrize("fault", faults.IN_A_BROWSER, ids=str)
def test_the_browser_finds_it(context, sites, fault):
    found, clean = [], []
    for look in looks(fault):
        address = sites.address(look.page, look.language)
        with planted(context, fault, address):
            found += look_at(context, address, look)
        if not any(fault.says in finding for finding in found):
            continue
        clean += look_at(context, address, look)
    assert any(fault.says in finding for finding in found), found
    assert clean == [], "the page itself, without the fault, must be clean"


def answers_with(sites, fault: Fault, page, language: str):
    """The server's answers, of which the one page's has the fault."""
    address, ask = sites.address(page, language), sites.answers(page.seed).get

    def planted(asked: str):
        status, headers, body = ask(asked)
        if urlsplit(quoted(asked)) != urlsplit(quoted(address)):
            return status, headers, body
        return fault.status or status, headers, fault.planted(body.decode("utf-8")).encode("utf-8")

    return planted


def findings(sites, fault: Fault, language: str, folder) -> list[str]:
    page = selection.looked_at()[fault.template]
    ask = answers_with(sites, fault, page, language)
    sent = addresses.sent(sites, page, language, ask)
    if fault.check == "html":
        return html_errors({"planted": sent.body.decode("utf-8")}, folder)["planted"]
    if fault.check == "links":
        return addresses.walked(sites, SEEDS[0], language, ask).findings
    return OF_ADDRESSES[fault.check](sent)


@pytest.mark.parametrize("fault", faults.AS_SENT, ids=str)
def test_it_is_found_as_the_page_is_sent(sites, fault, tmp_path):
    found = findings(sites, fault, "es", tmp_path)
    assert any(fault.says in finding for finding in found), found


def test_every_check_finds_a_fault():
    """A new check comes with a fault of its kind."""
    assert {fault.check for fault in faults.IN_A_BROWSER} == set(IN_A_BROWSER)
    assert {fault.check for fault in faults.AS_SENT} == {*OF_ADDRESSES, "html", "links"}
    templates = [fault.template for fault in (*faults.IN_A_BROWSER, *faults.AS_SENT)]
    assert len(set(templates)) == len(templates), "each in a template of its own"
    assert set(templates) <= set(selection.looked_at())
    assert LANGUAGES == ("es", "en")
