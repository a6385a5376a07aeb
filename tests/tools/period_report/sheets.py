"""The sheets of a period's workbook as rows of plain values: headings, then sections with their lines."""

import dataclasses

from office import vn_number

BANDS = [
    (5, "Quá hạn từ 1 đến 5 ngày làm việc"), (15, "Quá hạn từ 6 đến 15 ngày làm việc"), (30, "Quá hạn từ 16 đến 30 ngày làm việc"), (10**6, "Quá hạn trên 30 ngày làm việc")]
RULES = {
    "tổng": "Cộng số liệu của các cơ quan",
    "trung bình": "Trung bình cộng của các cơ quan có số liệu",
    "lớn nhất": "Số lớn nhất trong các cơ quan",
    "nhỏ nhất": "Số nhỏ nhất trong các cơ quan",
    "không": "Không tổng hợp, xem từng cơ quan",
}
WHOLE_FILE = "mở"
AS_SHOWN = object()


@dataclasses.dataclass(frozen=True)
class Link:
    """What a cell shows, and the cell it must lead to; without a cell, to the file."""
    shown: object
    file: str
    sheet: str = ""
    cell: str = ""
    #: What stands there, where the row shows it otherwise.
    typed: object = AS_SHOWN


def details(report):
    heading = [
        "Lĩnh vực", "Số", "Nhiệm vụ", "Sản phẩm / nội dung mốc", "Cơ quan chủ trì", "Hạn", "Tình trạng", "Tình trạng được ghi", "Kết quả thực hiện", "Ngày hoàn thành",
        "Số, ký hiệu văn bản", "Căn cứ", "Nguồn", "Ô"]
    return heading, [[
        line.duty.area, line.duty.task["number"], line.duty.task["task"], line.duty.product, line.duty.agency.name, line.standing.shown, line.standing.words, line.status,
        line.result, line.day, line.document, line.basis, line.source, Link(line.cell, line.file, line.sheet, line.cell),
    ] for line in report.lines]


def overdue(report):
    heading = [
        "Cơ quan chủ trì", "Quá hạn (ngày làm việc)", "Hạn", "Lĩnh vực", "Số", "Nhiệm vụ", "Sản phẩm / nội dung mốc", "Tình trạng được ghi", "Kết quả thực hiện", "Nguồn", "Ô"]
    late = [line for line in report.lines if line.standing.group == "Quá hạn"]
    rows = []
    for least, (most, name) in reversed(list(zip([-1, *(most for most, _ in BANDS)], BANDS))):
        band = [line for line in late if least < -line.standing.days <= most]
        if band:
            rows.append([f"{name}: {len(band)} đầu việc"])
        band.sort(key=lambda line: (line.standing.days, line.duty.agency.rank, line.duty.task["file"], line.duty.task["sheet"], line.duty.task["row"]))
        rows += [[
            line.duty.agency.name, -line.standing.days, line.standing.shown, line.duty.area, line.duty.task["number"], line.duty.task["task"], line.duty.product, line.status,
            line.result, line.source, Link(line.cell, line.file, line.sheet, line.cell)] for line in band]
    return heading, rows or [["Không có nhiệm vụ quá hạn."]]


def figures(report):
    heading = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Tổng hợp", "Cách tổng hợp", "Phép chia", "Số cơ quan có số liệu"]
    return heading, [[
        total.figure.code, total.figure.name, total.figure.unit, total.value, rule_in_words(total.figure),
        " ÷ ".join(map(vn_number, total.parts)) if total.parts else "", f"{total.number_given}/{total.asked} cơ quan có số liệu",
    ] for total in report.totals]


def rule_in_words(figure):
    if figure.parts:
        return f"Tổng {figure.parts[0]} ÷ tổng {figure.parts[1]} của các cơ quan có đủ cả hai số liệu"
    return "Liệt kê theo cơ quan, không tổng hợp" if figure.kind == "words" else RULES[figure.rule]


def figure_matrix(report):
    heading = ["Cơ quan", *(f"{total.figure.code}\n{total.figure.name}" + (f" ({total.figure.unit})" if total.figure.unit else "") for total in report.totals)]
    rows = [["Toàn tỉnh", *(total.value for total in report.totals)]]
    for hand_in in report.hand_ins:
        if hand_in.counted:
            given = [next((one for one in total.given if one.agency.code == hand_in.agency.code and one.is_given), None) for total in report.totals]
            rows.append([hand_in.agency.name, *((one.words if total.figure.kind == "words" else one.value) if one else None for total, one in zip(report.totals, given))])
    return heading, rows


def agency_figures(report):
    heading = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Cơ quan", "Giá trị", "Số liệu", "Nội dung, giải trình", "Nguồn", "Ô"]
    rows = []
    for total in report.totals:
        for one in total.given:
            state = ("thiếu số liệu" if total.figure.parts else "để trống") if not one.is_given else "mẫu số bằng 0" if one.value is None and not one.words else "có"
            file, sheet, cell = one.places[0] if one.places else ("", "", "")
            shown = " ÷ ".join(place[2] for place in one.places)
            rows.append([
                total.figure.code, total.figure.name, total.figure.unit, one.agency.name, one.value, state, one.words,
                f"{file.rsplit('/', 1)[-1]}, {sheet}" if file else "", Link(shown, file, sheet, cell, one.typed) if file else ""])
    return heading, rows


