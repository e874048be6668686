"""The claims files of a project."""

from __future__ import annotations

from pathlib import Path

from factcheck.config import Config
from factcheck.workspace.files import find


def claim_files(project: Config) -> list[Path]:
    """The files that the project file names as claims, in order; from the current folder where they lie below it."""
    here = Path.cwd()
    paths = [project.root / found.path for found in find(project.root, project.claims)]
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in paths]
