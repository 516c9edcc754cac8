"""How fast, small and light search is, against Pagefind over the same made-up pages, in one run.

    python -m Benchmarks.search.speed --klarplan .build/release/klarplan --pages 1000 --output Benchmarks/results

Building: time and peak memory. The index: its files and bytes. A cold query: bytes until its first results stand, in a
browser that has nothing of the site. The answer: time in the browser when all bytes are there. Everything is built in
memory where there is room. Small runs are repeated, the two programs in turn, and the median is told.
"""
import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

from Benchmarks import browser, peer
from Benchmarks.corpus import write_corpus
from Benchmarks.processes import Run, memory_folder, must_run
from Benchmarks.search.cold import KlarplanPage, opened_files, read_by_program
from Benchmarks.search.samples import sample_queries

#: What a page needs: itself twice (the writer keeps two trees), a copy for Pagefind, and both indexes.
BYTES_PER_PAGE = 200_000

#: Pagefind's ready-made forms and highlighting: other people's pages may use them, a query doesn't need them.
OPTIONAL = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


@dataclasses.dataclass(frozen=True)
class Size:
    """The files of an index and their bytes."""

    files: int
    bytes: int


def size_of(files) -> Size:
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return Size(len(sizes), sum(sizes))


def klarplan_index(site: pathlib.Path) -> list[pathlib.Path]:
    return sorted(file for folder in site.glob("**/search/index") for file in folder.rglob("*"))


def pagefind_index(site: pathlib.Path) -> list[pathlib.Path]:
    return sorted(file for file in (site / "pagefind").rglob("*") if not file.name.startswith(OPTIONAL))


def flag_without_index(klarplan: pathlib.Path) -> str | None:
    """The flag that leaves the index out of a build, where the program has one."""
    told = must_run([klarplan, "build", "--help"]).output
    return next((flag for flag in ["--no-search", "--pages-only"] if flag in told), None)


def build(klarplan: pathlib.Path, project: pathlib.Path, flag: str | None = None) -> Run:
    """Builds everything anew; what an earlier build left is taken away before the clock starts."""
    for name in ["public", ".klarplan"]:
        shutil.rmtree(project / name, ignore_errors=True)
    call = [klarplan, "build", project, "--output", project / "public", "--as-of", "2026-11-21"]
    return must_run(call + ([flag] if flag else []))


