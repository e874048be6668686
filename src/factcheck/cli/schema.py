"""`factcheck schema`: the JSON Schemas of what commands print and of the project file."""

from __future__ import annotations

import click

from factcheck.cli.output import write_json

NAMES = ("findings", "claims", "config")


@click.command("schema", short_help="Print the JSON Schema of findings, claims or the project file.")
@click.argument("name", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Print a JSON Schema: of the findings that verify prints, of the claims that extract prints, or of factcheck.toml.

    They are published in docs/schemas/ as well; `factcheck claims schema` prints that of a claims file.

    \b
    Examples:
      factcheck schema findings > findings.json
      factcheck schema config > factcheck.schema.json
    """
    from factcheck.report.schemas import schema

    write_json(schema(name))
