"""The library as a small site that needs no server: documents, figures, names, people, checked claims, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from factcheck.claims import CuratedClaim, Curation
from factcheck.conflicts import Conflict
from factcheck.desk import people_page
from factcheck.desk.search_data import search_data
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Document, Role
from factcheck.report.formats import conflict_page
from factcheck.report.formats.page import asset, foreign, linked, page, shown
from factcheck.store.protocol import Library, StoredClaim, StoredPassage
from factcheck.text.wording import counted, dated, imprint

PAGES = {
    "index.html": "Documents",
    "claims.html": "Checked claims",
    "names.html": "Names",
    "people.html": "People",
    "conflicts.html": "Conflicts",
    "search.html": "Search",
}
FOLDER = "documents"
NOT_IN_NAME = re.compile(r"[^A-Za-z0-9-]+")
# A name that the figures of fewer passages are about is no entry of the list.
FEWEST = 2


class Holdings(NamedTuple):
    """What the pages are made of; the curation is what may leave the house, hidden claims taken out."""

    documents: Mapping[int, Document]
    claims: Mapping[int, Sequence[StoredClaim]]
    curation: Curation
    conflicts: Sequence[Conflict]
    stamp: str


def pages(library: Library, holdings: Holdings) -> Iterator[tuple[str, str]]:
    """Each page of the site, by its path in the folder."""
    yield "index.html", _page("index.html", _documents(holdings), holdings.stamp)
    yield "claims.html", _page("claims.html", _claims(holdings), holdings.stamp)
    yield "names.html", _page("names.html", _names(holdings), holdings.stamp)
    told = people_page.articles(library, holdings.curation, holdings.conflicts, _to)
    yield "people.html", _page("people.html", ["<main>", *(told or ["<p>None yet.</p>"]), "</main>"], holdings.stamp)
    yield "conflicts.html", _page("conflicts.html", _conflicts(holdings), holdings.stamp)
    data = search_data(holdings.documents, holdings.claims, name_of)
    form = (
        '<main><form id="search" hidden role="search"><label>Words <input type="search" name="q"></label>'
        '<output role="status"></output></form><div id="found"></div>'
        "<noscript><p>The search needs scripts.</p></noscript></main>\n"
        f'<script type="application/json" id="data">{data}</script>'
    )
    yield "search.html", _page("search.html", [form], holdings.stamp, asset("search.js"))
    for number, document in holdings.documents.items():
        yield f"{FOLDER}/{name_of(document)}", _document(library, number, holdings)


def name_of(document: Document) -> str:
    """The file name of a document's page: of its id, and no other document's, on file systems without capitals too."""
    mark = blake2b(document.id.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{NOT_IN_NAME.sub('-', document.id).strip('-')[:60].lower()}-{mark}.html"


def _page(name: str, body: Sequence[str], stamp: str, script: str = "") -> str:
    heading = PAGES[name]
    return page(f"{heading} – library", heading, f"<p>{shown(stamp)}</p>", "\n".join(body), script, _nav(name))


def _nav(here: str, up: str = "") -> str:
    current = {here: ' aria-current="page"'}
    links = "".join(
        f'<li><a href="{up}{name}"{current.get(name, "")}>{title}</a></li>' for name, title in PAGES.items()
    )
    return f'<nav class="site" aria-label="Library"><ul>{links}</ul></nav>\n'


def _documents(holdings: Holdings) -> list[str]:
    rows = "".join(
        f'<tr><td><a href="{FOLDER}/{name_of(document)}">{foreign(document.title or document.id)}</a></td>'
        f"<td>{foreign(document.publisher)}</td><td>{foreign(document.author)}</td>"
        f"<td>{foreign(dated(document.published))}</td><td>{len(holdings.claims.get(number, ()))}</td></tr>"
        for number, document in holdings.documents.items()
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Title", "Publisher", "Author", "Published", "Figures"))
    return [_table(f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>", "Documents")]


def _table(inside: str, name: str) -> str:
    return f'<main><div class="wide" tabindex="0" role="group" aria-label="{name}"><table>{inside}</table></div></main>'


def _claims(holdings: Holdings) -> list[str]:
    by_id = {document.id: document for document in holdings.documents.values()}
    claims = [_claim(claim, by_id) for claim in holdings.curation.claims]
    return ["<main>", *(claims or ["<p>None yet.</p>"]), "</main>"]


def _claim(claim: CuratedClaim, documents: Mapping[str, Document]) -> str:
    about = " · ".join(filter(None, (claim.subject, claim.measure, claim.scope)))
    signed = ", ".join(filter(None, (claim.status.value, claim.checked_by, claim.checked_on)))
    sources = "".join(
        f"<blockquote><p>{foreign(cited.selector.exact)}</p><p class='source'>"
        f"{_to(documents[cited.document]) if cited.document in documents else foreign(cited.document)}"
        f" {foreign(cited.place)}</p></blockquote>"
        for cited in claim.citations
    )
    note = f"<p>{foreign(claim.note)}</p>" if claim.note else ""
    return (
        f'<article class="supported" id="{shown(claim.id)}"><h2>{foreign(claim.notation)}</h2><p>{foreign(about)}</p>'
        f"<p>{foreign(signed)} <span class='place'>{foreign(claim.id)}</span></p>{note}{sources}</article>"
    )


def _to(document: Document, up: str = "", at: str = "") -> str:
    href = f"{up}{FOLDER}/{name_of(document)}{f'#{at}' if at else ''}"
    return f'<a href="{href}">{foreign(document.title or document.id)}</a>'


def _names(holdings: Holdings) -> list[str]:
    """Whom and what the figures are about, with their documents; declared names first, with their other names."""
    owners: dict[str, set[int]] = defaultdict(set)
    times: dict[str, int] = defaultdict(int)
    for number, claims in holdings.claims.items():
        for stored in claims:
            if name := stored.claim.subject:
                owners[name].add(number)
                times[name] += 1
    declared = {entity.name: entity for entity in holdings.curation.entities}
    listed = sorted(name for name in owners if times[name] >= FEWEST or name in declared)
    parts = []
    for name in sorted(declared.keys() | set(listed), key=lambda name: (name not in declared, name.casefold())):
        others = ", ".join(declared[name].aliases) if name in declared else ""
        links = "".join(f"<li>{_to(holdings.documents[number])}</li>" for number in sorted(owners.get(name, ())))
        also = f"<p>also: {foreign(others)}</p>" if others else ""
        parts.append(
            f"<details><summary><b>{foreign(name)}</b> {counted(times[name], 'figure')}</summary>"
            f"{also}<ul>{links}</ul></details>"
        )
    return ["<main>", *(parts or ["<p>None yet.</p>"]), "</main>"]


def _conflicts(holdings: Holdings) -> list[str]:
    decided = {ruling.conflict: ruling for ruling in holdings.curation.rulings}
    rulings = {c.id: decided[pair] for c in holdings.conflicts for pair in reversed(c.pairs) if pair in decided}

    def titled(claim: Claim, document: Document) -> str:
        return _to(document, at=anchor(claim))

    found = list(conflict_page.articles(holdings.conflicts, holdings.documents, rulings, titled))
    return ["<main>", *(found or ["<p>None.</p>"]), "</main>"]


def anchor(claim: Claim) -> str:
    """The place of a claim on the page of its document."""
    return f"c-{NOT_IN_NAME.sub('-', claim.id)}"


def passages(library: Library, number: int, claims: Sequence[StoredClaim]) -> str:
    """A document's passages as they follow each other, its figures marked."""
    by_passage: dict[int, list[StoredClaim]] = defaultdict(list)
    for stored in claims:
        by_passage[stored.passage].append(stored)
    return "\n".join(_passage(found, by_passage[found.id]) for found in library.passages_of([number])[number])


