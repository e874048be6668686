"""A copy of an index, up to a server or home from there, says what the first one says: ids, remarks and digests too."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.postgres import fresh_project, shared_server
from tests.store.test_builders import told
from tests.workspace.small_project import MakeProject, write

from factcheck.config import Config
from factcheck.store.postgres_build import PostgresBuilder
from factcheck.store.protocol import Builder, Library
from factcheck.workspace import open_library
from factcheck.workspace.copying import copy_home, copy_up
from factcheck.workspace.local import LocalSite
from factcheck.workspace.server import ServerSite

# What makes a copy hard: names that files share, ids given by hand, one of them shared and one as a file of another
# folder could be called, people and their offices, a file that is left out, one that says nothing.
FILES = {
    "news/a/note.txt": "Mayor Ann Dale said the harbour has 43 cranes.\n\nBen Holm, the director, has 12 engines.\n",
    "news/b/note.txt": "The railway opened on 5 May 1911.\n\nIt cost 2 million, said Ann Dale, the mayor.\n",
    "news/b/tower.txt": "The tower opened in 1950.\n",
    "news/c/mill.txt": "The mill employs 420 people.\n",
    "news/c/quay.txt": "The quay is 80 metres long.\n",
    "news/empty.txt": "",
    "news/torn.txt": "\0\1\2\3",
    "news/sources.toml": '[[document]]\nfile = "b/tower.txt"\nid = "c/mill"\n\n'
    '[[document]]\nfile = "c/quay.txt"\nid = "report"\n\n[[document]]\nfile = "c/mill.txt"\nid = "report"\n',
}


@pytest.fixture
def hard(make_project: MakeProject) -> Config:
    return make_project(FILES)


@pytest.fixture
def site(hard: Config) -> ServerSite:
    return ServerSite.at(hard.root, shared_server().url(fresh_project()))


def whole(library: Library) -> object:
    with library:
        return told(library), library.digests(), dict(library.meta)


def up(project: Config, site: ServerSite) -> int:
    with open_library(project) as library:
        return copy_up(library, site, print)


def test_up_and_home_again(hard: Config, site: ServerSite, tmp_path: Path) -> None:
    first = whole(open_library(hard))
    assert up(hard, site) == len(FILES) - 1
    assert whole(site.open()) == first
    with site.open() as there:
        assert sorted(document.id for document in there.documents().values()) == [
            "a/note", "b/note", "c/mill", "empty", "report", "report",
        ]  # fmt: skip
        assert len(there.problems()) == 2
        there.examine()
        copy_home(there, tmp_path / "home.sqlite")
    with LocalSite(tmp_path, tmp_path / "home.sqlite").open() as home:
        home.examine()
    assert whole(LocalSite(tmp_path, tmp_path / "home.sqlite").open()) == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home.sqlite", "project"]


def test_only_what_is_new_is_copied(hard: Config, site: ServerSite) -> None:
    up(hard, site)
    assert up(hard, site) == 0
    write(hard.root / "news/c/mill.txt", "The mill employs 421 people.\n")
    (hard.root / "news/b/tower.txt").unlink()
    assert up(hard, site) == 1
    assert whole(site.open()) == whole(open_library(hard))


def test_what_another_version_has_read_is_copied_again(hard: Config, site: ServerSite) -> None:
    up(hard, site)
    with site.alone(print, lambda: False) as own:
        assert own
        assert own.hold
        own.hold.db.execute("UPDATE meta SET value = 'older' WHERE key = 'version'")
    assert up(hard, site) == len(FILES) - 1


def test_a_copy_that_breaks_off_changes_nothing_and_goes_on_later(
    hard: Config, site: ServerSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    up(hard, site)
    before = whole(site.open())
    for path in ("news/a/note.txt", "news/b/note.txt"):
        write(hard.root / path, "The haven has 44 cranes.\n")

    def broken(builder: Builder, meta: object, problems: object = ()) -> None:
        assert isinstance(builder, PostgresBuilder)
        builder._stage()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(PostgresBuilder, "finish", broken)
        with pytest.raises(KeyboardInterrupt):
            up(hard, site)
    assert whole(site.open()) == before
    assert up(hard, site) == 0
    assert whole(site.open()) == whole(open_library(hard))


SECRET = """
[[claim]]
id = "tarn-dossier"
kind = "count"
subject = "Tarn dossier"
value = "77"
measure = "witnesses of Odby"
confidential = true
passages = []
"""


def test_no_claim_of_the_desk_leaves_its_files(hard: Config, site: ServerSite) -> None:
    write(hard.root / "claims/desk.toml", SECRET)
    write(hard.root / "news/b/note.txt", "The railway opened on 6 May 1911.\n")
    assert up(hard, site)
    with site.alone(print, lambda: False) as own:
        assert own
        assert own.hold
        schema = site.address.schema
        names = own.hold.db.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema]).fetchall()
        every = " ".join(
            str(row) for (name,) in names for row in own.hold.db.execute(f'SELECT t::text FROM "{schema}".{name} t')
        )
    assert len(names) > 8
    assert "6 May 1911" in every
    for word in ("dossier", "witnesses", "Odby", "desk.toml"):
        assert word not in every
