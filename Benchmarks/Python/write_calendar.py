"""A calendar of COUNT meetings with PyPI's icalendar; prints the seconds from values to bytes, and the events.

usage: write_calendar.py COUNT
"""

import datetime
import sys
import time
import zoneinfo

import icalendar

ZONE = zoneinfo.ZoneInfo("America/Mexico_City")
STAMP = datetime.datetime(2026, 11, 21, 10, tzinfo=datetime.UTC)


def write(count: int) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//bench//EN")
    calendar.add("x-wr-calname", "Meetings")
    for number in range(count):
        start = datetime.datetime(2000 + number % 25, 1 + number % 12, 1 + number % 28, 9 + number % 8, tzinfo=ZONE)
        event = icalendar.Event()
        event.add("uid", f"GRC-{number}@bench")
        event.add("dtstamp", STAMP)
        event.add("dtstart", start)
        event.add("dtend", start + datetime.timedelta(hours=2))
        event.add("summary", f"Reunión {number} del Grupo Regional; rutas, puertos y mares")
        event.add("description", f"La reunión número {number} trata de lo acordado.\nPapeles en la página de la reunión.")
        event.add("location", "Puerto Brisa, Alcora")
        event.add("url", f"https://puebla.example/es/meetings/GRC-{number}")
        event.add("categories", ["Grupo Regional", "técnica"])
        event.add("status", "CONFIRMED")
        event.add("last-modified", STAMP)
        event.add("sequence", number % 3)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


start = time.perf_counter()
data = write(int(sys.argv[1]))
print(time.perf_counter() - start, data.count(b"BEGIN:VEVENT"))
