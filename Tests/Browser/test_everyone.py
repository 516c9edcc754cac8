"""What every reader meets: colours of their own choice, long tables, links to copy, weight, languages, the statement."""
import gzip
import json
import os
import pathlib
import re
import subprocess
import threading
import functools
import http.server

import pytest
from axe_playwright_python.sync_playwright import Axe

#: One page of each kind that shows something of its own.
KINDS = {
    "start": "",
    "organisation": "region-vastmanland/",
    "unit": "region-vastmanland/regionkontoret/",
    "plan": "region-vastmanland/fp-2019/",
    "goal": "region-vastmanland/fp-2019/a1.2/",
    "meeting": "region-halland/meetings/rs-2024-12-11/",
    "glossary": "glossary/",
    "search": "search/?q=kollektivtrafik",
    "table": "region-vastmanland/fp-2019/budget/",
    "sums": "data/sums/",
    "accessibility": "accessibility/",
    "english plan": "en/region-vastmanland/fp-2019/",
    "english statement": "en/accessibility/",
}
PLAN = "region-vastmanland/fp-2019/"
BUDGET = PLAN + "budget/"


@pytest.fixture(params=KINDS.values(), ids=KINDS.keys())
def kind_path(request) -> str:
    return request.param


@pytest.fixture
def opened(browser):
    """Opens pages, each in a browser window of its own, and closes them."""
    contexts = []

    def open_page(url, width=1280, before=None, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        if before:
            before(page)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()


# Colours


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_forced_colours(opened, address, kind_path, width):
    page = opened(address + kind_path, width, forced_colors="active")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_statement(opened, address, width, scheme):
    page = opened(address + "accessibility/", width, color_scheme=scheme)
    assert Axe().run(page).violations_count == 0


def paper(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reader_chooses_light_or_dark_and_it_is_remembered(opened, address, scheme):
    page = opened(address, color_scheme=scheme)
    own = paper(page)
    button = page.get_by_role("button", name="Utseende")
    assert "Som systemet" in button.inner_text()
    seen = []
    for word in ["Ljust", "Mörkt"]:
        button.click()
        assert word in button.inner_text()
        seen.append(paper(page))
        page.goto(address + PLAN)
        assert paper(page) == seen[-1]
    assert seen[0] != seen[1] and own in seen
    # The frame of the browser follows.
    assert page.locator("meta[name=theme-color]").get_attribute("content") == "#171613"
    button.click()
    assert paper(page) == own
    assert page.evaluate("localStorage.length") == 0
    assert page.faults == []


def test_a_choice_is_there_before_anything_is_drawn(opened, address):
    """The style is right when the body comes, before the page is whole."""
    page = opened(
        address, color_scheme="light",
        before=lambda page: page.add_init_script("localStorage.setItem('klarplan-theme', 'dark')"))
    first = page.evaluate("document.querySelector('head > script').outerHTML")
    assert "theme." in first and "defer" not in first and "module" not in first
    assert paper(page) == "rgb(23, 22, 19)"


def test_a_choice_of_dark_does_not_darken_paper(opened, address):
    page = opened(
        address + BUDGET, color_scheme="dark",
        before=lambda page: page.add_init_script("localStorage.setItem('klarplan-theme', 'dark')"))
    page.emulate_media(media="print")
    assert paper(page) == "rgb(255, 255, 255)"


def test_a_broken_choice_counts_for_nothing(opened, address):
    page = opened(address, before=lambda page: page.add_init_script("localStorage.setItem('klarplan-theme', '<x>')"))
    assert page.evaluate("document.documentElement.dataset.theme") is None
    assert page.faults == []


def test_without_scripts_there_is_no_button_that_does_nothing(opened, address):
    page = opened(address, java_script_enabled=False)
    assert not page.locator(".theme-switch").is_visible()


# Masthead


@pytest.mark.parametrize("width", [320, 360, 700, 900, 1280, 1600])
def test_the_masthead_is_low_and_nothing_in_it_overlaps(opened, address, kind_path, width):
    page = opened(address + kind_path, width)
    height = page.locator(".site-header").bounding_box()["height"]
    assert height <= (112 if width < 896 else 150), height
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.site-name, .site-tools > *, .site-nav li')]
            .map(e => [e.className || e.textContent, e.getBoundingClientRect()])
            .filter(([, r]) => r.width > 0 && r.x < innerWidth)
            .map(([n, r]) => [n, r.left, r.top, r.right, r.bottom])""")
    for index, (name, left, top, right, bottom) in enumerate(boxes):
        for other, l, t, r, b in boxes[index + 1:]:
            apart = right <= l + 1 or r <= left + 1 or bottom <= t + 1 or b <= top + 1
            assert apart, (name, other)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_masthead_walks_with_the_keyboard(opened, address, width):
    page = opened(address + BUDGET, width)
    seen = []
    for _ in range(14):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)
        box = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
                return [e.textContent.trim() || e.placeholder || '', r.left >= -1 && r.right <= innerWidth + 1,
                    getComputedStyle(e).outlineStyle] }""")
        seen.append(box[0])
        assert box[1] and box[2] != "none", box
    order = ["Till innehållet", "Klarplan – planer från tre regioner", "English", "Ordlista", "Start"]
    places = [next(i for i, text in enumerate(seen) if text.startswith(word)) for word in order]
    assert places == sorted(places), seen


def test_on_a_phone_the_lens_leads_to_the_search_page(opened, address):
    page = opened(address + BUDGET, 360)
    page.locator(".search-field button").click()
    page.wait_for_url("**/search/**")
    assert page.locator("#q").is_visible()


# Long tables


def labels(figure):
    return figure.locator("tbody tr:visible th").all_inner_texts()


def test_a_long_list_sorts_by_words_and_back(opened, address):
    page = opened(address + PLAN)
    figure = page.locator("figure[data-tools=sort]").first
    printed = figure.locator("tbody tr").all_inner_texts()
    heads = figure.locator("thead th")
    button = figure.locator("thead button.sort").first
    column = button.evaluate("b => b.closest('th').cellIndex")
    assert heads.nth(column).get_attribute("aria-sort") == "none"
    button.focus()
    page.keyboard.press("Enter")
    assert heads.nth(column).get_attribute("aria-sort") == "ascending"
    ascending = figure.locator("tbody tr").all_inner_texts()
    page.keyboard.press("Enter")
    assert heads.nth(column).get_attribute("aria-sort") == "descending"
    assert sorted(ascending) == sorted(printed)
    page.keyboard.press("Enter")
    assert figure.locator("tbody tr").all_inner_texts() == printed
    assert heads.nth(column).get_attribute("aria-sort") == "none"
    assert page.faults == []


def test_a_choice_of_rows_is_counted_and_taken_back(opened, address):
    page = opened(address + PLAN)
    figure = page.locator("figure[data-tools=sort]").first
    rows = figure.locator("tbody tr")
    everything = rows.count()
    word = figure.locator("tbody th").nth(3).inner_text().split()[0]
    figure.get_by_role("searchbox").fill(word.upper())
    shown = figure.locator("tbody tr:visible").count()
    assert 0 < shown < everything
    status = figure.get_by_role("status")
    assert status.inner_text().startswith(f"{shown} av {everything}")
    figure.get_by_role("button", name="Visa som i källan").click()
    assert figure.locator("tbody tr:visible").count() == everything
    assert status.inner_text() == ""
    assert page.evaluate("document.activeElement.type") == "search"


def test_a_sum_never_stands_without_its_terms(opened, address):
    page = opened(address + BUDGET)
    figure = page.locator("figure[data-tools=filter]").first
    assert figure.locator("thead button").count() == 0
    assert figure.locator("tr.row-sum:visible, tr.row-total:visible").count() > 0
    figure.get_by_role("searchbox").fill("kost")
    assert len(labels(figure)) > 0
    assert figure.locator("tr.row-sum:visible, tr.row-total:visible").count() == 0
    assert "summor visas inte" in figure.get_by_role("status").inner_text()


def test_paper_shows_the_whole_table(opened, address):
    page = opened(address + BUDGET)
    figure = page.locator("figure[data-tools]").first
    everything = figure.locator("tbody tr").count()
    figure.get_by_role("searchbox").fill("xyzzy")
    assert figure.locator("tbody tr:visible").count() == 0
    page.emulate_media(media="print")
    assert figure.locator("tbody tr:visible").count() == everything
    assert not figure.get_by_role("searchbox").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_while_a_table_is_sorted_and_chosen(opened, address, width, scheme):
    page = opened(address + PLAN, width, color_scheme=scheme)
    figure = page.locator("figure[data-tools=sort]").first
    figure.get_by_role("searchbox").fill("a")
    if width < 700:
        assert figure.locator("thead button").count() == 0
        figure.get_by_role("combobox").select_option(index=1)
    else:
        figure.locator("thead button.sort").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_page_without_long_tables_loads_nothing_for_them(opened, address):
    loaded = []
    opened(address + PLAN + "a1.2/", before=lambda page: page.on("request", lambda request: loaded.append(request.url)))
    assert not any("/tables." in url or "/search." in url for url in loaded), loaded


TABLE = """<!doctype html><html lang="sv"><body><main><figure class="table" data-tools="sort"><div class="table-scroll"><table>
<thead><tr><th>Namn</th><th>Tal</th><th>Blandat</th><th>Procent</th></tr></thead><tbody>{rows}</tbody></table></div></figure></main>
<script type="module" src="{script}" data-filter="Visa" data-count="{{shown}} av {{all}}" data-hidden-sums="x" data-sort="Sortera"
 data-reset="Som i källan"></script></body></html>"""


def test_numbers_sort_as_numbers_and_words_as_in_swedish(opened, site, address):
    rows = [
        ("Öl", "−2,5", "1 tkr", "10 %"), ("Zebra", "1 000", "2 mnkr", "9,5 %"), ("ånga", "–", "3", "100 %"), ("ärta", "12", "4", ""),
        ("Apa", "3,25", "5", "2 %"), ("vara", "0", "6", "1 %"), ("Wera", "9", "7", "3 %"), ("é", "+27", "8", "4 %"),
    ]
    script = next((site / "assets").glob("tables.*.js"))
    html = TABLE.format(
        rows="".join(
            "<tr>" + "".join(
                '<td><span aria-hidden="true">–</span><span class="visually-hidden">saknas</span></td>' if cell == "–" else f"<td>{cell}</td>"
                for cell in row) + "</tr>" for row in rows),
        script=f"assets/{script.name}")
    page = opened(
        address + "prov.html",
        before=lambda page: page.route("**/prov.html", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")))

    def column(name, index):
        page.get_by_role("button", name=name).click()
        return page.eval_on_selector_all("tbody tr", f"rows => rows.map(r => r.cells[{index}].textContent)")

    assert column("Namn", 0) == ["Apa", "é", "vara", "Wera", "Zebra", "ånga", "ärta", "Öl"]
    assert column("Tal", 1) == ["−2,5", "0", "3,25", "9", "12", "+27", "1 000", "–saknas"]
    assert column("Tal", 1) == ["1 000", "+27", "12", "9", "3,25", "0", "−2,5", "–saknas"]
    assert column("Procent", 3) == ["1 %", "2 %", "3 %", "4 %", "9,5 %", "10 %", "100 %", ""]
    # Two units in one column can't be compared by what is printed.
    assert page.get_by_role("button", name="Blandat").count() == 0
    assert page.faults == []


# Copying links

ANCHOR = """<!doctype html><html lang="sv"><body><main><h2 id="a">Rubrik <a class="anchor" href="#a">#</a></h2></main>
<script type="module" src="{script}" data-copied="Länken är kopierad"></script></body></html>"""


def anchored(opened, site, address, **options):
    script = next((site / "assets").glob("copy.*.js"))
    html = ANCHOR.format(script=f"assets/{script.name}")
    return opened(
        address + "prov.html",
        before=lambda page: page.route("**/prov.html", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")),
        **options)


def test_an_anchor_copies_its_whole_address_and_says_so(opened, site, address):
    page = anchored(opened, site, address, permissions=["clipboard-read", "clipboard-write"])
    page.locator("a.anchor").click()
    page.get_by_role("status").get_by_text("Länken är kopierad").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address + "prov.html#a"
    assert page.url.endswith("#a")
    assert page.faults == []


def test_an_anchor_is_a_link_where_nothing_can_be_copied(opened, site, address):
    page = anchored(opened, site, address)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.locator("a.anchor").click()
    page.wait_for_url("**#a")


# Widths


@pytest.fixture(scope="session")
def strained(tmp_path_factory):
    """A site with very long words, a wide table and a long name in the masthead."""
    folder = tmp_path_factory.mktemp("strained")
    word = "Kommunalförbundsverksamhetsplaneringsprocessbeskrivning" * 2
    years = list(range(2020, 2036))
    files = {
        "Site/site.yaml": f"title: {word}\nlanguages: [sv, en]\nnavigation:\n"
        + "".join(f"  - {{title: '{word} {n}', target: org}}\n" for n in range(4)),
        "Content/org/index.md": f"---\ntype: organisation\ntitle: {word}\n---\n",
        "Content/org/plan/index.md": f"---\ntype: plan\ntitle: {word}\nperiod: 2026\nunit: mnkr\n---\n\n## {word}\n\n{word} {word}\n\n"
        + f"Table: {word} {{#inv .investments}}\n\n| {word} | " + " | ".join(map(str, years)) + " |\n|---|" + "---:|" * len(years) + "\n"
        + "".join(f"| {word} {n} | " + " | ".join(["123 456,78"] * len(years)) + " |\n" for n in range(12))
        + f"\nTable: Mål {{#mal .goals}}\n\n| Id | Mål | Ansvarig | Perspektiv | Fokusområde | {word} |\n|---|---|---|---|---|---|\n"
        + "".join(f"| M{n} | {word} | {word} | {word} | {word} | {word} |\n" for n in range(12)),
    }
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    subprocess.run([os.environ["KLARPLAN"], "build", str(folder)], check=True, capture_output=True)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder / "public")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


STRAINED = ["", "org/", "org/plan/", "org/plan/m1/", "org/plan/inv/", "accessibility/", "data/", "en/org/plan/"]


@pytest.mark.parametrize("path", STRAINED)
@pytest.mark.parametrize("width", [320, 1280])
def test_long_words_and_wide_tables_stay_within_the_page(opened, strained, path, width):
    page = opened(strained + path, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


@pytest.mark.parametrize("path", STRAINED)
def test_long_words_fit_at_twice_the_size(large_text_browser, strained, path):
    context = large_text_browser.new_context(viewport={"width": 640, "height": 900})
    page = context.new_page()
    page.goto(strained + path)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 640


# Languages


def test_swedish_words_on_english_pages_are_marked(site):
    """Text with Swedish letters stands within lang="sv", but for names of bodies and places, and the language menu."""
    from lxml import html as parser

    faults = []
    for file in sorted((site / "en").rglob("index.html")):
        if "search" in file.parts:
            continue
        document = parser.parse(str(file), parser.HTMLParser(encoding="utf-8")).getroot()
        for element in document.body.iter():
            if not isinstance(element.tag, str) or element.tag in ("script", "svg"):
                continue
            texts = [element.text or ""] + [child.tail or "" for child in element]
            nearest = next((e.get("lang") for e in [element, *element.iterancestors()] if e.get("lang")), "")
            # A sentence that names something, and notes that belong to a source, are left as they are.
            around = {e.get("class") for e in [element, *element.iterancestors()]}
            if nearest != "en" or element.tag in ("h1", "em") or around & {"chart-title", "footnotes"}:
                continue
            for text in texts:
                if re.search(r"\b(och|för|att|är|ska|av|till|på|med|från|eller|inte)\b", text):
                    faults.append((str(file.relative_to(site)), element.tag, element.get("class"), text.strip()[:70]))
    assert not faults, f"{len(faults)}: " + "\n".join(map(str, faults[:40]))


def test_each_page_names_its_other_languages(opened, address):
    page = opened(address + PLAN)
    links = page.eval_on_selector_all("link[hreflang]", "all => all.map(l => [l.hreflang, l.href])")
    assert [language for language, _ in links] == ["sv", "en", "x-default"]
    assert links[0][1] == links[2][1]


# Weight


def packed(path: pathlib.Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def weight(site, file):
    """A page with its style sheet and scripts, as they are sent; fonts apart."""
    html = file.read_text(encoding="utf-8")
    parts = {file} | {
        (file.parent / name).resolve()
        for name in re.findall(r'<(?:script|link)[^>]+?(?:src|href)="([^":]+\.(?:css|js))"', html)
    }
    return sum(map(packed, parts))


def test_pages_weigh_little(site):
    graph = json.loads((site / "data/graph.json").read_text(encoding="utf-8"))
    heaviest = {}
    for entity in graph["entities"]:
        if entity["type"] in ("table", "term", "page") or "#" in entity["url"]:
            continue
        for prefix in ["", "en/"]:
            file = site / (prefix + entity["url"]) / "index.html"
            if not file.exists():
                continue
            kind = "plan" if entity["type"] == "plan" else "entity"
            heaviest[kind] = max(heaviest.get(kind, (0, "")), (weight(site, file), str(file.relative_to(site))))
    print(heaviest)
    assert heaviest["entity"][0] <= 30_000, heaviest
    assert heaviest["plan"][0] <= 100_000, heaviest


def test_fonts_weigh_little(site):
    fonts = sum(path.stat().st_size for path in (site / "assets/fonts").glob("*.woff2"))
    assert fonts <= 60_000


# What machines read


def test_no_page_holds_a_script_or_style_of_its_own(site):
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\son[a-z]+=\"|\sstyle=\"", html), file
        assert "http-equiv=\"Content-Security-Policy\"" in html, file


def test_no_page_sets_a_cookie(opened, address):
    page = opened(address + PLAN)
    assert page.context.cookies() == []


def test_the_manifest_leads_to_the_start_page_and_an_icon(opened, address):
    for prefix in ["", "en/"]:
        page = opened(address + prefix + "data/")
        href = page.evaluate("document.querySelector('link[rel=manifest]').href")
        manifest = page.request.get(href).json()
        assert manifest["lang"] == ("en" if prefix else "sv")
        assert page.request.get(href.rsplit("/", 1)[0] + "/" + manifest["icons"][0]["src"]).ok


def test_previews_are_pictures_with_words_that_fit(opened, site, address):
    pictures = sorted((site / "assets").rglob("preview-*.svg")) + sorted((site / "assets/preview-sv").rglob("*.svg"))
    assert len(pictures) > 5
    for picture in pictures:
        page = opened(address + str(picture.relative_to(site)))
        widest = page.evaluate("Math.max(...[...document.querySelectorAll('text')].map(t => t.getBBox().x + t.getBBox().width))")
        lowest = page.evaluate("Math.max(...[...document.querySelectorAll('text')].map(t => t.getBBox().y + t.getBBox().height))")
        assert widest <= 1200 and lowest <= 630, picture


# For the eye

SHOTS = os.environ.get("KLARPLAN_SHOTS")


@pytest.mark.skipif(not SHOTS, reason="KLARPLAN_SHOTS names no folder")
@pytest.mark.parametrize("look", ["light", "dark", "forced"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_of_the_key_pages(opened, address, kind_path, width, look):
    options = {"forced_colors": "active"} if look == "forced" else {"color_scheme": look}
    page = opened(address + kind_path, width, **options)
    name = re.sub(r"[^a-z0-9]+", "-", kind_path.lower()).strip("-") or "start"
    folder = pathlib.Path(SHOTS)
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}-{width}-{look}.png")
