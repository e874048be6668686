"""`factcheck config`: what is in force, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.report.formats.contract import Record

DEFAULT = "default"


@click.command("config", short_help="Show what is in force, and from where.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def command(session: Session, form: str) -> None:
    """Show every key of the project file with the value that is in force, and where it is stated.

    An option on the command line comes before the key of the same name.

    \b
    Examples:
      factcheck config
      factcheck config --config other/factcheck.toml --format json
    """
    project = session.project()
    records = [_record(project, table, name) for table, keys in _keys().items() for name in keys]
    if form == "json":
        write_json({"version": 1, "path": str(project.path), "root": str(project.root), "keys": records})
        return
    from factcheck.report.visible import visible

    for record in records:
        tell(visible(f"{record['key']} = {_written(record['value'])}  # {record['from']}"))


def _keys() -> dict[str, tuple[str, ...]]:
    from factcheck.config import KEYS

    return {table: tuple(keys) for table, keys in KEYS.items()}


def _record(project: Config, table: str, name: str) -> Record:
    from factcheck.config import KEYS, line_of
    from factcheck.store.db_address import masked

    key = KEYS[table][name]
    line = line_of(project.path, table, name) if (table, name) in project.stated else None
    value = getattr(project, key.field)
    return {
        "key": f"{table}.{name}",
        "value": list(value) if isinstance(value, tuple) else masked(value),
        "from": f"{project.path}:{line}" if line else DEFAULT,
        "about": key.about,
    }


def _written(value: list[str] | str) -> str:
    """A value as it stands in a project file."""
    from factcheck.claims.write import scalar

    return scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"
