"""A workbook of COUNT rows of eight cells with XlsxWriter in constant memory; prints its seconds.

usage: write_workbook.py COUNT FILE
"""

import datetime
import sys
import time

import xlsxwriter


def write(count: int, file: str) -> None:
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    money = book.add_format({"num_format": "[$USD] #,##0.00"})
    sheet = book.add_worksheet("List")
    for column in range(8):
        sheet.write_string(0, column, f"Column {column}", bold)
    first = datetime.date(2000, 1, 1)
    for number in range(1, count + 1):
        sheet.write_number(number, 0, number)
        sheet.write_string(number, 1, f"Reunión {number} del Grupo Regional")
        sheet.write_string(number, 2, "México")
        sheet.write_string(number, 3, "=1+1")
        sheet.write_datetime(number, 4, first + datetime.timedelta(days=number % 9000), days)
        sheet.write_number(number, 5, number * 4417 / 100, money)
        sheet.write_string(number, 6, "https://puebla.example/es/meetings")
        sheet.write_number(number, 7, number / 7)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, count, 7)
    book.close()


start = time.perf_counter()
write(int(sys.argv[1]), sys.argv[2])
print(time.perf_counter() - start, sys.argv[1])
