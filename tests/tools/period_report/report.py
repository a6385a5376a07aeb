"""What the period's report must say, worked out from the answers that were dropped: standings, hand-ins, figures."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import re

import duties
import plan
from answers import DONE, GOING, OPEN
from office import text, vn_day
from periods import PERIODS

#: Rows that ask for the very report the regime asks for.
REPORT_ROW = re.compile(r"(?:Thực hiện |Xây dựng |Lập |Gửi )?(?:chế độ )?báo cáo .{0,60}(?:cải cách hành chính|CCHC)", re.IGNORECASE)
OFFICE_TIME = datetime.timedelta(hours=7)
GROUPS = ["Đúng hạn", "Trễ hạn", "Đã xong, chưa rõ ngày", "Quá hạn", "Sắp đến hạn", "Chưa đến hạn", "Khác"]


@dataclasses.dataclass
class Line:
    """A duty with what is known of it."""
    duty: object
    standing: object
    is_reported: bool
    status: str
    result: str
    day: datetime.date | None
    document: str
    difficulty: str
    file: str
    sheet: str
    cell: str
    difficulty_cell: str = ""
    basis: str = ""
    #: Where the difficulty stands.
    difficulty_file: str = ""
    difficulty_sheet: str = ""

    @property
    def source(self):
        return f"{self.file.rsplit('/', 1)[-1]}, {self.sheet}"


@dataclasses.dataclass
class HandIn:
    agency: object
    counted: object
    version: int
    day: datetime.date | None
    days_late: int
    refused: int

    @property
    def state(self):
        return "Chưa gửi" if self.counted is None else "Trễ hạn" if self.days_late else "Đúng hạn"


@dataclasses.dataclass
class Given:
    """One agency's part in a figure."""
    agency: object
    is_given: bool
    value: float | None
    words: str
    places: list
    #: What stands in the first of the places.
    typed: object = None


@dataclasses.dataclass
class Total:
    figure: object
    asked: int
    given: list
    value: float | None
    parts: tuple | None = None

    @property
    def number_given(self):
        return sum(one.is_given for one in self.given)


def handed_in(dropped):
    """When a file counts as handed in, at the office: never later than now."""
    return min(dropped.saved, datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)) + OFFICE_TIME


def said_of(duty, periods):
    """The last period's word stands; one that leaves the status out says nothing, and "không còn thực hiện" is not the agency's to decide."""
    said = None
    for reports, period in periods:
        dropped = reports.get(duty.agency.code) if period else None
        if dropped is None:
            continue
        answer, _ = dropped.tasks.get(duty.key, (None, None))
        day, through = handed_in(dropped).date(), max(period.last_day, period.due)
        if duty.milestone["kind"] == "recurring" and REPORT_ROW.match(duty.task["task"]):
            # Such a row is done by handing the report in, whatever its own line says.
            said = duties.Said(True, day, day, through, period=period.name)
        elif answer and answer.status:
            said = duties.Said(
                answer.state == DONE, answer.day, day, through, is_under_way=answer.state == GOING, period=period.name) if answer.state in (DONE, GOING, OPEN) else None
    return said


