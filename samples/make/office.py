"""The look of an office's workbook: Times New Roman, borders, wrapped text, A4 landscape, and a file that is the same at every run."""
import datetime
import io
import math
import re
import textwrap
import zipfile

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

FONT = "Times New Roman"
SIZE = 12
LINE_POINTS = 15.75
WRITTEN = datetime.datetime(2026, 6, 12, 8, 0, 0)
THIN = Side(style="thin", color="FF000000")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEADER_FILL = PatternFill("solid", fgColor="FFD9E2F3")
SECTION_FILL = PatternFill("solid", fgColor="FFF2F2F2")


def new_book(title):
    book = openpyxl.Workbook()
    book.remove(book.active)
    # Column widths are counted in digits of the Normal font, so it must be the font of the cells.
    book._named_styles["Normal"].font = Font(name=FONT, size=SIZE)
    book.properties.title = title
    book.properties.creator = "Sở Nội vụ tỉnh Mẫu"
    book.properties.lastModifiedBy = "Sở Nội vụ tỉnh Mẫu"
    book.properties.created = WRITTEN
    return book


def new_sheet(book, name, widths):
    sheet = book.create_sheet(name)
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom, margins.footer = 0.6, 0.4, 0.6, 0.75, 0.35
    sheet.oddFooter.center.text = "Trang &P/&N"
    return sheet


def title(sheet, row, text, columns, bold=True, italic=False, size=SIZE + 1):
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    cell = sheet.cell(row, 1, text)
    cell.font = Font(name=FONT, size=size, bold=bold, italic=italic)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = LINE_POINTS * lines_of(text, sum(widths_of(sheet, columns)) * SIZE / size) + 6


def header(sheet, row, names):
    for column, name in enumerate(names, start=1):
        cell = sheet.cell(row, column, name)
        cell.font = Font(name=FONT, size=SIZE, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.fill = HEADER_FILL
        cell.border = BORDER
    widths = widths_of(sheet, len(names))
    lines = max(lines_of(name, width * 0.85) for name, width in zip(names, widths))
    sheet.row_dimensions[row].height = LINE_POINTS * lines + 6
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    sheet.print_title_rows = f"${row}:${row}"


def section(sheet, row, number, text, columns):
    sheet.cell(row, 1, number)
    sheet.cell(row, 2, text)
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.font = Font(name=FONT, size=SIZE, bold=True)
        cell.alignment = Alignment(horizontal="center" if column == 1 else "left", vertical="center", wrap_text=True)
        cell.fill = SECTION_FILL
        cell.border = BORDER
    sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=columns)
    sheet.row_dimensions[row].height = LINE_POINTS + 6


def table_row(sheet, row, values, centred=(), strike=False):
    """Values may be text, an ISO date (becomes a real date), a formula "=…" or an error code "#…"."""
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        write(cell, value)
        is_date = isinstance(cell.value, datetime.date)
        cell.font = Font(name=FONT, size=SIZE, strike=strike)
        cell.alignment = Alignment(horizontal="center" if is_date or column in centred else "left", vertical="center", wrap_text=True)
        cell.border = BORDER
    widths = widths_of(sheet, len(values))
    lines = max(lines_of(str(value), width) for value, width in zip(values, widths))
    sheet.row_dimensions[row].height = LINE_POINTS * lines + 5


def write(cell, value):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        cell.value = datetime.datetime.strptime(value, "%Y-%m-%d").date()
        cell.number_format = "dd/mm/yyyy"
    elif value.startswith("#"):
        cell.value = value
        cell.data_type = "e"
    elif value:
        cell.value = value
        if value.startswith("="):
            cell.number_format = "dd/mm/yyyy"


def merge_down(sheet, column, first, last):
    if last > first:
        sheet.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)
    cell = sheet.cell(first, column)
    cell.font = Font(name=FONT, size=SIZE, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def widths_of(sheet, columns):
    return [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, columns + 1)]


def lines_of(text, width):
    """Lines a text takes when wrapped: a letter of this font is about as wide as a digit."""
    per_line = max(4, math.floor((width - 1) * 1.04))
    return sum(max(1, len(textwrap.wrap(line, per_line))) for line in text.split("\n"))


def save(book, path, written=WRITTEN):
    """Saves with fixed time stamps, so that the same data give the same bytes."""
    raw = io.BytesIO()
    book.save(raw)
    stamp = written.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry.filename)
            if entry.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            fixed = zipfile.ZipInfo(entry.filename, written.timetuple()[:6])
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o644 << 16
            target.writestr(fixed, content)
