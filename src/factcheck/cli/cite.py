"""`factcheck cite`: footnotes that name the sources of a draft's figures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError
from factcheck.text.wording import counted

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
    from factcheck.cli import inputs
    from factcheck.report.footnotes import cited

    notation = _notation(draft)
    before = _bytes(draft) if output else b""
    source = inputs.draft(draft)
    library = session.open()
    findings = library.judge_source(source)
    library.vouch(findings)
    text, count = cited(source.text, findings, notation)
    if output is None:
        sys.stdout.write(text)
    else:
        _write(output, text, Path(draft), before)
    session.say(f"{counted(count, 'source')} cited")


def _bytes(draft: str) -> bytes:
    """What a draft holds. Raises InputError for what is not UTF-8: a guess at its letters would be written for good."""
    from factcheck.cli.inputs import STDIN
    from factcheck.readers.decode import read_bytes

    data = b"" if draft == STDIN else read_bytes(Path(draft))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{draft}: is not UTF-8; save it as UTF-8 first, so that no character is changed") from None
    return data


def _write(output: Path, text: str, draft: Path, before: bytes) -> None:
    """Write the cited text, over the draft only if that is still what was read."""
    from factcheck.cli.output import write_whole
    from factcheck.disk.rewrite import rewrite

    if not (output.exists() and draft.exists() and output.samefile(draft)):
        write_whole(output, text)
        return

    def cited_draft(now: bytes | None) -> bytes:
        if now != before:
            raise InputError(f"{draft}: was changed meanwhile; nothing was written, try again")
        return text.encode("utf-8")

    rewrite(output, cited_draft)


def _notation(path: str) -> Notation:
    from factcheck.report.footnotes import MARKDOWN, PLAIN

    suffix = Path(path).suffix.lower()
    if suffix in (".md", ".markdown"):
        return MARKDOWN
    if suffix in ("", ".txt", ".text"):
        return PLAIN
    raise InputError(f"{path}: footnotes can be added to Markdown and plain text only")
