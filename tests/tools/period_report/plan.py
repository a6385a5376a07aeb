"""Which files are dropped in each period, when each was saved, what is done to it, and what should become of it."""

from __future__ import annotations

import dataclasses
import datetime

ACCEPTED, REPLACED, DUPLICATE, REFUSED, EXCLUDED, AFTER_CLOSING = "Accepted", "Replaced", "Duplicate", "Refused", "Excluded", "AfterClosing"


def at(month, day, hour=3, year=2026):
    """UTC."""
    return datetime.datetime(year, month, day, hour, 30)


# Where two versions of one report count against each other, they were saved long ago by any clock: a time that is still to come is believed of no file.
FIRST_SAVED, THEN_SAVED, LAST_SAVED = at(12, 16, 3, 2025), at(12, 17, 18, 2025), at(12, 18, 3, 2025)


@dataclasses.dataclass
class Drop:
    """One file to drop."""
    agency: str
    saved: datetime.datetime
    state: str = ACCEPTED
    #: None: as the form is called.
    name: str | None = None
    #: What happened to the rows: reversed, key left behind, own row, rows deleted, copied into a new workbook.
    rows: str = ""
    #: How days are typed: date, words, serial.
    days: str = "date"
    #: New names of the sheets for tasks, figures, narrative.
    sheets: dict = dataclasses.field(default_factory=dict)
    #: Which of an agency's different answers this file holds.
    edition: str = ""
    #: Instead of a filled form: another file, as is.
    instead: str = ""


FIRST_QUARTER = {
    # Not handed in: TTT, X-NUI-TUONG.
    "late": ["SCT", "X-BAI-BOI"],
    "drops": [
        Drop("SYT", FIRST_SAVED, REPLACED, "SYT - Sở Y tế.xlsx", edition="nháp"),
        Drop("SYT", LAST_SAVED, ACCEPTED, "SYT - Sở Y tế (bản 2).xlsx"),
        Drop("STC", FIRST_SAVED, REFUSED, instead="no day"),
        Drop("STC", LAST_SAVED, ACCEPTED, "STC/Báo cáo sửa lại.xlsx", days="words"),
        Drop("X-HO-XANH", at(3, 17), REFUSED, instead="no day"),
        Drop("SNV", at(3, 16), rows="reversed"),
        Drop("STP", at(3, 16), rows="own row", sheets={"Nhiệm vụ": "NV quý I", "Chỉ tiêu": "So lieu"}),
        Drop("VPUB", at(3, 16), days="serial"),
        Drop("X-SUOI-MO", at(3, 16), rows="rows deleted", name="X-SUOI-MO/báo cáo.xlsx"),
    ],
    "left_out": ["TTT", "X-NUI-TUONG"],
}
LATE_FOR_FIRST_QUARTER = Drop("TTT", at(4, 2), AFTER_CLOSING)
HALF_YEAR = {
    "late": ["SGDDT", "X-LUA-VANG"],
    "drops": [
        Drop("VPUB", FIRST_SAVED, ACCEPTED, "VPUB - Văn phòng UBND tỉnh.xlsx"),
        Drop("VPUB", FIRST_SAVED, DUPLICATE, "VPUB/gửi lại.xlsx", instead="same"),
        Drop("SYT", FIRST_SAVED, REPLACED, "SYT - Sở Y tế.xlsx", edition="một"),
        Drop("SYT", THEN_SAVED, REPLACED, "SYT - Sở Y tế (bản 2).xlsx", edition="hai"),
        Drop("SYT", LAST_SAVED, ACCEPTED, "SYT - bản cuối.xlsx", days="words", rows="reversed"),
        Drop("SXD", FIRST_SAVED, ACCEPTED, "SXD - Sở Xây dựng.xlsx", rows="rows deleted"),
        Drop("SXD", LAST_SAVED, EXCLUDED, "SXD - gửi nhầm.xlsx", edition="nhầm"),
        Drop("SNV", at(6, 12), rows="own row", sheets={"Nhiệm vụ": "K'quả 6 tháng", "Chỉ tiêu": "Số liệu", "Thuyết minh": "Lời văn"}),
        Drop("STP", at(6, 11), name="STP - báo cáo 100% & phụ lục #1.xlsx", rows="reversed"),
        Drop("BQLKCN", at(6, 12), rows="key left behind"),
        Drop("SCT", at(6, 12), rows="copied", name="SCT - chép sang tệp mới.xlsx"),
        Drop("X-DONG-SEN", at(6, 12), name="X-DONG-SEN/NFD báo cáo.xlsx", days="serial"),
        Drop("X-HO-XANH", at(6, 13), days="words"),
        Drop("SGDDT", at(6, 10), REFUSED, "SGDDT - báo cáo.xlsx", instead="other agency"),
        Drop("SNNMT", at(6, 12), REFUSED, instead="negative count"),
        Drop("TTT", at(6, 12), REFUSED, instead="last period"),
        Drop("P-TAN-MAU", at(6, 12), REFUSED, "P-TAN-MAU/danh sách khách mời.xlsx", instead="guest list"),
        Drop("X-SUOI-MO", at(1, 5), REFUSED, "X-SUOI-MO/báo cáo.xlsx", instead="no workbook"),
        Drop("", at(1, 6), REFUSED, "ảnh chụp màn hình.xlsx", instead="guest list"),
    ],
    "left_out": ["SNNMT", "X-CAU-DA", "TTT", "P-TAN-MAU", "X-SUOI-MO"],
}


def drops(period, owing):
    """Every file of the period in no order; an agency of which nothing special is told hands in its form, in time or late."""
    chosen = {"2026-Q1": FIRST_QUARTER, "2026-6T": HALF_YEAR}[period.code]
    told = {drop.agency for drop in chosen["drops"] if drop.state == ACCEPTED} | set(chosen["left_out"]) | {drop.agency for drop in chosen["drops"] if drop.instead == "no day"}
    in_time, late = (at(3, 18), at(3, 23)) if period.code == "2026-Q1" else (at(6, 19), at(6, 23, 18))
    return [*chosen["drops"], *(Drop(agency.code, late if agency.code in chosen["late"] else in_time) for agency in owing if agency.code not in told)]
