"""Addresses of indexes in databases: whose they are, and that no message ever holds a password of theirs."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.errors import StoreError
from factcheck.store.db_address import address, masked

# What is shown of an address, whatever way a password came into it.
SHOWN = [
    ("no address at all, not even near: a@b", "no address at all, not even near: a@b"),
    ("postgresql://db/news", "postgresql://db/news"),
    ("postgresql://ann@db:5433/news?sslmode=verify-full", "postgresql://ann@db:5433/news?sslmode=verify-full"),
    ("postgresql:///news?host=/run/postgresql", "postgresql:///news?host=/run/postgresql"),
    ("postgresql://ann:tide@db/news", "postgresql://ann:***@db/news"),
    ("postgres://ann:t@i/d?e#@db/news", "postgres://ann:***@db/news"),
    ("postgresql://:tide@db/news", "postgresql://:***@db/news"),
    ("postgresql://db/news?user=ann&password=tide&x=1", "postgresql://db/news?user=ann&password=***&x=1"),
    ("postgresql://db/news?pass%77ord=tide", "postgresql://db/news?pass%77ord=***"),
    ("postgresql://db/news?sslpassword=tide", "postgresql://db/news?sslpassword=***"),
]


@each(("url", "shown"), SHOWN)
def test_no_password_is_shown(url: str, shown: str) -> None:
    assert masked(url) == shown


@each("url", [url for url, shown in SHOWN if "***" in shown])
def test_no_password_stands_in_a_message(url: str) -> None:
    place = address(url, "harbour")
    assert "tide" not in place.shown
    assert "tide" not in place.discreet(f"what a server may say\nof {url} and of tide itself")


PROJECTS = [
    ("postgresql://db/news?project=desk_2", "harbour", "desk_2", "postgresql://db/news"),
    (
        "postgresql://db/news?sslmode=require&project=desk-2",
        "harbour",
        "desk-2",
        "postgresql://db/news?sslmode=require",
    ),
    ("postgresql://db/news", "Tarn & Odby (new)", "tarn-odby-new", "postgresql://db/news"),
    ("postgresql://db/news", "Ærø", "r", "postgresql://db/news"),
    ("postgresql://db/news", "…", "project", "postgresql://db/news"),
]


@each(("url", "folder", "project", "link"), PROJECTS)
def test_a_project_is_named_in_the_url_or_after_its_folder(url: str, folder: str, project: str, link: str) -> None:
    found = address(url, folder)
    assert (found.project, found.link, found.schema) == (project, link, f"factcheck_{project}")
    assert found.shown.endswith(f"project={project}")


@each("url", ["mysql://ann@db/news", "db/news", "postgresql://db/x?project=A;DROP", "postgres://d?project="])
def test_what_is_no_address_is_said(url: str) -> None:
    with pytest.raises(StoreError, match=r"is no address of an index|is no name of a project"):
        address(url, "harbour")
