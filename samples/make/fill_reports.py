#!/usr/bin/python3
"""Fills report forms of the sample province as its agencies would, into ../tinh-mau/bao-cao: quý I from everybody, 6 tháng from some, with every kind of mistake.

    /usr/bin/python3 samples/make/fill_reports.py FORMS      # the folder bieu-mau that `cchc demo` wrote
"""
import datetime
import hashlib
import pathlib
import shutil
import sys

import openpyxl

import office

HERE = pathlib.Path(__file__).resolve().parent
REPORTS = HERE.parent / "tinh-mau" / "bao-cao"
DONE, GOING, OPEN = "Hoàn thành", "Đang thực hiện", "Chưa thực hiện"
LATE_Q1 = ["SCT", "X-BAI-BOI"]
SIX_MONTHS = ["VPUB", "SNV", "STP", "STC", "SXD", "SYT", "SGDDT", "TTT", "P-HOA-MAU", "P-TAN-MAU", "X-SUOI-MO"]
NARRATIVE = [
    "Đã ban hành kế hoạch triển khai và họp giao ban hằng tháng để kiểm điểm tiến độ.",
    "Rút ngắn thời gian trả kết quả tại bộ phận một cửa; tăng số hồ sơ nộp trực tuyến.",
    "Một số nhiệm vụ chậm do chờ văn bản hướng dẫn; nhân lực tin học còn thiếu.",
    "Tập trung hoàn thành các nhiệm vụ đến hạn trong kỳ tới; đề nghị sớm tổ chức tập huấn.",
]


