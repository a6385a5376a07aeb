"""Logs in to the dashboard and times its pages and the workbook of all tasks; used by scripts/page-bench and scripts/country. page_bench.py URL NAME PASSWORD [PROCESS]"""
import html
import http.cookiejar
import re
import statistics
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

URL, NAME, PASSWORD = sys.argv[1:4]
PROCESS = sys.argv[4] if len(sys.argv) > 4 else None
PAGES = ["/", "/nhiem-vu", "/nhiem-vu?tim=ra+soat+12", "/nhiem-vu?co-quan={agency}&tinh-trang=qua-han", "/nhiem-vu?trang=900", "/nhiem-vu?xep=co-quan", "/nhiem-vu?xep=han&giam=1", "/nhiem-vu/{task}",
         "/co-quan", "/co-quan/{agency}", "/ky-bao-cao", "/ky-bao-cao/{period}", "/lich", "/lich?co-quan={agency}", "/thu", "/xem-truoc", "/don-doc", "/tra-loi", "/cong-viec", "/so-theo-doi", "/nhat-ky"]
EXPORT = "/nhiem-vu/xuat.xlsx"
TIMES = 30
PROMISE, WORST = 100, 500
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def get(path):
    began = time.perf_counter()
    with browser.open(URL + path, timeout=300) as answer:
        text = answer.read().decode()
    return text, (time.perf_counter() - began) * 1000


def wait():
    for _ in range(150):
        try:
            return get("/dang-nhap")[0]
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit("the dashboard never answered")


def megabytes(of):
    """What the server takes now (VmRSS) or took at most (VmHWM)."""
    if PROCESS is None:
        return "?"
    with open(f"/proc/{PROCESS}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith(of))


def found(page, pattern, otherwise):
    match = re.search(pattern, get(page)[0])
    return match.group(1) if match else otherwise


def export():
    before, began, first, size = megabytes("VmRSS"), time.perf_counter(), None, 0
    with browser.open(URL + EXPORT, timeout=900) as answer:
        while part := answer.read(65536):
            first = first or time.perf_counter()
            size += len(part)
    print(f"{EXPORT:40} first byte {first - began:.1f} s, whole {time.perf_counter() - began:.1f} s, {size / 1e6:.1f} MB; server {before} MB before, {megabytes('VmRSS')} MB after, {megabytes('VmHWM')} MB at most")


def main():
    token = html.unescape(re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]*)"', wait()).group(1))
    browser.open(URL + "/dang-nhap", urllib.parse.urlencode({"name": NAME, "password": PASSWORD, "__RequestVerificationToken": token}).encode()).read()
    names = {"agency": found("/co-quan", r'href="/co-quan/([^"/?]+7)"', "X007"), "task": found("/nhiem-vu?trang=3", r'href="/nhiem-vu/([^"/?.]+)"', ""), "period": found("/ky-bao-cao", r'href="/ky-bao-cao/([^"/?]+)"', "")}
    print(f"the office read: {megabytes('VmRSS')} MB, {megabytes('VmHWM')} MB at most", flush=True)
    slow = 0
    for page in PAGES:
        page = page.format(**names)
        if page == "/nhiem-vu/" or page == "/ky-bao-cao/":
            continue
        _, cold = get(page)
        times = []
        for _ in range(TIMES):
            text, took = get(page)
            times.append(took)
        median = statistics.median(times)
        slow += median > PROMISE or max(times) > WORST
        print(f"{page:48} first {cold:7.1f} ms   median {median:7.1f} ms   worst {max(times):7.1f} ms   {len(text) / 1024:6.0f} KB   {megabytes('VmHWM')} MB at most", flush=True)
    export()
    if slow:
        raise SystemExit(f"{slow} pages are slower than {PROMISE} ms, or once slower than {WORST} ms")


main()
