"""Holds the forms that went out against what they must say."""

import duties
from answers import CHOICES, DONE, TaskAnswer
from forms import GIVEN
from office import one_line, text, vn_day
from periods import PERIODS
from report import said_of


class IssuedForms:
    """What the forms of a period must say, worked out from the registers and the last period's reports."""

    def __init__(self, office, period, before, differences):
        self.office, self.period, self.differences = office, period, differences
        #: The last period's counted report of each agency.
        self.before = before
        found = duties.of_period(office, period)
        standings = {duty.key: duties.standing(office, duty, period.issued, self.reported(duty)) for duty in found}
        self.standings = standings
        self.duties = {agency.code: [duty for duty in duties.in_register_order(found, standings) if duty.agency is agency] for agency in office.agencies}

    def reported(self, duty):
        return said_of(duty, [(self.before, PERIODS.get(self.period.before))])

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
            day = duties.usable(completed, task, self.period.issued) or (last and last.day)
            # "Hoàn thành" without a day would be refused when it comes back.
            return TaskAnswer(CHOICES[DONE], DONE, "", day, text(last.document) if last else "") if day else TaskAnswer()
        if last and not (last.state == DONE and not last.day):
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
            area = "" if duty.area == "Khác" else duty.area + "\n"
            self.differences.check(f"{where} row {number}: names its field and its plan", True, text(row["Lĩnh vực, kế hoạch"]).startswith(area) and len(text(row["Lĩnh vực, kế hoạch"])) > len(area))
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
