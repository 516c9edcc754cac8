"""What a person meets: reading, keyboard, small screens, dark, without scripts."""
import pytest
from axe_playwright_python.sync_playwright import Axe


def open_page(browser, url, width=1280, **options):
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    response = page.goto(url)
    assert response.status == 200, url
    return page, requests, errors


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser, address, page_path, width, scheme):
    page, _, _ = open_page(browser, address + page_path, width, color_scheme=scheme)
    results = Axe().run(page)
    page.context.close()
    assert results.violations_count == 0, results.generate_report()


def test_nothing_is_fetched_from_elsewhere_and_nothing_fails(browser, address, page_path):
    page, requests, errors = open_page(browser, address + page_path)
    page.context.close()
    assert all(url.startswith(address) for url in requests), requests
    assert errors == []


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_scrolls_sideways(browser, address, page_path, width):
    page, _, _ = open_page(browser, address + page_path, width)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= width


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_text_at_twice_the_size_fits(large_text_browser, address, page_path, width):
    page, _, _ = open_page(large_text_browser, address + page_path, width)
    wide = page.evaluate("document.documentElement.scrollWidth")
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    page.context.close()
    assert size == "32px"
    assert wide <= width


def test_first_tab_reaches_the_skip_link_and_it_works(browser, address, page_path):
    page, _, _ = open_page(browser, address + page_path)
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement.id || location.hash")
    page.context.close()
    assert "skip" in focused
    assert "main" in inside


def test_reads_without_scripts(browser, address, page_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + page_path)
    assert page.locator("h1").count() == 1
    assert len(page.locator("main").inner_text()) > 40
    context.close()


def test_a_missing_figure_is_no_zero(browser, address):
    page, _, _ = open_page(browser, address + "region-halland/vp-2025/")
    row = page.locator("#investeringar-2025-2029 tr", has_text="FVIS")
    cells = row.locator("td").all_inner_texts()
    page.context.close()
    assert cells[0].strip().startswith("15")
    assert all("0" not in cell for cell in cells[1:])


def test_the_thread_walks_both_ways(browser, address):
    page, _, _ = open_page(browser, address + "region-vastmanland/fp-2019/a3.2/")
    page.locator(".thread-below a", has_text="Agenda 2030").first.click()
    assert page.locator("h1").inner_text().startswith("Samordna länets arbete")
    page.locator(".thread-above a", has_text="A3.2").first.click()
    assert "/a3.2/" in page.url
    page.context.close()


def test_an_activity_leads_to_the_unit_that_answers_for_it_and_back(browser, address):
    page, _, _ = open_page(browser, address + "region-vastmanland/cru/")
    page.locator("main a", has_text="Agenda 2030").first.click()
    page.locator(".facts a", has_text="Centrum för regional utveckling").first.click()
    assert page.url.endswith("/region-vastmanland/cru/")
    page.context.close()
