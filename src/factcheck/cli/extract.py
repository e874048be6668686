"""`factcheck extract`: the figures and quotations of any text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.inputs import checked_date

if TYPE_CHECKING:
    from factcheck.model import Claim


@click.command("extract", short_help="List the figures and quotations of any text.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--date", callback=checked_date, default="", metavar="EDTF", help="The text's own date, to resolve relative ones."
)
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@pass_session
def command(session: Session, files: tuple[str, ...], date: str, form: str) -> None:
    """List every figure and quotation found in FILE with its value, unit, subject and speaker.

    FILE may be of any format in docs/documents.md; - is standard input. The library is not consulted.

    \b
    Examples:
      factcheck extract report.txt
      factcheck extract --date 2022-06-14 --format jsonl article.html
      pdftotext report.pdf - | factcheck extract -
    """
    from factcheck.cli.inputs import reading

    for path in files:
        found = reading(path, date)
        for warning in found.source.warnings:
            session.say(f"{path}: {warning}")
        write = _write_lines if form == "jsonl" else _write_table
        claims = list(found.claims())
        if aside := sum(claim.aside for claim in claims):
            from factcheck.cli.index import aside_words

            session.say(f"{path}: {aside_words(aside)} are no statements of it")
        write(session, path, claims)


def _write_lines(_session: Session, _path: str, claims: Iterable[Claim]) -> None:
    import sys

    from factcheck.report.formats.contract import claim_record
    from factcheck.report.json_text import dumps

    sys.stdout.writelines(dumps(claim_record(claim)) + "\n" for claim in claims)


HEAD = ("place", "kind", "text", "value", "unit", "subject", "measure", "scope", "speaker")


def _write_table(session: Session, path: str, claims: Iterable[Claim]) -> None:
    from factcheck.cli.table import write_table

    rows = (
        (claim.where, claim.kind.value, claim.text, claim.value.text, claim.unit,
         claim.subject, claim.measure, claim.scope, claim.speaker)
        for claim in claims if not claim.aside
    )  # fmt: skip
    write_table(session, HEAD, rows, title=path)
