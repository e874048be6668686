"""Conflicts as a page: the values drawn by source and date, then each side with its passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.conflicts import Conflict
from factcheck.model import Claim, Document
from factcheck.report.formats.conflicts import Documents, Rulings, heading, side_heading
from factcheck.report.formats.page import foreign, linked, passage, shown
from factcheck.report.formats.page import page as whole_page
from factcheck.report.formats.plot import Line, plot
from factcheck.text.wording import counted, dated, imprint

NAME = "Conflicts between sources"
CONFLICT = """\
<article class="disputed" id="{id}">
<h2>{heading}</h2>
<p>{reason}</p>
{plot}{sides}
{ruling}</article>"""
CLAIM = """\
<blockquote>
<p>{passage}</p>
<p class="source">{title}{imprint} <span class="place">{place}</span></p>
</blockquote>"""

# The title of a document as markup, with the way to the claim where there is one.
Titled = Callable[[Claim, Document], str]


def by_address(_: Claim, document: Document) -> str:
    """The title, with a link to the document's address."""
    return linked(document.title or document.id, document.url)


def page(conflicts: Sequence[Conflict], documents: Documents, rulings: Rulings) -> str:
    """All conflicts as a page that loads nothing and runs nothing."""
    body = "\n".join(["<main>", *articles(conflicts, documents, rulings), "</main>"])
    return whole_page(NAME, NAME, f"<p>{counted(len(conflicts), 'conflict')}</p>", body)


def articles(
    conflicts: Sequence[Conflict], documents: Documents, rulings: Rulings, titled: Titled = by_address
) -> Iterator[str]:
    """Each conflict as markup."""
    for conflict in conflicts:
        ruling = rulings.get(conflict.id)
        reason = ": ".join(filter(None, (conflict.reason.value, conflict.note)))
        ruled = f"<p>Ruled: {foreign(ruling.keep)}. {foreign(ruling.reason)}</p>\n" if ruling else ""
        sides = "\n".join(_side(conflict, number, documents, titled) for number in range(len(conflict.sides)))
        yield CONFLICT.format(
            id=shown(conflict.id), heading=foreign(heading(conflict)), reason=foreign(reason),
            plot=_plot(conflict, documents), sides=sides, ruling=ruled,
        )  # fmt: skip


def _side(conflict: Conflict, number: int, documents: Documents, titled: Titled) -> str:
    side = conflict.sides[number]
    claims = "\n".join(_claim(stored.claim, documents[stored.document], titled) for stored in side.claims)
    return f"<h3>{foreign(side_heading(conflict, side))}</h3>\n{claims}"


def _claim(claim: Claim, document: Document, titled: Titled) -> str:
    about = imprint(document)
    return CLAIM.format(
        passage=passage(claim), title=titled(claim, document), imprint=f" ({foreign(about)})" if about else "",
        place=foreign(f"{claim.where} {claim.id}"),
    )  # fmt: skip


def _plot(conflict: Conflict, documents: Documents) -> str:
    """The values on one scale, by the date of their source."""
    if len({side.unit for side in conflict.sides}) > 1:
        return ""
    told = [(documents[stored.document], stored.claim) for side in conflict.sides for stored in side.claims]
    lines = []
    for document, claim in sorted(told, key=lambda pair: (pair[0].published, pair[1].where)):
        when = ", ".join(filter(None, (dated(document.published), document.publisher or document.title)))
        lines.append(Line(f"{claim.words}: {when or document.id}", claim.value, "other"))
    return plot(lines)
