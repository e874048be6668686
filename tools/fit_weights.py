"""Fits the weights of matching on labelled drafts and on labelled pairs of a sentence and its evidence.

    python tools/fit_weights.py --sources DIR --labels LABELS.jsonl --drafts DIR --pairs A.jsonl B.jsonl [--noise DIR]

Sources are plain text, a file or more; drafts are about them. Labels, made by hand: {"draft","start","end","verdict",
"evidence":[{"doc","start","end"}]} a line, where `doc` begins a source's file name. Pairs: {"claim","evidence","label"}
a line, as the public collections of `benchmarks/quality.py` have them (their training halves: what a collection is
measured on must not be fitted on). `--noise` names a folder of unrelated texts, such as public-domain books, that is
added to the sources in a second pass over the drafts. None of this is part of the repository. Prints the table of
`src/factcheck/match/weights.py`. Needs numpy, which the project itself does not.

The model is a conditional logit with a null alternative (McFadden, "Conditional logit analysis of qualitative choice
behavior", 1974), fitted by Adam on the marginal likelihood of the verdict, with a ridge towards the present weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from factcheck.compare import Relation
from factcheck.extract import read_file, read_text
from factcheck.match.acquaint import acquaint
from factcheck.match.akin import akin
from factcheck.match.bind import candidates_of
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.crossed import crossed
from factcheck.match.features import Features
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.weights import Model
from factcheck.model import Kind
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Contents

Row = dict[str, Any]
NOT_FIGURES = frozenset({Kind.QUOTE, Kind.NAME})
AGREES, DIFFERS, NEITHER = 0, 1, 2


@dataclass
class Example:
    """One figure with its candidates. `gold` marks the candidates that the label points at."""

    group: int
    label: str
    is_pair: bool
    features: list[Features] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    gold: list[bool] = field(default_factory=list)
    note: str = ""
    texts: list[str] = field(default_factory=list)
    weight: float = 1.0
    source: str = ""


def rows(paths: Iterable[Path]) -> Iterator[tuple[str, Row]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield path.stem, json.loads(line)


def class_of(candidate: Candidate) -> int:
    if candidate.compared.agrees:
        return AGREES
    return DIFFERS if candidate.compared.relation is Relation.DIFFERENT else NEITHER


def example(group: int, label: str, is_pair: bool, draft: Context, found: Sequence[Candidate]) -> Example:
    made = Example(group, label, is_pair)
    for candidate in found:
        made.features.append(candidate.features)
        made.classes.append(class_of(candidate))
    made.gold = [True] * len(found)
    claim = draft.claim.claim
    made.texts = [
        f"{candidate.context.claim.claim.text!r} in {candidate.context.claim.claim.sentence[:140]!r}"
        for candidate in found
    ]
    made.note = f"{claim.text!r} in {claim.sentence[:160]!r}"
    return made


class Texts(NamedTuple):
    """A labelled pair as it was read; `of` names its collection."""

    of: str
    label: str
    claim: Contents
    evidence: Contents


def read_pairs(paths: Sequence[Path]) -> Iterator[Texts]:
    for name, row in rows(paths):
        yield Texts(name, row["label"], contents(read_text(row["claim"])), contents(read_text(row["evidence"])))


def pair_examples(pairs: Iterable[Texts]) -> Iterator[Example]:
    """The figures of labelled pairs; those of one pair share a group."""
    for group, pair in enumerate(pairs):
        draft, library = MemoryLibrary(pair.claim), MemoryLibrary(pair.evidence)
        rarity = Rarity(library)
        sources, drafts = Scene(library, rarity), Scene(draft, rarity)
        contexts = [drafts.context(c) for c in draft.all_claims() if c.claim.kind not in NOT_FIGURES]
        found = [candidates_of(context, library, sources, rarity) for context in contexts]
        found = acquaint(contexts, crossed(contexts, found), library)
        for context, candidates in zip(contexts, found, strict=True):
            made = example(group, pair.label, True, context, candidates)
            made.source = pair.of
            yield made


def draft_examples(
    library: MemoryLibrary, labels: Iterable[Row], drafts: Mapping[str, Contents], first_group: int
) -> Iterator[Example]:
    """The labelled figures of drafts against one library."""
    by_draft: dict[str, list[Row]] = {}
    for row in labels:
        by_draft.setdefault(row["draft"], []).append(row)
    group = first_group
    for name, labelled in sorted(by_draft.items()):
        draft = MemoryLibrary(drafts[name])
        near = akin(draft, library)
        rarity = Rarity(near)
        sources, scene = Scene(near, rarity), Scene(draft, rarity)
        figures = [scene.context(c) for c in draft.all_claims() if c.claim.kind not in NOT_FIGURES]
        each = crossed(figures, [candidates_of(figure, near, sources, rarity) for figure in figures])
        for context, found in zip(figures, each, strict=True):
            label = _labelled(context, labelled)
            if label is None or label["kind"] == "quote":
                continue
            group += 1
            made = example(group, label["verdict"], False, context, found)
            made.gold = [_is_cited(candidate, label) for candidate in found] if label["evidence"] else made.gold
            made.source = name
            yield made


def _labelled(context: Context, labelled: Sequence[Row]) -> Row | None:
    start, end = context.claim.claim.span
    return next((row for row in labelled if row["start"] < end and start < row["end"]), None)


def _is_cited(candidate: Candidate, row: Row) -> bool:
    claim = candidate.context.claim.claim
    return any(
        Path(claim.path).name.startswith(e["doc"]) and e["start"] < claim.span.end and claim.span.start < e["end"]
        for e in row["evidence"]
    )


class Problem:
    """The examples as arrays; parameters are the weights, then the score of none and its slope by candidates."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self.x = np.array([f for e in examples for f in e.features], dtype=float).reshape(-1, len(Features._fields))
        self.of = np.array([at for at, e in enumerate(examples) for _ in e.features], dtype=int)
        self.cls = np.array([c for e in examples for c in e.classes], dtype=int)
        self.gold = np.array([g for e in examples for g in e.gold], dtype=bool)
        self.pair = np.array([e.is_pair for e in examples])
        self.count = np.array([0.0 if e.is_pair else log(1 + len(e.features)) for e in examples])
        self.group = np.unique([e.group for e in examples], return_inverse=True)[1]
        self.groups = int(self.group.max()) + 1
        self.weight = np.array([e.weight for e in examples])
        self.label = np.array([e.label for e in examples])

    def probabilities(self, theta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of each candidate, and of none for each figure."""
        scores = self.x @ theta[:-2]
        none = theta[-2] + theta[-1] * self.count
        top = none.copy()
        np.maximum.at(top, self.of, scores)
        mass, rest = np.exp(scores - top[self.of]), np.exp(none - top)
        total = rest + np.bincount(self.of, mass, len(self.examples))
        return mass / total[self.of], rest / total

    def by_class(self, p: np.ndarray, cls: int, gold: bool = False) -> np.ndarray:
        chosen = (self.cls == cls) & (self.gold if gold else True)
        return np.bincount(self.of[chosen], p[chosen], len(self.examples))

    def loss(self, theta: np.ndarray) -> tuple[float, np.ndarray]:
        """Minus the log-likelihood of the labels, and its gradient."""
        p, none = self.probabilities(theta)
        agree, differ = self.by_class(p, AGREES), self.by_class(p, DIFFERS)
        gold_agree, gold_differ = self.by_class(p, AGREES, True), self.by_class(p, DIFFERS, True)
        tiny = 1e-4
        value, by_agree, by_differ = 0.0, np.zeros_like(agree), np.zeros_like(agree)
        gold_by_agree, gold_by_differ, by_none = np.zeros_like(agree), np.zeros_like(agree), np.zeros_like(agree)
        pair, weight = self.pair, self.weight
        supported = (self.label == "supported") | (self.label == "disputed")
        # A draft's figure has a label of its own.
        mine = ~pair & supported
        value -= float((weight * np.log(gold_agree + tiny))[mine].sum())
        gold_by_agree[mine] -= weight[mine] / (gold_agree[mine] + tiny)
        mine = ~pair & (self.label == "contradicted")
        value -= float((weight * np.log(gold_differ + tiny))[mine].sum())
        gold_by_differ[mine] -= weight[mine] / (gold_differ[mine] + tiny)
        mine = ~pair & (self.label == "unverified")
        rest = 1 - agree - differ
        value -= float((weight * np.log(rest + tiny))[mine].sum())
        by_agree[mine] += weight[mine] / (rest[mine] + tiny)
        by_differ[mine] += weight[mine] / (rest[mine] + tiny)
        # A pair's label is that of all its figures together: none differs, or at least one does.
        quiet = pair & (self.label != "contradicted")
        value -= float((weight * np.log(1 - differ + tiny))[quiet].sum())
        by_differ[quiet] += weight[quiet] / (1 - differ[quiet] + tiny)
        mine = pair & supported
        value -= 0.5 * float((weight * np.log(agree + 0.02))[mine].sum())
        by_agree[mine] -= 0.5 * weight[mine] / (agree[mine] + 0.02)
        loud = pair & (self.label == "contradicted")
        value += self._loud(loud, differ, by_differ)
        mine = pair & (self.label == "unsupported")
        value += self._doubtful(mine, agree, by_agree)
        g = np.select([self.cls == AGREES, self.cls == DIFFERS], [by_agree[self.of], by_differ[self.of]], 0.0)
        g += (
            np.select([self.cls == AGREES, self.cls == DIFFERS], [gold_by_agree[self.of], gold_by_differ[self.of]], 0.0)
            * self.gold
        )
        mean = np.bincount(self.of, g * p, len(self.examples)) + by_none * none
        by_score = p * (g - mean[self.of])
        by_null = none * (by_none - mean)
        gradient = np.concatenate([self.x.T @ by_score, [by_null.sum(), (by_null * self.count).sum()]])
        return value, gradient

    def _loud(self, chosen: np.ndarray, differ: np.ndarray, by_differ: np.ndarray) -> float:
        """-log(1 - product of (1 - differ)) over the figures of each pair that must be contradicted."""
        calm = np.zeros(self.groups)
        np.add.at(calm, self.group[chosen], np.log(1 - differ[chosen] + 1e-4))
        alarm = 1 - np.exp(calm) + 1e-3
        first = np.zeros(self.groups)
        first[self.group[chosen]] = self.weight[chosen]
        here = self.group[chosen]
        by_differ[chosen] -= first[here] * np.exp(calm[here]) / alarm[here] / (1 - differ[chosen] + 1e-4)
        return -float((first * np.log(alarm)).sum())

    def _doubtful(self, chosen: np.ndarray, agree: np.ndarray, by_agree: np.ndarray) -> float:
        """-log(1 - product of agree) over the figures of each pair that its evidence does not support."""
        sure = np.zeros(self.groups)
        np.add.at(sure, self.group[chosen], np.log(agree[chosen] + 1e-4))
        doubt = 1 - np.exp(sure) + 1e-3
        first = np.zeros(self.groups)
        first[self.group[chosen]] = self.weight[chosen] * 0.5
        here = self.group[chosen]
        by_agree[chosen] += first[here] * np.exp(sure[here]) / doubt[here] / (agree[chosen] + 1e-4)
        return -float((first * np.log(doubt)).sum())


# Where fitting starts from and what it is drawn back to: round figures from a first study, on the scale of nats.
PRIOR = Model(
    Features(
        equal=1.9, rarity=3.9, loose=1.4, loose_rarity=2.4, implied=1.4, finer=0.6, near_miss=2.8, distance=-1.7,
        bound=0.8, bound_only=0.0, bound_gap=-1.0, grain=1.5, kind=2.0, noun=1.0, noun_clash=-1.2, noun_absent=0.0,
        local=3.0, covers_draft=1.5, covers_source=1.5, shared=2.3, wide=2.0, left=0.6, right=1.0, crossed=0.3,
        part=1.0, part_clash=-0.8, rarest=2.0, alone=-1.5, names=1.0, names_clash=-0.5, stranger=-0.7, strange=-0.3,
        year=1.2, year_clash=-1.2, year_doubt=-0.4, year_inferred=-0.3, odd_year=-0.8, headers=1.0, place=0.5,
        taken=-2.0, rival=-0.8, known=0.5, echo=-0.7, swapped=3.5,
    ),
    none=9.0,
    none_by_candidates=0.3,
)  # fmt: skip
# What speaks against a match may never speak for it, and the other way round, whatever a small sample of drafts says.
# Pairs are many: their signs are their own.
AGAINST = frozenset(
    "noun_clash part_clash alone names_clash stranger strange year_clash year_doubt year_inferred odd_year taken rival"
    " echo distance bound_gap".split()
)
EITHER = frozenset("finer bound bound_only noun_absent".split())


STEPS, RATE = 500, 0.05


def start(model: Model) -> np.ndarray:
    return np.array([*model.weights, model.none, model.none_by_candidates])


def fit(problem: Problem, origin: np.ndarray, ridge: float, signed: bool = True) -> np.ndarray:
    """Adam with a ridge towards the present weights."""
    theta, first, second = origin.copy(), np.zeros_like(origin), np.zeros_like(origin)
    for step in range(1, STEPS + 1):
        value, gradient = problem.loss(theta)
        pull = theta - origin
        pull[-2] = 0  # the score of none is free
        gradient = gradient + 2 * ridge * pull
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        theta -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        if signed:
            _keep_signs(theta)
        if step % 200 == 0:
            print(f"# step {step}: loss {value:.1f}", file=sys.stderr)
    return theta


def _keep_signs(theta: np.ndarray) -> None:
    for at, name in enumerate(Features._fields):
        if name in AGAINST:
            theta[at] = min(theta[at], 0.0)
        elif name not in EITHER:
            theta[at] = max(theta[at], 0.0)


def table(name: str, theta: np.ndarray, caution: float) -> str:
    """A fitted model as it stands in weights.py."""
    lines = [f"        {feature}={value:.2f}," for feature, value in zip(Features._fields, theta[:-2], strict=True)]
    rest = [f"    none={theta[-2] + caution:.2f},", f"    none_by_candidates={theta[-1]:.2f},", ")"]
    return "\n".join([f"{name} = Model(", "    Features(", *lines, "    ),", *rest])


def library(folder: Path, more: Sequence[Path] = ()) -> MemoryLibrary:
    files = sorted(folder.glob("*.txt")) + [f for extra in more for f in sorted(extra.rglob("*.txt"))]
    return MemoryLibrary(contents(*(read_file(f) for f in files)))


def balance(examples: Sequence[Example]) -> None:
    """Let a collection of pairs weigh less than its size, so that the largest does not decide alone."""
    sizes = Counter(e.source for e in examples)
    for e in examples:
        e.weight = 8 * sizes[e.source] ** -0.35


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--drafts", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    parser.add_argument("--noise", type=Path, nargs="*", default=[])
    parser.add_argument("--ridge", type=float, default=1.0, help="how hard drafts are drawn to the prior")
    parser.add_argument("--pair-ridge", type=float, default=0.5)
    parser.add_argument(
        "--caution", type=float, default=1.0, help='added to the score of "none" after fitting, in nats'
    )
    parser.add_argument("--pair-caution", type=float, default=-0.6)
    args = parser.parse_args()
    labels = [row for _, row in rows([args.labels])]
    drafts = {name: contents(read_file(args.drafts / name)) for name in {row["draft"] for row in labels}}
    if args.pairs:
        pairs = list(pair_examples(read_pairs(args.pairs)))
        balance(pairs)
        origin = start(PRIOR._replace(none_by_candidates=0.0))
        print(table("PAIR", fit(Problem(pairs), origin, args.pair_ridge, signed=False), args.pair_caution))
    examples = list(draft_examples(library(args.sources), labels, drafts, 0))
    if args.noise:
        examples += draft_examples(library(args.sources, args.noise), labels, drafts, 10**6)
    print(table("LIBRARY", fit(Problem(examples), start(PRIOR), args.ridge), args.caution))


if __name__ == "__main__":
    main()
