#!/usr/bin/env bash
# A good guess: for a term of five working days numpy.busday_offset(day, 5, roll="forward") is the natural call: on
# a day off one has to say how to roll, and a term runs forward. It agrees with the other libraries.
# What happens (numpy 2.4.6, holidays 0.109, workalendar 17.0.0; measured on 2026-12-01): numpy rolls
# first and counts from there. A notice of Saturday 17 October 2026 rolls to Monday, and five days after Monday
# is Monday the 26th; holidays and workalendar say Friday the 23rd. From a weekday the three agree. The right
# roll is the one against the direction: "backward" for terms that run forward, "forward" for a time
# limit counted back (five working days before a Saturday: numpy's backward says the 9th, the others the 12th).
# Who is hurt: a secretariat that sets or checks time limits with numpy: a consultation that was circulated on
# a weekend stays open one working day longer than the rules say, and objections count that came too late.
# For us: not affected: Sources/Charter/WorkingDays.swift takes the day of circulation as day 0, whatever day it is.
# Tests/CharterTests/WorkingDayTests.swift has a case with a Saturday and one with a holiday as day 0.
set -eu
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install numpy==2.4.6 holidays==0.109 workalendar==17.0.0 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import datetime, sys, warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
import holidays, numpy
from workalendar.america import Panama

print(", ".join(f"{name} {version(name)}" for name in ("numpy", "holidays", "workalendar")))
member, other = holidays.country_holidays("PA", years=2026), Panama()
off = [str(day) for day in member]


def ask(start, days):
    day = datetime.date.fromisoformat(start)
    answers = {
        "numpy forward": numpy.busday_offset(start, days, roll="forward", holidays=off),
        "numpy backward": numpy.busday_offset(start, days, roll="backward", holidays=off),
        "holidays": member.get_nth_working_day(day, days),
        "workalendar": other.add_working_days(day, days),
    }
    answers = {name: str(answer) for name, answer in answers.items()}
    print(f"{day:%A} {start}, {days:+} working days:", answers)
    return answers


for start, days, most, odd, own in (
    ("2026-10-16", 5, "2026-10-23", None, None),
    ("2026-10-17", 5, "2026-10-23", "numpy forward", "2026-10-26"),
    ("2026-10-18", 1, "2026-10-19", "numpy forward", "2026-10-20"),
    ("2026-10-17", -5, "2026-10-12", "numpy backward", "2026-10-09"),
):
    for name, answer in ask(start, days).items():
        if answer != (own if name == odd else most):
            sys.exit(f"Changed: {name} says {answer} for {days:+} working days from {start}.")
PY
