"""Reads an alignment: is the quotation faithful, and if not, which words differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from factcheck.lean.record import NamedTuple
from factcheck.quotations.align import Move, Step
from factcheck.quotations.house_style import quoted_words
from factcheck.quotations.locate import Place
from factcheck.quotations.normal import Sort, Word

# An omission that drops one of these inside a sentence turns the sentence round.
NEGATIONS = frozenset(quoted_words("negation"))
# An omission mark stands for at most so many words; what is further apart was not said together.
LONGEST_OMISSION = 60
FAULTY = frozenset({Step.CHANGED, Step.ADDED, Step.DROPPED})


class Fault(NamedTuple):
    """Words of the draft and the words of the source in their stead; `omission` where an omission mark misleads."""

    draft: tuple[int, ...]
    source: tuple[int, ...]
    omission: bool = False


class Fidelity(NamedTuple):
    """How a quotation relates to a place: its faults, the matched source words, and their share of the quotation.

    covered: the numbers of the quotation's words that stand there
    turned: whether it differs in nothing but a "not", a "no" or a "yes"
    """

    place: Place
    faults: tuple[Fault, ...]
    first: int
    last: int
    likeness: float
    longest_run: int
    covered: frozenset[int]
    turned: bool = False

    @property
    def faithful(self) -> bool:
        """Whether every word of the quotation stands in the source as an editor may quote it."""
        return not self.faults


def read(quotation: Sequence[Word], place: Place) -> Fidelity | None:
    """The reading of a quotation at a place, or None where no word of it stands there."""
    moves = place.alignment.moves
    matched = [move.source for move in moves if move.step is Step.SAME]
    if not matched:
        return None
    said = sum(word.sort is Sort.WORD for word in quotation)
    faults = (*_differences(quotation, place, moves), *_omissions(place, moves))
    runs = [len(list(group)) for same, group in groupby(moves, lambda move: move.step is Step.SAME) if same]
    covered = frozenset(move.draft for move in moves if move.step is Step.SAME)
    turned = bool(faults) and all(_turns(quotation, place, fault) for fault in faults)
    return Fidelity(place, faults, matched[0], matched[-1], len(matched) / max(1, said), max(runs), covered, turned)


def _differences(quotation: Sequence[Word], place: Place, moves: Sequence[Move]) -> list[Fault]:
    """Stretches in which the words differ; a word written as two is no difference."""
    faults = []
    for faulty, group in groupby(moves, lambda move: move.step in FAULTY):
        if not faulty:
            continue
        stretch = list(group)
        draft = tuple(move.draft for move in stretch if move.draft >= 0)
        source = tuple(move.source for move in stretch if move.source >= 0)
        written = "".join(quotation[at].form for at in draft)
        if written != "".join(place.source[at].form for at in source):
            faults.append(Fault(draft, source))
    return faults


def _omissions(place: Place, moves: Sequence[Move]) -> list[Fault]:
    """Omission marks that leave out a "not" of their sentence, or join what stands far apart."""
    faults = []
    for skipped, group in groupby(moves, lambda move: move.step is Step.SKIPPED):
        source = tuple(move.source for move in group if move.source >= 0)
        if not skipped or not source or all(place.source[at].loose for at in source):
            continue
        one_sentence = place.laid[source[0]].passage.id == place.laid[source[-1]].passage.id
        negated = any(_negates(place.source[at].form) for at in source)
        if len(source) > LONGEST_OMISSION or (one_sentence and negated):
            faults.append(Fault((), source, omission=True))
    return faults


def _turns(quotation: Sequence[Word], place: Place, fault: Fault) -> bool:
    """Whether two texts differ at a fault by a negation alone: "can" and "can't", "yes" and "no", a "not" too few."""
    draft = [quotation[at].form for at in fault.draft]
    source = [place.source[at].form for at in fault.source]
    if len(draft) == len(source) == 1:
        short, long = sorted((draft[0], source[0]), key=len)
        if long.endswith("n't") and short.startswith(long.removesuffix("n't")):
            return True
    return all(_negates(form) or form == "yes" for form in (*draft, *source))


def _negates(form: str) -> bool:
    return form in NEGATIONS or form.endswith("n't")
