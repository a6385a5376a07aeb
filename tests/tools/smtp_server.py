"""A mail server for tests, on a free loopback port, that keeps every message it accepts and can fail on purpose.

Prints its port on the first line, then one line for each message kept: the recipient and the file. Ends when its input is closed.

The local part of a recipient's address says what happens to mail for it:
    rcpt-451, rcpt-550 ...   answered with that code when named
    data-452, data-554 ...   answered with that code after the message
    drop-at-rcpt             the connection breaks when it is named
    lose-answer              the message is kept, the connection breaks before the answer
    lose-mail                the message is not kept, the connection breaks before the answer
    stall                    the message is kept, the answer never comes
Everything else is accepted.
"""

import argparse
import asyncio
import itertools
import pathlib
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.numbers = itertools.count(1)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if refusal := re.match(r"rcpt-(\d{3})", address):
            return f"{refusal[1]} the test wants {refusal[1]} for this address"
        if address.startswith("relay-"):
            return "550 5.7.1 relaying denied"
        if address.startswith("drop-at-rcpt"):
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("unwanted"):
            return "550 5.1.8 this sender is unwanted"
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        if refusal := re.match(r"data-(\d{3})", address):
            return f"{refusal[1]} the test wants {refusal[1]} for this message"
        if not address.startswith("lose-mail"):
            self.keep(address, envelope.original_content)
        if address.startswith("stall"):
            await asyncio.sleep(3600)
        if address.startswith("lose-"):
            server.transport.abort()
        return "250 kept"

    def keep(self, address, content):
        file = self.folder / f"{next(self.numbers):06}.eml"
        file.write_bytes(content)
        print(f"{address}\t{file}", flush=True)


class Server(SMTP):
    async def auth_login(self, server, args):
        """.NET writes the mechanism in lower case."""
        return await self.auth_LOGIN(server, args)


def settings():
    parser = argparse.ArgumentParser(description="A mail server for tests.")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="where messages are kept")
    parser.add_argument("--certificate", help="PEM file with certificate and key: offer and demand STARTTLS")
    parser.add_argument("--tls-at-once", action="store_true", help="speak TLS from the first byte on, as port 465 does")
    parser.add_argument("--old-tls", action="store_true", help="know TLS 1.0 and 1.1 alone")
    parser.add_argument("--plain-only", action="store_true", help="offer no login but AUTH PLAIN")
    parser.add_argument("--login", help="user:password; demand this login")
    return parser.parse_args()


def options(chosen):
    result = {"hostname": "mail.test"}
    if chosen.certificate:
        result["tls_context"] = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        result["tls_context"].load_cert_chain(chosen.certificate)
        result["require_starttls"] = True
    if chosen.old_tls:
        result["tls_context"].set_ciphers("ALL:@SECLEVEL=0")
        result["tls_context"].minimum_version = ssl.TLSVersion.TLSv1
        result["tls_context"].maximum_version = ssl.TLSVersion.TLSv1_1
    if chosen.plain_only:
        result["auth_exclude_mechanism"] = ["LOGIN", "login"]
    if chosen.login:
        user, password = chosen.login.split(":", 1)
        known = (user.encode(), password.encode())
        result["auth_required"] = True
        result["authenticator"] = lambda server, session, envelope, mechanism, data: AuthResult(
            success=(data.login, data.password) == known, handled=False)
    return result


async def main():
    chosen = settings()
    handler = Handler(chosen.folder)
    loop = asyncio.get_running_loop()
    own = options(chosen)
    at_once = own.pop("tls_context") if chosen.tls_at_once else None
    if at_once:
        own.pop("require_starttls")
    server = await loop.create_server(lambda: Server(handler, **own, loop=loop), "127.0.0.1", 0, ssl=at_once)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
