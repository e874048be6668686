"""Conflicts as records of the public contract, as rows of a table, and as one self-contained page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims import Ruling
from factcheck.conflicts import Conflict, Side
from factcheck.model import Document
from factcheck.report.formats.contract import Record, library_record
from factcheck.report.formats.page import page as whole_page
from factcheck.report.formats.page import shown
from factcheck.store.protocol import StoredClaim
from factcheck.text.wording import counted, imprint, title

HEAD = ("conflict", "kind", "subject", "measure", "scope", "reason", "note", "value", "unit", "sources",
        "claim", "text", "path", "line", "column", "title", "published", "sentence", "keep")  # fmt: skip
CONFLICT = """\
<article class="disputed" id="{id}">
<h3>{heading}</h3>
<p>{reason}</p>
{sides}
{ruling}</article>"""
CLAIM = """\
<blockquote>
<p>{before}<mark>{marked}</mark>{after}</p>
<footer>{title}{imprint} <small>{place}</small></footer>
</blockquote>"""

Documents = Mapping[int, Document]
Rulings = Mapping[str, Ruling]


def heading(conflict: Conflict) -> str:
    """What a conflict is about, in a few words."""
    fact = conflict.fact
    about = " · ".join(part for part in (fact.subject, fact.measure, fact.scope) if part)
    return f"{fact.kind.value}: {about}" if about else fact.kind.value


def side_heading(conflict: Conflict, side: Side) -> str:
    """A value, and how many independent sources have it."""
    return f"{conflict.words(side)} ({counted(side.sources, 'source')})"


def record(conflict: Conflict, documents: Documents, ruling: Ruling | None) -> Record:
    """A conflict as JSON prints it."""
    fact = conflict.fact
    return {
        "id": conflict.id,
        "pairs": conflict.pairs,
        "kind": fact.kind.value,
        "subject": fact.subject,
        "measure": fact.measure,
        "scope": fact.scope,
        "reason": conflict.reason.value,
        "note": conflict.note,
        "values": [
            {
                "value": side.value,
                "unit": side.unit,
                "sources": side.sources,
                "claims": [library_record(claim.claim, documents[claim.document]) for claim in side.claims],
            }
            for side in conflict.sides
        ],
        "ruling": {"keep": ruling.keep, "reason": ruling.reason, "by": ruling.by, "on": ruling.on} if ruling else None,
    }


def rows(conflicts: Sequence[Conflict], documents: Documents, rulings: Rulings) -> Iterator[tuple[str, ...]]:
    """A row for each claim of each conflict, under HEAD."""
    for conflict in conflicts:
        fact = conflict.fact
        about = (
            conflict.id,
            fact.kind.value,
            fact.subject,
            fact.measure,
            fact.scope,
            conflict.reason.value,
            conflict.note,
        )
        keep = rulings[conflict.id].keep if conflict.id in rulings else ""
        for side in conflict.sides:
            for stored in side.claims:
                claim, document = stored.claim, documents[stored.document]
                value = (side.value, side.unit, str(side.sources), claim.id, claim.text, claim.path)
                place = (str(claim.line), str(claim.column), document.title, document.published, claim.sentence)
                yield (*about, *value, *place, keep)


def page(conflicts: Sequence[Conflict], documents: Documents, rulings: Rulings) -> str:
    """All conflicts as a page that loads nothing and runs nothing."""
    articles = (_article(conflict, documents, rulings.get(conflict.id)) for conflict in conflicts)
    name = "Conflicts between sources"
    return whole_page(name, name, counted(len(conflicts), "conflict"), "\n".join(articles))


def _article(conflict: Conflict, documents: Documents, ruling: Ruling | None) -> str:
    sides = "\n".join(
        f"<h4>{shown(side_heading(conflict, side))}</h4>\n"
        + "\n".join(_claim(claim, documents) for claim in side.claims)
        for side in conflict.sides
    )
    reason = ": ".join(filter(None, (conflict.reason.value, conflict.note)))
    ruled = f"<p>Ruled: {shown(ruling.keep)}. {shown(ruling.reason)}</p>\n" if ruling else ""
    return CONFLICT.format(
        id=shown(conflict.id), heading=shown(heading(conflict)), reason=shown(reason), sides=sides, ruling=ruled
    )


def _claim(stored: StoredClaim, documents: Documents) -> str:
    claim, document = stored.claim, documents[stored.document]
    about = imprint(document)
    return CLAIM.format(
        before=shown(claim.sentence[: claim.mark.start]),
        marked=shown(claim.sentence[claim.mark.start : claim.mark.end]),
        after=shown(claim.sentence[claim.mark.end :]),
        title=shown(title(document)),
        imprint=shown(f", {about}" if about else ""),
        place=shown(f"{claim.where} {claim.id}"),
    )
