"""What a place in the library says of a quotation: how far the words agree, whose they are, what that proves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from factcheck import names
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Document, Evidence, Kind
from factcheck.quotations.fidelity import Fidelity, read
from factcheck.quotations.locate import Laid, Place, Sought, file_span
from factcheck.quotations.normal import Word
from factcheck.quotations.phrasing import excerpt
from factcheck.quotations.speakers import same_speaker
from factcheck.quotes import speech
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.text.stem import stem
from factcheck.text.tokens import is_capital, tokenise
from factcheck.values import NO_VALUE

# Words of a title that have no capital.
SMALL = frozenset("a an and as at by for from in of on or the to with".split())
# A quotation is looked for that began so many sentences before.
BEGUN = 12


class Witness(NamedTuple):
    """A reading with its document and the source's claim.

    same: whether the source's speaker is the draft's; None where that cannot be told
    proof: the rarity of the words that agree, as a share of what it takes to find one passage among all of the library
    """

    reading: Fidelity
    evidence: Evidence
    same: bool | None
    proof: float

    @property
    def title(self) -> bool:
        """Whether the words are the title of a work, which nobody says."""
        claim = self.evidence.claim
        several = [word for word in claim.text.split() if word not in SMALL]
        return len(several) > 1 and not claim.speaker and all(is_capital(word) for word in several)

    @property
    def spoken(self) -> bool:
        """Whether the source itself marks the words as somebody's."""
        return bool(self.evidence.claim.id)


def testify(
    claims: Sequence[Claim],
    sought: Sequence[Sought],
    places: Sequence[Sequence[Place]],
    known: Mapping[str, int],
    library: Library,
) -> list[list[Witness]]:
    """For each quotation the witnesses among its places, in their order. known: how many passages hold each stem"""
    read_so = [
        [reading for place in own if (reading := read(one.words, place)) is not None]
        for one, own in zip(sought, places, strict=True)
    ]
    met = {reading.place.document for own in read_so for reading in own}
    documents = library.documents(met) if met else {}
    passages = library.passage_count()

    def witness(claim: Claim, one: Sought, reading: Fidelity) -> Witness:
        document = documents[reading.place.document]
        source = _source_claim(reading, document, library)
        evidence = Evidence(source, document, reading.faithful, round(reading.likeness, 3))
        proof = _proof(one.words, reading, known, passages)
        return Witness(reading, evidence, same_speaker(claim.speaker, source.speaker), proof)

    return [
        [witness(claim, one, reading) for reading in own]
        for claim, one, own in zip(claims, sought, read_so, strict=True)
    ]


def _proof(quotation: Sequence[Word], reading: Fidelity, frequencies: Mapping[str, int], passages: int) -> float:
    """Below 1, some passage is expected to share these words by chance alone."""
    stems = {stem(quotation[at].form) for at in reading.covered if quotation[at].form}
    rarity = sum(log((passages + 1) / frequencies[one]) for one in stems if one in frequencies)
    return rarity / log(passages + 1)


def _source_claim(reading: Fidelity, document: Document, library: Library) -> Claim:
    """The source's quotation that holds the matched words, or else the matched words, as said by whom it reports."""
    laid = reading.place.laid
    first, last = laid[reading.first], laid[reading.last]
    middle = laid[(reading.first + reading.last) // 2]
    quoted = next((word.quotation for word in (middle, first, last) if word.quotation), None)
    if quoted is None and reading.faithful:
        quoted = _begun_before(first, library)
    if quoted:
        return quoted
    end = last.end if last.passage is first.passage else len(first.passage.text)
    return Claim(
        id="", kind=Kind.QUOTE, document=document.id, path=document.path,
        span=file_span(reading.place, reading.first, reading.last), line=first.passage.line, column=1,
        text=excerpt(reading, reading.first, reading.last), value=NO_VALUE, sentence=first.passage.text,
        mark=Span(first.start, max(first.end, end)), place=first.passage.place,
        speaker=_reported(first, last) if reading.faithful else "",
    )  # fmt: skip


def _begun_before(word: Laid, library: Library) -> Claim | None:
    """The quotation that a word stands in, where that began sentences before, in the same paragraph."""
    around = library.around([(word.passage.id, BEGUN)])[word.passage.id, BEGUN]
    before = {p.id for p in around if p.id < word.passage.id and p.paragraph == word.passage.paragraph}
    stored = [one for own in (library.claims(before) if before else {}).values() for one in own]
    holding = [one.claim for one in stored if one.claim.kind is Kind.QUOTE and word.at in range(*one.claim.span)]
    return min(holding, key=lambda claim: claim.span.end - claim.span.start, default=None)


def _reported(first: Laid, last: Laid) -> str:
    """Whom a sentence credits with words that it reports without marks: "Lund said that the harvest was lost"."""
    if first.passage is not last.passage:
        return ""
    tokens = tokenise(first.passage.text)
    stretches = speech.credits(tokens, names.find(tokens), 0, len(tokens))
    around = [
        one for one in stretches if tokens.starts[one.first] <= first.start and last.end <= tokens.ends[one.end - 1]
    ]
    return min(around, key=lambda one: one.end - one.first).speaker if around else ""
