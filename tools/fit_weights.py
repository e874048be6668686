"""Fits the weights of matching on labelled drafts, and prints how they do on drafts that they have not seen.

    python tools/fit_weights.py NAME=LABELS.jsonl,DRAFTS_DIR,LIBRARY_DIR … [--hold NAME] [--write]

Labels: {"draft","start","end","kind","verdict","evidence":[{"doc","start","end"}],"topic"} a line, where `doc` begins a
source's file name. A library is a folder with a factcheck.toml. Two models come of it:

blind: which of a library's figures states the draft's fact, values aside: a conditional logit over the candidates
(McFadden, "Conditional logit analysis of qualitative choice behavior", 1974) on the figures whose passage is labelled;
final: the same with values and with "no source speaks of it", after the equal values that the blind model bars.

Both are fitted by L-BFGS with bounded signs (what speaks for a match may never speak against it) and a ridge towards
round prior figures. The table leaves out one collection at a time; a collection with topics is cut by topic in three.
Needs numpy and scipy, which the project itself does not.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from factcheck import config
from factcheck.compare import Relation
from factcheck.extract import read_file
from factcheck.match.apart import marks
from factcheck.match.bind import answering, at_home, candidates_of, null, weigh
from factcheck.match.candidates import Candidate, search
from factcheck.match.context import Context
from factcheck.match.features import Features
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.veto import vetoes
from factcheck.match.weights import Model, Null
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Contents
from factcheck.verify.judge import verdicts
from factcheck.verify.strictness import LIBRARY
from factcheck.workspace import open_library

Array = Any
NAMES = Features._fields
AGREES, DIFFERS, NEITHER = 0, 1, 2
# What speaks against a match; what may speak either way; what no collection of drafts teaches; `home` does, and more
# of it where drafts keep to one source a paragraph than where they do not.
AGAINST = frozenset(
    "scale noun_clash part_clash alone names_clash stranger strange year_clash year_doubt time_clash time_doubt"
    " taken echo distance bound_gap strangers dominated date_differs owner_clash owner_doubt".split()
)
EITHER = frozenset("finer bound bound_only noun_absent".split())
UNTAUGHT = frozenset("known echo swapped verbatim home lapse".split())
# What is known only when the two values are compared, and so is not for the blind model.
OF_VALUES = frozenset(
    "known echo swapped verbatim lapse equal rarity loose loose_rarity implied finer near_miss distance bound"
    " bound_only bound_gap grain taken place date_differs coverage".split()
)
PRIOR = {
    "equal": 1.9, "rarity": 2.5, "loose": 1.4, "loose_rarity": 2.4, "implied": 1.4, "finer": 0.3, "near_miss": 2.8,
    "distance": -1.3, "scale": -0.5, "bound": 0.8, "bound_gap": -1, "grain": 1.2, "kind": 1.5, "noun": 0.6,
    "noun_clash": -1.5, "local": 2.5, "covers_draft": 1, "covers_source": 1.5, "shared": 2, "wide": 1.5, "left":
    0.5, "right": 0.8, "flanks": 1.0, "part": 1, "part_clash": -0.5, "names": 0.8, "stranger": -0.6, "carry": 1,
    "union": 1, "time_same": 1.5, "time_told": 1.0, "time_clash": -1, "time_doubt": -0.6, "year": 0.8, "year_clash":
    -0.8, "headers": 0.8, "taken": -1, "coverage": 0.5, "mates": 1.5, "strangers": -0.3, "dominated": -0.5,
    "owner_same": 0.5, "owner_clash": -0.8, "owner_doubt": -0.3, "date_differs": -0.4, "known": 0.5, "echo": -0.7,
    "swapped": 3.5, "verbatim": 2.0, "home": 1.5, "lapse": 1.5,
}  # fmt: skip
PRIOR_NULL = (5.0, 0.4, 4.0, 0.0)
LEAST_SCALE = -3.0
# What silence gains over the fit: a wrong verdict costs more than none.
CAUTION = 1.0
WEIGHTS = Path(__file__).parents[1] / "src" / "factcheck" / "match" / "weights.py"


class Draft(NamedTuple):
    """The figures of one labelled draft, each with its candidates and its label, if it has one."""

    fold: str
    weight: float
    sources: Scene
    figures: list[Context]
    found: list[list[Candidate]]
    rows: list[dict[str, Any] | None]


class Example(NamedTuple):
    """A labelled figure with its candidates: a row of features, a class and whether it is the labelled passage each."""

    label: str
    x: Array
    cls: Array
    gold: Array
    null: Array
    weight: float


def collection(name: str, labels: Path, drafts: Path, folder: Path, weight: float) -> Iterator[Draft]:
    """The drafts of one collection with their labelled figures; a fold is the collection, or a third of its topics."""
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    topics = sorted({row.get("topic", "") for row in rows})
    index = open_library(config.load(folder / "factcheck.toml"))
    library = MemoryLibrary(Contents(index.documents(), list(index.all_passages()), list(index.all_claims())))
    by_draft = defaultdict(list)
    for row in rows:
        by_draft[row["draft"]].append(row)
    for draft, own in sorted(by_draft.items()):
        text, rarity = MemoryLibrary(contents(read_file(drafts / draft))), Rarity(library)
        sources, scene = Scene(library, rarity), Scene(text, rarity)
        figures = [scene.context(stored) for stored in text.all_claims() if stored.claim.kind.is_figure]
        searches = search(figures, library, rarity, sources.almanac)
        found = candidates_of(searches, library, sources, rarity)
        found = at_home(searches, found, sources, rarity, LIBRARY.model)
        fold = f"{name} {topics.index(own[0]['topic']) % 3}" if len(topics) > 2 else name
        yield Draft(fold, weight, sources, figures, found, [_labelled(f.claim.claim, own) for f in figures])


def examples(drafts: Sequence[Draft], found: Sequence[Sequence[Sequence[Candidate]]]) -> list[Example]:
    """The labelled figures of drafts as arrays, with these candidates."""
    return [
        Example(
            row["verdict"],
            np.array([c.features for c in candidates], dtype=float).reshape(len(candidates), len(NAMES)),
            np.array([_class(c.compared.relation, c.compared.agrees) for c in candidates], dtype=int),
            np.array([_is_cited(c.context.claim.claim, row) for c in candidates], dtype=bool),
            np.array(null(figure, whole), dtype=float),
            draft.weight,
        )
        for draft, of_draft in zip(drafts, found, strict=True)
        for figure, whole, candidates, row in zip(draft.figures, draft.found, of_draft, draft.rows, strict=True)
        if row
    ]


def _labelled(claim: Any, rows: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    start, end = claim.span
    return next((r for r in rows if r["start"] < end and start < r["end"] and r["kind"] != "quote"), None)


def _class(relation: Relation, agrees: bool) -> int:
    return AGREES if agrees else DIFFERS if relation is Relation.DIFFERENT else NEITHER


def _is_cited(claim: Any, row: dict[str, Any]) -> bool:
    """Whether a label points at a source's figure; the date of a document has no figure of its own, and no id."""
    return any(
        Path(claim.path).name.startswith(e["doc"])
        and (not claim.id or (e["start"] < claim.span.end and claim.span.start < e["end"]))
        for e in row["evidence"]
    )


