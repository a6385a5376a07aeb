"""Works out the figures of the daily, the health and the period's workbook from the office's own files, and compares them.

    python3 daily_figures SHARED OUTPUT DAY           compare
    python3 daily_figures SHARED OUTPUT DAY change    change one cell after the other and see that each change is noticed

SHARED is the folder of the registers, OUTPUT what `cchc demo` wrote on DAY. Nothing of the outputs enters the reckoning. Prints a line for each difference
and how many figures were compared.
"""

import collections
import datetime
import pathlib
import sys

import openpyxl

import findings
import registers
import reports
import standings
from calendar_days import WorkingDays

BANDS = [(5, "Quá hạn từ 1 đến 5 ngày làm việc"), (15, "Quá hạn từ 6 đến 15 ngày làm việc"), (30, "Quá hạn từ 16 đến 30 ngày làm việc"), (10**6, "Quá hạn trên 30 ngày làm việc")]


class Comparison:
    def __init__(self):
        self.compared, self.differences = 0, []

    def figure(self, name, wanted, found):
        self.compared += 1
        if wanted != found and not (isinstance(wanted, float) and isinstance(found, (int, float)) and abs(wanted - found) < 1e-12):
            self.differences.append(f"{name}: expected {wanted!r}, found {found!r}")

    def close(self):
        print(*self.differences, f"{self.compared} figures compared, {len(self.differences)} differences", sep="\n")
        return 1 if self.differences else 0


def counts(lines):
    tally = collections.Counter(line.group for line in lines)
    in_time, late, overdue = tally["Đúng hạn"], tally["Trễ hạn"], tally["Quá hạn"]
    decided = in_time + late + overdue
    return [len(lines), *(tally[group] for group in standings.GROUPS), in_time / decided if decided else "–"]


def compare_row(comparison, name, lines, row):
    for heading, wanted, found in zip(["Tổng số", *standings.GROUPS, "Tỷ lệ"], counts(lines), row, strict=True):
        comparison.figure(f"{name}: {heading}", wanted, found)


def shown(agency, directory):
    if agency is None:
        return "(sổ không ghi cơ quan chủ trì)"
    return agency if agency in directory.names.values() else f"{agency} (chưa có trong danh bạ)"


def compare_daily(comparison, book, tasks, lines, directory):
    summary = list(book["Tổng hợp"].iter_rows(values_only=True))
    comparison.figure("Số nhiệm vụ", len(tasks), summary[8][0])
    compare_row(comparison, "Tất cả", lines, summary[8][2:11])
    start = next(number for number, row in enumerate(summary) if row[0] == "Kết quả theo cơ quan") + 2
    end = next(number for number, row in enumerate(summary) if number >= start and "Tổng cộng" in row[:2])
    agencies = {row[1]: row[2:11] for row in summary[start:end]}
    by_agency = grouped(lines, lambda line: shown(line.agency, directory))
    comparison.figure("Các cơ quan", sorted(by_agency), sorted(agencies))
    for name in sorted(by_agency):
        compare_row(comparison, name, by_agency[name], agencies.get(name, [None] * 9))
    areas = {row[1]: row[2:11] for row in book["Theo lĩnh vực"].iter_rows(min_row=5, values_only=True) if isinstance(row[0], int)}
    by_area = grouped(lines, lambda line: line.task.area)
    comparison.figure("Các lĩnh vực", sorted(by_area), sorted(areas))
    for name in sorted(by_area):
        compare_row(comparison, name, by_area[name], areas.get(name, [None] * 9))
    compare_overdue(comparison, book["Quá hạn"], lines)