class Report:
    def __init__(self, office, period, dropped, before, as_of):
        self.office, self.period, self.as_of, self.dropped = office, period, as_of, dropped
        self.due = office.calendar.moved(period.due)
        self.owing = office.owing(period.issued)
        self.counted = {one.agency: one for one in dropped if one.state == plan.ACCEPTED}
        self.before = before
        self.hand_ins = [self.hand_in(agency) for agency in self.owing]
        found = duties.of_period(office, period)
        self.standings = {duty.key: duties.standing(office, duty, as_of, self.said(duty)) for duty in found}
        self.lines = [self.line(duty) for duty in duties.by_area(found, self.standings)]
        asked = [figure for figure in office.figures if figure.since <= period.last_day]
        self.totals = [self.ratio(figure) if figure.parts else self.total(figure) for figure in asked]

    def said(self, duty):
        return said_of(duty, [(self.before, PERIODS.get(self.period.before)), (self.counted, self.period)])

    def hand_in(self, agency):
        mine = [one for one in self.dropped if one.agency == agency.code]
        valid = [one for one in mine if one.state in (plan.ACCEPTED, plan.REPLACED)]
        refused = sum(one.state == plan.REFUSED for one in mine)
        counted = self.counted.get(agency.code)
        day = min(handed_in(one) for one in valid).date() if counted else None
        late = self.office.calendar.between(self.due, day or self.as_of) if (day or self.as_of) > self.due else 0
        return HandIn(agency, counted, len(valid) if counted else 0, day, late, refused)

    def line(self, duty):
        standing = self.standings[duty.key]
        counted = self.counted.get(duty.agency.code)
        answer, row = counted.tasks.get(duty.key, (None, None)) if counted else (None, None)
        cells = self.office.register_row(duty.task)
        place = duty.task["file"], duty.task["sheet"], cells["time"].coordinate
        is_given = answer is not None and answer.is_given
        earlier = None if is_given else self.said(duty)
        # What the agency called open in the last report is why it is still open, where the register itself says nothing.
        is_told = earlier and not earlier.is_done and not standing.is_done and (duty.milestone["kind"] == "recurring" or not cells["status"])
        if standing.is_done and not standing.is_reported or not is_given and not standing.is_reported and not is_told:
            return Line(
                duty, standing, False, cells["status"], cells["result"], duties.date(duty.task["completedOn"]), "", text(answer.difficulty) if is_given else "", *place,
                f"K{row}" if is_given else "", "sổ theo dõi", counted.file if is_given else "", counted.sheets["Nhiệm vụ"] if is_given else "")
        if not is_given:
            return Line(duty, standing, True, "Hoàn thành" if earlier.is_done else self.earlier_words(duty), "", earlier.day, "", "", *place, "", f"báo cáo {earlier.period}")
        return Line(
            duty, standing, True, " ".join(answer.status.split()), text(answer.result), answer.day, text(answer.document), text(answer.difficulty),
            counted.file, counted.sheets["Nhiệm vụ"], f"G{row}", f"K{row}", "báo cáo", counted.file, counted.sheets["Nhiệm vụ"])

    def earlier_words(self, duty):
        """What the last period's report says of a duty it calls open."""
        answer, _ = self.before[duty.agency.code].tasks[duty.key]
        return "; ".join(words for words in (" ".join(answer.status.split()), text(answer.result)) if words)

    def received(self, figure):
        return [hand_in for hand_in in self.hand_ins if figure.is_asked(hand_in.agency, self.period)]

    def answer(self, hand_in, code):
        """The answer and its place; no place where the agency's file lost the row."""
        answer, row = hand_in.counted.figures[code]
        return answer, [] if row is None else [(hand_in.counted.file, hand_in.counted.sheets["Chỉ tiêu"], f"E{row}")]

    def total(self, figure):
        asked, given = self.received(figure), []
        for hand_in in (one for one in asked if one.counted):
            answer, places = self.answer(hand_in, figure.code)
            is_words = figure.kind == "words"
            given.append(Given(hand_in.agency, answer.value is not None, None if is_words else answer.value, text(answer.value) if is_words and answer.value else answer.note, places, answer.typed))
        values = [one.value for one in given if one.value is not None]
        rules = {"tổng": sum, "trung bình": lambda all: sum(all) / len(all), "lớn nhất": max, "nhỏ nhất": min, "không": lambda _: None, "": lambda _: None}
        return Total(figure, len(asked), given, rules[figure.rule](values) if values else None)

    def ratio(self, figure):
        asked, given, sums = self.received(figure), [], [0, 0]
        for hand_in in (one for one in asked if one.counted):
            (part, above), (whole, below) = (self.answer(hand_in, code) for code in figure.parts)
            is_given = part.value is not None and whole.value is not None
            if is_given:
                sums = [sums[0] + part.value, sums[1] + whole.value]
            given.append(Given(hand_in.agency, is_given, part.value / whole.value if is_given and whole.value else None, "", above + below, (part if above else whole).typed))
        return Total(figure, len(asked), given, sums[0] / sums[1] if sums[1] else None, tuple(sums) if any(one.is_given for one in given) else None)

    @staticmethod
    def counts(lines):
        """Total, the seven groups, and the share in time of what has fallen due."""
        groups = collections.Counter(line.standing.group for line in lines)
        fallen = sum(groups[name] for name in ("Đúng hạn", "Trễ hạn", "Quá hạn"))
        return [len(lines), *(groups[name] for name in GROUPS), groups["Đúng hạn"] / fallen if fallen else None]

    @staticmethod
    def hand_in_counts(hand_ins):
        states = collections.Counter(one.state for one in hand_ins)
        received = states["Đúng hạn"] + states["Trễ hạn"]
        return [len(hand_ins), states["Đúng hạn"], states["Trễ hạn"], states["Chưa gửi"], received / len(hand_ins)]

    @property
    def key_numbers(self):
        """Part, label, unit, value, whether it is a share; what two periods are compared by."""
        tasks = zip(
            ["Tổng số đầu việc", "Hoàn thành đúng hạn", "Hoàn thành trễ hạn", "Đã xong, chưa rõ ngày", "Quá hạn chưa hoàn thành", "Sắp đến hạn", "Chưa đến hạn", "Khác", "Tỷ lệ đúng hạn"], self.counts(self.lines))
        hand_ins = zip(["Số cơ quan phải báo cáo", "Gửi đúng hạn", "Gửi trễ hạn", "Chưa gửi", "Tỷ lệ đã gửi"], self.hand_in_counts(self.hand_ins))
        yield from (("Thực hiện nhiệm vụ", label, "%" if label.startswith("Tỷ lệ") else "đầu việc", value, label.startswith("Tỷ lệ")) for label, value in tasks)
        for label, value in hand_ins:
            unit = {"Số cơ quan phải báo cáo": "cơ quan", "Tỷ lệ đã gửi": "%"}.get(label, "báo cáo")
            yield "Gửi báo cáo", label, unit, value, unit == "%"
        for total in self.totals:
            if total.figure.kind != "words" and total.figure.rule not in ("không", ""):
                yield "Chỉ tiêu", f"{total.figure.code}. {total.figure.name}", total.figure.unit, total.value, total.figure.kind == "rate"

    @staticmethod
    def moment(saved):
        return f"{saved:%H:%M:%S} ngày {vn_day(saved)}"
