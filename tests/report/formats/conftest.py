"""A report with one finding of each verdict, built by hand from a draft and a source of four lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Claim, Document, Evidence, Finding, Kind, Term, Verdict
from factcheck.readers import read_text
from factcheck.report.outcome import Report
from factcheck.text import Lines, Span
from factcheck.values import Value, number

DRAFT = """\
# The harbour

Turnout was 61 percent in the north, and 12 boats were lost. The mill opened in 1911.
"We will <b>never</b> leave," she said about the 40 huts.
"""
SOURCE = (
    "Turnout was 67 percent in the north.\nTwelve boats were lost. The mill was built in 1911, or perhaps in 1913.\n"
)
DOCUMENT = Document(
    "report-1", "sources/report.txt", Span(0, len(SOURCE)), "The <Harbour> Report", "Port Press", "A. Writer",
    "2020-05", url="https://example.org/?a=1&b=2",
)  # fmt: skip

Build = Callable[..., Report]


def claim(path: str, text: str, words: str, value: Value, kind: Kind = Kind.COUNT) -> Claim:
    """A claim on the first place of `words` in `text`, whose sentence is their line."""
    start = text.index(words)
    line, column = Lines(text).position(start)
    sentence = text.splitlines()[line - 1]
    mark = Span(column - 1, column - 1 + len(words))
    return Claim(f"{path}-{words}", kind, "report-1", path, Span(start, start + len(words)), line, column, words, value,
                 sentence=sentence, mark=mark)  # fmt: skip


def found(
    words: str, value: Value, verdict: Verdict, rule: str = "", *evidence: Evidence, message: str = ""
) -> Finding:
    kind = Kind.QUOTE if words.startswith("We") else Kind.COUNT
    message = message or f"The draft says {words}."
    why = (Term("shared words", "turnout, north", 3.25),)
    return Finding(claim("draft.md", DRAFT, words, value, kind), verdict, rule, message, "", evidence, why)


def seen(words: str, value: Value, agrees: bool) -> Evidence:
    return Evidence(claim(DOCUMENT.path, SOURCE, words, value), DOCUMENT, agrees, 0.9)


@pytest.fixture
def report() -> Report:
    """One contradicted, one supported, one disputed figure, a misquotation with a figure in it, one unverified."""
    findings = (
        found("61 percent", number(61), Verdict.CONTRADICTED, "FC101", seen("67 percent", number(67), False),
              message="The draft says 61 percent; the source says 67 percent."),
        found("12", number(12), Verdict.SUPPORTED, "", seen("Twelve", number(12), True)),
        found("1911", number(1911), Verdict.DISPUTED, "FC102", seen("1911", number(1911), True),
              seen("1913", number(1913), False)),
        found("We will <b>never</b> leave", number(0), Verdict.CONTRADICTED, "FC201"),
        found("40", number(40), Verdict.UNVERIFIED, "FC103", seen("Twelve", number(12), False)),
    )  # fmt: skip
    errors = [finding for finding in findings if finding.rule in ("FC101", "FC201")]
    rest = [finding for finding in findings if finding.rule not in ("FC101", "FC201")]
    shown = (*errors, *sorted(rest, key=lambda finding: not finding.rule))
    return Report(
        findings,
        shown,
        True,
        {"draft.md": read_text(DRAFT, ".md", "draft.md")},
        ignored=1,
        unread=("draft.md:1:1: 1", "draft.md:3:1: 3"),
    )


HOSTILE = "50 % \x1b[2J\u202e</style><script>alert(1)</script>::error file=x::owned%0A\n::stop-commands::x"


@pytest.fixture
def hostile_report() -> Report:
    """A draft, a message and a source that try to clear the screen, run a script and inject a command."""
    draft = f"{HOSTILE}\n"
    path = "dr,aft:\n::error::.md"
    mine = Claim("x", Kind.COUNT, "", path, Span(0, 4), 1, 1, HOSTILE, number(50), sentence=HOSTILE, mark=Span(0, 4))
    document = Document("d", "s", Span(0, 4), HOSTILE, HOSTILE, HOSTILE, HOSTILE, url="javascript:alert(1)")
    evidence = Evidence(mine, document, False, 0.5)
    finding = Finding(
        mine, Verdict.CONTRADICTED, "FC101", HOSTILE, HOSTILE, (evidence,), (Term(HOSTILE, HOSTILE, 1.0),)
    )
    return Report((finding,), (finding,), True, {path: read_text(draft, ".txt", path)})
