"""What a running server answers as HTTP and a person expect: heads, ranges, conditions, and everything that is wrong."""

from __future__ import annotations

import random
import urllib.parse

import pytest
import walk
from served import BASES

ENDINGS = ("json", "csv", "xlsx", "pdf", "ics", "atom", "bib", "ris")
# Of the moment of an answer, not of what is answered.
MOMENT = ("date", "x-request-id", "connection", "keep-alive")


def lasting(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in MOMENT}


def is_helpful(answer) -> bool:
    """A page with a heading, a sentence and a way on; or its like for programs."""
    if answer.type == "application/json":
        error = answer.json["error"]
        return bool(error["message"]) and error["status"] == answer.status
    return answer.type == "text/html" and "<h1" in answer.text and 'href="/' in answer.text


ADDRESSES = (
    "/", "/es/", "/en/parties", "/es/parties/MEX", "/es/meetings.json", "/es/meetings.csv", "/es/meetings.xlsx",
    "/es/meetings.ics", "/es/meetings.atom", "/es/register/1.bib", "/es/register/1.ris", "/c/cme/es/", "/c/cme/en/parties.csv",
    "/c/cme~member-XAL/es/standing", "/es/nothing", "/es/parties/ZZZ.json", "/es/presidencies?on=2014-13-45", "/es",
    "/robots.txt", "/sitemap.xml", "/schema.json", "/oai?verb=Identify", "/.well-known/security.txt", "/healthz",
    "/assets/rosette.svg", "/es/standing", "/es/search?q=x",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_head_has_the_headers_of_a_get_and_no_body(site, address, coding):
    headers = {"Accept-Encoding": coding}
    got, head = site.raw(address, headers), site.raw(address, headers, "HEAD")
    assert (head.status, head.body) == (got.status, b"")
    assert lasting(head.headers) == lasting(got.headers)
    assert int(got.headers["content-length"]) == len(got.body)


@pytest.mark.parametrize("address", ["/es/parties", "/es/meetings.csv", "/es/meetings.xlsx", "/schema.json"])
@pytest.mark.parametrize("asked", ["bytes=0-9", "bytes=5-", "bytes=-5", "bytes=9999999-", "lines=1-2", "bytes=a"])
def test_a_range_is_answered_with_the_whole(site, address, asked):
    """RFC 9110, 14.2: a server may ignore the field. No page is so long that a part of it would do."""
    whole, part = site.raw(address), site.raw(address, {"Range": asked})
    assert (part.status, part.body) == (200, whole.body)
    assert "content-range" not in part.headers


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("ending", ["html", *[e for e in ENDINGS if e not in ("pdf", "bib", "ris")]])
def test_what_a_browser_has_isnt_sent_again(site, base, ending):
    address = f"{base}/es/meetings" + ("" if ending == "html" else f".{ending}")
    first = site.raw(address)
    tag = first.headers["etag"]
    for named in (tag, f'"x", {tag}', "*", tag.removeprefix("W/")):
        again = site.raw(address, {"If-None-Match": named})
        assert (again.status, again.body) == (304, b""), named
        assert again.headers["etag"] == tag and again.headers["cache-control"] == first.headers["cache-control"]
    assert site.raw(address, {"If-None-Match": '"x"'}).status == 200
    # Nothing is dated by its last change, so that condition is none.
    dated = {"If-Modified-Since": "Fri, 31 Dec 2100 00:00:00 GMT"}
    assert site.raw(address, dated).status == 200
    assert "last-modified" not in first.headers
    packed = site.raw(address, {"Accept-Encoding": "gzip"}).headers
    if "content-encoding" in packed:
        assert packed["etag"] != tag


def test_forms_languages_and_viewers_have_tags_of_their_own(site):
    places = ("", "/c/cme", "/c/cme~member-XAL", "/c/cme~presidency")
    tags = [
        site.get(f"{base}/{language}/meetings{ending}").headers["etag"]
        for base in places for language in ("es", "en") for ending in ("", ".json", ".csv", ".xlsx", ".ics", ".atom")
    ]  # fmt: skip
    of_a_place = len(tags) // len(places)
    for start in range(0, len(tags), of_a_place):
        assert len(set(tags[start : start + of_a_place])) == of_a_place


@pytest.mark.parametrize("accept", ["application/xml", "image/png", "text/html;q=0, application/json;q=0", "text/plain"])
def test_a_form_that_is_not_offered_is_406_with_a_page(site, accept):
    answer = site.raw("/en/parties", {"Accept": accept})
    assert answer.status == 406 and is_helpful(answer)


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("application/json", "application/json"), ("text/html", "text/html"), ("*/*", "text/html"),
        ("application/json;q=0.5, text/html;q=0.9", "text/html"), ("application/*", "application/json"),
        ("nonsense", None), ("application/json, */*;q=0.1", "application/json"),
    ],
)  # fmt: skip
def test_a_page_comes_in_the_form_that_is_wanted(site, accept, type_):
    answer = site.raw("/en/parties", {"Accept": accept})
    assert answer.type == (type_ or "text/html") and answer.status == (200 if type_ else 406)
    assert "Accept" in answer.headers.get("vary", "Accept")


