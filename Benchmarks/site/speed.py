"""How fast the site is built and kept up to date, beside Hugo on the same pages and the floors, in one run.

    python -m Benchmarks.site.speed --klarplan .build/release/klarplan --size small --output Benchmarks/results

The programs run by turns, in memory where there is room, each run in a new process. Every output has a folder of its
own and nothing is deleted before the end: deleting makes the next minutes slow on some disks. Of several runs the best
counts, each figure for itself; all of them stand in site.json.
"""
import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import sys
import tempfile

from Benchmarks import peer
from Benchmarks.processes import Run, memory_folder, must_run
from Benchmarks.site import floors, hugo, report, served

#: Plan pages for each size that can be asked for.
SIZES = {"small": [1000], "full": [1000, 10_000], "huge": [1000, 10_000, 100_000]}

#: The corpus as the search benchmark has it: one page of twenty is a plan, the others are its goals.
PER_PLAN = 20
PER_ORGANISATION = 40

#: What a page needs: two projects, Hugo's, and all the outputs of three rounds.
BYTES_PER_PAGE = 500_000

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def make(module: str, *arguments):
    """Writes a corpus from a process of its own: the memory of this one is the least that is told of any program."""
    must_run([sys.executable, "-m", module, *map(str, arguments)], REPOSITORY)


def place(number: int) -> tuple[str, str]:
    """The file of a page of the corpus, below Content, and its address."""
    organisation = f"kommun-{number // PER_ORGANISATION + 1:03}"
    within = number % PER_ORGANISATION % PER_PLAN
    plan = f"{organisation}/plan-{number - within:05}"
    return (f"{plan}/M{number:05}.md", f"/{plan}/m{number:05}/") if within else (f"{plan}/index.md", f"/{plan}/")


def together(*runs: Run) -> Run:
    """Several programs one after another, as one."""
    return Run(
        sum(run.seconds for run in runs), sum(run.processor for run in runs), max(run.peak for run in runs), 0, "", ""
    )


def best(runs: list[Run]) -> dict:
    """The least seconds, seconds of processors and MiB; and all runs."""
    figures = {key: min(getattr(run, key) for run in runs) for key in ("seconds", "processor", "peak")}
    return figures | {"runs": [[run.seconds, run.processor, run.peak] for run in runs]}


@dataclasses.dataclass
class Measuring:
    """The figures of one size, as they come in."""

    klarplan: pathlib.Path
    folder: pathlib.Path
    rounds: int
    runs: dict = dataclasses.field(default_factory=dict)

    def note(self, name: str, program: str, run: Run):
        self.runs.setdefault(name, {}).setdefault(program, []).append(run)
        print(f"  {name}, {program}: {run.seconds:.2f} s, {run.processor:.2f} s CPU, {run.peak:.0f} MiB", flush=True)

    def build(self, project: pathlib.Path, output: pathlib.Path, *flags: str) -> Run:
        call = [self.klarplan, "build", project, "--output", output, "--as-of", "2026-11-21"]
        return must_run(call + ["--base-url", "https://plan.example.se/", *flags])

    def forget(self, project: pathlib.Path, number: int):
        """Puts the cache aside, so that the next build begins from nothing."""
        cache = project / ".klarplan"
        if cache.exists():
            cache.rename(self.folder / f"old-{project.name}-{number}")

    def figures(self) -> dict:
        return {name: {program: best(runs) for program, runs in by.items()} for name, by in self.runs.items()}


def must_hold(file: pathlib.Path, text: str):
    """A figure counts only if the site is what it should be."""
    if not file.is_file() or text not in file.read_text("utf-8"):
        raise SystemExit(f"{file} doesn't hold “{text}”")


