"""Takes away the database, the share and the room on the disk while the real service works, or its life, and gives them back; used by scripts/fault-drill.

    python3 drills.py PROGRAM WORK SEED DRILL...          postgres, share, output, data, kill, days; share, output and data need the right to mount

Each drill ends with a line of its own; what went wrong is told before it.
"""

import asyncio
import collections
import os
import pathlib
import signal
import subprocess
import sys
import time

import folders
import office as offices
import store as stores
from days import days
from drill import Drill, fill, mount, postgres, unmount
from struck import struck

# Each run has its own planned time, so that none of them waits minutes for another try of the last one.
SERVICE_JOBS = {
    "remind": ("remind_agencies", ", schedule: cron 0/20 * * * * ?, retry: { times: 0 }"),
    "deliver": ("deliver_mail", ", schedule: cron 0/3 * * * * ?, retry: { times: 0 }"),
}
WORKBOOK_JOBS = {
    "report": ("assemble_report", ", schedule: cron 0/3 * * * * ?, retry: { times: 0 }"),
    "health": ("check_registers", ", schedule: cron 1/3 * * * * ?, retry: { times: 0 }"),
}


async def database(program, folder, seed):
    """Stopped in an orderly way for ten seconds, then crashed and started at once, while letters leave."""
    psql, port, name = postgres("start", folder).split(":")
    drill = Drill(program, folder / "office", seed, SERVICE_JOBS)
    drill.store = stores.PostgresStore(psql, port, name)
    try:
        await drill.prepare(slowness=0.15)
        expected = offices.Expectation(drill.office).of(drill.today)
        await drill.start_service()
        accepted = drill.mailbox.moments
        await drill.until("ten letters left", lambda: accepted["message accepted"] >= 10)
        postgres("halt", folder)
        at_halt = accepted["message accepted"]
        await asyncio.sleep(10)
        in_between = accepted["message accepted"] - at_halt
        postgres("go", folder)
        back = time.monotonic()
        await drill.until("letters leave again", lambda: accepted["message accepted"] >= at_halt + in_between + 3)
        resumed = time.monotonic() - back
        postgres("stop", folder)
        postgres("go", folder)
        await drill.until("all letters are out", lambda: drill.has_all(expected))
        return await drill.close("postgres", expected, f"stopped for 10 s with {at_halt} letters out, {in_between} more meanwhile, going on {resumed:.1f} s after it was back; then crashed and restarted")
    finally:
        postgres("stop", folder)


async def share(program, folder, seed, days=12):
    """Unmounted while it is read, at another moment each day; back on the next run."""
    drill = Drill(program, folder, seed, first=offices.FIRST_DAY)
    chung, kept = folder / "chung", folder / "kept"
    chung.mkdir(parents=True)
    mount(chung, "16m")
    try:
        await drill.prepare()
        subprocess.run(["cp", "-a", chung, kept], check=True)
        expectation, expected, ends, reading = offices.Expectation(drill.office), {}, collections.Counter(), 0
        for number, day in zip(range(days + 1), drill.office.working_days()):
            expected |= expectation.of(day)
            code = 0
            if number:
                code = await unmounted_while_reading(drill, day, reading * (number - 1) / days * 0.6)
                ends[drill.store.ask("SELECT result FROM job_run ORDER BY started_at DESC LIMIT 1")[0][0]] += 1
                mount(chung, "16m")
                subprocess.run(["cp", "-a", f"{kept}/.", chung], check=True)
            again = await drill.run("remind", day)
            if code not in (0, 1, 3) or again not in (0, 3):
                drill.troubles.append(f"{day}: ended with {code}, with the share back with {again}")
            if not number:
                reading = drill.store.ask("SELECT (julianday(min(l.created_at)) - julianday(r.started_at)) * 86400 FROM letter l, job_run r")[0][0]
        if not ends["partly"] + ends["failed"]:
            drill.troubles.append("no run was disturbed")
        return await drill.close("share", expected, f"unmounted in {days} runs, which ended " + ", ".join(f"{result} {count}" for result, count in sorted(ends.items())))
    finally:
        unmount(chung)


async def unmounted_while_reading(drill, day, seconds):
    """So long after the run is in the log, which is the moment before it reads."""
    runs = len(drill.store.ask("SELECT 1 FROM job_run"))
    process = await drill.start("run", "remind", "--as-of", day.isoformat())
    while process.returncode is None and len(drill.store.ask("SELECT 1 FROM job_run")) == runs:
        await asyncio.sleep(0.002)
    await asyncio.sleep(seconds)
    unmount(drill.folder / "chung")
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
        return await drill.close("output", {}, f"told as {next((line.strip() for line in said.splitlines() if 'No space left' in line), '')[:90]!r}; with room again {written} workbooks written, alarm gone")
    finally:
        for place in (ra, temporary):
            unmount(place)


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
        if "disk is full" not in (folder / "log").read_text():
            drill.troubles.append("the log does not name the cause")
        return await drill.close("data", expected, f"full for 20 s with {at_full[0]} letters queued, {in_between[0] - at_full[0]} more meanwhile")
    finally:
        unmount(place)


async def main():
    program, work, seed, *names = sys.argv[1:]
    clocked = os.environ.get("CCHC_CLOCKED_SERVICE", program)
    known = {"postgres": database, "share": share, "output": output, "data": data, "kill": struck, "days": days}
    # Ended from outside, too, nothing stays mounted and nothing goes on.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    results = []
    for name in names:
        folder = pathlib.Path(work) / name
        folder.mkdir(parents=True)
        try:
            results.append(await known[name](clocked if name == "days" else program, folder, int(seed)))
        finally:
            while Drill.processes:
                process = Drill.processes.pop()
                if process.returncode is None:
                    process.kill()
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(asyncio.run(main()))
