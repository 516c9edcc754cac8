"""Runs a program to its end and tells what it took."""
import dataclasses
import os
import pathlib
import subprocess
import tempfile
import time


@dataclasses.dataclass(frozen=True)
class Run:
    """What one run of a program took: seconds from start to end, seconds of processors, MiB at its peak.

    Then its exit code and its output. Seconds of processors hardly depend on what else the machine is doing.

    The system counts the memory of whoever starts a program as the least peak that the program can have, so less than
    what this Python itself uses (some 20 MiB) can't be told apart.
    """

    seconds: float
    processor: float
    peak: float
    code: int
    output: str
    errors: str


def run(command: list[str | os.PathLike], folder: pathlib.Path | None = None) -> Run:
    """Runs a command, waiting for it. An exit code other than 0 is for the caller to judge."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            [os.fspath(part) for part in command], stdout=output, stderr=errors, stdin=subprocess.DEVNULL, cwd=folder
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (output, errors):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    kibibytes = usage.ru_maxrss / 1024 if os.uname().sysname == "Darwin" else usage.ru_maxrss
    return Run(seconds, usage.ru_utime + usage.ru_stime, kibibytes / 1024, process.returncode, *texts)


def must_run(command: list[str | os.PathLike], folder: pathlib.Path | None = None) -> Run:
    """As `run`, but an exit code other than 0 ends the measuring with what the program said."""
    result = run(command, folder)
    if result.code != 0:
        said = (result.errors or result.output).strip()[-2000:]
        raise SystemExit(f"{' '.join(map(str, command))} ended with {result.code}:\n{said}")
    return result


def memory_folder(needed: int) -> tuple[pathlib.Path, bool]:
    """Where to build: /dev/shm if it has room for so many bytes, else the temporary folder; and whether it is memory.

    Making ten thousand files on a disk takes longer than all the rest and differs from run to run.
    """
    shared = pathlib.Path("/dev/shm")
    if shared.is_dir() and os.access(shared, os.W_OK):
        free = os.statvfs(shared)
        if free.f_bavail * free.f_frsize >= needed:
            return shared, True
    return pathlib.Path(tempfile.gettempdir()), False
