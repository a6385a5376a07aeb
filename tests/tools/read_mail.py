"""Reads .eml files as a mail reader would and prints each as one line of JSON; a second opinion on what the product writes."""

import email
import email.policy
import hashlib
import json
import pathlib
import sys


def part(p):
    content = p.get_payload(decode=True)
    return {
        "type": p.get_content_type(),
        "disposition": p.get_content_disposition(),
        "fileName": p.get_filename(),
        "nameInContentType": p.get_param("name") and str(p["Content-Type"].params.get("name")),
        "text": content.decode(p.get_content_charset()) if p.get_content_maintype() == "text" and not p.get_filename() else None,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def message(file):
    raw = file.read_bytes()
    m = email.message_from_bytes(raw, policy=email.policy.default)
    return {
        "file": file.name,
        "headers": {name: str(value) for name, value in m.items()},
        "shape": [p.get_content_type() for p in m.walk()],
        "parts": [part(p) for p in m.walk() if not p.is_multipart()],
        "defects": [repr(d) for p in m.walk() for d in p.defects] + [repr(d) for p in m.walk() for v in p.values() for d in v.defects],
        "longestLine": max(map(len, raw.split(b"\r\n"))),
        "isAscii": raw.isascii(),
    }


sys.stdout.reconfigure(encoding="utf-8")
for name in sys.argv[1:]:
    print(json.dumps(message(pathlib.Path(name)), ensure_ascii=False))
