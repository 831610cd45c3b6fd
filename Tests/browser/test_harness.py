"""Proves the checks: a good page passes all of them, and each bad one is found by the check made for it."""

from __future__ import annotations

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import page_checks
from crawler import crawl, shape_of
from validation import html_errors
from visit import Visit

SAMPLES = Path(__file__).parent / "samples"
GOOD = (SAMPLES / "en/good.html").read_text(encoding="utf-8")

# What is put in the place of the good page's link to its content, or of other parts of it.
LINK = '<p><a href="/en/good.html#content">The content</a></p>'
BAD = {
    "pale": GOOD.replace(LINK, '<p style="color:#aaa;background:#fff">Hardly to be read.</p>'),
    "imageless": GOOD.replace(LINK, '<img src="/sheet.css">'),
    "unnamed-field": GOOD.replace(LINK, "<form><input name='day'></form>"),
    "small-target": GOOD.replace(
        LINK,
        '<div style="font-size:6px;line-height:6px"><button style="width:8px;height:8px;padding:0">a</button>'
        '<button style="width:8px;height:8px;padding:0">b</button></div>',
    ),
    "no-language": GOOD.replace('<html lang="en">', "<html>"),
    "console": GOOD.replace(LINK, "<script>console.error('broken')</script>"),
    "exception": GOOD.replace(LINK, "<script>nothing.at.all()</script>"),
    "missing-picture": GOOD.replace(LINK, '<img src="/nowhere.png" alt="nothing">'),
    "foreign": GOOD.replace(LINK, '<img src="http://localhost:9/pixel.png" alt="elsewhere">'),
    "wide": GOOD.replace(LINK, '<div style="width:600px">A box wider than a phone.</div>'),
    "only-light": GOOD.replace('<link rel="stylesheet" href="/sheet.css">', ""),
    "no-twin": GOOD.replace('hreflang="es"', ""),
    "wrong-twin": GOOD.replace('href="/es/good.html"', 'href="/es/other.html"'),
    "needs-scripts": GOOD.replace(
        LINK,
        "<p id='p'></p><script>document.getElementById('p').textContent='Only with scripts.'</script>",
    ),
    "menu-on-paper": GOOD.replace("<main", "<style>nav{display:block!important}</style><main"),
    "wrong-order": GOOD.replace(LINK, LINK + '<p><a href="#content" tabindex="3">First</a></p>'),
    "no-ring": GOOD.replace(LINK, '<p><a href="#content" style="outline:none">Nowhere</a></p>'),
    "moving": GOOD.replace(
        LINK, "<style>@keyframes m{to{opacity:.5}} p{animation:m 9s infinite}</style><p>It moves.</p>"
    ),
    "invalid": GOOD.replace(LINK, "<ul>text</ul><div id='x'></div><div id='x'></div><center>old</center>"),
    "dead-link": GOOD.replace(LINK, '<p><a href="/en/gone.html">Gone</a></p>'),
    "dead-place": GOOD.replace(LINK, '<p><a href="/en/good.html#nowhere">Nowhere</a></p>'),
    "leads-away": GOOD.replace(LINK, '<p><a href="/away">Away</a> <a href="/moved">Moved</a></p>'),
}


class _Samples(SimpleHTTPRequestHandler):
    """The sample folder, the bad pages below `/bad/`, and two redirects."""

    def __init__(self, *arguments, **named) -> None:
        super().__init__(*arguments, directory=str(SAMPLES), **named)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/away" or path == "/moved":
            self.send_response(302)
            self.send_header("Location", "http://localhost:9/" if path == "/away" else "/en/good.html")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path.startswith("/bad/"):
            self._send(200, BAD[path.removeprefix("/bad/")])
        elif path.startswith("/missing/"):
            self._send(404, GOOD)
        else:
            super().do_GET()

    def _send(self, status: int, markup: str) -> None:
        body = markup.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def samples():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Samples)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", (320, 1280))
@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("language", ("es", "en"))
def test_a_good_page_has_no_findings(context, samples, width, scheme, language):
    with Visit(context(width, scheme), f"{samples}/{language}/good.html") as visit:
        assert page_checks.wrong_status(visit, 200) == []
        assert page_checks.wrong_language(visit, language) == []
        assert page_checks.sideways_scroll(visit) == []
        assert page_checks.wrong_scheme(visit, scheme) == []
        assert page_checks.axe_findings(visit) == []
        assert page_checks.console_errors(visit) == []
        assert page_checks.foreign_requests(visit) == []
        assert visit.requests, "no request was seen at all"
        other = "en" if language == "es" else "es"
        assert page_checks.twin_problems(visit, language, other) == []


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("pale", "color-contrast"),
        ("imageless", "image-alt"),
        ("unnamed-field", "label"),
        ("small-target", "target-size"),
        ("no-language", "html-has-lang"),
    ],
)
def test_axe_finds_it(context, samples, name, rule):
    with Visit(context(), f"{samples}/bad/{name}") as visit:
        assert any(finding.startswith(f"axe {rule}:") for finding in page_checks.axe_findings(visit))


