"""The draft of the narrative report: its tables of figures, and the agencies' wording under each section, in order, what is the same said once."""

import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

import sheets
from office import vn_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST, AFTER = "IV. NỘI DUNG BÁO CÁO CỦA CÁC CƠ QUAN", "V. "
TITLES = ["1. Công tác chỉ đạo, điều hành", "2. Kết quả nổi bật trên các lĩnh vực", "3. Tồn tại, hạn chế và nguyên nhân", "4. Nhiệm vụ trọng tâm kỳ tới và kiến nghị, đề xuất"]


def words_of(element):
    return "".join(part.text or "" for part in element.iter(f"{W}t"))


def read(path):
    """Paragraphs outside tables, and the tables by the words of their second heading."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))[0]
    tables = {}
    for table in body.iter(f"{W}tbl"):
        rows = [[words_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        tables[rows[0][1]] = rows[1:]
    return [words_of(paragraph) for paragraph in body.findall(f"{W}p")], tables


def share(value):
    return "–" if value is None else vn_number(value * 100, 2) + "%"


def printed(figure, value):
    return "–" if value is None else share(value) if figure.kind == "rate" else vn_number(value, 2)


def areas(report):
    heading, rows = sheets.areas(report)
    return [[str(value) if not isinstance(value, float) else share(value) for value in row] for row in rows]


def figures(report, last):
    earlier = {total.figure.code: total.value for total in last.totals} if last else {}
    return [[
        total.figure.code, total.figure.name, total.figure.unit, printed(total.figure, total.value), printed(total.figure, earlier.get(total.figure.code)), "–",
        f"{total.number_given}/{total.asked}"] for total in report.totals if total.figure.kind != "words"]


def narrative(report):
    received = sum(bool(hand_in.counted) for hand_in in report.hand_ins)
    for place, title in enumerate(TITLES):
        yield title
        alike = {}
        for hand_in in report.hand_ins:
            said = hand_in.counted.sections.get(place) if hand_in.counted else None
            if said:
                alike.setdefault(folded(said[0]), []).append((hand_in.agency.name, said[0]))
        for group in alike.values():
            who = group[0][0] if len(group) == 1 else f"{len(group)}/{received} cơ quan"
            yield from f"{who}: {group[0][1]}".split("\n")


def folded(words):
    """What is the same but for capitals, accents, spaces and the full stop."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", " ".join(words.split()).lower().replace("đ", "d")) if not unicodedata.combining(letter))
    return plain.strip(" .;-+")


def compare(path, report, last, differences):
    paragraphs, tables = read(path)
    missing = [[str(number), one.agency.name, str(one.days_late), str(one.refused)] for number, one in enumerate((one for one in report.hand_ins if not one.counted), start=1)]
    for name, wanted in (("Lĩnh vực", areas(report)), ("Chỉ tiêu", figures(report, last)), ("Cơ quan", missing)):
        rows = tables.get(name, [])
        differences.check(f"draft, {name}: rows", len(wanted), len(rows))
        for number, (row, found) in enumerate(zip(wanted, rows), start=1):
            for column, (value, cell) in enumerate(zip(row, found), start=1):
                differences.compare(f"draft, {name}, row {number}, column {column}", value, cell)
    start = paragraphs.index(FIRST) + 1
    end = next(number for number in range(start, len(paragraphs)) if paragraphs[number].startswith(AFTER))
    wanted = list(narrative(report))
    differences.check("draft: paragraphs of the agencies", len(wanted), end - start)
    for number, (words, found) in enumerate(zip(wanted, paragraphs[start:end]), start=1):
        differences.compare(f"draft: paragraph {number} of the agencies", words, found)
