"""What the office's own workbooks say, read with openpyxl: directory, days off, figures, the cells of the registers."""

import datetime
import functools
import json
import pathlib
import re
import unicodedata

import openpyxl

DAY = datetime.timedelta(days=1)
AREAS = {
    "the_che": "Cải cách thể chế",
    "tthc": "Cải cách thủ tục hành chính",
    "to_chuc_bo_may": "Cải cách tổ chức bộ máy",
    "cong_vu": "Cải cách chế độ công vụ",
    "tai_chinh_cong": "Cải cách tài chính công",
    "hien_dai_hoa": "Hiện đại hóa hành chính, chính quyền số",
    "chi_dao_dieu_hanh": "Chỉ đạo, điều hành",
    "tuyen_truyen": "Tuyên truyền",
    "khac": "Khác",
}
REPORTING_GROUPS = ["Sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã"]


def text(value):
    """A cell's words: composed letters, plain spaces, none around."""
    words = unicodedata.normalize("NFC", "" if value is None else str(value)).replace("\u00a0", " ").replace("\r\n", "\n")
    return words.strip()


def one_line(value):
    return " ".join(text(value).split())


def vn_day(day):
    return f"{day.day}/{day.month}/{day.year}"


def vn_number(value, decimals=4):
    """1234.5 as "1.234,5"."""
    whole, _, fraction = f"{value:,.{decimals}f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def table(path, sheet=None):
    """The rows below the first one, by its headings."""
    book = openpyxl.load_workbook(path)
    rows = (book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True)
    headings = [one_line(value) for value in next(rows)]
    return [dict(zip(headings, row)) for row in rows if any(value is not None for value in row)]


class Agency:
    def __init__(self, rank, row):
        self.rank, self.code, self.name, self.group = rank, row["Mã"], row["Tên cơ quan"], row["Nhóm"]
        self.focal_point, self.phone = text(row["Đầu mối"]), text(row["Điện thoại"])
        self.emails, self.head_emails = self.split(row["Email"]), self.split(row["Email lãnh đạo"])
        self.first, self.last = row["Hiệu lực từ"], row["Hiệu lực đến"]

    @staticmethod
    def split(value):
        return "\n".join(part for part in re.split(r"[;,\s]+", text(value)) if part)

    def exists_on(self, day):
        return not (self.first and self.first.date() > day) and not (self.last and self.last.date() < day)


class Figure:
    KINDS = {"số nguyên": "whole", "số thập phân": "decimal", "tỷ lệ": "rate", "chữ": "words"}
    FIRST = {"Quý I/2026": datetime.date(2026, 3, 31), "6 tháng năm 2026": datetime.date(2026, 6, 30)}

    def __init__(self, row):
        self.code, self.name, self.unit = row["Mã"], row["Chỉ tiêu"], text(row["Đơn vị"])
        self.kind = self.KINDS[row["Kiểu"]]
        self.rule = text(row["Cách tổng hợp"])
        parts = re.fullmatch(r"tỷ lệ (\w+)/(\w+)", self.rule)
        self.parts = parts and parts.groups()
        self.groups = [group.strip() for group in text(row["Áp dụng cho nhóm"]).split(";") if group.strip()]
        self.since = self.FIRST[row["Từ kỳ"]]
        self.greatest = int(text(row["Lớn nhất"]) or 0) or None

    def is_asked(self, agency, period):
        return self.since <= period.last_day and (not self.groups or agency.group in self.groups)


class Calendar:
    """Working days of the year the office's list covers, and of the December before it, which has no holiday."""

    def __init__(self, path, year):
        self.year = year
        rows = [row for row in table(path) if isinstance(row["Ngày"], datetime.datetime)]
        self.off = {row["Ngày"].date() for row in rows if row["Loại"] == "nghỉ"}
        self.worked = {row["Ngày"].date() for row in rows if row["Loại"] == "làm bù"}

    def is_worked(self, day):
        if day.year != self.year and (day.year, day.month) != (self.year - 1, 12):
            raise ValueError(f"{day} lies outside the year of the list")
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def moved(self, day):
        """A due day off is due on the next working day."""
        while not self.is_worked(day):
            day += DAY
        return day

    def between(self, first, last):
        """Working days after the first up to and with the last; counted back when the last is earlier."""
        if last < first:
            return -self.between(last, first)
        return sum(self.is_worked(first + n * DAY) for n in range(1, (last - first).days + 1))


class Office:
    """A copy of the sample office in a folder, its output beside it."""

    def __init__(self, work):
        self.work = pathlib.Path(work)
        self.shared, self.output = self.work / "chung", self.work / "ra"
        self.agencies = [Agency(rank, row) for rank, row in enumerate(table(self.shared / "danh-ba-co-quan.xlsx", "Danh bạ"))]
        self.by_code = {agency.code: agency for agency in self.agencies}
        self.calendar = Calendar(self.shared / "lich-nghi.xlsx", 2026)
        self.figures = [Figure(row) for row in table(self.shared / "chi-tieu.xlsx", "Chỉ tiêu")]

    def owing(self, day):
        return [agency for agency in self.agencies if agency.group in REPORTING_GROUPS and agency.exists_on(day)]

    @functools.cached_property
    def tasks(self):
        """The tasks as `cchc check --json` lists them; what the words of a time mean is tested elsewhere."""
        lines = (self.work / "check.jsonl").read_text(encoding="utf-8").splitlines()
        return [entry for entry in map(json.loads, lines) if entry["type"] == "task"]

    @functools.cached_property
    def registers(self):
        return {path: openpyxl.load_workbook(self.shared / path) for path in sorted({task["file"] for task in self.tasks})}

    def register_row(self, task):
        """The task's row by its headings, with the place of its time."""
        sheet = self.registers[task["file"]][task["sheet"]]
        heading = next(row for row in sheet.iter_rows(max_row=10) if any(one_line(cell.value) == "Thời gian thực hiện" for cell in row))
        columns = {one_line(cell.value): cell.column for cell in heading if cell.value is not None}
        cells = {name: sheet.cell(task["row"], column) for name, column in columns.items()}
        status = cells.get("Tình trạng") or cells.get("Xong chưa?") or cells.get("Hoàn thành")
        words = "" if status is None or isinstance(status.value, datetime.datetime) else one_line(status.value)
        if "Hoàn thành" in cells:
            # A day alone is no words; where the column is blank the note may say done.
            note = one_line(cells["Ghi chú"].value)
            words = "" if re.fullmatch(r"\d+/\d+(/\d+)?", words) else words or (note if note.startswith("Đã xong") else "")
        return {
            "status": words,
            "result": text(cells["Kết quả"].value) if "Kết quả" in cells else "",
            "time": cells["Thời gian thực hiện"],
        }
