"""The entry point: finds the command, imports it, runs it, and turns what went wrong into an exit status."""

from __future__ import annotations

import gc
import importlib
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

import click

from factcheck import __version__
from factcheck.cli.context import Session, add_shared_options
from factcheck.errors import FactcheckError
from factcheck.text.wording import nearest

CLEAN, FINDINGS, UNUSABLE, BUG = 0, 1, 2, 3
# As shells report a program that a signal ended: 128 + SIGINT, 128 + SIGPIPE.
INTERRUPTED, BROKEN_PIPE = 130, 141
LAST_STREAM = 2
BUG_REPORT = "this is a bug of ours. Please report it to the project with the command and the lines above."

# Every command with its line in `--help`, in the order of an editor's work. Each lives in `factcheck.cli.NAME` as
# `command` and is imported only when it is called.
COMMANDS = {
    "init": "Make the current folder a factcheck project.",
    "index": "Build or refresh the index of the library.",
    "sources": "List the documents of the library, or of given files.",
    "verify": "Check every figure and quotation of a draft against the library.",
    "accept": "Let a finding stand, with a reason.",
    "lookup": "Search the library for figures and quotations.",
    "who": "Show all that the library says somebody is.",
    "show": "Show a claim or document with its passage.",
    "compare": "Check one sentence against one source text.",
    "extract": "List the figures and quotations of any text.",
    "annotate": "Put the findings into a copy of a Word draft as comments.",
    "sheet": "Hand out a draft as a checker's sheet, and take it back.",
    "serve": "Serve the desk's page on this machine.",
    "cite": "Add footnotes that name the sources of a draft's figures.",
    "claims": "Keep the curated claims: list, add, accept, check.",
    "conflicts": "Report where the sources disagree.",
    "library": "Write the library as a small site that needs no server.",
    "names": "Report names that are spelt in more than one way.",
    "export": "Export the claims for other tools.",
    "explain": "Explain a rule: what it says, why, and what to do.",
    "config": "Show what is in force, and from where.",
    "lsp": "Answer an editor over the Language Server Protocol.",
    "mcp": "Answer language models over the Model Context Protocol.",
    "completion": "Print what a shell needs to complete command lines.",
    "schema": "Print the JSON Schema of findings, claims or the project file.",
}


class Commands(click.Group):
    """The commands of the table above, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"factcheck.cli.{name}").command
        return add_shared_options(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with a suggestion for a mistyped name."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            raise click.UsageError(f"no command {name!r}{_suggestion(name)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table as it stands: listing the commands imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that has closed the pipe has seen enough."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        return result


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check every figure and quotation of a draft against your own sources.

    \b
    factcheck init                     start a project in this folder
    factcheck verify draft.md          check a draft
    factcheck lookup seats 2018        search the sources
    factcheck COMMAND --help           options and examples of a command

    Exit status: 0 nothing to report, 1 findings at or above the fail level,
    2 wrong usage, configuration or unreadable input, 3 a bug in factcheck.
    """
    ctx.ensure_object(Session)


add_shared_options(cli)


def main(args: Sequence[str]) -> int:
    """Run one command line and return its exit status."""
    _never_fail_to_print()
    try:
        result = cli.main(list(args), prog_name="factcheck", standalone_mode=False)
        return result if isinstance(result, int) else CLEAN
    except click.ClickException as error:
        _show(error)
        return UNUSABLE
    except click.Abort as error:
        return INTERRUPTED if isinstance(error.__context__, KeyboardInterrupt) else UNUSABLE
    except FactcheckError as error:
        return _complain(str(error))
    except OSError as error:
        if error.strerror is None:
            return _report_bug()
        place = f"{os.fsdecode(error.filename)}: " if error.filename is not None else ""
        return _complain(place + error.strerror.lower())
    except Exception:  # the one boundary for faults of ours: told whole, with the traceback, as exit status 3
        return _report_bug()


def run() -> None:
    """The `factcheck` command."""
    # A run builds frozen values and ends: looking for cycles among them takes a twentieth of its time and finds none.
    gc.set_threshold(1_000_000, 20, 20)
    try:
        status = main(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    # The end itself is not interrupted any more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # What was opened is closed by now, and to take a million values apart before the end would take a tenth of the run.
    os._exit(status)


def _complain(problem: str) -> int:
    """Say in one line what the user has to mend."""
    from factcheck.cli.output import remark

    remark(problem)
    return UNUSABLE


def _show(error: click.ClickException) -> None:
    """What click has to say of a command line, which may hold anything."""
    from factcheck.report.visible import visible

    said = io.StringIO()
    error.show(said)
    with suppress(OSError):
        click.echo("\n".join(map(visible, said.getvalue().rstrip("\n").split("\n"))), err=True)


def _report_bug() -> int:
    import traceback

    from factcheck.report.visible import visible

    with suppress(OSError):
        for line in traceback.format_exc().splitlines():
            click.echo(visible(line), err=True)
        click.echo(f"factcheck {__version__}: {BUG_REPORT}", err=True)
    return BUG


def _suggestion(name: str) -> str:
    near = nearest(name, COMMANDS)
    return f". Did you mean {near!r}?" if near else ""


def _never_fail_to_print() -> None:
    """Programs and files get UTF-8, whatever the locale; what a terminal or a file name cannot be written in is
    escaped, and what is written to a closed stream is lost, so that no run ends over it."""
    # Python has None for a stream that was closed when it started.
    if None in (sys.stdin, sys.stdout, sys.stderr):
        # Nor shall a file of ours be opened in its place.
        while os.open(os.devnull, os.O_RDWR) <= LAST_STREAM:
            pass
        sys.stdout, sys.stderr = (stream or io.StringIO() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            reconfigure(encoding=stream.encoding if chosen else "utf-8", errors="backslashreplace")
