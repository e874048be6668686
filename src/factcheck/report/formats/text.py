"""The findings for people at a terminal, each with the draft's line and the source's passage; problems first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Evidence, Finding, Verdict
from factcheck.report.formats import Style
from factcheck.report.formats.excerpt import excerpt
from factcheck.report.outcome import Report
from factcheck.report.settled import Check
from factcheck.report.visible import unheard, visible
from factcheck.rules import RULES
from factcheck.rules.online import page
from factcheck.text import Span
from factcheck.text.wording import counted, imprint, title

# Select Graphic Rendition (ECMA-48): what each part of the report looks like.
LOOKS = {"error": "1;31", "warning": "1;33", "supported": "1;32", "place": "1", "mark": "1", "dim": "2"}
GUTTER = 6
ONE_LINE = {ord("\n"): " ", ord("\r"): " "}


def render(report: Report, style: Style) -> str:
    """Every finding shown, and a closing line that counts what was found, decided and left unread."""
    noted = report.check_of()
    blocks = [
        "\n".join(finding_lines(finding, report.drafts[finding.claim.path].text, style, noted(finding)))
        for finding in report.shown
    ]
    return unheard("\n\n".join([*blocks, closing(report, style.width)]) + "\n")


def finding_lines(finding: Finding, draft: str, style: Style, check: Check | None = None) -> Iterator[str]:
    """One finding with its place in the draft's text, what the desk has noted, and the passages that decided."""
    claim = finding.claim
    place = f"{visible(claim.where)}:"
    yield f"{painted(place, 'place', style)} {_label(finding, style)}"
    yield from _paragraph(finding.message, style)
    if finding.suggestion and finding.suggestion not in finding.message:
        yield from _paragraph(f"Suggestion: {finding.suggestion}", style)
    if check:
        yield from _paragraph(f"The desk: {check.told()}", style)
    line, mark = _line(draft, claim.span)
    yield from _excerpt(line, mark, claim, look(finding), style)
    for evidence in _worth_showing(finding, style):
        yield from _evidence(evidence, finding, style)
    if style.why:
        yield from _why(finding, style)


def _label(finding: Finding, style: Style) -> str:
    if not finding.rule:
        return painted(f"weakly {finding.verdict}" if finding.weak else finding.verdict, look(finding), style)
    rule = RULES[finding.rule]
    return linked(painted(f"{rule.code} {rule.name}", look(finding), style), page(rule), style)


def look(finding: Finding) -> str:
    """How a finding is coloured: as a problem, as supported, or as what another finding tells."""
    if finding.rule:
        return RULES[finding.rule].level.value
    return "supported" if finding.verdict is Verdict.SUPPORTED else "dim"


def _evidence(evidence: Evidence, finding: Finding, style: Style) -> Iterator[str]:
    claim, document = evidence.claim, evidence.document
    about = imprint(document)
    sure = _sure(evidence) if style.why and finding.why else ""
    yield from _paragraph(
        f"{finding.bearing(evidence).capitalize()}{sure}: {title(document)}{f' ({about})' if about else ''}", style
    )
    yield f"  {painted(visible(claim.where), 'dim', style)}"
    yield from _excerpt(claim.sentence or claim.text, claim.mark, claim, "mark", style)


def _worth_showing(finding: Finding, style: Style) -> Sequence[Evidence]:
    """The best passage of each side; all with --why, and a nearest one for an unverified figure only then."""
    if style.why:
        return finding.evidence
    if finding.verdict is Verdict.UNVERIFIED:
        return ()
    best = {evidence.agrees: evidence for evidence in reversed(finding.evidence)}
    return [evidence for evidence in finding.evidence if best[evidence.agrees] is evidence]


def _why(finding: Finding, style: Style) -> Iterator[str]:
    for term in finding.why:
        reason = f"{term.name}: {term.detail}" if term.detail else term.name
        yield painted(f"  {term.weight:+6.2f}  {visible(reason)}", "dim", style)


def _line(text: str, span: Span) -> tuple[str, Span]:
    """The lines that a span stands in, as one line, and the span in it."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    ends = (text.find("\n", span.end), text.find("\r", span.end), len(text))
    end = min(offset for offset in ends if offset >= 0)
    return text[start:end].translate(ONE_LINE), span.shift(-start)


def _excerpt(text: str, mark: Span, claim: Claim, look: str, style: Style) -> Iterator[str]:
    blank = " " * GUTTER + "| "
    gutter = f"{claim.line:{GUTTER - 1}} | " if claim.place.has_lines else blank
    for row in excerpt(text, mark, style.width - len(gutter)):
        yield f"{gutter}{row.before}{painted(row.marked, look, style)}{row.after}"
        gutter = blank
        if row.marker:
            yield f"{blank}{painted(row.marker, look, style)}"


def _paragraph(text: str, style: Style) -> Iterator[str]:
    import textwrap

    yield from textwrap.wrap(
        visible(" ".join(text.split())), style.width - 2, initial_indent="  ", subsequent_indent="  "
    )


def closing(report: Report, width: int) -> str:
    """The last line: what was found, decided and left unread: silence never passes for a pass."""
    count = report.summary()
    weakly = f" ({count['weak']} weakly)" if count["weak"] else ""
    found = counted(len(report.findings), "figure or quotation", "figures and quotations")
    lines = [
        f"{counted(len(report.drafts), 'draft')}, {found}:"
        f" {count['supported']} supported{weakly}, {count['contradicted']} contradicted, {count['disputed']} disputed,"
        f" {count['unverified']} in no source."
    ]
    rest = [f"{report.ignored} ignored on request."] if report.ignored else []
    if report.checks:
        done = sum(check.is_settled for _, check in report.checks)
        rest.append(f"{done} settled by the desk, {len(report.checks) - done} noted.")
    if report.unread:
        rest.append(
            f"{counted(len(report.unread), 'other number')} not read as figures (names, list marks, links, code)."
        )
    import textwrap

    return "\n".join(row for line in (*lines, " ".join(rest)) for row in textwrap.wrap(line, width))


def linked(text: str, address: str, style: Style) -> str:
    """A text that leads to an address, where there is colour: terminals that know no links show the text (OSC 8)."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if style.color else text


def painted(text: str, look: str, style: Style) -> str:
    """A text in its look, where there is colour."""
    return f"\x1b[{LOOKS[look]}m{text}\x1b[0m" if style.color and text else text


def _sure(evidence: Evidence) -> str:
    from factcheck.report.likelihood import in_words

    return f", {in_words(evidence.score)} to be this ({evidence.score:.2f})"