def test_who_names_a_form_in_the_address_gets_it_whatever_is_accepted(site):
    assert site.raw("/en/meetings.csv", {"Accept": "application/json"}).type == "text/csv"
    assert site.raw("/en/meetings.json", {"Accept": "text/html"}).type == "application/json"


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("name", ["meetings", "decisions", "library", "register", "glossary", "search"])
@pytest.mark.parametrize("number", ["99999", "0", "-1", "x", "99999999999999999999", "1.5"])
def test_a_page_of_a_list_that_is_not_there_says_so(site, base, name, number):
    for ending in ("", ".json"):
        answer = site.get(f"{base}/en/{name}{ending}?page={number}")
        assert answer.status in (200, 400, 404)
        if answer.status == 404:
            assert is_helpful(answer)
    # A number beyond the end of a list that has pages is never a page of nothing.
    if name in ("meetings", "register") and number == "99999":
        assert site.get(f"{base}/en/{name}?page={number}").status == 404


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("day", ["0001-01-01", "1995-06-01", "9999-12-31", "2024-02-29"])
def test_any_day_is_answered_by_every_page(site, samples, base, day):
    wrong = []
    for path in samples[base]:
        for ending in (None, "json"):
            address = walk.form(path, ending) if ending else path
            answer = site.get(f"{base}/en{address}?on={day}")
            # A thematic space begins on a day; before it there is none.
            if answer.status == 404 and path.startswith("/spaces/") and is_helpful(answer):
                continue
            if answer.status not in (200, 403) or (ending and answer.type != "application/json" and answer.status == 200):
                wrong.append((address, answer.status))
    assert wrong == []


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("day", ["2014-02-30", "2014-13-45", "10000-01-01", "0000-01-01", "hoy", "2014-6-1", "２０１４-01-01"])
def test_a_day_that_does_not_exist_is_400_with_a_sentence(site, samples, base, day):
    wrong = []
    for path in samples[base]:
        for address in (path, walk.form(path, "json")):
            answer = site.get(f"{base}/en{address}?on={urllib.parse.quote(day)}")
            if answer.status not in (400, 403) or (answer.status == 400 and "YYYY-MM-DD" not in answer.text):
                wrong.append((address, answer.status))
    assert wrong == []


CODES = ("conference", "parties", "meetings", "decisions", "plans", "library", "spaces", "charter", "register")


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("name", CODES)
def test_an_unknown_code_is_404_and_the_nearest_are_named(site, samples, base, name):
    known = next(p for p in samples[base] if p.startswith(f"/{name}/") and walk.route(p) == walk.BELOW[name])
    code = known.split("/", 2)[2]
    near = code[:-1] + ("Z" if code[-1] != "Z" else "Y") + "q" if name != "register" else "999999"
    for language in ("es", "en"):
        page = site.get(f"{base}/{language}/{name}/{near}")
        assert page.status == 404 and is_helpful(page)
        error = site.get(f"{base}/{language}/{name}/{near}.json")
        assert error.status == 404 and error.type == "application/json"
        hrefs = [each["href"] for each in error.json["error"]["suggestions"]]
        assert hrefs and hrefs[0].startswith(f"{base}/{language}/{name}"), near
        for href in hrefs:
            # After the nearest ones, a search for what was typed.
            assert href.startswith((f"{base}/{language}/{name}", f"{base}/{language}/search?q=")), href
            assert site.raw(href).status == 200, href


@pytest.mark.parametrize("base", BASES)
def test_a_form_that_a_page_hasnt_is_404_with_a_way_back(site, samples, base):
    wrong = []
    for path in samples[base]:
        html = site.get(f"{base}/es{path}")
        if html.status != 200:
            continue
        for ending in ("csv", "xlsx", "ics", "atom", "bib", "ris"):
            address = f"{base}/es{walk.form(path, ending)}"
            offered = f'"{urllib.parse.quote(address, safe="/():")}"' in html.text or f'"{address}"' in html.text
            answer = site.get(address)
            if answer.status != (200 if offered else 404):
                wrong.append((address, answer.status, offered))
            elif not offered and not (answer.type == "text/html" and "<h1" in answer.text and f'{base}/es' in answer.text):
                wrong.append((address, "no way back"))
    assert wrong == []


