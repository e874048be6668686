"""The pages of `factcheck serve` as markup: drafts, a draft with what can be done, a document, conflicts, a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from factcheck.claims import Ruling
from factcheck.conflicts import Conflict
from factcheck.desk.library_pages import anchor, passages
from factcheck.lean.record import NamedTuple
from factcheck.lookup.known import Answer
from factcheck.model import Claim, Document, Finding
from factcheck.report.formats import conflict_page, html
from factcheck.report.formats.page import asset, foreign, page, passage, shown
from factcheck.report.outcome import Report
from factcheck.report.settled import STATUSES, Check, keys
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text.wording import counted, imprint

LINKS = {"/": "Drafts", "/conflicts": "Conflicts", "/lookup": "Look up"}


class DraftState(NamedTuple):
    """A draft and how far it is: the findings of each verdict, and how many of its problems are settled."""

    path: str
    counts: Mapping[str, int]
    settled: int
    problem: str = ""


def whole(here: str, title: str, summary: str, body: str, script: str = "") -> str:
    """A page of ours: the way to the others, and what it says itself."""
    links = "".join(
        f'<li><a href="{path}"{" aria-current=page" if path == here else ""}>{name}</a></li>'
        for path, name in LINKS.items()
    )
    nav = f'<nav class="site" aria-label="Desk"><ul>{links}</ul></nav>\n'
    return page(f"{title} – factcheck", title, summary, body, script, nav, served=True)


def drafts(states: Sequence[DraftState], stamp: str) -> str:
    """The drafts of the project and their state."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Draft", *html.MEANINGS, "settled"))
    rows = "".join(f"<tr>{_state(state)}</tr>" for state in states)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    none = "<p>The project file names no drafts: <code>[verify] drafts</code>.</p>"
    body = f'<div class="wide" tabindex="0" role="group" aria-label="Drafts">{table}</div>' if states else none
    return whole("/", "Drafts", f"<p>{shown(stamp)}</p>", f"<main>{body}</main>")


def _state(state: DraftState) -> str:
    name = f'<td><a href="{draft_address(state.path)}">{foreign(state.path)}</a></td>'
    if state.problem:
        return f'{name}<td colspan="{len(html.MEANINGS) + 1}">{foreign(state.problem)}</td>'
    counts = "".join(f"<td>{state.counts.get(verdict, 0)}</td>" for verdict in html.MEANINGS)
    return f"{name}{counts}<td>{state.settled}</td>"


def draft(path: str, report: Report, state: str, by: str) -> str:
    """A draft with its findings and what can be done about each; it is asked anew when the file is saved."""
    names = {id(finding): key for finding, key in zip(report.findings, keys(report.findings), strict=True)}
    noted = report.check_of()

    def forms(finding: Finding) -> str:
        check = noted(finding) or Check("")
        return _noting(path, names[id(finding)], check, by) + _ways(finding, path)

    summary, body = html.parts(report, forms)
    live = f'<p id="live" role="status" data-path="{shown(path)}" data-state="{state}"></p>'
    return whole("", path, live + summary, body, asset("report.js") + asset("live.js"))


def _noting(path: str, key: str, check: Check, by: str) -> str:
    options = "".join(
        f"<option{' selected' if status == check.status else ''}>{status}</option>" for status in STATUSES
    )
    return (
        f'<form method="post" action="/note">{_hidden(path=path, key=key)}'
        f'<label>Status <select name="status">{options}</select></label>'
        f'<label>By <input name="owner" value="{shown(check.owner or by)}"></label>'
        f'<label>Reason <input name="note" value="{shown(check.note)}"></label><button>Note</button></form>'
    )


def draft_address(path: str) -> str:
    """The page of a draft."""
    return f"/draft?path={quote(path, safe='')}"


