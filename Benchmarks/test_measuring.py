"""The measuring itself, measured: run before every `make bench`."""
import json
import os
import pathlib
import stat
import sys
import time
import urllib.request

import pytest

from Benchmarks import browser
from Benchmarks.corpus import write_corpus
from Benchmarks.processes import must_run, run
from Benchmarks.region import write_region
from Benchmarks.region_plan import ENTITIES_PER_PLAN, TABLES_PER_PLAN
from Benchmarks.search.cold import KlarplanPage, opened_files
from Benchmarks.search.quality import Outcome, as_json, ask_klarplan, report, score
from Benchmarks.search.queries import Query, page_of, read_queries
from Benchmarks.search.samples import sample_queries
from Benchmarks.site import bars, floors, hugo, served, speed
from Benchmarks.site import report as site_report


def query(identifier: str, half: str, *expected: str) -> Query:
    return Query(identifier, "word", half, "sv", identifier, expected)


def program(folder: pathlib.Path, text: str) -> pathlib.Path:
    """A program in Python."""
    file = folder / "program"
    file.write_text(f"#!{sys.executable}\n{text}\n", "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.mark.parametrize(
    "url, page",
    [
        ("/a/b/", "a/b/"), ("a/b/#row-x", "a/b/"), ("./a/", "a/"), ("a/index.html?x=1#y", "a/"),
        ("/", "./"), ("", "./"), ("index.html", "./"), ("./", "./"), ("en/", "en/"),
    ],
)
def test_addresses_are_compared_by_page(url, page):
    assert page_of(url) == page


def test_a_right_page_counts_by_its_place():
    outcomes = [
        Outcome(query("first", "test", "a/", "b/"), ("b/", "a/"), 0),
        Outcome(query("third", "test", "a/"), ("x/", "y/", "a/"), 0),
        Outcome(query("fifth", "test", "a/"), ("x/", "y/", "z/", "v/", "a/"), 0),
        Outcome(query("never", "test", "a/"), (), 0),
    ]
    assert [outcome.rank for outcome in outcomes] == [1, 3, 5, 0]
    got = score(outcomes)
    assert got["success@1"] == 0.25
    assert got["success@3"] == 0.5
    assert got["best@1"] == 0
    assert got["MRR@10"] == pytest.approx((1 + 1 / 3 + 1 / 5) / 4)


def test_the_report_keeps_what_the_test_half_missed():
    queries = [query("kept", "test", "a/"), query("shown", "tune", "a/")]
    answers = {"klarplan": [Outcome(each, ("x/",), 1) for each in queries]}
    text = report(answers, queries)
    assert "`shown`" in text
    assert "`kept`" not in text
    assert as_json(answers, queries)["ranks"] == {"kept": {"klarplan": 0}, "shown": {"klarplan": 0}}


def test_klarplan_is_asked_as_the_contract_says(tmp_path):
    stand_in = program(tmp_path, (
        "import json, sys\n"
        "assert sys.argv[1] == 'search' and sys.argv[-2] == '--', sys.argv\n"
        "found = [] if sys.argv[-1] == 'nothing' else [{'url': 'a/#row-b', 'title': 'A'}]\n"
        "print(json.dumps(found))\n"
        "sys.exit(0 if found else 1)"
    ))
    outcomes = ask_klarplan(stand_in, tmp_path, [query("-455,8", "test", "a/"), query("nothing", "test", "a/")])
    assert [outcome.rank for outcome in outcomes] == [1, 0]


def test_a_program_that_fails_ends_the_measuring(tmp_path):
    broken = program(tmp_path, "import sys; print('no index', file=sys.stderr); sys.exit(2)")
    with pytest.raises(SystemExit, match="no index"):
        ask_klarplan(broken, tmp_path, [query("a", "test", "a/")])
    with pytest.raises(SystemExit, match="no index"):
        must_run([broken])


