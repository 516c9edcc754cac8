"""The built example site, served on loopback, and the system's own Chromium."""
import functools
import http.server
import os
import pathlib
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site() -> pathlib.Path:
    return pathlib.Path(os.environ["KLARPLAN_SITE"])


@pytest.fixture(scope="session")
def repository() -> pathlib.Path:
    return REPOSITORY


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(site):
    """The site below a path of its own: it must work under any."""
    root = site.parent / "server"
    root.mkdir(exist_ok=True)
    link = root / "planer"
    if not link.exists():
        link.symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/planer/"
    server.shutdown()


def program() -> str:
    names = ["chromium", "google-chrome", "chromium-browser"]
    mac = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]
    return next(filter(None, map(shutil.which, names)), None) or next(filter(os.path.exists, mac))


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def large_text_browser(playwright):
    """As for somebody who has asked for text at twice the usual size."""
    browser = playwright.chromium.launch(
        executable_path=program(), args=["--no-sandbox", "--blink-settings=defaultFontSize=32"]
    )
    yield browser
    browser.close()


#: One of each kind of page.
PAGES = {
    "start": "",
    "organisation": "region-vastmanland/",
    "unit": "region-vastmanland/regionkontoret/",
    "plan": "region-vastmanland/fp-2019/",
    "plan with investments": "region-halland/vp-2025/",
    "goal": "region-vastmanland/fp-2019/a1.2/",
    "activity": "region-vastmanland/fp-2019/samordna-lanets-arbete-med-agenda-2030/",
    "assignment": "region-halland/vp-2025/u1/",
    "meeting": "region-halland/meetings/rs-2024-12-11/",
    "meetings": "meetings/",
    "glossary": "glossary/",
    "page": "region-halland/planeringsprocess/",
    "search": "search/",
    "search with results": "search/?q=kollektivtrafik",
    "search with nothing": "search/?q=xyzzyqwerty",
    "register of a letter": "search/a/",
    "table of a budget": "region-vastmanland/fp-2019/budget/",
    "table of changes": "region-vastmanland/fp-2019/ramforandringar/",
    "table of investments": "region-vastmanland/fp-2019/investeringar-2019/",
    "sums": "data/sums/",
    "a plan's sums": "data/sums/region-vastmanland/fp-2019/",
    "data": "data/",
    "english": "en/",
    "english table": "en/region-vastmanland/fp-2019/budget/",
    "english data": "en/data/",
    "english search": "en/search/?q=health",
    "english plan": "en/region-vastmanland/fp-2019/",
}


@pytest.fixture(params=PAGES.values(), ids=PAGES.keys())
def page_path(request) -> str:
    return request.param
