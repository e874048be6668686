"""The options that all commands share, before or after the command's name, and what they make when asked."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from factcheck.lean.record import dataclass

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.services.library import Library
    from factcheck.store import protocol

# Where no terminal tells its width: the width of piped text, the same everywhere.
PLAIN_WIDTH = 100


@dataclass(slots=True)
class Session:
    """The shared options of one run; what it asks for twice is read once.

    config: the project file, None where it is to be searched for
    """

    config: Path | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    _project: Config | None = None
    _library: protocol.Library | None = None

    def colored(self, stream: TextIO | None = None) -> bool:
        """Whether to colour: as asked, else on a terminal unless NO_COLOR is set (https://no-color.org), or where
        FORCE_COLOR is (https://force-color.org)."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return os.environ.get("TERM") != "dumb" and (stream or sys.stdout).isatty()

    def width(self) -> int:
        """The columns to write in: the terminal's, or a fixed number where the output is no terminal."""
        if not sys.stdout.isatty():
            return PLAIN_WIDTH
        import shutil

        return max(20, shutil.get_terminal_size().columns)

    def project(self) -> Config:
        """The project file, read. Raises ConfigError."""
        from factcheck import config

        if self._project is None:
            self._project = config.load(self.config)
            self.detail(f"the project is {self._project.path}")
        return self._project

    def library(self) -> protocol.Library:
        """The library of the project, its index refreshed, open until the run ends.

        Raises ConfigError, InputError or StoreError.
        """
        from factcheck import workspace
        from factcheck.cli.progress import reading

        if self._library is None:
            with reading(self) as progress:
                self._library = workspace.open_library(self.project(), workspace.Order(self.say, progress))
            click.get_current_context().find_root().call_on_close(self._library.close)
        return self._library

    def open(self, strictness: str = "") -> Library:
        """The same library as programs use it. `strictness`: as the project file says, unless it is given."""
        from factcheck.services.library import Library

        return Library(self.project(), self.library(), strictness=strictness)

    def close(self) -> None:
        """Let go of the library before the run ends."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def say(self, message: str) -> None:
        """A remark on standard error, unless --quiet."""
        if not self.quiet:
            _remark(message)

    def detail(self, message: str) -> None:
        """A remark on standard error, with --verbose only."""
        if self.verbose:
            _remark(message)


def _remark(message: str) -> None:
    from factcheck.cli.output import remark

    remark(message)


pass_session = click.make_pass_decorator(Session, ensure=True)


def add_shared_options(command: click.Command) -> click.Command:
    """Give a command, and its subcommands, the shared options; once, however often it is called."""
    present = {parameter.name for parameter in command.params}
    command.params += [option for option in _shared_options() if option.name not in present]
    if isinstance(command, click.Group):
        for subcommand in command.commands.values():
            add_shared_options(subcommand)
    return command


def _shared_options() -> list[click.Option]:
    return [
        click.Option(["--config"], type=click.Path(path_type=Path), metavar="FILE", expose_value=False, callback=_set,
                     help="The project file. Default: factcheck.toml here or in a folder above."),
        click.Option(["--color"], type=click.Choice(["auto", "always", "never"]), expose_value=False, callback=_set,
                     help="When to colour. Default: auto, on a terminal or with FORCE_COLOR, but not with NO_COLOR."),
        click.Option(["--quiet", "-q"], is_flag=True, default=None, expose_value=False, callback=_set,
                     help="No remarks on standard error."),
        click.Option(["--verbose", "-v"], is_flag=True, default=None, expose_value=False, callback=_set,
                     help="More remarks on standard error: the project, what was not read."),
    ]  # fmt: skip


def _set(ctx: click.Context, option: click.Parameter, value: object) -> None:
    """Keep the value of a shared option; one that is not given changes nothing that an earlier place set."""
    session = ctx.ensure_object(Session)
    if value is not None and option.name:
        setattr(session, option.name, value)
