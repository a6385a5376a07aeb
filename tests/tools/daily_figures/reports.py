"""What the accepted reports of the last period say of the tasks."""

import dataclasses
import datetime
import zipfile

import openpyxl

import registers

#: The last day each period's report speaks for.
PERIODS = {"2026-Q1": datetime.date(2026, 3, 31), "2026-6T": datetime.date(2026, 6, 30)}


@dataclasses.dataclass
class Said:
    state: str
    day: datetime.date | None
    on: datetime.date
    through: datetime.date
    #: The last days of the periods right before that said the same of it.
    untouched: list = dataclasses.field(default_factory=list)


class Reports:
    """For each period and agency, the workbook that counts and how many were sent back."""

    def __init__(self, folder):
        self.counted, self.refused = {period: {} for period in PERIODS}, {period: {} for period in PERIODS}
        for period in PERIODS:
            for path in sorted((folder / "bao-cao" / period).glob("**/*.xlsx")):
                sender = (path.name if path.parent.name == period else path.parent.name).split(" - ")[0]
                book = openpyxl.load_workbook(path) if zipfile.is_zipfile(path) else None
                if book is None or not is_acceptable(book, period, sender):
                    self.refused[period][sender] = self.refused[period].get(sender, 0) + 1
                elif sender not in self.counted[period] or saved(book) > saved(self.counted[period][sender]):
                    self.counted[period][sender] = book

    def said(self, code, task, place):
        """The latest report's word of a milestone, or None."""
        latest = None
        for period, through in PERIODS.items():
            book = self.counted[period].get(code)
            if book is None:
                continue
            if task.times[place].kind == "recurring" and task.text.startswith("Báo cáo kết quả cải cách hành chính"):
                # Handing the report in is what such a row asks for.
                latest = Said("Hoàn thành", saved(book).date(), saved(book).date(), through)
                continue
            lines = [row for row in rows(book) if registers.plain(row[1]) == task.text]
            if place < len(lines) and lines[place][6]:
                day = lines[place][7]
                again = latest is not None and latest.state == lines[place][6] == "Chưa thực hiện"
                latest = Said(
                    lines[place][6], day.date() if isinstance(day, datetime.datetime) else None, saved(book).date(), through, [*latest.untouched, latest.through] if again else [])
        return latest


def rows(book):
    return [row for row in book["Nhiệm vụ"].iter_rows(min_row=9, values_only=True) if row[1]]


def saved(book):
    return book.properties.modified + datetime.timedelta(hours=7)


def is_acceptable(book, period, sender):
    if "_cchc" not in book.sheetnames:
        return False
    marks = dict(row[:2] for row in book["_cchc"].iter_rows(values_only=True))
    # Rates are formulas of the form itself.
    figures = [row[4] for row in book.worksheets[1].iter_rows(min_row=5, values_only=True)]
    # The form is issued with the register's states filled in, so they alone say nothing.
    is_blank = not any(row[5] for row in rows(book)) and all(value is None or str(value).startswith("=") for value in figures)
    has_error = any(row[6] == "Hoàn thành" and not row[7] for row in rows(book)) or any(isinstance(value, (int, float)) and value < 0 for value in figures)
    return (marks["ky"], marks["co-quan"]) == (period, sender) and not is_blank and not has_error
