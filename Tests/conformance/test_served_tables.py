"""Every list of a running server, as CSV and as XLSX: the same rows, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import functools
import io
import zipfile

import openpyxl
import pytest
from served import BASES, Served

TRIGGERS = ("=", "+", "-", "@", "\t", "\r")


def rows_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@dataclasses.dataclass(frozen=True)
class Listed:
    """A list in both its forms: the lines of the CSV, the workbook, and the parts of its file."""

    rows: list[list[str]]
    book: openpyxl.Workbook
    parts: dict[str, bytes]
    robots: str | None


@pytest.fixture(scope="module")
def lists(site, forms):
    """`lists(base)`: every list that a page of it links to, by the CSV's address; asked and read once for all tests."""

    @functools.cache
    def lists(base: str) -> dict[str, Listed]:
        return {address: listed(address) for address in forms(base, "csv")}

    def listed(address: str) -> Listed:
        answer = site.get(address.removesuffix("csv") + "xlsx")
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        book = openpyxl.load_workbook(io.BytesIO(answer.body))
        return Listed(rows_of(site.get(address).body), book, parts, answer.headers.get("x-robots-tag"))

    return lists


def guarded(text: str) -> str:
    """As CSV writes a text: with an apostrophe where a spreadsheet would take it for a formula."""
    out, before = "", ";"
    for letter in text:
        if (before == ";" or before < " ") and letter in TRIGGERS:
            out += "'"
        out, before = out + letter, letter
    return out


def same(cell: object, text: str) -> bool:
    match cell:
        case None:
            return text == ""
        case datetime.datetime():
            return text == cell.date().isoformat()
        case int() | float():
            return text != "" and float(text) == cell
        case _:
            return text == guarded(str(cell))


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("base", BASES)
def test_every_list_is_the_same_in_both_forms(lists, base):
    assert len(lists(base)) >= 15, list(lists(base))
    wrong = []
    for address, found in lists(base).items():
        rows = found.rows
        sheet = list(found.book.worksheets[0].iter_rows(values_only=True))
        if [guarded(str(title)) for title in sheet[0]] != rows[0][:-1]:
            wrong.append(f"{address}: headings {sheet[0]} and {rows[0]}")
        if len(sheet) != len(rows):
            wrong.append(f"{address}: {len(sheet)} rows and {len(rows)}")
        for number, (cells, texts) in enumerate(zip(sheet[1:], rows[1:], strict=False), 1):
            if len(texts) != len(rows[0]):
                wrong.append(f"{address}:{number}: {len(texts)} cells of {len(rows[0])}")
            differing = [(cell, text) for cell, text in zip(cells, texts, strict=False) if not same(cell, text)]
            if differing:
                wrong.append(f"{address}:{number}: {differing[0]}")
    assert wrong == []


# A list with a column that it is sorted by, and where its JSON has the same rows: their list and their code.
SORTED = (
    ("meetings", "where", "meetings", "meeting"), ("meetings", "-when", "meetings", "meeting"),
    ("decisions", "decision", "decisions", "decision"), ("register", "-happened", "acts", "sequence"),
    ("library", "-title", "documents", "document"), ("glossary", "translation", "terms", "term"),
    ("duties?year=2023", "what", "duties", ""), ("parties", "-share", "", ""), ("presidencies", "theme", "", ""),
)  # fmt: skip


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(("path", "sort", "listed", "code"), SORTED)
def test_a_sorted_list_has_one_order_in_every_form(site, base, path, sort, listed, code):
    path, _, query = path.partition("?")

    def address(ending: str, asked: str) -> str:
        return f"{base}/en/{path}.{ending}?" + "&".join(part for part in (query, asked) if part)

    usual = rows_of(site.get(address("csv", "")).body)
    rows = rows_of(site.get(address("csv", f"sort={sort}")).body)
    assert sorted(rows) == sorted(usual)
    book = openpyxl.load_workbook(io.BytesIO(site.get(address("xlsx", f"sort={sort}")).body))
    sheet = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(sheet) == len(rows)
    for cells, texts in zip(sheet[1:], rows[1:], strict=True):
        assert all(same(cell, text) for cell, text in zip(cells, texts, strict=False)), (cells, texts)
    if code:
        named = [str(row[code]) for row in site.get(address("json", f"sort={sort}")).json[listed]]
        assert named == [row[0] for row in rows[1 : len(named) + 1]]
    assert site.get(address("xlsx", "sort=nothing")).status == 400


@pytest.mark.parametrize("base", BASES)
def test_no_cell_is_a_formula_or_a_link(lists, base):
    for address, found in lists(base).items():
        texts = [cell for row in found.rows for cell in row]
        assert [t for t in texts if t.startswith(TRIGGERS) and not is_number(t)] == [], address
        cells = [cell for sheet in found.book for row in sheet for cell in row]
        assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == [], address
        assert [name for name, part in found.parts.items() if b"<f>" in part or b"<f " in part] == [], address


@pytest.mark.parametrize("base", BASES)
def test_days_of_the_meetings_are_days(site, base):
    book = openpyxl.load_workbook(io.BytesIO(site.get(f"{base}/es/meetings.xlsx").body))
    days = [cell for row in book.worksheets[0] for cell in row if cell.is_date]
    assert len(days) >= 10


def test_every_row_and_every_workbook_of_the_invented_conference_says_so(lists):
    for address, found in lists("/c/cme").items():
        assert {row[-1] for row in found.rows[1:]} <= {"inventado"}, address
        assert "inventada" in str(found.book["Aviso"]["B1"].value), address
        assert found.robots == "noindex, nofollow"


def test_the_real_conference_says_that_it_is_not_official(lists):
    for address, found in lists("").items():
        assert {row[-1] for row in found.rows[1:]} <= {"no oficial"}, address


HOSTILE = "=HYPERLINK(\"https://evil.example\";\"x\")"


def test_a_title_that_would_be_a_formula_is_a_text_in_both_forms(tmp_path):
    """By a real act, registered as anybody would."""
    act = {
        "id": "hostile", "on": "2016-11-30", "source": {"address": "https://example.org/"}, "kind": "library.termDefined",
        "act": {"term": "hostile", "name": {"es": HOSTILE, "en": "@SUM(1+1)"}},
    }  # fmt: skip
    server = Served(tmp_path, "init --pack csm", options=(), acts=[act])
    try:
        for language, text in (("es", HOSTILE), ("en", "@SUM(1+1)")):
            rows = rows_of(server.get(f"/{language}/glossary.csv").body)
            assert [cell for row in rows for cell in row if text in cell] == ["'" + guarded(text).removeprefix("'")]
            book = openpyxl.load_workbook(io.BytesIO(server.get(f"/{language}/glossary.xlsx").body))
            found = [cell for row in book.worksheets[0] for cell in row if cell.value == text]
            assert [cell.data_type for cell in found] == ["s"]
    finally:
        assert server.stop() == 0
