"""Keeps what speed was won: compares ratios with those that are committed, and fails where one got worse.

    python -m Benchmarks.site.bars --klarplan .build/release/klarplan check
    python -m Benchmarks.site.bars --klarplan .build/release/klarplan record

Only ratios are kept, of processor time and of peak memory, against Hugo and the floors in the same run: times differ
from machine to machine and with what else it does, ratios hardly. The programs run by turns and the best run of each
counts. What is left is noise; a ratio has to be NOISE times its bar to count as a regression. `record` writes the bars
anew, after something was made faster, or slower for a reason that the commit states.
"""
import argparse
import json
import pathlib
import sys

from Benchmarks.site import speed

BARS = pathlib.Path(__file__).resolve().parents[1] / "bars.json"

#: A ratio may be so many times its bar: best of three runs differed by 1.36 times where both programs take about a second.
NOISE = 1.6

#: Ratios so small differ by chance: a process takes some milliseconds to start. A bar counts as at least this.
LEAST = 0.01

PAGES = 1000
YEARS = 1
ROUNDS = 3

#: Name of the bar: what of klarplan's, and which program's run it is set against.
SITE = {
    "pages, against Hugo": ("pages", "pages", "hugo"),
    "pages, against libcmark": ("pages", "pages", "cmark"),
    "everything, against Hugo and Pagefind": ("everything", "everything", "hugo"),
    "nothing changed, pages, against Hugo": ("unchanged", "unchanged", "hugo"),
    "nothing changed, everything, against Hugo": ("unchanged whole", "unchanged", "hugo"),
    "one edit, pages, against Hugo from nothing": ("edit", "pages", "hugo"),
    "one edit, everything, against Hugo from nothing": ("edit whole", "pages", "hugo"),
}

#: The region has no peer: it is set against what Hugo takes for the thousand pages, in the same minute.
REGION = {
    "region, check": "check", "region, pages": "pages", "region, everything": "everything",
    "region, nothing changed": "unchanged whole", "region, one edit": "edit whole",
}


def ratios(results: dict) -> dict[str, float]:
    """The ratios of one run of the measuring, by the bars' names: processor time and, but for libcmark, memory."""
    runs = results["sizes"][0]["runs"]
    found = {}
    for name, (own, other, program) in SITE.items():
        mine, theirs = runs[own]["klarplan"], runs[other][program]
        found[f"{name}: processor"] = mine["processor"] / theirs["processor"]
        if program == "hugo":
            found[f"{name}: memory"] = mine["peak"] / theirs["peak"]
    hugo = results["region"]["runs"]["peer"]["hugo"]
    for name, own in REGION.items():
        mine = results["region"]["runs"][own]["klarplan"]
        found[f"{name}: processor"] = mine["processor"] / hugo["processor"]
        found[f"{name}: memory"] = mine["peak"] / hugo["peak"]
    return {name: round(value, 4) for name, value in found.items()}


def regressions(bars: dict[str, float], measured: dict[str, float], noise: float = NOISE) -> list[str]:
    """What got worse beyond noise, and what has no counterpart: a line each. Empty where all is well."""
    told = []
    for name, bar in bars.items():
        if name not in measured:
            told.append(f"{name}: has a bar but was not measured; record the bars anew")
        elif measured[name] > max(bar, LEAST) * noise:
            told.append(f"{name}: {measured[name]:.3f}, and the bar is {bar:.3f} (noise up to {noise} times)")
    told += [f"{name}: has no bar; record the bars anew" for name in measured if name not in bars]
    return told


def improvements(bars: dict[str, float], measured: dict[str, float], noise: float = NOISE) -> list[str]:
    """What got so much better that the bar could be lowered."""
    return [
        f"{name}: {measured[name]:.3f}, and the bar is {bar:.3f}" for name, bar in bars.items()
        if name in measured and bar > LEAST and measured[name] * noise < bar
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--klarplan", type=pathlib.Path, required=True, help="the program, built for release")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("action", choices=["check", "record"])
    options = parser.parse_args()
    measured = ratios(speed.measure(options.klarplan.resolve(), [PAGES], YEARS, serves=False, rounds=options.rounds))
    if options.action == "record":
        BARS.write_text(json.dumps({"pages": PAGES, "years": YEARS, "ratios": measured}, indent=2) + "\n", "utf-8")
        print(f"{len(measured)} bars recorded in {BARS}")
        return
    bars = json.loads(BARS.read_text("utf-8"))
    if (bars["pages"], bars["years"]) != (PAGES, YEARS):
        raise SystemExit("the bars were recorded for another corpus; record them anew")
    for line in improvements(bars["ratios"], measured):
        print(f"better: {line}")
    worse = regressions(bars["ratios"], measured)
    for line in worse:
        print(f"worse: {line}", file=sys.stderr)
    if worse:
        raise SystemExit(1)
    print(f"{len(measured)} ratios are within their bars.")


if __name__ == "__main__":
    main()
