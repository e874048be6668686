"""What the search page of the site searches: the figures of the library with their sentences, as data in the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcheck.model import Document
from factcheck.report.json_text import dumps
from factcheck.report.visible import visible_line
from factcheck.store.protocol import StoredClaim


def search_data(
    documents: Mapping[int, Document], claims: Mapping[int, Sequence[StoredClaim]], page_of: Callable[[Document], str]
) -> str:
    """JSON for a data block: documents as [page, title, imprint], sentences as [document, sentence]; no letter of it
    ends the block or begins markup."""
    places = {number: place for place, number in enumerate(documents)}
    titles = [
        [page_of(document), visible_line(document.title or document.id), document.published]
        for document in documents.values()
    ]
    sentences: dict[tuple[int, str], None] = {}
    for number, own in claims.items():
        for stored in own:
            sentences[places[number], visible_line(stored.claim.sentence or stored.claim.text)] = None
    data = {"documents": titles, "sentences": [list(sentence) for sentence in sentences]}
    return dumps(data).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
