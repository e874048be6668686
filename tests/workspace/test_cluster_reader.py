"""What comes back from a cluster is put in order, and what does not is read here; the workers are made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext

import pytest
from tests.workspace.small_project import FILES, refresh, rows

from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.workspace import Order, cluster_reader
from factcheck.workspace.chunk import Answer, Chunk, read_chunk
from factcheck.workspace.cluster import Cluster, LostError

Answering = Callable[[Chunk], Answer | None]
HERE = Cluster(workers=2)


class MadeUp:
    """Workers that answer as a test says."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    def __str__(self) -> str:
        return "2 workers"

    def answers(self, chunks: Sequence[Chunk]) -> Iterator[Answer | None]:
        return (self._answering(chunk) for chunk in chunks)


def read_by(monkeypatch: pytest.MonkeyPatch, project: Config, answering: Answering) -> list[str]:
    """What is said when a project is read by workers that answer so, a file at a time; its index is the right one."""

    @contextmanager
    def connected(_cluster: Cluster) -> Iterator[MadeUp]:
        yield MadeUp(answering)

    monkeypatch.setattr(cluster_reader, "CHUNK", 1)
    monkeypatch.setattr(cluster_reader, "LOOK", 0)
    monkeypatch.setattr(cluster_reader, "connected", connected)
    expected = rows(refresh(project, Order(rebuild=True, jobs=0))[0])
    remarks: list[str] = []
    index, _ = refresh(project, Order(remarks.append, cluster=HERE, rebuild=True))
    assert rows(index) == expected
    return remarks


def test_all_is_well(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_by(monkeypatch, project, read_chunk) == ["2 workers of the cluster of this machine read 3 files"]


def test_what_ends_worker_after_worker_is_read_here(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    remarks = read_by(monkeypatch, project, lambda chunk: None if "mill" in chunk.parts[0].path else read_chunk(chunk))
    assert remarks[1:] == ["1 file read here, for one worker after the other ended over them"]


def test_what_workers_do_not_see_is_read_here(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    remarks = read_by(monkeypatch, project, lambda chunk: read_chunk(chunk._replace(root="/nowhere")))
    assert remarks[1:] == ["3 files read here, for the workers do not see them as they are here: is the folder shared?"]


def test_a_cluster_that_is_lost_is_asked_again_for_the_rest(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answering(chunk: Chunk) -> Answer:
        asked.append(chunk.parts[0].path)
        if len(asked) == 2:
            raise LostError("gone")
        return read_chunk(chunk)

    remarks = read_by(monkeypatch, project, answering)
    assert remarks[1:] == [
        "the cluster of this machine does not answer any more; waiting for it to come back",
        "2 workers of the cluster of this machine read 2 files",
    ]
    assert sorted(set(asked)) == sorted(FILES)
    assert len(asked) == 4


def test_a_cluster_that_stays_away_leaves_the_last_index_and_what_was_read(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, _ = refresh(project, Order())
    before = rows(index)
    read: list[str] = []

    def tiring(chunk: Chunk) -> Answer:
        if len(read) == 2:
            raise LostError("gone")
        read.append(chunk.parts[0].path)
        return read_chunk(chunk)

    monkeypatch.setattr(cluster_reader, "RETURN", 0)
    with pytest.raises(InputError, match="does not answer: gone; what was read is kept for the next run"):
        read_by(monkeypatch, project, tiring)
    assert rows(index) == before
    monkeypatch.setattr(cluster_reader, "connected", lambda _: nullcontext(MadeUp(read_chunk)))
    remarks: list[str] = []
    refresh(project, Order(remarks.append, cluster=HERE, rebuild=True))
    assert remarks == [
        "not read again: 2 files of a build that was not finished",
        "2 workers of the cluster of this machine read 1 file",
    ]
    assert rows(index) == before