def compare_overdue(comparison, sheet, lines):
    late = [line for line in lines if line.group == "Quá hạn"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    titles = {row[0].split(":")[0]: row[0] for row in rows if row[1] is None}
    least = 0
    for most, name in BANDS:
        number = sum(least < line.overdue <= most for line in late)
        comparison.figure(name, f"{name}: {number} đầu việc" if number else None, titles.get(name))
        least = most
    wanted = collections.Counter((line.agency, line.task.text, line.overdue) for line in late)
    found = collections.Counter((row[0], registers.plain(row[5]), row[1]) for row in rows if row[1] is not None)
    for agency, task, days in sorted({*wanted, *found}, key=str):
        comparison.figure(f"Quá hạn: {agency}, {task[:40]}, {days} ngày", wanted[agency, task, days], found[agency, task, days])


def compare_health(comparison, book, tasks, levels):
    rows = list(book["Tóm tắt"].iter_rows(min_row=6, values_only=True))
    found = {pathlib.PurePosixPath(row[0]).name: row for row in rows}
    files = grouped(tasks, lambda task: task.file)
    unknown = {name: sum(time.kind == "unknown" for task in group for time in task.times) for name, group in files.items()}
    comparison.figure("Sổ cảnh báo: số nhiệm vụ", len(tasks), rows[0][1])
    comparison.figure("Sổ cảnh báo: thời hạn chưa hiểu", sum(unknown.values()), rows[0][2])
    for name, group in sorted(files.items()):
        comparison.figure(f"Sổ cảnh báo, {name}: số nhiệm vụ", len(group), found[name][1])
        comparison.figure(f"Sổ cảnh báo, {name}: thời hạn chưa hiểu", unknown[name], found[name][2])
    listed = collections.Counter(row[0] for row in book["Cảnh báo"].iter_rows(min_row=5, values_only=True))
    for column, level in enumerate([findings.ERRORS, findings.WARNINGS, findings.NOTES], start=3):
        comparison.figure(f"Sổ cảnh báo: {level}", levels[level], rows[0][column])
        comparison.figure(f"Sổ cảnh báo, trang Cảnh báo: {level}", levels[level], listed[level])


def compare_period(comparison, book, sent, directory):
    rows = {row[0]: row for row in book["Gửi báo cáo"].iter_rows(min_row=5, values_only=True)}
    for code in [*directory.groups["Sở, ban, ngành"], *directory.groups["UBND cấp xã"]]:
        row = rows.get(directory.names[code], [None] * 9)
        counted = sent.counted["2026-6T"].get(code)
        comparison.figure(f"{code}: gửi báo cáo", "Đúng hạn" if counted else "Chưa gửi", row[2])
        comparison.figure(f"{code}: ngày nhận", reports.saved(counted).date() if counted else None, row[3] and row[3].date())
        comparison.figure(f"{code}: tệp bị trả lại", sent.refused["2026-6T"].get(code, 0), row[6])


def grouped(items, key):
    found = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


class Outputs:
    """The three workbooks of the demo."""

    def __init__(self, folder, day):
        self.daily = openpyxl.load_workbook(folder / "tong-hop" / f"tong-hop-{day}.xlsx")
        self.health = openpyxl.load_workbook(folder / "canh-bao" / f"canh-bao-{day}.xlsx")
        self.period = openpyxl.load_workbook(folder / "tong-hop" / "2026-6T" / "tong-hop-2026-6T-v1.xlsx")

    def figures(self):
        """The cells a number stands in, of every kind that is compared."""
        for sheet, columns, rows in [
            (self.daily["Tổng hợp"], "ACDEFGHIJK", [9]), (self.daily["Tổng hợp"], "CDEFGHIJ", range(32, 66)), (self.daily["Theo lĩnh vực"], "CDEFGHIJK", range(5, 14)),
            (self.daily["Quá hạn"], "B", range(6, 31)), (self.health["Tóm tắt"], "BCDEF", [6]), (self.period["Gửi báo cáo"], "G", range(5, 30)),
        ]:
            yield from (cell for row in rows for column in columns for cell in [sheet[f"{column}{row}"]] if isinstance(cell.value, (int, float)))


class Reckoned:
    """What the workbooks must say, from the office's own files."""

    def __init__(self, shared, today):
        self.directory = registers.Directory(shared / "danh-ba-co-quan.xlsx")
        self.tasks, self.reports = registers.read(shared, self.directory), reports.Reports(shared)
        found = standings.Standings(self.tasks, self.directory, self.reports, WorkingDays(shared / "lich-nghi.xlsx"), today)
        self.lines, self.levels = found.lines, findings.count(shared, self.directory, self.tasks, found, today)

    def compare(self, outputs):
        comparison = Comparison()
        compare_daily(comparison, outputs.daily, self.tasks, self.lines, self.directory)
        compare_health(comparison, outputs.health, self.tasks, self.levels)
        compare_period(comparison, outputs.period, self.reports, self.directory)
        return comparison


def change_each(reckoned, outputs):
    """Adds one to each figure in turn: every change must be noticed."""
    changed = unnoticed = 0
    for cell in outputs.figures():
        cell.value, kept = cell.value + 1, cell.value
        changed += 1
        if not reckoned.compare(outputs).differences:
            unnoticed += 1
            print(f"{cell.parent.title}!{cell.coordinate}: a change goes unnoticed")
        cell.value = kept
    print(f"{changed} cells changed, {unnoticed} unnoticed")
    return 1 if unnoticed else 0


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    shared, output, day = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), datetime.date.fromisoformat(sys.argv[3])
    reckoned, outputs = Reckoned(shared, day), Outputs(output, day)
    if sys.argv[4:] == ["change"]:
        return change_each(reckoned, outputs)
    return reckoned.compare(outputs).close()


if __name__ == "__main__":
    sys.exit(main())
