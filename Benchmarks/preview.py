"""How long from a saved edit until it shows: `klarplan serve` on a copy of this repository's own content.

    KLARPLAN=.build/release/klarplan python3 Benchmarks/preview.py [ROUNDS]

Prints milliseconds: until the open pages are told, until the new page is fetched, and, where Playwright and Chromium are
installed, until it stands in the browser's window.
"""
import http.client
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[1]
PAGE = "/region-vastmanland/fp-2019/"
FILE = "Content/region-vastmanland/fp-2019/index.md"
rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10


def show(name, seconds):
    times = sorted(one * 1000 for one in seconds)
    print(f"{name:<28} median {statistics.median(times):6.0f} ms   worst {times[-1]:6.0f} ms", flush=True)


def fetch(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    return connection.getresponse().read().decode()


def measure(folder, port):
    events = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    events.request("GET", "/_klarplan/events?page=" + PAGE)
    stream = events.getresponse()

    def next_event():
        while not stream.readline().startswith(b"data:"):
            pass

    next_event()
    told, fetched = [], []
    text = (folder / FILE).read_text(encoding="utf-8")
    for number in range(rounds):
        mark = f"Mätning nummer {number} nu."
        began = time.perf_counter()
        (folder / FILE).write_text(text + f"\n\n{mark}\n", encoding="utf-8")
        next_event()
        told.append(time.perf_counter() - began)
        while mark not in fetch(port, PAGE):
            pass
        fetched.append(time.perf_counter() - began)
        time.sleep(0.3)
    show("saved to told", told)
    show("saved to fetched", fetched)


#: Notes the time when the words sought stand in the page and have been drawn: asking from outside takes long itself.
WATCH = """
const sought = () => sessionStorage.getItem("sought");
function look() {
    const words = sought();
    if (words && !sessionStorage.getItem("seen " + words) && document.querySelector("main")?.textContent.includes(words)) {
        requestAnimationFrame(() => sessionStorage.setItem("seen " + words, Date.now()));
    }
    requestAnimationFrame(look);
}
look();
"""


def measure_on_screen(folder, port):
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return print("saved to screen: Playwright is not installed")
    program = next(filter(None, map(shutil.which, ["chromium", "google-chrome", "chromium-browser"])), None)
    seen = []
    text = (folder / FILE).read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(f"http://localhost:{port}{PAGE}")
        page.wait_for_selector("klarplan-preview[data-heard]", state="attached")
        page.wait_for_timeout(1000)
        for number in range(rounds):
            mark = f"Skärmen nummer {number} nu."
            page.evaluate("words => sessionStorage.setItem('sought', words)", mark)
            began = time.time()
            (folder / FILE).write_text(text + f"\n\n{mark}\n", encoding="utf-8")
            at = None
            while not at:
                time.sleep(0.05)
                try:
                    at = page.evaluate("words => sessionStorage.getItem('seen ' + words)", mark)
                except Error:
                    # The page is being loaded anew.
                    continue
            seen.append(int(at) / 1000 - began)
            page.wait_for_timeout(700)
        browser.close()
    show("saved to screen", seen)


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in ["Content", "Site"]:
            shutil.copytree(REPOSITORY / name, folder / name)
        program = os.environ.get("KLARPLAN", str(REPOSITORY / ".build/release/klarplan"))
        process = subprocess.Popen([program, "serve", temporary, "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            port = int(process.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
            while "klarplan-preview" not in fetch(port, PAGE) or "<h1>Klarplan</h1>" in fetch(port, PAGE):
                time.sleep(0.05)
            measure(folder, port)
            measure_on_screen(folder, port)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


main()
