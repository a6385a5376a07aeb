"""The two periods of the test, by the letter of Nghị định 09/2019/NĐ-CP: figures up to the 14th, sent by the 20th of the last month."""

from __future__ import annotations

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class Period:
    code: str
    name: str
    title: str
    first: datetime.date
    last: datetime.date
    last_day: datetime.date
    due: datetime.date
    #: The day the forms go out, and the day everything is in.
    issued: datetime.date
    collected: datetime.date
    before: str | None = None


def day(month, number, year=2026):
    return datetime.date(year, month, number)


FIRST_QUARTER = Period("2026-Q1", "Quý I/2026", "QUÝ I/2026", day(12, 15, 2025), day(3, 14), day(3, 31), day(3, 20), day(3, 9), day(3, 24))
HALF_YEAR = Period(
    "2026-6T", "6 tháng đầu năm 2026", "6 THÁNG ĐẦU NĂM 2026", day(12, 15, 2025), day(6, 14), day(6, 30), day(6, 20), day(6, 8), day(6, 25), "2026-Q1")
PERIODS = {period.code: period for period in (FIRST_QUARTER, HALF_YEAR)}
YEAR = 2026

#: When recurring duties without a day of their own fall due: the days of the reports they go with.
QUARTERS = [day(3, 20), day(6, 20), day(9, 20), day(12, 20)]
REGIME = {"monthly": [], "quarterly": QUARTERS, "semiannual": [day(6, 20), day(12, 20)], "annual": [day(12, 20)]}
