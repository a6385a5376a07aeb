"""A mail server on a free loopback port that writes down every message it accepts and dies, stalls or refuses at the worst moments."""

import asyncio
import collections
import email
import email.policy
import hashlib
import re

Copy = collections.namedtuple("Copy", "message_id address tokens digest is_whole")

# How a conversation goes wrong, and how often out of a hundred. KEPT: the message counts as accepted all the same.
FAULTS = {
    "greets with 421": 2, "drops at MAIL": 2, "451 at RCPT": 3, "drops at RCPT": 2, "drops at DATA": 3, "drops in the message": 4, "drops after the message": 3,
    "KEPT, drops before the answer": 4, "KEPT, drops in the answer": 3, "KEPT, drops after the answer": 3, "KEPT, answers too late": 1, "452 after the message": 3,
    "slow answers": 25,
}
TOKEN = re.compile(r"\bNV\d{4}X\b")


class Mailbox:
    """Faults come only while `is_harmful`; whoever wants to know how far the conversation is sets `listener`."""

    def __init__(self, chance, patience_of_client, slowness=0.0):
        self.chance, self.patience, self.slowness = chance, patience_of_client, slowness
        self.is_harmful = False
        self.messages, self.faults, self.moments = [], collections.Counter(), collections.Counter()
        self.listener = lambda moment: None
        self.stage = None

    async def open(self):
        self.server = await asyncio.start_server(self.converse, "127.0.0.1", 0, limit=1 << 20)
        self.port = self.server.sockets[0].getsockname()[1]

    async def converse(self, reader, writer):
        fault = self.choose()
        try:
            await self.answer_all(reader, writer, fault)
        except (ConnectionError, asyncio.IncompleteReadError, Dropped):
            pass
        finally:
            self.tell(None)
            writer.transport.abort()

    def choose(self):
        if not self.is_harmful or self.chance.random() * 100 >= sum(FAULTS.values()):
            return "none"
        fault = self.chance.choices(list(FAULTS), FAULTS.values())[0]
        self.faults[fault] += 1
        return fault

    def tell(self, moment):
        self.stage = moment
        if moment:
            self.moments[moment] += 1
            self.listener(moment)

    async def answer_all(self, reader, writer, fault):
        async def answer(line):
            if fault == "slow answers":
                await asyncio.sleep(self.chance.random() * 0.04)
            writer.write(line.encode() + b"\r\n")
            await writer.drain()

        self.tell("connected")
        await answer("421 too busy" if fault == "greets with 421" else "220 mailbox ESMTP")
        address = None
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb in (b"EHLO", b"HELO"):
                await answer("250 mailbox")
            elif verb == b"MAIL":
                self.tell("MAIL seen")
                self.drop_if(fault == "drops at MAIL")
                await answer("250 ok")
            elif verb == b"RCPT":
                self.tell("RCPT seen")
                self.drop_if(fault == "drops at RCPT")
                address = line.decode().split("<", 1)[1].split(">")[0]
                await answer("451 later" if fault == "451 at RCPT" else self.answer_to(address))
            elif verb == b"DATA":
                self.tell("DATA seen")
                self.drop_if(fault == "drops at DATA")
                await answer("354 go on")
                await self.take(reader, writer, answer, address, fault)
            elif verb == b"QUIT":
                self.tell("QUIT seen")
                await answer("221 bye")
                return
            else:
                await answer("250 ok")

    def answer_to(self, address):
        """What a server that takes everybody's mail says to a recipient."""
        return "250 ok"

    async def take(self, reader, writer, answer, address, fault):
        message = b""
        while not message.endswith(b"\r\n.\r\n"):
            part = await reader.readuntil(b"\n")
            self.tell("in the message") if not message else None
            message += part
            self.drop_if(fault == "drops in the message" and len(message) > 4000)
        self.tell("whole message seen")
        self.drop_if(fault == "drops after the message")
        if fault == "452 after the message":
            return await answer("452 full")
        await asyncio.sleep(self.slowness + self.chance.random() * 0.2 * (fault == "slow answers"))
        self.messages.append((address, message[:-3].replace(b"\r\n..", b"\r\n.")))
        self.tell("message accepted")
        self.drop_if(fault == "KEPT, drops before the answer")
        if fault == "KEPT, drops in the answer":
            writer.write(b"25")
            await writer.drain()
            raise Dropped
        if fault == "KEPT, answers too late":
            await asyncio.sleep(self.patience + 0.5)
        await answer("250 kept")
        self.tell("answer sent")
        self.drop_if(fault == "KEPT, drops after the answer")

    def take_copies(self):
        """What was accepted since the last time."""
        messages, self.messages = self.messages, []
        return [read(address, message) for address, message in messages]

    @staticmethod
    def drop_if(is_time):
        if is_time:
            raise Dropped


class Dropped(Exception):
    """The server dies on purpose."""


def read(address, message):
    letter = email.message_from_bytes(message, policy=email.policy.SMTP)
    text = letter.get_body(("plain",))
    words = text.get_content() if text else ""
    files = [part.get_content() for part in letter.iter_attachments()]
    # Dates and boundaries change with each sending; the words and the workbook must not.
    digest = hashlib.sha256(words.encode() + b"".join(files)).hexdigest()
    boundary = letter.get_boundary()
    is_whole = bool(boundary) and message.rstrip().endswith(f"--{boundary}--".encode()) and len(files) == 1
    return Copy(letter["Message-ID"], address, frozenset(TOKEN.findall(words)), digest, is_whole)
