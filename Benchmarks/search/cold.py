"""What a query costs somebody who has nothing of the site yet, on klarplan's side."""
import os
import pathlib
import statistics
import urllib.parse
from collections.abc import Callable

from playwright.sync_api import Browser

from Benchmarks.browser import Host
from Benchmarks.processes import Run, run

#: The page around the search: counted apart, since Pagefind's page isn't counted either.
AROUND = ("/search/", ".css", ".woff2", ".svg", ".png", ".ico")

TYPE = """async query => {
    const field = document.querySelector('main input[type=search], main input[name=q]');
    const still = milliseconds => new Promise(resolve => {
        let last = performance.now();
        const observer = new MutationObserver(() => { last = performance.now(); });
        observer.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
        const timer = setInterval(() => {
            if (performance.now() - last > milliseconds) {
                clearInterval(timer);
                observer.disconnect();
                resolve(last);
            }
        }, 20);
    });
    const type = text => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    type('');
    await still(400);
    performance.clearMeasures('search-answer');
    const start = performance.now();
    type(query);
    const typed = await still(600) - start;
    const own = performance.getEntriesByName('search-answer', 'measure').map(entry => entry.duration);
    return { typed, answer: own.length ? own[own.length - 1] : null };
}"""


def read_by_program(klarplan: pathlib.Path, site: pathlib.Path, query: str) -> Run:
    """`klarplan search` run once. Finding nothing is an answer; anything else that went wrong ends the measuring."""
    answer = run([klarplan, "search", "--site", site, "--json", "--limit", "5", "--", query])
    if answer.code not in (0, 1):
        raise SystemExit(f"klarplan search {query!r} ended with {answer.code}: {answer.errors.strip()}")
    return answer


def opened_files(files: list[pathlib.Path], action: Callable[[], object]) -> list[pathlib.Path]:
    """Those of the files that an action reads, told by their time of last access.

    The system brings that time up to date when it is older than the last change, which it is made to be first.
    """
    before = 1_000_000_000
    for file in files:
        changed = file.stat().st_mtime_ns
        os.utime(file, ns=(before, changed))
    action()
    return [file for file in files if file.stat().st_atime_ns != before]


class KlarplanPage:
    """The site's own search page in a browser."""

    def __init__(self, chromium: Browser, host: Host):
        self.chromium = chromium
        self.host = host

    @staticmethod
    def is_in(site: pathlib.Path) -> bool:
        page = site / "search" / "index.html"
        return page.is_file() and "<script" in page.read_text("utf-8")

    def cold_and_warm(self, query: str) -> dict:
        """What a query costs, cold and then warm.

        `bytes`: scripts, index and passages. `whole`: all that the page fetched. `typed`: milliseconds from a keystroke
        to the last change of the results when all bytes are there, waiting for more letters included. `milliseconds`:
        those that the page itself measures as `search-answer`, from the bytes to the results; `None` where it doesn't.
        """
        self.host.forget()
        context = self.chromium.new_context()
        try:
            page = context.new_page()
            page.goto(self.host.address + "search/?" + urllib.parse.urlencode({"q": query}))
            self._settle(page)
            size, whole = self.host.total(leaving_out=AROUND), self.host.total()
            runs = [page.evaluate(TYPE, query) for _ in range(3)]
        finally:
            context.close()
        answers = [each["answer"] for each in runs if each["answer"] is not None]
        return {
            "bytes": size,
            "whole": whole,
            "typed": statistics.median(each["typed"] for each in runs),
            "milliseconds": statistics.median(answers) if answers else None,
        }

    def _settle(self, page):
        """Waits until nothing has been sent for half a second."""
        page.wait_for_load_state("networkidle")
        seen = -1
        while seen != self.host.total():
            seen = self.host.total()
            page.wait_for_timeout(500)
