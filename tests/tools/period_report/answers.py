"""What each agency answers, drawn by lot from a fixed seed: what is typed into a cell, and what it means."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import unicodedata

from office import vn_day, vn_number

DONE, GOING, OPEN, DROPPED = "done", "in_progress", "open", "dropped"
CHOICES = {DONE: "Hoàn thành", GOING: "Đang thực hiện", OPEN: "Chưa thực hiện", DROPPED: "Không còn thực hiện"}
SPELLINGS = {
    DONE: ["Hoàn thành", "Hoàn thành", "hoàn thành", "Đã hoàn thành", "Xong"],
    GOING: ["Đang thực hiện", "Đang thực hiện", "đang thực hiện", "Đang  triển khai"],
    OPEN: ["Chưa thực hiện", "chưa"],
    DROPPED: ["Không còn thực hiện"],
}
RESULTS = [
    "Đã ban hành kế hoạch và phân công từng phòng thực hiện.",
    "- Đã họp lấy ý kiến;\n- đã gửi dự thảo cho các sở, ngành.",
    "=SUM(A1:A9) là chữ, không phải công thức",
    "+84 200 3000 là số điện thoại tiếp nhận",
    "@tổ công tác đã kiểm tra 12 xã",
    "12/3",
    unicodedata.normalize("NFD", "Đã trả 1.250 hồ sơ đúng hạn, không có hồ sơ quá hạn"),
    "Đạt\u00a098,5%\u00a0chỉ tiêu",
    "  Đã thực hiện xong bước một  ",
    "Bảo đảm tiến độ 👍 <b>không</b> & \"đúng hạn\"",
    "Đã rà soát từng thủ tục và đơn giản hóa thành phần hồ sơ. " * 12,
]
DIFFICULTIES = [
    "Thiếu nhân lực tin học ở cấp xã; đề nghị bố trí biên chế.",
    "-Chậm do chờ hướng dẫn của bộ, ngành\n-Kinh phí chưa được cấp",
    "=chưa có kinh phí",
]
WORDS = ["Một cửa lưu động tại thôn, bản", "Không có mô hình mới", "Tổ công nghệ số cộng đồng\nđến từng nhà"]


def lot(*words):
    """A number from 0 to 99, the same at every run."""
    return int(hashlib.sha256(" ".join(map(str, words)).encode()).hexdigest()[:8], 16) % 100


def pick(choices, *words):
    return choices[lot("pick", *words) % len(choices)]


@dataclasses.dataclass
class TaskAnswer:
    """One row as the agency leaves it."""
    status: str = ""
    #: One of the four states; None while nothing is said.
    state: str | None = None
    result: str = ""
    day: datetime.date | None = None
    document: object = ""
    difficulty: str = ""

    @property
    def is_given(self):
        return bool(self.status or self.result or self.day or self.document or self.difficulty)


@dataclasses.dataclass
class FigureAnswer:
    typed: object = None
    #: None is no figure, which is not 0; of a figure in words the words.
    value: object = None
    note: str = ""


def task_answer(agency, period, duty, form):
    """What the agency makes of a row that went out with `form` filled in."""
    words = agency.code, period.code, duty.key
    chance = lot("row", *words)
    if chance < 6:
        return TaskAnswer()
    if chance < 16 and not (form.state == DONE and form.day is None):
        return form
    state = DONE if chance < 40 else GOING if chance < 70 else OPEN if chance < 80 else DROPPED if chance < 84 else None
    answer = TaskAnswer(pick(SPELLINGS[state], *words) if state else "", state or OPEN)
    answer.result = pick(RESULTS, *words, "result") if chance % 3 else ""
    if state == DONE:
        answer.day = period.collected - datetime.timedelta(days=lot("day", *words))
        answer.document = pick([f"{10 + chance}/BC-{agency.code}", f"Số {chance}/QĐ-UBND", 125, ""], *words, "document")
    elif state is None:
        # Only words: the status is left out.
        answer.result = answer.result or RESULTS[0]
    if chance % 4 == 1:
        answer.difficulty = pick(DIFFICULTIES, *words, "difficulty")
    return answer


def figure_answers(agency, period, figures):
    return {figure.code: figure_answer(agency, period, figure) for figure in figures if not figure.parts}


def figure_answer(agency, period, figure):
    words = agency.code, period.code, figure.code
    chance = lot("figure", *words)
    note = "Số liệu tạm tính đến ngày chốt" if chance % 7 == 0 else ""
    if chance < 8:
        return FigureAnswer(None, None, "Chưa thống kê được" if chance % 2 else "")
    if figure.kind == "words":
        said = pick(WORDS, *words)
        return FigureAnswer(said, said, note)
    if chance < 12:
        return FigureAnswer(pick(["-", "x", "…"], *words), None, note)
    if chance < 20:
        return FigureAnswer(pick([0, "không", "Không có", "0"], *words), 0, note)
    return FigureAnswer(*NUMBERS[figure.kind](lot("value", *words) * 37 + lot("units", *words), chance, figure), note)


def whole(number, chance, figure):
    number %= (figure.greatest or number) + 1
    typed = vn_number(number, 0) if chance % 5 == 1 else f" {number} " if chance % 5 == 2 else f"{number} {figure.unit}" if chance % 5 == 3 else number
    return typed, number


def decimal(number, chance, _):
    value = round(50 + number % 500 / 10 + 0.05, 2)
    return vn_number(value) if chance % 2 else value, value


def rate(number, chance, _):
    percent = 20 + number % 800 / 10
    typed = [percent / 100, vn_number(percent) + "%", vn_number(percent) + " %", percent, vn_number(percent)][chance % 5]
    return typed, round(percent / 100, 12)


NUMBERS = {"whole": whole, "decimal": decimal, "rate": rate}


def sections(agency, period):
    """The four narrative answers; one in eight is left blank."""
    return [
        "" if lot("section", agency.code, period.code, place) < 12
        else f"{agency.name} đã thực hiện nội dung {place + 1} của kỳ {period.name}.\n- {pick(RESULTS[:2], agency.code, period.code, place).splitlines()[0]}"
        for place in range(4)
    ]


def as_typed(day, style):
    """A day as a person may leave it: a real date, words, or a bare serial number that lost its format."""
    if style == "words":
        return vn_day(day)
    return (day - datetime.date(1899, 12, 30)).days if style == "serial" else day
