"""The sample registers and the directory, as far as their layouts need."""

import dataclasses
import datetime
import re
import unicodedata

import openpyxl

import deadlines
import statuses

#: An area by words of a chapter's heading, in the order they are tried.
AREAS = [
    ("đội ngũ cán bộ|công vụ", "Cải cách chế độ công vụ"), ("thể chế", "Cải cách thể chế"), ("thủ tục", "Cải cách thủ tục hành chính"),
    ("tổ chức bộ máy", "Cải cách tổ chức bộ máy"), ("tài chính", "Cải cách tài chính công"), ("chỉ đạo", "Chỉ đạo, điều hành"), ("tuyên truyền", "Tuyên truyền"),
    ("chính quyền số|hiện đại", "Hiện đại hóa hành chính, chính quyền số")]


@dataclasses.dataclass
class Task:
    file: str
    place: str
    area: str
    text: str
    leads: list
    times: list
    status: statuses.Status
    row: dict
    is_struck: bool

    @property
    def time_words(self):
        return plain(self.row["Thời gian thực hiện"])

    @property
    def lead_words(self):
        return [name.strip() for name in plain(lead_cell(self.row)).split(";")]

    @property
    def has_day_column(self):
        return "Ngày hoàn thành" in self.row

    @property
    def written_day(self):
        return self.row.get("Ngày hoàn thành", self.row.get("Hoàn thành"))

    @property
    def mark(self):
        return plain(statuses.first(self.row, "Tình trạng", "Xong chưa?", "Hoàn thành"))

    @property
    def note(self):
        return plain(self.row.get("Ghi chú"))

    @property
    def begins(self):
        """Nothing of it was done more than a month before the year or its own beginning."""
        return min([datetime.date(statuses.YEAR, 1, 1), *(time.start or time.due for time in self.times if time.due)]) - datetime.timedelta(days=31)


def plain(value):
    return " ".join(unicodedata.normalize("NFC", str(value or "")).split())


def area_of(words):
    return next((area for pattern, area in AREAS if re.search(pattern, words, re.IGNORECASE)), "Khác")


class Directory:
    def __init__(self, path):
        rows = list(openpyxl.load_workbook(path)["Danh bạ"].iter_rows(min_row=2, values_only=True))
        self.names = {row[0]: row[1] for row in rows}
        self.successor = {row[0]: row[10] for row in rows if row[9]}
        self.code = {plain(name): row[0] for row in rows for name in [row[1], *str(row[2] or "").split(";")] if plain(name)}
        self.groups = {group: [row[0] for row in rows if row[3] == group and not row[9]] for group in ("Sở, ban, ngành", "UBND cấp xã")}

    def leads(self, cell):
        """Names of the agencies a cell gives the lead to; None stands for nobody named."""
        words = plain(str(cell or "").split("\n- Cơ quan ")[0])
        words = re.sub(r"^- Cơ quan thực hiện: ", "", words).rstrip(".").split(" chủ trì, ")[0]
        found = [name for part in words.split(";") for name in self.resolved(part.strip(" -."))]
        return found or [None]

    def resolved(self, name):
        if re.match(r"các sở, ban, ngành", name, re.IGNORECASE):
            return [self.names[code] for code in self.groups["Sở, ban, ngành"]]
        if name == "UBND cấp xã":
            return [self.names[code] for code in self.groups["UBND cấp xã"]]
        code = self.code.get(name)
        return [self.names[self.successor.get(code, code)] if code else name] if name else []


def read(folder, directory):
    return [task for path in sorted(folder.glob("so-theo-doi/**/*.xlsx")) for sheet in openpyxl.load_workbook(path) for task in of_sheet(path, sheet, directory)]


def of_sheet(path, sheet, directory):
    top = next(row[0].row for row in sheet.iter_rows(max_row=10) if any(plain(cell.value) == "Thời gian thực hiện" for cell in row))
    headings = {plain(cell.value): cell.column for cell in sheet[top] if cell.value is not None}
    task_heading = next(name for name in ("Nhiệm vụ cụ thể", "Nội dung nhiệm vụ", "Nhiệm vụ") if name in headings)
    typed = [sheet.cell(row, headings["Ngày hoàn thành"]).value for row in range(top + 1, sheet.max_row + 1)] if "Ngày hoàn thành" in headings else []
    lost = any(isinstance(value, str) and int(value.split("/")[1]) > 12 for value in typed)
    area = area_of(plain(sheet["A1"].value).split(" - ")[0]) if sheet.title.startswith("PL") else "Khác"
    for number in range(top + 1, sheet.max_row + 1):
        row = {name: sheet.cell(number, column).value for name, column in headings.items()}
        if "Nhiệm vụ chung" in row and row["Nhiệm vụ chung"]:
            area = area_of(row["Nhiệm vụ chung"])
        if isinstance(row.get("STT"), int) or str(row.get("STT") or "").isdigit():
            area = area_of(row[task_heading])
        elif row[task_heading]:
            leads = directory.leads(lead_cell(row))
            text = re.sub(r"^\d+\. ", "", plain(row[task_heading]))
            struck = sheet.cell(number, headings[task_heading]).font.strike
            status = statuses.Status("dropped") if struck else statuses.of_row(row, lost)
            yield Task(path.name, f"{path.name} {sheet.title} {number}", area, text, leads, times(row), status, row, bool(struck))


def lead_cell(row):
    return statuses.first(row, "Cơ quan chủ trì", "Cơ quan chủ trì thực hiện", "Cơ quan thực hiện")


def times(row):
    """A real day in Hạn or Gia hạn đến stands for the words."""
    for name in ("Gia hạn đến", "Hạn"):
        if isinstance(row.get(name), datetime.datetime):
            return [deadlines.Time("day", row[name].date())]
    return deadlines.read(row["Thời gian thực hiện"])
