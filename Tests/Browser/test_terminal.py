"""The command at a terminal: questions, progress, colours; and what it leaves out where nobody looks."""
import os
import pty
import re
import select
import subprocess
import time

import pytest


def at_terminal(arguments, answers="", environment=None, timeout=60):
    """Runs the command with a terminal at all three ends; gives its exit code and all that was shown."""
    pid, terminal = pty.fork()
    if pid == 0:
        variables = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "sv_SE.UTF-8", **(environment or {})}
        os.execve(os.environ["KLARPLAN"], ["klarplan", *arguments], variables)
    shown = b""
    waiting = [line + "\n" for line in answers.split("\n")] if answers else []
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if ready:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
            # An answer is given when a question stands there.
            if waiting and shown.rstrip(b"\r\n").endswith(b": "):
                os.write(terminal, waiting.pop(0).encode())
    else:
        os.kill(pid, 9)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode("utf-8", "replace")


def in_pipe(arguments, environment=None):
    variables = {"PATH": os.environ["PATH"], "LC_ALL": "sv_SE.UTF-8", **(environment or {})}
    return subprocess.run(
        [os.environ["KLARPLAN"], *arguments], stdin=subprocess.PIPE, capture_output=True, text=True, env=variables,
        timeout=300,
    )


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "planer"
    assert in_pipe(["init", str(folder)]).returncode == 0
    return folder


def checks(project):
    return in_pipe(["check", str(project)])


def test_what_is_missing_is_asked_for(project):
    code, shown = at_terminal(["new", "--project", str(project)], "mål\nplan-2026\nEtt nytt mål\n\n\n")
    assert code == 0, shown
    made = project / "Content/exempelkommunen/plan-2026/M2.md"
    assert "titel: Ett nytt mål" in made.read_text(encoding="utf-8")
    assert "M2.md" in shown and "klarplan check" in shown
    assert checks(project).returncode == 0


def test_a_wrong_answer_is_asked_for_again(project):
    code, shown = at_terminal(
        ["new", "måll", "--project", str(project)], "99\nmål\nVerksamhetsplan 2026\n\nNytt\nfel id\nM1\nM7\nKS\n"
    )
    assert code == 0, shown
    assert "menade du 'mål'" in shown and "kan inte vara ett id" in shown and "finns redan" in shown
    assert (project / "Content/exempelkommunen/plan-2026/M7.md").exists()


def test_a_meeting_is_asked_for_its_day(project):
    code, shown = at_terminal(
        ["new", "möte", "--project", str(project), "--title", "Nämnden i mars"], "\nsnart\n2026-03-17\n"
    )
    assert code == 0, shown
    text = (project / "Content/exempelkommunen/moten/namnden-i-mars.md").read_text(encoding="utf-8")
    assert "datum: 2026-03-17" in text
    assert in_pipe(["check", str(project), "--strict"]).returncode == 0


def test_a_plan_and_its_work_are_asked_for_period_owner_and_goals(project):
    code, shown = at_terminal(["new", "plan", "--project", str(project)], "Plan 2031\nvp-2031\nnästa år\n2031\nKS\n")
    assert code == 0 and "tomt går bra" in shown, shown
    text = (project / "Content/exempelkommunen/vp-2031/index.md").read_text(encoding="utf-8")
    assert "period: 2031" in text and "ansvarig: KS" in text
    code, shown = at_terminal(
        ["new", "aktivitet", "--project", str(project)], "plan-2026\nEtt steg\n\n9\nm1\n\n")
    assert code == 0 and "1. M1 – Fler hittar information" in shown, shown
    assert "mål: M1" in (project / "Content/exempelkommunen/plan-2026/A3.md").read_text(encoding="utf-8")
    # The model's year is the plan's.
    code, shown = at_terminal(["new", "indikator", "--project", str(project)], "vp-2031\nEtt mått\nI1\n")
    assert code == 0, shown
    assert "2030: 60 %" in (project / "Content/exempelkommunen/vp-2031/I1.md").read_text(encoding="utf-8")
    assert checks(project).returncode == 0


def test_the_end_of_input_makes_nothing(project):
    before = sorted(project.rglob("*"))
    code, _ = at_terminal(["new", "--project", str(project)], "\x04")
    assert code == 2
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("arguments", [[], ["mål"], ["mål", "--plan", "plan-2026"], ["mål", "M9"]])
def test_nothing_is_asked_in_a_pipe(project, arguments):
    run = in_pipe(["new", *arguments, "--project", str(project)])
    assert run.returncode == 2
    assert run.stderr.startswith("Fel: ") and not run.stdout
    assert "Så skrivs det" not in run.stderr and len(run.stderr.splitlines()) == 1


