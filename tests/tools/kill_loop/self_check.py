"""Shows that the books cannot be blind: each kind of wrong record must be noticed, and nothing else. Ends with 1 when one is not."""

import datetime
import sys

import books
from mailbox import Copy
from office import Letter
from store import Delivery

LETTER = Letter(datetime.date(2026, 1, 5), "reminder", "CQ01")
ID, TO, TOKENS = books.message_id(LETTER), "dm01a@coquan.example", frozenset({"NV0001X", "NV0002X"})
EXPECTED = {(LETTER, TO): TOKENS}


def copy(message_id=ID, address=TO, tokens=TOKENS, digest="d", is_whole=True):
    return Copy(message_id, address, tokens, digest, is_whole)


def out(state="sent", attempts=1, unknowns=0, message_id=ID, address=TO):
    return Delivery(message_id, address, state, attempts, unknowns)


# What the server accepted, what the outbox says, and what the books must say: lost, doubled, unknown, resent, held; is all right?
CASES = {
    "received once": ([copy()], [out()], (0, 0, 0, 0, 0), True),
    "never received, outbox says sent": ([], [out()], (1, 0, 0, 0, 0), False),
    "never written": ([], [], (1, 0, 0, 0, 0), False),
    "written and never sent": ([], [out("queued", 0)], (1, 0, 0, 0, 0), False),
    "received twice, outbox certain": ([copy(), copy()], [out()], (0, 1, 0, 0, 0), False),
    "received twice after one unknown": ([copy(), copy()], [out(attempts=2, unknowns=1)], (0, 0, 1, 1, 0), True),
    "received once after one unknown": ([copy()], [out(attempts=2, unknowns=1)], (0, 0, 1, 1, 0), True),
    "received twice, then held": ([copy(), copy()], [out("held", 2, 2)], (0, 0, 1, 1, 1), True),
    "held after two unknowns, never received": ([], [out("held", 2, 2)], (0, 0, 1, 1, 1), True),
    "held and nobody knows why": ([copy()], [out("held")], (0, 0, 0, 0, 1), False),
    "never received after one unknown": ([], [out(attempts=2, unknowns=1)], (1, 0, 1, 1, 0), False),
    "received three times": ([copy()] * 3, [out("held", 3, 2)], (0, 1, 1, 1, 1), False),
    "same lines under another Message-ID": ([copy(), copy(message_id="<20260106.reminder.0@noi-vu.example>")], [out()], (0, 1, 0, 0, 0), False),
    "received by somebody else": ([copy(), copy(address="dm02a@coquan.example")], [out()], (0, 1, 0, 0, 0), False),
    "a letter to the head, asked for by nobody": ([copy(), copy(message_id=books.message_id(LETTER._replace(kind="head")))], [out()], (0, 1, 0, 0, 0), False),
    "a line is missing": ([copy(tokens=frozenset({"NV0001X"}))], [out()], (1, 0, 0, 0, 0), False),
    "a line too many": ([copy(tokens=TOKENS | {"NV0003X"})], [out()], (1, 0, 0, 0, 0), False),
    "cut off in the middle": ([copy(is_whole=False)], [out()], (1, 0, 0, 0, 0), False),
    "the second copy says something else": ([copy(), copy(digest="e")], [out(attempts=2, unknowns=1)], (0, 0, 1, 1, 0), False),
    "received, and the outbox still waits": ([copy()], [out("unknown", 1, 1)], (0, 0, 1, 0, 0), False),
    "in the outbox, asked for by nobody": ([copy()], [out(), out(address="dm02a@coquan.example")], (0, 0, 0, 0, 0), False),
}


def main():
    wrong = 0
    for name, (copies, deliveries, counts, is_right) in CASES.items():
        balance = books.Balance()
        balance.count(EXPECTED, copies, deliveries)
        found = balance.lost, balance.doubled, balance.unknown, balance.resent, balance.held
        if (found, balance.is_right) != (counts, is_right):
            wrong += 1
            print(f"{name}: {found}, right: {balance.is_right}; must be {counts}, {is_right}")
    print(f"{len(CASES)} records balanced, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
