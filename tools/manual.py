"""The manual page, made of the help texts: docs/factcheck.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from factcheck import __version__
from factcheck.cli.main import COMMANDS, cli

# A command line in a help text, which stands as it is; click writes no break before it with this sign.
VERBATIM = "\b"
FILES = {
    "factcheck.toml": "The project file; [tool.factcheck] of pyproject.toml does as well.",
    "factcheck-accepted.toml": "Findings that may stand, each with its reason.",
    "claims/*.toml": "What the project's checkers have confirmed, corrected and ruled on.",
    "sources.toml": "What no source says of itself: title, publisher, date.",
    ".factcheck/": "The index and what was found before; can be deleted at any time.",
}
VARIABLES = {
    "FACTCHECK_BY": "Who decides, for claims and acceptances.",
    "NO_COLOR, FORCE_COLOR": "Never to colour, or to colour without a terminal.",
}
STATUS = {
    "0": "nothing to report",
    "1": "findings at or above the fail level",
    "2": "wrong usage, configuration or unreadable input",
    "3": "a bug in factcheck",
}


def manual() -> str:
    """The page as roff, in the macros of man(7)."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield f'.TH FACTCHECK 1 "" "factcheck {__version__}" "User Commands"'
    # Ragged, and no word broken: options are copied from it.
    yield from (".ad l", ".nh")
    yield from (".SH NAME", r"factcheck \- check every figure and quotation of a draft against your own sources")
    yield from (".SH SYNOPSIS", ".B factcheck", r"[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGUMENTS\fR]")
    context = click.Context(cli, info_name="factcheck", **cli.context_settings)
    yield from (".SH DESCRIPTION", *_prose(cli.help or ""), ".SH OPTIONS", *_options(cli, context), ".SH COMMANDS")
    for name in COMMANDS:
        found = cli.get_command(context, name)
        if found:
            yield from _command(found, click.Context(found, context, name), {option.name for option in cli.params})
    for heading, rows in (("EXIT STATUS", STATUS), ("FILES", FILES), ("ENVIRONMENT", VARIABLES)):
        yield f".SH {heading}"
        for term, words in rows.items():
            yield from (".TP", f".B {_safe(term)}", _safe(words))


def _command(found: click.Command, context: click.Context, shared: set[str | None]) -> Iterator[str]:
    yield f'.SS "{_safe(context.command_path)} {_safe(" ".join(found.collect_usage_pieces(context)))}"'
    yield from _prose(found.help or "")
    yield from _options(found, context, shared)
    if isinstance(found, click.Group):
        for name, inner in found.commands.items():
            yield from _command(inner, click.Context(inner, context, name), shared)


def _options(found: click.Command, context: click.Context, shared: set[str | None] | None = None) -> Iterator[str]:
    """The options of a command, without those that all commands share; versions of click differ in what they call the
    one for help, and in whether they list arguments."""
    for parameter in found.get_params(context):
        is_shared = shared is not None and (parameter.name in shared or "--help" in parameter.opts)
        is_told = isinstance(parameter, click.Option) and not is_shared
        record = parameter.get_help_record(context) if is_told else None
        if record:
            yield from (".TP", rf"\fB{_safe(record[0])}\fR", _safe(record[1]))


def _prose(text: str) -> Iterator[str]:
    """The paragraphs of a help text; examples stand as they are."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.splitlines()]
        if lines[0] == VERBATIM:
            yield from (".PP", ".nf", *map(_safe, lines[1:]), ".fi")
        else:
            yield from (".PP", _safe(" ".join(lines)))


def _safe(text: str) -> str:
    """Words of which nothing acts in roff."""
    shown = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("…", "...").replace("|", r"|\:")
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown
