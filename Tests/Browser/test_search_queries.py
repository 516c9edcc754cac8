"""The file of search queries is sound: its answers exist, its ids are unique, its halves are alike."""
import collections
import sys

import pytest


@pytest.fixture(scope="module")
def queries(repository):
    sys.path.insert(0, str(repository))
    try:
        from Benchmarks.search.queries import read_queries
    finally:
        sys.path.pop(0)
    return read_queries(repository / "Benchmarks" / "search" / "queries.tsv")


def test_every_expected_page_is_in_the_site(queries, site):
    missing = [
        f"{query.id}: {url}"
        for query in queries
        for url in query.expected
        if not (site / url / "index.html").is_file()
    ]
    assert not missing


def test_expected_pages_are_in_the_language_of_the_query(queries):
    wrong = [
        query.id for query in queries for url in query.expected if url.startswith("en/") != (query.language == "en")
    ]
    assert not wrong


def test_ids_and_queries_are_unique(queries):
    ids = collections.Counter(query.id for query in queries)
    texts = collections.Counter((query.language, query.text) for query in queries)
    assert [key for key, count in (ids + texts).items() if count > 1] == []


def test_there_are_enough_queries(queries):
    languages = collections.Counter(query.language for query in queries)
    assert languages["sv"] >= 170
    assert languages["en"] >= 20


def test_each_kind_is_halved(queries):
    halves = collections.defaultdict(collections.Counter)
    for query in queries:
        halves[query.kind][query.half] += 1
    assert {kind: dict(count) for kind, count in halves.items() if abs(count["tune"] - count["test"]) > 1} == {}
    assert {half for count in halves.values() for half in count} == {"tune", "test"}
