"""Reads and writes workbooks with openpyxl for the bench: a request a line, a number a line in answer, so that Python starts once."""
import sys

import openpyxl


def read(path):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    texts = sum(1 for row in book.worksheets[0].iter_rows(values_only=True) for value in row if value is not None and str(value) != "")
    book.close()
    return texts


def write(source, path):
    """The texts of a workbook's first sheet, bare, into another; they are read before the first writing, which does not count."""
    if source not in rows_of:
        book = openpyxl.load_workbook(source, read_only=True, data_only=True)
        rows_of[source] = [["" if value is None else str(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
        book.close()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for row in rows_of[source]:
        sheet.append(row)
    book.save(path)
    return len(rows_of[source])


rows_of = {}
print(openpyxl.__version__, flush=True)
for line in sys.stdin:
    verb, *paths = line.rstrip("\n").split("\t")
    print(read(*paths) if verb == "read" else write(*paths), flush=True)