def test_a_line_without_its_columns_is_refused(tmp_path):
    file = tmp_path / "queries.tsv"
    file.write_text("id\tkind\thalf\tlanguage\tquery\texpected\na\tb\ttune\tsv\t\tx/\n", "utf-8")
    with pytest.raises(ValueError):
        read_queries(file)


def test_time_and_memory_are_those_of_the_program():
    took = run([sys.executable, "-c", "import time; held = bytearray(200 << 20); time.sleep(0.2)"])
    assert took.code == 0
    assert took.seconds > 0.2
    assert 200 < took.peak < 400


def test_files_that_are_read_are_told_apart(tmp_path):
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_text(file.name)
    assert opened_files(files, lambda: files[1].read_text()) == [files[1]]


def test_the_host_counts_what_it_sends(tmp_path):
    (tmp_path / "text.html").write_text("å" * 1000, "utf-8")
    with browser.served(tmp_path) as host:
        answer = urllib.request.urlopen(host.address + "text.html?q=1")
        body = answer.read()
        assert body.decode() == "å" * 1000
        assert 2000 < host.sent["/text.html"] < 2400
        host.forget()
        asked = urllib.request.Request(host.address + "text.html", headers={"Accept-Encoding": "gzip"})
        urllib.request.urlopen(asked).read()
        assert host.total() < 500
        with pytest.raises(OSError):
            urllib.request.urlopen(host.address + "none.html")


def test_a_search_page_is_asked_cold_and_warm(tmp_path):
    (tmp_path / "search" / "index").mkdir(parents=True)
    (tmp_path / "search" / "index" / "root.bin").write_bytes(os.urandom(5000))
    (tmp_path / "search" / "search.js").write_text(
        "const field = document.querySelector('input');\n"
        "const show = async () => { await fetch('index/root.bin', {cache: 'force-cache'});\n"
        "  const start = performance.now(); document.querySelector('output').textContent = field.value;\n"
        "  performance.measure('search-answer', {start, end: start + 3}); };\n"
        "field.addEventListener('input', () => setTimeout(show, 50));\n"
        "field.value = new URLSearchParams(location.search).get('q'); show();\n"
    )
    (tmp_path / "search" / "index.html").write_text(
        "<!doctype html><main><input type=search name=q><output></output></main><script src=search.js></script>"
    )
    assert KlarplanPage.is_in(tmp_path)
    with browser.served(tmp_path) as host, browser.chromium() as chromium:
        figures = KlarplanPage(chromium, host).cold_and_warm("väg & vatten")
    assert 5000 < figures["bytes"] < 6500
    assert figures["whole"] > figures["bytes"]
    assert 50 <= figures["typed"] < 600
    assert figures["milliseconds"] == pytest.approx(3)


def test_the_same_seed_gives_the_same_corpus_and_a_larger_one_begins_with_it(tmp_path):
    write_corpus(tmp_path / "small", 45)
    write_corpus(tmp_path / "large", 90)
    files = sorted(file.relative_to(tmp_path / "small") for file in (tmp_path / "small").rglob("*.md"))
    assert len(files) == 45 + 2 + 1
    for file in files:
        assert (tmp_path / "small" / file).read_bytes() == (tmp_path / "large" / file).read_bytes()
    asked = sample_queries(tmp_path / "small" / "Content")
    assert asked == sample_queries(tmp_path / "small" / "Content")
    assert len(set(asked)) == 7


@pytest.mark.parametrize("is_checked, per_plan", [(False, 1), (True, 1), (True, 8)])
def test_klarplan_finds_nothing_wrong_with_the_corpus(tmp_path, is_checked, per_plan):
    write_corpus(tmp_path / "project", 60, seed=7, is_checked=is_checked, per_plan=per_plan)
    told = must_run([os.environ["KLARPLAN"], "check", tmp_path / "project", "--format", "json"])
    assert [finding for finding in json.loads(told.output) if finding["severity"] != "info"] == []


