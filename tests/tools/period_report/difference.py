"""Compares what must be with what is, and counts the cells; every difference is one line."""

import datetime
import math
import unicodedata


class Differences:
    def __init__(self):
        self.lines, self.cells = [], 0

    def compare(self, where, wanted, found):
        """A cell."""
        self.cells += 1
        self.check(where, wanted, found)

    def check(self, where, wanted, found):
        """Anything else."""
        if not self.same(wanted, found):
            self.lines.append(f"{where}: expected {wanted!r}, found {found!r}")

    @staticmethod
    def same(wanted, found):
        wanted, found = (None if value == "" else value for value in (wanted, found))
        if isinstance(found, datetime.datetime) and isinstance(wanted, datetime.date) and not isinstance(wanted, datetime.datetime):
            return found == datetime.datetime.combine(wanted, datetime.time())
        if isinstance(wanted, datetime.datetime) and isinstance(found, datetime.datetime):
            return abs(wanted - found) < datetime.timedelta(seconds=1)
        if isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
            return math.isclose(wanted, found, rel_tol=1e-12, abs_tol=1e-12)
        if isinstance(wanted, str) and isinstance(found, str):
            return wanted == found or unicodedata.normalize("NFC", wanted) == found
        return wanted == found

    def close(self):
        for line in self.lines:
            print(line)
        print(f"{self.cells} cells compared, {len(self.lines)} differences")
        return 1 if self.lines else 0
