"""Searching in the browser: the same answers as the command's, and what people meet when they type."""
import base64
import functools
import gzip
import html
import http.server
import json
import os
import random
import re
import subprocess
import threading
import unicodedata
import urllib.parse

import pytest

FIXTURES = "Tests/Fixtures/search"

#: Questions of every sort; the page has to answer them as the command does.
QUERIES = """
skolan|skolor|skola|sjukskrivna|sjukskrivning|budget|underhållsbudget|trafik|kollektivtrafik|kollektivtrafiken
bredband investering|bredbandsutbyggnad|väg|vag|vagar|A1.2|a1|A1.|2 547,4|2547,4|2019|2019–2021|RUS
regional utvecklingsstrategi|"regional utvecklingsstrategi"|"nära vård"|kollektivtrafk|halsa|hälsa|häslo|klimatpåverkan
vem ansvarar för kollektivtrafiken|hur mycket kostar sjukhuset|investeringar 2025|investeringar|invest|inv|in|i
personal|sjukfrånvaro|sjukfranvaro|medarbetare|internkontroll|intern kontroll|digitalisering|tandvård|regionkontoret
EU|EU:s|e-hälsa|"tillgänglig vård" region|och|att vara|kultur|kulturen|kulturinstitutioner|järnväg|flygplats
jämställdhet|jämstäldhet|ekonomi i balans|resultatmål|fullmäktige|regionstyrelsen|RV180345|patientsäkerhet|antibiotika
vårdplatser|primärvård|primärvårdens|akutmottagning|folkhälsa|folkhalsa|folkhalso|kompetensförsörjning|hyrpersonal
inhyrd personal|läkemedel|läkemedelskostnader|underhåll|lokaler|skatteintäkter|skatt|statsbidrag|utjämning|befolkning
invånare|barn unga|ungdomar|äldre|miljö|fossilfri|hallbar|hållbar utveckling|agenda 2030|bibliotek|museum|teater
hemsjukvård|psykiatri|psykisk ohälsa|cancer|vaccin|ambulans|"sjuk|12 345 678|1 000|§ 12|xyzzyqwerty|ö|å|u1|U1
verksamhetsplan|förvaltningsplan|regionplan|mål och budget|ramar 2020|nämnd|utskott|tidplan|risk|uppföljning|delår
""".replace("\n", "|").strip("|").split("|")


@pytest.fixture(scope="module")
def command():
    """The command over the built site: `None` where no program is given."""
    program, site = os.environ.get("KLARPLAN"), os.environ["KLARPLAN_SITE"]
    if not program:
        pytest.skip("KLARPLAN names no program")

    def search(query, limit=20, language="sv"):
        run = subprocess.run(
            [program, "search", query, "--site", site, "--limit", str(limit), "--language", language, "--json"],
            capture_output=True, text=True, check=False,
        )
        assert run.returncode in (0, 1), run.stderr
        found = re.search(r"^(?:Menade du|Did you mean): (.*)\?$", run.stderr, re.M)
        return json.loads(run.stdout or "[]"), found and found.group(1)

    return search


def opened(browser, url, **options):
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.goto(url)
    return page


@pytest.fixture
def search_page(browser, address):
    page = opened(browser, address + "search/")
    yield page
    page.context.close()


def ask(page, text):
    page.fill("#q", text)
    page.wait_for_function(
        "text => new URLSearchParams(location.search).get('q') === text && document.querySelector('[aria-busy=false]')",
        arg=text,
    )
    settle(page)


def settle(page):
    page.wait_for_load_state("networkidle")


def urls(page):
    return page.eval_on_selector_all(".result > a", "links => links.map(link => link.href)")


