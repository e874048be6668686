"""Scores the dates on public collections of spans with the day they were written, without the refused cases.

    python benchmarks/dates.py COLLECTION.jsonl... [--all]

A line of a collection is {"id", "text", "reference_date", "spans": [{"start", "end", "type", "value", "resolved"}]}.
`value` counts equal notations. `days` counts equal first and last days, where a collection writes the same period in
another way: with an end that is excluded, or as one of several dates that a bare "5 June" could mean.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import tomli

from factcheck.dates import recognise
from factcheck.dates.calendar import days_of
from factcheck.dates.resolve import resolve
from factcheck.model import Mention
from factcheck.text.tokens import tokenise

REFUSED = Path(__file__).parent / "refused.toml"
TYPES = frozenset({"date", "daterange", "DATE"})
Case = dict[str, Any]


def main(arguments: list[str]) -> int:
    for name in (a for a in arguments if a != "--all"):
        path = Path(name)
        refused = frozenset() if "--all" in arguments else refusals(path.stem)
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        kept = [case for case in cases if case["id"].rpartition("#")[2] not in refused]
        print(f"{path.stem:24} refused {len(cases) - len(kept):3}  {score(kept)}")
    return 0


def refusals(collection: str) -> frozenset[str]:
    groups = tomli.loads(REFUSED.read_text(encoding="utf-8"))["refused"]
    return frozenset(str(i) for group in groups if group["collection"] == collection for i in group["ids"])


def score(cases: list[Case]) -> str:
    n: Counter[str] = Counter()
    for case in cases:
        gold = [span for span in case["spans"] if span["type"] in TYPES]
        found = dates(case["text"], (case.get("reference_date") or "")[:10])
        n.update(gold=len(gold), found=len(found))
        for span in gold:
            hit = next((m for m in found if m.span.start < span["end"] and span["start"] < m.span.end), None)
            if hit is not None:
                found.remove(hit)
                exact = (hit.span.start, hit.span.end) == (span["start"], span["end"])
                n.update(hit=1, strict=exact, value=hit.value.plain == span["value"], days=same_days(hit, span))
    precision, recall = n["hit"] / max(1, n["found"]), n["hit"] / max(1, n["gold"])
    f1 = 2 * precision * recall / max(0.001, precision + recall)
    strict = 2 * n["strict"] / max(1, n["found"] + n["gold"])
    shares = "  ".join(f"{name} {n[name] / max(1, n['hit']):.3f}" for name in ("value", "days"))
    return f"precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}  strict {strict:.3f}  {shares}"


def dates(text: str, published: str) -> list[Mention]:
    """The dates of a text, line by line, resolved against the day it was written."""
    lines, starts, at = text.split("\n"), [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    paragraphs = [(tokens, recognise(tokens)) for tokens in map(tokenise, lines)]
    resolved = resolve(paragraphs, published)
    return [
        Mention(m.kind, m.span.shift(start), m.value)
        for start, mentions in zip(starts, resolved, strict=True)
        for m in mentions
    ]


def same_days(mention: Mention, span: Case) -> bool:
    """Whether the collection has the same days in its value or among its answers, the last day in or out."""
    mine = days_of(mention.value.plain)
    if mention.value.plain == span["value"]:
        return True
    answers = [days_of(str(answer)) for answer in (span["value"], *(span.get("resolved") or []))]
    return mine is not None and any(answer in (mine, (mine[0], mine[1] + 1)) for answer in answers if answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
