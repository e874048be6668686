"""An index that a cluster has read is the one that one process makes, whatever is killed in the middle.

The cluster is a real one: its processes are killed as a POSIX system kills them, `conftest.py` leaves it out elsewhere.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.workspace.real_cluster import RealCluster, certificates
from tests.workspace.small_project import MakeProject, refresh, rows, write

from factcheck import config
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.lean.record import replace
from factcheck.workspace import Order, cluster_reader, reader_beside
from factcheck.workspace.cluster import Cluster
from factcheck.workspace.pool import KILLED

if TYPE_CHECKING:
    from distributed import Client

Rows = dict[str, list[Any]]
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
    """The cluster, whole again, which is given one file at a time, and looked for again at once."""
    monkeypatch.setattr(cluster_reader, "CHUNK", 1)
    monkeypatch.setattr(cluster_reader, "LOOK", 0.1)
    started.start()
    return started


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """One for all: the processes that read a folder stay with the workers, and each takes half a second to start."""
    root = tmp_path_factory.mktemp("library")
    write(root / config.NAME, '[library]\nsources = ["news/**/*.txt"]\n')
    for path, text in (FILES | {"news/sources.toml": NOTES}).items():
        write(root / path, text)
    (root / "news/torn.txt").write_bytes(bytes(range(256)))
    return config.load(root / config.NAME)


def alone(project: Config) -> Rows:
    """What the index of a project says that one process makes."""
    return rows(refresh(project, Order(rebuild=True, jobs=0))[0])


@pytest.fixture(scope="module")
def expected(library: Config) -> Rows:
    return alone(library)


def read_by(real: RealCluster, project: Config, disturb: Callable[[], None] = lambda: None) -> tuple[Path, list[str]]:
    """The index that a cluster reads, and what is said meanwhile. disturb: what happens once a third is there"""
    remarks: list[str] = []
    left = [disturb]

    def progress(done: int, total: int) -> None:
        if left and done > total // 3:
            left.pop()()

    index, _ = refresh(project, Order(remarks.append, progress, cluster=real.cluster, rebuild=True))
    return index, remarks


def test_it_reads_what_one_process_reads(real: RealCluster, library: Config, expected: Rows) -> None:
    index, remarks = read_by(real, library)
    assert rows(index) == expected
    assert remarks == [f"2 workers of the scheduler {real.address} read 13 files"]
    assert "is a binary file, not a text" in str(expected["files"])
    assert "The third report" in str(expected["documents"])


def test_it_fetches_what_lies_behind_an_address(real: RealCluster, library: Config) -> None:
    sources = f'[library]\nsources = ["file://{library.root.as_posix()}/news/*.txt"]\n'
    remote = library.root / "remote.toml"
    remote.write_text(sources, encoding="utf-8")
    project = config.load(remote)
    expected = alone(project)
    index, remarks = read_by(real, project)
    assert rows(index) == expected
    assert len(remarks) == 1


def test_a_worker_that_is_killed_costs_nothing(real: RealCluster, library: Config, expected: Rows) -> None:
    index, _ = read_by(real, library, real.kill_worker)
    assert rows(index) == expected


def test_a_scheduler_that_is_killed_is_waited_for(real: RealCluster, library: Config, expected: Rows) -> None:
    def restart() -> None:
        real.kill_scheduler()
        real.start()

    index, remarks = read_by(real, library, restart)
    assert rows(index) == expected
    assert f"the scheduler {real.address} does not answer any more; waiting for it to come back" in remarks


def test_a_build_that_is_killed_is_gone_on_with(real: RealCluster, library: Config, expected: Rows) -> None:
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


def test_a_file_that_kills_its_reader_is_left_out(real: RealCluster, make_project: MakeProject) -> None:
    project = make_project({path: FILES[path] for path in ("news/06.txt", "news/07.txt", "news/08.txt")})
    honest, deadly = reader_beside.COMMAND, (sys.executable, "-P", "-c", DEADLY)
    with real.client() as client:
        try:
            begin_to_read_with(client, deadly)
            problems = {row[1]: row[5] for row in rows(read_by(real, project)[0])["files"]}
        finally:
            begin_to_read_with(client, honest)
    assert problems == {"news/06.txt": "", "news/07.txt": KILLED, "news/08.txt": ""}


def test_who_has_no_certificate_is_not_let_in(
    real: RealCluster, library: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Enough to let a known one in, which takes a part of a second; a client knocks until it is spent.
    monkeypatch.setattr("factcheck.workspace.cluster.PATIENCE", 0.5)
    in_the_open = real.address.replace("tls", "tcp")
    stranger = Cluster(real.address, 0, *map(str, certificates(tmp_path)))
    with pytest.raises(InputError, match="does not answer"):
        refresh(library, Order(cluster=stranger, rebuild=True))
    with pytest.raises(InputError, match="does not answer"):
        refresh(library, Order(cluster=replace(real.cluster, scheduler=in_the_open), rebuild=True))


def begin_to_read_with(client: Client, command: tuple[str, ...]) -> None:
    """From now on, the workers begin such processes to read."""
    workers = client.scheduler_info()["workers"]
    client.gather([client.submit(_read_with, command, workers=[one], pure=False) for one in workers])


def _read_with(command: tuple[str, ...]) -> None:
    """In the thread of a worker that reads."""
    from factcheck.workspace import chunk, reader_beside

    reader_beside.COMMAND = command
    if kept := chunk.OWN.__dict__.pop("reader", None):
        kept.close()
