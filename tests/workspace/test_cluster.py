"""An index that a cluster has read is the one that one process makes, whatever is killed in the middle.

The cluster is a real one: its processes are killed as a POSIX system kills them, `conftest.py` leaves it out elsewhere.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.workspace.real_cluster import RealCluster, certificates
from tests.workspace.small_project import MakeProject, refresh, rows

from factcheck import config
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.lean.record import replace
from factcheck.workspace import Order, cluster_reader, reader_beside
from factcheck.workspace.cluster import Cluster
from factcheck.workspace.pool import KILLED

FILES = {f"news/{n:02}.txt": f"Report {n}\n\nIt has {n} cranes and opened in {1900 + n}.\n" for n in range(12)}
NOTES = '[[document]]\nfile = "03.txt"\ntitle = "The third report"\npublisher = "Port of Brenk"\n'
# A build that kills itself once some bytes are in the index.
KILLS_ITSELF = """
import os, signal, sys
from pathlib import Path
from factcheck import config
from factcheck.workspace import Order, cluster_reader, refresh
from factcheck.workspace.cluster import Cluster

cluster_reader.CHUNK = 1
kill = lambda done, total: done > total // 2 and os.kill(os.getpid(), signal.SIGKILL)
refresh(config.load(Path(sys.argv[1])), Order(progress=kill, cluster=Cluster(sys.argv[2], 0, *sys.argv[3:])))
"""
# A reader that a file kills.
DEADLY = """
import os, signal
from factcheck import readers
honest = readers.read_data
def deadly(data, suffix, path, **how):
    if path.endswith("07.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return honest(data, suffix, path, **how)
readers.read_data = deadly
from factcheck.workspace.reader_beside import serve
serve()
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealCluster]:
    cluster = RealCluster(tmp_path_factory.mktemp("cluster"))
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture
def real(started: RealCluster, monkeypatch: pytest.MonkeyPatch) -> RealCluster:
    """The cluster, whole again, which is given one file at a time."""
    monkeypatch.setattr(cluster_reader, "CHUNK", 1)
    started.start()
    return started


@pytest.fixture
def library(make_project: MakeProject) -> Config:
    made = make_project(FILES)
    (made.root / "news/sources.toml").write_text(NOTES, encoding="utf-8")
    (made.root / "news/torn.txt").write_bytes(bytes(range(256)))
    return made


def alone(project: Config) -> dict[str, list[Any]]:
    """What the index of a project says that one process makes."""
    return rows(refresh(project, Order(rebuild=True, jobs=0))[0])


def read_by(real: RealCluster, project: Config, disturb: Callable[[], None] = lambda: None) -> tuple[Path, list[str]]:
    """The index that a cluster reads, and what is said meanwhile. disturb: what happens once a third is there"""
    remarks: list[str] = []
    left = [disturb]

    def progress(done: int, total: int) -> None:
        if left and done > total // 3:
            left.pop()()

    index, _ = refresh(project, Order(remarks.append, progress, cluster=real.cluster, rebuild=True))
    return index, remarks


def test_it_reads_what_one_process_reads(real: RealCluster, library: Config) -> None:
    expected = alone(library)
    index, remarks = read_by(real, library)
    assert rows(index) == expected
    assert remarks == [f"2 workers of the scheduler {real.address} read 13 files"]
    assert "is a binary file, not a text" in str(expected["files"])
    assert "The third report" in str(expected["documents"])


def test_it_fetches_what_lies_behind_an_address(real: RealCluster, library: Config) -> None:
    sources = f'[library]\nsources = ["file://{library.root.as_posix()}/news/*.txt"]\n'
    library.path.write_text(sources, encoding="utf-8")
    project = config.load(library.path)
    expected = alone(project)
    index, remarks = read_by(real, project)
    assert rows(index) == expected
    assert len(remarks) == 1


def test_a_worker_that_is_killed_costs_nothing(real: RealCluster, library: Config) -> None:
    expected = alone(library)
    index, _ = read_by(real, library, real.kill_worker)
    assert rows(index) == expected


def test_a_scheduler_that_is_killed_is_waited_for(real: RealCluster, library: Config) -> None:
    def restart() -> None:
        real.kill_scheduler()
        real.start()

    expected = alone(library)
    index, remarks = read_by(real, library, restart)
    assert rows(index) == expected
    assert f"the scheduler {real.address} does not answer any more; waiting for it to come back" in remarks


def test_a_build_that_is_killed_is_gone_on_with(real: RealCluster, library: Config) -> None:
    expected = alone(library)
    (library.root / ".factcheck/index.sqlite").unlink()
    known = (real.address, real.cluster.ca, real.cluster.cert, real.cluster.key)
    done = subprocess.run([sys.executable, "-c", KILLS_ITSELF, library.path, *known], check=False)
    assert done.returncode < 0
    index, remarks = read_by(real, library)
    assert rows(index) == expected
    kept = int(remarks[0].removeprefix("not read again: ").removesuffix(" files of a build that was not finished"))
    assert 6 <= kept < 13
    assert remarks[1] == f"2 workers of the scheduler {real.address} read {13 - kept} files"
    assert sorted(path.name for path in index.parent.iterdir()) == [".gitignore", "index.sqlite", "lock"]


def test_a_file_that_kills_its_reader_is_left_out(real: RealCluster, library: Config) -> None:
    honest, deadly = reader_beside.COMMAND, (sys.executable, "-P", "-c", DEADLY)
    with real.client() as client:
        try:
            client.run(_read_with, deadly)
            problems = {row[1]: row[5] for row in rows(read_by(real, library)[0])["files"]}
        finally:
            client.run(_read_with, honest)
    assert {path: problem for path, problem in problems.items() if problem} == {
        "news/07.txt": KILLED,
        "news/torn.txt": "is a binary file, not a text",
    }


def test_who_has_no_certificate_is_not_let_in(
    real: RealCluster, library: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Enough to let a known one in, which takes a part of a second; a client knocks until it is spent.
    monkeypatch.setattr("factcheck.workspace.cluster.PATIENCE", 0.5)
    stranger = Cluster(real.address, 0, *map(str, certificates(tmp_path)))
    with pytest.raises(InputError, match="does not answer"):
        refresh(library, Order(cluster=stranger))
    with pytest.raises(InputError, match="does not answer"):
        refresh(library, Order(cluster=replace(real.cluster, scheduler=real.address.replace("tls", "tcp"))))


def _read_with(command: tuple[str, ...]) -> None:
    """In a worker: begin other processes that read."""
    from factcheck.workspace import chunk, reader_beside

    reader_beside.COMMAND = command
    chunk.OWN.__dict__.clear()
