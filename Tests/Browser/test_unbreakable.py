"""What becomes of a published site when builds are killed, collide, run out of room, or run elsewhere."""
import hashlib
import os
import pathlib
import pwd
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time

import pytest

KLARPLAN = os.environ["KLARPLAN"]
#: How many builds are killed; the times are spread over a whole build.
KILLS = int(os.environ.get("KLARPLAN_KILLS", "200"))

SITE = "title:\n  sv: Planer\nlanguages: [sv]\n"


def plan(number: int, goals: int) -> str:
    rows = "\n".join(f"| A{goal} | Mål {goal} i version {number} |" for goal in range(1, goals + 1))
    return (
        f"---\ntyp: plan\ntitel: Plan {number}\nperiod: 2026\n---\n\n# Plan {number}\n\nText i version {number}.\n\n"
        f"Tabell: Mål {{#mal .mål}}\n\n| Id | Mål |\n|---|---|\n{rows}\n"
    )


def write_project(folder: pathlib.Path, number: int):
    """A small project; another number changes, adds and takes away pages."""
    shutil.rmtree(folder / "Content", ignore_errors=True)
    organisation = folder / "Content" / "kommunen"
    (folder / "Site").mkdir(parents=True, exist_ok=True)
    (folder / "Site" / "site.yaml").write_text(SITE, "utf-8")
    for name in ["gemensam", f"bara-{number}"]:
        (organisation / name).mkdir(parents=True)
        (organisation / name / "index.md").write_text(plan(number, 8 + number * 3), "utf-8")
    (organisation / "index.md").write_text("---\ntyp: organisation\ntitel: Kommunen\n---\n", "utf-8")
    # Where one version has a file, the other has a folder.
    place = organisation / "bilaga"
    if number:
        place.mkdir()
        (place / "index.md").write_text("---\ntyp: sida\ntitel: Bilagan\n---\n\nText.\n", "utf-8")
    else:
        (organisation / "bilaga.md").write_text("---\ntyp: sida\ntitel: Bilagan\n---\n\nAnnat.\n", "utf-8")


def build(folder: pathlib.Path, *options, timeout=120, **settings) -> subprocess.CompletedProcess:
    command = [KLARPLAN, "build", str(folder), "--as-of", "2026-11-21", "--language", "en", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, **settings)


def built(folder: pathlib.Path, *options, **settings) -> str:
    done = build(folder, *options, **settings)
    assert done.returncode == 0, done.stderr
    return done.stdout


def state(public: pathlib.Path) -> dict[str, bytes]:
    return {str(file.relative_to(public)): file.read_bytes() for file in public.rglob("*") if file.is_file() and not file.is_symlink()}


def assert_whole(public: pathlib.Path):
    """Every file is on the list of checksums, with its sum."""
    listed = {}
    for line in (public / "checksums.txt").read_text("utf-8").splitlines():
        sum_, _, path = line.partition("  ")
        listed[path] = sum_
    files = state(public)
    files.pop("checksums.txt")
    assert listed == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """What the two versions of the project are when built from nothing."""
    expected = []
    for number in range(2):
        folder = tmp_path_factory.mktemp(f"clean-{number}")
        write_project(folder, number)
        built(folder)
        expected.append(state(folder / "public"))
    assert expected[0] != expected[1]
    return expected


