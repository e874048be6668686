"""Judges a draft's quotation: word for word as a source has it, changed, given to another speaker, or in no source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.lean.record import replace
from factcheck.model import Claim, Evidence, Finding, Verdict
from factcheck.quotations.align import align
from factcheck.quotations.fidelity import Fidelity, read
from factcheck.quotations.locate import Sought, locate
from factcheck.quotations.meant import in_full, may_mean
from factcheck.quotations.normal import Sort, Word, visible, words
from factcheck.quotations.phrasing import difference, excerpt
from factcheck.quotations.speakers import same_speaker
from factcheck.quotations.witness import Witness, testify
from factcheck.rules.codes import MISQUOTATION, QUOTATION_UNSOURCED, SOURCES_DISAGREE, WRONG_SPEAKER
from factcheck.store.protocol import Library
from factcheck.text.stem import stem

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin

# A misquotation has at least this share of its source's words, and as much proof (see `Witness`), by whether the source
# has it from the draft's speaker, from an unknown one, or from another: a phrase that many use is no misquotation.
DEMANDS = {True: (0.6, 0.5), None: (0.75, 1.0), False: (0.75, 1.5)}
# It shares at least this many words in a row with its source.
SHORTEST_RUN = 3
# So many words in a row are nobody else's by chance, common as they are.
LONG_RUN = 7
# Shorter phrases are common property: who said them proves nothing.
SHORTEST_OWN = 5
# Unless all that a source quotes there is that phrase, and it is as rare as this (see `Witness`).
RARE_PHRASE = 1.25
# What a speaker says often is said in many ways: only longer quotations are one utterance in two wordings.
SHORTEST_UTTERANCE = 7
# Of phrases this short only the same speaker's are evidence, or such as are short quotations in the source too.
FEW_WORDS, SHORT_QUOTATION = 2, 4
NEAREST = 0.4
LONGEST = 1500
# So many passages around each likely place are read at a time for as many quotations as that allows.
ROOM = 150
SHOWN = 4


def judge(claims: Iterable[Claim], library: Library, draft: Library, kin: Kin | None = None) -> list[Finding]:
    """The findings on the quotations of a draft. kin: the documents that are kin to it, if some are not"""
    sought = [(claim, Sought(text, words(text), kin)) for claim in claims for text in (visible(claim),)]
    return [finding for some in _batches(sought) for finding in _judged(some, library, draft)]


def _batches(sought: Sequence[tuple[Claim, Sought]]) -> Iterator[Sequence[tuple[Claim, Sought]]]:
    """As many quotations at a time as there is room for what stands around the places where they may be."""
    some: list[tuple[Claim, Sought]] = []
    for one in sought:
        if some and sum(2 * other.reach + 1 for _, other in (*some, one)) > ROOM:
            yield some
            some = []
        some.append(one)
    yield some


def _judged(sought: Sequence[tuple[Claim, Sought]], library: Library, draft: Library) -> Iterator[Finding]:
    problems = [_problem(one.words) for _, one in sought]
    clear = [pair for pair, problem in zip(sought, problems, strict=True) if not problem]
    heard = iter(_heard([claim for claim, _ in clear], [one for _, one in clear], library, draft) if clear else ())
    for (claim, one), problem in zip(sought, problems, strict=True):
        if problem:
            yield Finding(claim, Verdict.UNVERIFIED, QUOTATION_UNSOURCED, problem)
        else:
            yield _finding(claim, one.words, next(heard))


def _heard(claims: Sequence[Claim], sought: Sequence[Sought], library: Library, draft: Library) -> list[list[Witness]]:
    said = {stem(word.form) for one in sought for word in one.words if word.form}
    known = library.frequencies(said.union(*(one.stems for one in sought)))
    heard = testify(claims, sought, locate(sought, known, library), known, library)
    return [[_doubted(one, claim, library, draft) for one in own] for claim, own in zip(claims, heard, strict=True)]


def _doubted(one: Witness, claim: Claim, library: Library, draft: Library) -> Witness:
    """A witness, against the draft's speaker where a surname shows that as well, and no pronoun on either side may mean
    the speaker on the other."""
    source = one.evidence.claim
    same = one.same
    if same is None and one.reading.faithful:
        both = ((claim, draft), (source, library))
        same = same_speaker(in_full(claim, *both), in_full(source, *both[::-1]))
    if same is False and (
        may_mean(claim, draft, source.speaker) or may_mean(source, library, claim.speaker, since_named=True)
    ):
        same = None
    return one._replace(same=same)


def _problem(quotation: Sequence[Word]) -> str:
    """Why a quotation cannot be judged; "" if it can."""
    said = _said(quotation)
    if not said or said > LONGEST:
        return f"the quotation {'is too long to be judged as one' if said else 'holds no words to look for'}"
    return (
        "" if any(stem(word.form) for word in quotation if word.form) else "the words are too common to be looked for"
    )


def _said(quotation: Sequence[Word]) -> int:
    return sum(word.sort is Sort.WORD for word in quotation)


def _finding(claim: Claim, quotation: Sequence[Word], heard: Sequence[Witness]) -> Finding:
    said = _said(quotation)
    faithful = [one for one in heard if one.reading.faithful and counts(one, said)]
    altered = [one for one in heard if misquotes(one, said)]
    if faithful:
        return _faithful(claim, said, faithful, _rivals(said, faithful, altered), quotation)
    if altered:
        return _misquote(claim, quotation, altered)
    return _run_together(claim, quotation, heard) or _nowhere(claim, heard)


def counts(one: Witness, said: int) -> bool:
    """Whether words that agree are evidence at all: a word or two stand anywhere."""
    if said > FEW_WORDS or one.same or one.title:
        return True
    return one.spoken and one.same is None and len(words(visible(one.evidence.claim))) <= SHORT_QUOTATION


def misquotes(one: Witness, said: int) -> bool:
    """Whether a differing text is so close that the draft must mean it."""
    likeness, proof = DEMANDS[one.same]
    reading = one.reading
    if reading.faithful or said < SHORTEST_RUN:
        return False
    if one.same and _one_word_apart(one, said):
        return one.proof >= proof
    if one.same is None and one.spoken and (reading.turned or reading.longest_run >= LONG_RUN):
        proof = DEMANDS[True][1]
    least = min(SHORTEST_RUN, said - 1)
    return reading.longest_run >= least and reading.likeness >= likeness and one.proof >= proof


def _one_word_apart(one: Witness, said: int) -> bool:
    """Whether all that a source quotes there is the draft's quotation but for one word."""
    fault, *more = one.reading.faults
    there = sum(word.sort is Sort.WORD for word in words(visible(one.evidence.claim))) if one.spoken else 0
    return not more and there == said and len(fault.draft) == len(fault.source) == 1


