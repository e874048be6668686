"""`factcheck cite`: footnotes that name the sources of a draft's figures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError
from factcheck.wording import counted

if TYPE_CHECKING:
    from factcheck.report.footnotes import Notation


@click.command("cite", short_help="Add footnotes that name the sources of a draft's figures.")
@click.argument("draft", metavar="DRAFT")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, which may be DRAFT.")
@pass_session
def command(session: Session, draft: str, output: Path | None) -> None:
    """Print DRAFT (- is standard input) with a footnote after each figure and quotation that the library supports.

    A Markdown draft gets [^1] and footnotes, a plain text [1] and a list of sources. What the library contradicts or
    does not know stays without a footnote: `factcheck verify` reports it.

    \b
    Examples:
      factcheck cite draft.md
      factcheck cite draft.md --output draft.md
    """
    from factcheck.cli.inputs import reading
    from factcheck.cli.output import write_whole
    from factcheck.report.footnotes import cited
    from factcheck.verify import verify
    from factcheck.workspace.claims import disclosed_claims

    notation = _notation(draft)
    read = reading(draft)
    curation = disclosed_claims(session.project())
    text, count = cited(read.source.text, verify(read, session.library(), curation), notation)
    if output is None:
        sys.stdout.write(text)
    else:
        write_whole(output, text)
    session.say(f"{counted(count, 'source')} cited")


def _notation(path: str) -> Notation:
    from factcheck.report.footnotes import MARKDOWN, PLAIN

    suffix = Path(path).suffix.lower()
    if suffix in (".md", ".markdown"):
        return MARKDOWN
    if suffix in ("", ".txt", ".text"):
        return PLAIN
    raise InputError(f"{path}: footnotes can be added to Markdown and plain text only")
