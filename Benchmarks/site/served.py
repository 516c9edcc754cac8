"""How long from a saved edit until the served page holds it: `klarplan serve`, and `hugo server --renderToMemory`."""
import contextlib
import dataclasses
import http.client
import os
import pathlib
import signal
import socket
import statistics
import subprocess
import tempfile
import threading
import time

#: After so many seconds nobody waits any longer.
PATIENCE = 30

#: A server has so long to make its first site.
PATIENCE_AT_START = 600

#: Between two looks, so that looking doesn't take the processors from whoever builds.
PAUSE = 0.002


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def fetch(port: int, path: str) -> tuple[int, str]:
    """Status and text of a page; status 0 while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        connection.close()


def seconds_until(is_so, since: float, patience: float | None = None) -> float | None:
    """Looks until it is so; None if it never was."""
    while time.perf_counter() - since < (PATIENCE if patience is None else patience):
        if is_so():
            return time.perf_counter() - since
        time.sleep(PAUSE)
    return None


@dataclasses.dataclass(frozen=True)
class Places:
    """What is edited, and the addresses where it shows. The same in both programs but for the files' names."""

    goal: pathlib.Path
    goal_address: str
    plan: pathlib.Path
    plan_address: str
    doomed: pathlib.Path
    doomed_address: str
    #: Every page that shows the plan's title: itself, its organisation, a goal of it.
    dependents: tuple[str, ...]


def save(file: pathlib.Path, text: str):
    """Saves as editors do: the whole file at once."""
    with tempfile.NamedTemporaryFile("w", dir=file.parents[4], encoding="utf-8", delete=False) as temporary:
        temporary.write(text)
    os.chmod(temporary.name, 0o644)
    os.replace(temporary.name, file)


class Events:
    """Hears klarplan's server say that the open page has changed; notes when."""

    def __init__(self, port: int, page: str):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", "/_klarplan/events?page=" + page)
        self._stream = self._connection.getresponse()
        self.heard: list[float] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with contextlib.suppress(OSError, ValueError, http.client.HTTPException):
            while line := self._stream.readline():
                if line.startswith(b"data:"):
                    self.heard.append(time.perf_counter())

    def first_after(self, since: float) -> float | None:
        return next((moment - since for moment in list(self.heard) if moment > since), None)


def measure(port: int, process: subprocess.Popen, began: float, places: Places, rounds: int, tells: bool) -> dict:
    """Seconds until the first page, and from each kind of save until it shows. None: not in time."""

    def is_ready():
        # Until the first site is built, klarplan answers with a page that says so and has no header.
        return "site-header" in fetch(port, places.goal_address)[1]

    figures: dict = {"started": seconds_until(is_ready, began, PATIENCE_AT_START)}
    if figures["started"] is None or process.poll() is not None:
        raise SystemExit("the server shows no page")
    for address in (*places.dependents, places.doomed_address):
        fetch(port, address)
    events = Events(port, places.goal_address) if tells else None
    time.sleep(1)
    told, edits = [], []
    text = places.goal.read_text("utf-8")
    for number in range(rounds):
        mark = f"Sparad gång {number} nu."
        since = time.perf_counter()
        save(places.goal, f"{text}\n\n{mark}\n")
        edits.append(seconds_until(lambda: mark in fetch(port, places.goal_address)[1], since))
        time.sleep(0.5)
        if events:
            told.append(events.first_after(since))
    figures["edit"] = middle(edits)
    figures["told"] = middle(told)
    titles = []
    text = places.plan.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith(("titel:", "title:")))
    for number in range(rounds):
        title = f"Omdöpt plan nummer {number} här"
        since = time.perf_counter()
        save(places.plan, text.replace(line, f"{line.partition(':')[0]}: {title}", 1))
        waiting = list(places.dependents)

        def all_show():
            waiting[:] = [address for address in waiting if title not in fetch(port, address)[1]]
            return not waiting

        titles.append(seconds_until(all_show, since))
        time.sleep(0.5)
    figures["title"] = middle(titles)
    since = time.perf_counter()
    places.doomed.unlink()
    figures["deleted"] = seconds_until(lambda: fetch(port, places.doomed_address)[0] == 404, since)
    return figures


def middle(values: list[float | None]) -> float | None:
    """The median; None where one never came."""
    if not values or None in values:
        return None
    return statistics.median(values)


def ended(process: subprocess.Popen) -> dict:
    """Ends a server by its own number: seconds of processors and peak memory in MiB."""
    if process.returncode is not None:
        return {}
    process.send_signal(signal.SIGINT)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    kibibytes = usage.ru_maxrss / 1024 if os.uname().sysname == "Darwin" else usage.ru_maxrss
    return {"processor": usage.ru_utime + usage.ru_stime, "peak": kibibytes / 1024}


def serve(command: list, folder: pathlib.Path, port: int, places: Places, rounds: int, tells: bool) -> dict:
    """Starts a server, measures it and ends it."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([os.fspath(part) for part in command], cwd=folder, stdout=said, stderr=said)
        try:
            figures = measure(port, process, began, places, rounds, tells)
        finally:
            took = ended(process)
    return figures | took
