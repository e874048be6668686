"""From the likely facts to a verdict: what the sources say of a figure, in plain words, with what decided."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from factcheck.compare import Relation
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.derive.arithmetic import calculated
from factcheck.match.derive.elapsed import counted, elapsed
from factcheck.match.derive.working import Ground
from factcheck.match.explain import terms
from factcheck.match.scene import Scene
from factcheck.match.veto import Vetoed
from factcheck.match.weights import Model
from factcheck.model import Evidence, Finding, Origin, Verdict
from factcheck.rules.codes import FIGURE_DIFFERS, FIGURE_UNSOURCED
from factcheck.verify import texts
from factcheck.verify.accompanied import dated
from factcheck.verify.proof import BY_THE_WAY, COMMON, OPEN, RARE, SURELY, may_accuse, weakness
from factcheck.verify.strictness import Demands
from factcheck.verify.texts import said

SHOWN = 5
# Below this probability a figure is not shown as evidence of a verdict, nor below the second as the nearest.
LIKELY = 0.02
NEAR = 0.05
ALSO_LIKELY = 0.15
# A source that is this likely to state another figure for the same fact is not outweighed by arithmetic.
FIRM = 0.8
# Half of a sentence.
HALF = 0.5
# Where an owner is a label beside its figure, and sure enough to be named.
LABELS = frozenset({Origin.PAIRING, Origin.ROW, Origin.COLUMN})
# How much of another passage a message quotes, in characters.
CLIP = 90


def verdicts(
    bindings: Sequence[Binding], demands: Demands, scene: Scene, days: Sequence[Binding] = ()
) -> list[Finding]:
    """The findings on all figures of a draft: what the sources say of each, then what follows from what they say.

    days: those that its lengths of time lead to, bound as dates
    """
    findings = dated(bindings, [judge(binding, demands, scene) for binding in bindings], scene)
    grounds = _grounds(bindings, findings)
    led = {day.draft.claim.claim.span: day for day in days}
    found = []
    for binding, finding in zip(bindings, findings, strict=True):
        if finding.verdict is not Verdict.SUPPORTED:
            finding = _derived(finding, binding, grounds, scene)
        if finding.verdict is Verdict.UNVERIFIED and finding.claim.span in led:
            finding = _led_to(finding, led[finding.claim.span], binding, demands, scene)
        found.append(finding)
    return found


def judge(binding: Binding, demands: Demands, scene: Scene) -> Finding:
    """The finding on one figure of a draft."""
    agreeing, finer, differing = _by_relation(binding)
    equal, unlike, rival = _mass(agreeing), _mass(differing), _likeliest(differing)
    stated = equal >= demands.strong or _likeliest_source(agreeing) >= demands.one_source
    if stated and equal >= demands.supported and equal >= rival:
        weak = weakness(binding.draft, agreeing, differing, demands.strong)
        if not weak or demands.weakly:
            return _supported(binding, agreeing, weak, scene, demands.model)
    if (
        unlike >= demands.contradicted
        and rival > max(demands.one_value, demands.clearly * equal)
        and may_accuse(binding, differing[0], demands)
    ):
        return _contradicted(binding, differing, scene, demands.model)
    return _unverified(binding, finer, scene, demands.model)


def _by_relation(binding: Binding) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    agreeing = _exact_first([c for c in binding.candidates if c.compared.agrees])
    finer = [c for c in binding.candidates if c.compared.relation is Relation.FINER]
    differing = [
        c for c in binding.candidates if c.compared.relation is Relation.DIFFERENT and _explainable(binding.draft, c)
    ]
    return agreeing, finer, differing


def _explainable(draft: Context, candidate: Candidate) -> bool:
    """Whether a reader would see one thing in both figures: they count the same, stand behind the same word, or one
    is a slip of the other; or the passage, of the document spoken of, has a good part of the sentence, if by other
    words for what is counted. (What a cell counts is its column's, and no other word for it.)"""
    measured = candidate.features
    if measured.other_tense or (measured.time_clash and measured.home < HALF and not measured.swapped):
        return False
    if not measured.noun_clash or measured.near_miss > 0 or measured.left == 1:
        return True
    return not draft.seat.column and measured.home >= SURELY and measured.covers_draft >= BY_THE_WAY


def _exact_first(agreeing: Sequence[Candidate]) -> list[Candidate]:
    """What says the very value before what only allows it, where both are likely."""
    return sorted(agreeing, key=lambda c: c.compared.relation is not Relation.EQUAL or c.probability < ALSO_LIKELY)


def _mass(candidates: Sequence[Candidate]) -> float:
    return sum(c.probability for c in candidates)


def _likeliest(differing: Sequence[Candidate]) -> float:
    """The probability of the likeliest other value: a series states many, and together they outweigh any one."""
    return _most(differing, lambda candidate: candidate.context.claim.claim.value.plain)


def _likeliest_source(agreeing: Sequence[Candidate]) -> float:
    """The probability that the likeliest single document says it: a common figure stands in many texts, and is of none
    of them."""
    return _most(agreeing, lambda candidate: candidate.context.claim.document)


def _most(candidates: Sequence[Candidate], alike: Callable[[Candidate], Hashable]) -> float:
    """The greatest probability that candidates have together which are alike."""
    masses: dict[Hashable, float] = {}
    for candidate in candidates:
        masses[alike(candidate)] = masses.get(alike(candidate), 0.0) + candidate.probability
    return max(masses.values(), default=0.0)


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
    """What else the draft's own value is the value of, where few figures have it, or the figure that bars it stands in
    the very passage. least: how rare it is"""
    mine = binding.draft.claim.claim.value.plain
    barred = (v.candidate for v in binding.vetoed if v.candidate.features.rarity >= least or _is_told_apart(v))
    for claim in [c.context.claim.claim for c in barred if c.context.claim.claim.value.plain == mine][:1]:
        owner = claim.frame.owner
        if owner and owner.origin in LABELS:
            return texts.OF_ANOTHER.format(value=said(claim), owner=owner.value)
        return texts.OF_ELSE.format(value=said(claim), sentence=_clipped(claim.sentence))
    return ""


def _is_told_apart(veto: Vetoed) -> bool:
    by = veto.by
    return by is not None and by.context.claim.passage == veto.candidate.context.claim.passage


def _clipped(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= CLIP else words[:CLIP].rsplit(" ", 1)[0] + " …"


def _unverified(binding: Binding, finer: Sequence[Candidate], scene: Scene, model: Model) -> Finding:
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


def _led_to(finding: Finding, day: Binding, length: Binding, demands: Demands, scene: Scene) -> Finding:
    """The finding on a length of time as one on the day that it leads to, where a source tells that day and has some of
    the sentence."""
    told = judge(day, demands, scene)
    if told.verdict is not Verdict.SUPPORTED or told.weak:
        return finding
    measured = _by_relation(day)[0][0].features
    if measured.covers_draft < BY_THE_WAY and not measured.mates:
        return finding
    text = texts.DERIVED.format(working=counted(length.draft.claim, day.draft.value))
    return Finding(finding.claim, Verdict.SUPPORTED, "", text, "", told.evidence, derived=True)


def _evidence(candidates: Sequence[Candidate], scene: Scene) -> tuple[Evidence, ...]:
    shown = [c for at, c in enumerate(candidates) if at == 0 or c.probability >= LIKELY][:SHOWN]
    return tuple(
        Evidence(c.context.claim.claim, scene.document(c.context.claim), c.compared.agrees, round(c.probability, 3))
        for c in shown
    )
