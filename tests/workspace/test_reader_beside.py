"""Files are read by a process beside this one, travel as lots, and are kept until an index holds them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.store.small_library import HARBOUR, contents
from tests.workspace.small_project import FILES, MakeProject

from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.store.file_rows import packed
from factcheck.workspace import lots, reader_beside
from factcheck.workspace.chunk import Chunk, Part, read_chunk
from factcheck.workspace.files import content_hash
from factcheck.workspace.kept_lots import KeptLots
from factcheck.workspace.pool import KILLED, Read, read_one
from factcheck.workspace.reader_beside import ReaderBeside
from factcheck.workspace.survey import Scan, scan
from factcheck.workspace.version import version

# A reader that some files end.
DEADLY = """
import os
from factcheck import readers
honest = readers.read_data
readers.read_data = lambda data, kind, path, **how: os._exit(1) if "mill" in path else honest(data, kind, path, **how)
from factcheck.workspace.reader_beside import serve
serve()
"""
# One that keeps it busy in code that hears no signal, after which nobody waits for long.
ENDLESS = """
from factcheck import readers
from factcheck.workspace import reader_beside
reader_beside.A_FILE = 0.1
def endless(*_, **__):
    while True:
        pass
readers.read_data = endless
reader_beside.serve()
"""
READ = st.builds(
    Read, st.just("harbour"), st.text(), st.just(packed(contents("harbour", HARBOUR), "harbour")), st.text(), st.text(),
    st.integers(0, 9),
)  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderBeside]:
    """One that is at work for a while."""
    with ReaderBeside() as reader:
        yield reader


@pytest.fixture
def new() -> Iterator[ReaderBeside]:
    with ReaderBeside() as reader:
        yield reader


def unpacked(found: list[bytes]) -> list[Read]:
    return [read for lot in found for read in lots.unpacked(lot)]


@examples(20)
@given(st.lists(READ, max_size=3))
def test_a_lot_holds_what_was_read(reads: list[Read]) -> None:
    assert list(lots.unpacked(lots.packed(reads))) == reads


def test_beside_is_read_what_is_read_here(reader: ReaderBeside, project: Config) -> None:
    paths = [*sorted(FILES), "news/gone.txt"]
    expected = [read_one(project.root, path) for path in paths]
    assert unpacked(reader.read(project.root, paths)) == expected
    assert unpacked(reader.read(project.root, paths[1:])) == expected[1:]


def test_a_file_that_ends_its_reader_costs_itself_alone(
    new: ReaderBeside, project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_beside, "COMMAND", (sys.executable, "-P", "-c", DEADLY))
    digest = content_hash((project.root / "news/old/mill.txt").read_bytes())
    expected = [read_one(project.root, path) for path in sorted(FILES)]
    expected[1] = Read("news/old/mill.txt", digest, problem=KILLED)
    assert unpacked(new.read(project.root, sorted(FILES))) == expected


def test_a_file_that_keeps_its_reader_for_ever_costs_itself_alone(
    new: ReaderBeside, project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_beside, "COMMAND", (sys.executable, "-P", "-c", ENDLESS))
    monkeypatch.setattr(reader_beside, "DEATHS", 1)
    assert [read.problem for read in unpacked(new.read(project.root, ["news/harbour.txt"]))] == [KILLED]


def test_a_reader_that_does_not_begin_is_no_fault_of_a_file(
    new: ReaderBeside, project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_beside, "COMMAND", (sys.executable, "-P", "-c", "pass"))
    with pytest.raises(InputError, match="ends before it begins"):
        new.read(project.root, sorted(FILES))


def test_notes_that_cannot_be_used_end_the_build(reader: ReaderBeside, project: Config) -> None:
    (project.root / "news/sources.toml").write_text("[[document]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"sources\.toml:1"):
        reader.read(project.root, sorted(FILES))


def chunk(seen: Scan, **other: Any) -> Chunk:
    parts = tuple(Part(*file[:3], seen.notes.of(file.path)) for file in seen.files)
    return Chunk(str(seen.root), version(), parts)._replace(**other)


def test_a_worker_reads_what_it_sees_as_it_was_found(make_project: MakeProject) -> None:
    project = make_project({**FILES, "news/grown.txt": "It has 43 cranes.\n", "news/touched.txt": "It has 9.\n"})
    wanted = chunk(scan(project))
    (project.root / "news/grown.txt").write_text("It has 44 cranes, and 3 docks.\n")
    os.utime(project.root / "news/touched.txt", (1, 1))
    answer = read_chunk(wanted)
    assert answer.unseen == ("news/grown.txt", "news/touched.txt")
    assert [read.path for read in unpacked(list(answer.lots))] == sorted(FILES)
    (project.root / "news/sources.toml").write_text("", encoding="utf-8")
    assert read_chunk(wanted).lots == ()
    assert read_chunk(wanted._replace(root=str(project.root / "elsewhere"))).lots == ()


def test_a_worker_of_another_version_reads_nothing(project: Config) -> None:
    with pytest.raises(InputError, match=r"has factcheck .*, this is 0\.0\.9: an index is read by one version"):
        read_chunk(chunk(scan(project), version="0.0.9"))


def keep(path: Path, project: Config, *names: str) -> list[Read]:
    """Keep some files, a lot each."""
    seen = scan(project)
    by_path = {file.path: file for file in seen.files}
    reads = [read_one(project.root, name) for name in names]
    with KeptLots(path) as kept:
        for read in reads:
            kept.add([read.state(by_path[read.path], seen)], lots.packed([read]))
    return reads


def test_what_was_kept_is_known_again(project: Config, tmp_path: Path) -> None:
    first, second = sorted(FILES)[:2]
    reads = [*keep(tmp_path / "part", project, first), *keep(tmp_path / "part", project, second)]
    with KeptLots(tmp_path / "part") as kept:
        assert list(kept.known()) == [first, second]
        assert [kept.read(second), kept.read(first)] == reads[::-1]
    assert (tmp_path / "part").stat().st_mode & 0o077 == 0 or os.name != "posix"


@pytest.mark.parametrize("lost", [1, 100])
def test_a_lot_that_is_not_whole_was_never_there(project: Config, tmp_path: Path, lost: int) -> None:
    path, (first, second, third) = tmp_path / "part", sorted(FILES)
    keep(path, project, first, second)
    path.write_bytes(path.read_bytes()[:-lost])
    with KeptLots(path) as kept:
        assert list(kept.known()) == [first]
    reads = keep(path, project, third)
    with KeptLots(path) as kept:
        assert list(kept.known()) == [first, third]
        assert kept.read(third) == reads[0]


def test_what_another_version_has_read_is_not_known(
    project: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path / "part", project, *FILES)
    monkeypatch.setattr("factcheck.workspace.kept_lots.version", lambda: "0.0.9")
    with KeptLots(tmp_path / "part") as kept:
        assert kept.known() == {}
    assert (tmp_path / "part").read_bytes() == b"0.0.9\n"


def test_nothing_is_kept_where_nothing_can_be(project: Config) -> None:
    with KeptLots(None) as kept:
        kept.add([], b"")
        assert kept.known() == {}