def answers(page, queries, folder="index/", root="../"):
    """The first twenty of each query as the script's engine gives them: address and score."""
    return page.evaluate(
        """async ([queries, folder, root]) => {
            const index = new KlarplanSearch.Index(folder, root), all = [];
            for (const query of queries) {
                const answer = await KlarplanSearch.search([index], query);
                const found = await Promise.all(answer.matches.slice(0, 20).map(async (match) =>
                    [(await index.record(match.document)).url.split("#")[0], match.score]));
                all.push({ found, suggestion: answer.suggestion, faults: answer.faults.map(String) });
            }
            return all;
        }""",
        [queries, folder, root],
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_answers_as_the_command_does(browser, address, command, language):
    page = opened(browser, address + ("" if language == "sv" else "en/") + "search/")
    root = "../" if language == "sv" else "../../"
    for query, mine in zip(QUERIES, answers(page, QUERIES, root=root)):
        theirs, suggestion = command(query, language=language)
        assert mine["faults"] == []
        assert mine["found"] == [[record["url"].split("#")[0], record["score"]] for record in theirs], query
        assert mine["suggestion"] == suggestion, query
    page.context.close()
    assert len(QUERIES) >= 100


def random_queries(site, count, seed):
    """Words of the content as they are, cut, mistyped, joined, in other letters, and phrases; the same for a seed."""
    chance = random.Random(seed)
    pages = sorted(path for path in site.rglob("*.html") if path.relative_to(site).parts[0] != "en")
    texts = []
    for path in chance.sample(pages, min(40, len(pages))):
        body = re.sub(r"<script.*?</script>|<[^>]+>", " ", path.read_text(encoding="utf-8"), flags=re.S)
        texts.append(" ".join(html.unescape(body).split()))
    words = sorted({word for text in texts for word in text.split()})
    signs = [" ", "\u00a0", "\u202f", "-", "\u00ad", "\u0301", "\u202e", "\U0001F600", "/", ".", "\"", "\ufb01", "\u0130", "½", "\u3042"]

    def bent(word):
        at = chance.randrange(len(word))
        return chance.choice([
            word, word[:at] or word, word[:at] + word[at + 1:], word[:at] + chance.choice("aeiouåäörst1.") + word[at:],
            word[:at] + chance.choice(signs) + word[at:], word.upper(), unicodedata.normalize("NFD", word),
            word.translate(str.maketrans("åäöÅÄÖ", "aaoAAO")), word + chance.choice(words),
            word + chance.choice(["s", "en", "arna", "ningen", "heten"]),
        ])

    def query():
        text = chance.choice(texts)
        at = chance.randrange(max(1, len(text) - 50))
        return chance.choice([
            " ".join(bent(chance.choice(words)) for _ in range(chance.choice([1, 1, 2, 3]))),
            '"' + text[at:at + chance.randrange(4, 40)] + '"', text[at:at + chance.randrange(1, 60)],
        ])

    return [query() for _ in range(count)]


def test_the_page_answers_as_the_command_does_whatever_is_asked(search_page, site):
    """Through `--`, since a question may begin with a hyphen."""
    if not os.environ.get("KLARPLAN"):
        pytest.skip("KLARPLAN names no program")
    queries = random_queries(site, 150, 20261121)
    for query, mine in zip(queries, answers(search_page, queries)):
        call = [os.environ["KLARPLAN"], "search", "--site", site, "--limit", "20", "--language", "sv", "--json", "--", query]
        run = subprocess.run(call, capture_output=True, text=True, check=False)
        assert run.returncode in (0, 1), (query, run.stderr)
        theirs = [[record["url"].split("#")[0], record["score"]] for record in json.loads(run.stdout)]
        found = re.search(r"^(?:Menade du|Did you mean): (.*)\?$", run.stderr, re.M | re.S)
        assert mine == {"found": theirs, "suggestion": found and found.group(1), "faults": []}, query


@pytest.mark.parametrize("query", ["kollektivtrafik", "trafik", "A1.2", "sjukskrivna", "RUS", "investeringar 2025"])
def test_the_page_leads_where_the_command_leads(browser, address, command, query):
    page = opened(browser, address + "search/?" + urllib.parse.urlencode({"q": query}))
    page.wait_for_selector(".result")
    settle(page)
    grouped = {urllib.parse.unquote(url.removeprefix(address)) for url in urls(page)[:3]}
    assert grouped <= {record["url"] for record in command(query)[0]}
    page.context.close()


def test_words_are_those_of_the_vectors(search_page, repository):
    vectors = json.loads((repository / FIXTURES / "analysis.json").read_text(encoding="utf-8"))
    for vector in vectors:
        words = search_page.evaluate(
            "([text, isEnglish]) => KlarplanSearch.scan(text.normalize('NFC'), isEnglish).map(word => word.text)",
            [vector["text"], vector["language"] == "en"],
        )
        assert words == vector["words"], vector


def test_answers_are_those_of_the_vectors(search_page, repository, address):
    """The index of the vectors, served as if it lay on the site."""
    vectors = json.loads((repository / FIXTURES / "ranking.json").read_text(encoding="utf-8"))
    files = {"index/" + name: base64.b64decode(body) for name, body in vectors["files"].items()}
    files |= {name: body.encode() for name, body in vectors["pages"].items()}

    def serve(route):
        name = urllib.parse.urlsplit(route.request.url).path.split("/vectors/", 1)[1]
        name += "index.html" if name.endswith("/") else ""
        route.fulfill(status=200 if name in files else 404, body=files.get(name, b""))

    search_page.route("**/vectors/**", serve)
    for vector in vectors["answers"]:
        answer = search_page.evaluate(
            """async ([base, query, filters]) => {
                const index = new KlarplanSearch.Index(base + "index/", base);
                const answer = await KlarplanSearch.search([index], query, filters);
                const results = await Promise.all(answer.matches.slice(0, 5).map(async (match) => {
                    const record = await index.record(match.document);
                    const result = { url: record.url, anchor: record.parts[match.part].anchor, score: match.score };
                    const page = await index.page(record.url).catch(() => []);
                    const found = KlarplanSearch.passage(page, KlarplanSearch.marker(answer, match), false);
                    if (!found) return result;
                    result.passage = { anchor: found.id, text: "", marks: [] };
                    for (const [text, isMarked] of found.pieces) {
                        const at = [...result.passage.text].length;
                        result.passage.text += text;
                        if (isMarked) result.passage.marks.push([at, at + [...text].length]);
                    }
                    return result;
                }));
                const facets = (await KlarplanSearch.facets(answer)).flatMap(({ name, values }) =>
                    values.filter(({ count }) => count > 0).map(({ id, count }) => `${name}:${id}=${count}`));
                return { results, facets, total: answer.matches.length, suggestion: answer.suggestion };
            }""",
            [address + "vectors/", vector["query"], vector.get("filters") or {}],
        )
        for name, value in answer.items():
            assert value == vector.get(name), (vector["query"], name)


def test_results_come_while_typing_and_lead_to_their_place(search_page, address):
    search_page.locator("#q").press_sequentially("sjukskrivning", delay=20)
    search_page.wait_for_selector(".result")
    assert search_page.evaluate("document.activeElement.id") == "q"
    settle(search_page)
    status = search_page.inner_text("[data-status]")
    assert "sjukskrivning" in status and re.search(r"\d", status)
    marks = [mark.lower() for mark in search_page.eval_on_selector_all("mark", "all => all.map(mark => mark.textContent)")]
    assert any("sjukskriv" in mark for mark in marks)
    link = urls(search_page)[0]
    search_page.goto(link)
    fragment = urllib.parse.urlsplit(link).fragment
    assert not fragment or search_page.locator(f"[id='{urllib.parse.unquote(fragment)}']").count() == 1


def test_words_are_marked_in_inflected_forms_and_compounds(search_page):
    ask(search_page, "trafik")
    marks = {mark.lower() for mark in search_page.eval_on_selector_all(".result mark", "all => all.map(mark => mark.textContent)")}
    assert any(mark != "trafik" and "trafik" in mark for mark in marks), marks


def test_an_address_with_a_question_and_filters_can_be_shared(browser, address):
    page = opened(browser, address + "search/?q=kultur&type=goal&type=indicator")
    page.wait_for_selector(".result")
    settle(page)
    assert page.input_value("#q") == "kultur"
    headings = page.eval_on_selector_all(".result-group > h2", "all => all.map(one => one.textContent)")
    assert set(headings) <= {"Mål", "Indikatorer"}
    assert page.is_checked("[name=type][value=goal]")
    page.context.close()


def test_filters_change_the_address_and_their_counts_hold(search_page):
    ask(search_page, "region")
    search_page.wait_for_selector("[name=type]")
    box = search_page.locator("[name=type]").first
    label = search_page.locator(f"label[for='{box.get_attribute('id')}'] .meta").inner_text()
    value = box.get_attribute("value")
    box.check()
    search_page.wait_for_function("value => location.search.includes('type=' + value)", arg=value)
    # The address changes before the results do.
    search_page.wait_for_function(
        "label => document.querySelector('[data-status]').innerText.split(/\\s/)[0] === label", arg=label)
    assert search_page.evaluate("document.activeElement.value") == value
    search_page.go_back()
    search_page.wait_for_function("() => !location.search.includes('type=')")
    settle(search_page)
    assert search_page.input_value("#q") == "region"
    assert search_page.locator("[name=type]:checked").count() == 0


def test_the_keyboard_is_enough(search_page):
    search_page.focus("#q")
    ask(search_page, "kollektivtrafik")
    search_page.keyboard.press("ArrowDown")
    first = search_page.evaluate("document.activeElement.href")
    assert first == urls(search_page)[0]
    search_page.keyboard.press("ArrowUp")
    assert search_page.evaluate("document.activeElement.id") == "q"
    search_page.keyboard.press("Enter")
    search_page.wait_for_function("() => document.activeElement.matches('.result > a')")
    assert search_page.evaluate("document.activeElement.href") == urls(search_page)[0]
    search_page.keyboard.press("Escape")
    assert search_page.evaluate("document.activeElement.id") == "q"
    assert search_page.input_value("#q") == ""
    search_page.wait_for_function("() => document.querySelectorAll('.result').length === 0")
    assert search_page.is_visible("[data-register]")


def test_the_number_of_results_is_announced(search_page):
    ask(search_page, "kollektivtrafik")
    search_page.wait_for_function("() => document.querySelector('[role=status]').textContent !== ''")
    assert "kollektivtrafik" in search_page.inner_text("[role=status]")
    assert search_page.locator("form[role=search]").count() == 1


def test_a_spelling_is_announced_with_the_number(search_page):
    ask(search_page, "kollektivtrafk")
    search_page.wait_for_function("() => document.querySelector('[role=status]').textContent.includes('Menade du')")
    assert "träff" in search_page.inner_text("[role=status]")


def test_a_fault_is_announced(browser, address):
    page = spoilt(browser, address, r"search/index/root", None)
    page.wait_for_function("() => document.querySelector('[role=status]').textContent.includes('gick inte att hämta')")
    page.context.close()


def test_a_value_that_nobody_has_can_be_taken_back(browser, address):
    page = opened(browser, address + "search/?q=region&type=goal&status=" + urllib.parse.quote("<b>none</b>"))
    box = page.locator("[name=status]")
    assert box.is_checked() and box.get_attribute("value") == "<b>none</b>"
    # Not uncheck(): the box is gone when nothing is chosen by it.
    box.click()
    page.wait_for_selector(".result")
    settle(page)
    assert "status=" not in page.url and "type=goal" in page.url
    page.context.close()


def test_back_leads_to_the_place_in_the_register(search_page):
    search_page.mouse.wheel(0, 1200)
    search_page.wait_for_function("() => history.state && history.state.y > 600")
    before = search_page.evaluate("scrollY")
    search_page.goto(search_page.url.split("search/")[0] + "glossary/")
    search_page.go_back()
    search_page.wait_for_function("y => Math.abs(scrollY - y) < 60", arg=before)


def test_scrolling_keeps_the_letter_in_the_address(browser, address):
    page = opened(browser, address + "search/#section-register")
    page.mouse.wheel(0, 400)
    page.wait_for_function("() => history.state && history.state.y > 100")
    assert page.url.endswith("#section-register")
    page.context.close()


def test_back_restores_question_and_place(search_page):
    ask(search_page, "region")
    search_page.mouse.wheel(0, 900)
    search_page.wait_for_function("() => history.state && history.state.y > 300")
    before = search_page.evaluate("scrollY")
    search_page.goto(urls(search_page)[0])
    search_page.go_back()
    search_page.wait_for_selector(".result")
    search_page.wait_for_function("y => Math.abs(scrollY - y) < 60", arg=before)
    assert search_page.input_value("#q") == "region"


def test_nothing_moves_when_passages_come(browser, address):
    page = opened(browser, address + "search/", viewport={"width": 360, "height": 800})
    page.evaluate(
        """() => { globalThis.moved = 0; new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value;
        }).observe({ type: "layout-shift", buffered: false }); }"""
    )
    page.goto(address + "search/?q=kollektivtrafik")
    page.wait_for_selector(".result")
    box = page.locator(".result").nth(1).bounding_box()
    settle(page)
    assert page.locator(".result").nth(1).bounding_box() == box
    page.context.close()


def test_a_misspelling_is_asked_about(search_page):
    ask(search_page, "kollektivtrafk")
    link = search_page.locator("[data-hint] a").first
    assert "Menade du" in search_page.inner_text("[data-hint]")
    assert link.inner_text() == "kollektivtrafik"
    link.click()
    search_page.wait_for_function("() => document.querySelector('#q').value === 'kollektivtrafik'")


def test_nothing_found_helps(search_page):
    ask(search_page, "xyzzyqwerty")
    search_page.wait_for_selector("[data-hint] li")
    assert search_page.locator("[data-hint] a[href*=glossary]").count() == 1
    assert search_page.is_visible("[data-register]")


HOSTILE = [
    "<img src=x onerror=\"document.title='owned'\">",
    "<script>document.title='owned'</script>",
    "\"><svg onload=document.title='owned'>",
    "javascript:document.title='owned'",
    "'; DROP TABLE plans; --",
    "\u0000\u0001\u202e\ufeff\u200d",
    "{query} {count} {link}",
    "%F0%9F%98 %",
    "\U0001F600\U0001F468\u200d\U0001F469\u200d\U0001F467",
    "\"" * 101,
    "a\u0308" * 500,
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_question_is_text(browser, address, query):
    page = opened(browser, address + "search/?" + urllib.parse.urlencode({"q": query}))
    page.evaluate("query => { q.value = query; q.dispatchEvent(new Event('input')); }", query)
    page.wait_for_timeout(300)
    settle(page)
    assert "owned" != page.title()
    assert page.locator("main img, main script, main svg").count() == 0
    assert page.faults == []
    page.context.close()


def test_half_surrogates_and_endless_questions_are_borne(search_page):
    for script in ["'\\ud800'", "'skola\\udc00 \\ud83d'", "'skola '.repeat(20000)", "'ö'.repeat(100000)"]:
        search_page.evaluate(f"() => {{ q.value = {script}; q.dispatchEvent(new Event('input')); }}")
        search_page.wait_for_timeout(400)
        settle(search_page)
    assert search_page.faults == []
    assert len(search_page.url) < 40_000
    ask(search_page, "budget")
    assert search_page.locator(".result").count() > 0


# What can go wrong with the files

def spoilt(browser, address, pattern, change, query="kollektivtrafik"):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))

    def handle(route):
        if change is None:
            return route.fulfill(status=404, body="")
        response = route.fetch()
        return route.fulfill(response=response, body=change(response.body()))

    page.route(re.compile(pattern), handle)
    page.goto(address + "search/?" + urllib.parse.urlencode({"q": query}))
    page.wait_for_selector(".search-fault")
    settle(page)
    return page


