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
    from factcheck.report.notations import Notation


@click.command("cite", short_help="Add footnotes that name the sources of a draft's figures.")
@click.argument("draft", metavar="DRAFT")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, which may be DRAFT.")
@click.option("--keys", is_flag=True, help="In Markdown, write Pandoc's keys, [@id, p. 12], instead of footnotes.")
@pass_session
def command(session: Session, draft: str, output: Path | None, keys: bool) -> None:
    """Print DRAFT (- is standard input) with a footnote after each figure and quotation that the library supports.

    A Markdown draft gets [^1] and footnotes, a plain text [1] and a list of sources, a page of HTML links to a list at
    its end, a Word file (.docx, with --output) footnotes of its own. What the library contradicts or does not know
    stays without a footnote: `factcheck verify` reports it. What is cited stays as it is: a second run adds nothing.

    \b
    Examples:
      factcheck cite draft.md
      factcheck cite draft.md --output draft.md
      factcheck cite --keys draft.md | pandoc --citeproc --bibliography sources.json
      factcheck cite draft.docx --output cited.docx
    """
    from factcheck.cli import inputs
    from factcheck.report.footnotes import cited

    if Path(draft).suffix.lower() == ".docx":
        _cite_word(session, Path(draft), output)
        return
    notation = _notation(draft, keys)
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


def _cite_word(session: Session, draft: Path, output: Path | None) -> None:
    from factcheck.desk.notes_in_word import noted
    from factcheck.readers import read_data
    from factcheck.readers.decode import read_bytes

    if output is None:
        raise click.UsageError("a Word file is not printed; name a file to write with --output")
    before = read_bytes(draft)
    source = read_data(before, draft.suffix, str(draft), whole=True)
    library = session.open()
    findings = library.judge_source(source)
    library.vouch(findings)
    data, count = noted(before, source, findings)
    _write(output, data, draft, before)
    session.say(f"{counted(count, 'source')} cited")


def _write(output: Path, content: str | bytes, draft: Path, before: bytes) -> None:
    """Write what is cited, over the draft only if that is still what was read."""
    from factcheck.cli.output import write_whole
    from factcheck.disk.rewrite import rewrite

    if not (output.exists() and draft.exists() and output.samefile(draft)):
        write_whole(output, content)
        return

    def cited_draft(now: bytes | None) -> bytes:
        if now != before:
            raise InputError(f"{draft}: was changed meanwhile; nothing was written, try again")
        return content.encode("utf-8") if isinstance(content, str) else content

    rewrite(output, cited_draft)


def _notation(path: str, keys: bool) -> Notation:
    from factcheck.report.notations import HTML, KEYS, MARKDOWN, PLAIN

    suffix = Path(path).suffix.lower()
    markdown = suffix in (".md", ".markdown", ".mdown", ".qmd", ".rmd")
    if keys and not markdown:
        raise InputError(f"{path}: Pandoc's keys are for Markdown only")
    if markdown:
        return KEYS if keys else MARKDOWN
    if suffix in (".html", ".htm", ".xhtml"):
        return HTML
    if suffix in ("", ".txt", ".text"):
        return PLAIN
    raise InputError(f"{path}: footnotes can be added to Markdown, plain text, HTML and Word files (.docx) only")
