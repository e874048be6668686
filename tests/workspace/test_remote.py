"""Sources behind an address are found, known and read as files are; here in the stores that fsspec has of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from tests.workspace.small_project import FILES, refresh, rows, write

from factcheck import config
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.workspace import Order, open_library, remote
from factcheck.workspace.chunk import Chunk, Part, read_chunk
from factcheck.workspace.leftover import leftovers
from factcheck.workspace.survey import scan
from factcheck.workspace.version import version


@pytest.fixture
def bucket() -> Iterator[Any]:
    """A store in memory with a few objects."""
    store = fsspec.filesystem("memory")
    for name in ("a.txt", ".hidden.txt", "b.pdf", "deep/c.txt", "deep/er/d.txt"):
        store.pipe(f"/bucket/{name}", name.encode())
    yield store
    store.rm("/bucket", recursive=True)


@pytest.fixture
def archive(tmp_path: Path) -> Config:
    """A project whose sources lie behind an address."""
    for path, text in FILES.items():
        write(tmp_path / "archive" / path, text)
    (tmp_path / "project").mkdir()
    sources = f"file://{(tmp_path / 'archive').as_posix()}/news/**/*.txt"
    (tmp_path / "project" / config.NAME).write_text(f'[library]\nsources = ["{sources}"]\n', encoding="utf-8")
    return config.load(tmp_path / "project" / config.NAME)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("memory://bucket/*.md", []),
        ("memory://bucket/*.txt", ["a.txt"]),
        ("memory://bucket/a.txt", ["a.txt"]),
        ("memory://bucket/*/*.txt", ["deep/c.txt"]),
        ("memory://bucket/**/*.txt", ["a.txt", "deep/c.txt", "deep/er/d.txt"]),
        ("memory://bucket/deep/**", ["deep/c.txt", "deep/er/d.txt"]),
    ],
)
@pytest.mark.usefixtures("bucket")
def test_a_pattern_names_objects_as_it_names_files(pattern: str, found: list[str]) -> None:
    assert sorted(file.path for file in remote.find(pattern)) == [f"memory://bucket/{name}" for name in found]


def test_an_object_is_known_by_its_size_and_what_its_store_says_of_it(bucket: Any) -> None:
    (before,) = remote.find("memory://bucket/a.txt")
    assert (before, before.size) == (remote.look("memory://bucket/a.txt"), len(remote.read("memory://bucket/a.txt")))
    bucket.pipe("/bucket/a.txt", b"b.txt")
    after = remote.look("memory://bucket/a.txt")
    assert (after.size, after == before) == (before.size, False)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("memory://*.txt", "names no place to look at"),
        ("s3://key:secret@bucket/*.txt", "or a password, which belongs into the environment"),
        ("brenk://bucket/*.txt", "brenk://bucket/*.txt: cannot be read: ValueError: Protocol not known"),
    ],
)
def test_a_place_that_cannot_be_looked_at(pattern: str, problem: str) -> None:
    with pytest.raises(InputError) as raised:
        list(remote.find(pattern))
    assert problem in str(raised.value)


def test_the_extra_is_named_where_a_store_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match=r"pip install 'factcheck-cli\[remote\]'"):
        remote.read("s3://bucket/a.txt")


def test_an_index_of_what_lies_behind_an_address(archive: Config) -> None:
    index, changes = refresh(archive, Order(examine=True))
    base = archive.sources[0].removesuffix("/**/*.txt")
    assert [file.path for file in changes.read] == [f"{base}/{path.removeprefix('news/')}" for path in sorted(FILES)]
    assert {row[9] for row in rows(index)["documents"]} == {row[1] for row in rows(index)["files"]}
    with open_library(archive) as library:
        assert sorted(claim.claim.text for claim in library.all_claims()) != []
    assert leftovers(archive) == []
    assert not any(refresh(archive, Order(examine=True))[1])
    path = Path(base.removeprefix("file://")) / "harbour.txt"
    write(path, "The harbour has 44 cranes.\n")
    assert [file.path for file in refresh(archive, Order())[1].read] == [f"{base}/harbour.txt"]
    path.unlink()
    assert refresh(archive, Order())[1].drop == (f"{base}/harbour.txt",)


def test_what_the_project_states_of_an_object_is_said_of_it_alone(archive: Config) -> None:
    base, note = archive.sources[0].removesuffix("/**/*.txt"), '[[document]]\nfile = "{}"\n{} = "{}"\n'

    def read_after(*notes: str) -> tuple[list[str], list[str]]:
        write(archive.root / "sources.toml", "".join(notes))
        remarks: list[str] = []
        _, changes = refresh(archive, Order(remarks.append, examine=True))
        return [file.path.removeprefix(f"{base}/") for file in changes.read], remarks

    refresh(archive, Order())
    of_local = note.format("news/harbour.txt", "title", "Of a file here")
    assert read_after("# nothing\n", of_local) == ([], [])
    of_one = note.format(f"{base}/harbour.txt", "title", "The third report")
    assert read_after(of_one) == (["harbour.txt"], [])
    of_none = note.format(f"{base}/harbor.txt", "title", "Nobody's")
    assert read_after(of_one, of_none) == ([], [f"sources.toml:4: no source is called {base}/harbor.txt"])
    with open_library(archive) as library:
        titled = {document.path for document in library.documents().values() if document.title == "The third report"}
    assert titled == {f"{base}/harbour.txt"}
    of_all = note.format(f"{base}/*", "publisher", "Brenk Press")
    assert sorted(read_after(of_one, of_all)[0]) == sorted(path.removeprefix("news/") for path in FILES)
    with open_library(archive) as library:
        assert {document.publisher for document in library.documents().values()} == {"Brenk Press"}


def test_a_worker_reads_an_object_only_with_what_is_stated_of_it(archive: Config, tmp_path: Path) -> None:
    noted = next(file.path for file in scan(archive).files if file.path.endswith("harbour.txt"))
    write(archive.root / "sources.toml", f'[[document]]\nfile = "{noted}"\ntitle = "The third report"\n')
    seen = scan(archive)
    parts = tuple(Part(*file[:3], seen.notes.of(file.path)) for file in seen.files)
    assert read_chunk(Chunk(str(seen.root), version(), parts)).unseen == ()
    assert read_chunk(Chunk(str(tmp_path), version(), parts)).unseen == (noted,)


def test_what_could_not_be_fetched_is_tried_again(archive: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(_path: str) -> bytes:
        raise InputError(f"{_path}: cannot be read: the network is down")

    monkeypatch.setattr(remote, "read", down)
    index, _ = refresh(archive, Order())
    assert {row[5] for row in rows(index)["files"]} == {"cannot be read: the network is down"}
    monkeypatch.undo()
    refresh(archive, Order(examine=True))
    assert {row[5] for row in rows(index)["files"]} == {""}


def test_workers_fetch_what_is_as_it_was_found(archive: Config) -> None:
    seen = scan(archive)
    wanted = Chunk(str(seen.root), version(), tuple(Part(*file[:3], "") for file in seen.files))
    path = Path(seen.files[0].path.removeprefix("file://"))
    os.utime(path, (1, 1))
    answer = read_chunk(wanted)
    assert answer.unseen == (seen.files[0].path,)
    assert len(answer.lots) == 1
