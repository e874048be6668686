"""Damage, other versions, killed builds, folders that cannot be written: the index heals, and says what happened."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.workspace.small_project import MakeProject, refresh, rows, write

from factcheck.config import Config
from factcheck.errors import StoreError
from factcheck.store.schema import PAGE_SIZE
from factcheck.workspace import Order, open_library

BUILD = """
import sys
from pathlib import Path
from factcheck import config
from factcheck.workspace import Order, refresh
refresh(config.load(Path(sys.argv[1])), Order(jobs=int(sys.argv[2]), rebuild=True))
"""
# A build whose readers say that they are at work, and never come to an end.
STUCK = (
    # The reader is replaced in this process: its workers are its copies, whatever way of starting them is the default.
    "import multiprocessing, time; from factcheck import readers\n"
    "multiprocessing.set_start_method('fork')\n"
    "readers.read_data = lambda _, __, path, **___: print(path) or time.sleep(60)" + BUILD
)
# Enough to be caught at work.
SOME = {f"news/{n}.txt": f"It has {n} cranes and opened in {1900 + n}.\n\n" * 8 for n in range(30)}


def said(project: Config) -> list[str]:
    remarks: list[str] = []
    open_library(project, Order(remarks.append)).close()
    return remarks


def start_build(project: Config, jobs: int = 1) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BUILD, str(project.path), str(jobs)], start_new_session=True)


@pytest.mark.parametrize("name", ["what? #1", "100%", "%3f", "größe 大"])
def test_any_folder_can_be_a_project(make_project: MakeProject, name: str) -> None:
    project = make_project(name=name)
    assert said(project) == said(project) == []


def test_a_sound_index_needs_no_word(project: Config) -> None:
    assert said(project) == []
    assert said(project) == []


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"not a database" * 100,
        b"SQLite format 3\x00" + b"\x00" * 84,
    ],
)
def test_a_damaged_index_is_built_anew(project: Config, damage: bytes) -> None:
    index, _ = refresh(project, Order())
    before = rows(index)
    index.write_bytes(damage)
    assert said(project) == ["the index is damaged; building it anew"]
    assert rows(index) == before


def test_an_index_cut_short_is_built_anew(project: Config) -> None:
    index, _ = refresh(project, Order())
    before = rows(index)
    os.truncate(index, index.stat().st_size // 2 // 4096 * 4096)
    assert said(project) == ["the index is damaged; building it anew"]
    assert rows(index) == before


def damage_passages(index: Path) -> None:
    with closing(sqlite3.connect(index)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passages'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with index.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_an_examined_index_is_built_anew_for_damage_anywhere(project: Config) -> None:
    index, _ = refresh(project, Order())
    before, remarks = rows(index), list[str]()
    damage_passages(index)
    refresh(project, Order(remarks.append, examine=True))
    assert remarks == ["the index is damaged; building it anew"]
    assert rows(index) == before
    refresh(project, Order(remarks.append, examine=True))
    assert len(remarks) == 1


def test_damage_that_shows_only_in_use_is_one_clear_line(project: Config) -> None:
    index, _ = refresh(project, Order())
    damage_passages(index)
    with (
        open_library(project) as library,
        pytest.raises(StoreError, match=r"`factcheck index` builds it"),
    ):
        list(library.all_claims())
    # A refresh that comes upon the damage builds anew by itself.
    write(project.root / "news/harbour.txt", "It has 44 cranes.\n")
    assert said(project) == ["the index is damaged; building it anew"]


@pytest.mark.parametrize("page_size", [4096, PAGE_SIZE])
def test_an_index_of_another_version_is_built_anew(project: Config, page_size: int) -> None:
    index, _ = refresh(project, Order())
    with closing(sqlite3.connect(index)) as db:
        db.execute("UPDATE meta SET value = '0.0.1' WHERE key = 'version'")
        db.commit()
        db.execute(f"PRAGMA page_size = {page_size}")
        db.execute("VACUUM")
    assert said(project) == ["the index was made by another version of factcheck; building it anew"]
    assert said(project) == []


def test_a_killed_build_leaves_the_old_index_and_is_swept_up(make_project: MakeProject) -> None:
    project = make_project(SOME)
    index, _ = refresh(project, Order())
    before = rows(index)
    build = start_build(project)
    while not list(index.parent.glob("*.building")):
        assert build.poll() is None, "the build was over before it could be killed"
        time.sleep(0.001)
    os.killpg(build.pid, signal.SIGKILL)
    assert build.wait() == -signal.SIGKILL
    assert len(list(index.parent.glob("*.building"))) == 1
    assert rows(index) == before
    refresh(project, Order(rebuild=True))
    assert list(index.parent.glob("*.building")) == []
    assert rows(index) == before


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_build_takes_its_helpers_and_its_lock_with_it(make_project: MakeProject, end: signal.Signals) -> None:
    project = make_project(SOME)
    build = subprocess.Popen(
        [sys.executable, "-u", "-c", STUCK, str(project.path), "2"], stdout=subprocess.PIPE, start_new_session=True
    )
    assert build.stdout
    build.stdout.readline()
    build.send_signal(end)
    # The pipe ends with the last process that holds it.
    build.communicate(timeout=10)
    assert said(project) == []


def test_builders_wait_for_each_other_and_readers_for_none(make_project: MakeProject) -> None:
    project = make_project(SOME)
    builds = [start_build(project, jobs) for jobs in (1, 2)]
    counts = set()
    while any(build.poll() is None for build in builds):
        if (project.root / ".factcheck/index.sqlite").exists():
            with open_library(project) as library:
                counts.add(len(list(library.all_claims())))
        time.sleep(0.02)  # who looks without end takes the time that those who build need
    assert [build.wait() for build in builds] == [0, 0]
    with open_library(project) as library:
        assert counts <= {len(list(library.all_claims()))}


def test_a_reader_keeps_the_index_it_opened(project: Config) -> None:
    with open_library(project) as library:
        count = library.passage_count()
        shutil.rmtree(project.root / "news/old")
        refresh(project, Order())
        assert len(library.passages(p for c in library.all_claims() for p in [c.passage])) <= count
    with open_library(project) as library:
        assert library.passage_count() < count


@pytest.mark.parametrize("obstacle", ["a file", "a closed folder"])
def test_a_folder_that_cannot_be_written(
    project: Config, obstacle: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere, so the second obstacle is a lock that cannot be opened.
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    if obstacle == "a file":
        (project.root / ".factcheck").touch()
    else:
        (project.root / ".factcheck" / "lock").mkdir(parents=True)
    first, second = said(project), said(project)
    assert len(first) == 1
    assert "cannot be written" in first[0]
    assert first == second
    (kept,) = tmp_path.glob("factcheck-*/index.sqlite")
    assert str(kept.parent) in first[0]
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_temporary_folder_of_someone_else_is_not_trusted(
    project: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    (project.root / ".factcheck").touch()
    said(project)
    (folder,) = (path.parent for path in tmp_path.glob("factcheck-*/index.sqlite"))
    folder.chmod(0o777)
    assert str(folder) not in said(project)[0]


def test_a_full_disk_is_one_clear_line_and_the_old_index_stays(project: Config) -> None:
    index, _ = refresh(project, Order())
    before = index.read_bytes()
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n{BUILD}"
    done = subprocess.run([sys.executable, "-c", limited, str(project.path), "1"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "StoreError: the index cannot be written to " in done.stderr
    assert done.stderr.rstrip().endswith("; it is left as it was")
    assert index.read_bytes() == before
    assert list(index.parent.glob("*.building")) == []
