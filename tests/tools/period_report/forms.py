"""A report form as an agency fills it in with a program that is not ours: openpyxl."""

import datetime
import re
import zipfile

import openpyxl

from answers import CHOICES, TaskAnswer, as_typed, sections
from office import one_line, text

TASKS, FIGURES, NARRATIVE = "Nhiệm vụ", "Chỉ tiêu", "Thuyết minh"
SECTIONS = ("I. ", "II. ", "III. ", "IV. ")
GIVEN = ["STT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Kết quả kỳ trước"]
TYPED = ["Kết quả thực hiện", "Tình trạng", "Ngày hoàn thành", "Số, ký hiệu văn bản", "Khó khăn, kiến nghị"]
KEY = "Mã dòng"
#: Begins the keys of the rows for work outside the plans.
EXTRA = "PS-"


def save(book, path, saved):
    """Saves under the given time (UTC), which office programs write into the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unstamped = path.with_name(path.name + ".tmp")
    book.save(unstamped)
    with zipfile.ZipFile(unstamped) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + saved.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            target.writestr(entry, content)
    unstamped.unlink()


class Form:
    """An issued form: its tables by their headings, and what it went out with."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.tasks, self.figures, self.words = self.book[TASKS], self.book[FIGURES], self.book[NARRATIVE]
        self.task_head, self.task_columns = self.headings(self.tasks, "Nhiệm vụ")
        self.figure_head, self.figure_columns = self.headings(self.figures, "Mã")
        self.rows = [
            {name: self.tasks.cell(row, column).value for name, column in self.task_columns.items()}
            for row in range(self.task_head + 1, self.tasks.max_row + 1) if not text(self.tasks.cell(row, self.task_columns[KEY]).value).startswith(EXTRA) and self.tasks.cell(row, self.task_columns[KEY]).value]
        self.extra_rows = [
            row for row in range(self.task_head + 1, self.tasks.max_row + 1) if text(self.tasks.cell(row, self.task_columns[KEY]).value).startswith(EXTRA)]
        self.figure_rows = {
            self.figures.cell(row, self.figure_columns["Mã"]).value: row
            for row in range(self.figure_head + 1, self.figures.max_row + 1) if self.figures.cell(row, self.figure_columns["Mã"]).value}
        self.task_places, self.figure_places, self.section_places = {}, {}, {}
        #: Work outside the plans: what was typed, and the cell of its name.
        self.extra = []

    @staticmethod
    def headings(sheet, wanted):
        for row in sheet.iter_rows(max_row=20):
            columns = {one_line(cell.value): cell.column for cell in row if cell.value is not None}
            if wanted in columns and len(columns) > 3:
                return row[0].row, columns
        raise SystemExit(f"{sheet.title}: no heading row")

    def fill_tasks(self, given, days, rows):
        """Types the answers row by row, then does to the rows what this agency does to them. `given` has one answer a row, in the form's order."""
        lines = [(place, {**row, **self.typed(answer, days)}) for place, (row, answer) in enumerate(zip(self.rows, given))]
        if rows == "reversed":
            lines.reverse()
        elif rows == "key left behind":
            keys = [row[KEY] for row in self.rows]
            lines = [(place, {**row, KEY: key}) for key, (place, row) in zip(keys, reversed(lines))]
        elif rows == "own row":
            self.type_extra({"Nhiệm vụ": "Tổ chức hội thi tìm hiểu pháp luật của cơ quan", "Kết quả thực hiện": "Đã tổ chức vòng sơ khảo", "Tình trạng": "Đang thực hiện"})
        elif rows == "rows deleted":
            del lines[1:3]
        for number in range(max(len(lines), len(self.rows))):
            place, line = lines[number] if number < len(lines) else (None, {})
            row = self.task_head + 1 + number
            for name, column in self.task_columns.items():
                self.put(self.tasks.cell(row, column), line.get(name))
            if place is not None:
                self.task_places[place] = row

    def type_extra(self, line):
        """Work outside the plans, in the second of its rows."""
        row = self.extra_rows[1]
        for name, value in line.items():
            self.put(self.tasks.cell(row, self.task_columns[name]), value)
        self.extra.append((line, f"B{row}"))

    @staticmethod
    def typed(answer, days):
        return dict(zip(TYPED, (answer.result, answer.status, answer.day and as_typed(answer.day, days), answer.document, answer.difficulty)))

    def fill_figures(self, given, deleted=()):
        for code, answer in given.items():
            if code in self.figure_rows:
                row = self.figure_rows[code]
                if code in deleted:
                    for column in self.figure_columns.values():
                        self.figures.cell(row, column).value = None
                    continue
                self.put(self.figures.cell(row, self.figure_columns["Kỳ này"]), answer.typed)
                self.put(self.figures.cell(row, self.figure_columns["Giải trình"]), answer.note)
                self.figure_places[code] = row

    def fill_words(self, agency, period):
        answers = sections(agency, period)
        for row in range(1, self.words.max_row + 1):
            heading = text(self.words.cell(row, 1).value)
            place = next((place for place, start in enumerate(SECTIONS) if heading.startswith(start)), None)
            if place is not None:
                self.put(self.words.cell(row + 1, 1), answers[place])
                self.section_places[place] = row + 1

    @staticmethod
    def put(cell, value):
        cell.value = None if value == "" else value
        if isinstance(value, str) and value:
            # Words stay words, whatever they begin with.
            cell.data_type = "s"
        elif isinstance(value, int):
            cell.number_format = "General"
        elif isinstance(value, datetime.date):
            cell.number_format = "dd/mm/yyyy"

    def copy_to_new_book(self):
        """Somebody copied what is in sight into a workbook of their own: no hidden sheet, no keys."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet in (self.tasks, self.figures, self.words):
            copy = book.create_sheet(sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    is_key = sheet is self.tasks and cell.column == self.task_columns[KEY]
                    if cell.value is not None and not is_key and not text(cell.value).startswith("=IF("):
                        self.put(copy.cell(cell.row, cell.column), cell.value)
        self.book = book

    def rename(self, sheets):
        for name, new in sheets.items():
            self.book[name].title = new

    def prefilled(self, row):
        """What a row went out with."""
        status = text(row["Tình trạng"])
        state = next((state for state, words in CHOICES.items() if words == status), None)
        day = row["Ngày hoàn thành"]
        return TaskAnswer(status, state, "", day.date() if day else None, text(row["Số, ký hiệu văn bản"]))
