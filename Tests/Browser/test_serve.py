"""The preview, `klarplan serve`, in a real browser: an edit is seen where the reader is, and a mistake is told over the page."""
import http.client
import os
import pathlib
import re
import select
import signal
import subprocess
import time

import pytest

LONG = "\n\n".join(f"## Rubrik {number}\n\nEtt stycke med text om nummer {number}." for number in range(60))


class Served:
    """A small project and the preview of it."""

    def __init__(self, folder: pathlib.Path, language: str = "[sv, en]"):
        self.folder = folder
        self.write("Site/site.yaml", f"title: Provet\nlanguages: {language}\n")
        self.write("Content/org/index.md", "---\ntyp: organisation\ntitel: Organisationen\n---\n")
        self.page("Första texten.")
        self.write("Content/org/annan.md", "---\ntyp: sida\ntitel: Den andra\n---\nOrörd.\n")
        self.process = None

    def write(self, path: str, text: str):
        full = self.folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8")

    def page(self, text: str):
        self.write("Content/org/sida.md", f"---\ntyp: sida\ntitel: Sidan\n---\n{text}\n\n{LONG}\n")

    def start(self, *options: str):
        self.process = subprocess.Popen(
            [os.environ["KLARPLAN"], "serve", str(self.folder), "--port", "0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        assert ready, "the preview says nothing"
        self.address = self.process.stdout.readline().strip()
        assert re.fullmatch(r"http://localhost:\d+/", self.address)
        self.port = int(self.address.rsplit(":", 1)[1].rstrip("/"))
        return self

    def ask(self, path: str, method: str = "GET", **headers: str):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        reply = connection.getresponse()
        return reply.status, reply.read().decode()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            assert self.process.wait(timeout=30) == 0
        return self.process.stderr.read() if self.process else ""


@pytest.fixture
def served(tmp_path):
    served = Served(tmp_path / "projekt")
    yield served
    served.stop()


@pytest.fixture
def page(browser):
    context = browser.new_context(locale="sv-SE", viewport={"width": 1000, "height": 800})
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if "Security Policy" in message.text else None)
    page.set_default_timeout(30_000)
    yield page
    context.close()


def wait_for_first(page, served, path="org/sida/"):
    page.goto(served.address + path)
    # Before the first build there is a page without the site's header.
    page.wait_for_selector(".site-header")
    page.wait_for_selector("klarplan-preview[data-heard]", state="attached")


BROKEN = "---\ntyp: sida\ntitel: Sidan\n---\nSe [A9.9] och ![](saknas.png).\n\nLänk till [ingenting](finns-inte.md).\n"


def test_an_edit_shows_by_itself_and_keeps_the_place(served, page):
    served.start()
    wait_for_first(page, served)
    page.wait_for_selector("text=Första texten.")
    # A page that was loaded anew holds the place that it had for a moment.
    page.wait_for_timeout(800)
    page.fill("#site-search", "halvskrivet")
    page.evaluate("document.getElementById('rubrik-40').scrollIntoView({ behavior: 'instant' });"
        "scrollBy({ top: -100, behavior: 'instant' })")
    page.wait_for_timeout(300)
    before = page.evaluate("document.getElementById('rubrik-40').getBoundingClientRect().top")
    served.page("Andra texten, som är ny.\n\nOch ett stycke till.\n\nOch ett till.")
    page.wait_for_selector("text=Andra texten, som är ny.", state="attached")
    page.wait_for_timeout(900)
    after = page.evaluate("document.getElementById('rubrik-40').getBoundingClientRect().top")
    assert 0 < before < 400
    assert abs(before - after) < 3
    assert page.input_value("#site-search") == "halvskrivet"
    assert page.evaluate("document.activeElement.id") == "site-search"
    assert page.problems == []


def settled(page, build):
    """Waits until the page has heard of a build."""
    page.wait_for_function("build => Number(document.querySelector('klarplan-preview')?.dataset.heard) >= build", arg=build)


def heard(page) -> int:
    """The build that the page has heard of; a page that is just being loaded anew has not heard of any yet."""
    # A function, as everywhere here: an expression is evaluated by the page itself each time but the first, and its policy
    # refuses that.
    return int(page.wait_for_function("() => document.querySelector('klarplan-preview')?.dataset.heard").json_value())


def wait_until_exchangeable(page):
    """Waits until the page knows what the server wrote: before, it would be loaded anew."""
    page.wait_for_selector("klarplan-preview[data-kept]", state="attached")


def test_what_has_changed_is_exchanged_without_loading_the_page_anew(served, page):
    served.start()
    page.goto(served.address + "org/sida/")
    heard(page)
    wait_until_exchangeable(page)
    page.evaluate("window.isTheSame = true")
    for text in ["Andra texten.", "Andra texten.\n\nOch en till.", "Med *betoning* och `kod`.", "- en\n- lista"]:
        build = heard(page)
        served.page(text)
        settled(page, build + 1)
        assert page.evaluate("window.isTheSame") is True
        shown = page.inner_html("main")
        other = page.context.new_page()
        other.goto(served.address + "org/sida/")
        assert other.inner_html("main") == shown
        other.close()


def test_whatever_is_edited_the_page_is_what_a_new_one_is(served, page):
    served.start()
    page.goto(served.address + "org/sida/")
    table = "Tabell: Mål {#mal .mål}\n\n| Id | Mål |\n|---|---|\n"
    edits = [
        ("org/sida.md", "---\ntyp: sida\ntitel: Ny titel\n---\nText.\n"),
        ("org/sida.md", "---\ntyp: sida\ntitel: Ny titel\n---\n# Rubrik\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
        ("org/index.md", "---\ntyp: organisation\ntitel: Ett annat namn\n---\n"),
        ("org/plan/index.md", "---\ntyp: plan\ntitel: Planen\nperiod: 2026\n---\n" + table + "| A1 | Ett |\n"),
        ("org/sida.md", "---\ntyp: sida\ntitel: Sidan\nsammanfattning: Kort.\n---\n[Målet](id:org/plan/A1) nås.\n"),
        ("org/plan/index.md", "---\ntyp: plan\ntitel: Planen\nperiod: 2026\n---\n" + table + "| A1 | Två |\n| A2 | Tre |\n"),
        ("org/sida.md", "---\ntyp: sida\ntitel: Sidan\n---\n"),
    ]
    for path, text in edits:
        build = heard(page)
        page.wait_for_timeout(300)
        served.write("Content/" + path, text)
        settled(page, build + 1)
        other = page.context.new_page()
        other.goto(served.address + "org/sida/")
        heard(other)
        assert page.inner_html("main") == other.inner_html("main"), path
        assert page.title() == other.title()
        assert page.inner_html("header") == other.inner_html("header")
        other.close()
    assert page.problems == []


def test_a_page_that_did_not_change_is_left_alone(served, page):
    served.start()
    wait_for_first(page, served, "org/annan/")
    page.evaluate("window.isTheSame = true")
    served.page("Helt annan text.")
    for _ in range(100):
        if "Helt annan text." in served.ask("/org/sida/")[1]:
            break
        time.sleep(0.1)
    page.wait_for_timeout(800)
    assert page.evaluate("window.isTheSame") is True


def test_style_is_exchanged_without_loading_anew(served, page):
    served.start()
    wait_for_first(page, served)
    wait_until_exchangeable(page)
    page.evaluate("window.isTheSame = true")
    style = (pathlib.Path(__file__).resolve().parents[2] / "Assets/style.css").read_text(encoding="utf-8")
    served.write("Assets/style.css", style + "\nh1 { letter-spacing: 7px; }\n")
    for _ in range(100):
        if page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") == "7px":
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail("the new style sheet is not shown")
    page.wait_for_timeout(200)
    assert page.evaluate("window.isTheSame") is True
    assert page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length") == 1


@pytest.mark.parametrize("path, words", [
    ("org/sida/", ["Innehållet har fel", "Så rättar du", "Fäll ihop", "Fel:"]),
    ("en/org/sida/", ["The content has errors", "How to mend it", "Fold", "Error:"]),
])
def test_a_mistake_is_told_over_the_page_in_its_language(served, page, path, words):
    served.start()
    wait_for_first(page, served, path)
    page.wait_for_selector("text=Första texten.")
    served.write("Content/org/sida.md", BROKEN)
    panel = page.locator("klarplan-preview .panel")
    panel.wait_for(state="visible")
    text = panel.inner_text()
    for word in words:
        assert word in text
    assert re.search(r"Content/org/sida\.md:\d+:\d+", text)
    assert panel.locator(".line.marked mark").count() > 0
    assert "unknown-reference" in text or "[" in text
    # The last good page stands behind, and Esc folds what lies over it.
    assert page.locator("text=Första texten.").is_visible()
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    page.locator("klarplan-preview .corner button").click()
    panel.wait_for(state="visible")
    assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.className") == "fold"
    served.page("Lagad text.")
    page.wait_for_selector("text=Lagad text.")
    page.locator("klarplan-preview .panel").wait_for(state="hidden")
    assert page.problems == []


def test_a_first_build_with_mistakes_shows_them_alone(served, page):
    served.write("Content/org/sida.md", BROKEN)
    served.start()
    page.goto(served.address + "org/sida/")
    page.locator("klarplan-preview .panel").wait_for(state="visible")
    served.page("Nu finns sidan.")
    page.wait_for_selector("text=Nu finns sidan.")
    assert page.problems == []


def test_a_hundred_saves_in_a_second_end_with_the_last(served, page):
    served.start()
    wait_for_first(page, served)
    for number in range(100):
        served.page(f"Text nummer {number}.")
        time.sleep(0.01)
    page.wait_for_selector("text=Text nummer 99.")


def test_renames_and_what_editors_leave_behind(served, page):
    served.start()
    wait_for_first(page, served)
    folder = served.folder / "Content/org"
    for name in ["4913", ".sida.md.swp", "sida.md~", "#sida.md#", ".~lock.siffror.xlsx#"]:
        (folder / name).write_text("skräp")
    (folder / "4913").unlink()
    # Vim: the old file is moved away, the new one written in its place.
    (folder / "sida.md").rename(folder / "sida.md~")
    served.page("Sparad som Vim gör.")
    page.wait_for_selector("text=Sparad som Vim gör.")
    # Others: a new file is moved over the old.
    new = folder / ".sida.md.ny"
    new.write_text("---\ntyp: sida\ntitel: Sidan\n---\nFlyttad på plats.\n", encoding="utf-8")
    new.replace(folder / "sida.md")
    page.wait_for_selector("text=Flyttad på plats.")
    # A page that is gone says so and leads back.
    (folder / "sida.md").unlink()
    page.wait_for_selector("text=Sidan finns inte")
    page.click("main a:has-text('Till startsidan')")
    page.wait_for_url(served.address)


def test_foreign_names_and_pages_are_refused(served, page):
    served.start()
    for host in ["evil.example", f"evil.example:{served.port}", "localhost"]:
        status, text = served.ask("/", Host=host)
        assert status == 403 and "Provet" not in text
    assert served.ask("/_klarplan/events", Host=f"localhost:{served.port}", **{"Sec-Fetch-Site": "cross-site"})[0] == 403
    wait_for_first(page, served)
    # The name of another site that leads to this machine.
    page.context.set_extra_http_headers({})
    page.goto("about:blank")
    answer = page.request.get(f"http://127.0.0.1:{served.port}/", headers={"Host": "rebound.example"})
    assert answer.status == 403


def test_the_source_is_named_and_opens(served, page, tmp_path):
    said = tmp_path / "said"
    editor = tmp_path / "editor.sh"
    editor.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{said}.part" && mv "{said}.part" "{said}"\n')
    editor.chmod(0o755)
    served.start("--editor", f"{editor} {{file}}:{{line}}")
    wait_for_first(page, served)
    button = page.locator("klarplan-preview .source button")
    button.wait_for()
    assert re.fullmatch(r"Redigera Content/org/sida\.md:\d+", button.inner_text())
    button.click()
    for _ in range(100):
        if said.exists():
            break
        time.sleep(0.1)
    assert re.search(r"/Content/org/sida\.md:\d+$", said.read_text())


def test_without_an_editor_the_source_is_words_alone(served, page):
    served.start()
    wait_for_first(page, served)
    source = page.locator("klarplan-preview .source")
    assert re.fullmatch(r"Källa: Content/org/sida\.md, rad \d+", source.inner_text().strip())
    assert source.locator("button").count() == 0


def test_an_editor_that_is_not_there_is_told(served, page):
    served.start("--editor", "ingen-saadan-editor {file}", "--language", "sv")
    wait_for_first(page, served)
    page.locator("klarplan-preview .source button").click()
    page.wait_for_function("() => document.querySelector('klarplan-preview').shadowRoot.querySelector('.said').textContent.includes('--editor')")
    assert "'ingen-saadan-editor' finns inte" in served.stop()


def test_what_is_marked_is_whole_and_in_view_on_a_narrow_screen(served, page):
    page.set_viewport_size({"width": 360, "height": 700})
    served.start()
    wait_for_first(page, served)
    served.write(
        "Content/org/plan/index.md",
        "---\ntyp: plan\ntitel: Planen\nstatus: nästan helt klar\n---\n\n"
        "Tabell: Aktiviteter {#a .aktiviteter}\n\n"
        "| Åtgärd | Tidplan | Status |\n|---|---|---|\n"
        f"| {'Ett mycket långt namn på en åtgärd ' * 4} | 2026 | inte riktigt påbörjad |\n")
    marks = page.locator("klarplan-preview pre mark")
    marks.nth(1).wait_for()
    assert marks.all_inner_texts() == ["nästan helt klar", "inte riktigt påbörjad"]
    for mark in marks.all():
        assert mark.evaluate(
            """mark => {
                const [outer, inner] = [mark.closest("pre").getBoundingClientRect(), mark.getBoundingClientRect()];
                return inner.left >= outer.left && inner.left < outer.right - 20;
            }""")


def test_a_port_in_use_ends_with_3_and_a_way_out(served, tmp_path):
    served.start()
    second = subprocess.run(
        [os.environ["KLARPLAN"], "serve", str(served.folder), "--port", str(served.port), "--language", "sv"],
        capture_output=True, text=True, timeout=60)
    assert second.returncode == 3
    assert "--port" in second.stderr and str(served.port) in second.stderr


def test_it_is_quiet_in_a_pipe_and_ends_with_0(served):
    served.start()
    for _ in range(300):
        if served.ask("/")[0] == 200:
            break
        time.sleep(0.1)
    assert served.stop() == ""
    assert not (served.folder / "public").exists()
