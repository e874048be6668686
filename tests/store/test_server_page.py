"""What docs/server.md says to type does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg
import pytest
import yaml
from tests.postgres import fresh_project, shared_server
from tests.store.small_library import HARBOUR, contents, state

from factcheck.errors import StoreError
from factcheck.store.db_address import Address, address
from factcheck.store.postgres import PostgresLibrary
from factcheck.store.postgres_build import Hold, PostgresBuilder

PAGE = (Path(__file__).parents[2] / "docs" / "server.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def test_the_roles_build_and_read_and_nothing_else() -> None:
    superuser = shared_server().url(fresh_project())
    with psycopg.connect(superuser.partition("&project")[0], autocommit=True) as db:
        db.execute("CREATE DATABASE news TEMPLATE template0 ENCODING UTF8")
    with psycopg.connect(news(superuser, "tester").link, autocommit=True) as db:
        db.execute(block("sql"))
    builder, reader = news(superuser, "factcheck_build"), news(superuser, "factcheck_read")
    with pytest.raises(FileNotFoundError):
        PostgresLibrary(reader)
    # The second time, tables of another version are made anew, and can be read like the first.
    for path in ("harbour", "quay"):
        with Hold(builder) as hold:
            with PostgresBuilder(hold, fresh=True, mark="test") as building:
                building.add(state(path), contents(path, HARBOUR))
                building.finish({})
            with PostgresLibrary(reader) as library:
                assert list(library.files()) == [path]
                library.examine()
                library.opening()
            hold.db.execute("UPDATE layout SET published = 1, staged = 1")
    with Hold(reader) as hold, pytest.raises(StoreError, match=r"may not do that; see the roles in docs/server\.md"):
        PostgresBuilder(hold, fresh=False, mark="test")
    with Hold(reader._replace(project="other")) as hold, pytest.raises(StoreError, match="may not do that"):
        PostgresBuilder(hold, fresh=False, mark="test")


def test_who_may_not_even_read_is_told_so() -> None:
    place = address(shared_server().url(fresh_project()), "")
    with Hold(place) as hold:
        with PostgresBuilder(hold, fresh=False, mark="test") as building:
            building.finish({})
        name = place.project.replace("-", "_")
        hold.db.execute(f"CREATE ROLE {name} LOGIN")
        with pytest.raises(StoreError, match=r"may not do that; see the roles in docs/server\.md \(permission denied"):
            PostgresLibrary(place._replace(link=place.link.replace("tester@", f"{name}@")))


def test_the_compose_file_is_one() -> None:
    composed = yaml.safe_load(block("yaml"))
    service = composed["services"]["index"]
    assert service["environment"]["POSTGRES_DB"] == "news"
    assert set(service["secrets"]) == set(composed["secrets"])
    assert {name.partition(":")[0] for name in service["volumes"]} == {"index", "./roles.sql"}


def news(url: str, user: str) -> Address:
    return address(url.replace("tester@/postgres", f"{user}@/news"), "")
