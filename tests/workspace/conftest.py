"""Projects of small files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workspace.small_project import FILES, MakeProject, write

from factcheck import config
from factcheck.config import Config
from factcheck.workspace import chunk

# What only a POSIX system has is tested there: processes that are killed.
collect_ignore = [] if os.name == "posix" else ["test_cluster.py"]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Makes a project of some files, in a folder of some name."""

    def make(files: dict[str, str] | None = None, name: str = "project") -> Config:
        root = tmp_path / name
        root.mkdir()
        (root / config.NAME).write_text('[library]\nsources = ["news/**/*.txt"]\n', encoding="utf-8")
        for path, text in (FILES if files is None else files).items():
            write(root / path, text)
        return config.load(root / config.NAME)

    return make


@pytest.fixture
def project(make_project: MakeProject) -> Config:
    return make_project()


@pytest.fixture(autouse=True, scope="module")
def no_reader_left() -> Iterator[None]:
    """End the reader that reading chunks leaves, which the worker of a cluster keeps as long as it lives."""
    yield
    kept = chunk.OWN.__dict__.pop("reader", None)
    if kept:
        kept.close()