def test_a_region_has_what_it_promises_and_nothing_wrong(tmp_path):
    project = tmp_path / "project"
    write_region(project, years=2)
    write_region(tmp_path / "again", years=2)
    files = sorted(file.relative_to(project) for file in project.rglob("*") if file.is_file())
    for file in files:
        assert (project / file).read_bytes() == (tmp_path / "again" / file).read_bytes()
    klarplan = os.environ["KLARPLAN"]
    told = must_run([klarplan, "check", project, "--format", "json", "--as-of", "2026-11-21"])
    assert [finding for finding in json.loads(told.output) if finding["severity"] != "info"] == []
    must_run([klarplan, "build", project, "--output", tmp_path / "public", "--as-of", "2026-11-21"])
    entities = json.loads((tmp_path / "public" / "data" / "graph.json").read_text("utf-8"))["entities"]
    kinds = [entity["type"] for entity in entities]
    own = {"goal", "assignment", "activity", "indicator", "control", "risk"}
    assert kinds.count("plan") == 8
    assert sum(kind in own for kind in kinds) == 8 * ENTITIES_PER_PLAN
    money = "budget", "ramar", "ramforandringar", "investering"
    tables = [file for file in tmp_path.glob("public/data/tables/**/*.csv") if file.name.startswith(money)]
    assert len(tables) == 8 * TABLES_PER_PLAN


def test_a_page_for_hugo_says_the_same_under_its_own_keys():
    text = (
        "---\ntyp: plan\ntitel: En plan\nsammanfattning: Kort.\n---\n\n## Rubrik\n\nText.\n\n"
        "Tabell: Budget 2025 {#budget-1 .budget unit=mnkr}\n\n| Post | 2025 |\n|---|---:|\n| Väg | 1,5 |\n\nMer.\n"
    )
    assert hugo.translated(text) == (
        "---\ntyp: plan\ntitle: En plan\nsummary: Kort.\n---\n\n## Rubrik\n\nText.\n\n"
        '| Post | 2025 |\n|---|---:|\n| Väg | 1,5 |\n{#budget-1 caption="Budget 2025"}\n\nMer.\n'
    )
    assert hugo.place_of(pathlib.PurePath("a/index.md")) == pathlib.PurePath("a/_index.md")
    assert hugo.place_of(pathlib.PurePath("a/M1.md")) == pathlib.PurePath("a/M1.md")


@pytest.mark.parametrize("number", [0, 5, 20, 39, 40, 59, 999])
def test_the_measuring_knows_where_a_page_of_the_corpus_lies(tmp_path, number):
    write_corpus(tmp_path / "project", number + 1, per_plan=speed.PER_PLAN)
    file, address = speed.place(number)
    text = (tmp_path / "project" / "Content" / file).read_text("utf-8")
    assert f"id: {'M' if number % speed.PER_PLAN else 'plan-'}{number:05}\n" in text
    assert address == "/" + file.lower().replace("index.md", "").replace(".md", "/")


def fake_results(processor: float) -> dict:
    """Results in which every run of klarplan took so long, and every other run one second."""
    def by_program():
        runs = {name: {"seconds": 1.0, "processor": 1.0, "peak": 100.0} for name in ("hugo", "cmark", "copy")}
        return runs | {"klarplan": {"seconds": processor, "processor": processor, "peak": 10.0}}

    runs = {name: by_program() for name in (
        "pages", "everything", "unchanged", "unchanged whole", "edit", "edit whole", "check", "peer",
    )}
    size = {"pages": 1000, "html": 1200, "rounds": 3, "load": 1.0, "memory": True, "runs": runs}
    server = {"started": 1.0, "edit": 0.05, "told": 0.04, "title": None, "deleted": 0.01}
    server |= {"processor": 1.0, "peak": 50.0}
    size["served"] = {"klarplan": server, "hugo": {**server, "told": None}}
    region = {"entities": 800, "tables": 200, "html": 1000, "rounds": 3, "load": 1.0, "memory": True, "runs": runs}
    return {"klarplan": "1.0", "hugo": "hugo v1", "cores": 2, "sizes": [size], "region": region}


