"""An index that was refreshed says what one that was built anew says, and only what changed is read."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.workspace.small_project import FILES, MakeProject, refresh, rows, write

from factcheck import config
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.workspace import Order
from factcheck.workspace.survey import scan

TEXTS = ["", "No figure here.\n", "It has 43 cranes.\n", "It opened in 1907.\r\n\r\nIt has 44 cranes, and 12 men.\r\n"]
NAMES = ["news/a.txt", "news/b.txt", "news/deep/c.txt"]
EDITS = st.lists(st.dictionaries(st.sampled_from(NAMES), st.sampled_from([None, *TEXTS]), max_size=3), max_size=3)


def read(project: Config) -> list[str]:
    return [file.path for file in refresh(project, Order())[1].read]


def test_nothing_is_read_twice(project: Config) -> None:
    assert read(project) == sorted(FILES)
    assert read(project) == []


def test_only_what_changed_is_read_again(project: Config) -> None:
    index, _ = refresh(project, Order())
    write(project.root / "news/harbour.txt", FILES["news/harbour.txt"].replace("43", "44"))  # of the same length
    write(project.root / "news/new.txt", "A bridge was built in 1920.\n")
    (project.root / "news/old/mill.txt").unlink()
    _, changes = refresh(project, Order())
    assert [file.path for file in changes.read] == ["news/harbour.txt", "news/new.txt"]
    assert changes.drop == ("news/old/mill.txt",)
    assert [row[1] for row in rows(index)["files"]].count("news/new.txt") == 1


def test_a_new_time_alone_is_noted_once(project: Config) -> None:
    refresh(project, Order())
    os.utime(project.root / "news/harbour.txt", (10, 10))
    _, changes = refresh(project, Order())
    assert changes.read == ()
    assert [state.path for state in changes.touch] == ["news/harbour.txt"]
    assert not any(refresh(project, Order())[1])


def test_a_change_that_keeps_size_and_time_is_seen_while_the_clock_could_hide_it(project: Config) -> None:
    path = project.root / "news/harbour.txt"
    refresh(project, Order())
    status = path.stat()
    write(path, FILES["news/harbour.txt"].replace("43", "44"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read(project) == ["news/harbour.txt"]


def test_a_change_that_keeps_size_and_an_old_time_is_seen(project: Config) -> None:
    path, long_ago = project.root / "news/harbour.txt", time.time() - 60
    os.utime(path, (long_ago, long_ago))
    refresh(project, Order())
    write(path, FILES["news/harbour.txt"].replace("43", "44"))
    os.utime(path, (long_ago, long_ago))
    assert read(project) == ["news/harbour.txt"]


def test_another_file_in_its_place_is_seen(project: Config) -> None:
    path, other = project.root / "news/harbour.txt", project.root / "other"
    write(other, FILES["news/harbour.txt"].replace("43", "44"))
    for file in (path, other):
        os.utime(file, (1000, 1000))
    refresh(project, Order())
    other.replace(path)
    assert read(project) == ["news/harbour.txt"]


def test_on_request_files_are_known_by_their_content_alone(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    index, _ = refresh(project, Order())
    path = project.root / "news/harbour.txt"
    write(path, FILES["news/harbour.txt"].replace("43", "44"))
    (state,) = (state for state in scan(project).files if state.path == "news/harbour.txt")
    with closing(sqlite3.connect(index)) as db:  # as if the system had kept every time and number
        told = (state.modified_ns, state.changed_ns, state.inode, state.changed_ns * 2, state.path)
        db.execute("UPDATE files SET modified_ns = ?, changed_ns = ?, inode = ?, checked_ns = ? WHERE path = ?", told)
        db.commit()
    assert read(project) == []
    assert [file.path for file in refresh(project, Order(examine=True))[1].read] == ["news/harbour.txt"]


@examples(8)
@given(EDITS)
def test_refreshed_is_as_built_anew(
    tmp_path_factory: pytest.TempPathFactory, edits: list[dict[str, str | None]]
) -> None:
    root = tmp_path_factory.mktemp("project")
    (root / config.NAME).write_text('[library]\nsources = ["news/**/*.txt"]\n', encoding="utf-8")
    write(root / "news/always.txt", "The railway opened on 5 May 1911.\n")
    project = config.load(root / config.NAME)
    index, _ = refresh(project, Order())
    for edit in edits:
        for path, text in edit.items():
            if text is None:
                (root / path).unlink(missing_ok=True)
            else:
                write(root / path, text)
        refresh(project, Order())
    refreshed = rows(index)
    refresh(project, Order(rebuild=True))
    assert refreshed == rows(index)


def test_any_number_of_processes_makes_the_same_index(make_project: MakeProject) -> None:
    files = {f"news/{n}.txt": f"Report {n}\n\nIt has {n} cranes and opened in {1900 + n}.\n" for n in range(40)}
    alone, _ = refresh(make_project(files, "alone"), Order(jobs=1))
    together, _ = refresh(make_project(files, "together"), Order(jobs=4))
    assert rows(alone) == rows(together)
    assert len(rows(alone)["claims"]) >= 40


def test_progress_runs_from_nothing_to_all(project: Config) -> None:
    seen: list[tuple[int, int]] = []
    refresh(project, Order(progress=lambda done, total: seen.append((done, total))))
    size = sum(len(text.encode()) for text in FILES.values())
    assert [total for _, total in seen] == [size] * 4
    assert (seen[0][0], seen[-1][0]) == (0, size)


def test_files_that_cannot_be_read_are_left_out_and_named(make_project: MakeProject) -> None:
    project = make_project({"news/good.txt": "It has 43 cranes.\n"})
    (project.root / "news/binary.txt").write_bytes(bytes(range(256)) * 4)
    index, _ = refresh(project, Order())
    problems = {row[1]: row[5] for row in rows(index)["files"]}
    assert problems["news/good.txt"] == ""
    assert problems["news/binary.txt"] == "is a binary file, not a text"
    assert read(project) == []


def test_no_source_at_all(make_project: MakeProject) -> None:
    with pytest.raises(ConfigError, match=r"no file matches sources = \['news/\*\*/\*\.txt'\]"):
        refresh(make_project({}), Order())


def test_the_index_keeps_itself_out_of_version_control(project: Config) -> None:
    refresh(project, Order())
    assert (Path(project.root) / ".factcheck/.gitignore").read_text(encoding="utf-8").endswith("*\n")
