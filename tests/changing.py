"""A project whose sources come and go, for what is kept beside an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck import config
from factcheck.store.protocol import Library
from factcheck.workspace import open_library

Project = tuple[Path, config.Config]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without sources: its folder, and what its file says."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n')
    return tmp_path, config.load(tmp_path / "factcheck.toml")


@contextmanager
def library_of(project: Project, texts: Mapping[str, str]) -> Iterator[Library]:
    """The library once these files, and no others, are the sources."""
    folder, settings = project
    for path in (folder / "sources").iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    with open_library(settings) as library:
        yield library
