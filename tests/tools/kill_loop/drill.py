"""An office whose service is to be disturbed, and what is needed for it."""

import asyncio
import datetime
import os
import pathlib
import random
import signal
import socket
import subprocess
import time

import books
import folders
import mailbox
import office as offices
import store as stores

POSTGRES = pathlib.Path(__file__).parents[3] / "scripts" / "throw-away-postgres"
PATIENCE_SECONDS = 20


class Drill:
    """One office with its mail server; the service is started, never restarted, and asked to stop at the end."""
    processes = []

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
        with open(self.folder / "log", "ab") as log:
            process = await asyncio.create_subprocess_exec(
                "dotnet", self.program, *arguments, "--jobs", str(self.jobs_file), stdout=log, stderr=asyncio.subprocess.STDOUT,
                env={**os.environ, **self.store.environment, **self.environment})
        self.processes.append(process)
        return process

    async def start_service(self):
        self.service = await self.start("work", "--url", f"http://127.0.0.1:{self.free_port()}")

    @staticmethod
    def free_port():
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return free.getsockname()[1]

    async def run(self, job, day):
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


def postgres(what, folder):
    return subprocess.run([POSTGRES, what, folder], check=True, capture_output=True, text=True).stdout.strip()


def mount(place, size):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)


def fill(path):
    with open(path, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass


def unmount(place):
    """At once, whoever has files open there."""
    subprocess.run(["umount", "-l", place], check=False, stderr=subprocess.DEVNULL)
