"""What is installed beside the program, and what docs/publishing.md has people copy."""
import os
import re
import shutil
import subprocess

import pytest
import yaml

BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.S | re.M)


def blocks(repository, page="publishing.md"):
    text = (repository / "docs" / page).read_text(encoding="utf-8")
    return {name: body for _, name, body in BLOCK.findall(text)}


def test_both_languages_show_the_same_files(repository):
    swedish = blocks(repository, "publicera.md")
    # But for the language of the messages.
    assert {name: body.replace(" --language sv", "") for name, body in swedish.items()} == blocks(repository)
    for name in (".github/workflows/planer.yml", ".gitlab-ci.yml"):
        assert len(re.findall(r"klarplan (?:check|build) .*--language sv", swedish[name])) == 2
    assert set(swedish) == {".github/workflows/planer.yml", ".gitlab-ci.yml", "publicera.sh", "planer.conf"}


def test_workflows_are_whole(repository):
    workflow = yaml.safe_load(blocks(repository)[".github/workflows/planer.yml"])
    assert set(workflow["jobs"]) == {"build", "publish"}
    for job in workflow["jobs"].values():
        assert job["runs-on"] and all("uses" in step or "run" in step for step in job["steps"])
    pipeline = yaml.safe_load(blocks(repository)[".gitlab-ci.yml"])
    assert pipeline["pages"]["artifacts"]["paths"] == ["public"]
    assert all(isinstance(line, str) for job in ("check", "pages") for line in pipeline[job]["script"])
    assert all(isinstance(line, str) for line in pipeline["default"]["before_script"])


def test_calls_are_those_of_the_command(repository):
    """Every option that is shown is one that the command has."""
    for page in ("publishing.md", "publicera.md", "handbok.md"):
        text = (repository / "docs" / page).read_text(encoding="utf-8")
        for command, rest in re.findall(r"klarplan (build|check|fmt|schema|new|init|search)\b([^\n`]*)", text):
            shown = subprocess.run([os.environ["KLARPLAN"], command, "--help"], capture_output=True, text=True).stdout
            for option in re.findall(r"(?<!\S)--[a-z][a-z-]*", rest):
                assert option in shown, f"{page}: {command} {option}"


def test_shell_script_is_shell(repository):
    script = blocks(repository)["publicera.sh"]
    assert subprocess.run(["bash", "-n"], input=script, text=True).returncode == 0


def test_publishing_changes_sites_in_one_step(repository, site, tmp_path):
    """The script with stand-ins for ssh and rsync that work on this machine."""
    tools = tmp_path / "tools"
    tools.mkdir()
    root = tmp_path / "srv"
    (root / "releases").mkdir(parents=True)
    script = blocks(repository)["publicera.sh"].replace("/srv/planer", str(root))
    stand_ins = {
        "klarplan": "true",
        "ssh": 'shift; exec "$@"',
        "rsync": 'for last; do :; done; target="${last#*:}"; mkdir -p "$target"; cp -R public/. "$target"',
        "date": 'cat "$STAMP"',
    }
    for name, body in stand_ins.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)
    work = tmp_path / "work"
    shutil.copytree(site, work / "public")
    stamp = tmp_path / "stamp"
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "STAMP": str(stamp)}

    def publish(name):
        stamp.write_text(name)
        return subprocess.run(["bash", "-c", script], cwd=work, env=environment, capture_output=True, text=True)

    for number in range(1, 8):
        run = publish(f"2026010{number}T000000Z")
        assert run.returncode == 0, run.stderr
    assert os.readlink(root / "current") == "releases/20260107T000000Z"
    assert len(list((root / "releases").iterdir())) == 5
    # A file that did not arrive whole stops it before the change.
    (work / "public/index.html").write_text("half")
    assert publish("20260108T000000Z").returncode != 0
    assert os.readlink(root / "current") == "releases/20260107T000000Z"


