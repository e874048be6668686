"""The findings as one self-contained page: each draft in full, and beside it what the sources say of every figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Evidence, Finding, Kind
from factcheck.report.formats import Style
from factcheck.report.formats.page import linked, page, shown
from factcheck.report.outcome import Report
from factcheck.rules import RULES
from factcheck.rules.online import page as page_of
from factcheck.text import Span
from factcheck.wording import counted, imprint

SUMMARY = "{found}: {counts}. Ignored: {ignored}. Other numbers, not read as figures: {unread}."
DRAFT = """\
<main>
<h2>{path}</h2>
<div class="columns">
<div class="draft">{text}</div>
<div class="findings">
{findings}
</div>
</div>
</main>"""
FINDING = """\
<article class="{verdict}" id="{anchor}">
<h3>{text}</h3>
<p><strong>{label}</strong> {place}: {message}</p>
{evidence}
</article>"""
EVIDENCE = """\
<blockquote>
<p>{before}<mark>{marked}</mark>{after}</p>
<footer>{side}: {title}{about} <small>{place}</small></footer>
</blockquote>"""

Anchors = Mapping[int, str]


def render(report: Report, style: Style) -> str:
    """A click on a figure of a draft leads to its finding, and so to the passages that decided."""
    summary = report.summary()
    anchors = {id(finding): f"finding-{number}" for number, finding in enumerate(report.findings, 1)}
    by_path: dict[str, list[Finding]] = {path: [] for path in report.texts}
    for finding in report.findings:
        by_path[finding.claim.path].append(finding)
    told = SUMMARY.format(
        found=counted(len(report.findings), "figure or quotation", "figures and quotations"),
        counts=", ".join(
            f"{summary[verdict]} {verdict}" for verdict in ("supported", "contradicted", "disputed", "unverified")
        ),
        ignored=report.ignored,
        unread=len(report.unread),
    )
    drafts = (_draft(path, report.texts[path], found, anchors) for path, found in by_path.items())
    return page("factcheck report", "factcheck", told, "\n".join(drafts))


def _draft(path: str, text: str, findings: Sequence[Finding], anchors: Anchors) -> str:
    outermost_first = sorted(findings, key=lambda finding: (finding.claim.span.start, -finding.claim.span.end))
    return DRAFT.format(
        path=shown(path),
        text="".join(_linked(text, Span(0, len(text)), outermost_first, anchors)),
        findings="\n".join(_finding(finding, anchors[id(finding)]) for finding in findings),
    )


def _linked(text: str, part: Span, findings: Sequence[Finding], anchors: Anchors) -> Iterator[str]:
    """A part of the draft with a link on each figure, and on the first words of a quotation before its figures."""
    at = part.start
    for finding in findings:
        span = finding.claim.span
        if span.start < at or span.end > part.end:
            continue
        yield shown(text[at : span.start])
        link = f'<a class="{finding.verdict.value}" href="#{anchors[id(finding)]}">'
        if finding.claim.kind is Kind.QUOTE:
            inner = [other for other in findings if other is not finding and other.claim.span.overlaps(span)]
            yield f'<q class="{finding.verdict.value}">{link}❝</a>'
            yield from _linked(text, span, inner, anchors)
            yield "</q>"
        else:
            yield f"{link}{shown(text[span.start : span.end])}</a>"
        at = span.end
    yield shown(text[at : part.end])


def _finding(finding: Finding, anchor: str) -> str:
    claim = finding.claim
    return FINDING.format(
        verdict=finding.verdict.value,
        anchor=anchor,
        text=shown(claim.words),
        label=_label(finding),
        place=shown(f"in line {claim.line}" if claim.place.has_lines else claim.place.words()),
        message=shown(finding.message),
        evidence="\n".join(_evidence(finding, evidence) for evidence in finding.evidence),
    )


def _label(finding: Finding) -> str:
    """The verdict of a figure, or the rule with the way to what it says."""
    if not finding.rule:
        return finding.verdict.value
    rule = RULES[finding.rule]
    return linked(f"{rule.code} {rule.name}", page_of(rule))


def _evidence(finding: Finding, evidence: Evidence) -> str:
    claim, document = evidence.claim, evidence.document
    sentence, mark = (claim.sentence, claim.mark) if claim.sentence else (claim.text, Span(0, len(claim.text)))
    about = imprint(document)
    return EVIDENCE.format(
        before=shown(sentence[: mark.start]),
        marked=shown(sentence[mark.start : mark.end]),
        after=shown(sentence[mark.end :]),
        side=finding.bearing(evidence),
        title=linked(document.title or document.id, document.url),
        about=shown(f" ({about})" if about else ""),
        place=shown(f"{claim.path}:{claim.line}" if claim.place.has_lines else claim.where),
    )