@pytest.mark.parametrize(
    ("name", "says"),
    [("console", "broken"), ("exception", "nothing is not defined"), ("missing-picture", "404")],
)
def test_the_console_is_heard(context, samples, name, says):
    with Visit(context(), f"{samples}/bad/{name}") as visit:
        assert any(says in finding for finding in page_checks.console_errors(visit))


def test_a_page_asked_for_as_missing_is_no_console_error(context, samples):
    with Visit(context(), f"{samples}/missing/page") as visit:
        assert page_checks.wrong_status(visit, 404) == []
        assert page_checks.wrong_status(visit, 200) == ["status 404, not 200"]
        assert page_checks.console_errors(visit) == []


def test_a_request_to_another_host_is_seen(context, samples):
    with Visit(context(), f"{samples}/bad/foreign") as visit:
        assert page_checks.foreign_requests(visit) == [
            "a request leaves the host: http://localhost:9/pixel.png"
        ]


def test_a_page_wider_than_a_phone_is_seen(context, samples):
    with Visit(context(320), f"{samples}/bad/wide") as visit:
        assert "scrolls sideways" in page_checks.sideways_scroll(visit)[0]
    with Visit(context(1280), f"{samples}/bad/wide") as visit:
        assert page_checks.sideways_scroll(visit) == []


def test_a_page_that_ignores_the_dark_is_seen(context, samples):
    with Visit(context(1280, "dark"), f"{samples}/bad/only-light") as visit:
        assert page_checks.wrong_scheme(visit, "dark") == ["the background is light where dark was asked for"]


def test_what_paper_the_keyboard_and_stillness_ask_for_is_seen(context, samples):
    with Visit(context(1280), f"{samples}/en/good.html") as visit:
        assert page_checks.print_problems(visit) == []
        assert page_checks.keyboard_problems(visit) == []
        assert page_checks.motion_problems(visit) == []
        assert page_checks.reflow_problems(visit, 320) == []
    for name, check in (
        ("menu-on-paper", page_checks.print_problems),
        ("wrong-order", page_checks.keyboard_problems),
        ("no-ring", page_checks.keyboard_problems),
        ("moving", page_checks.motion_problems),
    ):
        with Visit(context(1280), f"{samples}/bad/{name}") as visit:
            assert check(visit) != [], name


def test_a_wrong_language_is_seen(context, samples):
    with Visit(context(), f"{samples}/es/good.html") as visit:
        assert page_checks.wrong_language(visit, "en") == ["<html lang> is 'es', not 'en'"]


@pytest.mark.parametrize(("name", "says"), [("no-twin", "no link"), ("wrong-twin", "the twin answers 404")])
def test_a_twin_that_fails_is_seen(context, samples, name, says):
    with Visit(context(), f"{samples}/bad/{name}") as visit:
        assert any(says in finding for finding in page_checks.twin_problems(visit, "en", "es"))


def test_words_that_need_scripts_are_seen(context, samples):
    with Visit(context(), f"{samples}/bad/needs-scripts") as visit:
        with_scripts = page_checks.text_of(visit)
    with Visit(context(scripts=False), f"{samples}/bad/needs-scripts") as visit:
        without = page_checks.text_of(visit)
    assert "Only with scripts." in with_scripts
    assert "Only with scripts." not in without


def test_the_validator_tells_good_from_bad(tmp_path):
    errors = html_errors({"good": GOOD, "bad": BAD["invalid"]}, tmp_path)
    assert errors["good"] == []
    assert any("Duplicate ID" in error for error in errors["bad"])
    assert len(errors["bad"]) >= 3


def test_the_crawler_finds_dead_links(samples):
    assert crawl([f"{samples}/en/good.html"]).findings == []
    assert crawl([f"{samples}/en/good.html"]).asked == 3
    assert "gone.html" in crawl([f"{samples}/bad/dead-link"]).findings[0]
    assert "no such place" in crawl([f"{samples}/bad/dead-place"]).findings[0]
    away = crawl([f"{samples}/bad/leads-away"]).findings
    assert len(away) == 1 and "leads away" in away[0]


@pytest.mark.parametrize(
    ("address", "shape"),
    [
        ("http://x/es/register/17", "/es/register/#?"),
        ("http://x/es/parties/MEX?on=2014-06-01", "/es/parties/#?on"),
        ("http://x/es/charter/carta.financiamiento.cuotas.4", "/es/charter/#?"),
        ("http://x/es/register?to=3&from=1", "/es/register?from&to"),
    ],
)
def test_pages_of_one_shape_are_counted_together(address, shape):
    assert shape_of(address) == shape
