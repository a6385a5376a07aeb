#!/usr/bin/python3
"""Writes the shared folder of the sample province (tỉnh Mẫu) and the table of planted mistakes in ../README.md."""
import csv
import itertools
import pathlib

import office

HERE = pathlib.Path(__file__).resolve().parent
PROVINCE = HERE.parent / "tinh-mau"
README = HERE.parent / "README.md"
APPENDIX_TITLES = {"01": "Cải cách thể chế - Sở Tư pháp chịu trách nhiệm chủ trì",
         "02": "Cải cách thủ tục hành chính - Văn phòng UBND tỉnh chịu trách nhiệm chủ trì",
         "03": "Cải cách tổ chức bộ máy hành chính nhà nước - Sở Nội vụ chịu trách nhiệm chủ trì",
         "04": "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức - Sở Nội vụ chịu trách nhiệm chủ trì",
         "05": "Cải cách tài chính công - Sở Tài chính chịu trách nhiệm chủ trì",
         "06": "Hiện đại hóa hành chính - Sở Khoa học và Công nghệ chịu trách nhiệm chủ trì",
         "07": "Công tác chỉ đạo, điều hành, tuyên truyền cải cách hành chính"}


def rows_of(name):
    with open(HERE / "data" / name, encoding="utf-8", newline="") as lines:
        table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        names = next(table)
        for values in table:
            values = [value.replace("\\n", "\n") for value in values]
            yield dict(itertools.zip_longest(names, values, fillvalue=""))


class Planted:
    """The mistakes put into the registers on purpose, with the cell each one landed in."""

    def __init__(self):
        self.lines = []

    def note(self, path, sheet, row, columns, text):
        if text:
            field, _, what = text.partition(": ")
            cell = sheet.cell(row, columns.index(field) + 1).coordinate
            self.add(path, sheet, cell, what)

    def add(self, path, sheet, cell, what):
        self.lines.append(f"| `{path.relative_to(PROVINCE)}` | {sheet.title} | {cell} | {what} |")


def directory():
    book = office.new_book("Danh bạ cơ quan tỉnh Mẫu")
    sheet = office.new_sheet(book, "Danh bạ", [17.5, 27, 27, 15, 29, 35, 17, 16, 12, 12, 25])
    office.header(sheet, 1, ["Mã", "Tên cơ quan", "Tên gọi khác", "Nhóm", "Email", "Email lãnh đạo", "Đầu mối", "Điện thoại",
                             "Hiệu lực từ", "Hiệu lực đến", "Kế thừa bởi"])
    for row, agency in enumerate(rows_of("co-quan.tsv"), start=2):
        mailbox = f"{agency['code'].lower()}@tinh-mau.example"
        phone = f"(0200) 3000 {row - 1:03}"
        values = [agency["code"], agency["name"], agency["other_names"], agency["group"], mailbox, "lanhdao." + mailbox,
                  agency["focal_point"], phone, agency["from"], agency["to"], agency["successors"]]
        if agency["to"]:
            values[4:8] = ["", "", "", ""]
        office.table_row(sheet, row, values)
    sheet.auto_filter.ref = sheet.dimensions
    office.save(book, PROVINCE / "danh-ba-co-quan.xlsx")


def holidays():
    book = office.new_book("Lịch nghỉ 2026")
    sheet = office.new_sheet(book, "Lịch nghỉ", [16, 14, 62])
    office.header(sheet, 1, ["Ngày", "Loại", "Ghi chú"])
    for row, day in enumerate(rows_of("lich-nghi.tsv"), start=2):
        office.table_row(sheet, row, [day["day"], day["kind"], day["note"]], centred=(2,))
    notes = office.new_sheet(book, "Lưu ý", [92])
    office.title(notes, 1, "LƯU Ý KHI DÙNG LỊCH NGHỈ", 1)
    for row, text in enumerate([
            "Các ngày trong tệp này dùng cho dữ liệu mẫu. Trước khi dùng thật, đối chiếu từng ngày với thông báo nghỉ lễ, tết và hoán đổi ngày làm việc của năm đó.",
            "Thứ Bảy, Chủ nhật đã là ngày nghỉ, không cần ghi. Thứ Bảy phải đi làm thì ghi Loại là “làm bù”.",
            "Từ tháng 10 hằng năm, ghi thêm các ngày nghỉ của năm sau."], start=3):
        office.table_row(notes, row, [text])
    office.save(book, PROVINCE / "lich-nghi.xlsx")


