"""Balances the books: what had to be received, what was, and what the outbox says of it."""

import collections
import hashlib

SENDER = "cchc@noi-vu.example"


def message_id(letter):
    """The outbox promises it: one letter of a kind, an agency and a day."""
    digest = hashlib.sha256(letter.agency.encode()).hexdigest()[:16]
    return f"<{letter.day:%Y%m%d}.{letter.kind}.{digest}@{SENDER.split('@')[1]}>"


class Balance:
    """Counts deliveries: a letter to one address."""

    def __init__(self):
        self.expected = self.received = self.lost = self.doubled = self.unknown = self.resent = self.held = self.held_unseen = 0
        self.remarks = []

    def count(self, expected, copies, deliveries):
        """
        expected: {(letter, address): tokens}; copies: what the server accepted; deliveries: the whole outbox of these letters, all settled.
        A copy too many is forgiven only where the outbox itself says that it did not know, once, and with the same words.
        """
        received = collections.defaultdict(list)
        for copy in copies:
            received[copy.message_id, copy.address].append(copy)
        outbox = {(one.message_id, one.address): one for one in deliveries}
        wanted = {(message_id(letter), address): tokens for (letter, address), tokens in expected.items()}
        self.expected += len(wanted)
        self.received += len(copies)
        for key, tokens in wanted.items():
            self.judge(key, tokens, received.pop(key, []), outbox.pop(key, None))
        for key, unasked in received.items():
            self.doubled += len(unasked)
            self.remarks.append(f"received and not expected: {key}, {len(unasked)} times, {sorted(unasked[0].tokens)}")
        for key in outbox:
            self.remarks.append(f"in the outbox and not expected: {key}")

    def judge(self, key, tokens, copies, delivery):
        unknowns, state = (delivery.unknowns, delivery.state) if delivery else (0, "not in the outbox")
        self.unknown += unknowns > 0
        self.resent += unknowns > 0 and delivery.attempts > 1
        self.held += state == "held"
        if not copies and state == "held" and unknowns > 0:
            # Nobody got it, and a person was told so: neither lost nor sent.
            self.held_unseen += 1
        elif not copies:
            self.lost += 1
            self.remarks.append(f"lost: {key} is {state} with {unknowns} unknown, expected {sorted(tokens)}")
        elif len(copies) > min(unknowns, 1) + 1:
            self.doubled += 1
            self.remarks.append(f"doubled: {key} came {len(copies)} times, {state} with {unknowns} unknown")
        if state not in ("sent", "held"):
            self.remarks.append(f"not settled: {key} is {state}")
        if state == "held" and unknowns < 2:
            self.remarks.append(f"held without reason: {key}")
        for copy in copies:
            if copy.tokens != tokens or not copy.is_whole:
                self.lost += 1
                self.remarks.append(f"other words: {key} has {sorted(copy.tokens)}, expected {sorted(tokens)}, whole: {copy.is_whole}")
        if len({copy.digest for copy in copies}) > 1:
            self.remarks.append(f"copies differ: {key}")

    @property
    def is_right(self):
        return not self.remarks and self.lost == self.doubled == 0

    def __str__(self):
        unseen = f", of those {self.held_unseen} never received" if self.held else ""
        return f"expected {self.expected}, received {self.received}, lost {self.lost}, doubled {self.doubled}, unknown {self.unknown} (resent {self.resent}, held {self.held}{unseen})"
