"""How good search is: every query of `queries.tsv` asked of klarplan and of Pagefind, over the same built site.

    python -m Benchmarks.search.quality --site public --klarplan .build/release/klarplan --output Benchmarks/results

Reported by half and by kind: success@1 and success@3 (a right page among the first one or three results), best@1 (the
most precise of the right pages comes first) and MRR@10 (the mean of 1 / rank of the first right page, 0 beyond ten).
Ranks count results as they are printed. What the `test` half missed is counted but not shown: nobody tunes on it.
"""
import argparse
import dataclasses
import json
import pathlib
import shutil
import sys
import tempfile

from Benchmarks import browser, peer
from Benchmarks.processes import memory_folder, run
from Benchmarks.search.queries import Query, page_of, read_queries

FIRST = 10


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What one program answered to one query: pages in order, and milliseconds until they were there."""

    query: Query
    pages: tuple[str, ...]
    milliseconds: float

    @property
    def rank(self) -> int:
        """The place of the first right page, from 1; 0 where there is none."""
        return next((place for place, page in enumerate(self.pages, 1) if page in self.query.expected), 0)

    @property
    def is_best(self) -> bool:
        return self.pages[:1] == self.query.expected[:1]


def score(outcomes: list[Outcome]) -> dict[str, float]:
    """The measures of some outcomes, each between 0 and 1."""
    count = len(outcomes)
    ranks = [outcome.rank for outcome in outcomes]
    return {
        "queries": count,
        "success@1": sum(rank == 1 for rank in ranks) / count,
        "success@3": sum(1 <= rank <= 3 for rank in ranks) / count,
        "best@1": sum(outcome.is_best for outcome in outcomes) / count,
        "MRR@10": sum(1 / rank for rank in ranks if rank) / count,
    }


def ask_klarplan(program: pathlib.Path, site: pathlib.Path, queries: list[Query]) -> list[Outcome]:
    """One process a query, as somebody in a terminal would."""
    outcomes = []
    for query in queries:
        call = [program, "search", "--site", site, "--json", "--limit", str(FIRST), "--language", query.language]
        answer = run([*call, "--", query.text])
        if answer.code not in (0, 1) or not answer.output.strip().startswith("["):
            raise SystemExit(f"klarplan search {query.text!r} ended with {answer.code}: {answer.errors.strip()}")
        pages = tuple(page_of(result["url"]) for result in json.loads(answer.output))[:FIRST]
        outcomes.append(Outcome(query, pages, answer.seconds * 1000))
    return outcomes


def ask_pagefind(site: pathlib.Path, queries: list[Query]) -> list[Outcome]:
    """Pagefind indexes a copy of the site and is asked by its own JavaScript, a page for each language."""
    outcomes = {}
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    folder, _ = memory_folder(size * 3)
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        copy = pathlib.Path(temporary) / "site"
        shutil.copytree(site, copy)
        peer.index(copy)
        with browser.served(copy) as host, browser.chromium() as chromium:
            for language in sorted({query.language for query in queries}):
                with peer.pagefind(chromium, host.address, language) as pagefind:
                    for query in queries:
                        if query.language == language:
                            answer = pagefind.ask(query.text, FIRST)
                            pages = tuple(map(page_of, answer.pages))
                            outcomes[query.id] = Outcome(query, pages, answer.milliseconds)
    return [outcomes[query.id] for query in queries]


MEASURES = ["success@1", "success@3", "best@1", "MRR@10"]


def groups(queries: list[Query]) -> list[tuple[str, list[str]]]:
    """The rows of a table: Swedish queries in all, then each kind, with the ids that belong there."""
    kinds = list(dict.fromkeys(query.kind for query in queries))
    rows = [("all Swedish", [query.id for query in queries if query.language == "sv"])]
    return rows + [(kind, [query.id for query in queries if query.kind == kind]) for kind in kinds]


def table(half: str, answers: dict[str, list[Outcome]], queries: list[Query]) -> list[str]:
    """A Markdown table of one half: a row a kind, the measures of each program side by side."""
    programs = list(answers)
    head = [f"{measure} {program}" for measure in MEASURES for program in programs]
    lines = [f"| kind | queries | {' | '.join(head)} |", f"|---|---:|{'---:|' * len(head)}"]
    for name, ids in groups([query for query in queries if query.half == half]):
        cells = []
        scores = {
            program: score([outcome for outcome in outcomes if outcome.query.id in ids])
            for program, outcomes in answers.items()
        }
        for measure in MEASURES:
            top = max(scores[program][measure] for program in programs)
            for program in programs:
                value = scores[program][measure]
                cells.append(f"**{value:.2f}**" if value == top and len(programs) > 1 else f"{value:.2f}")
        lines.append(f"| {name} | {len(ids)} | {' | '.join(cells)} |")
    return lines


def missed(answers: dict[str, list[Outcome]]) -> list[str]:
    """Queries of the tune half whose right page is not among the first three, with what came instead."""
    lines = []
    for program, outcomes in answers.items():
        kept = sum(outcome.query.half == "test" and not 1 <= outcome.rank <= 3 for outcome in outcomes)
        lines += ["", f"### Missed by {program}", "", f"In the test half: {kept} (not shown).", ""]
        for outcome in outcomes:
            if outcome.query.half == "tune" and not 1 <= outcome.rank <= 3:
                place = f"rank {outcome.rank}" if outcome.rank else "not found"
                instead = ", ".join(outcome.pages[:3]) or "nothing"
                wanted = " or ".join(outcome.query.expected[:3])
                lines.append(
                    f"- {outcome.query.id} `{outcome.query.text}` ({place}): wanted {wanted}; got {instead}"
                )
    return lines


def report(answers: dict[str, list[Outcome]], queries: list[Query]) -> str:
    """All tables as Markdown."""
    lines = ["## How good search is", ""]
    for half in ["test", "tune"]:
        told = "never tuned on" if half == "test" else "tuned on"
        lines += [f"### The {half} half, {told}", "", *table(half, answers, queries), ""]
    lines += missed(answers)
    return "\n".join(lines) + "\n"


def as_json(answers: dict[str, list[Outcome]], queries: list[Query]) -> dict:
    """The same figures for machines, with the rank of every query."""
    halves = {
        half: {
            name: {
                program: score([outcome for outcome in outcomes if outcome.query.id in ids])
                for program, outcomes in answers.items()
            }
            for name, ids in groups([query for query in queries if query.half == half])
        }
        for half in ["test", "tune"]
    }
    ranks = {
        query.id: {program: outcomes[place].rank for program, outcomes in answers.items()}
        for place, query in enumerate(queries)
    }
    return {"halves": halves, "ranks": ranks}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=pathlib.Path, required=True, help="the built example site")
    parser.add_argument("--klarplan", type=pathlib.Path, help="the program; without it only Pagefind is asked")
    parser.add_argument("--queries", type=pathlib.Path, default=pathlib.Path(__file__).with_name("queries.tsv"))
    parser.add_argument("--output", type=pathlib.Path, required=True, help="where quality.md and quality.json go")
    parser.add_argument("--half", choices=["tune", "test"], help="only this half, for who is tuning")
    options = parser.parse_args()
    queries = [query for query in read_queries(options.queries) if options.half in (None, query.half)]
    answers = {}
    if options.klarplan:
        answers["klarplan"] = ask_klarplan(options.klarplan, options.site, queries)
    answers["Pagefind"] = ask_pagefind(options.site, queries)
    if options.half:
        sys.stdout.write("\n".join(table(options.half, answers, queries) + missed(answers)) + "\n")
        return
    text = report(answers, queries)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "quality.md").write_text(text, "utf-8")
    figures = json.dumps(as_json(answers, queries), ensure_ascii=False, indent=1)
    (options.output / "quality.json").write_text(figures + "\n", "utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
