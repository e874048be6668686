"""From the likely facts to a verdict: what the sources say of a figure, in plain words, with what decided."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import Relation
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.derive.arithmetic import calculated
from factcheck.match.derive.elapsed import elapsed
from factcheck.match.derive.working import Ground
from factcheck.match.explain import terms
from factcheck.match.scene import Scene
from factcheck.match.veto import Vetoed, in_time
from factcheck.match.weights import Model
from factcheck.model import Evidence, Finding, Kind, Origin, Verdict
from factcheck.rules.codes import FIGURE_DIFFERS, FIGURE_UNSOURCED
from factcheck.verify import texts
from factcheck.verify.accompanied import dated
from factcheck.verify.grade import weakness
from factcheck.verify.strictness import Demands
from factcheck.verify.texts import said

SHOWN = 5
# Below this probability a figure is not shown as evidence of a verdict, nor below the second as the nearest.
LIKELY = 0.02
NEAR = 0.05
ALSO_LIKELY = 0.15
# A source that is this likely to state another figure for the same fact is not outweighed by arithmetic.
FIRM = 0.8
# How rare a value must be, in fifths of a nat, for its standing in a source to speak against an alarm; how many times
# the margin of a veto the figure that bars it must then answer better, where it is of no better time.
RARE, SURER, COMMON = 0.8, 1.5, 0.5
# A passage of which the draft's sentence is no more than this part mentions it by the way; half of a sentence; how near
# a slip two dates are that differ in one part; and how likely a fact is sure without more.
BY_THE_WAY, HALF, ONE_PART, SURELY = 0.25, 0.5, 0.8, 0.7
# The bounds of what a source leaves open, upwards or downwards.
OPEN = frozenset({">", ">=", "<", "<="})
# The part of what a count is raised to, and within how many sentences that is told.
END, SOON = "end", 3
# Where an owner is a label beside its figure, and sure enough to be named.
LABELS = frozenset({Origin.PAIRING, Origin.ROW, Origin.COLUMN})
# How much of another passage a message quotes, in characters.
CLIP = 90


def verdicts(bindings: Sequence[Binding], demands: Demands, scene: Scene) -> list[Finding]:
    """The findings on all figures of a draft: what the sources say of each, then what follows from what they say."""
    findings = dated(bindings, [judge(binding, demands, scene) for binding in bindings], scene)
    grounds = _grounds(bindings, findings)
    return [
        finding if finding.verdict is Verdict.SUPPORTED else _derived(finding, binding, grounds, scene)
        for binding, finding in zip(bindings, findings, strict=True)
    ]


def judge(binding: Binding, demands: Demands, scene: Scene) -> Finding:
    """The finding on one figure of a draft."""
    agreeing, finer, differing = _by_relation(binding)
    equal, unlike, rival = _mass(agreeing), _mass(differing), _likeliest(differing)
    if equal >= demands.supported and equal >= rival:
        weak = weakness(binding, agreeing, differing, demands.strong)
        if not weak or demands.weakly:
            return _supported(binding, agreeing, weak, scene, demands.model)
    if (
        unlike >= demands.contradicted
        and rival > max(demands.one_value, demands.clearly * equal)
        and _may_accuse(binding, differing[0], demands)
    ):
        return _contradicted(binding, differing, scene, demands.model)
    return _unverified(binding, agreeing, finer, scene, demands.model)


def _by_relation(binding: Binding) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    agreeing = _exact_first([c for c in binding.candidates if c.compared.agrees])
    finer = [c for c in binding.candidates if c.compared.relation is Relation.FINER]
    differing = [c for c in binding.candidates if c.compared.relation is Relation.DIFFERENT and _explainable(c)]
    return agreeing, finer, differing


def _explainable(candidate: Candidate) -> bool:
    """Whether a reader would see one thing in both figures: they count the same, stand behind the same word, or one
    is a slip of the other."""
    measured = candidate.features
    if measured.other_tense or (measured.time_clash and measured.home < HALF and not measured.swapped):
        return False
    return not measured.noun_clash or measured.near_miss > 0 or measured.left == 1


def _exact_first(agreeing: Sequence[Candidate]) -> list[Candidate]:
    """What says the very value before what only allows it, where both are likely."""
    return sorted(agreeing, key=lambda c: c.compared.relation is not Relation.EQUAL or c.probability < ALSO_LIKELY)


def _mass(candidates: Sequence[Candidate]) -> float:
    return sum(c.probability for c in candidates)


def _likeliest(differing: Sequence[Candidate]) -> float:
    """The probability of the likeliest other value: a series states many, and together they outweigh any one."""
    masses: dict[str, float] = {}
    for candidate in differing:
        plain = candidate.context.claim.claim.value.plain
        masses[plain] = masses.get(plain, 0.0) + candidate.probability
    return max(masses.values(), default=0.0)


def _may_accuse(binding: Binding, best: Candidate, demands: Demands) -> bool:
    """Whether what differs is enough for an alarm.

    A date is called wrong only by a passage that plainly speaks of what it dates. And a veto makes silence, not an
    alarm: where a source has the very value, and a rare one, the figure that bars it must be surer still, or be of the
    draft's time where the other is not.
    """
    measured = best.features
    if binding.draft.kind is Kind.COUNT and _is_raised(binding, best):
        return False
    if _states_it_too(binding, best, SURER * demands.model.margin):
        return False
    if binding.draft.kind is Kind.DATE and demands.most and not _speaks_of_it(best, demands):
        return False
    return measured.swapped > 0 or all(_outdoes(binding, best, veto, demands) for veto in binding.vetoed)


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
    if veto.by is None or barred.compared.relation is not Relation.EQUAL or told.rarity < RARE:
        return True
    if told.time_clash + told.time_doubt > 0 and in_time(best, binding.draft.moment):
        return True
    if best.features.home >= SURELY and best.features.near_miss >= ONE_PART and told.home < HALF:
        return True  # A slip for what the document spoken of says is likelier than a value taken from elsewhere.
    return best.blind - barred.blind >= SURER * demands.model.margin


def _supported(binding: Binding, agreeing: Sequence[Candidate], weak: str, scene: Scene, model: Model) -> Finding:
    claim, best = binding.draft.claim.claim, agreeing[0]
    source = best.context.claim.claim
    if not source.id:  # the date of a document, which its passages do not write
        message = texts.PRINTED.format(sentence=_clipped(source.sentence))
    elif best.compared.relation is Relation.EQUAL:
        message = texts.STATED.format(source=said(source))
    else:
        message = texts.FOLLOWS.format(source=said(source), reason=best.compared.reason)
    return Finding(
        claim, Verdict.SUPPORTED, "", message + weak, "", _evidence(agreeing, scene), terms(best, model),
        weak=bool(weak),
    )  # fmt: skip


def _contradicted(binding: Binding, differing: Sequence[Candidate], scene: Scene, model: Model) -> Finding:
    claim, best = binding.draft.claim.claim, differing[0]
    source = best.context.claim.claim
    message = texts.DIFFERS.format(draft=said(claim), source=said(source))
    if best.compared.reason not in ("another value", "another date"):
        message += f" ({best.compared.reason})"
    message += texts.CROSSWISE if best.features.swapped > 0 else _sibling(binding)
    return Finding(
        claim,
        Verdict.CONTRADICTED,
        FIGURE_DIFFERS,
        message,
        source.words,
        _evidence(differing, scene),
        terms(best, model),
    )


def _sibling(binding: Binding, least: float = RARE) -> str:
    """What else the draft's own value is the value of, where it is one that few figures have. least: how rare it is"""
    mine = binding.draft.claim.claim.value.plain
    barred = (veto.candidate for veto in binding.vetoed if veto.candidate.features.rarity >= least)
    for claim in [c.context.claim.claim for c in barred if c.context.claim.claim.value.plain == mine][:1]:
        owner = claim.frame.owner
        if owner and owner.origin in LABELS:
            return texts.OF_ANOTHER.format(value=said(claim), owner=owner.value)
        return texts.OF_ELSE.format(value=said(claim), sentence=_clipped(claim.sentence))
    return ""


