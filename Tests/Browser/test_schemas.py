"""The schemas that `klarplan schema` writes, read by a validator of their own: what the reader takes they take."""
import json
import os
import pathlib
import re
import subprocess

import jsonschema
import pytest
import yaml

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are text, and only true and false are flags."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool", ":int", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789")
)


def load(text: str):
    """The keys of JSON are text, also where YAML has a number."""

    def texts(node):
        if isinstance(node, dict):
            return {str(key): texts(value) for key, value in node.items()}
        return [texts(item) for item in node] if isinstance(node, list) else node

    return texts(yaml.load(text, Loader))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    subprocess.run([os.environ["KLARPLAN"], "schema", "--output", str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def validators(folder):
    validators = {}
    for path in folder.glob("*.schema.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        validators[path.name.removesuffix(".schema.json")] = jsonschema.Draft7Validator(schema)
    return validators


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    begun = tmp_path_factory.mktemp("begun") / "planer"
    subprocess.run([os.environ["KLARPLAN"], "init", str(begun)], check=True, capture_output=True)
    fixtures = REPOSITORY / "Tests/Fixtures/valid"
    return [REPOSITORY, begun, *(path for path in fixtures.iterdir() if (path / "Content").is_dir())]


def front_matter(path: pathlib.Path):
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    match = re.match(r"\s*---[ \t]*\n(.*?)^---[ \t]*$", text, re.S | re.M)
    return load(match.group(1)) or {}


def said(error):
    return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def test_all_front_matter_is_valid(projects, validators):
    read = 0
    for project in projects:
        for path in sorted((project / "Content").rglob("*.md")):
            keys = front_matter(path)
            errors = [said(error) for error in validators["front-matter"].iter_errors(keys)]
            assert not errors, f"{path}: {errors}"
            word = keys.get("typ", keys.get("type"))
            if word is not None:
                own = [v for v in validators.values() if word in v.schema["properties"].get("typ", {}).get("enum", [])]
                # Its own schema and the one for all types.
                assert len(own) == 2, path
                assert all(validator.is_valid(keys) for validator in own), path
            read += 1
    assert read > 60


def test_every_site_file_is_valid(projects, validators):
    for project in projects:
        path = project / "Site/site.yaml"
        if path.exists():
            keys = load(path.read_text(encoding="utf-8"))
            assert not [said(error) for error in validators["site"].iter_errors(keys)], path


@pytest.mark.parametrize(
    "text",
    [
        "typ: mål\ntitle: T\nansvarig: [KS, Kontoret]\növerordnat: A1.2\nordinarie: ja\nstatus: ej påbörjad",
        "type: indicator\nnuläge: 60\nvärden:\n  2025: 60 %\n  2026-T1: 61\nriktning: upp",
        "typ: organisation\ninvånare: 12 345\nenhet: tkr\nwebbplats: https://www.exempel.se",
        "typ: plan\nperiod: 2019–2021\nbygger-på: a, b\nbeslut:\n  organ: KS\n  datum: 2026-01-20\n  paragraph: 12",
        "typ: möte\ndatum: 2026-01-20\nagenda:\n  - titel: Ett\n    documents: [plan]",
        "titel: en översättning\nsammanfattning:",
        "typ: sida\ntaggar: a, b\npublicera: false",
    ],
)
def test_what_the_reader_takes_is_valid(validators, text):
    assert not [said(error) for error in validators["front-matter"].iter_errors(load(text))]


@pytest.mark.parametrize(
    "text",
    [
        "typ: mål\nstatus: beslutad",
        "typ: plan\nstatus: klar",
        "typ: plan\nstatuss: utkast",
        "typ: plan\ndagordning: []",
        "typ: måll",
        "typ: plan\nperiod: nästa år",
        "typ: plan\nbeslut: {vem: KS}",
        "typ: plan\nenhet: kronor",
        "typ: möte\ntitel: T",
        "typ: möte\ndatum: 20 januari",
        "typ: möte\ndatum: 2026-01-20\ndagordning:\n  - förslag: x",
        "typ: organisation\nwebbplats: www.exempel.se",
        "typ: organisation\ninvånare: många",
        "typ: mål\nordinarie: kanske",
        "typ: aktivitet\növerordnat: [a, b]",
        "titel: T\nförfattare: X",
        "typ: sida\ntype: page",
        "typ: möte\ndatum: 2026-01-20\ndagordning:\n  - titel:\n    förslag: x",
        "typ: sida\ntitel: T\ntitle: T",
        "typ: plan\nbeslut: {organ: KS, body: KS}",
    ],
)
def test_mistakes_are_found(validators, text):
    assert not validators["front-matter"].is_valid(load(text))


def test_an_item_of_an_agenda_is_described_as_one(validators):
    keys = validators["meeting"].schema["properties"]["dagordning"]["items"]["properties"]
    assert keys["titel"]["description"].startswith("ärendets rubrik")
    assert keys["beslut"]["description"].startswith("det som beslutades")
    assert not keys["handlingar"]["description"].split("\n")[0].rstrip().endswith(":")
    assert "`nej`" in validators["meeting"].schema["properties"]["publicera"]["description"]


def test_the_schema_of_one_type_wants_the_type(validators):
    assert not validators["page"].is_valid({"titel": "T"})
    assert validators["page"].is_valid({"typ": "sida"})


@pytest.mark.parametrize(
    "text",
    [
        "titlar: T",
        "languages: [de]",
        "base-url: plan.example.se",
        "license: http://example.se/",
        "checks: {unknown-reference: off}",
        "checks: {skipped-heading: kanske}",
        "navigation: [{title: T}]",
        "contact: {fax: '1'}",
        "search: {synonyms: [ett]}",
        "search: {sites: ['https://x/']}",
        "accessibility: {level: bra}",
        "title: T\ntitel: T",
    ],
)
def test_mistakes_in_the_site_file_are_found(validators, text):
    assert not validators["site"].is_valid(load(text))


def test_every_key_has_descriptions_in_both_languages(validators):
    for name, validator in validators.items():
        for key, schema in validator.schema["properties"].items():
            if name != "front-matter":
                assert len(schema["description"].split("\n")) in (1, 2) and schema["description"], f"{name}: {key}"


def test_the_combined_schema_is_printed_without_a_folder(folder):
    printed = subprocess.run([os.environ["KLARPLAN"], "schema"], check=True, capture_output=True, text=True).stdout
    assert printed == (folder / "front-matter.schema.json").read_text(encoding="utf-8")
