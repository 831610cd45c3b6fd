#!/usr/bin/env bash
# Tool: pandoc 3.9 (pypandoc_binary 1.17), and bibutils 7.2 of Debian 12 if installed (measured on 2026-12-01).
# A good guess: RIS marks a person's name by its comma; its specification asks for "Lastname, Firstname, Suffix". So
# an author without a comma has no first name and is one whole name, as a body's. Zotero's reader takes it so.
# What happens: a name without a comma is taken apart like a person's. The Spanish or English preposition becomes a
# particle, what follows it the surname: "Migración, Conferencia Regional sobre". In pandoc a comma at the end
# ("Conferencia Regional sobre Migración,") keeps the name whole, as EndNote's manual asks for; in bibutils nothing
# does, and the two don't agree on the surname ("Migración", "sobre Migración").
# Who is hurt: whoever takes a regional process' citations as RIS: decisions stand under M as the work of a
# Mr Migración, "Secretaría Ejecutiva" under E, and the Conference has no entry of its own.
# What it means for Puebla: mended. ris() in Sources/Exchange/Citation/Citation+Files.swift ends AU with a comma;
# test_feeds.py and Golden/decision.ris of ExchangeTests hold it. BibTeX (double braces) and CSL-JSON (literal)
# are safe.
set -euo pipefail
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install pypandoc_binary==1.17 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import json, shutil, subprocess, sys
import pypandoc

pandoc = pypandoc.get_pandoc_path()
print(subprocess.run([pandoc, "--version"], capture_output=True, text=True).stdout.splitlines()[0],
      "from pypandoc_binary 1.17")


def ris(author):
    lines = ["TY  - RPRT", "ID  - d4", f"AU  - {author}", "TI  - Plan de trabajo", "PY  - 2026", "ER  - ", ""]
    return "\r\n".join(lines)


def run(author, *options):
    answer = subprocess.run([pandoc, "-f", "ris", "--wrap=none", *options], input=ris(author),
                            capture_output=True, text=True, check=True)
    return answer.stdout.strip()


bodies = {
    "Conferencia Regional sobre Migración": ("Migración", "sobre"),
    "Regional Conference on Migration": ("Migration", "on"),
    "Organización Internacional para las Migraciones": ("Migraciones", "para las"),
    "Secretaría Ejecutiva": ("Ejecutiva", None),
}
for body, (family, particle) in bodies.items():
    (name,) = json.loads(run(body, "-t", "csljson"))[0]["author"]
    print(f"{body}: {name}")
    if (name["family"], name.get("dropping-particle")) != (family, particle):
        sys.exit(f"Changed: pandoc no longer makes {family!r} the surname of {body!r}.")
    line = run(body, "-t", "plain", "--citeproc")
    print("   in a bibliography:", line)
    if not line.startswith(family + ", "):
        sys.exit("Changed: the bibliography no longer sorts the body under its last word.")
    (whole,) = json.loads(run(body + ",", "-t", "csljson"))[0]["author"]
    print("   with a comma at its end:", whole)
    if whole != {"family": body}:
        sys.exit("Changed: a comma at the end no longer keeps the name whole in pandoc.")

if not shutil.which("ris2xml"):
    print("bibutils isn't installed (Debian: apt-get install bibutils), so its reading isn't shown.")
    sys.exit(0)
with open("d4.ris", "w", newline="") as file:
    file.write(ris("Conferencia Regional sobre Migración,"))
mods = subprocess.run(["ris2xml", "-i", "utf8", "-o", "utf8", "d4.ris"], capture_output=True, text=True).stdout
print("bibutils:", [part.strip() for part in mods.splitlines() if "<namePart" in part])
if '<namePart type="family">sobre Migración' not in mods:
    sys.exit("Changed: bibutils no longer makes 'sobre Migración' a surname.")
PY
