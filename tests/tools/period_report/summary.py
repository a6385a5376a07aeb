"""The first sheet of a period's workbook, cell by cell from its anchors; what no anchor explains is a difference."""

from sheets import COUNTS, agencies, shown
from office import vn_day

MOST_BARS = 12
MOST_NAMES = 16


def in_words(day):
    return f"ngày {day.day:02} tháng {day.month if day.month > 2 else f'0{day.month}'} năm {day.year}"


def handed_in(owed, in_time, late, missing):
    if not in_time + late:
        return f"Chưa nhận báo cáo của cơ quan nào ({owed} cơ quan phải gửi)."
    timing = "tất cả đúng hạn" if not late else "tất cả trễ hạn" if not in_time else f"{in_time} đúng hạn, {late} trễ hạn"
    rest = f"còn {missing} cơ quan chưa gửi" if missing else "không còn cơ quan nào chưa gửi"
    return f"Đã nhận báo cáo của {in_time + late}/{owed} cơ quan: {timing}; {rest}."


def blocks(report):
    """Anchor (the words of a cell in column A or D), rows below it, and the rows expected there from the anchor's own column on."""
    tasks = len({line.duty.task["key"] for line in report.lines})
    counts = report.hand_in_counts(report.hand_ins)
    yield "Nhiệm vụ trong kỳ", 0, [
        ["Nhiệm vụ trong kỳ", None, *COUNTS],
        [tasks, None, *shown(report.counts(report.lines))],
        [handed_in(*counts[:4])],
    ]
    groups = list(dict.fromkeys(one.agency.group for one in report.hand_ins))
    by_group = [(group, [one for one in report.hand_ins if one.agency.group == group]) for group in groups]
    yield "Tình hình gửi báo cáo", 1, [
        ["TT", "Nhóm cơ quan", "Phải gửi", "Đúng hạn", "Trễ hạn", "Chưa gửi", "Tỷ lệ đã gửi"],
        *([number, group, *report.hand_in_counts(members)] for number, (group, members) in enumerate(by_group, start=1)),
        [None, "Tổng cộng", *counts],
    ]
    missing = [one for one in report.hand_ins if not one.counted]
    names = [[name_of(one)] for one in missing]
    if len(names) > MOST_NAMES:
        names[MOST_NAMES - 1:] = [[f"… và {len(names) - MOST_NAMES + 1} cơ quan khác, xem trang “Chưa báo cáo”."]]
    yield f"Chưa gửi báo cáo ({len(missing)} cơ quan)", 1, names or [["Tất cả các cơ quan đã gửi báo cáo."]]
    heading, rows = agencies(report)
    yield "Kết quả theo cơ quan", 1, [heading, *rows]
    overdue = heading.index("Quá hạn")
    worst = sorted((row for row in rows[:-1] if row[overdue] or not rows[-1][overdue]), key=lambda row: (-row[overdue], -row[2]))[:MOST_BARS]
    title = f"{len(worst)} cơ quan có nhiều đầu việc{' quá hạn' if rows[-1][overdue] else ''} nhất"
    yield title, 1, [heading, *([number, *row[1:]] for number, row in enumerate(worst, start=1))]


def name_of(hand_in):
    late = f"trễ {hand_in.days_late} ngày làm việc" if hand_in.days_late else "chưa quá hạn"
    return ", ".join([hand_in.agency.name, late, *([f"{hand_in.refused} tệp bị trả lại"] if hand_in.refused else [])])


def standing_text(report, version, is_closing):
    """What stands on the sheet beside the numbers."""
    period = report.period
    mark = f", bản {version}, đã chốt" if is_closing else f", bản {version}" if version > 1 else ""
    return {
        "UBND TỈNH MẪU", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"Mẫu, {in_words(report.as_of)}",
        f"TỔNG HỢP BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH {period.title}",
        f"(Số liệu từ ngày {vn_day(period.first)} đến ngày {vn_day(period.last)}, tình trạng tính đến {in_words(report.as_of)}{mark})",
        "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "GIÁM ĐỐC", "(Ký tên, đóng dấu)",
    }


def compare(sheet, report, version, is_closing, differences):
    seen = set()
    anchors = {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.column in (1, 4) and cell.value is not None}
    for anchor, below, rows in blocks(report):
        if anchor not in anchors:
            differences.check(f"Tổng hợp: {anchor}", anchor, None)
            continue
        start = anchors[anchor]
        seen.add(start.coordinate)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                cell = sheet.cell(start.row + below + number, start.column + place)
                differences.compare(f"Tổng hợp!{cell.coordinate}", value, cell.value)
                seen.add(cell.coordinate)
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None and cell.coordinate not in seen and not str(cell.value).startswith("___")}
    notes = {word for word in words if word.startswith(("Mỗi đầu việc là", "Khác: việc thường xuyên"))}
    differences.check("Tổng hợp: other words", sorted(standing_text(report, version, is_closing)), sorted(words - notes))
