"""The figures of building and serving as tables in Markdown, with what is aimed at beside them."""
import pathlib

#: Around the part of a document that is made from the figures.
BEGIN, END = "<!-- figures: made by `make bench BENCH=full` -->", "<!-- end of figures -->"

#: Names of the rows: the measured runs, what Hugo's figure stands beside them, and the aims in the ratio of time and of
#: memory. An edit and a build of nothing new are set against what Hugo takes for pages alone.
ROWS = (
    ("from nothing, pages only", "pages", "pages", 0.20, 0.15),
    ("from nothing, everything; Hugo with Pagefind", "everything", "everything", 0.10, None),
    ("nothing changed, new process, pages only", "unchanged", "unchanged", 0.02, None),
    ("nothing changed, new process, everything", "unchanged whole", "unchanged", 0.02, None),
    ("one text edit, new process, pages only; Hugo from nothing", "edit", "pages", 0.03, None),
    ("one text edit, new process, everything; Hugo from nothing", "edit whole", "pages", 0.03, None),
)

SERVED = (
    ("started, first page fetched", "started", None),
    ("text edit: save to the page fetched", "edit", 0.100),
    ("text edit: save to the event told", "told", None),
    ("a plan's title: save to all of plan, organisation and goal fetched", "title", 0.250),
    ("a goal's file deleted: to its page gone", "deleted", None),
)


def number(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}".replace(",", " ")


def three(figures: dict) -> str:
    """Seconds, seconds of processors, MiB: three cells."""
    digits = 3 if figures["seconds"] < 0.1 else 2 if figures["seconds"] < 100 else 0
    seconds, processor = number(figures["seconds"], digits), number(figures["processor"], digits)
    return f"{seconds} | {processor} | {number(figures['peak'], 0)}"


def ratio(value: float) -> str:
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


def by_size(size: dict) -> list[str]:
    """The tables of one size."""
    runs = size["runs"]
    lines = [
        f"### {number(size['pages'], 0)} plan pages", "",
        f"{number(size['html'], 0)} pages of HTML in all; {storage(size)}; {best(size['rounds'])}; "
        f"load {size['load']:.1f}.", "",
    ]
    if "hugo" not in runs["pages"]:
        per = runs["pages"]["klarplan"]
        return lines + [
            "| klarplan | s | CPU s | MiB | CPU per page |", "|---|---:|---:|---:|---:|",
            f"| from nothing, pages only | {three(per)} | {per['processor'] / size['pages'] * 1000:.3f} ms |", "",
        ]
    lines += [
        "| | klarplan s | CPU s | MiB | Hugo s | CPU s | MiB | time | CPU | memory | aim |",
        "|---|" + "---:|" * 9 + "---|",
    ]
    for label, own, other, aim, memory in ROWS:
        mine, theirs = runs[own]["klarplan"], runs[other]["hugo"]
        ratios = " | ".join(ratio(mine[key] / theirs[key]) for key in ("seconds", "processor", "peak"))
        aimed = f"time {aim}" + (f", memory {memory}" if memory else "")
        lines.append(f"| {label} | {three(mine)} | {three(theirs)} | {ratios} | {aimed} |")
    pages, cmark, copy = (runs["pages"][name] for name in ("klarplan", "cmark", "copy"))
    floor = cmark["processor"] + copy["processor"]
    each = " · ".join(
        f"{name} {runs['pages'][key]['processor'] / size['pages'] * 1000:.3f} ms"
        for name, key in (("klarplan", "klarplan"), ("Hugo", "hugo"))
    )
    lines += [
        "", f"CPU per page, pages only: {each}.", "",
        "| floor | s | CPU s | MiB |", "|---|---:|---:|---:|",
        f"| libcmark on all of the Markdown | {three(cmark)} |", f"| a copy of the finished pages | {three(copy)} |", "",
        f"klarplan's pages take {pages['processor'] / floor:.1f} times the processor time of both floors together.", "",
    ]
    if "served" in size:
        lines += served(size["served"])
    return lines


def served(figures: dict) -> list[str]:
    def told(value):
        return "not within half a minute" if value is None else f"{value * 1000:,.0f} ms".replace(",", " ")

    lines = ["| served | klarplan | Hugo | aim |", "|---|---:|---:|---|"]
    for label, key, aim in SERVED:
        other = figures["hugo"].get(key)
        shown = "–" if key == "told" else told(other)
        aimed = f"{aim * 1000:.0f} ms" if aim else ""
        lines.append(f"| {label} | {told(figures['klarplan'][key])} | {shown} | {aimed} |")
    peaks = " | ".join(f"{number(figures[name]['peak'], 0)} MiB" for name in ("klarplan", "hugo"))
    return [*lines, f"| peak memory | {peaks} | |", ""]


def by_region(region: dict) -> list[str]:
    lines = [
        f"### The region: {number(region['entities'], 0)} entities, {number(region['tables'], 0)} tables", "",
        f"{number(region['html'], 0)} pages of HTML; {storage(region)}; {best(region['rounds'])}; "
        f"load {region['load']:.1f}.", "",
        "| | s | CPU s | MiB | CPU per entity |", "|---|---:|---:|---:|---:|",
    ]
    rows = (
        ("`check`", "check", "klarplan"), ("from nothing, pages only", "pages", "klarplan"),
        ("from nothing, everything", "everything", "klarplan"),
        ("nothing changed, everything", "unchanged whole", "klarplan"),
        ("one text edit, everything", "edit whole", "klarplan"),
        ("floor: libcmark on all of the Markdown", "pages", "cmark"),
        ("floor: a copy of the finished site", "everything", "copy"),
    )
    for label, name, program in rows:
        figures = region["runs"][name][program]
        each = figures["processor"] / region["entities"] * 1000
        lines.append(f"| {label} | {three(figures)} | {each:.3f} ms |")
    return [*lines, ""]


def best(rounds: int) -> str:
    return f"best of {rounds} runs" if rounds > 1 else "one run"


def storage(figures: dict) -> str:
    return "in memory (/dev/shm)" if figures["memory"] else "in the temporary folder, on disk"


def growth(sizes: list[dict]) -> list[str]:
    """How the time for a page grows with their number."""
    lines = []
    for smaller, larger in zip(sizes, sizes[1:]):
        each = [size["runs"]["pages"]["klarplan"]["processor"] / size["pages"] for size in (smaller, larger)]
        lines.append(
            f"A page of {number(larger['pages'], 0)} takes {each[1] / each[0]:.2f} times the processor time of one of "
            f"{number(smaller['pages'], 0)}."
        )
    return [*lines, ""] if lines else []


def report(results: dict) -> str:
    hugo = "Hugo " + results["hugo"].split()[1].partition("-")[0].lstrip("v")
    lines = [
        f"{results['cores']} cores; {hugo}; s is the time by the clock, CPU s the time of all processors together, MiB "
        "the peak of memory. The ratios are klarplan to Hugo: below 1 klarplan takes less.", "",
    ]
    for size in results["sizes"]:
        lines += by_size(size)
    lines += growth(results["sizes"])
    if results["region"]:
        lines += by_region(results["region"])
    return "\n".join(lines)


def exchange(document: pathlib.Path, text: str):
    """Exchanges the marked part of a document."""
    before, begin, rest = document.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{document} lacks “{BEGIN}” and “{END}”")
    document.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", "utf-8")
