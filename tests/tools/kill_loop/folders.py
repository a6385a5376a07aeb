"""What must be true of the folders whatever happened: the office's own unchanged, ours without anything half-written."""

import hashlib
import pathlib
import xml.etree.ElementTree
import zipfile

UNFINISHED = "~cchc-*.tmp"


def fingerprint(shared):
    """Names, times and bytes of the office's files."""
    return {str(path.relative_to(shared)): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()) for path in sorted(pathlib.Path(shared).rglob("*")) if path.is_file()}


def visible(output):
    return sorted(path for path in pathlib.Path(output).rglob("*") if path.is_file() and not path.match(UNFINISHED))


def troubles_of_outputs(output, since=0):
    """Workbooks that do not open; only those written since are looked at."""
    troubles = []
    for path in visible(output):
        if path.suffix == ".xlsx" and path.stat().st_mtime >= since:
            try:
                with zipfile.ZipFile(path) as book:
                    for name in book.namelist():
                        part = book.read(name)
                        if name.endswith((".xml", ".rels")):
                            xml.etree.ElementTree.fromstring(part)
            except (zipfile.BadZipFile, xml.etree.ElementTree.ParseError, EOFError) as broken:
                troubles.append(f"{path} does not open: {broken}")
        elif path.suffix != ".xlsx" and path.name != "SU-CO.txt":
            troubles.append(f"{path} is no file of ours")
    return troubles


def unfinished(output):
    return sorted(pathlib.Path(output).rglob(UNFINISHED))