def _rivals(said: int, faithful: Sequence[Witness], altered: Sequence[Witness]) -> list[Witness]:
    """Other documents that give the same speaker's words differently."""
    if said < SHORTEST_UTTERANCE or not any(one.spoken and one.same is not False for one in faithful):
        return []
    agreeing = {one.reading.place.document for one in faithful}
    return [one for one in altered if one.same and one.spoken and one.reading.place.document not in agreeing]


def _faithful(
    claim: Claim, said: int, faithful: Sequence[Witness], rivals: Sequence[Witness], quotation: Sequence[Word]
) -> Finding:
    own = [one for one in faithful if one.same is not False]
    if not own:
        tells = said >= SHORTEST_OWN or all(_is_phrase_of(one, said) for one in faithful)
        return _misattributed(claim, faithful) if tells else _another_mouth(claim, faithful)
    if rivals:
        differs = difference(visible(claim), quotation, rivals[0].reading)
        message = f"the sources give this quotation differently: {differs}"
        return Finding(claim, Verdict.DISPUTED, SOURCES_DISAGREE, message, "", _evidence([own[0], *rivals, *own[1:]]))
    return Finding(claim, Verdict.SUPPORTED, "", "a source has these words", "", _evidence(own))


def _is_phrase_of(one: Witness, said: int) -> bool:
    """Whether a source quotes somebody with nothing but a phrase, of words so rare that it must be his."""
    whole = len(words(visible(one.evidence.claim))) == said
    return said > FEW_WORDS and one.spoken and whole and one.proof >= RARE_PHRASE


def _misattributed(claim: Claim, faithful: Sequence[Witness]) -> Finding:
    true = faithful[0].evidence.claim.speaker
    message = f"the draft gives these words to {claim.speaker}; in the source {true} says them"
    against = tuple(replace(evidence, agrees=False) for evidence in _evidence(faithful))
    return Finding(claim, Verdict.CONTRADICTED, WRONG_SPEAKER, message, true, against)


def _another_mouth(claim: Claim, faithful: Sequence[Witness]) -> Finding:
    other = faithful[0].evidence.claim.speaker
    message = f"no source has these words from {claim.speaker}; {other} uses them"
    return Finding(claim, Verdict.UNVERIFIED, QUOTATION_UNSOURCED, message, "", _evidence(faithful))


def _misquote(claim: Claim, quotation: Sequence[Word], altered: Sequence[Witness]) -> Finding:
    best = max(altered, key=lambda one: (one.same is True, one.reading.likeness))
    message = difference(visible(claim), quotation, best.reading)
    if best.same is False:
        message += f"; and in the source {best.evidence.claim.speaker} says them, not {claim.speaker}"
    others = [one for one in altered if one is not best]
    return Finding(claim, Verdict.CONTRADICTED, MISQUOTATION, message, _whole(best.reading), _evidence([best, *others]))


def _run_together(claim: Claim, quotation: Sequence[Word], heard: Sequence[Witness]) -> Finding | None:
    """Two stretches of one document made into one quotation: what is missing at one place stands whole at another."""
    for one in heard[:SHOWN]:
        rest = [word for at, word in enumerate(quotation) if at not in one.reading.covered]
        if len(rest) < SHORTEST_RUN or one.reading.longest_run < SHORTEST_RUN:
            continue
        for place in (other.reading.place for other in heard):
            second = read(rest, place._replace(alignment=align(rest, place.source)))
            if place.document == one.reading.place.document and second and second.faithful:
                shown = [excerpt(r, r.first, r.last) for r in (one.reading, second)]
                message = f'the draft runs together what the source has apart: "{shown[0]}" and "{shown[1]}"'
                return Finding(claim, Verdict.CONTRADICTED, MISQUOTATION, message, "", _evidence([one]))
    return None


def _nowhere(claim: Claim, heard: Sequence[Witness]) -> Finding:
    near = [one for one in heard if one.reading.likeness >= NEAREST][:1]
    message = "no source has these words"
    if near:
        reading = near[0].reading
        message += f'; the nearest are "{excerpt(reading, reading.first, reading.last)}"'
    return Finding(claim, Verdict.UNVERIFIED, QUOTATION_UNSOURCED, message, "", _evidence(near))


def _whole(reading: Fidelity) -> str:
    """The source's text from the first to the last word that the quotation touches."""
    touched = [move.source for move in reading.place.alignment.moves if move.source >= 0]
    return excerpt(reading, touched[0], touched[-1])


def _evidence(heard: Sequence[Witness]) -> tuple[Evidence, ...]:
    return tuple(one.evidence for one in heard[:SHOWN])
