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

    def __init__(self, *arguments, host: "Host", **named):
        self.host = host
        super().__init__(*arguments, **named)

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
        packed = path.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            body = gzip.compress(body, 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        head = sum(map(len, self._headers_buffer)) + 2
        self.host.count(self.path, head + len(body))
        self.end_headers()
        self.wfile.write(body)


class Host:
    """A folder on loopback. It counts what it sends, head and body: a browser doesn't tell what its workers get."""

    def __init__(self, folder: pathlib.Path):
        handler = functools.partial(_StaticHost, directory=str(folder), host=self)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._lock = threading.Lock()
        self.sent: dict[str, int] = {}
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"

    def count(self, path: str, size: int):
        with self._lock:
            path = path.partition("?")[0]
            self.sent[path] = self.sent.get(path, 0) + size

    def forget(self):
        """Begins counting anew."""
        with self._lock:
            self.sent = {}

    def total(self, leaving_out: tuple[str, ...] = ()) -> int:
        """All bytes sent, but for addresses that end so."""
        with self._lock:
            return sum(size for path, size in self.sent.items() if not path.endswith(leaving_out))

    def start(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def served(folder: pathlib.Path):
    """A folder on loopback for as long as it is wanted."""
    host = Host(folder)
    host.start()
    try:
        yield host
    finally:
        host.stop()


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
