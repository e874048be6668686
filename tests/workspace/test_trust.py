"""What an index says is believed only if we built it, of these files, and nobody else has changed it since."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.workspace.small_project import refresh, rows, write

from factcheck import workspace
from factcheck.config import Config
from factcheck.disk import lock
from factcheck.errors import StoreError
from factcheck.workspace import Order, open_library, place
from factcheck.workspace.files import find, walk

OUTSIDE = "The safe holds 424242 coins.\n"


def said(project: Config, **how: bool) -> list[str]:
    remarks: list[str] = []
    refresh(project, Order(remarks.append, **how))  # type: ignore[arg-type] # flags alone
    return remarks


def falsify(index: Path) -> None:
    with closing(sqlite3.connect(index)) as db:
        db.execute("""UPDATE passages SET claims = replace(claims, '"43"', '"44"')""")
        db.commit()


def test_index_and_folder_are_closed_to_others(project: Config) -> None:
    (project.root / ".factcheck").mkdir(mode=0o755)
    index, _ = refresh(project, Order())
    assert [stat.S_IMODE(path.stat().st_mode) for path in (index.parent, index)] == [0o700, 0o600]
    write(project.root / "news/new.txt", "It has 5 cranes.\n")
    refresh(project, Order())
    assert stat.S_IMODE(index.stat().st_mode) == 0o600


def test_an_index_that_was_changed_from_outside_is_built_anew_on_request(project: Config) -> None:
    index, _ = refresh(project, Order())
    before = rows(index)
    falsify(index)
    assert said(project, examine=True) == ["the index is damaged; building it anew"]
    assert rows(index) == before
    assert said(project, examine=True) == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM terms WHERE stem = 'crane'",
        "INSERT INTO terms SELECT 'gantry', passages, postings FROM terms WHERE stem = 'crane'",
        "UPDATE terms SET postings = (SELECT postings FROM terms WHERE stem = 'mill') WHERE stem = 'crane'",
        "UPDATE terms SET passages = 7 WHERE stem = 'crane'",
        "DELETE FROM notations WHERE value = 'number 43'",
        "UPDATE notations SET value = 'number 44' WHERE value = 'number 43'",
        "DELETE FROM identifiers WHERE beginning = (SELECT substr(id, 1, 4) FROM claims WHERE text = '43')",
    ],
)
def test_what_a_search_finds_is_examined_too(change: str, project: Config) -> None:
    index, _ = refresh(project, Order())
    before = rows(index)
    with closing(sqlite3.connect(index)) as db:
        db.execute(change)
        assert db.total_changes == 1
        db.commit()
    assert said(project, examine=True) == ["the index is damaged; building it anew"]
    assert rows(index) == before


def test_rows_that_were_changed_from_outside_are_not_vouched_for(project: Config) -> None:
    index, _ = refresh(project, Order())
    falsify(index)
    with open_library(project) as library:
        library.vouch(["news/railway.txt", "news/none.txt"])
        with pytest.raises(StoreError, match=r"of news/harbour\.txt was changed from outside; `factcheck index`"):
            library.vouch(["news/railway.txt", "news/harbour.txt"])


def test_an_index_that_git_brought_along_is_not_believed(project: Config) -> None:
    index, _ = refresh(project, Order())
    before = rows(index)
    subprocess.run(["git", "init", "-q"], cwd=project.root, check=True)
    subprocess.run(["git", "add", "-f", "."], cwd=project.root, check=True)
    falsify(index)
    write(project.root / "news/new.txt", "It has 5 cranes.\n")
    assert ["came with git" in remark for remark in said(project)] == [True]
    (project.root / "news/new.txt").unlink()
    refresh(project, Order())
    assert rows(index) == before


def test_an_index_of_another_user_is_not_believed(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    index, _ = refresh(project, Order())
    falsify(index)
    # Only root can give a file away: here it is the index alone that is asked about by somebody else.
    owner, lstat = os.getuid(), Path.lstat

    def theirs(path: Path) -> os.stat_result:
        status = list(lstat(path))
        status[4] = owner + (path == index and path.read_bytes() == falsified)
        return os.stat_result(status)

    falsified = index.read_bytes()
    monkeypatch.setattr(Path, "lstat", theirs)
    assert said(project) == ["the index is another user's; building it anew"]
    assert index.read_bytes() != falsified


@pytest.mark.parametrize("what", ["index.sqlite", "lock", ".gitignore"])
def test_nothing_is_written_through_a_link_in_the_folder(what: str, project: Config, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (project.root / ".factcheck").mkdir()
    (project.root / ".factcheck" / what).symlink_to(precious)
    open_library(project).close()
    assert precious.read_text() == "precious"


def test_a_folder_that_is_a_link_is_refused(project: Config, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.building").touch()
    (project.root / ".factcheck").symlink_to(tmp_path / "mine")
    with pytest.raises(StoreError, match="is a link"):
        open_library(project)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.building"]


@pytest.mark.parametrize("pattern", ["news/*.txt", "news/**/*.txt", "news/linked/*.txt", "news/*/*.txt"])
def test_a_link_does_not_lead_out_of_the_project(pattern: str, tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    write(root / "news/inside.txt", "x")
    write(outside / "secret.txt", OUTSIDE)
    (root / "news/link.txt").symlink_to(outside / "secret.txt")
    (root / "news/linked").symlink_to(outside)
    (root / "news/same.txt").symlink_to(root / "news/inside.txt")
    walked = walk(root, [pattern])
    assert not any("secret" in file.path or "link.txt" in file.path for file in walked.files)
    assert walked.outside or pattern == "news/**/*.txt"
    assert [file.path for file in find(root, ["../outside/*.txt"])] == ["../outside/secret.txt"]
    assert "news/same.txt" in [file.path for file in find(root, ["news/*.txt"])]


def test_a_link_that_leads_out_is_named(project: Config, tmp_path: Path) -> None:
    write(tmp_path / "secret.txt", OUTSIDE)
    (project.root / "news/link.txt").symlink_to(tmp_path / "secret.txt")
    assert said(project) == ["news/link.txt: FC921 is a link out of the project; name the place it leads to"]


def test_what_a_killed_build_left_is_swept_by_the_next_command(project: Config) -> None:
    index, _ = refresh(project, Order())
    left = [index.with_name(f"index.sqlite.1.building{end}") for end in ("", "-journal")]
    for path in left:
        path.touch()
    assert not any(refresh(project, Order())[1])
    assert not any(path.exists() for path in left)


def test_half_of_a_file_that_a_killed_command_left_is_swept_by_the_next(project: Config) -> None:
    left = project.root / "claims" / ".factcheck-abc"
    write(left, "half")
    open_library(project).close()
    assert not left.exists()


def test_a_build_under_way_is_not_swept_and_its_last_index_is_used(project: Config) -> None:
    index, _ = refresh(project, Order())
    write(project.root / "news/new.txt", "It has 5 cranes.\n")
    (index.parent / "index.sqlite.1.building").touch()
    with held_elsewhere(index.parent / place.LOCK):
        assert said(project) == ["another process is building the index; its last one is used"]
        assert (index.parent / "index.sqlite.1.building").exists()
    assert said(project) == []
    assert "news/new.txt" in [row[1] for row in rows(index)["files"]]


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    """Another process holds a lock: those of one process do not exclude one another."""
    program = (
        "import sys, time; from pathlib import Path; from factcheck.disk.lock import Lock\n"
        "held = Lock(Path(sys.argv[1])); held.take(wait=True); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        yield
        process.kill()


def test_without_file_locks_the_index_is_a_temporary_one(
    project: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object, **__: object) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(lock, "_take", no_locks)
    (remark,) = said(project)
    assert "has no file locks" in remark
    assert list(tmp_path.glob("factcheck-*/index.sqlite"))


def test_an_index_that_is_deleted_before_it_is_opened_is_built_again(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest, times = workspace.refresh, []

    def deleted_at_once(config: Config, order: Order) -> object:
        site, changes = honest(config, order)
        times.append(1)
        if len(times) < 3:
            shutil.rmtree(config.root / place.FOLDER)
        return site, changes

    monkeypatch.setattr(workspace, "refresh", deleted_at_once)
    with open_library(project) as library:
        assert library.passage_count() > 0
    assert len(times) == 3
