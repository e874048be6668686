"""Writes what the program itself knows best: docs/rules.md, docs/cli.md, and what README.md shows it to print.

python tools/write_docs.py      # then commit; tests/test_docs.py fails while a page is out of date
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from factcheck.cli.main import COMMANDS, cli, main
from factcheck.report.formats.contract import VERSION
from factcheck.report.schemas import SCHEMAS
from factcheck.rules.catalogue import CATALOGUE
from factcheck.rules.online import anchor
from factcheck.rules.rule import Rule

ROOT = Path(__file__).parents[1]
# The pages whose commands are run.
WALKED = ("tutorial.md", "from-spreadsheet.md")
README, DOCS = ROOT / "README.md", ROOT / "docs"
# A block of README.md that shows a command line of ours and what it prints.
SHOWN = re.compile(r"^(```console\n\$ factcheck (?P<args>.*)\n)(?P<output>(?:.*\n)*?)(```)$", re.MULTILINE)
# The lines of a help text that are the same for every command.
SHARED = re.compile(
    r"^  (?:--config FILE|--color \[|-q, --quiet|-v, --verbose|-h, --help).*\n(?: {10,}.*\n)*", re.MULTILINE
)


def rules_page() -> str:
    """docs/rules.md: every rule with what it says, why, an example and what to do."""
    head = (
        "# Rules\n\nWritten by `tools/write_docs.py` from the catalogue that `factcheck explain` prints.\n\n"
        "An error fails a run (exit status 1), a warning is shown; `--fail-on` changes which do.\n"
        "Codes and names are permanent.\n\n| code | name | level | |\n|---|---|---|---|\n"
    )
    rows = "".join(
        f"| [{rule.code}](#{anchor(rule)}) | {rule.name} | {rule.level} | {rule.message} |\n" for rule in CATALOGUE
    )
    return head + rows + "".join(map(_rule, CATALOGUE))


def cli_page() -> str:
    """docs/cli.md: the help of every command."""
    head = "# Commands\n\nWritten by `tools/write_docs.py` from `factcheck --help` and `factcheck COMMAND --help`.\n"
    return head + "".join(f"\n## {title}\n\n```\n{text}```\n" for title, text in _helps())


def schema_page(name: str) -> str:
    """A schema as `factcheck schema` prints it."""
    return printed(["schema", name])


def manual_page() -> str:
    """docs/factcheck.1."""
    return _tool("manual").manual()  # type: ignore[no-any-return] # a module by name


def walked_page(name: str) -> str:
    """A page that teaches, with what its commands print now."""
    return _tool("walk").walked(  # type: ignore[no-any-return] # a module by name
        (DOCS / name).read_text(encoding="utf-8")
    )


def _tool(name: str) -> Any:
    """A tool beside this one, whether this is run as a script or imported by the tests."""
    return import_module(f"tools.{name}" if __name__ == "tools.write_docs" else name)


def readme() -> str:
    """README.md with what its command lines print now."""
    text = README.read_text(encoding="utf-8")
    return SHOWN.sub(lambda block: f"{block[1]}{printed(shlex.split(block['args']))}{block[4]}", text)


def printed(args: list[str]) -> str:
    """What a command line prints in the project's own folder."""
    output = io.StringIO()
    with chdir(ROOT), redirect_stdout(output), redirect_stderr(io.StringIO()):
        status = main(args)
    if status > 1:
        raise SystemExit(f"factcheck {shlex.join(args)} exits with status {status}")
    return output.getvalue()


def _rule(rule: Rule) -> str:
    return (
        f"\n## {rule.code} {rule.name}\n\n**{rule.level.capitalize()}.** {rule.message}\n\n{rule.why}\n\n"
        f"- Example: {rule.example}\n- What to do: {rule.advice}\n"
    )


def _helps() -> Iterator[tuple[str, str]]:
    """The title and help text of the program and each of its commands; the shared options are shown once, first."""
    top = click.Context(cli, info_name="factcheck", terminal_width=100, **cli.context_settings)
    yield "factcheck", cli.get_help(top) + "\n"
    for name in COMMANDS:
        command = cli.get_command(top, name)
        if command:
            yield from _help(command, click.Context(command, top, name, terminal_width=100))


def _help(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    text = SHARED.sub("", command.get_help(context) + "\n").removesuffix("\nOptions:\n")
    yield context.command_path, text
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _help(inner, click.Context(inner, context, name, terminal_width=100))


if __name__ == "__main__":
    README.write_text(readme(), encoding="utf-8")
    (DOCS / "rules.md").write_text(rules_page(), encoding="utf-8")
    (DOCS / "cli.md").write_text(cli_page(), encoding="utf-8")
    (DOCS / "factcheck.1").write_text(manual_page(), encoding="utf-8")
    for name in WALKED:
        (DOCS / name).write_text(walked_page(name), encoding="utf-8")
    for name in SCHEMAS:
        (DOCS / "schemas" / f"v{VERSION}" / f"{name}.json").write_text(schema_page(name), encoding="utf-8")
