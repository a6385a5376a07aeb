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
import base64
import itertools
import pathlib
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    hang_up_after_each = False
    forgets = False

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
        if not address.startswith("lose-mail") and not self.forgets:
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


class TokenServer(SMTP):
    """Logs in with an OAuth 2.0 access token; the one it takes stands in a file, as a token is renewed while the server runs."""
    token_file = None
    user = None

    async def auth_XOAUTH2(self, server, args):
        wanted = f"user={self.user}\x01auth=Bearer {self.token_file.read_text().strip()}\x01\x01"
        if len(args) == 2 and base64.b64decode(args[1]).decode() == wanted:
            return AuthResult(success=True, auth_data=self.user)
        await self.push("334 " + base64.b64encode(b'{"status":"401"}').decode())
        await self._reader.readline()
        return AuthResult(success=False, handled=False)


class Server(SMTP):
    async def auth_login(self, server, args):
        """.NET writes the mechanism in lower case."""
        return await self.auth_LOGIN(server, args)

    async def smtp_DATA(self, arg):
        await super().smtp_DATA(arg)
        if self.event_handler.hang_up_after_each:
            # What was answered is still written; nothing after it is read.
            self.transport.close()


def settings():
    parser = argparse.ArgumentParser(description="A mail server for tests.")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="where messages are kept")
    parser.add_argument("--certificate", help="PEM file with certificate and key: offer and demand STARTTLS")
    parser.add_argument("--tls-from-the-start", action="store_true", help="speak TLS from the first byte instead of STARTTLS")
    parser.add_argument("--old-tls", action="store_true", help="know TLS 1.0 and 1.1 alone")
    parser.add_argument("--hang-up-after-each", action="store_true", help="close the connection behind the answer to each message")
    parser.add_argument("--forget", action="store_true", help="keep no message: for measuring")
    parser.add_argument("--plain-only", action="store_true", help="offer no login but AUTH PLAIN")
    parser.add_argument("--no-login", action="store_true", help="offer no login at all")
    parser.add_argument("--login", help="user:password; demand this login")
    parser.add_argument("--token", help="user:file; demand a login with the access token in this file")
    return parser.parse_args()


def options(chosen):
    result = {"hostname": "mail.test"}
    if chosen.certificate and not chosen.tls_from_the_start:
        result["tls_context"] = certificate(chosen)
        result["require_starttls"] = True
    if chosen.tls_from_the_start:
        # aiosmtpd counts only its own STARTTLS as TLS.
        result["auth_require_tls"] = False
    if chosen.old_tls:
        result["tls_context"].set_ciphers("ALL:@SECLEVEL=0")
        result["tls_context"].minimum_version = ssl.TLSVersion.TLSv1
        result["tls_context"].maximum_version = ssl.TLSVersion.TLSv1_1
    if chosen.no_login:
        result["auth_exclude_mechanism"] = ["LOGIN", "login", "PLAIN"]
    if chosen.plain_only:
        result["auth_exclude_mechanism"] = ["LOGIN", "login"]
    if chosen.login:
        user, password = chosen.login.split(":", 1)
        known = (user.encode(), password.encode())
        result["auth_required"] = True
        result["authenticator"] = lambda server, session, envelope, mechanism, data: AuthResult(
            success=(data.login, data.password) == known, handled=False)
    if chosen.token:
        TokenServer.user, file = chosen.token.split(":", 1)
        TokenServer.token_file = pathlib.Path(file)
        result["auth_required"] = True
    return result


def certificate(chosen):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chosen.certificate)
    return context


async def main():
    chosen = settings()
    handler = Handler(chosen.folder)
    handler.forgets = chosen.forget
    handler.hang_up_after_each = chosen.hang_up_after_each
    loop = asyncio.get_running_loop()
    kind = TokenServer if chosen.token else Server
    tls = certificate(chosen) if chosen.tls_from_the_start else None
    server = await loop.create_server(lambda: kind(handler, **options(chosen), loop=loop), "127.0.0.1", 0, ssl=tls)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
