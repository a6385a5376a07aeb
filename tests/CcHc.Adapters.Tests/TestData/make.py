"""Writes the workbooks of this folder: one source book by openpyxl, then LibreOffice's own versions of it (see README.md)."""
import datetime
import os
import subprocess
import sys
import tempfile
import time

import openpyxl
import uno
from com.sun.star.beans import NamedValue, PropertyValue
from openpyxl.styles import Font

HERE = os.path.dirname(os.path.abspath(__file__))


def write_source(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sổ theo dõi"
    sheet.append(["TT", "Nhiệm vụ", "Hạn", "Tỷ lệ", "Ghi chú ẩn"])
    sheet.append([1, "Rà soát thủ tục\ncấp xã", datetime.date(2026, 3, 31), 1, "cột ẩn"])
    sheet.append([1.1, "Tập huấn một cửa", datetime.datetime(2026, 6, 30, 23, 59), 0.07, None])
    sheet.append([2, "Việc ở dòng ẩn", None, None, None])
    sheet.append([3, "Việc đã gạch bỏ", "=DATE(2026,9,30)", "=1/0", True])
    sheet.append([4, "Việc gộp dòng", "Quý IV/2026", None, None])
    sheet.append([5, None, "=NA()", None, None])
    sheet["A2"].number_format = "0"
    sheet["D2"].number_format = sheet["D3"].number_format = "0%"
    sheet["C5"].number_format = "dd/mm/yyyy"
    sheet["B5"].font = Font(strike=True)
    sheet["B6"].font = Font(name=".VnTime")
    sheet.merge_cells("B6:B7")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["E"].hidden = True
    hidden = book.create_sheet("Trang ẩn")
    hidden["B3"] = "không hiện"
    hidden.sheet_state = "hidden"
    book.save(path)


def properties(**values):
    made = []
    for name, value in values.items():
        prop = PropertyValue()
        prop.Name, prop.Value = name, value
        made.append(prop)
    return tuple(made)


def convert(source):
    with tempfile.TemporaryDirectory() as profile:
        pipe = "cchc-test-data"
        office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"])
        try:
            context = uno.getComponentContext()
            resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
            for _ in range(60):
                try:
                    remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                    break
                except Exception:
                    time.sleep(1)
            desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
            document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, properties(Hidden=True))
            for name, wanted in {
                "libreoffice.xlsx": properties(FilterName="Calc MS Excel 2007 XML"),
                "libreoffice.xls": properties(FilterName="MS Excel 97"),
                "libreoffice.ods": properties(FilterName="calc8"),
                "libreoffice-html.xls": properties(FilterName="HTML (StarCalc)"),
                "password.xlsx": properties(FilterName="Calc MS Excel 2007 XML", EncryptionData=uno.Any("[]com.sun.star.beans.NamedValue", (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "mat-khau")))),
                "password.xls": properties(FilterName="MS Excel 97", Password="mat-khau"),
            }.items():
                document.storeToURL(f"file://{HERE}/{name}", wanted)
            document.NullDate = uno.createUnoStruct("com.sun.star.util.Date", 1, 1, 1904)
            document.storeToURL(f"file://{HERE}/libreoffice-1904.xlsx", properties(FilterName="Calc MS Excel 2007 XML"))
            document.storeToURL(f"file://{HERE}/libreoffice-1904.xls", properties(FilterName="MS Excel 97"))
            document.close(True)
            desktop.terminate()
        finally:
            office.wait(60)


if __name__ == "__main__":
    write_source(os.path.join(HERE, "openpyxl.xlsx"))
    convert(os.path.join(HERE, "openpyxl.xlsx"))
    sys.exit(0)
