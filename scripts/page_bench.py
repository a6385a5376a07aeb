"""Logs in to the dashboard and times its pages; used by scripts/page-bench. page_bench.py URL NAME PASSWORD"""
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
PAGES = ["/", "/nhiem-vu", "/nhiem-vu?tim=ra+soat+12", "/nhiem-vu?co-quan=X007&tinh-trang=qua-han", "/nhiem-vu?trang=900", "/nhiem-vu?xep=co-quan", "/co-quan", "/co-quan/X007", "/ky-bao-cao", "/lich",
         "/thu", "/xem-truoc", "/cong-viec", "/so-theo-doi", "/nhat-ky"]
TIMES = 30
PROMISE = 200
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def get(path):
    with browser.open(URL + path, timeout=120) as answer:
        return answer.status, answer.read().decode()


def wait():
    for _ in range(150):
        try:
            return get("/dang-nhap")[1]
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit("the dashboard never answered")


def main():
    token = html.unescape(re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]*)"', wait()).group(1))
    browser.open(URL + "/dang-nhap", urllib.parse.urlencode({"name": NAME, "password": PASSWORD, "__RequestVerificationToken": token}).encode()).read()
    slow = 0
    for page in PAGES:
        get(page)
        times = []
        for _ in range(TIMES):
            began = time.perf_counter()
            _, text = get(page)
            times.append((time.perf_counter() - began) * 1000)
        median = statistics.median(times)
        slow += median > PROMISE
        print(f"{page:40} median {median:7.1f} ms   worst {max(times):7.1f} ms   {len(text) / 1024:6.0f} KB", flush=True)
    if slow:
        raise SystemExit(f"{slow} pages are slower than {PROMISE} ms")


main()
