"""Whole pages and exports as somebody last looked at them.

`PUEBLA_GOLDEN=write .venv-test/bin/python -m pytest Tests/conformance/test_golden.py` writes them anew; look at the
difference. Where the server stands, its style's name and what each founding makes new is masked; days, hours and minutes
aren't: they are the suite's.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest
from clock import NOW

FOLDER = Path(__file__).resolve().parents[1] / "WebTests" / "Golden"
# A day that is past, so that a page of it doesn't turn with the calendar; the invented conference's clock stands.
PAGES = {
    "crm-home": "/es/?on=2021-06-01", "crm-meeting": "/es/meetings/VM-2021?on=2022-06-01",
    "crm-plan": "/en/plans/PE-2023-2026?on=2024-06-01", "crm-clause": "/es/charter/carta.financiamiento.cuotas.4?on=2024-06-01",
    "crm-entry": "/en/register/61", "cme-home": "/c/cme/es/", "cme-home-en": "/c/cme/en/",
}  # fmt: skip
FILES = {
    "cme-meetings.ics": "/c/cme/es/meetings.ics", "cme-decisions.atom": "/c/cme/es/decisions.atom",
    "cme-parties.csv": "/c/cme/en/parties.csv", "cme-register-1.bib": "/c/cme/es/register/1.bib",
    "cme-register-1.ris": "/c/cme/en/register/1.ris", "cme-oai-sets.xml": "/c/cme/oai?verb=ListSets",
    "robots.txt": "/robots.txt",
}  # fmt: skip
MASKS = (
    (r"http://127\.0\.0\.1:\d+", "http://SERVER"),
    # A rule of style more changes it, and is for those to look at who look at pages.
    (r"puebla-[0-9a-f]{8,}\.css", "puebla-STYLE.css"),
)  # fmt: skip
# What each founding of a real conference makes new: salts, the hashes that come of them, whole and shortened, and the
# seconds since the suite's instant. A document's file has the same hash wherever it is founded.
NEW = (
    (r"(?<!\"file\":\")\b([0-9a-f]{64}|[0-9a-f]{32})\b", "HASH"),
    (r"\b[0-9a-f]{4}…[0-9a-f]{4}\b", "HASH"),
    (rf"({NOW[:-3]})\d\d(\.\d+)?Z", r"\1SECONDSZ"),
)  # fmt: skip


def masked(text: str, is_real: bool) -> str:
    for pattern, word in MASKS + (NEW if is_real else ()):
        text = re.sub(pattern, word, text)
    # A line for each element and member, so that a difference can be read.
    return re.sub(r">(?=<)", ">\n", text) if text.lstrip().startswith("<") else re.sub(r'([,{\[])(?=")', "\\1\n", text)


CASES = {f"{name}.{ending}": (address, ending) for name, address in PAGES.items() for ending in ("html", "json")} | {
    name: (address, "") for name, address in FILES.items()
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_as_somebody_last_saw_it(site, name):
    address, ending = CASES[name]
    if ending == "json":
        path, mark, query = address.partition("?")
        address = (path + "index" if path.endswith("/") else path) + ".json" + mark + query
    answer = site.raw(address)
    assert answer.status == 200, answer.text[:300]
    text = masked(answer.text, name.startswith("crm"))
    file = FOLDER / name
    if os.environ.get("PUEBLA_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
    old = file.read_bytes().decode()
    different = list(difflib.unified_diff(old.split("\n"), text.split("\n"), "golden", "now", lineterm="", n=1))
    assert text == old, "\n".join(different[:40])
