"""Which equal values prove nothing: those that belong to another fact.

Two figures state one fact when what is said around them agrees; only then are their values compared. So an equal value
supports nothing where another figure, of another value, answers to the draft's words much better without regard to
values ("Brenk has 88 boats" where the source says 412 of Brenk and 88 of Odby).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.compare import Relation
from factcheck.lean.record import NamedTuple
from factcheck.match.apart import UNMARKED, Marks, is_surely_of_it, is_told_of, is_told_of_it
from factcheck.match.candidates import Candidate
from factcheck.match.leaning import names_a_day
from factcheck.match.meeting import precision
from factcheck.match.roles import FORMER_PART
from factcheck.match.stretch import Moment
from factcheck.match.together import COPY
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin

# A date alone proves nothing: its passage has to hold so much of the draft's sentence, or another figure of it.
THIN = 0.2
# What a draft's names are of its sentence, where a passage that tells of the same day has them.
NAMED = 0.5
# By how many nats another figure of the very passage must answer better: what else is said there is the same for both.
BESIDE = 0.5
# A date bars an equal one of its passage less easily: what a day is the day of is often told by a single word.
DATE_BESIDE = 1.0
# How sure it must be that the sentences around a date speak of a document, for a date of that to be in company.
HOMELY = 0.5
# A passage of a document that speaks of something else than the draft has to hold so much of the draft's sentence.
FOREIGN = 0.5
# How likely a document is spoken of for its figures to bar, where they answer no worse, the equal values of documents
# that are less likely spoken of than the second.
AT_HOME, ABROAD = 0.8, 0.2
# By how many nats more another figure must answer better than a rare value of the document spoken of; how rare that is,
# as `rarity` measures it.
EXTRA, RARE = 2.0, 0.8
# What a time that was carried over from an earlier sentence makes of another one, and by how many nats more one of the
# draft's time must then answer better to bar it.
CARRIED, SURER = 0.5, 1.0
# How close a figure of the draft's own time must be: to bar one of another time it need only answer no worse.
IN_TIME = 0.5


class Vetoed(NamedTuple):
    """An equal value that may not support, and the figure that stands where it would have to."""

    candidate: Candidate
    by: Candidate | None


def vetoes(
    found: Sequence[Candidate],
    margin: float,
    draft: Marks = UNMARKED,
    kin: Kin | None = None,
) -> list[Vetoed | None]:
    """For each candidate, the veto on it; only equal values are ever barred.

    draft: what tells its figure from others; kin: the documents that are kin to it
    margin: by how many nats another figure must answer better, values aside; infinite where nothing is to be barred
    """
    rivals = [candidate for candidate in found if not candidate.compared.agrees and not candidate.features.other_tense]
    worded = _best([rival for rival in rivals if _says_the_sentence(rival)])
    if margin == math.inf:
        rivals = []
    best = _best(rivals)
    timely = _best([rival for rival in rivals if in_time(rival, draft.time)])
    beside: dict[int, list[Candidate]] = defaultdict(list)
    for rival in rivals:
        beside[rival.context.claim.passage].append(rival)
    there = _best([rival for rival in rivals if rival.features.home >= AT_HOME])
    agreeing = {candidate.context.claim.passage for candidate in found if candidate.compared.agrees}
    elsewhere = _best([rival for rival in rivals if rival.context.claim.passage not in agreeing])
    barred: list[Vetoed | None] = []
    for c in found:
        near = beside[c.context.claim.passage]
        if not c.compared.agrees:
            barred.append(None)
        elif kin and not kin.nearness(c.context.claim.document) and margin < math.inf and _is_foreign(c):
            barred.append(Vetoed(c, None))
        elif worded is not None and is_of_another(c, worded):
            barred.append(Vetoed(c, worded))
        elif told := [rival for rival in near if is_told_of(draft, rival, c)]:
            barred.append(Vetoed(c, _best(told)))
        else:
            most = best if c.context.kind is not Kind.DATE else elsewhere
            if most is not None and is_surely_of_it(draft, most, c):
                most = None
            beside_it = _best([rival for rival in near if not is_told_of_it(draft, rival, c)])
            barred.append(_veto(c, most, timely, there, beside_it, margin))
    return barred


def is_of_another(candidate: Candidate, worded: Candidate) -> bool:
    """Whether a value belongs to somebody else or to another time, while a source says the draft's very sentence of
    that person or that time with another value."""
    if not _says_the_sentence(worded):
        return False
    measured, its = candidate.features, worded.features
    if measured.time_clash and its.time_same:
        return True
    return not measured.verbatim and measured.strange > 0 and measured.owner_doubt + measured.owner_clash > 0


def _says_the_sentence(candidate: Candidate) -> bool:
    """Whether a source has all words of the draft's sentence, the name of whom it is told of among them, with another
    value, and nothing tells them apart."""
    measured = candidate.features
    apart = measured.time_clash + measured.time_doubt + measured.owner_clash + measured.owner_doubt
    named = measured.owner_same > 0 or measured.names >= 1
    different = candidate.compared.relation is Relation.DIFFERENT and not measured.other_tense
    return different and measured.verbatim > 0 and named and not apart


def _has_more_of_the_sentence(rival: Candidate, candidate: Candidate) -> bool:
    """Whether a passage has all words of a date's sentence, names among them, with another date, and the one with the
    equal date has not."""
    measured = rival.features
    whole = measured.covers_draft >= COPY > candidate.features.covers_draft and measured.names >= 1
    return whole and rival.compared.relation is Relation.DIFFERENT


def in_time(candidate: Candidate, time: Moment | None) -> bool:
    """Whether a figure holds at the draft's time, to the day or month, or to the year that is all the draft says."""
    least = min(IN_TIME, precision(time)) if time and time.certain else IN_TIME
    return candidate.features.time_same + candidate.features.time_told >= least


