"""A made-up office whose tasks are known: its shared folder, its settings, and by arithmetic of its own which letter each address must get on each day."""

import collections
import datetime
import json
import pathlib

import table

FIRST_DAY = datetime.date(2026, 1, 5)
DAYS_OFF = [datetime.date(2026, month, day) for month, day in
            [(1, 1), (2, 16), (2, 17), (2, 18), (2, 19), (2, 20), (4, 27), (4, 30), (5, 1), (9, 1), (9, 2), (12, 24)]]
BEFORE = [15, 7, 3, 1]
EVERY_AFTER, HEAD_AFTER, STANDING_BODY_AFTER, OLDEST_DAYS = 5, 10, 20, 60
# Stages further before the due day than this go out together on Mondays.
DAILY_WITHIN = 3
STANDING_BODY = "SNV"
ADDRESSES_OF_STANDING_BODY = ["snv@noi-vu.example", "lanhdao.snv@noi-vu.example"]
# Name: duty, and what else jobs.yml says of it.
JOBS = {"remind": ("remind_agencies", ""), "deliver": ("deliver_mail", ""), "report": ("assemble_report", ""), "health": ("check_registers", ""), "clean": ("housekeeping", "")}

Task = collections.namedtuple("Task", "token agency due")
# kind: reminder, head or escalation.
Letter = collections.namedtuple("Letter", "day kind agency")


class Office:
    """Each agency has one or two addresses, its head another; each task one agency and one day. A task is known in a letter by its token."""

    def __init__(self, chance, agencies=30, tasks=700, first=FIRST_DAY, days=390, make_up=()):
        self.first, self.make_up = first, make_up
        self.agencies = {f"CQ{n:02}": [f"dm{n:02}{part}@coquan.example" for part in ("a", "b")[:1 + n % 2]] for n in range(1, agencies + 1)}
        self.heads = {code: f"lanhdao{code[2:]}@coquan.example" for code in self.agencies}
        # From 40 days back: the first day finds tasks at every stage.
        self.tasks = [Task(f"NV{n:04}X", chance.choice(list(self.agencies)), first + datetime.timedelta(chance.randrange(days + 80) - 40)) for n in range(1, tasks + 1)]

    def is_working(self, day):
        return day in self.make_up or (day.weekday() < 5 and day not in DAYS_OFF)

    def working_days(self):
        day = self.first
        while True:
            if self.is_working(day):
                yield day
            day += datetime.timedelta(1)

    def first_worked(self, day):
        while not self.is_working(day):
            day += datetime.timedelta(1)
        return day

    def gathering_days(self, day):
        """The last one not after the day and the first one after it: of each week its Monday, or the first day worked after that."""
        mondays = [day + datetime.timedelta(7 * week - day.weekday()) for week in range(-5, 6)]
        gathering = [self.first_worked(monday) for monday in mondays]
        return max(one for one in gathering if one <= day), min(one for one in gathering if one > day)

    def working_days_left(self, today, due):
        """Days worked after today up to the due day; of one that has passed, negative: those worked since."""
        if due >= today:
            return sum(self.is_working(today + datetime.timedelta(n)) for n in range(1, (due - today).days + 1))
        return -self.working_days_left(due, today)

    def write(self, folder, mail, jobs=JOBS):
        folder = pathlib.Path(folder)
        shared = folder / "chung"
        table.write(shared / "danh-ba-co-quan.xlsx", [["Mã", "Tên cơ quan", "Nhóm", "Email", "Email lãnh đạo"]]
                    + [[STANDING_BODY, "Sở Nội vụ", "Đơn vị khác", "; ".join(ADDRESSES_OF_STANDING_BODY), ""]]
                    + [[code, f"UBND xã Mẫu số {code[2:]}", "UBND cấp xã", "; ".join(addresses), self.heads[code]] for code, addresses in self.agencies.items()])
        table.write(shared / "lich-nghi.xlsx", [["Ngày", "Loại", "Ghi chú"]] + [[f"{day:%d/%m/%Y}", "nghỉ", ""] for day in DAYS_OFF]
                    + [[f"{day:%d/%m/%Y}", "làm bù", ""] for day in self.make_up])
        for part in range(3):
            table.write(shared / "so-theo-doi" / f"so-{part + 1}.xlsx", [["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian thực hiện"]]
                        + [[str(number), f"Rà soát, đơn giản hóa nhóm thủ tục {task.token}", "Báo cáo", f"UBND xã Mẫu số {task.agency[2:]}", f"{task.due:%d/%m/%Y}"]
                           for number, task in enumerate(self.tasks[part::3], 1)])
        lines = "".join(f"  - {{ name: {name}, does: {does}{more} }}\n" for name, (does, more) in jobs.items())
        (folder / "jobs.yml").write_text(
            "office: { province: tỉnh Mẫu, standing_body: SNV }\nfolders: { shared: chung, output: ra }\nregime: nd-09-2019\n"
            f"reminders: {{ oldest_overdue_days: {OLDEST_DAYS}, gather_early_on: monday, daily_within: {DAILY_WITHIN} }}\njobs:\n{lines}", encoding="utf-8")
        (folder / "appsettings.json").write_text(json.dumps({"mail": mail}), encoding="utf-8")
        return folder / "jobs.yml"


def step_reached(left):
    late = -left
    if late >= EVERY_AFTER:
        return late - late % EVERY_AFTER
    if left <= 0:
        return 0
    return -min((days for days in BEFORE if days >= left), default=0) or None


def step_today(left, is_gathering_day, until_next):
    """Early steps wait for the gathering day, which takes what the days before the next one would bring; what could not wait for it goes at once."""
    step = step_reached(left)
    if left <= DAILY_WITHIN:
        return step
    if is_gathering_day:
        early = [one for one in (step_reached(left - days) for days in range(until_next)) if one is not None and one < -DAILY_WITHIN]
        return max(early, default=None)
    return step if left - until_next <= DAILY_WITHIN else None


class Expectation:
    """What every address must get, day after day: a second, simple reading of the rules."""

    def __init__(self, office):
        self.office = office
        # The furthest step each task was told of.
        self.told = {}

    def of(self, day):
        """{(letter, address): tokens}; to be asked for each working day once, in order."""
        lines = collections.defaultdict(set)
        last, following = self.office.gathering_days(day)
        until_next = self.office.working_days_left(day, following)
        for task in self.office.tasks:
            due = self.office.first_worked(task.due)
            step = step_today(self.office.working_days_left(day, due), day == last, until_next)
            if step is None or (day - due).days > OLDEST_DAYS or step <= self.told.get(task, step - 1):
                continue
            self.told[task] = step
            lines[Letter(day, "reminder", task.agency)].add(task.token)
            if step >= HEAD_AFTER:
                lines[Letter(day, "head", task.agency)].add(task.token)
            if step >= STANDING_BODY_AFTER:
                lines[Letter(day, "escalation", STANDING_BODY)].add(task.token)
        return {(letter, address): frozenset(tokens) for letter, tokens in lines.items() for address in self.addresses(letter)}

    def addresses(self, letter):
        if letter.kind == "escalation":
            return ADDRESSES_OF_STANDING_BODY
        return [self.office.heads[letter.agency]] if letter.kind == "head" else self.office.agencies[letter.agency]
