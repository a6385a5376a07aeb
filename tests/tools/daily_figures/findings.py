"""How many findings of each severity the sample registers call for."""

import collections
import datetime
import re

import openpyxl

import registers

ERRORS, WARNINGS, NOTES = "Lỗi", "Cảnh báo", "Lưu ý"
#: A heading that does not say what its column holds.
UNSURE_HEADING = "Xong chưa?"


def count(folder, directory, tasks, standings, today):
    found = collections.Counter()
    for path in sorted(folder.glob("so-theo-doi/**/*.xlsx")):
        typed, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
        for sheet in typed:
            found += of_sheet(sheet, cached[sheet.title])
    for task in tasks:
        found += of_task(task, directory, today)
    found[WARNINGS] += sum(standings.differs(line) for line in standings.lines)
    return found


def of_sheet(sheet, cached):
    found = collections.Counter()
    days = []
    heading, numbers = None, set()
    for row in sheet.iter_rows():
        words = [registers.plain(cell.value) for cell in row]
        if "Thời gian thực hiện" in words:
            heading = words
            found[WARNINGS] += UNSURE_HEADING in words
            continue
        for cell in row:
            if cell.data_type == "e":
                found[ERRORS] += 1
            elif cell.data_type == "f" and cached[cell.coordinate].value is None:
                found[ERRORS] += 1
        if heading is None:
            continue
        # A chapter's own line starts its numbers anew.
        if words[0].isdigit() and "STT" in heading:
            numbers = set()
        elif words[0] and "STT" in heading:
            found[WARNINGS] += words[0] in numbers
            numbers.add(words[0])
        if "Ngày hoàn thành" in heading:
            days.append(row[heading.index("Ngày hoàn thành")].value)
    typed = [day for day in days if isinstance(day, str)]
    unreadable = [day for day in typed if int(day.split("/")[1]) > 12]
    found[WARNINGS] += len(unreadable) + bool(unreadable)
    return found


def of_task(task, directory, today):
    found = collections.Counter()
    found[WARNINGS] += sum(lead not in directory.names.values() for lead in task.leads)
    found[ERRORS if re.search(r"31/02", task.time_words) else WARNINGS] += any(time.kind == "unknown" for time in task.times)
    found[NOTES] += bool(task.is_struck)
    found[NOTES] += any(name in directory.code and directory.code[name] in directory.successor for name in task.lead_words)
    day = task.written_day
    if isinstance(day, datetime.datetime):
        found[WARNINGS] += day.date() > today or day.date() < task.begins
    found[NOTES] += task.status.state == "done" and task.has_day_column and day is None
    mark, note = task.mark, task.note
    # Words that leave open whether the task is done.
    found[WARNINGS] += mark.endswith(("dự thảo", " ổn"))
    found[NOTES] += not mark and note.startswith("Đã xong")
    found[WARNINGS] += not mark and note.startswith("Đã có")
    return found
