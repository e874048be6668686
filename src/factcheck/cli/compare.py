"""`factcheck compare`: does this passage support this sentence?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell
from factcheck.errors import InputError
from factcheck.lean.record import NamedTuple, replace

if TYPE_CHECKING:
    from factcheck.model import Finding, Verdict


class Pair(NamedTuple):
    """A sentence and the text it is held against."""

    id: str
    claim: str
    evidence: str


@click.command("compare", short_help="Check one sentence against one source text.")
@click.argument("claim", metavar="CLAIM|PAIRS.jsonl")
@click.option("--source", metavar="FILE", help="The text to compare CLAIM with; - is standard input.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), help="Default: text with --source, else jsonl.")
@pass_session
def command(session: Session, claim: str, source: str | None, form: str | None) -> int:
    """Does the text of FILE support the sentence CLAIM? Without --source, read pairs from a file of JSON lines,
    {"id": "1", "claim": "...", "evidence": "..."}, and print one verdict a line.

    Exit status 1 when a claim is contradicted. The library is not consulted.

    \b
    Examples:
      factcheck compare "Turnout was 61 percent." --source report.txt
      pbpaste | factcheck compare "The judge gave him six years." --source -
      factcheck compare --format jsonl pairs.jsonl
    """
    from factcheck.model import Verdict
    from factcheck.services.api import compare

    pairs = _pairs(claim) if source is None else [Pair("1", claim, _text(source))]
    as_text = (form or ("jsonl" if source is None else "text")) == "text"
    contradicted = False
    for pair in pairs:
        verdict, findings = compare(pair.claim, pair.evidence)
        contradicted |= verdict is Verdict.CONTRADICTED
        findings = [_named(finding, source or claim) for finding in findings]
        if as_text:
            _write_text(session, pair, verdict, findings)
        else:
            _write_line(pair, verdict, findings)
    return int(contradicted)


def _named(finding: Finding, path: str) -> Finding:
    """A finding whose evidence names the file that the text came from."""
    return replace(
        finding,
        evidence=tuple(
            replace(one, claim=replace(one.claim, path=path), document=replace(one.document, path=path, id=path))
            for one in finding.evidence
        ),
    )


def _pairs(path: str) -> Iterator[Pair]:
    """The pairs of a file of JSON lines; blank lines are skipped. Raises InputError with the line that is wrong."""
    import json

    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            pair = Pair(str(record.get("id", number)), record["claim"], record["evidence"])
            if not isinstance(pair.claim, str) or not isinstance(pair.evidence, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise InputError(f'{path}:{number}: expected {{"id": …, "claim": "…", "evidence": "…"}}') from None
        yield pair


def _text(path: str) -> str:
    """The visible text of a file, or standard input as it stands."""
    from pathlib import Path

    from factcheck import readers
    from factcheck.cli.inputs import STDIN, stdin_text

    if path == STDIN:
        return stdin_text()
    return readers.read(Path(path)).view.text


def _write_line(pair: Pair, verdict: Verdict, findings: Sequence[Finding]) -> None:
    from factcheck.report.formats.contract import finding_record
    from factcheck.report.json_text import dumps

    record = {"id": pair.id, "verdict": verdict.value, "figures": [finding_record(finding) for finding in findings]}
    sys.stdout.write(dumps(record) + "\n")


def _write_text(session: Session, pair: Pair, verdict: Verdict, findings: Sequence[Finding]) -> None:
    from factcheck.report.formats import Style
    from factcheck.report.formats.text import finding_lines

    style = Style(session.colored(), session.width())
    for finding in findings:
        tell("\n".join(finding_lines(finding, pair.claim, style)) + "\n")
    tell(verdict.value)
