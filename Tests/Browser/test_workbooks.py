"""The Excel workbooks as a spreadsheet reads them: printed numbers, live sums, texts that stay texts."""
import csv
import os
import re
import subprocess
import zipfile

import openpyxl
import pytest

NUMBER = re.compile(r"^([+\-−–]?)(\d[\d\s]*(?:[.,]\d+)?)\s*(%|\D.*)?$")
MONEY = {"budget", "ramar", "frames", "ramförändringar", "frame-changes", "investeringar", "investments"}


@pytest.fixture(scope="module")
def workbooks(site):
    """Each workbook with formulas, and with the values that they gave when it was written."""
    paths = sorted((site / "data" / "workbooks").rglob("*.xlsx"))
    assert paths
    return {
        path.relative_to(site / "data" / "workbooks").as_posix(): (
            openpyxl.load_workbook(path),
            openpyxl.load_workbook(path, data_only=True),
        )
        for path in paths
    }


def value_of(text):
    """A printed number without emphasis and marks of notes; `None` for what is none."""
    text = re.sub(r"\[\^[^\]]*\]|\*", "", text).strip()
    found = NUMBER.match(text)
    if not found:
        return None
    number = float(re.sub(r"\s", "", found[2]).replace(",", "."))
    if (found[3] or "").startswith("%"):
        number /= 100
    return -number if found[1] in ("-", "−", "–") else number


def content_tables(repository):
    """Plan, title and rows of each money table in Content, read without the program's help."""
    for path in sorted((repository / "Content").rglob("index.md")):
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        for index, line in enumerate(lines):
            caption = re.match(r"(?:Table|Tabell)?: *(.*?) *\{(#\S+)? ?\.(\S+?)[ }](.*)", line)
            if not caption or caption[3] not in MONEY:
                continue
            source = re.search(r"src=(\S+?)[ }]", caption[4] + " ")
            if source:
                with open(path.parent / source[1], encoding="utf-8-sig", newline="") as file:
                    rows = list(csv.reader(file, delimiter=";"))
            else:
                start = index + 1
                while not lines[start].startswith("|"):
                    start += 1
                rows = []
                while start < len(lines) and lines[start].startswith("|"):
                    rows.append([cell.strip() for cell in lines[start].strip().strip("|").split("|")])
                    start += 1
                del rows[1]
            yield path.parent.relative_to(repository / "Content").as_posix(), caption[1], rows


def sheet_titled(book, title):
    return next(sheet for sheet in book.worksheets[1:] if sheet["A1"].value == title)


def test_every_printed_number_stands_in_its_cell(workbooks, repository):
    tables = numbers = 0
    for plan, title, rows in content_tables(repository):
        sheet = sheet_titled(workbooks[plan + ".xlsx"][1], title)
        tables += 1
        for offset, row in enumerate(rows[1:]):
            for column, text in enumerate(row):
                found = sheet.cell(8 + offset, column + 1)
                expected = value_of(text)
                if column == 0 or found.data_type == "s":
                    assert expected is None or column == 0, (plan, title, text)
                    continue
                if "%" in rows[0][column] and expected is not None and "%" not in text:
                    expected /= 100
                assert found.value == pytest.approx(expected, abs=1e-12), (plan, title, text)
                numbers += expected is not None
    assert tables >= 10 and numbers > 150


def test_known_figures(workbooks):
    formulas, values = workbooks["region-vastmanland/fp-2019.xlsx"]
    title = "Budget för Regionkontoret 2019"
    live, printed = sheet_titled(formulas, title), sheet_titled(values, title)
    assert live["D13"].value == "=SUM(D8:D12)" and printed["D13"].value == 3401.4
    # The rows give 3 401,5: within rounding, so the printed number stays.
    assert live["D29"].value == -3401.4
    assert live["B30"].value == "=SUM(B13,B29)" and printed["B30"].value == 40.7
    assert live["D13"].font.b and live["D13"].border.top.style == "thin"
    assert live["D13"].number_format == "#,##0.0" and live["D13"].alignment.horizontal == "right"
    assert live.freeze_panes == "B8" and live.print_title_rows == "$7:$7"
    assert live.page_setup.orientation == "landscape" and live.page_setup.fitToHeight == 0
    centres = sheet_titled(formulas, "Ramen fördelad på centrum 2018 och 2019")
    assert centres["A9"].value.startswith("Varav") and centres["A9"].alignment.indent == 1


def evaluate(sheet, place):
    """What a spreadsheet makes of a cell, for the few words that the formulas use."""
    value = sheet[place].value
    if not isinstance(value, str) or sheet[place].data_type != "f":
        return value if isinstance(value, (int, float)) else 0

    def at(first, last=None):
        if last is None:
            return evaluate(sheet, first)
        return [evaluate(sheet, cell.coordinate) for row in sheet[f"{first}:{last}"] for cell in row]

    def total(*arguments):
        return sum(sum(a) if isinstance(a, list) else a for a in arguments)

    def call(found):
        return "at(" + ",".join(repr(place) for place in found.groups() if place) + ")"

    code = re.sub(r"\b([A-Z]+\d+)(?::([A-Z]+\d+))?\b", call, value[1:])
    assert re.fullmatch(r"[-+*/().,\d\sA-Zat'=]+", code), value
    return eval(code, {"__builtins__": {}, "at": at, "SUM": total, "ROUND": round, "ABS": abs})


