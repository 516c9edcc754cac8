"""Open data, each format read by a validator or reader of its own."""
import csv
import datetime
import decimal
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse
import uuid

import feedparser
import icalendar
import pytest
import rdflib
import rdflib.namespace as ns
from frictionless import Package, system
from lxml import etree
from rdflib.compare import isomorphic

BASE = "https://plan.example.se/"
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
AUTHORITY = "http://publications.europa.eu/resource/authority/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="session")
def everything(repository, tmp_path_factory) -> pathlib.Path:
    """The fixture with everything in it, built without a base URL."""
    folder = tmp_path_factory.mktemp("everything")
    source = repository / "Tests/Fixtures/valid/everything"
    for part in ("Content", "Site"):
        shutil.copytree(source / part, folder / part)
    subprocess.run([os.environ["KLARPLAN"], "build", str(folder)], check=True)
    return folder / "public"


#: What hardly any content has at once: formulas, repeated and empty headings, units of all kinds, differences.
ODD = {
    "Site/site.yaml": """
title: {sv: "Udda & <egna>", en: "Odd & <own>"}
languages: [en, sv]
license: https://creativecommons.org/publicdomain/zero/1.0/
publisher: {name: 'Någon "annan"', homepage: "https://example.se/å?a=b&c"}
contact: {email: udda@example.se}
""",
    "Content/org/index.md": """---
type: organisation
title: "=Org & <co>"
homepage: https://example.se/
---

Table: Words {#words .terms}

| Term | Explanation |
|------|-------------|
| =a   | "quoted", and more |
""",
    "Content/org/plan/index.md": """---
type: plan
title: Plan
period: 2026-T2
tags: [a, "b & c"]
unit: mnkr
decision: {body: Council, date: 2025-12-01, paragraph: "§ 5", diary-number: "X/1"}
---

Table: Budget {#budget .budget accept="The source is wrong; \u2028 it says so."}

| Post   | Budget 2026 | Budget 2026 | Outcome (tkr) |      |      | =x | Change % |
|--------|------------:|------------:|--------------:|------|------|----|---------:|
| =Fees  |    1,200.55 |      1 mdkr |         15 kr | a    | -b   | +c |    2.1 % |
| Of which x |      +2 |             |           3 % | "d"  | '=e  | @f |     -3.5 |
| Total  |       1,500 |           9 |            -7 | g, h |      |    |          |
| Empty  |             |             |               |      |      |    |          |
| Total  |             |             |               |      |      |    |          |

Table: Nothing to add {#nothing .budget}

| Post  | 2026 |
|-------|-----:|
| A     |      |
| Total |    5 |

Table: No rows {#none .goals}

| Goal |
|------|

Table: Dates {#dates .milestones}

| Date       | Event |
|------------|-------|
| 2026       | Year  |
| 2026-02-28 | A day; with, signs \\ and """ + "ö" * 80 + """ |
""",
    "Content/org/meetings/m.md": """---
type: meeting
title: A meeting
date: 2026-03-29
time: "1.30 pm"
agenda:
  - title: First
---
""",
}