class Problem:
    """Examples as arrays."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.n = len(examples)
        self.x = np.concatenate([e.x for e in examples])
        self.of = np.concatenate([np.full(len(e.x), at) for at, e in enumerate(examples)]).astype(int)
        self.cls = np.concatenate([e.cls for e in examples])
        self.gold = np.concatenate([e.gold for e in examples])
        self.null = np.array([e.null for e in examples])
        self.label = np.array([e.label for e in examples])
        self.weight = np.array([e.weight for e in examples])
        self.cited = np.bincount(self.of[self.gold], minlength=self.n) > 0

    def probabilities(self, theta: Array) -> tuple[Array, Array]:
        """Of each candidate, and of none for each figure."""
        score, none = self.x @ theta[: len(NAMES)], self.null @ theta[len(NAMES) :]
        top = none.copy()
        np.maximum.at(top, self.of, score)
        mass, rest = np.exp(score - top[self.of]), np.exp(none - top)
        total = rest + np.bincount(self.of, mass, self.n)
        return mass / total[self.of], rest / total

    def mass(self, p: Array, chosen: Array) -> Array:
        return np.bincount(self.of[chosen], p[chosen], self.n)

    def loss(self, theta: Array) -> tuple[float, Array]:
        """Minus the log-likelihood of the labels, and its gradient."""
        p, none = self.probabilities(theta)
        value, tiny = 0.0, 1e-3
        slope = np.zeros(len(p))
        for labels, cls in ((("supported", "disputed"), AGREES), (("contradicted",), DIFFERS)):
            mine, right = np.isin(self.label, labels), self.cls == cls
            said = np.where(
                self.cited, 0.6 * self.mass(p, right & self.gold) + 0.4 * self.mass(p, right), self.mass(p, right)
            )
            value -= float((self.weight * np.log(said + tiny))[mine].sum())
            each = np.where(mine, -self.weight / (said + tiny), 0.0)[self.of] * right
            slope += each * np.where(self.cited[self.of], 0.4 + 0.6 * self.gold, 1.0)
        mine, spoken = self.label == "unverified", self.cls != NEITHER
        rest = 1 - self.mass(p, spoken)
        value -= float((self.weight * np.log(rest + tiny))[mine].sum())
        slope += np.where(mine, self.weight / (rest + tiny), 0.0)[self.of] * spoken
        mean = np.bincount(self.of, slope * p, self.n)
        return value, np.concatenate([self.x.T @ (p * (slope - mean[self.of])), self.null.T @ (-none * mean)])


def _bounds(name: str, fixed: float | None = None) -> tuple[float | None, float | None]:
    if fixed is not None:
        return fixed, fixed
    return (None, 0) if name in AGAINST else (None, None) if name in EITHER else (0, None)


def fit_blind(examples: Sequence[Example], ridge: float = 0.5) -> Array:
    """The weights that rank the labelled passage first, values aside."""
    told = Problem([e for e in examples if e.gold.any() and len(e.x) > 1])
    keep = np.array([name not in OF_VALUES for name in NAMES])

    def loss(theta: Array) -> tuple[float, Array]:
        score = told.x @ theta
        top = np.full(told.n, -np.inf)
        np.maximum.at(top, told.of, score)
        mass = np.exp(score - top[told.of])
        p = mass / np.bincount(told.of, mass, told.n)[told.of]
        right = np.bincount(told.of[told.gold], p[told.gold], told.n)
        error = p - np.where(told.gold, p / (right[told.of] + 1e-9), 0.0)
        value = -float((told.weight * np.log(right + 1e-9)).sum()) + ridge * float(theta @ theta)
        return value, told.x.T @ (told.weight[told.of] * error) + 2 * ridge * theta

    # That what is right is also near in size says nothing of how far off what is wrong may be: this much and no more.
    fixed = {name: PRIOR[name] for name in UNTAUGHT if name not in OF_VALUES}
    bounds = [_bounds(name, fixed.get(name)) if kept else (0.0, 0.0) for name, kept in zip(NAMES, keep, strict=True)]
    bounds[NAMES.index("scale")] = (LEAST_SCALE, 0)
    return minimize(loss, np.zeros(len(NAMES)), jac=True, bounds=bounds, method="L-BFGS-B").x


def model_of(blind: Array, final: Array) -> Model:
    """The fitted weights as matching uses them."""
    none = Null(final[len(NAMES)] + CAUTION, *final[len(NAMES) + 1 :])
    return Model(Features(*final[: len(NAMES)]), none, Features(*blind), LIBRARY.model.margin)


def standing(drafts: Sequence[Draft], blind: Array) -> list[Example]:
    """The examples without what another figure of the sentence says and the equal values that matching bars."""
    model = LIBRARY.model._replace(blind=Features(*blind))
    kept = []
    for draft in drafts:
        told = answering(draft.figures, draft.found, model)
        barred = [vetoes(own, model.margin, marks(figure)) for figure, own in zip(draft.figures, told, strict=True)]
        kept.append([[c for c, v in zip(own, vs, strict=True) if not v] for own, vs in zip(told, barred, strict=True)])
    return examples(drafts, kept)


def fit_final(examples: Sequence[Example], ridge: float = 1.0) -> Array:
    """The weights of all features and of "none"."""
    problem = Problem(examples)
    prior = np.array([*(PRIOR.get(name, 0.0) for name in NAMES), *PRIOR_NULL])
    drawn = np.ones(len(prior))
    drawn[len(NAMES)] = 0.05

    def loss(theta: Array) -> tuple[float, Array]:
        value, gradient = problem.loss(theta)
        pull = (theta - prior) * drawn
        return value + ridge * float(pull @ pull), gradient + 2 * ridge * pull * drawn

    bounds = [_bounds(name, PRIOR[name] if name in UNTAUGHT else None) for name in NAMES]
    bounds += [(None, None), (0, 1), (0, None), (0, None)]
    return minimize(loss, prior, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 300}).x


def rates(drafts: Sequence[Draft], model: Model) -> str:
    """The rates of the verdicts on labelled figures, as in the acceptance table, with the number of alarms."""
    demands = LIBRARY._replace(model=model)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for draft in drafts:
        told = answering(draft.figures, draft.found, model)
        bindings = [weigh(figure, own, model) for figure, own in zip(draft.figures, told, strict=True)]
        for finding, row in zip(verdicts(bindings, demands, draft.sources), draft.rows, strict=True):
            if row:
                table[row["verdict"]][finding.verdict.value] += 1
    alarms = sum(counts["contradicted"] for counts in table.values())
    true = table["contradicted"]["contradicted"] + table["disputed"]["contradicted"]

    def rate(label: str, verdict: str) -> str:
        return f"{table[label][verdict] / max(1, sum(table[label].values())):.2f}"

    return "  ".join(
        [
            f"alarm precision {true / max(1, alarms):.2f} of {alarms}",
            f"contradicted {rate('contradicted', 'contradicted')}",
            f"supported {rate('supported', 'supported')}",
            f"unverified {rate('unverified', 'unverified')}",
            f"certified errors {rate('contradicted', 'supported')}",
        ]
    )


def fit(drafts: Sequence[Draft]) -> tuple[Array, Array]:
    blind = fit_blind(examples(drafts, [draft.found for draft in drafts]))
    return blind, fit_final(standing(drafts, blind))


def write(blind: Array, final: Array) -> None:
    """Put the weights where matching reads them."""
    text = WEIGHTS.read_text(encoding="utf-8")
    listed = "".join(
        f"    {name}={worth:.2f},\n" for name, worth in zip(NAMES, blind, strict=True) if abs(worth) >= 0.005
    )
    text = re.sub(r"BLIND = _of\(\n.*?\n\)", f"BLIND = _of(\n{listed})", text, flags=re.DOTALL)
    listed = "".join(
        f"        {name}={worth:.2f},\n"
        for name, worth in zip(NAMES, final[: len(NAMES)], strict=True)
        if abs(worth) >= 0.005
    )
    worths = ", ".join(f"{worth:.2f}" for worth in model_of(blind, final).none)
    text = re.sub(
        r"LIBRARY = Model\(\n    _of\(\n.*?\n    \),\n    none=Null\(.*?\),",
        f"LIBRARY = Model(\n    _of(\n{listed}    ),\n    none=Null({worths}),",
        text,
        flags=re.DOTALL,
    )
    WEIGHTS.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", nargs="+", metavar="NAME=LABELS,DRAFTS,LIBRARY[,WEIGHT]")
    parser.add_argument("--hold", action="append", default=[], help="a collection that is scored and never fitted on")
    parser.add_argument("--quick", action="store_true", help="fit, and leave out no collection")
    parser.add_argument("--write", action="store_true", help="write the weights fitted on all but the held ones")
    args = parser.parse_args()
    drafts: list[Draft] = []
    for given in args.collections:
        name, _, rest = given.partition("=")
        labels, texts, folder, *weight = rest.split(",")
        drafts += collection(name, Path(labels), Path(texts), Path(folder), float(weight[0]) if weight else 1.0)
    taught = [d for d in drafts if d.fold not in args.hold]
    for fold in sorted({d.fold for d in drafts}) if not args.quick else ():
        model = model_of(*fit([d for d in taught if d.fold != fold]))
        print(f"{fold:12} {rates([d for d in drafts if d.fold == fold], model)}", flush=True)
    if args.write:
        write(*fit(taught))


if __name__ == "__main__":
    main()
