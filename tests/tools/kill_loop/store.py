"""The worker's outbox as it stands in its database, and the passing of time in it."""

import asyncio
import collections
import contextlib
import sqlite3
import subprocess
import uuid

Delivery = collections.namedtuple("Delivery", "message_id address state attempts unknowns")
NOTHING = 0, 0, 0, 0
FIELD, ROW = "\x1f", "\x1e"


class Store:
    def deliveries(self):
        return [Delivery(*row) for row in self.ask("SELECT message_id, address, state, attempts, unknowns FROM delivery ORDER BY id")]

    def reminders(self):
        return [tuple(row) for row in self.ask("SELECT task_key, milestone_key, due, stage, agency_code FROM reminder")]

    def is_waiting(self):
        return self.ask("SELECT count(*) FROM delivery WHERE settled_at IS NULL")[0][0] > 0

    def letters(self):
        """How many letters are queued, how many deliveries are in hand and settled; None before the first start."""
        try:
            return tuple(self.ask("SELECT (SELECT count(*) FROM letter), (SELECT count(*) FROM delivery WHERE state = 'sending'), "
                                  "(SELECT count(*) FROM delivery WHERE settled_at IS NOT NULL), (SELECT count(*) FROM job_run)")[0])
        except NotMadeYet:
            return NOTHING

    def queued_runs(self):
        return self.ask("SELECT count(*) FROM run_queue")[0][0] + self.unfinished_runs()

    def ask_for(self, job, day):
        """As a person does on the page, for a day."""
        self.ask(f"INSERT INTO run_queue (job, occurrence_key, asked_by, as_of, queued_at) VALUES ('{job}', 'asked-{uuid.uuid4().hex}', 'kill-loop', '{day}', {self.now})")

    def unfinished_runs(self):
        return self.ask("SELECT count(*) FROM job_run WHERE finished_at IS NULL")[0][0]


class NotMadeYet(Exception):
    """No worker has made the tables yet."""


class SqliteStore(Store):
    name = "sqlite"
    now = "strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'"
    environment = {}

    def __init__(self, folder):
        self.file = folder / "data" / "cchc.db"

    def ask(self, sql):
        # Whoever only looks leaves the write-ahead log to the worker's next start.
        try:
            connection = sqlite3.connect(f"file:{self.file}?mode={'ro' if sql.startswith('SELECT') else 'rw'}", uri=True, timeout=30)
        except sqlite3.OperationalError as missing:
            raise NotMadeYet from missing
        try:
            with connection:
                return connection.execute(sql).fetchall()
        except sqlite3.OperationalError as missing:
            if "no such table" in str(missing):
                raise NotMadeYet from missing
            raise
        finally:
            connection.close()

    @contextlib.asynccontextmanager
    async def letter_count(self):
        """To be asked many times a second."""
        async def count():
            return self.letters()[0]

        yield count

    def let_pass(self, hours):
        """As if the machine had stood still so long: leases run out, pauses end."""
        if self.letters() == NOTHING:
            return
        earlier = ", ".join(f"{column} = strftime('%Y-%m-%dT%H:%M:%f', {column}, '-{hours} hours') || '000Z'" for column in ("next_attempt_at", "claimed_until"))
        self.ask(f"UPDATE delivery SET {earlier}")


class PostgresStore(Store):
    name = "postgres"
    now = "now()"

    def __init__(self, psql, port, database):
        self.command = [psql, "-h", "127.0.0.1", "-p", str(port), "-U", "cchc", "-d", database, "-XAtq", "-F", FIELD, "-R", ROW, "-c"]
        self.environment = {"CCHC_POSTGRES": f"Host=127.0.0.1;Port={port};Username=cchc;Database={database}"}

    def ask(self, sql):
        answer = subprocess.run([*self.command, sql], capture_output=True, text=True, check=False)
        if answer.returncode:
            raise NotMadeYet(answer.stderr) if "does not exist" in answer.stderr else RuntimeError(answer.stderr)
        rows = answer.stdout.rstrip("\n").split(ROW) if answer.stdout else []
        return [tuple(int(value) if value.isdigit() else value for value in row.split(FIELD)) for row in rows]

    @contextlib.asynccontextmanager
    async def letter_count(self):
        psql = await asyncio.create_subprocess_exec(*self.command[:-1], stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL)

        async def count():
            psql.stdin.write(b"SELECT count(*) FROM letter;\n")
            # Before the tables are there nothing is answered: the life ends by itself.
            return int(await psql.stdout.readline())

        try:
            yield count
        finally:
            psql.stdin.close()
            await psql.wait()

    def let_pass(self, hours):
        if self.letters() == NOTHING:
            return
        self.ask(f"UPDATE delivery SET next_attempt_at = next_attempt_at - interval '{hours} hours', claimed_until = claimed_until - interval '{hours} hours'")