@pytest.fixture
def versions(tmp_path, expected):
    """A place for a project, and what its two versions are when built from nothing."""
    return tmp_path / "project", expected


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(versions):
    folder, expected = versions
    write_project(folder, 0)
    built(folder)
    start = time.monotonic()
    write_project(folder, 1)
    built(folder)
    whole = time.monotonic() - start
    public = folder / "public"
    chance = random.Random(7)
    seen = set()
    for kill in range(KILLS):
        number = kill % 2
        write_project(folder, number)
        process = subprocess.Popen(
            [KLARPLAN, "build", str(folder), "--as-of", "2026-11-21"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.random() * whole * 1.2)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = state(public)
        assert found in expected, f"kill {kill}: neither the old site nor the new one"
        seen.add(process.returncode)
    # Some were killed and some were done: the moments were spread over the whole of a build.
    assert seen == {0, -signal.SIGKILL}
    write_project(folder, 0)
    built(folder)
    assert state(public) == expected[0]


def test_two_builds_at_once_do_not_mix(versions):
    folder, expected = versions
    write_project(folder, 0)
    built(folder)
    write_project(folder, 1)
    command = [KLARPLAN, "build", str(folder), "--as-of", "2026-11-21", "--language", "en"]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    told = [(process.communicate()[1], process.returncode) for process in processes]
    assert {code for _, code in told} <= {0, 3}
    assert any(code == 0 for _, code in told)
    for words, code in told:
        if code == 3:
            assert "another build" in words.lower()
    assert state(folder / "public") == expected[1]


def test_no_room_leaves_the_old_site(versions):
    folder, expected = versions
    write_project(folder, 0)
    built(folder)
    write_project(folder, 1)

    def little_room():
        # What is larger than this can't be written: the system answers as a full disk does, with an error.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))

    done = build(folder, preexec_fn=little_room)
    assert done.returncode == 3
    assert "can't write" in done.stderr.lower() or "cannot write" in done.stderr.lower(), done.stderr
    assert state(folder / "public") == expected[0]
    built(folder)
    assert state(folder / "public") == expected[1]


class Disk:
    """A small disk of its own, in memory, that only processes begun through it see; room() says what is left of it."""

    PLACE = "/mnt"

    def __init__(self, size: int):
        # Root makes a place for mounts of its own; others need to be root in a place of their own for that.
        apart = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
        mount = f"mount -t tmpfs -o size={size} klarplan {self.PLACE} && echo mounted && exec sleep 600"
        self.keeper = subprocess.Popen([*apart, "sh", "-c", mount], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if self.keeper.stdout.readline() != "mounted\n":
            why = self.keeper.communicate()[1].strip()
            pytest.skip(f"no small disk can be mounted here: {why}")
        user = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        self.enter = ["nsenter", "--target", str(self.keeper.pid), *user, "--mount"]
        self.root = pathlib.Path(f"/proc/{self.keeper.pid}/root{self.PLACE}")

    def room(self) -> int:
        left = os.statvfs(self.root)
        return left.f_bavail * left.f_frsize

    def build(self, *options: str) -> subprocess.CompletedProcess:
        place = f"{self.PLACE}/project"
        command = [*self.enter, KLARPLAN, "build", place, "--as-of", "2026-11-21", "--language", "en", *options]
        return subprocess.run(command, capture_output=True, text=True, timeout=300)

    def close(self):
        self.keeper.kill()
        self.keeper.wait()


@pytest.fixture
def disk():
    if not all(map(shutil.which, ["unshare", "nsenter", "mount"])):
        pytest.skip("no small disk can be mounted here: unshare, nsenter and mount are needed")
    disk = Disk(48 << 20)
    yield disk
    disk.close()


@pytest.mark.parametrize("left", [0, 40_000, 1_000_000])
def test_a_disk_that_is_full_leaves_the_old_site_until_there_is_room(disk, tmp_path, left):
    small, large = disk.root / "project", tmp_path / "large"
    write_project(small, 0)
    write_project(large, 1)
    page = large / "Content" / "kommunen" / "bara-1" / "index.md"
    page.write_text(plan(1, 200), "utf-8")
    done = disk.build()
    assert done.returncode == 0, done.stderr
    public = small / "public"
    old = state(public)
    shutil.rmtree(small / "Content")
    shutil.copytree(large / "Content", small / "Content")
    ballast = disk.root / "ballast"
    with ballast.open("wb") as file:
        while (rest := disk.room() - left) > 0:
            file.write(bytes(min(rest, 1 << 20)))
            file.flush()
    for _ in range(2):
        done = disk.build()
        assert done.returncode == 3, done.stderr
        assert f"the disk is full: {disk.PLACE} has no room" in done.stderr, done.stderr
        assert "make room there" in done.stderr
        assert state(public) == old
        assert_whole(public)
        # What was begun is no more than the next build goes on with.
        assert {entry.name.split("-")[0] for entry in (small / ".klarplan").iterdir()} <= {"lock", "record", "spare"}
    ballast.unlink()
    done = disk.build()
    assert done.returncode == 0, done.stderr
    built(large)
    assert state(public) == state(large / "public")


def records(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """The record of a build, and what belongs to it: the site's parts, the content, what the search index was made from."""
    files = sorted((folder / ".klarplan").glob("record-*"))
    found = {"-".join(file.name.split("-")[2:]) or "record": file for file in files}
    assert set(found) == set(RECORDS), "a build leaves a record of four files"
    return found


RECORDS = ["record", "parts", "content", "search-sv"]


@pytest.mark.parametrize("part", RECORDS)
@pytest.mark.parametrize("harm", ["cut", "flip", "foreign", "older", "empty", "folder", "text"])
def test_a_record_that_is_not_whole_and_ours_is_not_trusted(versions, harm, part):
    folder, expected = versions
    write_project(folder, 0)
    built(folder)
    time.sleep(0.1)
    built(folder)
    record = records(folder)[part]
    content = bytearray(record.read_bytes())
    match harm:
        case "cut": record.write_bytes(content[: len(content) // 2])
        case "flip":
            content[len(content) // 3] ^= 0x40
            record.write_bytes(content)
        case "foreign": record.write_bytes(b"klarplan record 9\n" + content[18:])
        case "older":
            # The record of another content in the same place.
            other = folder.parent / "other"
            write_project(other, 1)
            built(other)
            time.sleep(0.1)
            built(other)
            shutil.copy(records(other)[part], record)
        case "empty": record.write_bytes(b"")
        case "folder":
            record.unlink()
            record.mkdir()
        case "text": record.write_text("ingenting")
    # Words alone, where the parts are gone by; then all.
    text = folder / "Content" / "kommunen" / "gemensam" / "index.md"
    text.write_text(text.read_text("utf-8").replace("Text i version 0.", "Andra ord."), "utf-8")
    built(folder)
    clean = folder.parent / "words"
    shutil.copytree(folder / "Content", clean / "Content")
    shutil.copytree(folder / "Site", clean / "Site")
    built(clean)
    assert state(folder / "public") == state(clean / "public")
    write_project(folder, 1)
    built(folder)
    assert state(folder / "public") == expected[1]


def test_what_is_missing_in_the_output_comes_back(versions):
    folder, expected = versions
    write_project(folder, 0)
    built(folder)
    time.sleep(0.1)
    built(folder)
    for harm in ["unlink", "edit"]:
        page = folder / "public" / "kommunen" / "index.html"
        page.unlink() if harm == "unlink" else page.write_text("<p>Någon annans</p>", "utf-8")
        built(folder)
        assert state(folder / "public") == expected[0]


def test_a_build_of_the_same_touches_nothing(versions):
    folder, _ = versions
    write_project(folder, 0)
    built(folder)
    time.sleep(0.1)
    built(folder)

    def times():
        paths = [folder / "public", *(folder / "public").rglob("*")]
        return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths}

    before = times()
    said = built(folder)
    assert times() == before
    assert "files in" in said
    built(folder, "--full")
    assert times() != before


def test_place_time_zone_language_user_cores_and_order_change_no_byte(versions, tmp_path):
    _, expected = versions
    elsewhere = tmp_path / "en annan plats" / "å b"
    write_project(elsewhere, 1)
    # The files once more, in another order, with other times.
    for file in sorted((elsewhere / "Content").rglob("*.md"), reverse=True):
        text = file.read_bytes()
        file.unlink()
        file.write_bytes(text)
        os.utime(file, (1_000_000_000, 1_000_000_000))
    home = tmp_path / "hem"
    home.mkdir()
    surroundings = {
        "PATH": os.environ["PATH"], "HOME": str(home), "USER": "någon", "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8",
    }
    if libraries := os.environ.get("LD_LIBRARY_PATH"):
        surroundings["LD_LIBRARY_PATH"] = libraries
    one_core = None
    if hasattr(os, "sched_setaffinity"):
        def one_core():
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    built(elsewhere, env=surroundings, cwd=tmp_path, preexec_fn=one_core)
    assert state(elsewhere / "public") == expected[1]


@pytest.fixture
def open_place():
    """A folder that every user may go into, unlike those of tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        yield folder


def other_user(folder: pathlib.Path) -> dict:
    """Settings for a process of another user, to whom a folder is given; for those who may only be themselves none."""
    if os.geteuid() != 0:
        pytest.skip("only root can be another user")
    nobody = pwd.getpwnam("nobody")
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def program_for_all(place: pathlib.Path) -> str:
    """The program with its theme, where every user may run it."""
    program = pathlib.Path(KLARPLAN)
    (place / "bin").mkdir()
    shutil.copy(program, place / "bin" / "klarplan")
    for theme in program.parent.glob("*_DefaultTheme.*"):
        shutil.copytree(theme, place / "bin" / theme.name)
    return str(place / "bin" / "klarplan")


def test_another_user_builds_the_same_bytes(versions, open_place):
    _, expected = versions
    folder = open_place / "project"
    write_project(folder, 1)
    program = program_for_all(open_place)
    done = subprocess.run(
        [program, "build", str(folder), "--as-of", "2026-11-21"],
        capture_output=True, text=True, timeout=120, umask=0o077, **other_user(folder),
    )
    assert done.returncode == 0, done.stderr
    assert state(folder / "public") == expected[1]
    assert {path.stat().st_uid for path in (folder / "public").rglob("*")} == {pwd.getpwnam("nobody").pw_uid}


@pytest.mark.parametrize("path", [
    "Content/kommunen/index.md", "Content/kommunen/bara-1", "Content/kommunen/bild.png", "Site/site.yaml",
    "Site/Templates/page.mustache", "Assets/eget.css",
])
def test_what_may_not_be_read_ends_the_build_and_leaves_the_old_site(versions, open_place, path):
    _, expected = versions
    folder = open_place / "project"
    write_project(folder, 0)
    built(folder)
    write_project(folder, 1)
    closed = folder / path
    if not closed.exists():
        closed.parent.mkdir(parents=True, exist_ok=True)
        closed.write_text("{{> heading}}", "utf-8")
    program = program_for_all(open_place)
    settings = other_user(folder)
    closed.chmod(0)
    done = subprocess.run(
        [program, "build", str(folder), "--as-of", "2026-11-21", "--language", "en"],
        capture_output=True, text=True, timeout=120, **settings,
    )
    assert done.returncode == 3, done.stderr
    assert path in done.stderr and "permission denied" in done.stderr.lower()
    assert state(folder / "public") == expected[0]


def test_the_day_comes_from_the_call_the_surroundings_or_the_content(tmp_path, monkeypatch):
    folder = tmp_path / "project"
    write_project(folder, 0)
    page = folder / "Content" / "kommunen" / "nyhet.md"
    page.write_text("---\ntyp: sida\ntitel: Nyheten\npubliceras: 2027-02-01\n---\n\nDet nya.\n", "utf-8")
    shown = folder / "public" / "kommunen" / "nyhet" / "index.html"

    def build_on(epoch: str | None, *options: str) -> subprocess.CompletedProcess:
        surroundings = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        if epoch is not None:
            surroundings["SOURCE_DATE_EPOCH"] = epoch
        command = [KLARPLAN, "build", str(folder), "--language", "en", *options]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, env=surroundings)

    # 2027-02-01 begins in UTC with this second, wherever the machine thinks it is.
    first = 1801440000
    for zone in ["Pacific/Kiritimati", "Pacific/Midway"]:
        monkeypatch.setenv("TZ", zone)
        for epoch, is_shown in [(first - 1, False), (first, True)]:
            assert build_on(str(epoch)).returncode == 0
            assert shown.exists() == is_shown, f"{zone} {epoch}"
    monkeypatch.delenv("TZ")
    # What the call says comes first.
    assert build_on(str(first), "--as-of", "2026-11-21").returncode == 0
    assert not shown.exists()
    # Neither: the newest day that the content states; never the clock's.
    assert build_on(None).returncode == 0
    assert not shown.exists()
    assert build_on(str(first)).returncode == 0
    by_epoch = state(folder / "public")
    assert build_on(None, "--as-of", "2027-02-01").returncode == 0
    by_call = state(folder / "public")
    assert by_epoch == by_call
    for wrong in ["igår", "-1", "1e9", "99999999999999999999"]:
        done = build_on(wrong)
        assert done.returncode == 2
        assert "SOURCE_DATE_EPOCH" in done.stderr


@pytest.fixture
def quick_place(tmp_path):
    """A folder in memory where there is one: disks take minutes for so many files."""
    memory = pathlib.Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield pathlib.Path(name)


def test_a_folder_of_a_hundred_thousand_files_is_built_and_too_many_are_told(quick_place):
    folder = quick_place / "project"
    write_project(folder, 0)
    crowd = folder / "Content" / "kommunen" / "underlag"
    crowd.mkdir()
    for number in range(100_000):
        (crowd / f"{number}.txt").touch()

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (300, 300))

    done = build(folder, timeout=600, preexec_fn=limited)
    assert done.returncode == 0, done.stderr
    for number in range(100_000, 200_001):
        (crowd / f"{number}.txt").touch()
    done = subprocess.run(
        [KLARPLAN, "check", str(folder), "--language", "en"],
        capture_output=True, text=True, timeout=600, preexec_fn=limited,
    )
    assert done.returncode == 1
    assert done.stdout.count("limit-exceeded") == 1, done.stdout[:2000]


def test_a_table_of_a_hundred_thousand_rows_is_built(tmp_path):
    folder = tmp_path / "project"
    write_project(folder, 0)
    place = folder / "Content" / "kommunen" / "stor"
    place.mkdir()
    (place / "rader.csv").write_text("Post;2026\n" + "".join(f"Rad {row};{row}\n" for row in range(100_000)), "utf-8")
    (place / "index.md").write_text(
        "---\ntyp: plan\ntitel: Den stora\nperiod: 2026\nenhet: tkr\n---\n\nTabell: Rader {#rader .budget src=rader.csv}\n",
        "utf-8",
    )

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (600, 600))

    done = subprocess.run(
        [KLARPLAN, "build", str(folder), "--as-of", "2026-11-21"],
        capture_output=True, text=True, timeout=600, preexec_fn=limited,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Rad 99999" in (folder / "public" / "kommunen" / "stor" / "rader" / "index.html").read_text("utf-8")


def test_files_that_nobody_made_are_kept_and_named(versions):
    folder, expected = versions
    write_project(folder, 0)
    built(folder)
    (folder / "public" / "CNAME").write_text("plan.example.se", "utf-8")
    (folder / "public" / "kommunen" / "eget").mkdir()
    (folder / "public" / "genväg.txt").symlink_to("CNAME")
    (folder / "public" / "filer").symlink_to("kommunen/eget")
    (folder / "public" / "kommunen" / "eget" / "bild.txt").write_text("egen", "utf-8")
    for number in [1, 0, 0, 1]:
        write_project(folder, number)
        done = build(folder)
        assert done.returncode == 0
        for name in ["CNAME", "kommunen/eget/bild.txt", "genväg.txt", "filer"]:
            assert name in done.stderr
        for name in ["CNAME", "kommunen/eget/bild.txt"]:
            assert (folder / "public" / name).is_file()
        assert os.readlink(folder / "public" / "genväg.txt") == "CNAME"
        assert os.readlink(folder / "public" / "filer") == "kommunen/eget"
    # A pipe can't be kept: then nothing is done at all.
    os.mkfifo(folder / "public" / "rör")
    write_project(folder, 0)
    assert build(folder).returncode == 2
    (folder / "public" / "rör").unlink()
    found = state(folder / "public")
    assert {path: found[path] for path in expected[1] if path != "checksums.txt"} == {
        path: content for path, content in expected[1].items() if path != "checksums.txt"
    }


@pytest.mark.parametrize("content", [{"dagbok.txt": "min"}, {"index.html": "<p>Någon annans webbplats</p>"}])
def test_a_folder_that_is_not_ours_is_refused(versions, content):
    folder, _ = versions
    write_project(folder, 0)
    public = folder / "public"
    public.mkdir()
    for name, text in content.items():
        (public / name).write_text(text, "utf-8")
    before = state(public)
    assert build(folder).returncode == 2
    assert state(public) == before


def test_a_page_that_waits_for_its_day_is_hidden_until_then(tmp_path):
    folder = tmp_path / "project"
    write_project(folder, 0)
    page = folder / "Content" / "kommunen" / "nyhet.md"
    page.write_text("---\ntyp: sida\ntitel: Nyheten\npubliceras: 2027-02-01\n---\n\nDet nya.\n", "utf-8")
    command = [KLARPLAN, "build", str(folder), "--language", "en"]
    shown = folder / "public" / "kommunen" / "nyhet" / "index.html"
    for day, is_shown in [("2026-11-21", False), ("2027-01-31", False), ("2027-02-01", True), ("2026-11-21", False)]:
        done = subprocess.run([*command, "--as-of", day], capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        assert shown.exists() == is_shown
        assert ("2027-02-01" in done.stdout) == (not is_shown)
        # Said again where nothing had to be done.
        done = subprocess.run([*command, "--as-of", day], capture_output=True, text=True, timeout=120)
        assert ("2027-02-01" in done.stdout) == (not is_shown)
    done = subprocess.run([*command, "--as-of", "2026-11-21", "--drafts"], capture_output=True, text=True, timeout=120)
    assert shown.exists()
    assert_whole(folder / "public")
