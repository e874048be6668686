"""Files are read in order by any number of processes, and one that ends its process takes no other with it."""

import multiprocessing
import os
import signal
from collections.abc import Iterator

import pytest
from tests.workspace.small_project import MakeProject

from factcheck import readers
from factcheck.config import Config
from factcheck.model import Source
from factcheck.store.parcel import NOTHING, unpacked
from factcheck.workspace import pool
from factcheck.workspace.files import content_hash
from factcheck.workspace.pool import KILLED, OVERDUE, read_all, suitable_jobs

MANY = {f"news/{n:02}.txt": f"It has {n} cranes.\n" for n in range(20)}
SOME = dict(sorted(MANY.items())[:10])


@pytest.fixture
def forked() -> Iterator[None]:
    """Processes that are made as copies of this one: a reader that is replaced here is replaced there."""
    before = multiprocessing.get_start_method()
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("no process can be copied there")
    multiprocessing.set_start_method("fork", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_files_come_in_their_order(make_project: MakeProject, jobs: int) -> None:
    root = make_project(MANY).root
    assert [read.path for read in read_all(root, sorted(MANY), jobs)] == sorted(MANY)


def test_a_file_that_is_gone_is_a_problem(project: Config) -> None:
    ((path, _, parcel, problem, *_),) = read_all(project.root, ["news/gone.txt"], 0)
    assert (path, problem) == ("news/gone.txt", "no such file")
    assert parcel == NOTHING


def test_a_problem_does_not_name_its_file_again(project: Config) -> None:
    (project.root / "news/picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert [read.problem for read in read_all(project.root, ["news/picture.txt"], 0)] == [
        "is a binary file, not a text"
    ]


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_ends_its_process_is_left_out(
    jobs: int, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = readers.read_data

    def deadly(data: bytes, suffix: str, path: str, **_: bool) -> Source:
        if path.endswith("07.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return honest(data, suffix, path)

    # Of the ten, those under way are read again apart, and the rest together once more.
    monkeypatch.setattr(readers, "read_data", deadly)
    monkeypatch.setattr(pool, "CHUNK", 1)
    monkeypatch.setattr(pool, "AHEAD", 1)
    found = list(read_all(make_project(SOME).root, sorted(SOME), jobs))
    assert [read.path for read in found] == sorted(SOME)
    assert {read.path: read.problem for read in found if read.problem} == {"news/07.txt": KILLED}


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize(("deaths", "problem"), [(1, ""), (2, ""), (3, KILLED)])
def test_a_process_may_be_killed_for_no_fault_of_its_file(
    deaths: int, problem: str, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {path: MANY[path] for path in ("news/06.txt", "news/07.txt", "news/08.txt")}
    root, honest = make_project(few).root, readers.read_data

    def hunted(data: bytes, suffix: str, path: str, **_: bool) -> Source:
        if path.endswith("07.txt") and len(died := list(root.glob("died*"))) < deaths:
            (root / f"died{len(died)}").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return honest(data, suffix, path)

    monkeypatch.setattr(readers, "read_data", hunted)
    found = {read.path: read.problem for read in read_all(root, sorted(few), 1)}
    assert found == dict.fromkeys(few, "") | {"news/07.txt": problem}


def test_a_fault_of_ours_is_named_with_its_place(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read_data", lambda *_, **__: 1 / 0)
    (read,) = read_all(project.root, ["news/harbour.txt"], 0)
    assert read.problem.startswith(
        "left out by a fault of ours, please report it: ZeroDivisionError: division by zero in "
    )


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize("jobs", [0, 2])
def test_a_file_whose_reading_does_not_end_is_left_out(
    jobs: int, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = readers.read_data

    def endless(data: bytes, suffix: str, path: str, **_: bool) -> Source:
        while path.endswith("07.txt"):
            try:
                sum(range(1000))
            except Exception:  # as a reader may that takes whatever happens for a mistake in its file
                continue
        return honest(data, suffix, path)

    monkeypatch.setattr(readers, "read_data", endless)
    monkeypatch.setattr(pool, "A_FILE", 0.2)
    found = list(read_all(make_project(MANY).root, sorted(MANY), jobs))
    assert {read.path: read.problem for read in found if read.problem} == {"news/07.txt": OVERDUE}


def test_what_is_hashed_is_what_was_read(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    file, honest = project.root / "news/harbour.txt", readers.read_data
    before = file.read_bytes()

    def meanwhile(data: bytes, suffix: str, path: str, **_: bool) -> Source:
        file.write_text("It has 99 cranes.\n")
        return honest(data, suffix, path)

    monkeypatch.setattr(readers, "read_data", meanwhile)
    (read,) = read_all(project.root, ["news/harbour.txt"], 0)
    assert read.hash == content_hash(before)
    assert "99" not in {stored.claim.text for stored in unpacked(read.parcel).claims}


def test_where_processes_cannot_be_many_one_reads(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(multiprocessing, "Semaphore", none)
    root = make_project(MANY).root
    assert [read.path for read in read_all(root, sorted(MANY), 3)] == sorted(MANY)


def test_little_work_is_done_here() -> None:
    assert suitable_jobs(0) == suitable_jobs(90_000) == 0
    assert suitable_jobs(200_000) == 1
    assert 1 <= suitable_jobs(1 << 40) <= (os.cpu_count() or 1)
