"""A folder served on loopback, and the system's own Chromium looking at it, with every byte counted."""
import contextlib
import functools
import gzip
import http.server
import os
import pathlib
import shutil
import threading

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

#: What static hosts pack on the way to the browser. Files of an index are not among them.
PACKED = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")


def program() -> str:
    """The browser of the system."""
    names = ["chromium", "google-chrome", "chromium-browser"]
    mac = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]
    found = next(filter(None, map(shutil.which, names)), None) or next(filter(os.path.exists, mac), None)
    if found is None:
        raise SystemExit("Chromium is not installed; Tests/setup.sh --tests installs it")
    return found


class _StaticHost(http.server.SimpleHTTPRequestHandler):
    """A static host as they come: texts packed if asked for, no cache to lean on."""

    protocol_version = "HTTP/1.1"
    packs = True

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        packed = self.packs and path.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            body = gzip.compress(body, 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder: pathlib.Path):
    """The address of a folder on loopback, ending in `/`."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_StaticHost, directory=str(folder))
    )
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def chromium():
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def blank_page(browser: Browser, address: str, language: str):
    """A page of that origin with nothing on it but its language."""
    context: BrowserContext = browser.new_context()
    page: Page = context.new_page()
    body = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>-</title><body></body></html>'
    page.route("**/blank.html", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(address + "blank.html")
    try:
        yield page
    finally:
        context.close()


class Transfers:
    """Counts what a page fetches: for each address the bytes of head and body as they came over the wire."""

    def __init__(self, page: Page):
        self.bytes: dict[str, int] = {}
        self._addresses: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)
        session.send("Network.enable")

    def _asked(self, event):
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _came(self, event):
        address = self._addresses.get(event["requestId"])
        if address is not None and address.startswith("http"):
            self.bytes[address] = self.bytes.get(address, 0) + int(event["encodedDataLength"])

    def total(self, leaving_out: tuple[str, ...] = ()) -> int:
        """All bytes, but for addresses that end so."""
        return sum(count for address, count in self.bytes.items() if not address.endswith(leaving_out))
