"""Lists as CSV and XLSX, read back by Python's csv and by openpyxl."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile

import golden
import openpyxl
import pytest

TRIGGERS = ("=", "+", "-", "@", "\t", "\r")
HOSTILE = (
    "=1+1", '=HYPERLINK("https://evil.example","x")', "+49 30", "-2+3", "@SUM(A1:A2)", "\tx", "=cmd|'/C calc'!A0",
    "a;=1+1", "line\n=1+1", "https://puebla.example/", 'comma, "quote"', "<b>&amp;", "Ñandú · São · 日本", "'apostrophe",
)  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    data = golden.read("list.csv")
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(golden.path("list.xlsx"))


def test_csv_is_a_table_whose_every_row_says_that_it_is_invented(rows):
    assert rows[0] == ["Party", "Share", "Amount (EMD)", "Since", "Notice"]
    assert {len(row) for row in rows} == {5}
    assert {row[4] for row in rows[1:]} == {"invented"}


def test_csv_numbers_are_numbers(rows):
    assert rows[1][:4] == ["Alcora", "12.5", "4417.57", "2016-11-30"]
    assert rows[2][:4] == ["Belmar, Isla", "-7", "-0.05", "1996-03"]
    assert rows[3][1:3] == ["", ""]


def test_csv_text_never_begins_like_a_formula(rows):
    assert not [row[0] for row in rows if row[0].startswith(TRIGGERS)]
    # Nor does a piece of it where a spreadsheet splits at semicolons or lines.
    for row in rows:
        for piece in row[0].replace("\r", "\n").replace(";", "\n").split("\n")[1:]:
            assert not piece.startswith(TRIGGERS)


def test_xlsx_has_no_formula_no_link_and_no_shared_text(book):
    assert [cell.data_type for sheet in book for row in sheet for cell in row].count("f") == 0
    assert not [cell for sheet in book for row in sheet for cell in row if cell.hyperlink]
    with zipfile.ZipFile(golden.path("list.xlsx")) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 2
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet or b"hyperlink" in sheet]


def test_xlsx_keeps_every_text_as_it_is(book):
    texts = [cell.value for cell in book.worksheets[0]["A"]]
    assert [text for text in HOSTILE if text not in texts] == []
    assert {cell.data_type for cell in book.worksheets[0]["A"] if cell.value is not None} == {"s"}


def test_xlsx_numbers_amounts_and_days_are_such(book):
    row = book.worksheets[0][2]
    assert [cell.value for cell in row[:4]] == ["Alcora", 12.5, 4417.57, datetime.datetime(2016, 11, 30)]
    assert row[2].number_format == "[$EMD]\\ #,##0.00" or row[2].number_format == "[$EMD] #,##0.00"
    assert row[3].number_format == "yyyy-mm-dd" and row[3].is_date
    assert book.worksheets[0]["D3"].value == "1996-03" and book.worksheets[0]["D4"].value == "1899-12-31"


def test_xlsx_heading_is_bold_stays_in_sight_and_filters(book):
    sheet = book.worksheets[0]
    assert all(cell.font.bold for cell in sheet[1]) and not sheet["A2"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:D{sheet.max_row}"
    assert sheet.column_dimensions["A"].width > 20


def test_xlsx_sheets_have_names_that_excel_takes(book):
    assert book.sheetnames == ["Contributions  2026 2027  all o", "Notice"]
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_xlsx_second_sheet_is_the_notice(book):
    cells = [(row[0].value, row[1].value) for row in book["Notice"]]
    assert cells == [
        ("Notice", "Invented conference: it proves nothing."),
        (None, "=1+1"),
        ("Source", "https://puebla.example/c/cme/en/contributions"),
        ("Register number", 812),
        ("Day shown", datetime.datetime(2026, 11, 21)),
    ]
    assert book.properties.title == "Contributions"
