"""How much what was found proves: whether support is weak or strong, and whether what differs is enough for an alarm.

Support is weak where the value stands in a source, but little else there agrees, or a figure of another value answers
the sentence better. Of the supported figures of eleven labelled collections, 28 in 100 are weak, and a weak one is
wrong four times as often as a strong one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import Relation
from factcheck.match.apart import is_surely_of_it, is_told_of, marks
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.passage_words import concepts_of, names_of
from factcheck.match.together import COPY
from factcheck.match.veto import Vetoed, in_time, is_of_another
from factcheck.model import Kind, Origin
from factcheck.verify import texts
from factcheck.verify.strictness import Demands

# By how many nats a figure of another value must answer the sentence better, values aside.
BETTER = 0.25
# How rare a value must be, in fifths of a nat, for its standing in a source to speak against an alarm; how many times
# the margin of a veto the figure that bars it must then answer better, where it is of no better time.
RARE, SURER, COMMON = 0.8, 1.5, 0.5
# A passage of which the draft's sentence is no more than this part mentions it by the way; half of a sentence; how near
# a slip two dates are that differ in one part; and how likely a fact is sure without more.
BY_THE_WAY, HALF, ONE_PART, SURELY = 0.25, 0.5, 0.8, 0.7
# So much of the sentence is little where both figures stand beside names that the other text has nowhere.
LITTLE = 0.4
# So many words of a row's other cells are more than a label.
TELLING = 6
# The part of what a count is raised to, and within how many sentences that is told.
END, SOON = "end", 3
# Figures that may tell things apart: "the five-year plan", "the ten-mile road".
BEFORE_NOUNS = [["the"], ["The"], ["a"], ["A"], ["its"], ["his"], ["her"], ["their"]]
PREDICATES = [[verb, "a"] for verb in ("is", "was", "are", "were")]
LENGTHS, HYPHEN = frozenset({Kind.DURATION, Kind.SENTENCE, Kind.MEASUREMENT}), "-"
# So much of what one passage has of a sentence is as much as that.
AS_MUCH = 0.9
# A document so much less likely spoken of than another is no place for the draft's occasion, but for a date, which
# many sentences there have.
AS_HOMELY = 0.5
# The bounds of what is left open, upwards or downwards.
OPEN = frozenset({">", ">=", "<", "<="})
# By how many nats a figure of a passage that does not deny the draft's must answer better than one that does.
PLAINLY_BETTER = 1.0
# By so many words of its own another figure of a passage denies the one that has the draft's value.
PLAINLY = 2


def weakness(draft: Context, agreeing: Sequence[Candidate], differing: Sequence[Candidate], strong: float) -> str:
    """Why support is weak, as the end of a sentence; "" where it is strong.

    agreeing, differing: the candidates of a draft's figure that have its value, and those that have another
    strong: how likely the agreeing figures must be together for support to be strong; 0 where no support is weak
    """
    if not strong:
        return ""
    best, told = max(agreeing, key=lambda candidate: candidate.probability), marks(draft)
    rivals = (candidate for candidate in differing if not is_surely_of_it(told, candidate, best))
    rival = max(rivals, key=lambda candidate: candidate.blind, default=None)
    if rival is not None and rival.blind - best.blind >= BETTER:
        return texts.RIVALLED.format(other=texts.said(rival.context.claim.claim))
    if sum(candidate.probability for candidate in agreeing) < strong:
        return texts.ALONE
    return ""


def may_accuse(binding: Binding, best: Candidate, demands: Demands) -> bool:
    """Whether what differs is enough for an alarm.

    A date is called wrong only by a passage that plainly speaks of what it dates. And a veto makes silence, not an
    alarm: where a source has the very value, and a rare one, the figure that bars it must be surer still, or be of the
    draft's time where the other is not.
    """
    measured = best.features
    if binding.draft.kind is Kind.COUNT and _is_raised(binding, best):
        return False
    if (
        _tells_another_apart(binding.draft, best)
        or _is_a_variant(binding, best)
        or _is_of_other_column(binding.draft, best)
        or (demands.most and _speaks_of_another(binding.draft, best))
    ):
        return False
    if (
        _states_both(binding, best, demands)
        or _is_borne_out(binding, best)
        or _recurs(binding, best, demands.model.margin)
    ):
        return False
    if _states_it_too(binding, best, SURER * demands.model.margin) or _has_a_better(binding, best):
        return False
    if binding.draft.kind is Kind.DATE and demands.most and not _speaks_of_it(best, demands):
        return False
    return measured.swapped > 0 or all(_outdoes(binding, best, veto, demands) for veto in binding.vetoed)


def _tells_another_apart(draft: Context, best: Candidate) -> bool:
    """Whether either figure tells which of several things is meant ("the five-year plan", "the 2012 election"), and the
    other text has not that thing: a ban of five years and three years in prison are no rivals."""
    measured, source = best.features, best.context
    slip = measured.near_miss >= ONE_PART and draft.kind is not Kind.DATE
    if measured.swapped > 0 or measured.verbatim or slip:
        return False
    ways = [(one, other) for one, other in ((draft, source), (source, draft)) if _tells_apart(one)]
    return bool(ways) and all(one.right and other.near.keys().isdisjoint(one.right) for one, other in ways)


def _is_a_variant(binding: Binding, best: Candidate) -> bool:
    """Whether both figures tell which of several things is meant, and the document that has another one has the draft's
    too: it speaks of "the 13-inch model" and of "a 15-inch one"."""
    if best.features.swapped > 0 or not (_tells_apart(binding.draft) and _tells_apart(best.context)):
        return False
    known = (*binding.candidates, *(veto.candidate for veto in binding.vetoed))
    return any(
        one.compared.agrees and one.context.claim.document == best.context.claim.document and _tells_apart(one.context)
        for one in known
    )


def _tells_apart(figure: Context) -> bool:
    claim = figure.claim.claim
    if figure.kind is Kind.DATE:
        before = claim.sentence[: claim.mark.start].split()[-2:]
        # "It is a 1990 film" tells when it was made, and not which of several it is.
        return claim.words.isdigit() and before[-1:] in BEFORE_NOUNS and before not in PREDICATES
    return figure.kind in LENGTHS and HYPHEN in claim.words and claim.words.rpartition(HYPHEN)[2].isalpha()


def _is_of_other_column(draft: Context, best: Candidate) -> bool:
    """Whether what differs from a table's cell shares neither the words next to the cell's own figure nor any of the
    header that tells its column from others: then it is another column's, and no slip for this one. Where the rest of
    the row is no label but a telling, that says what its figures are."""
    measured, source = best.features, best.context
    if not draft.seat.column or measured.swapped > 0 or measured.near_miss >= ONE_PART:
        return False
    if sum(word.strip("~").isalpha() for word in draft.headers - draft.seat.column) >= TELLING:
        return False
    anchored = measured.left + measured.right > 0
    return not anchored and draft.seat.column.isdisjoint((*source.near, *source.wide, *source.headers))


def _speaks_of_another(draft: Context, best: Candidate) -> bool:
    """Whether a passage with another value hardly speaks of the fact: it has next to nothing of the sentence, or little
    and the names nearest to the two figures are strangers to each other, or it tells its figure of somebody whose name
    the draft has nowhere around. A slip, another figure of the sentence or the document spoken of show that it does."""
    measured, owner = best.features, best.context.claim.claim.frame.owner
    if measured.swapped > 0 or measured.mates or measured.near_miss >= ONE_PART:
        return False
    if measured.strange and measured.stranger and measured.covers_draft < LITTLE:
        return True
    if measured.home >= SURELY:
        return False
    if measured.covers_draft < BY_THE_WAY:
        return True
    if owner is None or owner.origin is Origin.EARLIER or measured.covers_draft >= COPY or not names_of(owner.value):
        return False
    return concepts_of(owner.value).isdisjoint((*draft.near, *draft.wide, *draft.topic, *draft.named_before))


def _states_it_too(binding: Binding, best: Candidate, margin: float) -> bool:
    """Whether the document that the draft's sentences speak of, and that has another figure, has the very value as
    well in another passage that answers hardly worse: the one is no denial of the other, unless it is a slip for it or
    the two are exchanged."""
    measured = best.features
    if measured.swapped > 0 or measured.near_miss >= ONE_PART:
        return False
    known = (*binding.candidates, *(veto.candidate for veto in binding.vetoed))
    return any(
        one.compared.agrees
        and one.features.home >= HALF
        and best.blind - one.blind < margin
        and max(one.features.rarity, one.features.loose_rarity) >= COMMON
        and one.context.claim.document == best.context.claim.document
        and one.context.claim.passage != best.context.claim.passage
        for one in known
    )


def _has_a_better(binding: Binding, best: Candidate) -> bool:
    """Whether the very passage has another figure that answers better, is no farther from the draft's and does not deny
    it, be it somebody else's or less precise: then what differs is that of something else."""
    measured = best.features
    if measured.swapped > 0 or measured.near_miss == 1.0:
        return False
    known = (*binding.candidates, *(veto.candidate for veto in binding.vetoed))
    return any(
        one.context.claim.passage == best.context.claim.passage
        and one.compared.relation is not Relation.DIFFERENT
        and one.features.distance <= measured.distance
        and one.blind - best.blind >= PLAINLY_BETTER
        for one in known
    )


