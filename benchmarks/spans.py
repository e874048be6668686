"""Scores the figure grammar on a public collection of spans, without the cases that are refused on purpose.

    python benchmarks/spans.py COLLECTION.jsonl... [--all]

A line of a collection is {"id", "text", "spans": [{"start", "end", "type", "value"}]}; the number after the `#` of an
id is what refused.toml lists. `--all` scores the refused cases too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import tomli

from factcheck.kinds import recognise
from factcheck.model import Mention
from factcheck.text.tokens import tokenise

REFUSED = Path(__file__).parent / "refused.toml"
SHARES = frozenset({"percentage", "vote_share"})
TIMES = frozenset({"duration", "sentence"})
PLAIN = SHARES | {"count", "money", "score", "other", "date", "ordinal", "rank", "reference"}
KINDS = {
    "number": PLAIN,
    "quantity": (PLAIN | TIMES | {"measurement"}) - {"date", "reference"},
    "percentage": SHARES,
    "money": frozenset({"money"}),
    "ordinal": frozenset({"ordinal", "rank"}),
    "duration": TIMES,
}
EVERY_KIND = frozenset().union(*KINDS.values())
Case = dict[str, Any]


def main(arguments: list[str]) -> int:
    for name in (a for a in arguments if a != "--all"):
        path = Path(name)
        refused = frozenset() if "--all" in arguments else refusals(path.stem)
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        kept = [case for case in cases if int(case["id"].rpartition("#")[2]) not in refused]
        print(f"{path.stem:24} refused {len(cases) - len(kept):3}  {score(kept)}")
    return 0


def refusals(collection: str) -> frozenset[int]:
    groups = tomli.loads(REFUSED.read_text(encoding="utf-8"))["refused"]
    return frozenset(i for group in groups if group["collection"] == collection for i in group["ids"])


def score(cases: list[Case]) -> str:
    """Precision and recall of overlapping spans, each used once, and how many of those have the same value."""
    n: Counter[str] = Counter()
    for case in cases:
        gold = [span for span in case["spans"] if span["type"] in KINDS]
        if case["spans"] and not gold:
            continue  # annotated, but with types that are no figures here
        kinds = frozenset().union(*(KINDS[span["type"]] for span in gold)) or EVERY_KIND
        found = [mention for mention in recognise(tokenise(case["text"])) if mention.kind.value in kinds]
        n.update(gold=len(gold), found=len(found))
        for span in gold:
            hit = next((m for m in found if m.span.start < span["end"] and span["start"] < m.span.end), None)
            if hit is not None:
                found.remove(hit)
            n.update(hit=hit is not None, valued=bool(hit and span.get("value")), right=same(hit, span))
    precision, recall = n["hit"] / max(1, n["found"]), n["hit"] / max(1, n["gold"])
    f1 = 2 * precision * recall / max(0.001, precision + recall)
    right = n["right"] / max(1, n["valued"])
    return f"precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}  value {right:.3f}"


def same(mention: Mention | None, span: Case) -> bool:
    if mention is None or not span.get("value"):
        return False
    return shape(mention.value.plain) == shape(str(span["value"]))


def shape(value: str) -> str:
    """A value with six significant digits, as the collections round their fractions."""
    try:
        return f"{float(value):g}"
    except ValueError:
        return value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
