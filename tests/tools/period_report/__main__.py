"""A second opinion on period reports: fills the forms with openpyxl, works out by itself what must come of it, and compares every cell.

    python3 period_report prepare WORK                        figures of every kind into the office's list
    python3 period_report fill WORK PERIOD                    hold the forms against what they must say, fill them in, drop them
    python3 period_report late WORK PERIOD                    one more report, after the period was closed
    python3 period_report compare WORK PERIOD DAY VERSION     the workbook and the draft of that version, judged on that day ("-chot" for a closing one)
    python3 period_report status WORK PERIOD DAY              what `report status --json` said, in WORK/status.jsonl

WORK holds chung/ (the shared folder), ra/ (the output folder) and check.jsonl. Prints a line for each difference and how many cells were compared.
"""

import datetime
import json
import pickle
import sys

import openpyxl

import draft
import plan
from difference import Differences
from dropping import Dropping
from office import Office
from periods import PERIODS
from report import Report
from workbook import Comparison

MORE_FIGURES = [
    ("CT13", "Tỷ lệ cán bộ, công chức được bồi dưỡng trong kỳ", "%", "tỷ lệ", "trung bình", None, "Quý I/2026"),
    ("CT14", "Thời gian giải quyết trung bình thấp nhất", "giờ", "số thập phân", "nhỏ nhất", "UBND cấp xã", "Quý I/2026"),
    ("CT15", "Mô hình, cách làm mới trong kỳ", None, "chữ", "không", "Sở, ban, ngành; UBND cấp xã", "Quý I/2026"),
    ("CT16", "Năm ban hành quy chế làm việc hiện hành", None, "số nguyên", "không", "Sở, ban, ngành", "6 tháng năm 2026"),
]


class Work:
    def __init__(self, folder, code=None):
        self.office, self.period = Office(folder), PERIODS.get(code)
        self.differences = Differences()

    def prepare(self):
        path = self.office.shared / "chi-tieu.xlsx"
        book = openpyxl.load_workbook(path)
        for row in MORE_FIGURES:
            book["Chỉ tiêu"].append(row)
        book.save(path)

    def fill(self):
        self.keep(self.dropping().drop_all())

    def late(self):
        self.keep([*self.dropped(), self.dropping().drop(plan.LATE_FOR_FIRST_QUARTER)])

    def compare(self, day, version):
        number, _, closing = version.partition("-")
        report = self.report(self.period, datetime.date.fromisoformat(day))
        last = self.report(PERIODS[self.period.before], PERIODS[self.period.before].collected) if self.period.before else None
        folder, name = self.office.output / "tong-hop" / self.period.code, f"{self.period.code}-v{version}"
        Comparison(self.office, report, last, folder / f"tong-hop-{name}.xlsx", self.differences).run(int(number), closing == "chot")
        draft.compare(folder / f"bao-cao-{name}.docx", report, last, self.differences)

    def status(self, day):
        lines = [json.loads(line) for line in (self.office.work / "status.jsonl").read_text(encoding="utf-8").splitlines()]
        report = self.report(self.period, datetime.date.fromisoformat(day), self.dropped())
        names = {"Đúng hạn": "InTime", "Trễ hạn": "Late", "Chưa gửi": "Missing"}
        wanted = {one.agency.code: (names[one.state], one.day and one.day.isoformat(), one.refused) for one in report.hand_ins}
        found = {line["agency"]: (line["state"], line["receivedOn"], line["refusedFiles"]) for line in lines if line["type"] == "handIn"}
        files = {one.file: (one.hash, one.agency, one.state) for one in report.dropped}
        for what, left, right in (
            ("hand-in", wanted, found),
            ("file", files, {line["file"]: (line["hash"], line["agency"], line["state"]) for line in lines if line["type"] == "file"}),
        ):
            for name in sorted({*left, *right}):
                self.differences.compare(f"status: {what} {name}", left.get(name), right.get(name))

    def dropping(self):
        return Dropping(self.office, self.period, self.counted(self.period.before), self.differences)

    def report(self, period, day, dropped=None):
        # What came after the closing is listed nowhere in the closed period's workbook.
        files = dropped or [one for one in self.dropped(period.code) if one.state != plan.AFTER_CLOSING]
        return Report(self.office, period, files, self.counted(period.before), day)

    def counted(self, code):
        return {one.agency: one for one in self.dropped(code) if one.state == plan.ACCEPTED} if code else {}

    def dropped(self, code=None):
        return pickle.loads((self.office.work / f"dropped-{code or self.period.code}").read_bytes())

    def keep(self, dropped):
        (self.office.work / f"dropped-{self.period.code}").write_bytes(pickle.dumps(dropped))


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    command, folder, *rest = sys.argv[1:]
    work = Work(folder, *rest[:1])
    getattr(work, command)(*rest[1:])
    return work.differences.close()


if __name__ == "__main__":
    sys.exit(main())