@pytest.mark.parametrize("base", BASES)
def test_what_nobody_asked_for_is_ignored(site, samples, base):
    for path in samples[base]:
        if walk.route(path) in ("home", "parties", "meetings", "party", "charter", "register"):
            plain = site.get(f"{base}/en{walk.form(path, 'json')}")
            assert site.get(f"{base}/en{walk.form(path, 'json')}?utm_source=x&zz=%C3%B1").body == plain.body, path


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_error_is_json_for_who_asks_for_json_and_a_page_for_others(site, ending):
    answer = site.get(f"/en/parties/ZZZ.{ending}")
    assert answer.status == 404 and is_helpful(answer)
    assert answer.type == ("application/json" if ending == "json" else "text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert site.raw("/en/parties/ZZZ", {"Accept": "application/json"}).type == "application/json"


@pytest.mark.parametrize("verb", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_pages_are_for_reading(site, verb):
    answer = site.raw("/en/parties", method=verb)
    assert answer.status == 405 and answer.headers["allow"] == "GET, HEAD" and is_helpful(answer)


PIECES = (
    "'", '"', "<script>alert(1)</script>", "' OR 1=1 --", "*", "NEAR(", "AND OR NOT", "{{7*7}}", "../../etc/passwd",
    "%00", "\u202e", "ñ" * 60, "日本", "a*" * 40, "\\", "^", "-", "col:x", "\U0001f600", "é", "e\u0301", "x" * 900,
    "(" * 60, '"a" "b', "q:*", "${jndi:ldap://x}", "%0d%0aSet-Cookie: x=1", "；", "'; DROP TABLE acts; --",
)  # fmt: skip
FIELDS = {
    "search": ("q", "kind", "from", "to"), "register": ("q", "kind", "about", "from", "to", "by", "page"),
    "library": ("q", "kind", "year", "organ", "language"), "meetings": ("q", "year", "organ", "kind", "place", "month"),
    "decisions": ("q", "year", "organ", "meeting"), "glossary": ("q",), "contributions": ("budget", "on"),
    "working-days": ("from", "days"), "changes": ("from", "to"), "charter": ("on", "edition"), "parties": ("on",),
    "figures": ("on",), "duties": ("year", "on"), "standing": ("year",),
}  # fmt: skip


@pytest.mark.parametrize("base", ["", "/c/cme", "/c/cme~member-XAL"])
def test_hostile_questions_are_answered_as_questions(site, base):
    """A few hundred of them, the same ones every time."""
    dice = random.Random(4)
    wrong = []
    for _ in range(200):
        name = dice.choice(list(FIELDS))
        words = [(dice.choice(FIELDS[name]), "".join(dice.sample(PIECES, dice.randint(1, 2)))) for _ in range(dice.randint(1, 3))]
        ending = dice.choice(("", ".json", ".csv", ".atom"))
        query = urllib.parse.urlencode(words)
        answer = site.raw(f"{base}/en/{name}{ending}?{query}")
        if answer.status not in (200, 400, 403, 404, 414):
            wrong.append((answer.status, name, ending, words))
        if answer.type == "text/html" and ("<script>alert" in answer.text or "set-cookie" in answer.headers):
            wrong.append(("runs", name, ending, words))
        if answer.type == "application/json":
            assert isinstance(answer.json, dict)
    assert wrong == []


@pytest.mark.parametrize(
    "target",
    [
        "/en/parties?q=%", "/en/parties?q=%zz", "/en/parties?q=%ff", "/en/search?q=%00", "/en/%2e%2e/%2e%2e/etc/passwd",
        "/en//parties", "/en/parties/%00", "/en/parties/" + "A" * 300, "/en/" + "a/" * 200, "//evil.example/", "/c//en/",
        "/c/cme~/en/", "/c/cme~member-/en/", "/c/cme~member-ZZZ/en/", "/c/unknown/en/", "/en/register/0", "/en/register/-1",
        "/en/register/01", "/en/register/99999999999999999999999", "/en/decisions/a//b", "/en/texts/xx/y", "/en/parties?" + "a=1&" * 100,
    ],
)  # fmt: skip
def test_hostile_addresses_are_refused_as_such(site, target):
    answer = site.raw(target)
    assert answer.status in (400, 404, 414) and is_helpful(answer), answer.status


def test_an_address_that_is_too_long_is_414(site):
    answer = site.raw("/en/search?q=" + "x" * 3000)
    assert answer.status == 414 and is_helpful(answer)


def test_a_text_of_a_document_is_sent_as_it_is_held_and_marked_as_invented(site, walked):
    texts = [path for path in walked["/c/cme"] if walk.route(path) == "document-text"]
    assert texts
    for path in texts[:3]:
        answer = site.get(f"/c/cme/es{path}")
        assert answer.status == 200 and answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert site.raw(f"/c/cme/es{path}", {"If-None-Match": answer.headers["etag"]}).status == 304
        assert site.get(f"/c/cme/es{walk.form(path, 'csv')}").status == 404
        assert site.get(f"/c/cme/es{walk.form(path, 'json')}").type == "application/json"


def test_seats_are_open_to_who_tries_alone(site, bare):
    assert site.get("/c/cme~member-XAL/en/").status == 200
    assert site.get("/~secretariat/en/").status == 404
    assert site.raw("/c/cme~member-XAL/en/", {"X-Forwarded-For": "192.0.2.1"}).status == 404
    assert bare.get("/c/cme~member-XAL/en/").status == 404


def test_every_answer_of_the_invented_conference_is_marked(site, samples):
    unmarked = []
    for path in samples["/c/cme"]:
        for address in (path, walk.form(path, "json")):
            answer = site.get(f"/c/cme/es{address}")
            said = "Conferencia inventada" in answer.text
            if answer.status == 200 and (answer.headers.get("x-robots-tag") != "noindex, nofollow" or not said):
                unmarked.append(address)
    assert unmarked == []
