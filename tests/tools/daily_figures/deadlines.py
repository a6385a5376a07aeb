"""The wordings of time the sample registers use, read by plain patterns."""

import calendar
import dataclasses
import datetime
import re

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
#: A quarter's, half-year's and year's report is due on the 20th of its last month.
DUE_MONTHS = {"tháng": [], "quý": [3, 6, 9, 12], "6 tháng": [6, 12], "năm": [12]}


@dataclasses.dataclass(frozen=True)
class Time:
    #: "day", "recurring", "open" (always or on an event), "unknown".
    kind: str
    due: datetime.date | None = None
    #: The day of "trước ngày X", up to which nothing is late.
    last: datetime.date | None = None
    start: datetime.date | None = None
    every: str = ""
    #: Day of the month a recurring duty names itself.
    on: int = 20

    def days(self, year):
        return [datetime.date(year, month, self.on) for month in DUE_MONTHS[self.every]]


def month_end(month, year):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def span(first, last, year):
    return Time("day", month_end(last, year), None, datetime.date(year, first, 1))


def quarter(word):
    return ROMAN.get(word) or int(word)


def day_before(match):
    last = datetime.date(int(match[3]), int(match[2]), int(match[1]))
    return Time("day", last - datetime.timedelta(days=1), last)


def regular(match):
    return [Time("recurring", every=word.strip().lower()) for word in match[1].split(",")]


PATTERNS = [
    (r"trước (?:ngày )?(\d+)/(\d+)/(\d{4})$", day_before),
    (r"trước (\d+)/(\d{4})$", lambda m: Time("day", datetime.date(int(m[2]), int(m[1]), 1) - datetime.timedelta(days=1))),
    (r"(?:ngày )?(\d+)/(\d+)/(\d{4})$", lambda m: Time("day", datetime.date(int(m[3]), int(m[2]), int(m[1])))),
    (r"từ tháng (\d+) đến tháng (\d+) năm (\d{4})$", lambda m: span(int(m[1]), int(m[2]), int(m[3]))),
    (r"tháng (\d+)(?:/| năm )(\d{4})\b", lambda m: span(int(m[1]), int(m[1]), int(m[2]))),
    (r"từ quý (\w+) đến (?:quý )?(\w+) năm (\d{4})$", lambda m: span(3 * quarter(m[1].upper()) - 2, 3 * quarter(m[2].upper()), int(m[3]))),
    (r"quý (\w+) hoặc quý (\w+) năm (\d{4})$", lambda m: span(3 * quarter(m[1].upper()) - 2, 3 * quarter(m[2].upper()), int(m[3]))),
    (r"(?:chính thức hoạt động vào )?quý (\w+)(?:/| năm )(\d{4})\b", lambda m: span(3 * quarter(m[1].upper()) - 2, 3 * quarter(m[1].upper()), int(m[2]))),
    (r"trong năm (\d{4})$", lambda m: span(1, 12, int(m[1]))),
    (r"định kỳ hàng quý, trước ngày (\d+) tháng cuối quý$", lambda m: Time("recurring", every="quý", on=int(m[1]) - 1)),
    (r"định kỳ (quý, 6 tháng, năm)$", regular),
    (r"(?:định kỳ )?hàng (quý|tháng)(?: hoặc đột xuất.*)?$", regular),
    (r"(?:thường xuyên|ngay sau khi|theo quy định|theo kế hoạch)", lambda m: Time("open")),
]


def read(cell):
    """The milestones of a cell, in its order."""
    found = []
    for part in re.split(r"\n|; ", str(cell or "")):
        words = re.sub(r"^- (?:[^:]*: )?", "", part.strip()).rstrip(".")
        words = re.sub(r"^(?:hoàn thành )?(?:trong )?(?=quý|tháng|trước|hoàn)", "", words, flags=re.IGNORECASE)
        found += one(words)
    return found


def one(words):
    for pattern, meaning in PATTERNS:
        match = re.match(pattern, words, flags=re.IGNORECASE)
        if match:
            try:
                meant = meaning(match)
            except ValueError:
                break
            return meant if isinstance(meant, list) else [meant]
    return [Time("unknown")]