def _ways(finding: Finding, back: str) -> str:
    """To each passage in its document, and to a claim made of it."""
    parts, here = [], draft_address(back)
    for evidence in finding.evidence:
        claim = evidence.claim
        if claim.id:
            parts.append(f"<li>{to_claim(claim)} {_adding(claim, here)}</li>")
    return f"<details><summary>Sources and claims</summary><ul>{''.join(parts)}</ul></details>" if parts else ""


def to_claim(claim: Claim) -> str:
    """The way to a claim in its document."""
    href = f"/document?id={quote(claim.document, safe='')}#{anchor(claim)}"
    return f'<a href="{href}">{foreign(claim.words)} in {foreign(claim.document)}</a>'


def _adding(claim: Claim, back: str) -> str:
    return (
        f'<form method="post" action="/claim">{_hidden(id=claim.id, back=back)}'
        f'<label>About <input name="subject" value="{shown(claim.subject)}"></label>'
        "<button>Add as claim</button></form>"
    )


def _hidden(**values: str) -> str:
    return "".join(f'<input type="hidden" name="{name}" value="{shown(value)}">' for name, value in values.items())


def document(library: Library, number: int, about: Document, claims: Sequence[StoredClaim]) -> str:
    """A source at its places."""
    summary = f'<p>{foreign(imprint(about))} <span class="place">{foreign(about.path)}</span></p>'
    return whole("", about.title or about.id, summary, f"<main>{passages(library, number, claims)}</main>")


def conflicts(
    found: Sequence[Conflict], documents: Mapping[int, Document], rulings: Mapping[str, Ruling], by: str
) -> str:
    """The conflicts, and a form to rule on each that is open."""

    def titled(claim: Claim, _: Document) -> str:
        return to_claim(claim)

    parts: list[str] = []
    for conflict, article in zip(found, conflict_page.articles(found, documents, rulings, titled), strict=True):
        parts.append(article if conflict.id in rulings else article.replace("</article>", _ruling(conflict, by)))
    summary = f"<p>{counted(len(found), 'conflict')}, {len(rulings)} ruled on.</p>"
    return whole("/conflicts", "Conflicts between sources", summary, "\n".join(["<main>", *parts, "</main>"]))


def _ruling(conflict: Conflict, by: str) -> str:
    options = "".join(
        f'<option value="{shown(side.claims[0].claim.id)}">{shown(conflict.words(side))}</option>'
        for side in conflict.sides
    )
    return (
        f'<form method="post" action="/rule">{_hidden(conflict=conflict.id)}'
        f'<label>It is <select name="keep">{options}</select></label>'
        f'<label>By <input name="by" value="{shown(by)}"></label>'
        '<label>Reason <input name="reason" required></label><button>Rule</button></form></article>'
    )


def lookup(query: str, answers: Sequence[Answer]) -> str:
    """A search of the library, and a claim made of what it finds."""
    form = (
        '<form method="get" action="/lookup" role="search">'
        f'<label>Words, names, figures <input type="search" name="q" value="{shown(query)}"></label>'
        "<button>Look up</button></form>"
    )
    back = f"/lookup?q={quote(query, safe='')}"
    found = "\n".join(_answers(answers, back))
    told = f"<p>{counted(len(answers), 'answer')}</p>" if query else ""
    return whole("/lookup", "Look up", "", f"<main>{form}{told}{found}</main>")


def _answers(answers: Sequence[Answer], back: str) -> Iterator[str]:
    for answer in answers:
        claim, about = answer.claim, imprint(answer.document)
        yield (
            f'<blockquote><p>{passage(claim)}</p><p class="source">{to_claim(claim)}'
            f"{f' ({foreign(about)})' if about else ''}</p>{_adding(claim, back)}</blockquote>"
        )


def problem(words: str, back: str) -> str:
    """What could not be done, and the way back."""
    body = f'<main><p role="alert">{foreign(words)}</p><p><a href="{shown(back)}">Back</a></p></main>'
    return whole("", "Nothing was changed", "", body)