def test_formulas_give_what_is_printed(workbooks):
    live = 0
    for name, (formulas, values) in workbooks.items():
        for sheet in formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        kept = values[sheet.title][cell.coordinate].value
                        given = evaluate(sheet, cell.coordinate)
                        assert given == pytest.approx(kept, abs=1e-9), (name, sheet.title, cell)
                        live += 1
    assert live > 50


def test_every_exact_sum_is_live_and_no_other(workbooks):
    exact = 0
    for formulas, _ in workbooks.values():
        for sheet in formulas.worksheets[1:]:
            for row in sheet.iter_rows(min_row=9):
                cells = [cell.value for cell in row]
                printed = str(cells[2]) if len(cells) > 6 else ""
                if not re.fullmatch(r"=[A-Z]+\d+", printed) or not str(cells[3]).startswith("="):
                    continue
                source = sheet[printed[1:]]
                if cells[6] == "Stämmer":
                    exact += 1
                    assert source.data_type == "f", (sheet.title, printed)
                else:
                    assert source.data_type == "n", (sheet.title, printed)
    assert exact >= 9


def test_contents_lead_to_every_sheet(workbooks):
    for formulas, _ in workbooks.values():
        contents, *sheets = formulas.worksheets
        targets = [cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink]
        assert targets == ["'" + sheet.title.replace("'", "''") + "'!A1" for sheet in sheets]
        for sheet in sheets:
            assert sheet["A5"].hyperlink.location == f"'{contents.title}'!A1"
            assert len(sheet.title) <= 31


def test_workbooks_say_nothing_of_the_machine(site):
    for path in (site / "data" / "workbooks").rglob("*.xlsx"):
        with zipfile.ZipFile(path) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert archive.testzip() is None


ODD = """---
type: plan
title: "=1+1 & <Planen>"
period: 2026
unit: mnkr
---

Tabell: =Odd [a]:*?/\\\\ 'b' {#odd .budget}

| Post | 2026 | 2027 |
|---|--:|--:|
| =cmd | 500 tkr | 1 234 567 890 123 456 |
| +1 | 1,5 | +27 |
| @NOW()\x01\ufffe | 12,5 % | –2,4 |
| \\_x0041\\_ | | |
| Totalt | 2,0 | |

Tabell: History {#history .goals}

| Id | Mål |
|---|---|
| A1 | =1+1 |
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """A project of its own with what tempts a spreadsheet, built in two time zones."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "Content" / "org" / "plan").mkdir(parents=True)
    (folder / "Content" / "org" / "index.md").write_text("---\ntype: organisation\ntitle: Org\n---\n", encoding="utf-8")
    (folder / "Content" / "org" / "plan" / "index.md").write_text(ODD, encoding="utf-8")
    for zone in ("Pacific/Auckland", "America/Los_Angeles"):
        subprocess.run(
            [os.environ["KLARPLAN"], "build", folder, "--output", folder / zone.replace("/", "-")],
            env={**os.environ, "TZ": zone}, check=True, capture_output=True,
        )
    return folder


def test_time_zones_change_nothing(odd):
    first, second = sorted(odd.glob("*/data/workbooks/org/plan.xlsx"))
    assert first.read_bytes() == second.read_bytes()


def test_texts_stay_texts(odd):
    path = odd / "Pacific-Auckland" / "data" / "workbooks" / "org" / "plan.xlsx"
    book = openpyxl.load_workbook(path)
    contents, table, goals = book.worksheets
    assert contents["A1"].value == "=1+1 & <Planen>" and contents["A1"].data_type == "s"
    assert [table[f"A{row}"].value for row in range(8, 12)] == ["=cmd", "+1", "@NOW() \ufffd", "_x0041_"]
    assert goals.title == "History 2" and goals["B8"].value == "=1+1"
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert re.match(r"=(SUM|ROUND|[A-Z]+\d+$|\d)", cell.value), cell.value
    # In the file itself a formula is an element of its own: no text has one.
    with zipfile.ZipFile(path) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
        formulas = re.findall(r"<f>(.*?)</f>", archive.read("xl/worksheets/sheet2.xml").decode())
    assert "_x005F_x0041_" in texts and "=cmd" in texts
    assert formulas == ["B12", "SUM(B9)+SUM(B8)/1000", "ROUND(C16-D16,1)"]


def test_units_signs_and_long_numbers_look_as_printed(odd):
    path = odd / "Pacific-Auckland" / "data" / "workbooks" / "org" / "plan.xlsx"
    table = openpyxl.load_workbook(path).worksheets[1]
    assert (table["B8"].value, table["B8"].number_format) == (500, '#,##0" tkr"')
    assert (table["B10"].value, table["B10"].number_format) == (0.125, "0.0%")
    assert (table["C9"].value, table["C9"].number_format) == (27, "+#,##0;-#,##0;#,##0")
    assert table["C10"].value == -2.4
    assert table["C8"].value == "1 234 567 890 123 456" and table["C8"].data_type == "s"
    assert table["C11"].value is None and table["B12"].value == 2
