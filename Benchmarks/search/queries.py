"""Reads the file of queries that search is measured with."""
import dataclasses
import pathlib

COLUMNS = ["id", "kind", "half", "language", "query", "expected"]


@dataclasses.dataclass(frozen=True)
class Query:
    """One query and the pages that answer it, the most precise first."""

    id: str
    kind: str
    half: str
    language: str
    text: str
    expected: tuple[str, ...]


def page_of(url: str) -> str:
    """The page that an address of a result leads to, relative to the site's root: no fragment, no `index.html`."""
    path = url.partition("#")[0].partition("?")[0].lstrip("/")
    path = path.removeprefix("./").removesuffix("index.html")
    return path or "./"


def read_queries(file: pathlib.Path) -> list[Query]:
    """All queries in the order of the file. A line that does not have the six columns is a `ValueError`."""
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    if lines[0].split("\t") != COLUMNS:
        raise ValueError(f"{file}: the columns must be {COLUMNS}")
    queries = []
    for line in lines[1:]:
        fields = line.split("\t")
        if len(fields) != len(COLUMNS) or not all(fields):
            raise ValueError(f"{file}: six filled columns expected: {line!r}")
        identifier, kind, half, language, text, expected = fields
        queries.append(Query(identifier, kind, half, language, text, tuple(map(page_of, expected.split()))))
    return queries
