"""What must hold of a page in a browser. Each check returns its findings as sentences; none is good.

The same functions judge the program's pages and the sample pages of `test_harness.py`, which prove that each
of them does find what it looks for.
"""

from __future__ import annotations

import functools
import json
import re
from importlib import resources
from urllib.parse import parse_qsl, urlsplit

from visit import Visit

WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# The rules of these levels that a change of colours alone can break.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


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
    return _axe(visit, {"type": "tag", "values": WCAG_AA})


def contrast_findings(visit: Visit) -> list[str]:
    """What axe finds by the rules that depend on colour alone: in another scheme nothing else is another."""
    return _axe(visit, {"type": "rule", "values": COLOUR_RULES})


def _axe(visit: Visit, rules: dict[str, object]) -> list[str]:
    # Evaluated, not added as a script tag: the page's content security policy stays as it is.
    if not visit.page.evaluate("() => 'axe' in window"):
        visit.page.evaluate(_axe_source())
    result = visit.page.evaluate(
        """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(result => ({
            judged: result.passes.length + result.violations.length,
            violations: result.violations.map(v => ({id: v.id, help: v.help, places: v.nodes.length,
                target: v.nodes[0].target, html: v.nodes[0].html.slice(0, 160)})),
        }))""",
        rules,
    )
    if not result["judged"]:
        return ["axe found nothing to judge on this page"]
    return [
        f"axe {violation['id']}: {violation['help']}; {violation['places']} places, first "
        f"{json.dumps(violation['target'])} {violation['html']}"
        for violation in result["violations"]
    ]


@functools.cache
def _axe_source() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text() + "\n;0"


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
