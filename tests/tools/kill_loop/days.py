"""Five working days of the service on a clock of its own: greylisting and a refused address, a share away for an hour, PostgreSQL stopped twice, one SIGTERM, one SIGKILL. What every agency must get is
reckoned elsewhere; the log and the health page are looked at in each moment."""

import asyncio
import collections
import datetime
import json
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request

import books
import mailbox
import office as offices
import store as stores
from drill import Drill, POSTGRES

# Asked for as on the page, at their time: Quartz keeps the machine's clock.
JOBS = {
    "remind": ("remind_agencies", ", retry: { times: 1, pause_minutes: 1 }"),
    "deliver": ("deliver_mail", ", retry: { times: 0 }"),
    "health": ("check_registers", ", retry: { times: 0 }"),
}
ADMIN = "quan-tri@noi-vu.example"
REFUSED = "dm07a@coquan.example"
OFFICE_TIME = datetime.timezone(datetime.timedelta(hours=7))
PATIENCE = 600
# A Monday with no day off near.
FIRST_DAY = datetime.date(2027, 7, 5)


class GreyMailbox(mailbox.Mailbox):
    """Lets an unknown address wait while `is_grey`, and never knows one of them."""
    is_grey = False

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.known = set()

    def answer_to(self, address):
        if address == REFUSED:
            return "550 5.1.1 no such user here"
        if self.is_grey and address not in self.known:
            self.known.add(address)
            return "451 4.7.1 greylisted, come again"
        return "250 ok"


class Clock:
    """A file that the service reads: how many seconds its clock is ahead of the machine's. PostgreSQL, Hangfire and Quartz keep the machine's."""

    def __init__(self, folder):
        self.file = folder / "clock"
        self.environment = {"CCHC_TEST_CLOCK": str(self.file)}

    def set(self, day, hour, minute, second=0):
        there = datetime.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=OFFICE_TIME).timestamp()
        self.offset = there - time.time()
        unfinished = self.file.with_suffix(".new")
        unfinished.write_text(f"{self.offset:.3f}")
        unfinished.replace(self.file)

    def now(self):
        return datetime.datetime.fromtimestamp(time.time() + self.offset, OFFICE_TIME)


