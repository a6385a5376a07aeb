"""Fills the issued forms in and drops them, as agencies do, rightly and wrongly; what was dropped is kept for the comparison."""

import dataclasses
import datetime
import hashlib
import os
import shutil
import unicodedata

import openpyxl

import plan
from answers import CHOICES, DONE, FigureAnswer, TaskAnswer, figure_answers, sections, task_answer
from forms import FIGURES, NARRATIVE, TASKS, Form, save
from issued import IssuedForms


@dataclasses.dataclass
class Dropped:
    """A dropped file with what it says."""
    file: str
    agency: str
    saved: datetime.datetime
    state: str
    hash: str
    #: By duty: the answer and the row it stands in.
    tasks: dict = dataclasses.field(default_factory=dict)
    figures: dict = dataclasses.field(default_factory=dict)
    sections: dict = dataclasses.field(default_factory=dict)
    sheets: dict = dataclasses.field(default_factory=dict)
    #: Work outside the plans.
    extra: list = dataclasses.field(default_factory=list)
    #: As the plan has it: what came instead of a filled form.
    instead: str = ""

    @property
    def name(self):
        return self.file.rsplit("/", 1)[-1]


def form_path(office, period, agency):
    return office.output / "bieu-mau" / period.code / f"{agency.code} - {agency.name}.xlsx"


class Dropping(IssuedForms):
    @property
    def folder(self):
        return self.office.shared / "bao-cao" / self.period.code

    def drop_all(self):
        dropped = []
        for drop in sorted(plan.drops(self.period, self.office.owing(self.period.issued)), key=lambda drop: drop.instead == "same"):
            dropped.append(self.drop(drop, dropped))
        return dropped

    def drop(self, drop, earlier=()):
        agency = self.office.by_code.get(drop.agency)
        name = drop.name or f"{agency.code} - {agency.name}.xlsx"
        if "NFD" in name:
            name = unicodedata.normalize("NFD", name)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = getattr(self, "drop_" + drop.instead.replace(" ", "_"), self.drop_form)(drop, agency, path, earlier)
        stamp = drop.saved.replace(tzinfo=datetime.timezone.utc).timestamp()
        os.utime(path, (stamp, stamp))
        file = path.relative_to(self.office.shared).as_posix()
        return dataclasses.replace(content or Dropped("", "", None, "", ""), file=file, agency=drop.agency, saved=drop.saved, state=drop.state, instead=drop.instead, hash=hashlib.sha256(path.read_bytes()).hexdigest())

    def drop_form(self, drop, agency, path, _):
        form = Form(form_path(self.office, self.period, agency))
        self.check_form(agency, form)
        owed = self.duties[agency.code]
        lots = dataclasses.replace(self.period, code=self.period.code + drop.edition)
        answers = [task_answer(agency, lots, duty, form.prefilled(row)) for duty, row in zip(owed, form.rows)]
        if drop.instead == "no day":
            answers[0] = TaskAnswer(CHOICES[DONE], DONE, "Đã xong")
        figures = figure_answers(agency, lots, self.office.figures)
        if drop.instead == "negative count":
            figures["CT03"] = FigureAnswer(-5, None)
        form.fill_tasks(answers, drop.days, drop.rows)
        form.fill_figures(figures, deleted=["CT08"] if drop.rows == "rows deleted" else [])
        form.fill_words(agency, lots)
        if drop.rows == "reversed":
            # Typed over the formula: the product goes by its own division.
            form.put(form.figures.cell(form.figure_rows["CT06"], form.figure_columns["Kỳ này"]), 0.5)
        if drop.rows == "copied":
            form.copy_to_new_book()
        form.rename(drop.sheets)
        save(form.book, path, drop.saved)
        said = sections(agency, lots)
        return Dropped(
            "", "", None, "", "",
            {owed[place].key: (answers[place], row) for place, row in form.task_places.items()},
            {code: (figures[code], form.figure_places[code]) if code in form.figure_places else (FigureAnswer(), None) for code in figures},
            {place: (said[place], row) for place, row in form.section_places.items() if said[place]},
            {name: drop.sheets.get(name, name) for name in (TASKS, FIGURES, NARRATIVE)},
            form.extra)

    drop_no_day = drop_negative_count = drop_form

    def drop_same(self, drop, agency, path, earlier):
        first = next(one for one in earlier if one.agency == agency.code)
        shutil.copyfile(self.office.shared / first.file, path)

    def drop_other_agency(self, drop, agency, path, _):
        self.drop_form(dataclasses.replace(drop, instead=""), self.office.by_code["SVHTTDL"], path, _)

    def drop_last_period(self, drop, agency, path, _):
        book = openpyxl.load_workbook(form_path(self.office, dataclasses.replace(self.period, code=self.period.before), agency))
        save(book, path, drop.saved)

    def drop_guest_list(self, drop, agency, path, _):
        book = openpyxl.Workbook()
        for row in ["STT", "Họ tên"], ["1", "Nguyễn Văn A"]:
            book.active.append(row)
        save(book, path, drop.saved)

    def drop_no_workbook(self, drop, agency, path, _):
        path.write_text("Số liệu gửi sau\n", encoding="utf-8")
