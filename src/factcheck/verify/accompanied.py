"""Judges a date by the company it keeps: a day that a sentence gives a figure is right where a source has the figure of
that day, whatever words name the day there, and even if the figure itself is another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.lean.record import replace
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.meeting import match, precision
from factcheck.match.scene import Scene
from factcheck.match.stretch import Moment, Rank, of_published
from factcheck.model import Claim, Evidence, Finding, Kind, Verdict
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Span
from factcheck.verify import texts
from factcheck.verify.quoted import claims_around

# How likely a source must be to state the figure of that day.
LIKELY = 0.35
SHOWN = 3


def dated(bindings: Sequence[Binding], findings: Sequence[Finding], scene: Scene) -> list[Finding]:
    """The findings, with the dates that a figure of their sentence vouches for supported."""
    found = list(findings)
    for at, (binding, finding) in enumerate(zip(bindings, findings, strict=True)):
        if binding.draft.kind is not Kind.DATE or finding.verdict is Verdict.SUPPORTED:
            continue
        vouching = max((_of_that_day(binding, other) for other in bindings), key=_mass, default=[])
        if _mass(vouching) >= LIKELY:
            found[at] = _supported(finding, vouching, scene)
    return found


def _of_that_day(date: Binding, other: Binding) -> list[Candidate]:
    """The likely candidates of a figure that holds on a date of its sentence, as far as they hold on it too."""
    moment = other.draft.moment
    if other.draft.kind is Kind.DATE or moment is None or not other.draft.is_beside(date.draft):
        return []
    if moment.by != date.draft.claim.first_token and not _is_of_row(moment, date.draft.moment):
        return []
    return [c for c in other.candidates if c.features.time_same + c.features.time_told >= precision(moment)]


def _is_of_row(figure: Moment, date: Moment | None) -> bool:
    """Whether the date that a figure's header gives it is the one that stands in its row."""
    if date is None or figure.rank is not Rank.HEADER:
        return False
    return (figure.low, figure.high, figure.month, figure.day) == (date.low, date.high, date.month, date.day)


def quoted(
    found: Sequence[Finding], heard: Mapping[StoredClaim, Finding], dates: Sequence[Context], library: Library
) -> list[Finding]:
    """The findings, with the dates supported on which a document has the words that the draft gives that day.

    heard: the draft's quotations, each with its finding
    dates: the draft's dates
    """
    doubted = {finding.claim.span for finding in found if finding.verdict is not Verdict.SUPPORTED}
    open_dates = [date for date in dates if date.claim.claim.span in doubted]
    vouching: dict[Span, Evidence] = {}
    for quotation, finding in heard.items() if open_dates else ():
        date = _date_of(quotation, dates)
        if date in open_dates and finding.verdict is Verdict.SUPPORTED:
            known = [one for one in finding.evidence if one.agrees and _is_dated(date, one)]
            for one in [one for one in known if not _dates_near(one.claim, library)][:1]:
                vouching.setdefault(date.claim.claim.span, one)
    return [_attested(one, vouching[one.claim.span]) if one.claim.span in vouching else one for one in found]


def _date_of(quotation: StoredClaim, dates: Sequence[Context]) -> Context | None:
    """The date of a quotation's sentence that says when the words were: the last before it, else the next after it."""
    here = [date for date in dates if date.claim.passage == quotation.passage]
    before = [date for date in here if date.claim.last_token < quotation.first_token]
    after = [date for date in here if date.claim.first_token > quotation.last_token]
    return before[-1] if before else after[0] if after else None


def _is_dated(date: Context, source: Evidence) -> bool:
    """Whether a document is of the day, month or year that a date names, and of no other if that is finer."""
    published = of_published(source.document.published)
    return date.moment is not None and match(date.moment, published).meets >= precision(date.moment)


def _dates_near(claim: Claim, library: Library) -> bool:
    """Whether the passage that holds a source's words names a day of its own: then they may be of that."""
    return any(one.kind is Kind.DATE for one in claims_around([claim], library)[claim])


def _attested(finding: Finding, source: Evidence) -> Finding:
    message = texts.SPOKEN.format(source=" ".join(source.claim.text.split()).rstrip(",.;"))
    return replace(
        finding, verdict=Verdict.SUPPORTED, rule="", message=message, suggestion="", evidence=(source,), why=(),
        weak=False,
    )  # fmt: skip


def _mass(candidates: Sequence[Candidate]) -> float:
    return sum(candidate.probability for candidate in candidates)


def _supported(finding: Finding, vouching: Sequence[Candidate], scene: Scene) -> Finding:
    claim = vouching[0].context.claim.claim
    evidence = tuple(
        Evidence(c.context.claim.claim, scene.document(c.context.claim), True, round(c.probability, 3))
        for c in vouching[:SHOWN]
    )
    message = texts.OF_THE_DAY.format(source=claim.words)
    return replace(
        finding, verdict=Verdict.SUPPORTED, rule="", message=message, suggestion="", evidence=evidence, why=()
    )