class Form:
    """A form being filled: cells are found by the words of their headings, as a person finds them."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.tasks, self.figures, self.words = self.book["Nhiệm vụ"], self.book["Chỉ tiêu"], self.book["Thuyết minh"]
        self.seed = 0
        self.task_head, self.task_columns = self.headings(self.tasks, "Nhiệm vụ", "Kết quả thực hiện")
        self.figure_head, self.figure_columns = self.headings(self.figures, "Mã", "Kỳ này")

    @staticmethod
    def headings(sheet, *wanted):
        for row in sheet.iter_rows(min_row=1, max_row=20):
            columns = {str(cell.value).strip(): cell.column for cell in row if cell.value is not None}
            if all(name in columns for name in wanted):
                return row[0].row, columns
        raise SystemExit(f"{sheet.title}: no heading row")

    def task_rows(self):
        keys = self.task_columns["Mã dòng"]
        return [row for row in range(self.task_head + 1, self.tasks.max_row + 1) if not str(self.tasks.cell(row, keys).value or "PS-").startswith("PS-")]

    def figure_rows(self):
        return {self.figures.cell(row, self.figure_columns["Mã"]).value: row
                for row in range(self.figure_head + 1, self.figures.max_row + 1) if self.figures.cell(row, self.figure_columns["Mã"]).value}

    def task(self, row, column):
        return self.tasks.cell(row, self.task_columns[column])

    def figure(self, code):
        return self.figures.cell(self.figure_rows()[code], self.figure_columns["Kỳ này"])

    def number(self, *words):
        return int(hashlib.sha256(" ".join(words).encode()).hexdigest()[:8], 16)

    def fill(self, agency, period, day):
        for place, row in enumerate(self.task_rows()):
            chance = self.number(agency, str(self.task(row, "Mã dòng").value)) % 10
            given = self.task(row, "Tình trạng").value
            status = given or (GOING if chance < 7 else OPEN)
            self.task(row, "Tình trạng").value = status
            if status == DONE:
                self.task(row, "Kết quả thực hiện").value = "Đã hoàn thành, sản phẩm đã được cấp có thẩm quyền thông qua."
                if self.task(row, "Ngày hoàn thành").value is None:
                    self.task(row, "Ngày hoàn thành").value = day - datetime.timedelta(days=5 + place % 20)
                self.task(row, "Số, ký hiệu văn bản").value = f"{20 + chance * 7}/BC-{agency}"
            elif status == GOING:
                self.task(row, "Kết quả thực hiện").value = f"Đã thực hiện khoảng {30 + chance * 6}% khối lượng công việc."
            if status == OPEN:
                self.task(row, "Khó khăn, kiến nghị").value = "Chưa bố trí được kinh phí; đề nghị cấp bổ sung."
        self.fill_figures(agency, period)
        self.fill_words()

    def fill_figures(self, agency, period):
        rows = self.figure_rows()
        received = 200 + self.number(agency, period, "hồ sơ") % 900
        online = received * (55 + self.number(agency, period, "trực tuyến") % 40) // 100
        values = {"CT03": received, "CT04": online, "CT05": received - self.number(agency, period, "trễ") % 12,
                  "CT10": 80 + self.number(agency, period, "hài lòng") % 190 / 10, "CT11": 15 + self.number(agency, period, "chờ") % 60}
        for code, row in rows.items():
            cell = self.figures.cell(row, self.figure_columns["Kỳ này"])
            if not (isinstance(cell.value, str) and cell.value.startswith("=")):
                cell.value = values.get(code, self.number(agency, period, code) % 25)

    def fill_words(self):
        answers = iter(NARRATIVE)
        for row in range(1, self.words.max_row + 1):
            heading = str(self.words.cell(row, 1).value or "")
            if heading.startswith(("I. ", "II. ", "III. ", "IV. ")):
                self.words.cell(row + 1, 1).value = next(answers)

    def save(self, path, saved):
        office.save(self.book, path, saved)


def at(month, day, hour=3, minute=0):
    return datetime.datetime(2026, month, day, hour, minute)


def agency_of(path):
    return path.name.split(" - ")[0]


def first_quarter(forms):
    for path in sorted(forms.glob("2026-Q1/*.xlsx")):
        agency, form = agency_of(path), Form(path)
        form.fill(agency, "2026-Q1", datetime.datetime(2026, 3, 13))
        form.save(REPORTS / "2026-Q1" / path.name, at(3, 24) if agency in LATE_Q1 else at(3, 16 + len(agency) % 4))


def six_months(forms):
    paths = {agency_of(path): path for path in sorted(forms.glob("2026-6T/*.xlsx"))}
    folder = REPORTS / "2026-6T"
    filled = {}
    for agency in SIX_MONTHS:
        filled[agency] = Form(paths[agency])
        filled[agency].fill(agency, "2026-6T", datetime.datetime(2026, 6, 12))
    for agency in ["VPUB", "SNV", "SYT", "P-HOA-MAU"]:
        filled[agency].save(folder / paths[agency].name, at(6, 12))

    # A second version, dropped beside the first; and the same content under another name.
    second = filled["SYT"]
    second.figure("CT01").value = 31
    second.save(folder / "SYT - Sở Y tế (bản 2).xlsx", at(6, 12, 9))
    shutil.copyfile(folder / paths["VPUB"].name, folder / "VPUB - gửi lại.xlsx")

    # Warnings only: numbers typed as text, a sheet renamed, a row of the agency's own.
    form = filled["STP"]
    form.figure("CT01").value, form.figure("CT02").value = "1.234", "không"
    form.figures.title = "So lieu"
    row = form.tasks.max_row + 1
    form.tasks.cell(row, form.task_columns["Nhiệm vụ"]).value = "Tổ chức hội thi tìm hiểu pháp luật cho học sinh"
    form.tasks.cell(row, form.task_columns["Kết quả thực hiện"]).value = "Đã tổ chức vòng sơ khảo"
    form.save(folder / paths["STP"].name, at(6, 12, 4))

    # Errors: done without a day, a status nobody knows, an impossible day, words in place of a number, a negative count.
    form = filled["STC"]
    rows = form.task_rows()
    form.task(rows[0], "Tình trạng").value, form.task(rows[0], "Ngày hoàn thành").value = DONE, None
    form.task(rows[1], "Tình trạng").value = "Sắp xong rồi"
    form.task(rows[2], "Tình trạng").value, form.task(rows[2], "Ngày hoàn thành").value = DONE, "31/02/2026"
    form.figure("CT08").value, form.figure("CT03").value = "khoảng hai mươi", -5
    form.save(folder / paths["STC"].name, at(6, 12, 5))

    # Wrong files: another agency's, last period's, an empty form, no form at all, no workbook at all.
    filled["SXD"].save(folder / "SGDDT - báo cáo.xlsx", at(6, 12, 6))
    shutil.copyfile(REPORTS / "2026-Q1" / paths["TTT"].name, folder / paths["TTT"].name)
    Form(paths["SGDDT"]).save(folder / paths["SGDDT"].name, at(6, 12, 6))
    book = office.new_book("Danh sách khách mời")
    sheet = office.new_sheet(book, "Khách mời", [8, 40])
    office.header(sheet, 1, ["STT", "Họ tên"])
    office.table_row(sheet, 2, ["1", "Nguyễn Văn A"])
    office.save(book, folder / "P-TAN-MAU" / "danh-sach-khach-moi.xlsx", at(6, 12, 7))
    (folder / "X-SUOI-MO").mkdir(parents=True, exist_ok=True)
    (folder / "X-SUOI-MO" / "báo cáo.xlsx").write_text("Số liệu gửi sau\n", encoding="utf-8")


def main():
    forms = pathlib.Path(sys.argv[1])
    shutil.rmtree(REPORTS, ignore_errors=True)
    first_quarter(forms)
    six_months(forms)
    print(f"{REPORTS}: {len(list(REPORTS.rglob('*.xlsx')))} files")


if __name__ == "__main__":
    main()
