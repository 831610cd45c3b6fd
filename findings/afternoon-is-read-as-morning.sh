#!/usr/bin/env bash
# Tool: Babel 2.19.0 (measured on 2026-12-01).
# A good guess: parse_time reads back what format_time has written for the same locale. Its documentation says that
# it goes by "the time format for the locale", and the locale is an argument of both.
# What happens: parse_time knows the halves of the day only as the English letters AM and PM. The Spanish "p. m."
# (and Mexico's "p.m.") is passed over: 3:30 p. m. is read as 03:30, and 12:30 a. m. as 12:30, without an error. So
# it is for the eight Spanish-speaking members and es_US: half of all minutes. In en_US every minute comes back
# right, so a test in English finds nothing.
# Who is hurt: a focal point whose sheet says "3:30 p. m.": the meeting is convened twelve hours early, at half past
# three in the night, and a deadline of 11:59 p. m. is kept as 11:59, before noon.
# What it means for Puebla: not affected. It writes hours with 24 hours (Written.clock in
# Sources/Web/Phrases/Written+Dates.swift) and reads none but ISO 8601 (Sources/Charter/Instant.swift). An import of
# hours must read a. m., p. m., a.m. and p.m. with every kind of space itself, tested over all minutes in Spanish.
set -euo pipefail
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install Babel==2.19.0 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import datetime, sys
import babel
from babel.dates import format_time, parse_time

print("Babel", babel.__version__)
minutes = [datetime.time(hour, minute) for hour in range(24) for minute in range(60)]
members = ["es_CR", "es_DO", "es_GT", "es_HN", "es_MX", "es_NI", "es_PA", "es_SV", "es_US"]
for locale in members:
    shown = format_time(datetime.time(15, 30), "short", locale=locale)
    read = parse_time(shown, locale=locale)
    wrong = sum(parse_time(format_time(each, "short", locale=locale), locale=locale) != each for each in minutes)
    print(f"{locale}: 15:30 is written {ascii(shown)} and read back as {read}; {wrong} of 1440 minutes are wrong")
    if read != datetime.time(3, 30):
        sys.exit(f"Changed: in {locale} an afternoon is read as {read}, no more as 03:30.")
    # Half past three in the night is right by chance; noon to one is right, midnight to one isn't.
    if wrong != 11 * 60 + 60:
        sys.exit(f"Changed: in {locale} {wrong} minutes of the day are read wrongly, no more 720.")
wrong = sum(parse_time(format_time(each, "short", locale="en_US"), locale="en_US") != each for each in minutes)
print(f"en_US: {wrong} of 1440 minutes are wrong")
if wrong:
    sys.exit("Changed: in en_US too some minutes come back wrong.")
PY
