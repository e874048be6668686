"""Everything that can be wrong with the user's set-up, as exceptions; what is wrong with a text is a finding.

FactcheckError
├── ConfigError      factcheck.toml, sources.toml, claims/*.toml: says file, line and key
├── InputError       a file or option that cannot be used: missing, unreadable, not a text
└── StoreError       the index cannot be built, opened or written
"""

from __future__ import annotations

from pathlib import Path


class FactcheckError(Exception):
    """One line that says what is wrong, where, and what to do. The command line prints it and exits 2."""


class ConfigError(FactcheckError):
    """A configuration or claims file that cannot be used, with the place in it."""

    def __init__(self, path: Path | str, problem: str, line: int | None = None) -> None:
        self.path, self.problem, self.line = Path(path), problem, line
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")

    def __reduce__(self) -> tuple[type[ConfigError], tuple[Path, str, int | None]]:
        """Made again from its parts where it comes from another process."""
        return type(self), (self.path, self.problem, self.line)


class InputError(FactcheckError):
    """A file or argument of the user's that cannot be read or understood."""


class StoreError(FactcheckError):
    """The index cannot be built, opened or written."""
