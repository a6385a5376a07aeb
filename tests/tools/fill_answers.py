"""Fills in an answer sheet as an agency does, with openpyxl.

usage: fill_answers.py IN OUT < JSON
JSON: {"rows": [{"task": words, heading: value, ...}], "sort": bool, "copy": bool, "drop_keys": bool}
A value "2026-06-12" becomes a day. "sort" turns the rows upside down; "copy" leaves only the answer sheet, in a new workbook; "drop_keys" loses the hidden column.
"""
import datetime
import json
import re
import sys

import openpyxl


def typed(value):
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return datetime.datetime.fromisoformat(value)
    return value


def main():
    source, target = sys.argv[1:3]
    asked = json.load(sys.stdin)
    book = openpyxl.load_workbook(source)
    sheet = book["Trả lời"]
    header = next(row for row in range(1, 30) if sheet.cell(row, 2).value == "Nhiệm vụ")
    columns = {sheet.cell(header, column).value: column for column in range(1, sheet.max_column + 1)}
    for wanted in asked["rows"]:
        found = [row for row in range(header + 1, sheet.max_row + 1) if wanted["task"] in str(sheet.cell(row, columns["Nhiệm vụ"]).value)]
        assert len(found) == 1, (wanted["task"], found)
        for heading, value in wanted.items():
            if heading != "task":
                sheet.cell(found[0], columns[heading]).value = typed(value)
    if asked.get("drop_keys"):
        for row in range(header, sheet.max_row + 1):
            sheet.cell(row, columns["Mã dòng"]).value = None
    if asked.get("sort"):
        rows = [[sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)] for row in range(header + 1, sheet.max_row + 1)]
        for place, values in enumerate(reversed(rows)):
            for column, value in enumerate(values):
                sheet.cell(header + 1 + place, column + 1).value = value
    if asked.get("copy"):
        fresh = openpyxl.Workbook()
        copy = fresh.active
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.cell(cell.row, cell.column).value = cell.value
        book = fresh
    book.save(target)


main()