def test_a_doubled_ratio_is_a_regression_and_an_equal_one_is_none():
    recorded = bars.ratios(fake_results(0.2))
    assert bars.regressions(recorded, bars.ratios(fake_results(0.2))) == []
    assert bars.regressions(recorded, bars.ratios(fake_results(0.2 * 1.2))) == []
    doubled = bars.regressions(recorded, bars.ratios(fake_results(0.4)))
    assert len(doubled) == sum(name.endswith("processor") for name in recorded)
    assert doubled[0] == "pages, against Hugo: processor: 0.400, and the bar is 0.200 (noise up to 1.6 times)"
    assert len(bars.improvements(recorded, bars.ratios(fake_results(0.1)))) == len(doubled)


def test_the_check_fails_after_a_regression_and_passes_otherwise(tmp_path, monkeypatch, capsys):
    now = [0.2]
    monkeypatch.setattr(bars, "BARS", tmp_path / "bars.json")
    monkeypatch.setattr(speed, "measure", lambda *_, **__: fake_results(now[0]))

    def call(action):
        monkeypatch.setattr(sys, "argv", ["bars", "--klarplan", "klarplan", action])
        bars.main()

    call("record")
    call("check")
    now[0] = 0.4
    with pytest.raises(SystemExit) as ended:
        call("check")
    assert ended.value.code == 1
    assert "worse: one edit, pages" in capsys.readouterr().err
    now[0] = 0.1
    call("check")
    assert "better: one edit, pages" in capsys.readouterr().out


def test_a_bar_without_a_figure_and_a_figure_without_a_bar_are_told():
    assert bars.regressions({"gone": 0.1}, {"new": 0.1}) == [
        "gone: has a bar but was not measured; record the bars anew", "new: has no bar; record the bars anew",
    ]
    assert bars.regressions({"tiny": 0.0001}, {"tiny": 0.01}) == []


def test_the_committed_bars_are_those_that_are_measured():
    assert json.loads(bars.BARS.read_text("utf-8"))["ratios"].keys() == bars.ratios(fake_results(1)).keys()


def test_the_figures_take_the_marked_part_of_a_document(tmp_path):
    document = tmp_path / "performance.md"
    document.write_text(f"before\n{site_report.BEGIN}\nold\n{site_report.END}\nafter\n", "utf-8")
    site_report.exchange(document, site_report.report(fake_results(0.2)))
    text = document.read_text("utf-8")
    assert text.startswith("before\n") and text.endswith("after\n") and "\nold\n" not in text
    assert "| from nothing, pages only | 0.20 | 0.20 | 10 | 1.00 | 1.00 | 100 | 0.20 | 0.20 | 0.10 |" in text
    assert "| text edit: save to the page fetched | 50 ms | 50 ms | 100 ms |" in text
    assert "not within half a minute" in text
    document.write_text("no marks\n", "utf-8")
    with pytest.raises(SystemExit):
        site_report.exchange(document, "x")


def test_libcmark_is_measured_alone(tmp_path):
    (tmp_path / "a.md").write_text("# A\n\ntext\n" * 1000, "utf-8")
    floors.concatenate(tmp_path, tmp_path / "all.txt")
    took = floors.cmark(tmp_path / "all.txt")
    assert 0 < took.processor < 1


def test_a_served_page_is_waited_for_and_a_late_one_given_up(monkeypatch):
    answers = iter([False, False, True])
    assert served.seconds_until(lambda: next(answers), time.perf_counter()) < 1
    monkeypatch.setattr(served, "PATIENCE", 0.01)
    assert served.seconds_until(lambda: False, time.perf_counter()) is None
    assert served.middle([1, 3, 2]) == 2
    assert served.middle([1, None]) is None
