"""Kills the real worker over and over and counts what became of its letters; used by scripts/kill-loop.

    python3 kill_loop PROGRAM WORK --kills N --seed S [--serve] [--postgres PSQL:PORT:DATABASE]
"""

import argparse
import asyncio
import pathlib
import random
import sys
import time

import books
import mailbox
import office
import store
import worker
from loop import PATIENCE_SECONDS, Loop


def settings():
    parser = argparse.ArgumentParser(description="Kill the worker over and over and balance its books.")
    parser.add_argument("program")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--tasks", type=int, default=700, help="in the made-up office; an agency for each 23")
    parser.add_argument("--serve", action="store_true", help="kill `serve` instead of `run`, with SIGKILL and SIGTERM")
    parser.add_argument("--postgres", help="psql:port:database; without it SQLite")
    return parser.parse_args()


async def main():
    chosen = settings()
    chosen.work.mkdir(parents=True, exist_ok=True)
    chance = random.Random(chosen.seed)
    made_up = office.Office(chance, chosen.tasks // 23, chosen.tasks)
    server = mailbox.Mailbox(chance, PATIENCE_SECONDS)
    await server.open()
    jobs = made_up.write(chosen.work, {
        "mode": "smtp", "senderAddress": books.SENDER, "host": "127.0.0.1", "port": server.port, "useTls": False, "timeoutSeconds": PATIENCE_SECONDS},
        {name: (does, more + (", retry: { times: 0 }" if chosen.serve else "")) for name, (does, more) in office.JOBS.items()})
    kept = store.PostgresStore(*chosen.postgres.split(":")) if chosen.postgres else store.SqliteStore(chosen.work)

    def say(line):
        print(f"{kept.name}: {line}", flush=True)

    began = time.monotonic()
    loop = Loop(chosen.work, made_up, (worker.Service if chosen.serve else worker.Worker)(chosen.program, jobs, kept, server, chance), kept, server, chance, say)
    days = await loop.run(chosen.kills)
    seconds = time.monotonic() - began
    say(f"seed {chosen.seed}, {days} working days, {loop.lives} lives harmed, {seconds:.0f} s, {seconds / max(loop.kills, 1):.2f} s a kill")
    for what, count in sorted(loop.doing.items()):
        say(f"  killed {count:4} × {what}")
    for what, count in sorted(server.faults.items()):
        say(f"  server {count:4} × {what}")
    for remark in [*loop.balance.remarks, *loop.troubles]:
        say(f"WRONG: {remark}")
    say(loop.line())
    return 0 if loop.is_right else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(asyncio.run(main()))
