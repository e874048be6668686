"""The findings as one page for people: each draft as it reads, and beside it what the sources say, problems first."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.model import Evidence, Finding, Source, Verdict
from factcheck.report.formats import Style
from factcheck.report.formats.marks import Inked, Marked, marked
from factcheck.report.formats.page import asset, foreign, linked, page, passage, shown
from factcheck.report.formats.plot import Line, plot
from factcheck.report.formats.typeset import typeset
from factcheck.report.outcome import Report
from factcheck.report.settled import Check
from factcheck.rules import RULES, codes
from factcheck.rules.online import page as page_of
from factcheck.text.wording import counted, imprint

# Rules by which two values of one fact stand against each other.
TWO_VALUES = frozenset({codes.FIGURE_DIFFERS, codes.SOURCES_DISAGREE, codes.FIGURE_SUPERSEDED})
# What a draft may say: a figure that is disputed and of which somebody has decided for it is no problem.
STANDING = frozenset({Verdict.SUPPORTED, Verdict.DISPUTED})
TOLD = "Told with their quotation"
UNREAD = "Numbers that were not taken for figures (names, list marks, links, code): {}."
MEANINGS = {
    Verdict.CONTRADICTED: "sources state the same fact with another value, other words or another speaker",
    Verdict.DISPUTED: "the sources disagree among themselves",
    Verdict.UNVERIFIED: "no source speaks of it, or none as precisely",
    Verdict.SUPPORTED: "a source states it, and none contradicts it",
}
KEYS = (
    ("j", "next finding"), ("k", "finding before"), ("t", "to its words in the text"), ("f", "filter"), ("Esc", "back")
)  # fmt: skip
DRAFT = """\
<article class="report" id="d{number}" aria-labelledby="h{number}">
<h2 id="h{number}">{path}</h2>
<div class="columns">
<section class="draft" tabindex="0" aria-label="Text {number}">
{text}
</section>
<section class="findings" tabindex="0" aria-label="Findings {number}">
{findings}
</section>
</div>
</article>"""
FINDING = """\
<article class="finding {verdict}" id="f{number}" tabindex="-1" data-verdict="{verdict}" data-rule="{rule}">
<h4><a href="#{back}">{text}</a></h4>
<p><strong class="label">{label}</strong> {place}</p>
<p>{message}</p>
{check}{suggestion}{plot}{evidence}{forms}
</article>"""
EVIDENCE = """\
<blockquote class="{side}">
<p>{passage}</p>
{picture}<p class="source"><b>{side}</b> {title}{about} <span class="place">{place}</span></p>
</blockquote>"""

Numbered = tuple[int, Finding]


class Beside(NamedTuple):
    """What is known besides the findings: passages as printed, by the id of the claim, and what the desk has noted.

    forms: what can be done about a finding, as markup; nothing in a file
    """

    pictures: Mapping[str, bytes]
    check_of: Callable[[Finding], Check | None]
    forms: Callable[[Finding], str]


def render(report: Report, style: Style) -> str:
    """A click on a figure of a draft leads to its finding with the passages that decided, and a click there back."""
    summary, body = parts(report)
    return page("factcheck report", "factcheck", summary, body, asset("report.js"))


def parts(report: Report, forms: Callable[[Finding], str] = lambda _: "") -> tuple[str, str]:
    """The summary and the body of the page. `forms`: what can be done about a finding, as markup."""
    by_path: dict[str, list[Numbered]] = {path: [] for path in report.drafts}
    for number, finding in enumerate(report.findings, 1):
        by_path[finding.claim.path].append((number, finding))
    beside = Beside(report.pictures, report.check_of(), forms)
    drafts = (
        _draft(place, report.drafts[path], found, beside) for place, (path, found) in enumerate(by_path.items(), 1)
    )
    body = "\n".join([_filter(report), "<main>", *drafts, "</main>"])
    return "\n".join(_summary(report, list(by_path))), body


def _summary(report: Report, paths: Sequence[str]) -> Iterator[str]:
    counts = report.summary()
    found = counted(len(report.findings), "figure or quotation", "figures and quotations")
    weakly = {Verdict.SUPPORTED: f" ({counts['weak']} weakly)"} if counts["weak"] else {}
    each = " ".join(
        f'<span class="label {verdict}">{counts[verdict]} {verdict}{weakly.get(verdict, "")}</span>'
        for verdict in MEANINGS
    )
    yield f"<p>{found}: {each}</p>"
    rest = [f"{report.ignored} ignored on request." if report.ignored else "", shown(report.stamp)]
    if any(rest):
        yield f"<p>{' '.join(filter(None, rest))}</p>"
    if report.unread:
        numbers = "; ".join(map(foreign, report.unread))
        yield f"<details><summary>{counted(len(report.unread), 'other number')} not read as figures</summary>"
        yield f"<p>{UNREAD.format(numbers)}</p></details>"
    if len(paths) > 1:
        links = "".join(f'<li><a href="#d{place}">{foreign(path)}</a></li>' for place, path in enumerate(paths, 1))
        yield f'<nav aria-label="Drafts"><ul>{links}</ul></nav>'
    meanings = "".join(
        f'<dt><span class="{verdict} swatch">{verdict}</span></dt><dd>{words}</dd>'
        for verdict, words in MEANINGS.items()
    )
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{words}</dd>" for key, words in KEYS)
    yield f"<details><summary>Legend and keys</summary><dl>{meanings}{keys}</dl></details>"


def _filter(report: Report) -> str:
    """What to show, for those whose browser runs the script; without it, all is shown."""
    rules = sorted({finding.rule for finding in report.findings if finding.rule})
    verdicts = "".join(
        f'<label><input type="checkbox" name="verdict" value="{verdict}" checked> {verdict}</label>'
        for verdict in MEANINGS
    )
    options = "".join(f'<option value="{rule}">{rule} {RULES[rule].name}</option>' for rule in rules)
    return (
        f'<form id="filter" hidden aria-label="Filter"><fieldset><legend>Show</legend>{verdicts}</fieldset>'
        f'<label>Rule <select name="rule"><option value="">all</option>{options}</select></label>'
        '<output role="status"></output></form>'
    )


def _draft(place: int, source: Source, findings: Sequence[Numbered], beside: Beside) -> str:
    links = marked(source, findings)
    ink = Inked(source.view.text, links.marks)
    return DRAFT.format(
        number=place,
        path=foreign(source.path),
        text="\n".join(typeset(source, ink)),
        findings="\n".join(_findings(place, findings, links, beside)),
    )


def _findings(place: int, findings: Sequence[Numbered], links: Marked, beside: Beside) -> Iterator[str]:
    """Problems in the order of the text, then what the sources support, then what those problems tell already."""
    problems = [(number, finding) for number, finding in findings if finding.rule]
    rest = [(number, finding) for number, finding in findings if not finding.rule]
    told = [one for one in rest if one[1].verdict not in STANDING]
    held = [one for one in rest if one not in told]
    for heading, group in (
        ("Problems", problems),
        ("Supported by the sources", held),
        *([(TOLD, told)] if told else ()),
    ):
        yield f"<h3>{heading} ({len(group)})</h3>"
        for number, finding in group:
            stands = links.stands_for.get(number)
            yield _finding(number, finding, f"m{stands}" if stands else f"d{place}", beside)


def _finding(number: int, finding: Finding, back: str, beside: Beside) -> str:
    claim = finding.claim
    check = beside.check_of(finding)
    suggested = finding.suggestion and finding.suggestion not in finding.message
    return FINDING.format(
        verdict=finding.verdict.value,
        number=number,
        rule=finding.rule,
        back=back,
        text=foreign(claim.words),
        label=_label(finding),
        place=shown(f"line {claim.line}" if claim.place.has_lines else claim.place.words()),
        message=foreign(finding.message),
        check=f'<p class="check">The desk: {foreign(check.told())}</p>\n' if check else "",
        suggestion=f"<p>Suggestion: {foreign(finding.suggestion)}</p>\n" if suggested else "",
        plot=_plot(finding),
        forms=beside.forms(finding),
        evidence="\n".join(_evidence(finding, evidence, beside) for evidence in finding.evidence),
    )


def _label(finding: Finding) -> str:
    """The verdict of a figure, or the rule with the way to what it says."""
    if not finding.rule:
        return f"weakly {finding.verdict}" if finding.weak else finding.verdict.value
    rule = RULES[finding.rule]
    return linked(f"{rule.code} {rule.name}", page_of(rule))


def _plot(finding: Finding) -> str:
    """The draft's value among those of the sources, where they stand against each other."""
    if finding.rule not in TWO_VALUES or finding.derived:
        return ""
    comparable = [one for one in finding.evidence if one.claim.unit == finding.claim.unit]
    lines = [Line(f"{finding.claim.words}: draft", finding.claim.value, "draft"), *map(_line, comparable)]
    return plot(lines)


def _line(evidence: Evidence) -> Line:
    document = evidence.document
    label = f"{evidence.claim.words}: {imprint(document) or document.title or document.id}"
    return Line(label, evidence.claim.value, "agrees" if evidence.agrees else "differs")


def _evidence(finding: Finding, evidence: Evidence, beside: Beside) -> str:
    claim, document = evidence.claim, evidence.document
    about = imprint(document)
    return EVIDENCE.format(
        passage=passage(claim),
        picture=_picture(beside.pictures.get(claim.id, b""), claim.place.words()),
        side=finding.bearing(evidence),
        title=linked(document.title or document.id, document.url),
        about=f" ({foreign(about)})" if about else "",
        place=foreign(f"{claim.path}:{claim.line}" if claim.place.has_lines else claim.where),
    )


def _picture(png: bytes, place: str) -> str:
    if not png:
        return ""
    return (
        f'<img class="crop" alt="The passage as it is printed, {shown(place)}"'
        f' src="data:image/png;base64,{b64encode(png).decode()}">\n'
    )
