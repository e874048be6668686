"""Which texts to verify: those that are named, those in folders that are, or those of the project; no source is one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from factcheck.cli.inputs import STDIN
from factcheck.errors import ConfigError, InputError
from factcheck.lean.record import NamedTuple

if TYPE_CHECKING:
    from factcheck.cli.context import Session
    from factcheck.config import Config

# What is taken for a draft in a folder; a file that is named is read whatever its name.
SUFFIXES = frozenset(
    ".md .markdown .mdown .qmd .rmd .txt .text .rst .rest .adoc .asciidoc .asc .html .htm .xhtml"
    " .docx .odt .rtf".split()
)


class Passing(NamedTuple):
    """What is passed by: patterns besides the project's own, whether they hold for named files too."""

    patterns: Sequence[str] = ()
    named_too: bool = False


NOTHING = Passing()


def choose(session: Session, project: Config, named: Sequence[str], passing: Passing = NOTHING) -> list[str]:
    """The drafts to read, each once. Sources of the library among those named are left out and said to be: a source
    that is held against itself proves nothing, and a pre-commit hook hands over whatever has changed."""
    from factcheck.workspace.survey import counts

    paths: dict[str, None] = {}
    for name in named or _of_project(project):
        if name not in ("", STDIN) and Path(name).is_dir():
            paths |= dict.fromkeys(_within(project, Path(name), passing))
        elif name not in ("", STDIN) and counts(project, name):
            session.say(f"{name}: is a source of the library, not a draft; left out")
        elif passing.named_too and _is_passed_by(project, name, passing):
            session.detail(f"{name}: is excluded; left out")
        else:
            paths[name] = None
    if not paths and "PRE_COMMIT" not in os.environ:
        raise InputError("nothing was checked: there is no draft among these files")
    return list(paths)


def _of_project(project: Config) -> list[str]:
    from factcheck.workspace.files import find

    if not project.drafts:
        raise click.UsageError("name a DRAFT, or set [verify] drafts in factcheck.toml")
    found = find(project.root, project.drafts, project.passed_by)
    if not found:
        raise ConfigError(project.path, f"nothing was checked: no file matches drafts = {list(project.drafts)}")
    return [os.path.relpath(project.root / file.path) for file in found]


def _within(project: Config, folder: Path, passing: Passing) -> Iterator[str]:
    """The drafts in a folder and those below it, in the order of their paths; what git ignores is left out."""
    from factcheck.workspace.files import find
    from factcheck.workspace.git import kept
    from factcheck.workspace.survey import counts

    listed = kept(folder)
    paths = [file.path for file in find(folder, ["**/*"])] if listed is None else listed
    for path in sorted(paths):
        whole = os.path.join(folder, path) if folder != Path() else path  # noqa: PTH118 # as it was written, "./" aside
        if PurePath(path).suffix.lower() not in SUFFIXES or _is_hidden(path) or not Path(whole).is_file():
            continue
        if not (counts(project, whole) or _is_passed_by(project, whole, passing)):
            yield whole


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in PurePath(path).parts)


def _is_passed_by(project: Config, path: str, passing: Passing) -> bool:
    """Whether a file, or a folder that it lies in, matches a pattern."""
    from factcheck.workspace.survey import inside, matches

    place = inside(project, path)
    places = [place, *map(str, PurePath(place).parents[:-1])]
    return any(matches((*project.passed_by, *passing.patterns), one) for one in places)