@pytest.fixture(scope="session")
def odd(tmp_path_factory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("odd")
    for name, text in ODD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    subprocess.run([os.environ["KLARPLAN"], "build", str(folder)], check=True)
    return folder / "public"


@pytest.fixture(params=["example", "everything", "odd"])
def built(request, site):
    """A built site, and the address that its files would be fetched from."""
    if request.param == "example":
        return site, BASE
    return request.getfixturevalue(request.param), "https://elsewhere.example/a/b/"


# Tables


def test_the_data_package_is_valid(built):
    folder, _ = built
    system.trusted = True
    report = Package(str(folder / "data/datapackage.json")).validate()
    errors = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert report.valid and errors == [] and report.errors == []
    assert report.stats["tasks"] == len(list((folder / "data").rglob("*.csv")))


def test_every_csv_file_is_described_as_it_is(built):
    folder, _ = built
    package = json.loads((folder / "data/datapackage.json").read_text(encoding="utf-8"))
    assert package["profile"] == "tabular-data-package"
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names) and all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    paths = {resource["path"] for resource in package["resources"]}
    assert paths == {str(p.relative_to(folder / "data")) for p in (folder / "data").rglob("*.csv")}
    for resource in package["resources"]:
        content = (folder / "data" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        heading = next(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        assert heading == [field["name"] for field in resource["schema"]["fields"]]


def test_csv_files_follow_the_standard(built):
    folder, _ = built
    for path in (folder / "data").rglob("*.csv"):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n"), path
        assert b"\n" not in re.sub(rb'"[^"]*"', b"", content).replace(b"\r\n", b""), path
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1, path
        for row in rows:
            assert any(row), path
            for cell in row:
                if re.match(r"[=+@\t\r＝＋－＠-]", cell):
                    assert re.fullmatch(r"-\d+(\.\d+)?( \S+)?", cell), (path, cell)


def test_json_and_csv_say_the_same(built):
    folder, _ = built
    for path in (folder / "data/tables").rglob("*.json"):
        table = json.loads(path.read_text(encoding="utf-8"), parse_float=decimal.Decimal)
        rows = list(csv.reader(io.StringIO(path.with_suffix(".csv").read_text(encoding="utf-8"), newline="")))
        assert str(path.with_suffix(".csv").relative_to(folder)) == table["csv"]
        assert len(rows) == len(table["rows"]) + 1, path
        address, _, fragment = table["url"].partition("#")
        page = (folder / address / "index.html").read_text(encoding="utf-8")
        assert f'id="{fragment or pathlib.PurePosixPath(address).name}"' in page
        for cells, row in zip(rows[1:], table["rows"]):
            for text, cell in zip(cells, row["cells"], strict=True):
                if "value" not in cell:
                    assert text.lstrip("'") == cell["text"].lstrip("'")
                elif cell["value"] is None:
                    assert text == "" or text.lstrip("'") == cell.get("text", "").lstrip("'")
                else:
                    assert decimal.Decimal(text.split(" ")[0]) == cell["value"], (path, text)


def test_every_verdict_follows_from_the_numbers(built):
    """The sums computed once more, from the JSON alone."""
    folder, _ = built
    power = {"kr": 0, "tkr": 3, "mnkr": 6, "mdkr": 9, "EUR": 0, "MEUR": 6}
    checked = 0
    for path in (folder / "data/tables").rglob("*.json"):
        table = json.loads(path.read_text(encoding="utf-8"), parse_float=decimal.Decimal)
        for row in table["rows"]:
            for column, cell in enumerate(row["cells"]):
                if cell.get("verdict", "not-computable") == "not-computable":
                    continue
                terms = [table["rows"][index]["cells"][column] for index in cell["terms"]]
                shift = [power.get(t.get("unit"), 0) - power.get(cell.get("unit"), 0) for t in terms]
                total = sum(
                    (decimal.Decimal(t["value"]).scaleb(s) for t, s in zip(terms, shift)), decimal.Decimal(0))
                assert total == cell["computed"], (path, row)
                difference = decimal.Decimal(cell["value"]) - total
                assert difference == cell["difference"]
                word = "exact" if difference == 0 else (
                    "within-rounding" if abs(difference) <= cell["tolerance"] else "differs")
                assert word == cell["verdict"]
                checked += 1
    assert checked > 2


def test_the_sums_are_all_listed(built):
    folder, _ = built
    rows = list(csv.DictReader(io.StringIO((folder / "data/sums.csv").read_text(encoding="utf-8"), newline="")))
    listed = sorted((row["table"], row["what"], row["verdict"]) for row in rows)
    expected = []
    for path in (folder / "data/tables").rglob("*.json"):
        table = json.loads(path.read_text(encoding="utf-8"))
        for row in table["rows"]:
            expected += [(table["id"], row["role"], cell["verdict"]) for cell in row["cells"] if "verdict" in cell]
        expected += [(table["id"], "parts", check["verdict"]) for check in table.get("parts", [])]
        expected += [(table["id"], "frame", check["verdict"]) for check in table.get("bridges", [])]
    assert listed == sorted(expected)
    assert all(row["explanation"] for row in rows if row["verdict"] in ("differs", "not-computable"))


# The catalogue


@pytest.fixture
def catalogue(built):
    folder, address = built
    return rdflib.Graph().parse(folder / "data/catalog.rdf", format="xml", publicID=address + "data/catalog.rdf")


def test_both_texts_are_the_same_graph(built, catalogue):
    folder, address = built
    text = (folder / "data/catalog.jsonld").read_text(encoding="utf-8")
    assert isinstance(json.loads(text)["@context"], dict)
    other = rdflib.Graph().parse(data=text, format="json-ld", publicID=address + "data/catalog.jsonld")
    assert len(catalogue) > 50 and isomorphic(catalogue, other)


def one(graph, subject, predicate):
    values = list(graph.objects(subject, predicate))
    assert len(values) == 1, (subject, predicate, values)
    return values[0]


def some(graph, subject, predicate):
    values = list(graph.objects(subject, predicate))
    assert values, (subject, predicate)
    return values


def test_the_catalogue_has_what_dcat_ap_demands(built, catalogue):
    folder, address = built
    graph = catalogue
    (root,) = graph.subjects(ns.RDF.type, ns.DCAT.Catalog)
    for resource in [root, *graph.subjects(ns.RDF.type, ns.DCAT.Dataset)]:
        for predicate in (ns.DCTERMS.title, ns.DCTERMS.description):
            texts = some(graph, resource, predicate)
            assert all(text.language and str(text).strip() for text in texts)
            assert len({text.language for text in texts}) == len(texts)
        publisher = one(graph, resource, ns.DCTERMS.publisher)
        assert (publisher, ns.RDF.type, ns.FOAF.Agent) in graph and str(one(graph, publisher, ns.FOAF.name))
        for language in some(graph, resource, ns.DCTERMS.language):
            assert str(language).startswith(AUTHORITY + "language/")
    datasets = set(graph.objects(root, ns.DCAT.dataset))
    assert datasets == set(graph.subjects(ns.RDF.type, ns.DCAT.Dataset)) and len(datasets) > 1
    distributions = set()
    for dataset in datasets:
        assert {str(t).rsplit("/", 1)[1] for t in some(graph, dataset, ns.DCAT.theme)} == {"GOVE", "ECON"}
        distributions |= set(some(graph, dataset, ns.DCAT.distribution))
        for contact in graph.objects(dataset, ns.DCAT.contactPoint):
            assert str(one(graph, contact, VCARD.fn))
        for page in some(graph, dataset, ns.DCAT.landingPage):
            assert (page, ns.RDF.type, ns.FOAF.Document) in graph
        for predicate in (ns.DCTERMS.issued, ns.DCTERMS.modified):
            for date in graph.objects(dataset, predicate):
                assert date.datatype == ns.XSD.date and isinstance(date.value, datetime.date)
        for period in graph.objects(dataset, ns.DCTERMS.temporal):
            assert one(graph, period, ns.DCAT.startDate).value <= one(graph, period, ns.DCAT.endDate).value
    assert distributions == set(graph.subjects(ns.RDF.type, ns.DCAT.Distribution))
    files = set()
    for distribution in distributions:
        target = str(one(graph, distribution, ns.DCAT.accessURL))
        assert target.startswith(address) and one(graph, distribution, ns.DCAT.downloadURL) == rdflib.URIRef(target)
        path = folder / urllib.parse.unquote(target.removeprefix(address))
        files.add(path)
        content = path.read_bytes()
        format = str(one(graph, distribution, ns.DCTERMS.format)).rsplit("/", 1)[1]
        assert format.lower() == path.suffix[1:]
        assert str(one(graph, distribution, ns.DCAT.mediaType)).startswith("https://www.iana.org/assignments/media-types/")
        for size in graph.objects(distribution, ns.DCAT.byteSize):
            assert size.value == len(content) and size.datatype == ns.XSD.nonNegativeInteger
        for checksum in graph.objects(distribution, SPDX.checksum):
            assert one(graph, checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
            value = one(graph, checksum, SPDX.checksumValue)
            assert value.datatype == ns.XSD.hexBinary
            assert str(value).lower() == hashlib.sha256(content).hexdigest()
    data = folder / "data"
    assert files >= {p for p in data.rglob("*.csv")} | {p for p in (data / "tables").rglob("*.json")}
    assert all(str(node).isprintable() and " " not in str(node) for triple in graph for node in triple
               if isinstance(node, rdflib.URIRef))


# Feeds and calendars


@pytest.fixture(params=["default", "other"])
def language_folder(request, built):
    """The folder of a language's own files."""
    if request.param == "default":
        return ""
    return next(name for name in ("en/", "sv/") if (built[0] / name / "feed.xml").is_file())


def test_the_feed_follows_the_standard(built, language_folder):
    folder, address = built
    path = folder / language_folder / "feed.xml"
    root = etree.parse(str(path)).getroot()
    assert root.tag == ATOM + "feed"
    for element in [root, *root.iter(ATOM + "entry")]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        id = element.findtext(ATOM + "id")
        if id.startswith("urn:uuid:"):
            assert uuid.UUID(id.removeprefix("urn:uuid:")).variant == uuid.RFC_4122
        else:
            assert id.startswith(BASE)
        updated = element.findtext(ATOM + "updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated)
        datetime.datetime.fromisoformat(updated)
        alternates = element.findall(ATOM + "link[@rel='alternate']")
        assert len(alternates) == 1
        here = address + language_folder
        target = urllib.parse.urljoin(here, alternates[0].get("href"))
        assert target.startswith(address)
        assert (folder / urllib.parse.unquote(target.removeprefix(address)) / "index.html").is_file()
    assert root.find(ATOM + "author").findtext(ATOM + "name")
    assert len(root.findall(ATOM + "link[@rel='self']")) == 1
    ids = [element.findtext(ATOM + "id") for element in root.iter(ATOM + "entry")]
    assert ids and len(set(ids)) == len(ids)
    dates = [element.findtext(ATOM + "updated") for element in root.iter(ATOM + "entry")]
    assert dates == sorted(dates, reverse=True) and root.findtext(ATOM + "updated") == dates[0]
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo and read.version == "atom10" and len(read.entries) == len(ids)


def test_the_calendar_follows_the_standard(built, language_folder):
    folder, _ = built
    content = (folder / language_folder / "calendar.ics").read_bytes()
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        assert len(line) <= 75
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    events = calendar.walk("VEVENT")
    assert events and not any(event.errors for event in events)
    assert len({event["UID"] for event in events}) == len(events)
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for event in events:
        assert event["DTSTAMP"].dt.tzinfo and str(event["SUMMARY"])
        start = event["DTSTART"]
        if isinstance(start.dt, datetime.datetime):
            assert start.params["TZID"] in zones
        if "URL" in event:
            address = urllib.parse.urlsplit(str(event["URL"]))
            page = folder / address.path.lstrip("/") / "index.html"
            assert f'id="{address.fragment}"' in page.read_text(encoding="utf-8") if address.fragment else page.is_file()


def test_times_of_meetings_are_swedish(everything):
    calendar = icalendar.Calendar.from_ical((everything / "calendar.ics").read_bytes())
    times = [event["DTSTART"].dt for event in calendar.walk("VEVENT")]
    timed = [time for time in times if isinstance(time, datetime.datetime)]
    assert [time.astimezone(datetime.timezone.utc).isoformat() for time in timed] == ["2025-01-20T12:00:00+00:00"]