def _states_both(binding: Binding, best: Candidate, demands: Demands) -> bool:
    """Whether a passage has the draft's value beside the one that differs, and another figure of the draft's sentence
    states that: then each has its own, unless the two are exchanged or the draft has a word of the other one's own."""
    measured, source, own = best.features, best.context, binding.draft.own
    if not measured.taken or measured.swapped > 0:
        return False
    barred = (veto.candidate for veto in binding.vetoed if veto.candidate.compared.agrees)
    close = (one for one in barred if best.blind - one.blind < SURER * demands.model.margin)
    there = (one.context for one in close if one.context.claim.passage == source.claim.passage)
    return any(own.isdisjoint(source.own - one.own) for one in there)


def _recurs(binding: Binding, best: Candidate, margin: float) -> bool:
    """Whether the sentence is one that documents write again and again with other values ("the next meeting is on"),
    and nothing says which of them tells of the draft's occasion."""
    measured, slip = best.features, best.features.near_miss >= ONE_PART and binding.draft.kind is not Kind.DATE
    if measured.swapped > 0 or slip or in_time(best, binding.draft.moment):
        return False
    homely = 0.0 if binding.draft.kind is Kind.DATE else AS_HOMELY * measured.home
    alike = [
        one.context.claim
        for one in binding.candidates
        if one.compared.relation is Relation.DIFFERENT
        and one.features.covers_draft >= max(HALF, AS_MUCH * measured.covers_draft)
        and one.features.covers_source >= HALF
        and best.blind - one.blind < margin
        and one.features.home >= homely
    ]
    return min(len({one.document for one in alike}), len({one.claim.value.plain for one in alike})) > 1


