"""Working days by the office's list of days off."""

import datetime

import openpyxl

DAY = datetime.timedelta(days=1)


class WorkingDays:
    def __init__(self, path):
        rows = [row for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True) if isinstance(row[0], datetime.datetime)]
        self.kinds = {row[0].date(): row[1] for row in rows}

    def is_worked(self, day):
        return self.kinds.get(day) == "làm bù" or (day.weekday() < 5 and self.kinds.get(day) != "nghỉ")

    def moved(self, day):
        """What falls due on a day off is due on the next working day."""
        while not self.is_worked(day):
            day += DAY
        return day

    def left(self, today, due):
        """Working days from today, which does not count, to the due day, which does; below nought when it has passed."""
        first, last, sign = (today, due, 1) if today <= due else (due, today, -1)
        return sign * sum(self.is_worked(first + n * DAY) for n in range(1, (last - first).days + 1))