class Days(Drill):
    def __init__(self, program, folder, seed, clock, postgres_folder):
        super().__init__(program, folder, seed, JOBS, first=FIRST_DAY)
        self.clock, self.postgres_folder = clock, postgres_folder
        self.office = offices.Office(self.chance, tasks=500, first=FIRST_DAY, days=40)
        self.environment = clock.environment

    async def prepare(self, slowness=0.0):
        self.mailbox = GreyMailbox(self.chance, 20, slowness)
        await self.mailbox.open()
        self.jobs_file = self.office.write(self.folder, {
            "mode": "smtp", "senderAddress": books.SENDER, "host": "127.0.0.1", "port": self.mailbox.port, "useTls": False, "timeoutSeconds": 20}, self.jobs)
        with open(self.jobs_file, "a", encoding="utf-8") as file:
            file.write(f"recipients: {{ admin: [{ADMIN}] }}\n")

    def postgres(self, what):
        return subprocess.run([POSTGRES, what, self.postgres_folder], check=True, capture_output=True, text=True).stdout.strip()

    async def serve(self):
        port = self.free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.service = await self.start("serve", "--url", self.address)
        await self.until_async("the service answers", lambda health: health[0] is not None)

    async def health(self):
        def ask():
            try:
                with urllib.request.urlopen(self.address + "/health/ready", timeout=30) as answer:
                    return answer.status, json.load(answer)
            except urllib.error.HTTPError as refused:
                return refused.code, json.load(refused)
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                return None, {"checks": []}

        code, told = await asyncio.to_thread(ask)
        return code, {check["name"]: check["detail"] for check in told["checks"] if not check["ok"]}

    async def until_async(self, what, is_so):
        patience = time.monotonic() + PATIENCE
        while not is_so(health := await self.health()):
            if time.monotonic() > patience:
                self.troubles.append(f"after {PATIENCE} s still not: {what}; health {health}")
                break
            await asyncio.sleep(0.5)
        return health

    async def tell(self, moment, *wants):
        """The health of this moment must name these checks, or none; the line says what it named."""
        code, bad = await self.until_async(
            f"{moment}: health names {list(wants) or 'nothing'}", lambda health: health[0] is not None and (set(wants) <= set(health[1]) if wants else health[0] == 200))
        print(f"  {self.clock.now():%a %d/%m %H:%M:%S}  {moment}: health {code}" + "".join(f"; {name}: {detail[:110]}" for name, detail in sorted(bad.items())), flush=True)

    def ask_store(self, what):
        try:
            return self.store.ask(what)
        except (stores.NotMadeYet, RuntimeError):
            return []

    def ran(self, job, day):
        return bool(self.ask_store(f"SELECT 1 FROM job_run WHERE job = '{job}' AND as_of = '{day}' AND finished_at IS NOT NULL AND result <> 'failed' AND NOT EXISTS (SELECT 1 FROM run_queue q WHERE q.job = job_run.job)"))

    def open_letters(self):
        rows = self.ask_store("SELECT count(*) FROM delivery WHERE settled_at IS NULL")
        return rows[0][0] if rows else -1

    async def to(self, day, hour, minute, second=0):
        """No clock is put on while a run is in hand: that would be another fault than the one that is tried."""
        await self.until("no run is in hand", lambda: self.ask_store("SELECT count(*) FROM job_run WHERE finished_at IS NULL") == [(0,)], PATIENCE)
        self.clock.set(day, hour, minute, second)
        # The service looks at the file some times a second.
        await asyncio.sleep(1)

    async def ask_for(self, job, day, hour, minute):
        await self.to(day, hour, minute)
        self.store.ask_for(job, day)

    async def settle(self, day):
        """Ten minutes after ten minutes until nothing waits."""
        for quarter in range(0, 5 * 6):
            if self.open_letters() == 0:
                return
            runs = self.delivered_runs()
            await self.ask_for("deliver", day, 9 + quarter // 6, quarter % 6 * 10)
            await self.until("the letters are tried", lambda: self.delivered_runs() > runs, PATIENCE)
        self.troubles.append(f"{day}: {self.open_letters()} letters still wait")

    def delivered_runs(self):
        rows = self.ask_store("SELECT count(*) FROM job_run WHERE job = 'deliver' AND finished_at IS NOT NULL")
        return rows[0][0] if rows else 0

    async def letters_leave(self, count):
        before = self.mailbox.moments["message accepted"]
        await self.until(f"{count} letters left", lambda: self.mailbox.moments["message accepted"] >= before + count, PATIENCE)


async def greylisting(drill, day):
    drill.mailbox.is_grey = True
    await drill.ask_for("remind", day, 7, 30)
    await drill.until("the reminders ran", lambda: drill.ran("remind", day), PATIENCE)
    waiting = drill.open_letters()
    await drill.tell(f"greylisted, {waiting} letters wait, {drill.mailbox.moments['message accepted']} out")
    await drill.settle(day)
    drill.mailbox.is_grey = False
    refused = drill.ask_store(f"SELECT count(*) FROM delivery WHERE address = '{REFUSED}' AND state = 'refused'")
    await drill.tell(f"nothing waits, refused for {REFUSED}: {refused[0][0]}")


async def share_away(drill, day):
    chung, away = drill.folder / "chung", drill.folder / "chung-away"
    await drill.to(day, 7, 15)
    chung.rename(away)
    await drill.tell("the share is away", "share")
    await drill.ask_for("remind", day, 7, 30)
    await drill.letters_leave(1)
    await drill.until("the letters of the day are out", lambda: drill.open_letters() == 0, PATIENCE)
    await drill.tell("the letters of the day left by the last readings", "share")
    await drill.to(day, 8, 15)
    away.rename(chung)
    await drill.tell("the share is back")
    await drill.until("the reminders ran", lambda: drill.ran("remind", day), PATIENCE)
    await drill.settle(day)


async def postgres_stopped(drill, day):
    drill.mailbox.slowness = 0.15
    await drill.ask_for("remind", day, 7, 30)
    await drill.letters_leave(5)
    drill.postgres("halt")
    await drill.tell("PostgreSQL stopped while letters leave", "database")
    drill.postgres("go")
    await drill.until("the reminders ran", lambda: drill.ran("remind", day), PATIENCE)
    drill.mailbox.slowness = 0.0
    await drill.tell("PostgreSQL is back")
    await drill.settle(day)
    await drill.to(day, 12, 5)
    drill.postgres("halt")
    await drill.tell("PostgreSQL stopped while nothing happens", "database")
    drill.postgres("go")
    await drill.tell("PostgreSQL is back")


async def stopped(drill, day, sign):
    drill.mailbox.slowness = 0.15
    await drill.ask_for("remind", day, 7, 30)
    await drill.letters_leave(5)
    drill.service.send_signal(sign)
    code = await asyncio.wait_for(drill.service.wait(), PATIENCE)
    out = drill.mailbox.moments["message accepted"]
    doubt = drill.ask_store("SELECT count(*) FROM delivery WHERE state = 'sending'")[0][0]
    print(f"  {drill.clock.now():%a %d/%m %H:%M:%S}  {sign.name}: ended with {code}, {doubt} letters in doubt", flush=True)
    if sign == signal.SIGTERM and (code, doubt) != (0, 0):
        drill.troubles.append(f"SIGTERM ended with {code}, {doubt} letters in doubt")
    drill.mailbox.slowness = 0.0
    await drill.serve()
    await drill.until("the reminders ran", lambda: drill.ran("remind", day), PATIENCE)
    await drill.tell(f"started again, {drill.mailbox.moments['message accepted'] - out} more letters out")
    await drill.settle(day)


def told_in(log):
    """How often each event was told, of those that warn."""
    lines = collections.Counter(match[1] for match in re.finditer(r"^\d{4}-\d\d-\d\d [\d:.]+ (?:WARN|ERROR) +(\S+)", log, re.MULTILINE))
    runs = len(re.findall(r" JobRunner\.(?:Finished|Failed) ", log))
    return runs, lines


async def days(program, folder, seed):
    clock = Clock(folder)
    clock.set(FIRST_DAY, 5, 50)
    drill = Days(program, folder / "office", seed, clock, folder)
    psql, port, name = drill.postgres("start").split(":")
    drill.store = stores.PostgresStore(psql, port, name)
    try:
        await drill.prepare()
        expectation, expected = offices.Expectation(drill.office), {}
        await drill.serve()
        await drill.tell("started")
        five = [day for day, _ in zip(drill.office.working_days(), range(5))]
        for day, what in zip(five, [greylisting, share_away, postgres_stopped, lambda *a: stopped(*a, signal.SIGTERM), lambda *a: stopped(*a, signal.SIGKILL)]):
            expected |= expectation.of(day)
            await drill.ask_for("health", day, 6, 0)
            await drill.until("the registers were read", lambda: drill.ran("health", day), PATIENCE)
            await what(drill, day)
            await drill.to(day, 17, 0)
            await drill.tell("evening")
        drill.service.send_signal(signal.SIGTERM)
        await asyncio.wait_for(drill.service.wait(), 200)
        return close(drill, expected)
    finally:
        drill.postgres("stop")


def close(drill, expected):
    refused = {key: tokens for key, tokens in expected.items() if key[1] == REFUSED}
    deliveries = [one for one in drill.store.deliveries()]
    if not refused or {one.state for one in deliveries if one.address == REFUSED} != {"refused"}:
        drill.troubles.append(f"letters to {REFUSED}: {len(refused)} expected, {[one for one in deliveries if one.address == REFUSED]}")
    copies = drill.mailbox.take_copies()
    alarms = [copy for copy in copies if copy.address == ADMIN]
    drill.balance.count(
        {key: tokens for key, tokens in expected.items() if key not in refused}, [copy for copy in copies if copy.address != ADMIN], [one for one in deliveries if one.address != REFUSED])
    drill.balance.expected, wanted = drill.balance.expected, len(expected) - len(refused)
    runs, told = told_in("".join(path.read_text(encoding="utf-8") for path in sorted((drill.folder / "data" / "log").glob("*.log"))))
    logged = drill.store.ask("SELECT count(*) FROM job_run WHERE finished_at IS NOT NULL")[0][0]
    print(f"  log: {runs} lines of runs for {logged} runs; " + (", ".join(f"{name} {count}" for name, count in told.most_common()) or "no warning"))
    print(f"  letters of alarm to the administrator: {len(alarms)}")
    for trouble in [*drill.balance.remarks, *drill.troubles]:
        print(f"days: WRONG: {trouble}")
    is_right = drill.balance.is_right and not drill.troubles
    print(f"days: {'held' if is_right else 'BROKEN'}: five days, letters {wanted} expected; {drill.balance}; refused as told {len(refused)}", flush=True)
    return is_right