def indicators():
    book = office.new_book("Chỉ tiêu báo cáo cải cách hành chính năm 2026")
    sheet = office.new_sheet(book, "Chỉ tiêu", [9, 58, 18, 15, 22, 28, 18, 11, 11])
    office.header(sheet, 1, ["Mã", "Chỉ tiêu", "Đơn vị", "Kiểu", "Cách tổng hợp", "Áp dụng cho nhóm", "Từ kỳ", "Nhỏ nhất", "Lớn nhất"])
    for row, line in enumerate(rows_of("chi-tieu.tsv"), start=2):
        office.table_row(sheet, row, list(line.values()), centred=(1, 3, 4, 5))
    office.save(book, PROVINCE / "chi-tieu.xlsx")


def reform_plan(planted):
    """One table, the area merged downwards in the first column (as Sóc Trăng writes it)."""
    path = PROVINCE / "so-theo-doi" / "ke-hoach-cchc-2026.xlsx"
    columns = ["area", "task", "products", "lead", "support", "time", "status", "done", "result"]
    book = office.new_book("Kế hoạch cải cách hành chính tỉnh Mẫu năm 2026")
    sheet = office.new_sheet(book, "Phân công nhiệm vụ", [14, 40, 23, 20, 25, 20, 14.5, 13.5, 19])
    office.title(sheet, 1, "PHỤ LỤC", len(columns))
    office.title(sheet, 2, "PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TỈNH MẪU NĂM 2026", len(columns))
    office.title(sheet, 3, "(Kèm theo Kế hoạch số 215/KH-UBND ngày 19/12/2025 của Ủy ban nhân dân tỉnh Mẫu)", len(columns), bold=False, italic=True)
    office.header(sheet, 5, ["Nhiệm vụ chung", "Nhiệm vụ cụ thể", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện",
                             "Tình trạng", "Ngày hoàn thành", "Kết quả"])
    row = 6
    for area, tasks in itertools.groupby(rows_of("ke-hoach-cchc.tsv"), key=lambda task: task["area"]):
        first = row
        for task in tasks:
            values = [task[column] for column in columns]
            values[0] = area if row == first else ""
            office.table_row(sheet, row, values, centred=(7,), strike=task["style"] == "strike")
            planted.note(path, sheet, row, columns, task["planted"])
            row += 1
        office.merge_down(sheet, 1, first, row - 1)
    office.save(book, path)


def appendices(planted):
    """Seven sheets, each an area with its own lead; the agencies of a task stand as labelled lines in one cell (as Thanh Hóa writes it)."""
    path = PROVINCE / "so-theo-doi" / "phu-luc-nhiem-vu-2026.xlsx"
    columns = ["number", "task", "products", "lead", "time", "status", "done", "note"]
    headings = ["TT", "Nhiệm vụ cụ thể", "Sản phẩm", "Cơ quan thực hiện", "Thời gian thực hiện", "Tình trạng", "Ngày hoàn thành", "Ghi chú"]
    book = office.new_book("Nhiệm vụ nâng cao Chỉ số cải cách hành chính tỉnh Mẫu năm 2026")
    for code, tasks in itertools.groupby(rows_of("phu-luc.tsv"), key=lambda task: task["sheet"]):
        sheet = office.new_sheet(book, "PL" + code, [6, 42, 27, 40, 31, 14.5, 13.5, 20])
        office.title(sheet, 1, f"Phụ lục số {code}: {APPENDIX_TITLES[code]}", len(columns))
        office.title(sheet, 2, "(Kèm theo Quyết định số 3105/QĐ-UBND ngày 28/11/2025 của Chủ tịch UBND tỉnh Mẫu) - Năm 2026", len(columns), bold=False, italic=True)
        unusual = code == "05"
        office.header(sheet, 4, [("Xong chưa?" if unusual and name == "Tình trạng" else name) for name in headings])
        if unusual:
            planted.add(path, sheet, "F4", "status column headed in unusual words: “Xong chưa?”")
        for row, task in enumerate(tasks, start=5):
            office.table_row(sheet, row, [task[column] for column in columns], centred=(1, 6))
            planted.note(path, sheet, row, columns, task["planted"])
    office.save(book, path)


