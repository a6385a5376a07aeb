"""Makes the office of a whole country (office FOLDER COMMUNES TASKS), its forms filled (fill FOLDER), and says what a folder takes (size FOLDER); used by scripts/country."""
import pathlib
import random
import sys
import zipfile
from xml.sax.saxutils import escape

import openpyxl

TIMES = ["Quý I/2026", "Quý II/2026", "Quý III/2026", "Trước 20/6/2026", "Tháng 6/2026", "Trước 30/11/2026", "Thường xuyên trong năm", "Hằng quý", "Chậm nhất ngày 22/6/2026", "Năm 2026"]
VERBS = ["Rà soát, chuẩn hóa", "Số hóa", "Công khai", "Đơn giản hóa", "Kiểm tra việc thực hiện", "Tập huấn về", "Đánh giá", "Cập nhật"]
THINGS = ["thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã", "hồ sơ, giấy tờ tại Bộ phận Một cửa", "văn bản quy phạm pháp luật đã ban hành", "chế độ làm việc của công chức",
          "dịch vụ công trực tuyến toàn trình", "cơ sở dữ liệu dùng chung", "chỉ số hài lòng của người dân, tổ chức", "quy chế phối hợp với các cơ quan cấp trên"]
PRODUCTS = ["Báo cáo kết quả", "Kế hoạch", "Quyết định của Chủ tịch UBND", "Công văn triển khai\nBáo cáo kết quả", ""]


def table(path, rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def office(folder, communes, tasks):
    draw = random.Random(2026)
    shared = folder / "chung"
    table(shared / "danh-ba-co-quan.xlsx", [["Mã", "Tên cơ quan", "Nhóm", "Email"], ["SNV", "Sở Nội vụ", "Đơn vị khác", "snv@x.example"]]
          + [[f"X{n:04}", f"UBND xã Mẫu số {n:04}", "UBND cấp xã", f"x{n:04}@x.example"] for n in range(1, communes + 1)])
    table(shared / "lich-nghi.xlsx", [["Ngày", "Loại", "Ghi chú"], ["30/04/2026", "nghỉ", "lễ"], ["01/05/2026", "nghỉ", "lễ"]])
    table(shared / "chi-tieu.xlsx", [["Mã", "Chỉ tiêu", "Đơn vị", "Kiểu", "Cách tổng hợp", "Áp dụng cho nhóm", "Từ kỳ"]]
          + [[f"CT{n:02}", f"Số hồ sơ loại {n} đã giải quyết trong kỳ", "hồ sơ", "số nguyên", "tổng", "UBND cấp xã", ""] for n in range(1, 11)])
    rows = [[n, f"{draw.choice(VERBS)} {draw.choice(THINGS)}, nhóm {n}", draw.choice(PRODUCTS), "UBND cấp xã", draw.choice(TIMES), "Hoàn thành" if draw.random() < 0.1 else ""] for n in range(1, tasks + 1)]
    for begin in range(0, tasks, 30):
        table(shared / "so-theo-doi" / f"ke-hoach-2026-{begin // 30 + 1}.xlsx",
              [[f"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026, PHẦN {begin // 30 + 1}"], ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian thực hiện", "Tình trạng"], *rows[begin:begin + 30]])
    (folder / "jobs.yml").write_text(
        "office: { province: tỉnh Mẫu, standing_body: SNV }\nfolders: { shared: chung, output: ra }\nregime: nd-09-2019\n"
        "jobs:\n  - { name: remind, does: remind_agencies }\n  - { name: collect, does: collect_reports }\n", encoding="utf-8")
    (folder / "appsettings.json").write_text('{ "mail": { "mode": "pickup", "senderAddress": "cchc@x.example", "folder": "thu" } }', encoding="utf-8")


def cells_to_fill(path):
    """Rows, columns and sheet parts of one form; all of an office have the same shape but for their number of rows."""
    book = openpyxl.load_workbook(path)
    tasks, figures = book["Nhiệm vụ"], book["Chỉ tiêu"]
    names = {cell.value: cell.column_letter for row in tasks.iter_rows(max_row=12) for cell in row if isinstance(cell.value, str)}
    rows = [row for row in range(1, tasks.max_row + 1) if (key := tasks[f"{names['Mã dòng']}{row}"].value) and key != "Mã dòng"]
    values = {cell.value: cell.column_letter for row in figures.iter_rows(max_row=8) for cell in row if isinstance(cell.value, str)}["Kỳ này"]
    counted = [row for row in range(1, figures.max_row + 1) if str(figures.cell(row, 1).value or "").startswith("CT")]
    part = {sheet.title: f"xl/worksheets/sheet{place}.xml" for place, sheet in enumerate(book.worksheets, 1)}
    return part, [(f"{names['Kết quả thực hiện']}{row}", "Đã hoàn thành, trình phê duyệt.") for row in rows] \
        + [(f"{names['Tình trạng']}{row}", "Hoàn thành") for row in rows] + [(f"{names['Ngày hoàn thành']}{row}", 46078 + row % 12) for row in rows], \
        [(f"{values}{row}", row * 7 % 500) for row in counted]


def typed(xml, cells):
    for address, value in cells:
        began = xml.index(f'r="{address}"')
        began, ended = xml.rindex("<c ", 0, began), xml.index("/>", began)
        body = f"<v>{value}</v></c>" if isinstance(value, int) else f"<is><t>{escape(value)}</t></is></c>"
        xml = xml[:began] + xml[began:ended].rstrip() + ('>' if isinstance(value, int) else ' t="inlineStr">') + body + xml[ended + 2:]
    return xml


def fill(folder):
    shape = None
    for place, path in enumerate(sorted((folder / "ra" / "bieu-mau" / "2026-Q1").glob("*.xlsx"))):
        shape = shape or cells_to_fill(path)
        part, tasks, figures = shape
        # Every tenth agency writes days to come, is refused for them and gets a marked copy.
        days = 12 if place % 10 == 0 else 0
        edits = {part["Nhiệm vụ"]: [(cell, value + days if isinstance(value, int) else value) for cell, value in tasks], part["Chỉ tiêu"]: figures}
        target = folder / "chung" / "bao-cao" / "2026-Q1" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
            for name in read.namelist():
                content = read.read(name)
                written.writestr(name, typed(content.decode(), edits[name]).encode() if name in edits else content)


def size(folder):
    print(round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1))


if sys.argv[1] == "office":
    office(pathlib.Path(sys.argv[2]), *map(int, sys.argv[3:5]))
elif sys.argv[1] == "fill":
    fill(pathlib.Path(sys.argv[2]))
else:
    size(pathlib.Path(sys.argv[2]))
