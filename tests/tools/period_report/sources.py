"""The sheet of every file behind a period's report: what became of it, why, and where its contents went."""

import plan
from report import handed_in
from sheets import WHOLE_FILE, Link

STATES = {
    plan.ACCEPTED: "Được dùng", plan.REPLACED: "Đã có bản mới hơn", plan.DUPLICATE: "Trùng nội dung", plan.REFUSED: "Trả lại",
    plan.EXCLUDED: "Đã loại ra", plan.AFTER_CLOSING: "Đến sau khi chốt"}
EXCLUDED_BECAUSE = "Gửi nhầm bản nháp"


def sources(report, hashes, read_at):
    """`read_at` stands for whenever a register was read."""
    heading = ["Tệp", "Mở", "Cơ quan", "Bản", "Thời điểm", "Trạng thái", "Lý do", "Đã đưa vào các trang (số dòng)", "Mã kiểm tra (SHA-256)"]
    rows = [[f"Sổ theo dõi và danh mục: {len(hashes)} tệp"]]
    for file, digest in hashes.items():
        tasks = sum(task["file"] == file for task in report.office.tasks)
        rows.append([file, Link(WHOLE_FILE, file), "", None, read_at, "Bản hiện tại", "", f"{tasks} nhiệm vụ trong sổ" if tasks else "", digest])
    rows.append([f"Báo cáo của các cơ quan: {len(report.dropped)} tệp"])
    agencies = report.office.by_code
    for one in sorted(report.dropped, key=lambda one: (agencies[one.agency].rank if one.agency else 999, one.saved, version(report, one) or 0, one.file)):
        rows.append([
            one.file, Link(WHOLE_FILE, one.file), agencies[one.agency].name if one.agency else "", version(report, one), handed_in(one), STATES[one.state], reason(report, one),
            uses(report, one) if one.state == plan.ACCEPTED else "", one.hash])
    return heading, rows


REFUSED_BECAUSE = {
    "no day": "Tình trạng là “Hoàn thành” nhưng chưa ghi ngày hoàn thành.",
    "negative count": "Chỉ tiêu CT03: “-5” nhỏ hơn mức thấp nhất là 0.",
    "other agency": "Biểu mẫu này của “Sở Văn hóa, Thể thao và Du lịch” (SVHTTDL) nhưng tên tệp hoặc thư mục ghi “Sở Giáo dục và Đào tạo” (SGDDT).",
    "last period": "Biểu mẫu này của kỳ 2026-Q1 nhưng nằm trong thư mục của kỳ 2026-6T.",
    "guest list": "Tệp này không phải là biểu mẫu báo cáo: không có bảng nhiệm vụ, bảng chỉ tiêu hay phần thuyết minh của biểu mẫu.",
    "no workbook": "Tệp là văn bản thuần (CSV) mang tên tệp Excel.",
}


def valid_versions(report, one):
    return sorted((other for other in report.dropped if other.agency == one.agency and other.state in (plan.ACCEPTED, plan.REPLACED)), key=lambda other: other.saved)


def version(report, one):
    return valid_versions(report, one).index(one) + 1 if one.state in (plan.ACCEPTED, plan.REPLACED) else None


def reason(report, one):
    versions = valid_versions(report, one)
    if one.state == plan.ACCEPTED:
        return "Bản duy nhất của cơ quan trong kỳ này." if len(versions) == 1 else f"Bản lưu sau cùng, lúc {report.moment(handed_in(one))}."
    if one.state == plan.REPLACED:
        return f"Đã có bản lưu sau thay thế: “{versions[-1].name}”, lưu lúc {report.moment(handed_in(versions[-1]))}."
    if one.state == plan.DUPLICATE:
        return f"Nội dung giống hệt tệp “{next(other for other in versions if other.hash == one.hash).name}” nên chỉ dùng một bản."
    return EXCLUDED_BECAUSE if one.state == plan.EXCLUDED else REFUSED_BECAUSE[one.instead]


def uses(report, one):
    """How many lines of each sheet rest on the file."""
    reported = [line for line in report.lines if line.is_reported and line.file == one.file]
    given = [total for total in report.totals for agency in total.given if agency.is_given and agency.agency.code == one.agency]
    totalled = [total for total in given if total.value is not None]
    counts = [
        ("Tổng hợp", len(reported)), ("Theo lĩnh vực", len(reported)), ("Chi tiết", len(reported)), ("Quá hạn", sum(line.standing.group == "Quá hạn" for line in reported)),
        ("Chỉ tiêu", len(totalled)), ("Chỉ tiêu theo cơ quan", len(given)), ("So sánh", len(totalled)), ("Khó khăn, kiến nghị", sum(bool(line.difficulty) and line.difficulty_file == one.file for line in report.lines)),
        ("Việc phát sinh", len(one.extra)), ("Gửi báo cáo", 1), ("Báo cáo lời văn", len(one.sections))]
    return "; ".join(f"{sheet} ({count})" for sheet, count in counts if count)
