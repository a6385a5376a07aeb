"""Takes away the database, the share and the room on the disk while the real service works, and gives them back; used by scripts/fault-drill.

    python3 drills.py PROGRAM WORK SEED DRILL...          postgres, share, output, data; share, output and data need the right to mount

Each drill ends with a line of its own; what went wrong is told before it.
"""

import asyncio
import collections
import datetime
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import time

import books
import folders
import mailbox
import office as offices
import store as stores

SERVICE_JOBS = {
    # Each try has its own planned time, so that none of them waits minutes for another try of the last one.
    "remind": ("remind_agencies", ", schedule: cron 0/20 * * * * ?, retry: { times: 0 }"),
    "deliver": ("deliver_mail", ", schedule: cron 0/3 * * * * ?, retry: { times: 0 }"),
}
WORKBOOK_JOBS = {"report": ("assemble_report", ", schedule: cron 0/3 * * * * ?, retry: { times: 0 }"), "health": ("check_registers", ", schedule: cron 1/3 * * * * ?, retry: { times: 0 }")}
HERE = pathlib.Path(__file__).parent
PATIENCE_SECONDS = 20


class Drill:
    """One office with its mail server; the service is started, never restarted, and asked to stop at the end."""

    def __init__(self, program, folder, seed, jobs=offices.JOBS, first=None):
        self.program, self.folder, self.jobs = program, folder, jobs
        self.chance = random.Random(seed)
        today = first or datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()
        self.office = offices.Office(self.chance, first=today, days=60, make_up=() if first else (today, today + datetime.timedelta(1)))
        self.today, self.store, self.balance, self.troubles = today, stores.SqliteStore(folder), books.Balance(), []
        self.environment, self.service = {}, None

    async def prepare(self, slowness=0.0):
        self.mailbox = mailbox.Mailbox(self.chance, PATIENCE_SECONDS, slowness)
        await self.mailbox.open()
        self.jobs_file = self.office.write(self.folder, {
            "mode": "smtp", "senderAddress": books.SENDER, "host": "127.0.0.1", "port": self.mailbox.port, "useTls": False, "timeoutSeconds": PATIENCE_SECONDS}, self.jobs)
        self.shared = folders.fingerprint(self.folder / "chung")

    async def start(self, *arguments):
        return await asyncio.create_subprocess_exec(
            "dotnet", self.program, *arguments, "--jobs", str(self.jobs_file), stdout=open(self.folder / "log", "ab"), stderr=asyncio.subprocess.STDOUT,
            env={**os.environ, **self.store.environment, **self.environment})

    async def start_service(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.service = await self.start("work", "--url", f"http://127.0.0.1:{port}")

    async def run(self, job, day, environment=None):
        self.environment = environment or {}
        process = await self.start("run", job, "--as-of", day.isoformat())
        return await asyncio.wait_for(process.wait(), 120)

    async def until(self, what, is_so, seconds=120):
        patience = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > patience:
                self.troubles.append(f"after {seconds} s still not: {what}")
                return False
            await asyncio.sleep(0.1)
        return True

    def has_all(self, expected):
        wanted = {(books.message_id(letter), address) for letter, address in expected}
        try:
            return wanted <= {(one.message_id, one.address) for one in self.store.deliveries() if one.state in ("sent", "held")}
        except (stores.NotMadeYet, RuntimeError):
            return False

    async def close(self, name, expected, said):
        if self.service:
            if self.service.returncode is not None:
                self.troubles.append(f"the service ended by itself with {self.service.returncode}")
            else:
                self.service.send_signal(signal.SIGTERM)
                await asyncio.wait_for(self.service.wait(), 60)
        self.balance.count(expected, self.mailbox.take_copies(), self.store.deliveries())
        if folders.fingerprint(self.folder / "chung") != self.shared:
            self.troubles.append("the office's own files were changed")
        self.troubles += folders.troubles_of_outputs(self.folder / "ra")
        for trouble in [*self.balance.remarks, *self.troubles]:
            print(f"{name}: WRONG: {trouble}")
        is_right = self.balance.is_right and not self.troubles
        print(f"{name}: {'held' if is_right else 'BROKEN'}: {said}; {self.balance}", flush=True)
        return is_right


async def postgres(program, folder, seed):
    """Stopped in an orderly way for ten seconds, then crashed and started at once, while letters leave."""
    psql, port, database = subprocess.run([POSTGRES, "start", folder], check=True, capture_output=True, text=True).stdout.strip().split(":")
    drill = Drill(program, folder / "office", seed, SERVICE_JOBS)
    drill.store = stores.PostgresStore(psql, port, database)
    try:
        await drill.prepare(slowness=0.15)
        expected = offices.Expectation(drill.office).of(drill.today)
        await drill.start_service()
        accepted = drill.mailbox.moments
        await drill.until("ten letters left", lambda: accepted["message accepted"] >= 10)
        subprocess.run([POSTGRES, "halt", folder], check=True)
        at_halt = accepted["message accepted"]
        await asyncio.sleep(10)
        in_between = accepted["message accepted"] - at_halt
        subprocess.run([POSTGRES, "go", folder], check=True)
        back = time.monotonic()
        await drill.until("letters leave again", lambda: accepted["message accepted"] >= at_halt + in_between + 3)
        resumed = time.monotonic() - back
        subprocess.run([POSTGRES, "stop", folder], check=True)
        subprocess.run([POSTGRES, "go", folder], check=True)
        await drill.until("all letters are out", lambda: drill.has_all(expected))
        return await drill.close("postgres", expected, f"stopped for 10 s with {at_halt} letters out, {in_between} more meanwhile, going on {resumed:.1f} s after it was back; then crashed and restarted")
    finally:
        subprocess.run([POSTGRES, "stop", folder], check=True)


async def share(program, folder, seed, days=12):
    """Unmounted while it is read, at another moment each day; back on the next run."""
    drill = Drill(program, folder, seed, first=offices.FIRST_DAY)
    chung = folder / "chung"
    chung.mkdir(parents=True)
    mount(chung, "16m")
    await drill.prepare()
    kept = folder / "kept"
    subprocess.run(["cp", "-a", chung, kept], check=True)
    expectation, expected, ends, reading = offices.Expectation(drill.office), {}, collections.Counter(), 0.5
    for number, day in zip(range(days + 1), drill.office.working_days()):
        expected |= expectation.of(day)
        code = await unmounted_while_reading(drill, day, reading * number / days) if number else 0
        if number:
            ends[drill.store.ask("SELECT result FROM job_run ORDER BY started_at DESC LIMIT 1")[0][0]] += 1
            mount(chung, "16m")
            subprocess.run(["cp", "-a", f"{kept}/.", chung], check=True)
        again = await drill.run("remind", day)
        if code not in (0, 1, 3) or again not in (0, 3):
            drill.troubles.append(f"{day}: ended with {code}, with the share back with {again}")
        if not number:
            reading = drill.store.ask("SELECT (julianday(min(l.created_at)) - julianday(r.started_at)) * 86400 FROM letter l, job_run r")[0][0]
    is_right = await drill.close("share", expected, f"unmounted in {days} runs, which ended " + ", ".join(f"{result} {count}" for result, count in sorted(ends.items())))
    subprocess.run(["umount", "-l", chung], check=True)
    return is_right


async def unmounted_while_reading(drill, day, seconds):
    """So long after the run is in the log, which is the moment before it reads."""
    runs = len(drill.store.ask("SELECT 1 FROM job_run"))
    process = await drill.start("run", "remind", "--as-of", day.isoformat())
    while process.returncode is None and len(drill.store.ask("SELECT 1 FROM job_run")) == runs:
        await asyncio.sleep(0.002)
    await asyncio.sleep(seconds)
    subprocess.run(["umount", "-l", drill.folder / "chung"], check=True)
    return await asyncio.wait_for(process.wait(), 120)


async def output(program, folder, seed):
    """No room in the output folder and for temporary files while workbooks are written."""
    drill = Drill(program, folder, seed, WORKBOOK_JOBS)
    ra, temporary = folder / "ra", folder / "tmp"
    for place in (ra, temporary):
        place.mkdir(parents=True)
        mount(place, "200k")
    await drill.prepare()
    drill.environment = {"TMPDIR": str(temporary)}
    filler = [place / "filler" for place in (ra, temporary)]
    try:
        for path in filler:
            fill(path)
        await drill.start_service()
        alarm = folder / "data" / "SU-CO.txt"
        told = await drill.until("somebody is told", lambda: alarm.exists() and "report" in alarm.read_text() and "health" in alarm.read_text())
        said = alarm.read_text(encoding="utf-8-sig") if told else ""
        visible = [path for path in folders.visible(ra) if path.name not in ("filler", "SU-CO.txt")]
        drill.troubles += [f"{path} is visible although there was no room" for path in visible] + [f"{path} was left behind" for path in folders.unfinished(ra)]
        if "No space left" not in said:
            drill.troubles.append(f"the alarm does not name the cause: {said}")
        for path in filler:
            path.unlink()
        await drill.until("workbooks are written", lambda: len(list(ra.rglob("*.xlsx"))) >= 2)
        await drill.until("the alarm is gone", lambda: not alarm.exists())
        written = len(list(ra.rglob("*.xlsx")))
        return await drill.close("output", {}, f"told as {said.split('No space left')[0].splitlines()[-1].strip()!r}; with room again {written} workbooks written, alarm gone")
    finally:
        for place in (ra, temporary):
            subprocess.run(["umount", "-l", place], check=True)


async def data(program, folder, seed):
    """No room for the database from the first run on."""
    drill = Drill(program, folder, seed, SERVICE_JOBS)
    place = folder / "data"
    place.mkdir(parents=True)
    mount(place, "8m")
    await drill.prepare(slowness=0.1)
    try:
        expected = offices.Expectation(drill.office).of(drill.today)
        await drill.start_service()
        await drill.until("the service runs", lambda: drill.store.letters()[3] > 0)
        fill(place / "filler")
        at_full = drill.store.letters()
        await asyncio.sleep(20)
        in_between = drill.store.letters()
        (place / "filler").unlink()
        await drill.until("all letters are out", lambda: drill.has_all(expected))
        return await drill.close("data", expected, f"full for 20 s with {at_full[0]} letters queued, {in_between[0] - at_full[0]} more meanwhile")
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def mount(place, size):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)


def fill(path):
    with open(path, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass


POSTGRES = str(HERE.parents[2] / "scripts" / "throw-away-postgres")


async def main():
    program, work, seed, *names = sys.argv[1:]
    known = {"postgres": postgres, "share": share, "output": output, "data": data}
    results = []
    for name in names:
        folder = pathlib.Path(work) / name
        folder.mkdir(parents=True)
        results.append(await known[name](program, folder, int(seed)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(asyncio.run(main()))
