"""The repository's own files: nothing of a merge is left in them, and every script parses."""
import re
import subprocess

MARK = re.compile(rb"^(<{7} |>{7} |\|{7} )", re.MULTILINE)


def tracked(repository):
    names = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, check=True).stdout
    return [repository / name for name in names.decode().split("\0") if name]


def marks_of_a_merge(text: bytes) -> bool:
    """A line of `=` alone is none: it underlines a heading in Markdown."""
    return MARK.search(text) is not None


def test_marks_of_a_merge_are_known():
    for mark in (b"<" * 7 + b" HEAD", b">" * 7 + b" main", b"|" * 7 + b" base"):
        assert marks_of_a_merge(b"a\n" + mark + b"\nb\n")
    assert not marks_of_a_merge(b"Heading\n=======\n")
    assert not marks_of_a_merge(b"<<<<<<<<\n a <<<<<<< b\n")


def test_no_tracked_text_holds_marks_of_a_merge(repository):
    found = []
    for path in tracked(repository):
        if not path.is_file():
            continue
        text = path.read_bytes()
        if b"\0" not in text[:8000] and marks_of_a_merge(text):
            found.append(str(path.relative_to(repository)))
    assert not found


def test_every_script_parses(repository, browser):
    scripts = sorted((repository / "Assets").rglob("*.js"))
    assert scripts
    page = browser.new_page()
    try:
        parse = "source => { try { new Function(source); return null } catch (fault) { return String(fault) } }"
        assert page.evaluate(parse, "let a = 1\n=======\nlet b = 2"), "a script that does not parse is told"
        faults = {path.name: page.evaluate(parse, path.read_text(encoding="utf-8")) for path in scripts}
        assert not {name: fault for name, fault in faults.items() if fault}
    finally:
        page.close()
