#!/usr/bin/env bash
# Tool: WeasyPrint 70.0 with pyphen 0.18.1 (measured on 2026-12-01). Needs libpango, as WeasyPrint does.
# A good guess: hyphens: auto divides words by the rules of the page's language (CSS Text 3). A fingerprint of 64
# hexadecimal figures is no word: it is broken, if at all, as overflow-wrap: anywhere breaks it, without a mark.
# What happens: WeasyPrint looks for places to hyphenate in any run of letters and figures and finds them. The
# printed fingerprint gets a hyphen (U+2010) at the ends of lines, four in Spanish and one in English here, and comes
# out of the PDF with them. A verifier can drop blanks and line breaks; a hyphen reads as part of the fingerprint,
# and the two languages of one paper print two strings.
# Who is hurt: the delegate who copies the register's root from the printed minutes to check a proof: it isn't
# found, and the paper looks forged.
# What it means for Puebla: not affected, as Sources/Web/Assets/paper.css hyphenates nothing. Should it ever, .hash,
# code and .code there need hyphens: manual. A line in Tests/conformance/test_papers.py that no text of a paper
# holds U+2010 would notice.
set -euo pipefail
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install weasyprint==70.0 pyphen==0.18.1 pypdf==7.1.1 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import re, sys
from importlib.metadata import version

try:
    import weasyprint
except OSError as error:
    print("WeasyPrint finds no libpango here (Debian: libpango-1.0-0 libpangoft2-1.0-0):", error)
    sys.exit(3)
import pypdf

print(", ".join(f"{name} {version(name)}" for name in ("weasyprint", "pyphen", "pypdf")))
root = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def printed(language, hyphens, text):
    weasyprint.HTML(string=f"""<html lang="{language}"><meta charset="utf-8"><title>Acta</title>
        <p style="width: 5cm; font-family: monospace; hyphens: {hyphens}; overflow-wrap: anywhere">{text}</p>""").write_pdf("p.pdf")
    return pypdf.PdfReader("p.pdf").pages[0].extract_text()


shown = {}
for language in ("es", "en"):
    text = shown[language] = printed(language, "auto", root)
    print(f"{language}, hyphens: auto:", text.replace("\n", " / "))
    joined = re.sub(r"\s", "", text)
    if joined == root or "\u2010" not in joined:
        sys.exit(f"Changed: in {language} the fingerprint comes out without hyphens.")
    if joined.replace("\u2010", "") != root:
        sys.exit("Changed: the fingerprint's own figures come out differently.")
if shown["es"] == shown["en"]:
    sys.exit("Changed: both languages hyphenate the fingerprint alike.")
text = printed("es", "manual", root)
print("es, hyphens: manual:", text.replace("\n", " / "))
if re.sub(r"\s", "", text) != root:
    sys.exit("Changed: without hyphenation too the fingerprint doesn't come back whole.")
PY