def measure_pages(klarplan: pathlib.Path, folder: pathlib.Path, pages: int, rounds: int, serves: bool) -> dict:
    """All figures of one size of the corpus."""
    alone, whole, other = folder / "alone", folder / "whole", folder / "hugo"
    make("Benchmarks.corpus", alone, "--pages", pages, "--per-plan", PER_PLAN)
    shutil.copytree(alone, whole)
    hugo.write_hugo(alone, other)
    joined = folder / "joined.md"
    floors.concatenate(alone / "Content", joined)
    measuring = Measuring(klarplan, folder, rounds)
    note, build = measuring.note, measuring.build
    for number in range(rounds):
        note("pages", "klarplan", build(alone, folder / f"out-alone-{number}", "--pages-only"))
        note("pages", "hugo", hugo.build(other, folder / f"out-hugo-{number}"))
        note("pages", "cmark", floors.cmark(joined))
        note("pages", "copy", floors.copy(folder / f"out-alone-{number}", folder / f"out-copy-{number}"))
        note("everything", "klarplan", build(whole, folder / f"out-whole-{number}"))
        site = folder / f"out-hugo-whole-{number}"
        made = hugo.build(other, site, everything=True)
        note("everything", "hugo", together(made, peer.index(site)))
        if number < rounds - 1:
            measuring.forget(alone, number)
            measuring.forget(whole, number)
    last = rounds - 1
    outputs = [folder / f"out-{name}-{last}" for name in ("alone", "whole", "hugo")]
    made_pages = sum(1 for _ in outputs[0].rglob("*.html"))
    if made_pages < pages or sum(1 for _ in outputs[2].rglob("*.html")) < pages:
        raise SystemExit(f"fewer than {pages} pages were made")
    for _ in range(rounds):
        note("unchanged", "klarplan", build(alone, outputs[0], "--pages-only"))
        note("unchanged", "hugo", hugo.build(other, outputs[2]))
        note("unchanged whole", "klarplan", build(whole, outputs[1]))
    edited, address = place(5)
    originals = {}
    for number in range(rounds):
        mark = f"Ändrad i runda {number}."
        for file in (alone / "Content" / edited, whole / "Content" / edited, other / "content" / edited):
            text = originals.setdefault(file, file.read_text("utf-8"))
            file.write_text(f"{text}\n\n{mark}\n", "utf-8")
        note("edit", "klarplan", build(alone, outputs[0], "--pages-only"))
        note("edit", "hugo", hugo.build(other, outputs[2]))
        note("edit whole", "klarplan", build(whole, outputs[1]))
        for output in outputs:
            must_hold(output / address.strip("/") / "index.html", mark)
    figures = {
        "pages": pages, "html": made_pages, "rounds": rounds, "load": os.getloadavg()[0], "runs": measuring.figures()
    }
    if serves:
        figures["served"] = measure_served(klarplan, whole, other, 5 if pages <= 1000 else 3)
    return figures


def measure_served(klarplan: pathlib.Path, project: pathlib.Path, other: pathlib.Path, rounds: int) -> dict:
    """Both servers, one after the other."""
    goal, goal_address = place(5)
    plan, plan_address = place(0)
    doomed, doomed_address = place(7)
    dependents = (plan_address, "/kommun-001/", place(6)[1])

    def places(content: pathlib.Path, names) -> served.Places:
        return served.Places(
            content / names(goal), goal_address, content / names(plan), plan_address, content / names(doomed),
            doomed_address, dependents,
        )

    own_port, port = served.free_port(), served.free_port()
    own = served.serve(
        [klarplan, "serve", project, "--port", str(own_port), "--as-of", "2026-11-21"], project, own_port,
        places(project / "Content", pathlib.PurePath), rounds, tells=True,
    )
    call = [hugo.executable(), "server", "--renderToMemory", "--bind", "127.0.0.1", "--port", str(port)]
    others = served.serve(
        call, other, port, places(other / "content", lambda name: hugo.place_of(pathlib.PurePath(name))), rounds,
        tells=False,
    )
    return {"klarplan": own, "hugo": others}


