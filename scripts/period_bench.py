"""Makes a large office (office FOLDER AGENCIES TASKS FIGURES) and fills the forms it was sent (fill FOLDER); used by scripts/period-bench."""
import datetime
import pathlib
import sys

import openpyxl


def table(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def office(folder, agencies, tasks, figures):
    shared = folder / "chung"
    table(shared / "danh-ba-co-quan.xlsx", [["Mã", "Tên cơ quan", "Nhóm", "Email"], ["SNV", "Sở Nội vụ", "Đơn vị khác", "snv@x.example"]]
          + [[f"X{n:03}", f"UBND xã Mẫu số {n:03}", "UBND cấp xã", f"x{n:03}@x.example"] for n in range(1, agencies + 1)])
    table(shared / "lich-nghi.xlsx", [["Ngày", "Loại", "Ghi chú"], ["30/04/2026", "nghỉ", "lễ"]])
    table(shared / "chi-tieu.xlsx", [["Mã", "Chỉ tiêu", "Đơn vị", "Kiểu", "Cách tổng hợp", "Áp dụng cho nhóm", "Từ kỳ"]]
          + [[f"CT{n:02}", f"Số hồ sơ loại {n} đã giải quyết trong kỳ", "hồ sơ", "số nguyên", "tổng", "UBND cấp xã", ""] for n in range(1, figures + 1)])
    table(shared / "so-theo-doi" / "ke-hoach-2026.xlsx", [["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"], ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian thực hiện"]]
          + [[n, f"Rà soát, chuẩn hóa nhóm thủ tục hành chính số {n} thuộc thẩm quyền giải quyết của cấp xã", "Báo cáo kết quả", "UBND cấp xã", "Quý I/2026"] for n in range(1, tasks + 1)])
    (folder / "jobs.yml").write_text(
        "office: { province: tỉnh Mẫu, standing_body: SNV }\nfolders: { shared: chung, output: ra }\nregime: nd-09-2019\njobs: [{ name: collect, does: collect_reports }]\n", encoding="utf-8")
    (folder / "appsettings.json").write_text('{ "mail": { "mode": "pickup", "senderAddress": "cchc@x.example", "folder": "thu" } }', encoding="utf-8")


def fill(folder):
    for place, path in enumerate(sorted((folder / "ra" / "bieu-mau" / "2026-Q1").glob("*.xlsx"))):
        book = openpyxl.load_workbook(path)
        tasks, figures, words = book["Nhiệm vụ"], book["Chỉ tiêu"], book["Thuyết minh"]
        names = {cell.value: cell.column for row in tasks.iter_rows(max_row=12) for cell in row if isinstance(cell.value, str)}
        for row in range(1, tasks.max_row + 1):
            key = tasks.cell(row, names["Mã dòng"]).value
            if key and key != "Mã dòng" and not str(key).startswith("PS-"):
                tasks.cell(row, names["Kết quả thực hiện"]).value = "Đã hoàn thành rà soát, trình phê duyệt."
                tasks.cell(row, names["Tình trạng"]).value = "Hoàn thành"
                tasks.cell(row, names["Ngày hoàn thành"]).value = datetime.datetime(2026, 3, 1 + (row + place) % 12)
                tasks.cell(row, names["Số, ký hiệu văn bản"]).value = f"{row}/BC-UBND"
        values = {cell.value: cell.column for row in figures.iter_rows(max_row=8) for cell in row if isinstance(cell.value, str)}["Kỳ này"]
        for row in range(1, figures.max_row + 1):
            if str(figures.cell(row, 1).value or "").startswith("CT"):
                figures.cell(row, values).value = (row * 7 + place) % 500
        words.cell(4, 1).value = words.cell(4, 1).value or "Đã triển khai đầy đủ."
        target = folder / "chung" / "bao-cao" / "2026-Q1" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        book.save(target)


if sys.argv[1] == "office":
    office(pathlib.Path(sys.argv[2]), *map(int, sys.argv[3:6]))
else:
    fill(pathlib.Path(sys.argv[2]))
