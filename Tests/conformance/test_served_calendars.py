"""Calendars and feeds of a running server, read back by icalendar and feedparser."""

from __future__ import annotations

import datetime
import re

import feedparser
import icalendar
import pytest
import walk
from served import BASES


def events(answer) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(answer.body)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize("base", BASES)
def test_every_calendar_is_one(site, forms, base):
    addresses = forms(base, "ics")
    assert len(addresses) >= 5
    for address in addresses:
        answer = site.get(address)
        assert (answer.status, answer.type) == (200, "text/calendar"), address
        events(answer)
        assert answer.body.count(b"\n") == answer.body.count(b"\r\n"), address
        assert max(map(len, answer.body.split(b"\r\n"))) <= 75, address


@pytest.mark.parametrize("base", BASES)
def test_all_meetings_with_a_known_day_and_no_others_are_in_the_calendar(site, base):
    found = events(site.get(f"{base}/es/meetings.ics"))
    meetings = []
    pages = site.get(f"{base}/es/meetings.json").json["pages"]
    for page in range(1, pages + 1):
        meetings += site.get(f"{base}/es/meetings.json?page={page}").json["meetings"]
    meetings += site.get(f"{base}/es/meetings.json").json["toCome"]
    known = {each["meeting"]: each for each in meetings if len(each["from"]) == 10}
    assert {uid.split("@")[0] for uid in found} == set(known)
    for uid, event in found.items():
        meeting = known[uid.split("@")[0]]
        start = event.start
        day = start.date() if isinstance(start, datetime.datetime) else start
        assert day.isoformat() == meeting["from"], uid
        if isinstance(start, datetime.datetime):
            assert start.tzinfo is not None, uid
        assert (event["STATUS"] == "CANCELLED") == (meeting["status"] == "cancelled"), uid
        assert str(event["URL"]).endswith(f"{base}/es/meetings/{uid.split('@')[0]}")


def test_the_invented_calendar_has_moments_with_zones_and_a_cancelled_meeting(site):
    found = events(site.get("/c/cme/es/meetings.ics"))
    assert [event for event in found.values() if isinstance(event.start, datetime.datetime)]
    for event in found.values():
        assert "inventada" in event["DESCRIPTION"] and str(event["SUMMARY"]).startswith("[inventado]")


@pytest.mark.parametrize("base", BASES)
def test_every_feed_is_one(site, forms, base):
    addresses = forms(base, "atom")
    assert len(addresses) >= 10
    for address in addresses:
        answer = site.get(address)
        feed = feedparser.parse(answer.body)
        assert not feed.bozo, (address, feed.get("bozo_exception"))
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)), address
        assert feed.feed.id not in ids
        updated = [entry.updated for entry in feed.entries]
        assert not updated or feed.feed.updated == max(updated), address
        assert feed.feed.language == "es"
        # A reader shows this address for the whole list.
        assert re.sub(r"^https?://[^/]+", "", feed.feed.link) == re.sub(r"(/index)?\.atom$", lambda end: "/" if end[1] else "", address)
        if base:
            assert feed.feed.title.startswith("[inventado]"), address
            assert all(entry.title.startswith("[inventado]") for entry in feed.entries), address
            assert answer.headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize("base", BASES)
def test_an_act_has_one_id_in_every_feed_and_language(site, forms, base):
    ids: dict[str, set[str]] = {}
    for address in forms(base, "atom"):
        for other in (address, address.replace("/es/", "/en/", 1)):
            for entry in feedparser.parse(site.get(other).body).entries:
                ids.setdefault(entry.link.rsplit("/", 1)[-1], set()).add(entry.id)
    assert len(ids) > 50
    assert {number: found for number, found in ids.items() if len(found) > 1} == {}


@pytest.mark.parametrize("base", BASES)
def test_the_links_of_a_feed_answer(site, base):
    feed = feedparser.parse(site.get(f"{base}/es/decisions.atom").body)
    links = [link.href for link in feed.feed.links] + [link.href for entry in feed.entries for link in entry.links]
    assert links
    for link in dict.fromkeys(links):
        assert link.startswith(site.address + base + "/"), link
        assert site.get(link.removeprefix(site.address)).status == 200, link


@pytest.mark.parametrize("base", BASES)
def test_a_page_of_meetings_has_a_calendar_in_both_languages(site, walked, base):
    for path in walked[base]:
        if walk.route(path) == "meeting":
            there = {language: site.get(f"{base}/{language}{walk.form(path, 'ics')}").status for language in ("es", "en")}
            assert there == {"es": 200, "en": 200}, path
