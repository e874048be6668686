"""Pictures of what PDF sources say, cut from their pages: a reader sees that a figure stands there, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import InputError
from factcheck.model import Claim, Finding, Source
from factcheck.text import Span

# A page with more pictures is slow to load and to send.
MOST = 200


def pictures(root: Path, findings: Iterable[Finding]) -> Mapping[str, bytes]:
    """PNG pictures of the passages of PDF files that speak against a draft or for it, problems first, by claim id.

    What cannot be shown, for it was changed meanwhile or needs what is not installed, is left out.
    """
    ordered = sorted(findings, key=lambda finding: not finding.rule)
    claims = {one.claim.id: one.claim for finding in ordered for one in finding.evidence if one.claim.place.page}
    by_path: dict[str, list[Claim]] = {}
    for claim in list(claims.values())[:MOST]:
        if claim.path.lower().endswith(".pdf"):
            by_path.setdefault(claim.path, []).append(claim)
    if not by_path or find_spec("pypdfium2") is None:
        return {}
    return dict(picture for path, own in by_path.items() for picture in _of_file(root / path, own))


def _of_file(path: Path, claims: Iterable[Claim]) -> Iterator[tuple[str, bytes]]:
    from factcheck import readers
    from factcheck.readers.decode import read_bytes
    from factcheck.readers.pdf.spots import Wanted, show, spots

    try:
        data = read_bytes(path)
        source = readers.read_data(data, path.suffix, str(path))
    except InputError:
        return
    wanted = {}
    for claim in claims:
        marks = spots(source, claim.span) if source.text[slice(*claim.span)] == claim.text else ()
        words = [spot for spot in spots(source, sentence(source, claim)) if marks and spot.page == marks[0].page]
        if words:
            wanted[claim.id] = Wanted(words[0], marks[0])
    for identifier, seen in zip(wanted, show(data, list(wanted.values())), strict=True):
        if seen.png:
            yield identifier, seen.png


def sentence(source: Source, claim: Claim) -> Span:
    """Where in a file the sentence of a claim stands, or only its figure where the text is not as it was."""
    start = claim.span.start - claim.mark.start
    whole = Span(start, start + len(claim.sentence))
    return whole if claim.sentence and source.text[slice(*whole)] == claim.sentence else claim.span