def test_server_sends_the_headers_that_the_site_asks_for(repository, site):
    config = blocks(repository)["planer.conf"]
    values = dict(re.findall(r'set (\$\w+) "([^"]*)"', config))
    sent = {}
    for name, value in re.findall(r'add_header ([\w-]+) ("[^"]*"|\S+?)(?: always)?;', config):
        sent[name] = values.get(value, value.strip('"'))
    asked = (site / "_headers").read_text(encoding="utf-8").split("\n\n")[0]
    for line in asked.splitlines()[1:]:
        name, value = line.strip().split(": ", 1)
        assert sent.get(name) == value, name


def test_what_is_said_of_security_is_what_the_site_does(repository, site):
    words = (repository / "docs" / "security.md").read_text(encoding="utf-8")
    asked = (site / "_headers").read_text(encoding="utf-8").split("\n\n")[0].splitlines()[1:]
    assert len(asked) >= 6
    for line in asked:
        assert f"`{line.split(':')[0].strip()}" in words, f"docs/security.md says nothing of {line}"
    if shutil.which("sha256sum") is None:
        return
    # The command is run as it is printed, where the site lies.
    commands = [block.split("```")[0] for block in words.split("```sh\n")[1:]]
    check = next(block for block in commands if "sha256sum --check" in block).replace("cd /srv/planer/current", "true")
    done = subprocess.run(["bash", "-euc", check], cwd=site, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not done.stdout, done.stdout + done.stderr


def test_server_takes_the_configuration(repository, tmp_path):
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-days", "1", "-keyout",
         tmp_path / "key.pem", "-out", tmp_path / "cert.pem"], check=True, capture_output=True,
    )
    server = blocks(repository)["planer.conf"]
    server = server.replace("/etc/letsencrypt/live/planer.exempel.se/fullchain.pem", str(tmp_path / "cert.pem"))
    server = server.replace("/etc/letsencrypt/live/planer.exempel.se/privkey.pem", str(tmp_path / "key.pem"))
    server = server.replace("include mime.types;", "include /etc/nginx/mime.types;")
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid;\nerror_log {tmp_path}/log;\nevents {{}}\nhttp {{\naccess_log off;\n{server}}}\n"
    )
    run = subprocess.run([nginx, "-t", "-c", tmp_path / "nginx.conf", "-p", tmp_path], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "warn" not in run.stderr


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documents")
    subprocess.run([os.environ["KLARPLAN"], "documents", str(folder)], check=True)
    return folder


def commands():
    shown = subprocess.run([os.environ["KLARPLAN"], "--help"], capture_output=True, text=True).stdout
    return re.findall(r"^  (\w+) {2,}", shown.split("SUBCOMMANDS:")[1], re.M)


@pytest.mark.parametrize("place", ["man/man1", "man/sv/man1"])
def test_manual_has_every_command_and_no_fault(documents, place):
    manual = documents / place / "klarplan.1"
    text = manual.read_text(encoding="ascii")
    for command in commands():
        assert f"\n.SS klarplan {command}\n" in text
    assert "documents" not in text.split(".SH COMMANDS")[-1].split(".SH")[0]
    checked = False
    if shutil.which("mandoc"):
        lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", manual], capture_output=True, text=True)
        assert lint.returncode == 0, lint.stdout
        checked = True
    if shutil.which("groff"):
        run = subprocess.run(["groff", "-man", "-ww", "-z", "-Tutf8", manual], capture_output=True, text=True)
        assert run.stderr == ""
        checked = True
    if not checked:
        pytest.skip("neither mandoc nor groff is installed")


@pytest.mark.parametrize(
    "path, shell",
    [
        ("bash-completion/completions/klarplan", "bash"),
        ("zsh/site-functions/_klarplan", "zsh"),
        ("fish/vendor_completions.d/klarplan.fish", "fish"),
    ],
)
def test_completions_know_every_command(documents, path, shell):
    text = (documents / path).read_text(encoding="utf-8")
    for command in commands():
        assert command in text
    if shutil.which(shell):
        assert subprocess.run([shell, "-n", documents / path]).returncode == 0
