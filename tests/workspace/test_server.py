"""An index on a server: built when that is asked for, taken as it is by all others, the same as one in a file."""

from __future__ import annotations

import psycopg
import pytest
from tests.postgres import fresh_project, shared_server
from tests.workspace.small_project import MakeProject, write

from factcheck import config
from factcheck.config import Config
from factcheck.errors import ConfigError, StoreError
from factcheck.lean.record import replace
from factcheck.store.protocol import Library
from factcheck.workspace import Order, open_library, opened
from factcheck.workspace.index_site import site_of

BUILD = Order(examine=True)


@pytest.fixture
def shared(project: Config) -> Config:
    """The same project with its index on a server."""
    return replace(project, index=shared_server().url(fresh_project()))


def files(library: Library) -> list[str]:
    with library:
        return list(library.files())


def test_who_reads_builds_nothing(shared: Config) -> None:
    with pytest.raises(StoreError, match="holds no index; `factcheck index` builds it"):
        open_library(shared)
    library, changes = opened(shared, BUILD)
    assert len(files(library)) == len(changes.read) == 3
    write(shared.root / "news/tower.txt", "The tower opened in 1950.\n")
    assert len(files(open_library(shared))) == 3
    library, changes = opened(shared, BUILD)
    assert [file.path for file in changes.read] == ["news/tower.txt"]
    assert len(files(library)) == len(files(open_library(shared))) == 4


def test_who_reads_needs_no_sources(shared: Config) -> None:
    opened(shared, BUILD)[0].close()
    for source in shared.root.glob("news/**/*.txt"):
        source.unlink()
    assert len(files(open_library(shared))) == 3


def test_a_desk_elsewhere_sees_the_same_and_reads_nothing_again(shared: Config, make_project: MakeProject) -> None:
    opened(shared, BUILD)[0].close()
    other = replace(make_project(name="elsewhere"), index=shared.index)
    library, changes = opened(other, BUILD)
    assert not changes.read
    assert len(changes.touch) == len(files(library)) == 3


def test_what_it_says_is_what_a_file_would_say(project: Config, shared: Config) -> None:
    with open_library(project) as own, opened(shared, BUILD)[0] as library:
        for ask in (Library.files, Library.digests, Library.problems, Library.documents, Library.vocabulary):
            assert ask(own) == ask(library)
        assert list(own.all_claims()) == list(library.all_claims())
        assert list(own.all_passages()) == list(library.all_passages())
        assert {**own.meta, "taken_ns": ""} == {**library.meta, "taken_ns": ""}


def test_an_index_of_another_version_is_told(shared: Config) -> None:
    opened(shared, BUILD)[0].close()
    with psycopg.connect(link(shared), autocommit=True) as db:
        db.execute(f"UPDATE {schema(shared)}.meta SET value = 'older' WHERE key = 'version'")
    remarks: list[str] = []
    open_library(shared, Order(remarks.append)).close()
    assert remarks == ["the index was made by another version of factcheck; `factcheck index` builds it anew"]
    library, changes = opened(shared, Order(remarks.append, examine=True))
    assert len(changes.read) == len(files(library)) == 3


def test_an_altered_index_is_built_anew(shared: Config) -> None:
    opened(shared, BUILD)[0].close()
    with psycopg.connect(link(shared), autocommit=True) as db:
        db.execute(f"UPDATE {schema(shared)}.claims SET text = '44' WHERE text = '43'")
    remarks: list[str] = []
    library, changes = opened(shared, Order(remarks.append, examine=True))
    assert len(changes.read) == len(files(library)) == 3
    assert [remark.partition(": ")[2] for remark in remarks] == [
        "what it says of news/harbour.txt was changed from outside; `factcheck index --rebuild` builds it anew;"
        " building it anew"
    ]


def test_a_server_that_is_away_is_no_damage(shared: Config) -> None:
    away = replace(shared, index="postgresql://ann:tide@127.0.0.1:1/news?project=x")
    for order in (Order(), BUILD):
        with pytest.raises(StoreError, match=r"postgresql://ann:\*\*\*@\S+: cannot be reached"):
            opened(away, order)


def test_what_is_no_address_is_told_with_its_line(project: Config) -> None:
    project.path.write_text('[library]\nsources = ["news/*.txt"]\nindex = "mysql://ann@db/news"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"factcheck\.toml:3: 'mysql://ann@db/news' is no address of an index"):
        site_of(config.load(project.path))


def test_a_builder_waits_for_another(shared: Config) -> None:
    site, remarks = site_of(shared), list[str]()
    with site.alone(remarks.append, lambda: False) as own:
        assert own
        with site.alone(remarks.append, lambda: False) as other:
            assert other is None
    with site.alone(remarks.append, lambda: False) as own:
        assert own


def link(project: Config) -> str:
    return project.index.partition("&project=")[0]


def schema(project: Config) -> str:
    return f'"factcheck_{project.index.partition("&project=")[2]}"'