def comparison(report, last):
    """`last` is the report the last period was closed with."""
    earlier = {label: value for _, label, _, value, _ in last.key_numbers} if last else {}
    heading = [
        "Nội dung", "Đơn vị tính", f"Kỳ này ({report.period.name})", f"Kỳ trước ({last.period.name if last else 'chưa có'})", "Tăng, giảm so với kỳ trước",
        "Tỷ lệ tăng, giảm so với kỳ trước", "Cùng kỳ năm trước (chưa có)", "Tăng, giảm so với cùng kỳ", "Tỷ lệ tăng, giảm so với cùng kỳ"]
    rows, current = [], None
    for part, label, unit, value, is_share in report.key_numbers:
        if part != current:
            rows.append([part])
            current = part
        before = earlier.get(label)
        change = value - before if value is not None and before is not None else None
        rows.append([label, unit, value, before, change, growth(change, before, is_share, part, report), None, None, None])
    return heading, rows


def growth(change, before, is_share, part, report):
    """No percentage while reports are missing, nor one of a thousand per cent and more."""
    if change is None or not before or is_share or part == "Chỉ tiêu" and any(not one.counted for one in report.hand_ins):
        return None
    return change / abs(before) if abs(change / abs(before)) < 10 else None


def difficulties(report):
    heading = ["Cơ quan chủ trì", "Lĩnh vực", "Số", "Nhiệm vụ", "Khó khăn, kiến nghị", "Nguồn", "Ô"]
    return heading, [[
        line.duty.agency.name, line.duty.area, line.duty.task["number"], line.duty.task["task"], line.difficulty, f"{line.difficulty_file.rsplit('/', 1)[-1]}, {line.difficulty_sheet}",
        Link(line.difficulty_cell, line.difficulty_file, line.difficulty_sheet, line.difficulty_cell)] for line in report.lines if line.difficulty]


def extra(report):
    heading = [
        "Cơ quan", "Việc phát sinh", "Sản phẩm", "Kết quả thực hiện", "Tình trạng được ghi", "Ngày hoàn thành", "Số, ký hiệu văn bản", "Khó khăn, kiến nghị", "Nguồn", "Ô"]
    rows = [[
        one.agency.name, line["Nhiệm vụ"], "", line["Kết quả thực hiện"], line["Tình trạng"], None, "", "", f"{one.counted.name}, {one.counted.sheets['Nhiệm vụ']}",
        Link(cell, one.counted.file, one.counted.sheets["Nhiệm vụ"], cell)] for one in report.hand_ins if one.counted for line, cell in one.counted.extra]
    return heading, rows or [["Các cơ quan không báo cáo việc phát sinh ngoài kế hoạch."]]


def hand_ins(report):
    heading = ["Cơ quan", "Nhóm", "Tình trạng", "Ngày nhận", "Trễ (ngày làm việc)", "Bản được dùng", "Tệp bị trả lại", "Tệp được dùng", "Mở"]
    return heading, [[
        one.agency.name, one.agency.group, one.state, one.day, one.days_late, one.version or None, one.refused, one.counted.file if one.counted else "",
        Link(WHOLE_FILE, one.counted.file) if one.counted else ""] for one in report.hand_ins]


def missing(report):
    heading = ["Cơ quan", "Nhóm", "Hạn gửi", "Trễ (ngày làm việc)", "Tệp bị trả lại", "Đầu mối", "Điện thoại", "Email", "Email lãnh đạo"]
    return heading, [[
        one.agency.name, one.agency.group, report.due, one.days_late, one.refused, one.agency.focal_point, one.agency.phone, one.agency.emails, one.agency.head_emails,
    ] for one in report.hand_ins if not one.counted]


def areas(report):
    names = dict.fromkeys(line.duty.area for line in report.lines)
    return counted("Lĩnh vực", report, [(name, [line for line in report.lines if line.duty.area == name]) for name in names])


def agencies(report):
    found = sorted({line.duty.agency.code: line.duty.agency for line in report.lines}.values(), key=lambda agency: agency.rank)
    return counted("Cơ quan", report, [(agency.name, [line for line in report.lines if line.duty.agency is agency]) for agency in found])


COUNTS = ["Tổng số đầu việc", "Đúng hạn", "Trễ hạn", "Đã xong, chưa rõ ngày", "Quá hạn", "Sắp đến hạn", "Chưa đến hạn", "Khác", "Tỷ lệ đúng hạn"]


def counted(name, report, groups):
    rows = [[number, title, *shown(report.counts(lines))] for number, (title, lines) in enumerate(groups, start=1)]
    return ["TT", name, *COUNTS], [*rows, ["", "Tổng cộng", *shown(report.counts(report.lines))]]


def shown(counts):
    return [*counts[:-1], "–" if counts[-1] is None else counts[-1]]
