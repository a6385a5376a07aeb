"""Reads .eml files as a mail reader would and prints each as one line of JSON; a second opinion on what the product writes."""

import email
import email.policy
import hashlib
import json
import pathlib
import sys
from email.header import decode_header, make_header


def decoded(value):
    # A header folded with a tab reads as one folded with a blank (RFC 5322, 2.2.3).
    return value and str(make_header(decode_header(value.replace("\r\n", "").replace("\t", " "))))


def part(p):
    content = p.get_payload(decode=True)
    return {
        "type": p.get_content_type(),
        "disposition": p.get_content_disposition(),
        "fileName": p.get_filename(),
        "nameInContentType": decoded(p.get_param("name")),
        "text": content.decode(p.get_content_charset()) if p.get_content_maintype() == "text" and not p.get_filename() else None,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def defects(raw):
    """What the strict reader complains of, but for names in Content-Type: an encoded word there is no standard, yet what most mail programs write and read."""
    m = email.message_from_bytes(raw, policy=email.policy.default)
    return [repr(d) for p in m.walk() for d in p.defects] + [
        repr(d) for p in m.walk() for name, value in p.items() if name != "Content-Type" for d in value.defects]


def message(file):
    raw = file.read_bytes()
    # The strict reader of Python 3.11 puts a space between two encoded words of a name, against RFC 2047 6.2; the older one does not.
    m = email.message_from_bytes(raw)
    return {
        "file": file.name,
        "headers": {name: decoded(value) for name, value in m.items()},
        "shape": [p.get_content_type() for p in m.walk()],
        "parts": [part(p) for p in m.walk() if not p.is_multipart()],
        "defects": defects(raw),
        "longestLine": max(map(len, raw.split(b"\r\n"))),
        "isAscii": raw.isascii(),
    }


sys.stdout.reconfigure(encoding="utf-8")
for name in sys.argv[1:]:
    print(json.dumps(message(pathlib.Path(name)), ensure_ascii=False))
