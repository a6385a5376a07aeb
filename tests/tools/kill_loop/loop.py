"""Lives through working days, killing the worker several times on each, lets it finish unharmed, and balances the books."""

import collections
import os
import time

import books
import folders
import office as offices
import store as stores

PATIENCE_SECONDS = 2


class Loop:
    def __init__(self, folder, office, worker, store, mailbox, chance, say):
        self.folder, self.office, self.worker, self.store, self.mailbox, self.chance, self.say = folder, office, worker, store, mailbox, chance, say
        self.kills, self.lives, self.doing = 0, 0, collections.Counter()
        self.balance = books.Balance()
        self.troubles = []

    async def run(self, kills):
        expectation = offices.Expectation(self.office)
        shared = folders.fingerprint(self.folder / "chung")
        most = 14 + kills // 400
        days = 0
        for day in self.office.working_days():
            expected = expectation.of(day)
            began = time.time()
            await self.harm(day, {books.message_id(letter) for letter, _ in expected}, min(self.chance.randint(most // 2, most * 3 // 2), kills - self.kills))
            await self.finish(day)
            self.balance.count(expected, self.mailbox.take_copies(), [one for one in self.store.deliveries() if one.message_id.startswith(f"<{day:%Y%m%d}.")])
            self.troubles += folders.troubles_of_outputs(self.folder / "ra", began)
            days += 1
            if days % 5 == 0 or self.kills >= kills or not self.is_right:
                self.say(f"{day}: {self.line()}")
            if self.kills >= kills or not self.is_right:
                break
        await self.tidy(day)
        if folders.fingerprint(self.folder / "chung") != shared:
            self.troubles.append("the office's own files were changed")
        return days

    @property
    def is_right(self):
        return self.balance.is_right and not self.troubles

    def line(self):
        return f"kills {self.kills}: {self.balance}"

    async def harm(self, day, letters, kills):
        """A day that goes wrong: each life is ended too early, until nothing is left to be sent."""
        self.mailbox.is_harmful = True
        while kills > 0 and ((to_come := len(letters - self.queued())) or self.store.is_waiting()):
            job = "remind" if to_come or self.chance.random() < 0.7 else self.chance.choice(["deliver", "deliver", "report", "health"])
            company = self.chance.choice(["remind", "deliver"]) if self.chance.random() < 0.08 else None
            life = await self.worker.live(job, day, self.worker.choose_moment(job, to_come), company)
            self.lives += 1
            if life.was_killed:
                kills -= 1
                self.kills += 1
                self.doing[life.doing] += 1
            else:
                self.judge_end(job, day, life)
            if self.chance.random() < 0.5:
                self.store.let_pass(1)
        self.mailbox.is_harmful = False

    def queued(self):
        try:
            return {one.message_id for one in self.store.deliveries()}
        except stores.NotMadeYet:
            return set()

    async def finish(self, day):
        """The worker is left alone until nothing waits any more."""
        for job in ("remind", "report", "health") if self.chance.random() < 0.2 else ("remind",):
            self.judge_end(job, day, await self.worker.live(job, day))
        for _ in range(6):
            if not self.store.is_waiting():
                return
            self.store.let_pass(1)
            self.judge_end("deliver", day, await self.worker.live("deliver", day))
        self.troubles.append(f"{day}: letters still wait after six unharmed runs")

    async def tidy(self, day):
        """What was left half-written is under a name nobody takes for a workbook, and housekeeping takes it away."""
        left = folders.unfinished(self.folder / "ra")
        for path in left:
            os.utime(path, (0, 0))
        self.judge_end("clean", day, await self.worker.live("clean", day))
        self.say(f"{len(left)} unfinished files under temporary names, {len(folders.unfinished(self.folder / 'ra'))} after housekeeping")
        self.troubles += [f"{path} was not cleared away" for path in folders.unfinished(self.folder / "ra")]

    def judge_end(self, job, day, life):
        """Done, or done with findings or in part: what the server refused is told so. Anything else is a failure of the program."""
        if life.code not in (0, 3):
            self.troubles.append(f"{day}: {job} ended with {life.code}: {life.said[-2000:]}")
