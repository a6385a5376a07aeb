"""Holds the issued forms against what they must say, fills them in and drops them; what was dropped is kept for the comparison."""

import dataclasses
import datetime
import hashlib
import os
import shutil
import unicodedata

import openpyxl

import duties
import plan
from answers import CHOICES, DONE, FigureAnswer, TaskAnswer, figure_answers, sections, task_answer
from forms import FIGURES, GIVEN, NARRATIVE, TASKS, Form, save
from office import one_line, text, vn_day


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


def form_path(office, period, agency):
    return office.output / "bieu-mau" / period.code / f"{agency.code} - {agency.name}.xlsx"


class Dropping:
    def __init__(self, office, period, before, differences):
        self.office, self.period, self.differences = office, period, differences
        #: The last period's counted report of each agency.
        self.before = before
        self.folder = office.shared / "bao-cao" / period.code
        found = duties.of_period(office, period)
        standings = {duty.key: duties.standing(office, duty, period.issued, self.reported(duty)) for duty in found}
        self.standings = standings
        self.duties = {agency.code: [duty for duty in duties.in_register_order(found, standings) if duty.agency is agency] for agency in office.agencies}

    def reported(self, duty):
        answer = self.last_answer(duty)
        return (answer.day,) if answer and answer.state == DONE else None

    def last_answer(self, duty):
        before = self.before.get(duty.agency.code)
        answer, _ = before.tasks.get(duty.key, (None, None)) if before else (None, None)
        return answer

    def prefill(self, duty):
        """What a row must go out with: the register's word when it is done, else the agency's own last, else what the register has begun."""
        task, last = duty.task, self.last_answer(duty)
        completed = duties.date(task["completedOn"])
        last = last if last and (last.status or last.result) else None
        if task["status"] == "done" and not (completed and completed > self.period.issued):
            return TaskAnswer(CHOICES[DONE], DONE, "", completed or (last and last.day), text(last.document) if last else "")
        if last:
            return TaskAnswer(CHOICES[last.state], last.state, "", last.day, text(last.document))
        return TaskAnswer(CHOICES["in_progress"], "in_progress") if task["status"] == "in_progress" else TaskAnswer()

    def check_form(self, agency, form):
        """Every cell the agency does not type."""
        owed = self.duties[agency.code]
        where = f"form {agency.code}"
        self.differences.check(f"{where}: rows", len(owed), len(form.rows))
        for number, (duty, row) in enumerate(zip(owed, form.rows), start=1):
            prefill = self.prefill(duty)
            wanted = [number, one_line(duty.task["task"]), one_line(duty.milestone["label"] or "; ".join(duty.task["products"])), self.due_words(duty), self.last_words(duty)]
            for name, value in zip(GIVEN, wanted):
                self.differences.compare(f"{where} row {number} {name}", value, row[name])
            went_out = form.prefilled(row)
            for name in ("status", "day", "document"):
                self.differences.compare(f"{where} row {number} {name}", getattr(prefill, name), getattr(went_out, name))
        asked = [figure for figure in self.office.figures if figure.is_asked(agency, self.period)]
        self.differences.check(f"{where}: figures", [figure.code for figure in asked], list(form.figure_rows))
        for figure in asked:
            before = self.before.get(agency.code)
            value = before.figures[figure.code][0].value if before and figure.code in before.figures else None
            if figure.parts and before:
                part, whole = (before.figures[code][0].value for code in figure.parts)
                value = part / whole if part is not None and whole else None
            self.differences.compare(f"{where} {figure.code} Kỳ trước", value, form.figures.cell(form.figure_rows[figure.code], form.figure_columns["Kỳ trước"]).value)

    def due_words(self, duty):
        written = "\n".join(line.strip() for line in text(duty.task["timeText"]).split("\n") if line.strip())
        due = self.standings[duty.key].due
        return written if not due or written == vn_day(due) else f"{written}\nHạn: {vn_day(due)}".strip()

    def last_words(self, duty):
        last = self.last_answer(duty)
        if not last or not (last.status or last.result):
            return ""
        return "\n".join(part for part in (f"{CHOICES[last.state]} {vn_day(last.day) if last.day else ''}".strip(), text(last.result)) if part)

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
        return dataclasses.replace(content or Dropped("", "", None, "", ""), file=file, agency=drop.agency, saved=drop.saved, state=drop.state, hash=hashlib.sha256(path.read_bytes()).hexdigest())

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
            {name: drop.sheets.get(name, name) for name in (TASKS, FIGURES, NARRATIVE)})

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
