"""The thread of a whole plan, who works for what, and what a unit has promised, as people meet them."""
import pytest

PLAN = "region-vastmanland/fp-2019/"
UNIT = "region-vastmanland/cru/"


def test_the_drawing_is_walked_with_the_keyboard(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + PLAN)
    drawing = page.locator(".thread-drawing")
    assert drawing.is_visible()
    assert not page.locator(".thread-map").is_visible()
    drawing.focus()
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.getAttribute('href')"))
    # The perspective, then its goals, each followed by what hangs on it.
    assert seen == ["invanare-patient/", "a1.1/", "a1.2/", "samordna-lanets-arbete-med-agenda-2030/"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/samordna-lanets-arbete-med-agenda-2030/")
    page.close()


def test_the_drawing_reads_as_nested_lists(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + PLAN)
    drawing = page.locator(".thread-drawing svg")
    group = drawing.get_by_role("listitem").filter(has=page.get_by_role("link", name="Ekonomi", exact=True)).first
    goal = group.get_by_role("listitem").filter(has=page.get_by_role("link", name="C1.1 Ekonomiskt resultat"))
    assert goal.get_by_role("listitem").count() == 3
    page.close()


def test_every_strand_ends_at_a_bead(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + PLAN)
    ends = page.locator(".strands path:not(.line)").evaluate_all(
        "paths => paths.map(p => { const q = p.getPointAtLength(p.getTotalLength()); return [q.x, q.y]; })")
    beads = page.locator(".thread-drawing circle").evaluate_all(
        "all => all.map(c => [c.cx.baseVal.value, c.cy.baseVal.value])")
    assert len(ends) > 30
    for x, y in ends:
        assert any(abs(x - a) < 1 and abs(y - b) < 1 for a, b in beads)
    page.close()


def test_no_words_of_the_drawing_run_into_each_other(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + PLAN)
    boxes = page.locator(".thread-drawing a").evaluate_all(
        "all => all.map(a => { const r = a.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; })")
    for index, one in enumerate(boxes):
        for other in boxes[index + 1:]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            assert apart, (one, other)
    right = page.locator(".thread-drawing").bounding_box()
    assert max(box[2] for box in boxes) <= right["x"] + right["width"] + 1
    page.close()


@pytest.mark.parametrize("width", [360, 800])
def test_a_narrow_window_shows_the_list(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + PLAN)
    assert not page.locator(".thread-drawing").is_visible()
    assert page.locator(".thread-map a").count() > 40
    assert page.locator(".thread-map a").first.is_visible()
    page.close()


def test_the_matrix_leads_to_the_work_and_names_its_bodies_on_a_phone(browser, address):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + PLAN)
    row = page.locator(".table-matrix tbody tr").filter(has=page.get_by_role("link", name="A1.2 Hållbar tillväxt"))
    cell = row.locator("td:not(.missing)")
    assert cell.count() == 1
    assert cell.get_attribute("data-label") == "Centrum för regional utveckling"
    label = cell.evaluate("c => getComputedStyle(c, '::before').content")
    assert "Centrum för regional utveckling" in label
    cell.get_by_role("link").click()
    page.wait_for_url("**/samordna-lanets-arbete-med-agenda-2030/")
    page.close()


def test_a_unit_says_what_it_has_promised_and_for_what(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + UNIT)
    section = page.get_by_role("region", name="Det här ska enheten göra")
    assert section.get_by_text("3 aktiviteter.").is_visible()
    assert section.get_by_text("3 utan status").is_visible()
    item = section.get_by_role("listitem").filter(has_text="Samordna länets arbete med Agenda 2030")
    item.get_by_role("link", name="A1.2 Hållbar tillväxt").click()
    page.wait_for_url("**/fp-2019/a1.2/")
    page.close()