def digital_plan(planted):
    """Section heading rows with tasks a) b) c) under them (as Quảng Ngãi writes it), with real dates in Hạn and Gia hạn đến."""
    path = PROVINCE / "so-theo-doi" / "chuyen-doi-so" / "chinh-quyen-so-2026.xlsx"
    columns = ["number", "task", "lead", "support", "products", "time", "due", "extended", "status", "done", "note"]
    book = office.new_book("Kế hoạch chính quyền số và Đề án 06 tỉnh Mẫu năm 2026")
    sheet = office.new_sheet(book, "Kế hoạch 2026", [6, 38, 25, 25, 22, 22, 13, 13, 14.5, 13.5, 21])
    office.title(sheet, 1, "KẾ HOẠCH CHÍNH QUYỀN SỐ VÀ THỰC HIỆN ĐỀ ÁN 06 TỈNH MẪU NĂM 2026", len(columns))
    office.title(sheet, 2, "(Ban hành kèm theo Quyết định số 3290/QĐ-UBND ngày 30/12/2025 của Chủ tịch UBND tỉnh Mẫu)", len(columns), bold=False, italic=True)
    office.header(sheet, 4, ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì thực hiện", "Cơ quan phối hợp", "Sản phẩm", "Thời gian thực hiện",
                             "Hạn", "Gia hạn đến", "Tình trạng", "Ngày hoàn thành", "Ghi chú"])
    row = 5
    for number, (heading, tasks) in enumerate(itertools.groupby(rows_of("chinh-quyen-so.tsv"), key=lambda task: task["section"]), start=1):
        office.section(sheet, row, str(number), heading, len(columns))
        for row, task in enumerate(tasks, start=row + 1):
            office.table_row(sheet, row, [task[column] for column in columns], centred=(1, 7, 9, 10))
            planted.note(path, sheet, row, columns, task["planted"])
        row += 1
    office.save(book, path)


def follow_up(planted):
    """A list an officer keeps beside the plans: what is done stands under “Hoàn thành” or “Ghi chú”, the way people write it."""
    path = PROVINCE / "so-theo-doi" / "theo-doi-2026.xlsx"
    columns = ["number", "task", "products", "lead", "time", "done", "note"]
    book = office.new_book("Danh sách việc theo dõi thêm năm 2026")
    sheet = office.new_sheet(book, "Theo dõi", [6, 44, 24, 30, 24, 24, 26])
    office.title(sheet, 1, "DANH SÁCH VIỆC CẢI CÁCH HÀNH CHÍNH THEO DÕI THÊM NĂM 2026", len(columns))
    office.header(sheet, 3, ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian thực hiện", "Hoàn thành", "Ghi chú"])
    for row, task in enumerate(rows_of("theo-doi.tsv"), start=4):
        office.table_row(sheet, row, [task[column] for column in columns], centred=(1, 6))
        planted.note(path, sheet, row, columns, task["planted"])
    office.save(book, path)


def main():
    planted = Planted()
    directory()
    holidays()
    indicators()
    reform_plan(planted)
    appendices(planted)
    digital_plan(planted)
    follow_up(planted)
    table = "\n".join(["| file | sheet | cell | what is wrong |", "|---|---|---|---|", *planted.lines])
    before, _, rest = README.read_text(encoding="utf-8").partition("<!-- planted -->\n")
    _, _, after = rest.partition("<!-- /planted -->\n")
    README.write_text(f"{before}<!-- planted -->\n{table}\n<!-- /planted -->\n{after}", encoding="utf-8")
    print(f"{PROVINCE}: {len(planted.lines)} planted mistakes")


if __name__ == "__main__":
    main()
