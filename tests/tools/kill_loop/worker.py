"""The real worker: a process of its own for each life, left to end by itself or killed at a moment chosen before: `run`, or `serve` that is asked for a run."""

import asyncio
import collections
import os
import socket
import statistics
import time

from store import NotMadeYet

Moment = collections.namedtuple("Moment", "seen count seconds")
QUEUED = "letters queued"
Life = collections.namedtuple("Life", "was_killed code doing seconds said")

IN_CONVERSATION = ["connected", "MAIL seen", "RCPT seen", "DATA seen", "in the message", "whole message seen", "message accepted", "answer sent", "QUIT seen"]


class Worker:
    def __init__(self, program, jobs, store, mailbox, chance):
        self.program, self.jobs, self.store, self.mailbox, self.chance = program, jobs, store, mailbox, chance
        self.lengths = {"remind": [1.5], "deliver": [0.8], "report": [1.5], "health": [1.5], "clean": [0.8]}
        # The first seconds of a process are compiling; less of it leaves more of the moments for what matters.
        self.environment = {**os.environ, **store.environment, "DOTNET_TieredPGO": "0", "DOTNET_gcServer": "0", "TZ": "Asia/Ho_Chi_Minh"}

    def choose_moment(self, job, letters_to_come):
        """Some moment of a usual life; n ms after the server saw something for the k-th time; or, while the day's letters are not all queued, n ms after the k-th."""
        soon = self.chance.choice([0, 0.002, 0.005, 0.01, 0.03]) * self.chance.random()
        weights = {"remind": (15, 25, 60) if letters_to_come else (15, 85, 0), "deliver": (30, 70, 0)}.get(job, (100, 0, 0))
        kind = self.chance.choices(("some moment", "in a conversation", QUEUED), weights)[0]
        if kind == "in a conversation":
            return Moment(self.chance.choice(IN_CONVERSATION), self.chance.choice([1, 1, 2, 3, 5, 8]), soon)
        if kind == QUEUED:
            return Moment(QUEUED, self.chance.randint(1, letters_to_come), soon)
        return Moment(None, 0, self.chance.random() * statistics.median(self.lengths[job][-9:]))

    async def live(self, job, day, moment=None, company=None):
        """One life; without a moment it is left alone. Company is the job of a second worker beside it, which nobody harms."""
        before, began, heard = self.store.letters(), time.monotonic(), collections.Counter()
        is_time = asyncio.Event()

        def listen(seen):
            heard[seen] += 1
            if moment and seen == moment.seen and heard[seen] == moment.count:
                asyncio.get_running_loop().call_later(moment.seconds, is_time.set)

        self.mailbox.listener = listen
        beside = await self.run_verb(company, day) if company else None
        process = await self.start(job, day)
        output = asyncio.create_task(process.stdout.read())
        end = asyncio.create_task(process.wait())
        doing = None
        if moment:
            if moment.seen is None:
                asyncio.get_running_loop().call_later(moment.seconds, is_time.set)
            alarm = asyncio.create_task(self.wait_for_letters(before[0] + moment.count, moment.seconds) if moment.seen == QUEUED else is_time.wait())
            await asyncio.wait({alarm, end}, return_when=asyncio.FIRST_COMPLETED)
            if not end.done():
                process.kill()
                stage = self.mailbox.stage
                await end
                doing = self.what_it_did(job, before, heard, stage) + (", another worker beside it" if beside else "")
            alarm.cancel()
            await asyncio.gather(alarm, return_exceptions=True)
        code = await asyncio.wait_for(end, 120)
        if beside:
            await asyncio.wait_for(beside.communicate(), 120)
        said = (await output).decode(errors="replace")
        seconds = time.monotonic() - began
        was_killed = doing is not None
        if not was_killed:
            self.lengths[job].append(seconds)
        # The server's side of the broken connection may still be open.
        await asyncio.sleep(0.01)
        self.mailbox.listener = lambda seen: None
        return Life(was_killed, code, doing, seconds, said)

    def start(self, job, day):
        return self.run_verb(job, day)

    def run_verb(self, job, day):
        return asyncio.create_subprocess_exec(
            "dotnet", self.program, "run", job, "--as-of", day.isoformat(), "--jobs", str(self.jobs),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env=self.environment)

    async def wait_for_letters(self, wanted, seconds):
        async with self.store.letter_count() as count:
            while await count() < wanted:
                await asyncio.sleep(0.002)
        await asyncio.sleep(seconds)

    def what_it_did(self, job, before, heard, stage):
        """As far as it can be known from the server and from what stands in the database."""
        letters, in_hand, _, runs = self.store.letters()
        if stage in ("connected",):
            return "in a conversation: greeting"
        if stage in ("MAIL seen", "RCPT seen", "DATA seen"):
            return "in a conversation: before the message"
        if stage == "in the message":
            return "in a conversation: in the message"
        if stage in ("whole message seen", "message accepted"):
            return "in a conversation: message out, no answer yet"
        if stage in ("answer sent", "QUIT seen"):
            return "in a conversation: answered, not recorded" if in_hand > before[1] else "in a conversation: answered and recorded"
        if heard:
            return "between two letters: one claimed" if in_hand > before[1] else "between two letters: none claimed"
        if letters > before[0]:
            return "queueing letters"
        if runs == before[3]:
            return "starting: run not logged yet"
        return f"reading and deciding ({job})" if job in ("remind", "deliver") else f"reading and writing a workbook ({job})"


class Service(Worker):
    """`serve`, asked for one run; its life ends when nothing is queued any more. Struck by SIGKILL or SIGTERM."""

    async def start(self, job, day):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = await asyncio.create_subprocess_exec(
            "dotnet", self.program, "serve", "--jobs", str(self.jobs), "--url", f"http://127.0.0.1:{port}",
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env=self.environment)
        return Served(process, self.store, job, day, self.chance)


class Served:
    def __init__(self, process, store, job, day, chance):
        self.process, self.store, self.job, self.day, self.chance = process, store, job, day, chance
        self.stdout = process.stdout

    def kill(self):
        (self.process.kill if self.chance.random() < 0.6 else self.process.terminate)()

    async def wait(self):
        """Asks for the run, where none that was cut short is left, and stops the service when all have ended."""
        while self.process.returncode is None and not self.ask():
            await asyncio.sleep(0.05)
        while self.process.returncode is None and self.store.queued_runs():
            await asyncio.sleep(0.05)
        if self.process.returncode is None:
            self.process.terminate()
        return await self.process.wait()

    def ask(self):
        try:
            if not self.store.queued_runs():
                self.store.ask_for(self.job, self.day)
            return True
        except NotMadeYet:
            return False
