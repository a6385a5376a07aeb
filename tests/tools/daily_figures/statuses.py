"""What the sample registers' marks of "done" mean."""

import dataclasses
import datetime
import re

YEAR = 2026


@dataclasses.dataclass(frozen=True)
class Status:
    #: "done", "dropped", "open"
    state: str
    day: datetime.date | None = None
    #: The last day a word such as "đã họp quý I" speaks for.
    through: datetime.date | None = None


def of_row(row, day_order_is_lost):
    """`row` by headings."""
    mark = first(row, "Tình trạng", "Xong chưa?", "Hoàn thành")
    day = row.get("Ngày hoàn thành")
    if isinstance(mark, datetime.datetime):
        # A day ahead is a day it is meant for.
        return Status("done", mark.date()) if mark.date() <= datetime.date(YEAR, 6, 15) else Status("open")
    words = str(mark or "").strip()
    if words == "" and "Hoàn thành" in row:
        words = str(row.get("Ghi chú") or "").strip()
        if not words.startswith("Đã xong"):
            return Status("open")
    if words.startswith("Dừng"):
        return Status("dropped")
    if match := re.match(r"đã họp quý (I+)$", words, re.IGNORECASE):
        return Status("open", through=datetime.date(YEAR, 3 * len(match[1]) + 1, 1) - datetime.timedelta(days=1))
    if words.endswith("dự thảo") or not re.match(r"hoàn thành|đã hoàn thành|xong|đã xong|đã ht|100 ?%|x$|\d+/\d+", words, re.IGNORECASE):
        return Status("open")
    if isinstance(day, datetime.datetime):
        return Status("done", day.date())
    if day and not day_order_is_lost:
        number, month, year = map(int, day.split("/"))
        return Status("done", datetime.date(year, month, number))
    match = None if day else re.search(r"(\d+)/(\d+)(?:/(\d{4}))?$", words)
    return Status("done", datetime.date(int(match[3] or YEAR), int(match[2]), int(match[1])) if match else None)


def first(row, *names):
    return next((row[name] for name in names if name in row), None)