def test_flags_alone_will_do(project):
    new = ["new", "--project", str(project)]
    runs = [
        (["mål", "--id", "M9", "--plan", "plan-2026", "--title", "Nio", "--owner", "KS"], "plan-2026/M9.md"),
        (["plan", "vp-2027", "--organisation", "exempelkommunen", "--unit", "kansliet", "--period", "2027"],
         "kommunstyrelsen/kansliet/vp-2027/index.md"),
        (["uppföljning", "t2", "--plan", "plan-2026", "--period", "2026-T2"], "plan-2026/t2.md"),
    ]
    for arguments, path in runs:
        run = in_pipe([*new, *arguments])
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip() == f"{project}/Content/exempelkommunen/{path}"
    assert "ansvarig: KS" in (project / "Content/exempelkommunen/plan-2026/M9.md").read_text(encoding="utf-8")
    assert checks(project).returncode == 0
    # A wrong value leaves nothing behind; what is there is never written over.
    assert in_pipe([*new, "plan", "exempelkommunen/vp-2028", "--period", "snart"]).returncode == 2
    assert not (project / "Content/exempelkommunen/vp-2028").exists()
    assert in_pipe([*new, "plan", "exempelkommunen/vp-2027"]).returncode == 2
    assert in_pipe([*new, "mål", "M8", "--plan", "plan-2026", "--date", "2026-01-01"]).returncode == 2
    assert in_pipe([*new, "organisation", "search"]).returncode == 2
    assert not (project / "Content/search").exists()


def test_a_row_gives_its_file_the_title(project):
    run = in_pipe(["new", "uppdrag", "U1", "--plan", "plan-2026", "--project", str(project)])
    assert run.returncode == 0, run.stderr
    text = (project / "Content/exempelkommunen/plan-2026/U1.md").read_text(encoding="utf-8")
    assert "titel: Förbättra webbplatsen" in text
    assert checks(project).returncode == 0


ERROR = "\x1b[1;31mfel:\x1b[0m"


@pytest.mark.parametrize(
    "environment, coloured",
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False)],
)
def test_colours_in_a_terminal(project, environment, coloured):
    (project / "Content/om.md").write_text("---\ntyp: sida\n---\n\n[x](finns-inte.md)\n", encoding="utf-8")
    code, shown = at_terminal(["check", str(project)], environment=environment)
    assert code == 1 and "fel:" in shown
    assert (ERROR in shown) is coloured


@pytest.mark.parametrize("environment, coloured", [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False)])
def test_colours_in_a_pipe(project, environment, coloured):
    (project / "Content/om.md").write_text("---\ntyp: sida\n---\n\n[x](finns-inte.md)\n", encoding="utf-8")
    run = in_pipe(["check", str(project)], environment)
    assert (ERROR in run.stdout) is coloured
    assert "\x1b" not in in_pipe(["check", str(project), "--format", "json"], environment).stdout


@pytest.fixture
def large(project):
    """Work that lasts longer than half a second."""
    place = project / "Content/exempelkommunen/plan-2026"
    for number in range(100, 350):
        text = f"---\ntyp: mål\ntitel: Mål nummer {number}\n---\n\nText.\n"
        (place / f"G{number}.md").write_text(text, encoding="utf-8")
    return project


def test_long_work_shows_how_far_it_has_come(large):
    start = time.monotonic()
    code, shown = at_terminal(["build", str(large)], timeout=300)
    assert code == 0, shown[-500:]
    if time.monotonic() - start < 1:
        pytest.skip("this machine is too fast for a line of progress")
    assert re.search(r"\r\x1b\[K\d/5 .*\d+ ", shown)
    # The line is gone when the work is done.
    assert not re.search(r"…\s*\d+ filer i", shown)
    assert "\r\x1b[K" not in at_terminal(["build", str(large)], environment={"TERM": "dumb"}, timeout=300)[1]
    run = in_pipe(["build", str(large)])
    assert run.stderr == "" and run.stdout.count("\n") == 1


def test_formatting_lists_and_mends(project):
    page = project / "Content/om.md"
    page.write_text("---\ntitel: T\ntyp: sida\n---\n\n|a|b|\n|-|-|\n|c|d|\n", encoding="utf-8")
    broken = project / "Content/trasig.md"
    broken.write_text("---\ntyp: [\n---\n|a|\n|-|\n", encoding="utf-8")
    untouched = {path: path.read_bytes() for path in project.rglob("*.csv")} | {broken: broken.read_bytes()}
    before = page.read_bytes()
    run = in_pipe(["fmt", str(project), "--check"])
    assert run.returncode == 1 and run.stdout.splitlines() == ["Content/om.md"] and page.read_bytes() == before
    assert "trasig.md" in run.stderr
    assert in_pipe(["fmt", str(project)]).returncode == 1
    assert page.read_text(encoding="utf-8") == (
        "---\ntyp: sida\ntitel: T\n---\n\n| a   | b   |\n|-----|-----|\n| c   | d   |\n"
    )
    broken.unlink()
    untouched.pop(broken)
    assert in_pipe(["fmt", str(project), "--check"]).returncode == 0
    assert all(path.read_bytes() == bytes for path, bytes in untouched.items())
    assert in_pipe(["fmt", str(page)]).returncode == 0
    for wrong in (str(project / "Site"), str(project / "Site/site.yaml"), "/finns/inte"):
        assert in_pipe(["fmt", wrong]).returncode == 2
