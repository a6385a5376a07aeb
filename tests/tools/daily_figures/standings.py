"""How each task stands with each of its agencies on a day."""

import dataclasses
import datetime

GROUPS = ["Đúng hạn", "Trễ hạn", "Đã xong, chưa rõ ngày", "Quá hạn", "Sắp đến hạn", "Chưa đến hạn", "Khác"]
DUE_SOON = 7


@dataclasses.dataclass
class Line:
    task: object
    agency: str | None
    time: object
    group: str
    overdue: int = 0


class Standings:
    def __init__(self, tasks, directory, reports, working_days, today):
        self.directory, self.reports, self.working_days, self.today = directory, reports, working_days, today
        self.lines = [
            Line(task, agency, task.times[place], *self.of(task, place, self.directory.code.get(agency)))
            for task in tasks for agency in task.leads for place in range(len(task.times))]

    def of(self, task, place, code):
        time, status = task.times[place], task.status
        if status.state == "dropped":
            return "Khác", 0
        said = self.reports.said(code, task, place) if code else None
        if time.kind == "recurring":
            return self.recurring(time, status, said)
        if time.kind == "open":
            return "Khác", 0
        day = self.usable(task, status.day) if status.state == "done" else None
        if said and said.state == "Hoàn thành":
            theirs = self.usable(task, said.day)
            return self.done(time, day if day and (theirs is None or day > said.on) else theirs)
        outdated = said and status.state == "done" and (day <= said.on if day else status.day and status.day > self.today)
        if status.state == "done" and not outdated:
            return self.done(time, day)
        return self.dated(time) if time.due else ("Khác", 0)

    def differs(self, line):
        """The register calls done what the agency's report calls open, and was not done only after it."""
        code = self.directory.code.get(line.agency)
        said = self.reports.said(code, line.task, line.task.times.index(line.time)) if code else None
        if not said or said.state == "Hoàn thành" or line.task.status.state != "done" or line.time.due is None:
            return False
        day = self.usable(line.task, line.task.status.day)
        return not (day and day > said.on)

    def usable(self, task, day):
        return day if day and task.begins <= day <= self.today else None

    def done(self, time, day):
        if day is None or time.due is None:
            return "Đã xong, chưa rõ ngày", 0
        return ("Trễ hạn" if day > self.working_days.moved(time.last or time.due) else "Đúng hạn"), 0

    def dated(self, time):
        left = self.working_days.left(self.today, self.working_days.moved(time.due))
        if self.today > self.working_days.moved(time.last or time.due):
            return "Quá hạn", -self.working_days.left(self.today, self.working_days.moved(time.last or time.due))
        return ("Sắp đến hạn" if left <= DUE_SOON else "Chưa đến hạn"), 0

    def recurring(self, time, status, said):
        closed = status.through and status.through + datetime.timedelta(days=20)
        if said and said.state == "Hoàn thành":
            closed = max(closed or said.through, said.through)
        days = [self.working_days.moved(day) for day in time.days(2026) if not (closed and day <= closed)]
        if said and said.state == "Chưa thực hiện":
            # A report speaks of the last occurrence of its period; of several the first counts.
            spoken = [max((day for day in days if day <= through), default=None) for through in [*said.untouched, said.through]]
            missed = next((day for day in spoken if day and day < self.today), None)
            if missed:
                return "Quá hạn", -self.working_days.left(self.today, missed)
        coming = next((day for day in days if day >= self.today), None)
        return ("Sắp đến hạn" if coming and self.working_days.left(self.today, coming) <= DUE_SOON else "Khác"), 0
