#!/usr/bin/env bash
# Tool: markitdown 0.1.9 on mammoth 1.13.0; docx2python 3.7.1 for comparison (measured on 2026-12-01).
# A good guess: markitdown's README promises to preserve structure, lists by name, for language models. A numbered
# text goes on with 3 after a paragraph in between, and (a) is (a), or else there is no number at all.
# What happens: of a list's numbering only "numbered or not" is read. After the paragraph the points begin again with
# 1, and (a), (b) become 1, 2; nothing is said (mammoth's messages are empty; its issue 413 has been open since
# 2024). Markdown has numbers, so the wrong ones stand in the text as if they were the document's. docx2python
# reads the same file as 3) and a).
# Who is hurt: a delegation that gives the adopted text to an assistant or a search index through markitdown and asks
# for point 3: the text has no point 3, and two points 1.
# What it means for Puebla: not affected, it reads no DOCX (Sources/Web/Pages/Library/HeldText.swift only names the
# type). An import must compute the labels from numbering.xml and keep them as text beside each point, with a test
# on a list that goes on after a paragraph; neither tool may be the oracle of that test.
set -euo pipefail
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install mammoth==1.13.0 markitdown==0.1.9 docx2python==3.7.1 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import logging, re, sys, zipfile
from importlib.metadata import version
import mammoth
from docx2python import docx2python
from markitdown import MarkItDown

logging.disable(logging.WARNING)
print(", ".join(f"{name} {version(name)}" for name in ("mammoth", "markitdown", "docx2python")))
w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# docx2python wants the document to declare r too, as every Word file does.
r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
package = "http://schemas.openxmlformats.org/package/2006"
kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(text, level=None):
    number = "" if level is None else f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"


body = (paragraph("punto uno", 0) + paragraph("punto dos", 0) + paragraph("inciso a", 1) + paragraph("inciso b", 1)
        + paragraph("Las delegaciones acordaron además:") + paragraph("punto tres", 0) + paragraph("punto cuatro", 0))
levels = "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
                 for level, form, text in ((0, "decimal", "%1."), (1, "lowerLetter", "(%2)")))
parts = {
    "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.'
    f'openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{kind}.numbering+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/numbering" Target="numbering.xml"/></Relationships>',
    "word/document.xml": f"<w:document {w} {r}><w:body>{body}</w:body></w:document>",
    "word/numbering.xml": f'<w:numbering {w}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
}
with zipfile.ZipFile("acta.docx", "w") as file:
    for name, text in parts.items():
        file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)

with open("acta.docx", "rb") as file:
    page = mammoth.convert_to_html(file)
print("mammoth:", page.value, "messages:", page.messages)
marked = MarkItDown().convert("acta.docx").text_content
print("markitdown:\n" + marked)
with docx2python("acta.docx") as read:
    labels = dict(re.findall(r"(\w+)\)\t((?:punto|inciso) \w+)", read.text))
print("docx2python:", labels)
if labels.get("3") != "punto tres" or labels.get("a") != "inciso a":
    sys.exit("Changed: docx2python no longer reads 3) and a).")
if "<ol><li>punto tres" not in page.value or "start" in page.value or "type=" in page.value or page.messages:
    sys.exit("Changed: mammoth keeps the numbering or says that it doesn't.")
if not re.search(r"^1\. punto tres", marked, re.M) or not re.search(r"^\s+1\. inciso a", marked, re.M):
    sys.exit("Changed: markitdown no longer numbers point three and inciso a as 1.")
PY
