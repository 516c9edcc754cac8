"""What people see of money: verdicts that can be followed, changes on demand, pictures that are told in words."""
import re

import pytest

BUDGET = "region-vastmanland/fp-2019/budget/"
CHANGES = "region-vastmanland/fp-2019/ramforandringar/"
PLAN = "region-vastmanland/fp-2019/"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def follow(page, locator):
    """Follows a link and gives the element that it leads to."""
    href = locator.get_attribute("href")
    locator.click()
    return page.locator(f'[id="{href.split("#")[1]}"]')


def test_a_verdict_leads_to_the_computation_of_its_sum(page, address):
    page.goto(address + PLAN)
    verdict = page.locator("#ramar-centrum a.verdict-differs")
    assert verdict.count() == 1
    assert verdict.inner_text() == "skiljer −2,0"
    row = follow(page, verdict)
    text = re.sub(r"\s+", " ", row.inner_text())
    assert "2 418,3 mnkr" in text and "2 420,3 mnkr" in text and "−2,0" in text
    assert "Dokumentet förklarar inte skillnaden." in text
    # And back to the table.
    row.locator("a").first.click()
    assert page.locator("h1").inner_text() == "Ramen fördelad på centrum 2018 och 2019"


def test_every_verdict_leads_to_a_row_of_its_own(page, address):
    for path in (PLAN, BUDGET, CHANGES, "region-halland/vp-2025/", "en/" + PLAN):
        page.goto(address + path)
        links = page.locator("a.verdict").evaluate_all("links => links.map(link => link.href)")
        assert links, path
        assert len(set(links)) == len(links), path
        targets = {}
        for link in links:
            base, fragment = link.split("#")
            if base not in targets:
                page.goto(base)
                targets[base] = set(page.locator("tr[id]").evaluate_all("rows => rows.map(row => row.id)"))
            assert fragment in targets[base], link


def test_what_does_not_hold_stands_first_and_with_its_reason(page, address):
    page.goto(address + "data/sums/")
    rows = page.locator("section[aria-labelledby=section-differing] tbody tr")
    assert rows.count() == 3
    for row in rows.all():
        assert row.locator(".verdict-differs").count() == 1
        assert row.locator(".explanation").inner_text().strip()


def test_changes_open_with_the_keyboard(page, address):
    page.goto(address + BUDGET)
    table = page.locator("details.changes table")
    assert not table.is_visible()
    page.locator("details.changes summary").focus()
    page.keyboard.press("Enter")
    assert table.is_visible()
    row = table.locator("tr", has_text="Vårdpeng")
    assert [cell.inner_text() for cell in row.locator("td").all()] == [
        "−33,8", "5,0\u00a0% mer", "−26,9", "3,8\u00a0% mer"
    ]


def test_pictures_are_told_in_words(page, address):
    """Each mark is silent, and stands beside its label and its value."""
    for path in (BUDGET, CHANGES, "region-halland/vp-2025/", "en/" + BUDGET):
        page.goto(address + path)
        charts = page.locator("figure.chart")
        assert charts.count() > 0, path
        for chart in charts.all():
            assert chart.locator("figcaption").inner_text().strip()
            for mark in chart.locator("svg:not(svg svg)").all():
                assert mark.get_attribute("aria-hidden") == "true"
        assert page.locator("figure.chart [style], figure.chart script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_bar_is_as_long_as_its_amount(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + BUDGET)
    chart = page.locator("figure.chart").first
    rows = chart.evaluate(
        """chart => [...chart.querySelectorAll('li')].map(row => {
            const bars = [...row.querySelectorAll('svg rect')].map(bar => bar.getBoundingClientRect().width)
            return {text: row.innerText, bar: Math.max(0, ...bars), shown: row.getBoundingClientRect().height > 0}
        })"""
    )
    context.close()
    values = []
    for row in rows:
        amount = re.search(r"−(\d[\d\s]*,\d)\s*mnkr", row["text"])
        assert amount and row["shown"], row
        values.append((float(re.sub(r"\s", "", amount.group(1)).replace(",", ".")), row["bar"]))
    assert len(values) == 15
    largest, longest = values[0]
    for amount, bar in values:
        assert abs(bar / longest - amount / largest) < 0.02, (amount, bar)


def test_the_unexplained_rest_is_a_step_of_its_own(page, address):
    page.goto(address + CHANGES)
    chart = page.locator("figure.chart", has_text="Ramen 2021 är")
    steps = [re.sub(r"\s+", " ", step.inner_text()) for step in chart.locator("li").all()]
    assert steps[0].startswith("Ram 2020 2 636,9 mnkr")
    assert steps[-2] == "Skillnad som ingen ändring förklarar −0,5 mnkr"
    assert steps[-1].startswith("Ram 2021 2 724,4 mnkr")


def test_every_table_of_money_says_unit_source_and_decision(page, address):
    page.goto(address + PLAN)
    captions = page.locator("figure.table-money > figcaption .table-meta").all_inner_texts()
    assert len(captions) == 7
    for caption in captions:
        assert "Belopp i miljoner kronor (mnkr)" in caption
        assert "Källa: " in caption
        assert "Planen är beslutad av " in caption


def test_files_can_be_fetched_where_they_are_named(page, address, site):
    page.goto(address + BUDGET)
    links = page.locator(".file-list a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == 3
    for link in links:
        assert (site / link.removeprefix(address)).is_file(), link