def _clipped(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= CLIP else words[:CLIP].rsplit(" ", 1)[0] + " …"


def _unverified(
    binding: Binding, agreeing: Sequence[Candidate], finer: Sequence[Candidate], scene: Scene, model: Model
) -> Finding:
    claim = binding.draft.claim.claim
    best = binding.candidates[0] if binding.candidates else None
    if best is None or best.probability < NEAR:
        sibling = _sibling(binding, COMMON)
        message = texts.NOT_OF_THIS + sibling if sibling else texts.NOTHING
        return Finding(claim, Verdict.UNVERIFIED, FIGURE_UNSOURCED, message)
    if finer and _mass(finer) > binding.none:
        message, told = _less(finer[0]), finer
    else:
        message, told = _nearest(binding, best), binding.candidates[:1]
    return Finding(
        claim, Verdict.UNVERIFIED, FIGURE_UNSOURCED, message, "", _evidence(told, scene), terms(told[0], model)
    )


def _less(source: Candidate) -> str:
    """That a source says the same, less precisely or only as a bound."""
    claim = source.context.claim.claim
    text = texts.LESS if claim.value.bound in OPEN else texts.NOT_AS_PRECISE
    return text.format(source=said(claim))


def _nearest(binding: Binding, best: Candidate) -> str:
    """That no source says it, of this or at all, and what comes nearest; or that one may."""
    nearest, sibling = best.context.claim.claim, _sibling(binding, COMMON)
    if best.compared.agrees:
        return texts.UNSURE.format(source=said(nearest)) + sibling
    message = texts.NOT_OF_THIS + sibling if sibling else texts.NOTHING
    same = nearest.words == binding.draft.claim.claim.words
    return message if same else message + texts.NEAREST.format(source=said(nearest))


def _grounds(bindings: Sequence[Binding], findings: Sequence[Finding]) -> list[Ground]:
    """The figures that were found supported, each with the source's figure that says it best."""
    held = [b for b, finding in zip(bindings, findings, strict=True) if finding.verdict is Verdict.SUPPORTED]
    stated = [(binding.draft, _by_relation(binding)[0]) for binding in held]
    return [Ground(draft, agreeing[0].context.claim) for draft, agreeing in stated if agreeing]


def _derived(finding: Finding, binding: Binding, grounds: Sequence[Ground], scene: Scene) -> Finding:
    """The finding on a figure that follows from others, with the working; unless a source is firm in saying another."""
    working = elapsed(binding.draft, grounds, scene) or calculated(binding.draft, grounds, scene)
    if working is None:
        return finding
    rivals = [c for c in _by_relation(binding)[2] if c.context.claim not in working.terms]
    if _mass(rivals) >= FIRM:
        return finding
    evidence = tuple(Evidence(term.claim, scene.document(term), True, 1.0) for term in working.terms)
    return Finding(
        finding.claim, Verdict.SUPPORTED, "", texts.DERIVED.format(working=working.text), "", evidence, derived=True
    )


def _evidence(candidates: Sequence[Candidate], scene: Scene) -> tuple[Evidence, ...]:
    shown = [c for at, c in enumerate(candidates) if at == 0 or c.probability >= LIKELY][:SHOWN]
    return tuple(
        Evidence(c.context.claim.claim, scene.document(c.context.claim), c.compared.agrees, round(c.probability, 3))
        for c in shown
    )
