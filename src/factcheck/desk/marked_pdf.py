"""Marks the passages of a PDF source that a draft rests on, in a copy of it, each with what the draft says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from factcheck.desk.remark import heading
from factcheck.errors import InputError
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Finding, Source
from factcheck.readers.pdf.spots import Spot, Wanted, show, spots
from factcheck.report.pictures import sentence
from factcheck.report.visible import visible_line

WAY_OUT = "marks are written with pikepdf, which is not installed: pip install 'factcheck-cli[mark]'"
AUTHOR = "factcheck"
# Red, green and blue of a mark, by what the passage is to the draft.
COLOURS = {"agrees": (0.6, 0.9, 0.6), "differs": (1.0, 0.6, 0.6), "nearest": (1.0, 0.9, 0.4)}
# An annotation that is printed with its page (ISO 32000, table 165).
PRINTED = 4


class Mark(NamedTuple):
    """Words of a page to be marked, in a colour, with a text."""

    spot: Spot
    bearing: str
    words: str


def marked(data: bytes, source: Source, findings: Iterable[Finding]) -> tuple[bytes, int]:
    """A PDF file with a highlight on each passage that findings name, and their number; `source` is the file
    as read, called as the library calls it.

    Annotations that the file has stay. The file is written anew, so that a signature on it no longer holds.
    Raises InputError where it cannot be written, or pikepdf is missing.
    """
    if find_spec("pikepdf") is None:
        raise InputError(f"{source.path}: {WAY_OUT}")
    import pikepdf

    marks = list(_marks(source, findings))
    shown = show(data, [Wanted(mark.spot, mark.spot, False) for mark in marks])
    done = 0
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for mark, seen in zip(marks, shown, strict=True):
                if seen.lines:
                    _put(pdf, pdf.pages[mark.spot.page - 1], mark, seen.lines)
                    done += 1
            written = BytesIO()
            pdf.save(written, deterministic_id=True)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, IndexError) as error:
        raise InputError(f"{source.path}: cannot be written: {visible_line(str(error))}") from None
    return written.getvalue(), done


def _marks(source: Source, findings: Iterable[Finding]) -> Iterator[Mark]:
    """The sentences of the file that findings name, each once for all that is said of it."""
    told: dict[tuple[str, int], tuple[Claim, str, list[str]]] = {}
    for finding in findings:
        for evidence in finding.evidence:
            claim = evidence.claim
            if claim.path == source.path:
                words = f"{finding.claim.where}: {finding.claim.words}. {heading(finding)}"
                place = (claim.sentence, claim.span.start - claim.mark.start)
                told.setdefault(place, (claim, finding.bearing(evidence), []))[2].append(visible_line(words))
    for claim, bearing, said in told.values():
        if source.text[slice(*claim.span)] == claim.text:
            for spot in spots(source, sentence(source, claim)):
                yield Mark(spot, bearing, "\n".join(said))


def _put(pdf: Any, page: Any, mark: Mark, lines: Iterable[tuple[float, float, float, float]]) -> None:
    """A highlight over some lines; corners from the upper left in the order that viewers expect."""
    import pikepdf

    boxes = list(lines)
    corners = [at for left, low, right, high in boxes for at in (left, high, right, high, left, low, right, low)]
    around = [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]
    highlight = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=_numbers(around), QuadPoints=_numbers(corners),
        C=_numbers(COLOURS[mark.bearing]), F=PRINTED, T=pikepdf.String(AUTHOR), Contents=pikepdf.String(mark.words),
    )  # fmt: skip
    if "/Annots" not in page.obj:
        page.obj.Annots = pikepdf.Array()
    page.obj.Annots.append(pdf.make_indirect(highlight))


def _numbers(values: Iterable[float]) -> Any:
    from decimal import Decimal

    import pikepdf

    return pikepdf.Array([Decimal(f"{value:.2f}") for value in values])
