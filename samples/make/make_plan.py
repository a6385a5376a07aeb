#!/usr/bin/python3
"""Writes the sample province's issued plan (kế hoạch) as a Word file: labelled paragraphs in the body, a table in the appendix, the reporting days at the end."""
import pathlib
import zipfile
from xml.sax.saxutils import escape

TARGET = pathlib.Path(__file__).resolve().parent.parent / "tinh-mau" / "ke-hoach" / "ke-hoach-dao-tao-so-2026.docx"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LABELS = ("Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian thực hiện")
BODY = [
    ("1. Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức", [
        ("a) Khảo sát nhu cầu học kỹ năng số của công chức ở các sở và 12 xã, phường.",
         ("Sở Nội vụ", "Các sở, ban, ngành; UBND cấp xã", "Báo cáo khảo sát", "Trước ngày 31/7/2026")),
        ("b) Mở bốn lớp bồi dưỡng kỹ năng số cho công chức trực quầy tiếp nhận hồ sơ.",
         ("Sở Nội vụ", "Sở Khoa học và Công nghệ; Trung tâm Phục vụ hành chính công tỉnh", "Quyết định mở lớp; danh sách học viên đạt yêu cầu", "Quý III năm 2026")),
        ("c) Lập tổ hướng dẫn người dân dùng dịch vụ công trực tuyến tại mỗi xã, phường.",
         ("UBND cấp xã", "Sở Nội vụ", "Quyết định lập tổ", "Tháng 8 năm 2026")),
    ]),
    ("2. Công tác tuyên truyền cải cách hành chính", [
        ("a) Phát hành sổ tay hỏi đáp về bộ phận một cửa cấp xã.",
         ("Sở Văn hóa, Thể thao và Du lịch", "Văn phòng UBND tỉnh", "Sổ tay bản in và bản điện tử", "Quý IV năm 2026")),
    ]),
]
TABLE = [
    ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"),
    ("1", "Số hóa hồ sơ còn hiệu lực của ba sở sáp nhập năm 2025", "- Kế hoạch số hóa\n- Kho hồ sơ điện tử", "Sở Khoa học và Công nghệ", "Sở Nội vụ; Sở Tài chính", "- Tháng 7/2026\n- Tháng 12/2026"),
    ("2", "Nối phần mềm một cửa của 12 xã, phường với kho dữ liệu dùng chung của tỉnh", "Biên bản nghiệm thu kết nối", "Sở Khoa học và Công nghệ", "UBND cấp xã", "Quý III/2026"),
    ("3", "Đo mức độ hài lòng của người dân sau mỗi lần nhận kết quả", "Báo cáo quý", "Trung tâm Phục vụ hành chính công tỉnh", "UBND cấp xã", "Hàng quý"),
]


def run(text, bold=False, italic=False):
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text, center=False, bold=False, italic=False):
    place = '<w:jc w:val="center"/>' if center else ""
    lines = f"{'<w:r><w:br/></w:r>'}".join(run(line, bold, italic) for line in text.split("\n"))
    return f"<w:p><w:pPr>{place}</w:pPr>{lines}</w:p>"


def table(rows, widths, borders=True):
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")) if borders else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if borders and number == 0 else ""
        cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraph(part, not borders or number == 0, number == 0) for part in text.split(chr(10)))}</w:tc>'
                        for text, width in zip(row, widths))
        body += f"<w:tr>{head}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def document():
    out = table([("UBND TỈNH MẪU\nSỐ: 118/KH-UBND".replace("SỐ", "Số"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMẫu, ngày 12 tháng 6 năm 2026")], (4200, 5400), borders=False)
    out += paragraph("KẾ HOẠCH", True, True) + paragraph("BỒI DƯỠNG KỸ NĂNG SỐ VÀ SỐ HÓA HỒ SƠ PHỤC VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", True, True)
    out += paragraph("I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    out += paragraph("- Công chức tiếp nhận hồ sơ làm thành thạo trên môi trường số.") + paragraph("- Làm đúng việc, đúng hạn, không trùng với kế hoạch cải cách hành chính đã ban hành.")
    out += paragraph("II. NHIỆM VỤ CỤ THỂ", bold=True)
    for heading, tasks in BODY:
        out += paragraph(heading, bold=True)
        for task, values in tasks:
            out += paragraph(task) + "".join(paragraph(f"- {label}: {value}.") for label, value in zip(LABELS, values))
    out += paragraph("III. TỔ CHỨC THỰC HIỆN", bold=True)
    out += paragraph("1. Các sở, ban, ngành, UBND cấp xã báo cáo định kỳ quý, 6 tháng và năm kết quả thực hiện về UBND tỉnh (qua Sở Nội vụ), chậm nhất vào ngày 17 của tháng cuối kỳ báo cáo.")
    out += paragraph("2. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.")
    out += table([("Nơi nhận:\n- Các sở, ban, ngành;\n- UBND các xã, phường;\n- Lưu: VT.", "CHỦ TỊCH\n\nNgười ký")], (4800, 4800), borders=False)
    out += paragraph("PHỤ LỤC", True, True) + paragraph("Hiện đại hóa hành chính - Sở Khoa học và Công nghệ chịu trách nhiệm chủ trì", True, True)
    out += paragraph("(Kèm theo Kế hoạch số 118/KH-UBND ngày 12/6/2026 của UBND tỉnh Mẫu)", True, italic=True)
    out += table(TABLE, (600, 2800, 1900, 1500, 1500, 1300))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMESPACE}><w:body>{out}<w:sectPr/></w:body></w:document>'


def main():
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>',
        "word/document.xml": document(),
    }
    TARGET.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(TARGET, "w") as package:
        for name, text in parts.items():
            # A day of its own, so that the same words give the same bytes.
            entry = zipfile.ZipInfo(name, (2026, 6, 12, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)


if __name__ == "__main__":
    main()
