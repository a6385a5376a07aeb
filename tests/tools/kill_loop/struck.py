"""Strikes `serve` at set moments of a run of 1,500 letters and starts it again: the run goes on, every letter comes once, and until then the service says that it is not ready."""

import asyncio
import signal
import time
import urllib.error
import urllib.request

import office as offices
import store as stores
from drill import Drill

LETTERS = 1500
RUN, LETTERS_LEAVE = "the run began", "the first letter left"
MOMENTS = [
    (1, signal.SIGKILL, RUN), (4, signal.SIGKILL, RUN), (20, signal.SIGKILL, RUN), (4, signal.SIGTERM, RUN), (4, signal.SIGKILL, LETTERS_LEAVE), (4, signal.SIGTERM, LETTERS_LEAVE)]
JOBS = {"remind": ("remind_agencies", ", retry: { times: 0 }"), "deliver": ("deliver_mail", ", retry: { times: 0 }")}
PATIENCE = 900
# A mail server's answer; of a run of 1,500 letters enough is left at the last moment.
SECONDS_A_LETTER = 0.03


def office_of(today, chance):
    """One task an agency, due on the next working day; every second agency has two addresses."""
    office = offices.Office(chance, LETTERS * 2 // 3, 0, first=today, days=60, make_up=(today,))
    due = office.first_worked(today + offices.datetime.timedelta(1))
    office.tasks = [offices.Task(f"NV{number:04}X", agency, due) for number, agency in enumerate(office.agencies, 1)]
    return office


class Struck(Drill):
    async def serve(self):
        self.service, self.address = await self.start_listening("serve")
        self.since = time.monotonic()

    async def start_listening(self, verb):
        port = self.free_port()
        return await self.start(verb, "--url", f"http://127.0.0.1:{port}"), f"http://127.0.0.1:{port}"

    async def ready(self):
        """The health page's code; None while nobody answers."""
        def ask():
            try:
                with urllib.request.urlopen(self.address + "/health/ready", timeout=20) as answer:
                    return answer.status
            except urllib.error.HTTPError as refused:
                return refused.code
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                return None

        return await asyncio.to_thread(ask)

    def ask(self, what, otherwise):
        try:
            return self.store.ask(what)[0]
        except (stores.NotMadeYet, IndexError):
            return otherwise

    def try_to_ask_for(self, job):
        try:
            self.store.ask_for(job, self.today)
            return True
        except stores.NotMadeYet:
            return False

    def attempt(self):
        return self.ask("SELECT attempt FROM job_run WHERE job = 'remind'", (0,))[0]

    def has_ended(self, job):
        return self.ask(f"SELECT count(*) FROM job_run WHERE job = '{job}' AND finished_at IS NOT NULL", (0,))[0] > 0 and not self.store.queued_runs()


async def strike(program, folder, seed, seconds, sign, since):
    drill = Struck(program, folder, seed, JOBS)
    drill.office = office_of(drill.today, drill.chance)
    await drill.prepare(slowness=SECONDS_A_LETTER)
    expected = offices.Expectation(drill.office).of(drill.today)
    accepted = drill.mailbox.moments

    await drill.serve()
    await drill.until("the run is asked for", lambda: drill.try_to_ask_for("remind"), PATIENCE)
    await drill.until("the run has begun", lambda: drill.attempt() == 1, PATIENCE)
    await drill.until(since, lambda: since == RUN or accepted["message accepted"] > 0, PATIENCE)
    await asyncio.sleep(seconds)
    at_strike = accepted["message accepted"]
    began = time.monotonic()
    drill.service.send_signal(sign)
    code = await asyncio.wait_for(drill.service.wait(), PATIENCE)
    ended = time.monotonic() - began
    if sign == signal.SIGTERM and code != 0:
        drill.troubles.append(f"SIGTERM ended it with {code}")

    await drill.serve()
    red = 0
    while drill.attempt() == 1 and time.monotonic() - drill.since < PATIENCE:
        code = await drill.ready()
        if code == 200 and drill.attempt() == 1 and sign == signal.SIGKILL:
            drill.troubles.append("ready although a run was cut short and not taken over")
        red += code == 503
        await asyncio.sleep(0.05)
    taken_over = time.monotonic() - drill.since
    if taken_over > 60:
        drill.troubles.append(f"taken over only after {taken_over:.0f} s")
    await drill.until("the run has ended", lambda: drill.has_ended("remind"), PATIENCE)
    result, finished, log_attempt = drill.ask("SELECT result, finished_at, attempt FROM job_run WHERE job = 'remind'", ("", "", 0))
    if result not in ("done", "done_with_findings") or not finished:
        drill.troubles.append(f"the run is not closed in the log: {result}")
    # The letter that was in hand when the process was killed is sent once more after its pause.
    in_doubt = [one for one in drill.store.deliveries() if one.state != "sent"]
    drill.store.let_pass(1)
    await drill.until("the deliveries are asked for", lambda: drill.try_to_ask_for("deliver"), PATIENCE)
    await drill.until("the deliveries have ended", lambda: drill.has_ended("deliver"), PATIENCE)
    await drill.until("the service is ready", lambda: not drill.store.queued_runs())
    if (code := await drill.ready()) != 200:
        drill.troubles.append(f"not ready at the end: {code}")
    name = f"{sign.name} {seconds} s after {since}"
    return await drill.close(
        name, expected,
        f"{at_strike} of {len(expected)} letters out, ended in {ended:.1f} s, taken over {taken_over:.1f} s after the start (ready was red {red} times), "
        f"run {result} at attempt {log_attempt}, in doubt {len(in_doubt)}")


async def struck(program, folder, seed):
    results = []
    for number, (seconds, sign, since) in enumerate(MOMENTS):
        place = folder / str(number)
        place.mkdir()
        results.append(await strike(program, place, seed, seconds, sign, since))
    return all(results)
