"""Pagefind, the static search that this one is measured against: indexing and asking, with its own settings."""
import contextlib
import dataclasses
import pathlib

from playwright.sync_api import Browser, Page

from Benchmarks.browser import Host, blank_page
from Benchmarks.processes import Run, must_run


def executable() -> pathlib.Path:
    """The program that the package carries."""
    import pagefind_bin

    return pagefind_bin.get_executable()


def index(site: pathlib.Path) -> Run:
    """Indexes a built site, beside its pages, with nothing set."""
    return must_run([executable(), "--site", site])


ASK = """async ([query, count]) => {
    const start = performance.now();
    const search = await window.pagefind.search(query);
    const found = await Promise.all(search.results.slice(0, count).map(result => result.data()));
    return {
        milliseconds: performance.now() - start,
        pages: found.map(page => page.raw_url ?? page.url),
        total: search.results.length,
    };
}"""


@dataclasses.dataclass(frozen=True)
class Answer:
    """The addresses of the first results, how many there were in all, and the time it took in the browser."""

    pages: list[str]
    total: int
    milliseconds: float


class Pagefind:
    """Pagefind's own JavaScript in a page of the site, with the settings it has by itself."""

    def __init__(self, page: Page):
        self.page = page
        page.evaluate("async () => { window.pagefind = await import('/pagefind/pagefind.js'); await pagefind.init(); }")

    def ask(self, query: str, count: int = 10) -> Answer:
        got = self.page.evaluate(ASK, [query, count])
        return Answer(got["pages"], got["total"], got["milliseconds"])


@contextlib.contextmanager
def pagefind(browser: Browser, address: str, language: str):
    """Pagefind opened on a page in that language, from which it takes which of its indexes to read."""
    with blank_page(browser, address, language) as page:
        yield Pagefind(page)


#: How many results Pagefind's own form shows at once.
SHOWN = 5


def cold_and_warm(browser: Browser, host: Host, query: str) -> dict:
    """Bytes that a browser without anything fetches for a first query, and milliseconds when they are there."""
    host.forget()
    with blank_page(browser, host.address, "sv") as page:
        opened = Pagefind(page)
        opened.ask(query, SHOWN)
        page.wait_for_timeout(300)
        size = host.total(leaving_out=("favicon.ico",))
        warm = sorted(opened.ask(query, SHOWN).milliseconds for _ in range(3))[1]
        return {"bytes": size, "milliseconds": warm}
