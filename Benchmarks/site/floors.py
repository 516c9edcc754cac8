"""What no generator can get below: libcmark alone on all of the Markdown, and a plain copy of the finished site.

    python -m Benchmarks.site.floors FILE

parses and renders one file with libcmark and prints the seconds of processors that it took, as JSON. It is a program of
its own, so that its memory is its own.
"""
import ctypes
import ctypes.util
import json
import pathlib
import sys
import time

from Benchmarks.processes import Run, must_run

#: Where libcmark lies if the linker's cache doesn't know it: with its headers alone there is no such line in the cache.
USUAL = ("libcmark.so.0.30.2", "libcmark.so", "libcmark.dylib", "/opt/homebrew/lib/libcmark.dylib")


def library() -> ctypes.CDLL:
    for name in filter(None, (ctypes.util.find_library("cmark"), *USUAL)):
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise SystemExit("libcmark isn't installed; Tests/setup.sh installs it")


def render(file: pathlib.Path) -> dict[str, float]:
    """Seconds of parsing and rendering one file: by the clock, and of processors."""
    cmark = library()
    cmark.cmark_markdown_to_html.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]
    cmark.cmark_markdown_to_html.restype = ctypes.c_void_p
    text = file.read_bytes()
    seconds, processor = time.perf_counter(), time.process_time()
    html = cmark.cmark_markdown_to_html(text, len(text), 0)
    took = {"seconds": time.perf_counter() - seconds, "processor": time.process_time() - processor}
    if not html:
        raise SystemExit("libcmark gave nothing")
    return took


def concatenate(content: pathlib.Path, file: pathlib.Path):
    """Writes all of the Markdown below a folder as one file."""
    with file.open("wb") as target:
        for each in sorted(content.rglob("*.md")):
            target.write(each.read_bytes() + b"\n")


def cmark(file: pathlib.Path) -> Run:
    """libcmark on one file. The seconds are those of libcmark alone, the memory is that of the process."""
    run = must_run([sys.executable, "-m", "Benchmarks.site.floors", file], pathlib.Path(__file__).resolve().parents[2])
    took = json.loads(run.output)
    return Run(took["seconds"], took["processor"], run.peak, run.code, run.output, run.errors)


def copy(site: pathlib.Path, target: pathlib.Path) -> Run:
    """A plain copy of a finished site."""
    return must_run(["cp", "-r", site, target])


if __name__ == "__main__":
    print(json.dumps(render(pathlib.Path(sys.argv[1]))))
