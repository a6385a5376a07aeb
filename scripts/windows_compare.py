"""Compares what a step left on Linux and on Windows, once times, ids and the systems' own ways of writing a path are made alike. Says how much was compared; exit code 1 and the lines when it differs."""
import argparse
import base64
import difflib
import email
import email.policy
import io
import pathlib
import re
import sys
import zipfile

MASKS = [
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?[+-]\d\d:?\d\d|Z)?", "<moment>"),
    (r"\d\d:\d\d(:\d\d)?,? (ngày )?\d\d/\d\d/\d{4}|\d\d/\d\d/\d{4},? \d\d:\d\d(:\d\d)?", "<moment>"),
    (r"[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}", "<id>"),
    (r"\b\d+([.,]\d+)? ms\b", "<time>"),
    # When a workbook was read, as Excel counts days; days without a time have no fraction.
    (r"<v>4\d{4}\.\d+</v>", "<v><moment></v>"),
    # A zip says on which system it was packed, and letters are cut into stored pieces at places their bytes decide: some rows more or fewer.
    (r"\b\d+ rows(?= of \d+ tables)", "<count> rows"),
    (r"[\w./\\:%-]*samples[/\\]tinh-mau", "SAMPLES"),
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("linux_side", type=pathlib.Path)
    parser.add_argument("windows_side", type=pathlib.Path)
    parser.add_argument("--linux", required=True)
    parser.add_argument("--windows", required=True)
    asked = parser.parse_args()
    if asked.linux_side.is_dir():
        same, said = folders(asked)
    else:
        same, said = files(asked, asked.linux_side, asked.windows_side)
    print(said)
    sys.exit(0 if same else 1)


def folders(asked):
    left, right = names(asked.linux_side), names(asked.windows_side)
    if left.keys() != right.keys():
        return False, "files on one side only: " + ", ".join(sorted(left.keys() ^ right.keys()))
    for name in sorted(left):
        same, said = files(asked, left[name], right[name])
        if not same:
            return False, f"{name}: {said}"
    exact = sum(left[name].read_bytes() == right[name].read_bytes() for name in left)
    return bool(left), f"{len(left)} files alike, {exact} of them byte for byte"


def names(folder):
    """Letters carry the time in their names; the database and logs are the machine's own."""
    found = {}
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).as_posix()
        if path.is_file() and not re.match(r"(data/)?(cchc\.db|log/|keys/|snapshots/|service\.lock|database$|backup/)", inner):
            found[masked_name(path, inner)] = path
    return found


def masked_name(path, inner):
    if path.suffix != ".eml":
        return inner
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return f"{letter['To']}: {letter['Subject']}"


def files(asked, left, right):
    if left.read_bytes() == right.read_bytes():
        return True, f"{left.stat().st_size} bytes alike"
    one, other = lines(asked, left), lines(asked, right)
    if one == other:
        return True, f"{len(one)} lines alike but for times and paths"
    return False, "\n" + "\n".join(list(difflib.unified_diff(one, other, "linux", "windows", n=0, lineterm=""))[:20])


def lines(asked, path):
    return plain(asked, path.read_bytes(), path.suffix.lower()).splitlines()


def plain(asked, content, kind):
    if kind in (".xlsx", ".docx", ".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(f"{entry}\n{plain(asked, archive.read(entry), pathlib.PurePath(entry).suffix)}" for entry in sorted(archive.namelist()))
    if kind == ".eml":
        return letter(asked, content)
    return alike(asked, content.decode("utf-8", "replace"))


def letter(asked, content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = [f"{name}: {value}" for name, value in message.items() if name not in ("Date", "Message-Id", "Message-ID", "Content-Type")]
    for part in message.walk():
        if not part.is_multipart():
            body = part.get_payload(decode=True) or b""
            parts.append(plain(asked, body, pathlib.PurePath(part.get_filename() or "").suffix.lower()))
    return alike(asked, "\n".join(parts))


def alike(asked, text):
    text = text.replace("\r\n", "\n").replace("Program Files", "Program%20Files").replace(asked.linux + "/cchc/", "FOLDER/").replace(asked.linux + "/cchc", "FOLDER")
    text = re.sub(re.escape(asked.linux) + r"/cchc-[^/\s\"]+", "PROGRAM", text)
    windows = re.escape(asked.windows).replace(r"\\", r"(?:\\\\|\\)")
    text = re.sub(windows + r"((?:(?:\\\\|\\)[^\s\"'<>|:]*)?)", lambda found: "FOLDER" + found.group(1).replace("\\\\", "/").replace("\\", "/"), text)
    # The places of an installation.
    for windows_place, linux_place in ((r"C:\ProgramData\CcHc\data", "/var/lib/cchc"), (r"C:\ProgramData\CcHc\jobs.yml", "/etc/cchc/jobs.yml"), (r"C:\ProgramData\CcHc", "/etc/cchc")):
        text = text.replace(windows_place, linux_place)
    text = re.sub(r"(?:file:///)?C:[\\/]+Program%20Files[\\/]+CcHc", "PROGRAM", text).replace("file://PROGRAM", "PROGRAM")
    text = text.replace("cchc.exe", "cchc")
    for mask, name in MASKS:
        text = re.sub(mask, name, text)
    return re.sub(r"\S+:\d+(?= was cut short)|(?<=@)[\w.-]+(?=>)", "<host>", text)


main()