def _document(library: Library, number: int, holdings: Holdings) -> str:
    document = holdings.documents[number]
    body = passages(library, number, holdings.claims.get(number, ()))
    about = [f"<p>{foreign(imprint(document))}</p>" if imprint(document) else ""]
    about.append(f"<p>{foreign(document.author)}</p>" if document.author else "")
    about.append(f"<p>{linked(document.url, document.url)}</p>" if document.url else "")
    about.append(f'<p class="place">{foreign(document.id)}, {foreign(document.path)}</p>')
    name = document.title or document.id
    return page(f"{name} – library", name, "\n".join(filter(None, about)), f"<main>{body}</main>", nav=_nav("", "../"))


def _passage(found: StoredPassage, claims: Sequence[StoredClaim]) -> str:
    text, at, parts = found.text, 0, []
    for stored in sorted(claims, key=lambda stored: stored.claim.mark):
        claim, mark = stored.claim, stored.claim.mark
        if mark.start < at or claim.sentence != text:
            continue
        parts += [shown(text[at : mark.start]), f'<mark id="{anchor(claim)}">{shown(text[slice(*mark)])}</mark>']
        at = mark.end
    words = f"<bdi>{''.join(parts)}{shown(text[at:])}</bdi>"
    place = f' <span class="place">{foreign(found.place.words())}</span>' if any(found.place) else ""
    return f"<h2>{words}</h2>" if found.role is Role.HEADING else f"<p>{words}{place}</p>"
