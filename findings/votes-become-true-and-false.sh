#!/usr/bin/env bash
# A good guess: csvsort puts the rows of a table in another order; every cell comes out as it went in (dates and
# numbers perhaps in another spelling). Whether a column is yes/no is told by words such as yes and no.
# What happens (csvkit 2.2.0, agate 1.14.2; measured on 2026-12-01): a column of ones and noughts is taken for a
# yes/no column: votes 1 and 0 come out as True and False, and a single 2 in the column leaves all as numbers. A
# column of clauses such as 4d and 5m is taken for durations: 4d is "4 days, 0:00:00", 5m is five minutes. A share
# of 12.5% loses its sign. csvjson does the same; -I (no inference) switches it off.
# Who is hurt: whoever sorts the record of a close vote before passing it on: the body's tally of small numbers
# reads True and False, in the meetings where nobody got two, and clause 4(d) is four days.
# For us: Sources/Exchange/Tables/CSV.swift writes numbers bare, rightly, and a column of counts may hold 0 and 1
# alone: nothing to correct, but what is said about the CSV files should name -I. Clauses go out as they are
# cited, "4(d)", which is left alone (shown below).
set -eu
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install csvkit==2.2.0 agate==1.14.2 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import subprocess, sys
from importlib.metadata import version

print(", ".join(f"{name} {version(name)}" for name in ("csvkit", "agate")))


def run(tool, text, *options):
    answer = subprocess.run(["venv/bin/" + tool, *options], input=text, capture_output=True, text=True)
    if answer.returncode or answer.stderr:
        sys.exit(f"Changed: {tool} says: " + answer.stderr)
    return answer.stdout


head = "Candidatura,Votos,Inciso,Cuota\n"
for what, rows, options, expected in (
    ("ones and noughts", "B,0,4d,12.5%\nA,1,5m,50%\n", (),
     'A,True,0:05:00,50\nB,False,"4 days, 0:00:00",12.5\n'),
    ("one row with a two and 4(d)", "B,0,4(d),12.5%\nA,2,5m,50%\n", (), "A,2,5m,50\nB,0,4(d),12.5\n"),
    ("with -I", "B,0,4d,12.5%\nA,1,5m,50%\n", ("-I",), "A,1,5m,50%\nB,0,4d,12.5%\n"),
):
    answer = run("csvsort", head + rows, *options, "-c", "1")
    print(f"{what}:\n{answer}")
    if answer != head + expected:
        sys.exit(f"Changed: csvsort gives something else for {what}.")
answer = run("csvjson", "Candidatura,Votos\nA,1\nB,0\n")
print("csvjson:", answer)
if '"Votos": true' not in answer:
    sys.exit("Changed: csvjson no longer makes true of a vote.")
PY
