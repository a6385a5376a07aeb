"""Who owes what in a period and how it stands on a day: task × milestone × lead agency."""

from __future__ import annotations

import dataclasses
import datetime

from office import AREAS
from periods import REGIME, YEAR

OPEN_ENDED = ("continuous", "recurring")


@dataclasses.dataclass
class Duty:
    task: dict
    #: Place of the milestone in its task.
    place: int
    milestone: dict
    agency: object
    #: Breaks ties between milestones of one task with one day.
    tie: str

    @property
    def key(self):
        return self.task["key"], self.place, self.agency.code

    @property
    def area(self):
        return AREAS[self.task["area"]]

    @property
    def product(self):
        return self.milestone["label"] if self.milestone["label"] is not None else "\n".join(self.task["products"])


@dataclasses.dataclass(frozen=True)
class Standing:
    words: str
    #: One of the six groups a summary counts.
    group: str
    due: datetime.date | None = None
    days: int | None = None


def date(iso):
    return iso and datetime.date.fromisoformat(iso)


def of_period(office, period):
    """Every duty the period's report speaks of, in no order."""
    found = []
    for task in office.tasks:
        ties = {}
        for place, milestone in enumerate(task["milestones"]):
            kind = milestone["kind"] if milestone["kind"] in ("recurring", "event", "continuous") else "date"
            alike = kind, milestone["due"], milestone["recurrence"]
            ties[alike] = ties.get(alike, 0) + 1
            name = (milestone["recurrence"] or "").capitalize() if kind == "recurring" else "M"
            if belongs(task, milestone, period):
                found += [Duty(task, place, milestone, office.by_code[code], f"{name}{ties[alike]}") for code in task["lead"]]
    return found


def belongs(task, milestone, period):
    if task["status"] == "dropped" or (milestone["start"] and date(milestone["start"]) > period.last_day):
        return False
    if milestone["kind"] in OPEN_ENDED or task["status"] != "done":
        return True
    ended = date(task["completedOn"]) or date(milestone["due"])
    return not (ended and ended < period.first)


def standing(office, duty, today, reported):
    """How a duty stands; `reported` is what the agency's last counted reports say of it: the day it was done or None, in a tuple, or nothing."""
    task, milestone, calendar = duty.task, duty.milestone, office.calendar
    is_done = task["status"] == "done"
    if is_done or (reported and milestone["kind"] not in OPEN_ENDED):
        return done(calendar, milestone, date(task["completedOn"]) if is_done else reported[0], today)
    kind = milestone["kind"]
    if kind == "continuous":
        return Standing("Thường xuyên", "Khác")
    if kind == "event":
        return Standing("Chờ sự kiện", "Khác")
    if kind == "unspecified":
        return Standing("Chưa hiểu thời hạn", "Khác")
    if kind == "recurring":
        return recurring(calendar, milestone, today)
    return dated(calendar, milestone, today)


def done(calendar, milestone, completed, today):
    due = date(milestone["due"])
    if milestone["kind"] in OPEN_ENDED or not due:
        return Standing("Hoàn thành đúng hạn", "Đúng hạn")
    last = calendar.moved(date(milestone["altDue"]) or due)
    is_late = completed is not None and last < completed <= today
    return Standing(*("Hoàn thành trễ hạn", "Trễ hạn") if is_late else ("Hoàn thành đúng hạn", "Đúng hạn"), calendar.moved(due))


def dated(calendar, milestone, today):
    due = date(milestone["due"])
    # "Trước ngày X" warns on the day before and is overdue only after X.
    last = calendar.moved((date(milestone["altDue"]) or due) if today > calendar.moved(due) else due)
    days = calendar.between(today, last)
    if today > last:
        return Standing("Quá hạn", "Quá hạn", last, days)
    if today == last:
        return Standing("Đến hạn hôm nay", "Sắp đến hạn", last, days)
    group = "Sắp đến hạn" if days <= 7 else "Chưa đến hạn"
    return Standing(group, group, last, days)


def recurring(calendar, milestone, today):
    days = REGIME[milestone["recurrence"]]
    if milestone["occurrenceDue"]:
        # "Q:19": the 19th of each quarter's last month.
        number = int(milestone["occurrenceDue"][0].removeprefix("Q:"))
        days = [datetime.date(YEAR, month, number) for month in (3, 6, 9, 12)]
    due = next((moved for moved in map(calendar.moved, days) if moved >= today), None)
    if due is None:
        return Standing("Định kỳ", "Khác")
    if due == today:
        return Standing("Đến hạn hôm nay", "Sắp đến hạn", due, 0)
    left = calendar.between(today, due)
    return Standing("Định kỳ, sắp đến hạn", "Sắp đến hạn", due, left) if left <= 7 else Standing("Định kỳ", "Khác", due, left)


def in_register_order(duties, standings):
    """As the registers list the tasks, a task's milestones by day, its agencies as in the directory."""
    return sorted(duties, key=lambda duty: (
        duty.task["file"], duty.task["sheet"], duty.task["row"], duty.task["key"], standings[duty.key].due or datetime.date.max, duty.tie, duty.agency.rank))


def by_area(duties, standings):
    areas = list(AREAS)
    return sorted(in_register_order(duties, standings), key=lambda duty: areas.index(duty.task["area"]))
