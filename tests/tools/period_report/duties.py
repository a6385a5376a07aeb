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
    #: One of the seven groups a summary counts.
    group: str
    due: datetime.date | None = None
    days: int | None = None
    #: Whose word decides: the agency's report, else the register.
    is_reported: bool = False
    is_done: bool = False
    #: The day a reader is shown, where it is not the due day.
    other_day: datetime.date | None = None

    @property
    def shown(self):
        return self.other_day or self.due


@dataclasses.dataclass(frozen=True)
class Said:
    """What an agency's report says of a duty: done on a day or on none, or not done; the day it was handed in, and the last day it speaks for."""
    is_done: bool
    day: datetime.date | None
    on: datetime.date
    through: datetime.date
    is_under_way: bool = False
    period: str = ""


DONE_GROUPS = {"in time": ("Hoàn thành đúng hạn", "Đúng hạn"), "late": ("Hoàn thành trễ hạn", "Trễ hạn"), "undated": ("Đã xong, chưa rõ ngày",) * 2}


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


def begins(task):
    """A month before the plan's year, or before an earlier time of the task: nothing of it was done before that."""
    days = [day for milestone in task["milestones"] for day in [date(milestone["start"]) or date(milestone["due"])] if day]
    return min([datetime.date(YEAR, 1, 1), *days]) - datetime.timedelta(days=31)


def usable(day, task, today):
    return day if day and begins(task) <= day <= today else None


def standing(office, duty, today, said):
    """How a duty stands; `said` is what the agency's last counted report says of it, or None."""
    task, milestone, calendar = duty.task, duty.milestone, office.calendar
    completed, is_open_ended = date(task["completedOn"]), milestone["kind"] in OPEN_ENDED
    is_meant = completed and completed > today and not office.register_row(task)["status"]
    is_part = milestone["due"] and not is_open_ended and task["doneThrough"] and milestone["due"] <= task["doneThrough"]
    is_done = (task["status"] == "done" and not is_meant) or is_part
    day = usable(completed, task, today) if is_done else None
    if is_open_ended or said is None:
        return done(calendar, milestone, day, False) if is_done else still_open(calendar, milestone, task, today, said)
    if said.is_done:
        theirs = usable(said.day, task, today)
        # The register's day after the report outdates it; a report without a usable day gives way to a register that has one.
        if is_done and day and (day > said.on or theirs is None):
            return done(calendar, milestone, day, False)
        return done(calendar, milestone, theirs, True)
    is_outdated = day <= said.on if day else completed and completed > today
    if is_done and not is_outdated:
        return done(calendar, milestone, day, False)
    found = still_open(calendar, milestone, task, today, said)
    return dataclasses.replace(found, is_reported=True) if is_done else found


def done(calendar, milestone, day, is_reported):
    due = date(milestone["due"])
    moved = calendar.moved(due) if due and milestone["kind"] not in OPEN_ENDED else None
    if day is None or milestone["kind"] == "unspecified":
        kind = "undated"
    elif moved is None:
        kind = "in time"
    else:
        kind = "late" if day > calendar.moved(date(milestone["altDue"]) or due) else "in time"
    return Standing(*DONE_GROUPS[kind], calendar.moved(due) if due and (moved or kind == "undated") else None, is_reported=is_reported, is_done=True)


def still_open(calendar, milestone, task, today, said):
    kind = milestone["kind"]
    if kind == "continuous":
        return Standing("Thường xuyên", "Khác")
    if kind == "event":
        return Standing("Chờ sự kiện", "Khác")
    if kind == "unspecified":
        return Standing("Chưa xác định thời hạn", "Khác")
    if kind == "recurring":
        return recurring(calendar, milestone, task, today, said)
    return dated(calendar, milestone, today)


def dated(calendar, milestone, today):
    due = date(milestone["due"])
    # "Trước ngày X" warns on the day before and is overdue only after X.
    last = calendar.moved((date(milestone["altDue"]) or due) if today > calendar.moved(due) else due)
    days = calendar.between(today, last)
    other = calendar.moved(due)
    if today > last:
        return Standing("Quá hạn", "Quá hạn", last, days, other_day=other)
    if today == last:
        return Standing("Đến hạn hôm nay", "Sắp đến hạn", last, days, other_day=other)
    group = "Sắp đến hạn" if days <= 7 else "Chưa đến hạn"
    return Standing(group, group, last, days, other_day=other)


def recurring(calendar, milestone, task, today, said):
    days = REGIME[milestone["recurrence"]]
    if milestone["occurrenceDue"]:
        # "Q:19": the 19th of each quarter's last month.
        number = int(milestone["occurrenceDue"][0].removeprefix("Q:"))
        days = [datetime.date(YEAR, month, number) for month in (3, 6, 9, 12)]
    closed = said.through if said and said.is_done else None
    if task["doneThrough"]:
        end = date(task["doneThrough"]) + datetime.timedelta(days=10 if milestone["recurrence"] == "monthly" else 20)
        closed = max(closed, end) if closed else end
    if said and not said.is_done and not said.is_under_way:
        missed = max((day for day in days if day <= said.through), default=None)
        if missed and not (closed and missed <= closed) and calendar.moved(missed) < today:
            return Standing("Quá hạn", "Quá hạn", calendar.moved(missed), calendar.between(today, calendar.moved(missed)))
    due = next((calendar.moved(day) for day in days if calendar.moved(day) >= today and not (closed and day <= closed)), None)
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