def _is_borne_out(binding: Binding, best: Candidate) -> bool:
    """Whether a bound is denied by no more than another bound of its direction ("at least five", "at least one"), and
    another passage has its figure of the same thing: the one knew less than the other."""
    bound = binding.draft.value.bound
    if bound not in OPEN or best.context.value.bound[:1] != bound[:1] or best.features.near_miss >= ONE_PART:
        return False
    known = (*binding.candidates, *(veto.candidate for veto in binding.vetoed))
    return any(one.compared.agrees and _counts_it(one) for one in known)


def _counts_it(candidate: Candidate) -> bool:
    """Whether a figure counts what the draft's does, in a passage that has some of the sentence."""
    measured = candidate.features
    apart = measured.time_clash + measured.owner_clash + measured.other_tense
    return not apart and measured.noun > HALF and measured.right > 0 and measured.covers_draft >= BY_THE_WAY


def _is_raised(binding: Binding, best: Candidate) -> bool:
    """Whether the text that says another count comes from the draft's or goes on to it: "killed 9. … Four more bodies
    were found, which brought the toll to 13"."""
    known = (*binding.candidates, *(veto.candidate for veto in binding.vetoed))
    agreeing = (candidate.context for candidate in known if candidate.compared.agrees)
    return any(_raises(one, best.context) or _raises(best.context, one) for one in agreeing)


def _raises(first: Context, last: Context) -> bool:
    """Whether a sentence raises a count that one just before it in the same text has told."""
    after = last.claim.passage - first.claim.passage
    return last.part == END and first.claim.document == last.claim.document and 0 < after <= SOON


def _speaks_of_it(best: Candidate, demands: Demands) -> bool:
    """Whether a passage with another date speaks of what the draft dates: it has another figure of the sentence; or
    most of its words, and not by the way; or half of them, or what is likely to be the fact, with a slip between the
    two dates."""
    measured = best.features
    if measured.mates or (measured.covers_draft >= demands.most and measured.covers_source >= BY_THE_WAY):
        return True
    slip = measured.near_miss
    if slip >= ONE_PART and measured.home >= SURELY and best.probability >= HALF:
        return True
    return (slip >= ONE_PART and measured.covers_draft >= HALF) or (slip == 1.0 and best.probability >= SURELY)


def _outdoes(binding: Binding, best: Candidate, veto: Vetoed, demands: Demands) -> bool:
    barred = veto.candidate
    told = barred.features
    draft = binding.draft
    # A day is the same where one of the two leaves its year unsaid.
    very = barred.compared.agrees if draft.kind is Kind.DATE else barred.compared.relation is Relation.EQUAL
    if not very or max(told.rarity, told.loose_rarity) < RARE:
        return True
    if veto.by is None:  # Another's value is no proof of a third one, but of what is said of the draft's own.
        return not told.owner_clash or best.features.owner_same > 0 or best.blind >= barred.blind
    if is_of_another(barred, best) or is_told_of(marks(draft), best, barred, PLAINLY):
        return True
    if told.time_clash + told.time_doubt > 0 and in_time(best, draft.moment):
        return True
    if best.features.home >= SURELY and best.features.near_miss >= ONE_PART and told.home < HALF:
        return True  # A slip for what the document spoken of says is likelier than a value taken from elsewhere.
    return best.blind - barred.blind >= SURER * demands.model.margin
