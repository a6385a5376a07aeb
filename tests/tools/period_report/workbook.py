"""Compares a period's workbook with what it must say, every data cell, and follows every link to the cell it names."""

import datetime
import functools
import hashlib
import os
import urllib.parse

import openpyxl

import sheets
import sources
import summary
from office import text

HEADER_ROW = 4


class Links:
    """The files links lead to, each opened once."""

    def __init__(self, folder):
        self.folder = folder

    def file(self, target):
        return os.path.normpath(self.folder / urllib.parse.unquote(target))

    @functools.lru_cache(maxsize=None)
    def book(self, path):
        return openpyxl.load_workbook(path)

    def cell(self, path, location):
        name, _, cell = location.rpartition("!")
        return self.book(path)[name[1:-1].replace("''", "'")][cell].value


class Comparison:
    def __init__(self, office, report, last, path, differences):
        self.office, self.report, self.last, self.differences = office, report, last, differences
        self.book = openpyxl.load_workbook(path)
        self.links = Links(path.parent)
        self.times = {(task["file"], task["sheet"], office.register_row(task)["time"].coordinate): text(task["timeText"]) for task in office.tasks}
        self.now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) + datetime.timedelta(hours=7)

    def run(self, version, is_closing):
        report = self.report
        summary.compare(self.book["Tổng hợp"], report, version, is_closing, self.differences)
        tables = {
            "Theo lĩnh vực": sheets.areas(report), "Chi tiết": sheets.details(report), "Quá hạn": sheets.overdue(report), "Chỉ tiêu": sheets.figures(report),
            "Chỉ tiêu theo cơ quan": sheets.figure_matrix(report), "Nguồn chỉ tiêu": sheets.agency_figures(report), "So sánh": sheets.comparison(report, self.last), "Khó khăn, kiến nghị": sheets.difficulties(report),
            "Việc phát sinh": sheets.extra(report),
            "Gửi báo cáo": sheets.hand_ins(report), "Chưa báo cáo": sheets.missing(report), "Nguồn": sources.sources(report, self.list_hashes(), self.now),
        }
        self.differences.check("sheets", ["Tổng hợp", *tables, "Cảnh báo"], sorted(self.book.sheetnames, key=["Tổng hợp", *tables, "Cảnh báo"].index))
        for name, (heading, rows) in tables.items():
            self.table(self.book[name], heading, rows)

    def list_hashes(self):
        """The office's lists and registers, by name."""
        files = ["chi-tieu.xlsx", "danh-ba-co-quan.xlsx", "lich-nghi.xlsx", *self.office.registers]
        return {file: hashlib.sha256((self.office.shared / file).read_bytes()).hexdigest() for file in files}

    def table(self, sheet, heading, rows):
        self.row(sheet, HEADER_ROW, heading)
        self.differences.check(f"{sheet.title}: rows", len(rows), sheet.max_row - HEADER_ROW)
        for number, row in enumerate(rows, start=HEADER_ROW + 1):
            self.row(sheet, number, row + [None] * (len(heading) - len(row)))

    def row(self, sheet, number, values):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(number, column)
            where = f"{sheet.title}!{cell.coordinate}"
            shown = value.shown if isinstance(value, sheets.Link) else value
            if sheet.title == "Nguồn" and isinstance(shown, datetime.datetime) and isinstance(cell.value, datetime.datetime) and abs(self.now - shown) < datetime.timedelta(minutes=10):
                # Read, or believed to be saved, at some moment of this test.
                shown = cell.value if abs(shown - cell.value) < datetime.timedelta(minutes=10) else shown
            self.differences.compare(where, shown, cell.value)
            self.differences.check(f"{where} is a formula", False, cell.data_type == "f")
            if isinstance(value, sheets.Link):
                self.link(where, value, cell.hyperlink, values)
            else:
                self.differences.check(f"{where} link", None, cell.hyperlink and cell.hyperlink.ref)

    def link(self, where, wanted, link, values):
        if link is None:
            self.differences.check(f"{where} link", wanted.file, None)
            return
        path = self.links.file(link.target or "")
        self.differences.check(f"{where} leads to", str(self.office.shared / wanted.file), path)
        self.differences.check(f"{where} is there", True, os.path.isfile(path))
        location = "'{}'!{}".format(wanted.sheet.replace("'", "''"), wanted.cell) if wanted.cell else None
        self.differences.check(f"{where} leads into", location, link.location)
        if location and link.location == location and os.path.isfile(path):
            self.value(where, wanted, self.links.cell(path, link.location), values)

    def value(self, where, wanted, found, values):
        """The cell a link names holds what the row shows; of a register, the words of the time; of a figure, what was typed."""
        if wanted.file.startswith("so-theo-doi/"):
            self.differences.check(f"{where} names the time", self.times[wanted.file, wanted.sheet, wanted.cell], text(found))
        elif wanted.typed is not sheets.AS_SHOWN:
            self.differences.check(f"{where} holds what was typed", wanted.typed, found)
        else:
            shown = values[{"Chi tiết": 8, "Quá hạn": 8, "Khó khăn, kiến nghị": 4, "Việc phát sinh": 1}[where.split("!")[0]]]
            self.differences.check(f"{where} holds what is shown", shown, text(found))
