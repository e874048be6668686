"""Which texts to verify: those that are named, or those of the project; a source is no draft."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.inputs import STDIN
from factcheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from factcheck.cli.context import Session
    from factcheck.config import Config


def choose(session: Session, project: Config, named: Sequence[str]) -> list[str]:
    """The drafts to read, each once. Sources of the library among them are left out and said to be: a source that is
    held against itself proves nothing, and a pre-commit hook hands over whatever has changed."""
    paths = list(dict.fromkeys(named or _of_project(project)))
    sources = {path for path in paths if _is_source(project, path)}
    for path in sorted(sources):
        session.say(f"{path}: is a source of the library, not a draft; left out")
    chosen = [path for path in paths if path not in sources]
    if not chosen and "PRE_COMMIT" not in os.environ:
        raise InputError("nothing was checked: there is no draft among these files")
    return chosen


def _of_project(project: Config) -> list[str]:
    from factcheck.workspace.files import find

    if not project.drafts:
        raise click.UsageError("name a DRAFT, or set [verify] drafts in factcheck.toml")
    found = find(project.root, project.drafts)
    if not found:
        raise ConfigError(project.path, f"nothing was checked: no file matches drafts = {list(project.drafts)}")
    return [os.path.relpath(project.root / file.path) for file in found]


def _is_source(project: Config, path: str) -> bool:
    from factcheck.workspace.files import expression

    if path in ("", STDIN):
        return False
    inside = os.path.relpath(path, project.root).replace(os.sep, "/")
    matches = (expression(pattern).fullmatch(inside) for pattern in project.sources)
    return any(matches) and not any(expression(pattern).fullmatch(inside) for pattern in project.exclude)