CHANGES = {
    "missing": (None, "gick inte att hämta"),
    "cut": (lambda body: body[: len(body) // 2], "trasig"),
    "empty": (lambda body: b"", "trasig"),
    "longer": (lambda body: body + b"more", "trasig"),
    "other version": (lambda body: body[:4] + b"\xff\x00" + body[6:], "annan version"),
    "other file": (lambda body: b"<!doctype html><p>Not found</p>", "trasig"),
    "noise": (lambda body: body[:10] + bytes((i * 37 + 11) % 256 for i in range(len(body) - 10)), "trasig"),
}


@pytest.mark.parametrize("kind", ["root", "k-", "t-", "d-", "c-"])
@pytest.mark.parametrize("name", CHANGES)
def test_a_broken_file_is_told_and_the_register_offered(browser, address, name, kind):
    change, words = CHANGES[name]
    if name == "noise" and kind in ("k-", "c-", "d-"):
        pytest.skip("noise may be taken for numbers there")
    query = "kollektivtrafik"
    pattern = r"search/index/" + kind
    page = spoilt(browser, address, pattern, change, query)
    assert words in page.inner_text("[data-hint]")
    assert page.is_visible("[data-register]")
    assert page.locator("[data-register] a").count() > 5
    assert page.faults == []
    page.context.close()


def test_being_offline_is_told_and_mends_itself(search_page):
    search_page.context.set_offline(True)
    search_page.fill("#q", "kollektivtrafik")
    search_page.wait_for_selector(".search-fault")
    assert "inte ansluten" in search_page.inner_text("[data-hint]")
    search_page.context.set_offline(False)
    ask(search_page, "kollektivtrafiken")
    search_page.wait_for_selector(".result")
    assert search_page.locator(".search-fault").count() == 0


# Without scripts

@pytest.mark.parametrize("folder", ["", "en/"])
def test_without_scripts_the_field_leads_to_the_register(browser, address, folder):
    page = opened(browser, address + folder, java_script_enabled=False)
    page.fill("form[role=search] input", "trafik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=trafik")
    assert page.locator("[data-register] .register-letter a").count() > 10
    page.locator(".letters a").nth(1).click()
    assert page.locator(".register-letter li").count() > 3
    page.context.close()


def test_the_register_is_in_the_order_of_the_alphabet(browser, address):
    page = opened(browser, address + "search/", java_script_enabled=False)
    letters = page.locator(".letters a").all_inner_texts()
    swedish = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
    assert [letter for letter in letters if letter in swedish] == sorted(
        (letter for letter in letters if letter in swedish), key=swedish.index
    )
    page.goto(address + "search/a/")
    names = page.locator(".register-letter a").all_inner_texts()
    assert any(name.startswith("A1.2 ") for name in names)
    page.context.close()


def test_every_entity_stands_in_the_register(site):
    graph = json.loads((site / "data/graph.json").read_text(encoding="utf-8"))
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((site / "search").rglob("*.html")))
    links = {urllib.parse.unquote(link.lstrip("./")) for link in re.findall(r'<li><a href="([^"]*)"', text)}
    missing = [entity["id"] for entity in graph["entities"] if entity["url"] and entity["url"] not in links]
    assert missing == []


def test_no_register_page_is_heavy(site):
    sizes = {str(path): path.stat().st_size for path in (site / "search").rglob("*.html")}
    assert max(sizes.values()) < 100_000, sizes


def test_every_page_has_a_field_that_leads_to_search(browser, address, page_path):
    page = opened(browser, address + page_path)
    form = page.locator("form[role=search]")
    assert form.count() == 1
    assert form.get_attribute("method") == "get"
    target = form.evaluate("form => form.action")
    page.context.close()
    english = page_path.startswith("en/")
    assert target == address + ("en/" if english else "") + "search/"


@pytest.mark.parametrize("folder", ["", "en/"])
def test_browsers_are_told_how_to_search(site, folder):
    import xml.etree.ElementTree as ElementTree

    root = ElementTree.parse(site / folder / "search/opensearch.xml").getroot()
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.tag == space + "OpenSearchDescription"
    assert 0 < len(root.findtext(space + "ShortName")) <= 16
    assert root.find(space + "Url").get("template") == f"https://plan.example.se/{folder}search/?q={{searchTerms}}"
    assert 'rel="search"' in (site / folder / "index.html").read_text(encoding="utf-8")


# What it costs

COLD = ["kollektivtrafik", "bredband investering", "kollektivtrafk", "A1.2", "sjukskrivning", "in"]


@pytest.mark.parametrize("query", COLD)
def test_a_cold_question_is_cheap(browser, address, query):
    """All that is fetched for an answer with its passages, as hosts send it; styles and fonts are every page's."""
    page = opened(browser, address)
    sizes = {}

    def weigh(response):
        if response.request.resource_type in ("stylesheet", "font", "image"):
            return
        body = response.body()
        path = urllib.parse.urlsplit(response.url).path
        isText = not path.endswith(".bin")
        sizes[path] = (len(body), min(len(body), len(gzip.compress(body, 6))) if isText else len(body))

    page.on("response", weigh)
    page.goto(address + "search/?" + urllib.parse.urlencode({"q": query}))
    page.wait_for_selector(".result")
    settle(page)
    page.context.close()
    sent = sum(packed for _, packed in sizes.values())
    # A misspelt word takes two files of spellings more.
    more = 10_000 if query == "kollektivtrafk" else 0
    assert sent <= 70_000 + more, sizes
    # Without compression, all but the passages.
    own = sum(raw for path, (raw, _) in sizes.items() if "/search/" in path or "/assets/" in path)
    assert own <= 85_000 + more, sizes


def test_an_answer_takes_little_time(search_page):
    took = search_page.evaluate(
        """async (queries) => {
            const index = new KlarplanSearch.Index("index/", "../"), times = [];
            for (const query of queries) await KlarplanSearch.search([index], query);
            for (const query of queries) {
                const start = performance.now();
                await KlarplanSearch.search([index], query);
                times.push(performance.now() - start);
            }
            return times.sort((a, b) => a - b);
        }""",
        [query for query in QUERIES if '"' not in query],
    )
    assert took[len(took) * 95 // 100] <= 20, took[-10:]


@pytest.fixture(scope="module")
def two_sites(tmp_path_factory):
    """Two sites of one host, the first of which searches the second as well."""
    if not os.environ.get("KLARPLAN"):
        pytest.skip("KLARPLAN names no program")
    root = tmp_path_factory.mktemp("host")
    for name, more in (("a", "search:\n  sites: [../b/, ../b/, ../a/]\n"), ("b", "")):
        project = root.parent / f"{root.name}-{name}"
        (project / "Site").mkdir(parents=True)
        (project / "Site" / "site.yaml").write_text(f"title: Plats {name}\n{more}", encoding="utf-8")
        plan = project / "Content" / f"kommun-{name}" / "plan"
        plan.mkdir(parents=True)
        (plan.parent / "index.md").write_text(f"---\ntype: organisation\ntitle: Kommun {name}\n---\n", encoding="utf-8")
        (plan / "index.md").write_text(
            f"---\ntype: plan\ntitle: Plan {name}\nperiod: 2026\n---\n\nBredbandsutbyggnaden i {name} fortsätter.\n",
            encoding="utf-8",
        )
        subprocess.run(
            [os.environ["KLARPLAN"], "build", project, "--output", root / name], check=True, capture_output=True
        )
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(root))
    handler.log_message = lambda *_: None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", root
    server.shutdown()


def test_sites_of_one_host_are_searched_together(browser, two_sites):
    host, root = two_sites
    page = opened(browser, host + "a/search/?q=bredband")
    page.wait_for_selector(".result")
    settle(page)
    found = urls(page)
    assert any(url.startswith(host + "a/kommun-a/plan/") for url in found), found
    assert any(url.startswith(host + "b/kommun-b/plan/") for url in found), found
    assert len(found) == len(set(found)), "a site that is named twice is asked once"
    assert page.faults == []
    page.context.close()
    program = os.environ["KLARPLAN"]
    run = subprocess.run(
        [program, "search", "bredband", "--site", root / "a", "--site", root / "b", "--json"],
        capture_output=True, text=True, check=True,
    )
    assert {result["title"] for result in json.loads(run.stdout)} >= {"Plan a", "Plan b"}


def test_a_site_that_is_gone_keeps_the_others(browser, two_sites):
    host, _ = two_sites
    page = opened(browser, host + "a/")
    page.route("**/b/search/index/**", lambda route: route.abort())
    page.goto(host + "a/search/?q=bredband")
    page.wait_for_selector(".result")
    settle(page)
    assert any(url.startswith(host + "a/kommun-a/plan/") for url in urls(page))
    assert page.locator(".search-fault").count() == 1
    page.context.close()