def index_with_pagefind(site: pathlib.Path, copy: pathlib.Path) -> Run:
    """Indexes a copy of the pages alone, made before the clock starts."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site, copy, ignore=lambda folder, _: ["index"] if folder.endswith("/search") else [])
    return peer.index(copy)


def median(runs: list[Run]) -> dict[str, float]:
    """The median of several runs: seconds, seconds of processors, peak in MiB."""
    return {key: statistics.median(getattr(run, key) for run in runs) for key in ["seconds", "processor", "peak"]}


def measure_queries(klarplan, site: pathlib.Path, copy: pathlib.Path, queries: list[str]) -> dict:
    """Bytes of cold queries and milliseconds of warm ones, for each program and query."""
    figures: dict = {"klarplan": {}, "Pagefind": {}}
    has_page = KlarplanPage.is_in(site)
    has_index = bool(klarplan_index(site))
    figures["how"] = (
        "its search page in Chromium" if has_page
        else "files that `klarplan search` opens (no search page yet)" if has_index
        else "not measured (no index yet)"
    )
    with browser.chromium() as chromium, browser.served(site) as own, browser.served(copy) as others:
        for query in queries:
            figures["Pagefind"][query] = peer.cold_and_warm(chromium, others, query)
            if has_page:
                figures["klarplan"][query] = KlarplanPage(chromium, own).cold_and_warm(query)
            elif has_index:
                opened = opened_files(klarplan_index(site), lambda: read_by_program(klarplan, site, query))
                figures["klarplan"][query] = {"bytes": size_of(opened).bytes, "milliseconds": None}
        if has_index:
            for query in queries:
                seconds = statistics.median(read_by_program(klarplan, site, query).seconds for _ in range(3))
                figures["klarplan"][query]["process"] = seconds * 1000
    return figures


def measure(
    klarplan: pathlib.Path, baseline: pathlib.Path | None, pages: int, per_plan: int, folder: pathlib.Path, repeat: int
) -> dict:
    """All figures of one size. `baseline`: a klarplan that makes no index, where no flag leaves it out."""
    project, copy = folder / "project", folder / "copy"
    write_corpus(project, pages, per_plan=per_plan)
    site = project / "public"
    flag = flag_without_index(klarplan)
    with_index, without, peers = [], [], []
    for _ in range(repeat):
        if baseline or flag:
            without.append(build(baseline or klarplan, project, None if baseline else flag))
        with_index.append(build(klarplan, project))
        peers.append(index_with_pagefind(site, copy))
    figures = {
        "plans": sum(1 for _ in project.glob("Content/*/plan-*/index.md")),
        "pages": sum(1 for _ in site.rglob("*.html")),
        "repeated": repeat,
        "load": os.getloadavg()[0],
        "build": median(with_index),
        "build without index": median(without) if without else None,
        "Pagefind": median(peers),
        "klarplan index": dataclasses.astuple(size_of(klarplan_index(site))),
        "Pagefind index": dataclasses.astuple(size_of(pagefind_index(copy))),
    }
    figures["queries"] = measure_queries(klarplan, site, copy, sample_queries(project / "Content"))
    return figures


def line(label: str, own: float | None, other: float | None, unit: str, digits: int = 1) -> str:
    def told(value):
        return "–" if value is None else f"{value:,.{digits}f} {unit}".replace(",", " ").strip()

    ratio = f"{own / other:.3f}" if own is not None and other else "–"
    return f"| {label} | {told(own)} | {told(other)} | {ratio} |"


def report(figures: dict) -> str:
    """A Markdown table of one size."""
    whole, other = figures["build"], figures["Pagefind"]
    alone = figures["build without index"]
    own_files, own_bytes = figures["klarplan index"]
    files, size = figures["Pagefind index"]
    asked = figures["queries"]

    def middle(program, key):
        values = [each[key] for each in asked[program].values() if each.get(key) is not None]
        return statistics.median(values) if values else None

    def most(program, key):
        return max((each[key] for each in asked[program].values() if each.get(key) is not None), default=None)

    def compare(label, how, key, unit, scale=1):
        """A row in which the same figure of all queries stands, put together so, for both programs."""
        values = [how(program, key) for program in ["klarplan", "Pagefind"]]
        return line(label, *(None if value is None else value / scale for value in values), unit)

    def beyond(key):
        """What a build with the index took beyond one without."""
        return None if alone is None else whole[key] - alone[key]

    has_index = own_files > 0
    rows = [
        line("index, time", beyond("seconds"), other["seconds"], "s", 2),
        line("index, processor time", beyond("processor"), other["processor"], "s", 2),
        line("index, peak memory", beyond("peak"), other["peak"], "MiB"),
        line("whole build, time", whole["seconds"], None, "s", 2),
        line("whole build, processor time", whole["processor"], None, "s", 2),
        line("whole build, peak memory", whole["peak"], None, "MiB"),
        line("index files", own_files if has_index else None, files, "", 0),
        line("index size", own_bytes / 1e6 if has_index else None, size / 1e6, "MB", 2),
        compare("cold query, median", middle, "bytes", "kB", 1000),
        compare("cold query, most", most, "bytes", "kB", 1000),
        compare("answer, bytes there, median", middle, "milliseconds", "ms"),
        compare("answer, bytes there, slowest", most, "milliseconds", "ms"),
        line("keystroke to results, bytes there, median", middle("klarplan", "typed"), None, "ms"),
        line("`klarplan search`, whole process, median", middle("klarplan", "process"), None, "ms"),
    ]
    repeated = f"median of {figures['repeated']}" if figures["repeated"] > 1 else "one run"
    return "\n".join([
        f"### {figures['pages']} pages, {figures['plans']} plans", "",
        f"Built in {figures['storage']}, {repeated}, load {figures['load']:.1f} on {os.cpu_count()} cores. "
        f"Bytes of klarplan: {asked['how']}.", "",
        "| | klarplan | Pagefind | ratio |", "|---|---:|---:|---:|", *rows, "",
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--klarplan", type=pathlib.Path, required=True, help="the program, built for release")
    parser.add_argument("--baseline", type=pathlib.Path, help="a klarplan that makes no index, to tell what it costs")
    parser.add_argument("--pages", type=int, nargs="+", default=[1000])
    parser.add_argument("--per-plan", type=int, default=1, help="how many of the pages make up a plan")
    parser.add_argument("--output", type=pathlib.Path, required=True, help="where speed.md and speed.json go")
    options = parser.parse_args()
    texts, results = ["## How fast search is", ""], []
    for pages in options.pages:
        memory, is_memory = memory_folder(pages * BYTES_PER_PAGE)
        with tempfile.TemporaryDirectory(prefix="klarplan-bench-", dir=memory) as temporary:
            repeat = 3 if pages <= 2000 else 1
            baseline = options.baseline.resolve() if options.baseline else None
            folder = pathlib.Path(temporary)
            figures = measure(options.klarplan.resolve(), baseline, pages, options.per_plan, folder, repeat)
        figures["storage"] = "memory (/dev/shm)" if is_memory else "the temporary folder, on disk"
        results.append(figures)
        texts.append(report(figures))
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "speed.md").write_text("\n".join(texts), "utf-8")
    told = json.dumps(results, ensure_ascii=False, indent=1)
    (options.output / "speed.json").write_text(told + "\n", "utf-8")
    sys.stdout.write("\n".join(texts))


if __name__ == "__main__":
    main()
