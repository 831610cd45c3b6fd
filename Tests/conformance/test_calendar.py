"""Calendars, read back by icalendar."""

from __future__ import annotations

import datetime
import zoneinfo

import golden
import icalendar
import pytest


@pytest.fixture(scope="module")
def calendar() -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(golden.read("meetings.ics"))


@pytest.fixture(scope="module")
def events(calendar) -> dict[str, icalendar.Event]:
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_nothing_in_the_file_is_wrong(calendar):
    assert [component.errors for component in calendar.walk() if component.errors] == []
    assert len(calendar.walk("VEVENT")) == 6


def test_lines_end_with_crlf_and_are_no_longer_than_75_octets():
    data = golden.read("meetings.ics")
    assert data.count(b"\n") == data.count(b"\r\n") and data.endswith(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    for line in data.split(b"\r\n"):
        line.decode("utf-8")


def test_the_calendar_says_what_it_is(calendar):
    # What isn't in RFC 5545 itself icalendar leaves escaped.
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Mar de Esmeralda\\, reuniones"
    assert "Invented conference" in calendar["DESCRIPTION"] and "Invented conference" in calendar["X-WR-CALDESC"]


def test_texts_come_back_as_they_were(events):
    event = events["VM-2026@cme"]
    assert event["SUMMARY"] == 'Reunión Viceministerial; "Rutas, puertos\\mares"'
    assert event["DESCRIPTION"].endswith("日本語日本語日本語日本語.\nSegunda línea.")
    assert event["LOCATION"] == "Puerto Brisa, Alcora"
    assert event.categories == ["Viceministerial", "inventada, ficticia"]
    assert event["URL"] == "https://puebla.example/c/cme/es/meetings/VM-2026"


def test_days_sequence_and_state(events):
    event = events["VM-2026@cme"]
    assert (event.start, event.end) == (datetime.date(2026, 12, 1), datetime.date(2026, 12, 4))
    assert event["SEQUENCE"] == 2
    assert event["LAST-MODIFIED"].dt == datetime.datetime(2026, 11, 20, 8, 30, tzinfo=datetime.UTC)
    assert [events[uid]["STATUS"] for uid in ("GRC-2025-1@cme", "GT-2026@cme")] == ["CANCELLED", "TENTATIVE"]


@pytest.mark.parametrize(
    ("uid", "start"),
    [
        ("GRC-2026-1@cme", "2026-03-29T00:30:00"),
        ("GRC-2021-1@cme", "2021-07-01T15:00:00"),
        ("GRC-2025-1@cme", "2025-07-01T15:00:00"),
        ("GT-2026@cme", "2026-05-05T14:00:00"),
        ("UTC-2026@cme", "2026-05-05T14:00:00"),
    ],
)
def test_moments_are_those_that_were_meant(events, uid, start):
    expected = datetime.datetime.fromisoformat(start).replace(tzinfo=datetime.UTC)
    assert events[uid].start.astimezone(datetime.UTC) == expected


def test_the_described_zones_agree_with_the_time_zone_database(calendar):
    """By the file's own rules, not by the zones' names."""
    zones = calendar.walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["America/Costa_Rica", "America/Mexico_City", "Europe/Madrid"]
    for zone in zones:
        described = zone.to_tz(icalendar.timezone.TZP("zoneinfo"), lookup_tzid=False)
        known = zoneinfo.ZoneInfo(str(zone["TZID"]))
        moment = datetime.datetime(2025, 2, 1, 0, 30, tzinfo=datetime.UTC)
        while moment.year < 2027:
            assert moment.astimezone(described).utcoffset() == moment.astimezone(known).utcoffset(), moment
            moment += datetime.timedelta(hours=7)
