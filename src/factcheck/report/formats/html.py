"""The findings as one self-contained page: each draft in full, and beside it what the sources say of every figure.

The page loads nothing and runs nothing; its policy forbids all but its own style sheet.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from factcheck.model import Evidence, Finding, Kind
from factcheck.report.formats import Style
from factcheck.report.outcome import Report
from factcheck.report.visible import HEARD, visible
from factcheck.rules import RULES
from factcheck.text import Span
from factcheck.wording import counted, imprint

STYLE_SHEET = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
STYLE_HASH = b64encode(sha256(STYLE_SHEET.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'"

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>factcheck report</title>
<style>{style}</style>
</head>
<body>
<h1>factcheck</h1>
<p>{found}: {counts}. Ignored: {ignored}. Other numbers, not read as figures: {unread}.</p>
{drafts}
</body>
</html>
"""
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
    return PAGE.format(
        policy=POLICY,
        style=STYLE_SHEET,
        found=counted(len(report.findings), "figure or quotation", "figures and quotations"),
        counts=", ".join(
            f"{summary[verdict]} {verdict}" for verdict in ("supported", "contradicted", "disputed", "unverified")
        ),
        ignored=report.ignored,
        unread=len(report.unread),
        drafts="\n".join(_draft(path, report.texts[path], found, anchors) for path, found in by_path.items()),
    )


def _draft(path: str, text: str, findings: Sequence[Finding], anchors: Anchors) -> str:
    outermost_first = sorted(findings, key=lambda finding: (finding.claim.span.start, -finding.claim.span.end))
    return DRAFT.format(
        path=_text(path),
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
        yield _text(text[at : span.start])
        link = f'<a class="{finding.verdict.value}" href="#{anchors[id(finding)]}">'
        if finding.claim.kind is Kind.QUOTE:
            inner = [other for other in findings if other is not finding and other.claim.span.overlaps(span)]
            yield f'<q class="{finding.verdict.value}">{link}❝</a>'
            yield from _linked(text, span, inner, anchors)
            yield "</q>"
        else:
            yield f"{link}{_text(text[span.start : span.end])}</a>"
        at = span.end
    yield _text(text[at : part.end])


def _finding(finding: Finding, anchor: str) -> str:
    claim = finding.claim
    return FINDING.format(
        verdict=finding.verdict.value,
        anchor=anchor,
        text=_text(claim.words),
        label=f"{finding.rule} {RULES[finding.rule].name}" if finding.rule else finding.verdict.value,
        place=_text(f"in line {claim.line}" if claim.place.has_lines else claim.place.words()),
        message=_text(finding.message),
        evidence="\n".join(_evidence(finding, evidence) for evidence in finding.evidence),
    )


def _evidence(finding: Finding, evidence: Evidence) -> str:
    claim, document = evidence.claim, evidence.document
    sentence, mark = (claim.sentence, claim.mark) if claim.sentence else (claim.text, Span(0, len(claim.text)))
    about = imprint(document)
    return EVIDENCE.format(
        before=_text(sentence[: mark.start]),
        marked=_text(sentence[mark.start : mark.end]),
        after=_text(sentence[mark.end :]),
        side=finding.bearing(evidence),
        title=_link(document.title or document.id, document.url),
        about=_text(f" ({about})" if about else ""),
        place=_text(f"{claim.path}:{claim.line}" if claim.place.has_lines else claim.where),
    )


def _link(title: str, url: str) -> str:
    """A link only to the web: a source's metadata may hold any scheme."""
    if not url.lower().startswith(("https://", "http://")):
        return _text(title)
    return f'<a href="{escape(visible(url))}" rel="noreferrer noopener">{_text(title)}</a>'


def disarmed(markup: str) -> str:
    """Markup that a browser shows as before, in which no runner that prints it into its log finds a command."""
    return re.sub(HEARD, lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", markup)


def _text(text: str) -> str:
    """Text for the page: line ends kept, controls made visible, markup escaped."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    return disarmed(escape("\n".join(map(visible, lines))))
