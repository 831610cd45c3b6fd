"""Follows every internal link from a few starting pages.

Pages of one shape (`/es/register/17`, `/es/register/18`) and the endless variants of a query are sampled, the
first `per_shape` of each as they are met, so that a crawl ends in the same places every time.
"""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"] or "")
        for name in ("href", "src"):
            # A form's action is not here: it may be there to be posted to.
            if values.get(name) and tag != "base":
                self.links.append(values[name] or "")


@dataclass
class Crawl:
    """What a crawl saw: how many addresses it asked for, and one sentence per broken link."""

    asked: int = 0
    findings: list[str] = field(default_factory=list)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


Answer = tuple[int, dict[str, str], bytes]


def get(address: str, headers: dict[str, str] | None = None) -> Answer:
    """Status, headers (lower-case names) and body; a redirect is an answer, not followed."""
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(urllib.request.Request(address, headers=headers or {}), timeout=20) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def shape_of(address: str) -> str:
    """The address with numbers and codes taken out, and of its query the names alone."""
    parts = urlsplit(address)
    path = "/".join(
        "#" if re.search(r"\d|^[A-Z]{3}$", segment) else segment for segment in parts.path.split("/")
    )
    # Clause ids are one shape however they are spelled.
    path = re.sub(r"^(/[a-z]{2}/charter)/.+$", r"\1/#", path)
    return path + "?" + "&".join(sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True)))


def crawl(
    starts: list[str], per_shape: int = 40, most: int = 400, papers: int = 3, ask: Callable[[str], Answer] = get
) -> Crawl:
    """Asks for every internal address that can be reached, and says which do not answer 200.

    A redirect is followed one step; a link to a place within a page must find that place. Of the pages as paper,
    which take seconds to set, `papers` are asked for.
    """
    result = Crawl()
    host = urlsplit(starts[0]).netloc
    waiting = deque((start, "the start") for start in starts)
    seen: set[str] = set(starts)
    shapes: Counter[str] = Counter()
    ids: dict[str, set[str]] = {}
    places: list[tuple[str, str, str]] = []
    # Breadth first: what lies nearest to the start is asked for, the same in every run.
    while waiting and result.asked < most:
        address, source = waiting.popleft()
        result.asked += 1
        status, headers, body = ask(address)
        if status in (301, 302, 303, 307, 308) and "location" in headers:
            target = urljoin(address, headers["location"])
            if urlsplit(target).netloc != host:
                result.findings.append(f"{address} (linked from {source}) leads away to {target}")
            elif target not in seen:
                seen.add(target)
                waiting.append((target, source))
            continue
        if status != 200:
            result.findings.append(f"{address} (linked from {source}) answers {status}")
            continue
        if "text/html" not in headers.get("content-type", ""):
            continue
        parser = _Links()
        parser.feed(body.decode("utf-8"))
        ids[address] = parser.ids
        for link in parser.links:
            parts = urlsplit(urljoin(address, link))
            if parts.scheme not in ("http", "https") or parts.netloc != host:
                continue
            target = urlunsplit(parts._replace(fragment=""))
            if parts.fragment:
                places.append((target, parts.fragment, address))
            if target in seen:
                continue
            seen.add(target)
            # The forms of pages are read by the conformance tests, every kind of them: here a few of each.
            form = re.search(r"\.(pdf|xlsx|csv|json|ics|atom|bib|ris)$", urlsplit(target).path)
            shape = f"a page as {form.group(1)}" if form else shape_of(target)
            shapes[shape] += 1
            if shapes[shape] <= ((papers if form.group(1) == "pdf" else 12) if form else per_shape):
                waiting.append((target, address))
    for target, fragment, source in places:
        if target in ids and fragment not in ids[target]:
            result.findings.append(f"{source} links to {target}#{fragment}, and there is no such place")
    return result