def _best(found: Sequence[Candidate]) -> Candidate | None:
    return max(found, key=lambda candidate: candidate.blind, default=None)


def _veto(
    candidate: Candidate,
    best: Candidate | None,
    timely: Candidate | None,
    there: Candidate | None,
    beside: Candidate | None,
    margin: float,
) -> Vetoed | None:
    if candidate.features.swapped < 0:
        return Vetoed(candidate, None)
    if _is_of_other_tense(candidate, margin):
        return Vetoed(candidate, None)
    if candidate.features.verbatim:
        return None
    if candidate.features.owner_clash:
        return Vetoed(candidate, None)
    if candidate.context.kind is Kind.DATE:
        if beside is not None and beside.blind - candidate.blind >= DATE_BESIDE:
            return Vetoed(candidate, beside)
        if best is not None and best.blind - candidate.blind >= margin and _has_more_of_the_sentence(best, candidate):
            return Vetoed(candidate, best)
        return Vetoed(candidate, None) if margin < math.inf and _is_thin(candidate) else None
    other_time = candidate.features.time_clash + candidate.features.time_doubt
    extra = EXTRA if _is_told_there(candidate) else 0.0
    demanded = [(timely, extra + (0.0 if other_time > CARRIED else SURER))] if other_time else []
    if candidate.features.home < ABROAD:
        demanded.append((there, 0.0))
    for rival, least in [*demanded, (beside, BESIDE + extra), (best, margin + extra)]:
        if rival is None or _in_company(candidate, rival):
            continue
        if rival.blind - candidate.blind >= least - (extra if _is_neighbour(rival, candidate) else 0.0):
            return Vetoed(candidate, rival)
    return None


def _is_told_there(candidate: Candidate) -> bool:
    """Whether a rare value stands in the document spoken of, and not at another time: that a draft has it by chance, or
    took it for another's, is less likely than that its words are other ones."""
    measured = candidate.features
    rare = max(measured.rarity, measured.loose_rarity) >= RARE
    return rare and measured.home >= AT_HOME and measured.time_clash == 0


def _is_of_other_tense(candidate: Candidate, margin: float) -> bool:
    """Whether a value is what was or is expected, and the draft's is not; of a text that is said to be about the
    sentence, what it expects is what the sentence tells."""
    return candidate.features.other_tense > 0 and (margin < math.inf or candidate.context.past == FORMER_PART)


def _in_company(candidate: Candidate, rival: Candidate) -> bool:
    """Whether a rare value stands beside other figures of the draft's sentence that the rival does not stand beside:
    two values are not met together by chance."""
    measured = candidate.features
    rare = max(measured.rarity, measured.loose_rarity) >= RARE
    return rare and measured.mates > rival.features.mates and measured.time_clash == 0


def _is_neighbour(rival: Candidate, equal: Candidate) -> bool:
    """Whether a figure stands next to the very one that the draft has next to its own, and the one with its value
    beside none of the draft's."""
    return rival.features.flanks > equal.features.flanks and not equal.features.mates


def _is_foreign(candidate: Candidate) -> bool:
    """Whether a passage has less than half of the names of the draft's sentence and of its words, and no other figure
    of it."""
    measured = candidate.features
    told = measured.owner_same + measured.mates + measured.verbatim
    return not told and max(measured.names, measured.covers_draft) < FOREIGN


def _is_thin(candidate: Candidate) -> bool:
    """Whether a date stands alone: little of the draft's sentence is there, and for a day that is written out not a
    word of it with its names. (A day that is told of somebody is seldom another of theirs; months and years they have
    many.)"""
    measured, claim = candidate.features, candidate.context.claim.claim
    held = max(measured.covers_draft, measured.local, measured.carry)
    worded = measured.shared + measured.headers > 0
    if held < THIN and worded and not measured.stranger and names_a_day(claim):
        held = NAMED * measured.names
    return held < THIN and measured.mates == 0 and measured.home < HOMELY
