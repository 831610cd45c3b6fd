#!/usr/bin/env bash
# A good guess: language = {spanish} in a BibTeX or BibLaTeX entry, with a Spanish title, tells a citation
# processor that English capitals don't belong in that title, as "language":"es" does in CSL-JSON.
# What happens (pandoc 3.9 from pypandoc_binary 1.17; measured on 2026-12-01): pandoc reads the language of an
# entry from `langid` alone, a field that BibLaTeX has for hyphenation. `language`, which BibLaTeX has for the
# language of the work, is dropped without a word, and its default style prints "Plan de Rutas y Puertos Del
# Mar". With langid, or from CSL-JSON or RIS with the language in them, the title stays as it was written.
# Who is hurt: a delegation that cites decisions with the secretariat's .bib file: Spanish titles come out in
# capitals that nobody adopted ("de" and "y" stay small, "Del" does not), and from the .ris file they do not.
# For us: titles are safe, since Sources/Exchange/Citation/Citation+Files.swift puts them in double braces (shown
# below to be the cure); but the language itself was lost. It now writes langid beside language, and
# Tests/ExchangeTests/Golden/decision.bib holds it.
set -eu
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install pypandoc_binary==1.17 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import json, subprocess, sys
import pypandoc

pandoc = pypandoc.get_pandoc_path()
print(subprocess.run([pandoc, "--version"], capture_output=True, text=True).stdout.splitlines()[0],
      "from pypandoc_binary 1.17")
title = "Plan de rutas y puertos del mar"
capitals = "Plan de Rutas y Puertos Del Mar"


def run(text, reader, *options):
    answer = subprocess.run([pandoc, "-f", reader, "--wrap=none", *options], input=text,
                            capture_output=True, text=True, check=True)
    if answer.stderr:
        sys.exit("Changed: pandoc says something now: " + answer.stderr)
    return answer.stdout.strip()


def entry(title, field):
    return f"@techreport{{d4, author = {{{{Conferencia}}}}, title = {title}, institution = {{Secretaría}}, {field} year = {{2026}}}}"


for reader in ("bibtex", "biblatex"):
    for given, field, shown, language in (
        (f"{{{title}}}", "language = {spanish},", capitals, None),
        (f"{{{title}}}", "langid = {spanish},", title, "es-ES"),
        (f"{{{{{title}}}}}", "language = {spanish},", title, None),
    ):
        line = run(entry(given, field), reader, "-t", "plain", "--citeproc")
        known = json.loads(run(entry(given, field), reader, "-t", "csljson"))[0].get("language")
        print(f"{reader}: title = {given}, {field} language read: {known}\n   {line}")
        if shown not in line:
            sys.exit(f"Changed: {reader} with {field} no longer prints {shown!r}.")
        if known != language:
            sys.exit(f"Changed: {reader} reads the language {known!r} from {field}")
csl = [{"id": "d4", "type": "report", "title": title, "language": "es", "author": [{"literal": "Conferencia"}]}]
line = run(json.dumps(csl), "csljson", "-t", "plain", "--citeproc")
print("csljson: language es\n  ", line)
if title not in line:
    sys.exit("Changed: CSL-JSON's language no longer keeps the capitals away.")
line = run("TY  - RPRT\nID  - d4\nTI  - " + title + "\nLA  - es\nER  - \n", "ris", "-t", "plain", "--citeproc")
print("ris: LA es\n  ", line)
if title not in line:
    sys.exit("Changed: the language of RIS no longer keeps the capitals away.")
PY