def measure_region(klarplan: pathlib.Path, folder: pathlib.Path, years: int, rounds: int, peer_pages: int = 0) -> dict:
    """The made-up region: klarplan alone, beside the floors.

    Hugo can't read it. With `peer_pages`, it makes so many plan pages by turns with klarplan's runs ("peer"): what the
    region is set against has to be of the same minute, or the machine's other work decides.
    """
    project, alone = folder / "region", folder / "region-alone"
    make("Benchmarks.region", project, "--years", years)
    shutil.copytree(project, alone)
    joined = folder / "region.md"
    floors.concatenate(project / "Content", joined)
    measuring = Measuring(klarplan, folder, rounds)
    note, build = measuring.note, measuring.build
    if peer_pages:
        make("Benchmarks.corpus", folder / "peer", "--pages", peer_pages, "--per-plan", PER_PLAN)
        hugo.write_hugo(folder / "peer", folder / "hugo")

    def run_peer():
        if peer_pages:
            number = len(measuring.runs.get("peer", {}).get("hugo", []))
            note("peer", "hugo", hugo.build(folder / "hugo", folder / f"out-peer-{number}"))

    for number in range(rounds):
        run_peer()
        note("check", "klarplan", must_run([klarplan, "check", project, "--as-of", "2026-11-21", "--format", "json"]))
        note("pages", "klarplan", build(alone, folder / f"out-region-alone-{number}", "--pages-only"))
        note("pages", "cmark", floors.cmark(joined))
        note("everything", "klarplan", build(project, folder / f"out-region-{number}"))
        if number < rounds - 1:
            measuring.forget(project, number)
            measuring.forget(alone, number)
    output = folder / f"out-region-{rounds - 1}"
    note("everything", "copy", floors.copy(output, folder / "out-region-copy"))
    edited = project / "Content/region-pahittad/regionfullmaktige/rp-2017/A1.md"
    for _ in range(rounds):
        note("unchanged whole", "klarplan", build(project, output))
    text = edited.read_text("utf-8")
    for number in range(rounds):
        run_peer()
        mark = f"Ändrad i runda {number}."
        edited.write_text(f"{text}\n{mark}\n", "utf-8")
        note("edit whole", "klarplan", build(project, output))
        must_hold(output / "region-pahittad/rp-2017/a1/index.html", mark)
    entities = json.loads((output / "data" / "graph.json").read_text("utf-8"))["entities"]
    kinds = {"goal", "assignment", "activity", "indicator", "control", "risk"}
    return {
        "years": years, "rounds": rounds, "entities": sum(entity["type"] in kinds for entity in entities),
        "tables": sum(1 for _ in output.glob("data/tables/**/*.csv")), "html": sum(1 for _ in output.rglob("*.html")),
        "load": os.getloadavg()[0], "runs": measuring.figures(),
    }


def first_line(command: list) -> str:
    return must_run(command).output.strip().splitlines()[0]


def measure(klarplan: pathlib.Path, sizes: list[int], years: int, serves: bool, rounds: int | None = None) -> dict:
    """Everything that is asked for."""
    results: dict = {
        "klarplan": first_line([klarplan, "--version"]), "hugo": first_line([hugo.executable(), "version"]),
        "cores": os.cpu_count(), "sizes": [], "region": None,
    }
    for pages in [*sizes, None]:
        needed = (pages or 10_000) * BYTES_PER_PAGE if (pages or 0) <= 10_000 else 100_000 * 150_000
        memory, is_memory = memory_folder(needed)
        with tempfile.TemporaryDirectory(prefix="klarplan-bench-", dir=memory) as temporary:
            folder = pathlib.Path(temporary)
            print(f"{pages} pages" if pages else f"the region, {years} years", flush=True)
            if pages is None:
                results["region"] = measure_region(
                    klarplan, folder, years, 1 if years > 2 else 3, peer_pages=0 if years > 2 else 1000)
            elif pages > 10_000:
                results["sizes"].append(measure_huge(klarplan, folder, pages))
            else:
                taken = rounds or (3 if pages <= 1000 else 2)
                results["sizes"].append(measure_pages(klarplan, folder, pages, taken, serves))
            (results["sizes"][-1] if pages else results["region"])["memory"] = is_memory
    return results


def measure_huge(klarplan: pathlib.Path, folder: pathlib.Path, pages: int) -> dict:
    """A size at which one build by klarplan alone has to do."""
    make("Benchmarks.corpus", folder / "alone", "--pages", pages, "--per-plan", PER_PLAN)
    measuring = Measuring(klarplan, folder, 1)
    measuring.note("pages", "klarplan", measuring.build(folder / "alone", folder / "out", "--pages-only"))
    made = sum(1 for _ in (folder / "out").rglob("*.html"))
    return {"pages": pages, "html": made, "rounds": 1, "load": os.getloadavg()[0], "runs": measuring.figures()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--klarplan", type=pathlib.Path, required=True, help="the program, built for release")
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--output", type=pathlib.Path, required=True, help="where site.md and site.json go")
    parser.add_argument("--document", type=pathlib.Path, help="a document whose marked part becomes the tables")
    options = parser.parse_args()
    years = 1 if options.size == "small" else 10
    results = measure(options.klarplan.resolve(), SIZES[options.size], years, serves=True)
    options.output.mkdir(parents=True, exist_ok=True)
    told = json.dumps(results, ensure_ascii=False, indent=1)
    (options.output / "site.json").write_text(told + "\n", "utf-8")
    text = report.report(results)
    (options.output / "site.md").write_text(text, "utf-8")
    if options.document:
        report.exchange(options.document, text)
    sys.stdout.write("\n" + text)


if __name__ == "__main__":
    main()
