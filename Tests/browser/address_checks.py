"""What must hold of a page as it is sent: no browser is needed to see it, so every address is asked.

Each check returns its findings as sentences; none is good. No script in the page means that a reader without
scripts can't miss anything: `looking.py` proves it of one address of each template.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from lxml import html

from pages import Page, is_long

LINKED_DATA = "application/ld+json"
MOST_BYTES = 60_000
# What a browser asks for by itself, and the attribute that says where it is.
SUBRESOURCES = (
    ("img", "src"), ("link", "href"), ("source", "src"), ("video", "src"), ("audio", "src"), ("track", "src"),
    ("iframe", "src"), ("embed", "src"), ("object", "data"), ("use", "href"), ("image", "href"), ("input", "src"),
)  # fmt: skip
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "manifest", "apple-touch-icon", "preconnect", "dns-prefetch"}


@dataclass(frozen=True)
class Sent:
    """A page in a language, as a server sent it; `ask` asks the same server for another address."""

    page: Page
    language: str
    address: str
    ask: Callable[[str], tuple[int, dict[str, str], bytes]]

    @property
    def status(self) -> int:
        return self.ask(self.address)[0]

    @property
    def headers(self) -> dict[str, str]:
        return self.ask(self.address)[1]

    @property
    def body(self) -> bytes:
        return self.ask(self.address)[2]

    @functools.cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.body.decode("utf-8"))


def wrong_status(sent: Sent) -> list[str]:
    return [] if sent.status == sent.page.status else [f"status {sent.status}, not {sent.page.status}"]


def wrong_language(sent: Sent) -> list[str]:
    said = {"<html lang>": sent.tree.get("lang"), "Content-Language": sent.headers.get("content-language")}
    return [f"{where} is {found!r}, not {sent.language!r}" for where, found in said.items() if found != sent.language]


def heading_problems(sent: Sent) -> list[str]:
    """One first heading, and none below it skips a level."""
    levels = [int(element.tag[1]) for element in sent.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    findings = [] if levels.count(1) == 1 else [f"{levels.count(1)} first headings"]
    if levels and levels[0] != 1:
        findings.append(f"the first heading is an h{levels[0]}")
    findings += [f"after an h{one} comes an h{next}" for one, next in zip(levels, levels[1:]) if next > one + 1]
    return findings


def few_words(sent: Sent) -> list[str]:
    main = sent.tree.find(".//main")
    words = " ".join(main.text_content().split()) if main is not None else ""
    return [] if len(words) > 40 else ["the page says next to nothing"]


def twin_problems(sent: Sent) -> list[str]:
    """The page links to itself in the other language, and that one back."""
    other = "en" if sent.language == "es" else "es"
    links = sent.tree.xpath("//a[@hreflang=$language]/@href", language=other)
    if not links:
        return [f'no link a[hreflang="{other}"]']
    target = urljoin(sent.address, links[0])
    expected = re.sub(rf"^((?:/c/[^/]+)?)/{sent.language}/", rf"\g<1>/{other}/", urlsplit(sent.address).path)
    findings = []
    if _question(target) != _question(urlsplit(sent.address)._replace(path=expected).geturl()):
        findings.append(f"the twin is {target}, not {expected} with the same question")
    status, _, body = sent.ask(target)
    if status != sent.status:
        findings.append(f"the twin answers {status}, not {sent.status}")
    tree = html.document_fromstring(body.decode("utf-8"))
    if tree.get("lang") != other:
        findings.append(f"the twin's <html lang> is {tree.get('lang')!r}, not {other!r}")
    back = tree.xpath("//a[@hreflang=$language]/@href", language=sent.language)
    if not back or _question(urljoin(target, back[0])) != _question(sent.address):
        findings.append(f"the twin leads back to {back[:1]}")
    return findings


def _question(address: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Compared as read: a colon and %3A are the same question."""
    parts = urlsplit(address)
    return parts.netloc, unquote(parts.path), parse_qsl(parts.query, keep_blank_values=True)


def overweight(sent: Sent) -> list[str]:
    size = len(sent.body)
    return [] if size < MOST_BYTES or is_long(sent.page) else [f"{size} bytes, not below {MOST_BYTES}"]


def scripts(sent: Sent) -> list[str]:
    """Nothing runs, and nothing waits for scripts to be off; data for search engines is no script."""
    findings = []
    for element in sent.tree.iter():
        if element.tag == "noscript" or element.tag == "script" and element.get("type") != LINKED_DATA:
            findings.append(f"<{element.tag}> on line {element.sourceline}")
        for name, value in element.attrib.items():
            if name.startswith("on") or value.strip().lower().startswith("javascript:"):
                findings.append(f'{name}="{value[:40]}" at <{element.tag}>')
    policy = sent.headers.get("content-security-policy", "")
    if not policy.startswith("default-src 'none'") or "script-src" in policy:
        findings.append(f"the content security policy lets scripts run: {policy!r}")
    return findings


def request_problems(sent: Sent) -> list[str]:
    """What a browser asks for with the page is of the same host, and there."""
    findings = []
    for tag, name in SUBRESOURCES:
        for element in sent.tree.iter(tag):
            value = element.get(name)
            if not value or value.startswith(("#", "data:")):
                continue
            if tag == "link" and not FETCHED_LINKS & set((element.get("rel") or "").split()):
                continue
            target = urljoin(sent.address, value)
            if urlsplit(target).netloc != urlsplit(sent.address).netloc:
                findings.append(f"<{tag}> asks another host: {target}")
            elif (status := sent.ask(target)[0]) != 200:
                findings.append(f"<{tag}> asks for {target}, which answers {status}")
    return findings


def unlabelled(sent: Sent) -> list[str]:
    """Each control has a name: a label of its own or around it, or one that is said."""
    ids = {element.get("id") for element in sent.tree.iter() if element.get("id")}
    labelled = {label.get("for") for label in sent.tree.iter("label")}
    findings = []
    for control in sent.tree.iter("input", "select", "textarea", "button"):
        if control.tag == "input" and control.get("type") in ("hidden", "submit", "reset", "button"):
            continue
        named = (
            control.get("aria-label", "").strip()
            or control.get("aria-labelledby") in ids
            or control.get("id") in labelled
            or any(above.tag == "label" for above in control.iterancestors())
            or control.tag == "button" and control.text_content().strip()
        )
        if not named:
            findings.append(f"<{control.tag} name={control.get('name')!r}> has no label")
    return findings


def unmarked(sent: Sent) -> list[str]:
    """An invented conference says so on every page, and keeps search engines out."""
    if sent.page.seed is None:
        return []
    body = sent.body.decode("utf-8")
    marks = ('class="demo"', 'name="robots" content="noindex, nofollow"', {"es": "inventada", "en": "nvented conference"}[sent.language])
    return [f"the page doesn't say {mark}" for mark in marks if mark not in body]


CHECKS: dict[str, Callable[[Sent], list[str]]] = {
    "status": wrong_status,
    "language": wrong_language,
    "headings": heading_problems,
    "words": few_words,
    "twin": twin_problems,
    "weight": overweight,
    "scripts": scripts,
    "requests": request_problems,
    "labels": unlabelled,
    "mark": unmarked,
}


def findings_of(sent: Sent, checks: dict[str, Callable[[Sent], list[str]]] = CHECKS) -> list[str]:
    return [
        f"{sent.page} {sent.language}: {name}: {finding}" for name, check in checks.items() for finding in check(sent)
    ]
