"""Parts of scripts/pictures: letters out of .eml files, a browser spoken to over a pipe, and LibreOffice."""
import base64
import email
import email.policy
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

# The browser visits nothing but the letters; it is to look for nothing else.
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--hide-scrollbars"]


class Letter:
    def __init__(self, path):
        letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        self.html = letter.get_body(("html",)).get_content()
        self.blocks = self.html.count('class="block"') or max(0, self.html.count("<tr") - 1)
        self.attachments = [(part.get_filename() or "", part.get_content()) for part in letter.iter_attachments() if isinstance(part.get_content(), bytes)]
        bracket, rest = re.match(r"(\[[^\]]*\])? *(.*)", letter["Subject"]).groups()
        words = re.split(r"[0-9–,]", rest)[0].strip(" :") or "nhắc việc"
        self.kind = words if (bracket or "[CCHC").startswith("[CCHC") else bracket.strip("[]")

    def repeats(self, name):
        """Forms and results also lie in their own folders."""
        return name.startswith(("Biểu mẫu", "tong-hop", "bao-cao", "ke-hoach"))


class Browser:
    """Chromium over its pipe: one message a zero byte."""

    def __enter__(self):
        to_read, self._to = os.pipe()
        self._from, to_write = os.pipe()
        self._folder = tempfile.mkdtemp()
        command = [os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium-browser", *QUIET, f"--user-data-dir={self._folder}"]
        # The browser reads from its file 3 and writes to its file 4.
        self._process = subprocess.Popen(["bash", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "browser", *command, "--remote-debugging-pipe", "about:blank"],
                                         pass_fds=(to_read, to_write), stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self._rest, self._number, self._session = b"", 0, None
        target = next(one for one in self._ask("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self._session = self._ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        return self

    def __exit__(self, *_):
        self._session = None
        self._ask("Browser.close")
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def height(self, html, width):
        return self._show(html, width, False)["height"]

    def width(self, html, width):
        return self._show(html, width, False)["width"]

    def picture(self, html, width, dark):
        self._show(html, width, dark)
        return base64.b64decode(self._ask("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def _show(self, html, width, dark):
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=False)
        self._ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._ask("Page.setDocumentContent", frameId=frame, html=html)
        size = self._ask("Runtime.evaluate", returnByValue=True, expression="(e => ({width: e.scrollWidth, height: e.offsetHeight}))(document.documentElement)")
        # The whole of it is the screen, so that the picture ends where the letter does.
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=max(844, size["result"]["value"]["height"]), deviceScaleFactor=1, mobile=False)
        return size["result"]["value"]

    def _ask(self, method, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters} | ({"sessionId": self._session} if self._session else {})
        written = memoryview(json.dumps(message).encode() + b"\0")
        while written:
            written = written[os.write(self._to, written):]
        while True:
            while b"\0" not in self._rest:
                read = os.read(self._from, 1 << 20)
                if not read:
                    raise RuntimeError("the browser ended")
                self._rest += read
            said, self._rest = self._rest.split(b"\0", 1)
            answer = json.loads(said)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]


def pdf_of(path, folder):
    folder.mkdir()
    profile = folder.parent / "office"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf", "--outdir", str(folder), str(path)],
                   check=True, timeout=180, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return next(pathlib.Path(folder).glob("*.pdf"))


def pages_of(pdf):
    said = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages: +([0-9]+)", said, re.MULTILINE)[1])
