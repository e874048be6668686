"""Prints the acceptance table of the judgements: drafts against a library, and pairs of a sentence and its evidence.

    python benchmarks/quality.py --eval DIR [--library DIR] [--tool factcheck]

Exit status 1 if a floor or ceiling is missed. The data is no part of the repository, since most of it belongs to others
and none of it may teach a rule; DIR is a folder that you make of

  score.py         a scorer that calls the command in the variable FACTCHECK and whose last line gives each measure as
                   `name 0.123`; it is called as `score.py verify LABELS --drafts DIR [--library DIR]` and
                   `score.py pairs FILE`
  drafts/          drafts about the articles in seeds/, and labels.jsonl: a line for every figure and quotation,
                   {"draft","start","end","verdict","evidence":[{"doc","start","end"}]}, labelled by hand
  pairs/NAME.jsonl {"id","claim","evidence","label"} a line, from public collections on other subjects: summedits
                   (SummEdits), headlines (NumHG), vitaminc-* (VitaminC, its contrastive and synthetic parts),
                   xsum-invented (XSum hallucination annotations), newsnli, redditnli, rte-quant (EQUATE),
                   fever-symmetric (FEVER-Symmetric), bump (BUMP)

--library names the folder of a second, larger library on which the drafts are scored once more: the seeds and unrelated
prose. NOTICE names authors and licences.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FIGURE = re.compile(r"(?P<name>\w+) (?P<value>\d+\.\d+)")


class Bar(NamedTuple):
    """What one figure of a run must reach; `most` turns the floor into a ceiling."""

    name: str
    bar: float
    most: bool = False

    def holds(self, value: float) -> bool:
        return value <= self.bar if self.most else value >= self.bar


DRAFTS = (
    Bar("alarm_precision", 0.92),
    Bar("contradicted_recall", 0.72),
    Bar("supported_recall", 0.88),
    Bar("unverified_recall", 0.88),
    Bar("certified_errors", 0.12, most=True),
    Bar("false_alarm_rate", 0.015, most=True),
    Bar("evidence_accuracy", 0.94),
)
GROWN = (
    Bar("alarm_precision", 0.88),
    Bar("contradicted_recall", 0.66),
    Bar("supported_recall", 0.86),
    Bar("unverified_recall", 0.82),
)
# Where language decides and not a figure, the tool keeps quiet; when it speaks it is right.
QUIET = (Bar("alarm_precision", 0.85),)
PAIRS = {
    "summedits": (
        Bar("alarm_precision", 0.96),
        Bar("contradicted_recall", 0.80),
        Bar("false_alarm_rate", 0.03, most=True),
    ),
    "headlines": (Bar("false_alarm_rate", 0.015, most=True),),
    "vitaminc-contrast": (
        Bar("alarm_precision", 0.94),
        Bar("contradicted_recall", 0.83),
        Bar("paired_accuracy", 0.78),
    ),
    "vitaminc-synthetic": (Bar("alarm_precision", 0.95), Bar("contradicted_recall", 0.78)),
    "xsum-invented": (Bar("not_supported_recall", 0.85),),
    "newsnli": QUIET,
    "redditnli": QUIET,
    "rte-quant": QUIET,
    "fever-symmetric": QUIET,
    "bump": QUIET,
}


class Run(NamedTuple):
    """One call of the scorer and what is asked of it."""

    title: str
    arguments: tuple[str, ...]
    bars: tuple[Bar, ...]


def runs(folder: Path, library: Path | None) -> Iterator[Run]:
    drafts = folder / "drafts"
    verify = ("verify", str(drafts / "labels.jsonl"), "--drafts", str(drafts))
    yield Run("drafts", verify, DRAFTS)
    if library:
        yield Run("drafts, grown library", (*verify, "--library", str(library)), GROWN)
    for name, bars in PAIRS.items():
        yield Run(name, ("pairs", str(folder / "pairs" / f"{name}.jsonl")), bars)


def measure(folder: Path, run: Run, tool: str) -> dict[str, float]:
    """The figures in the scorer's last line."""
    done = subprocess.run(
        [sys.executable, str(folder / "score.py"), *run.arguments],
        capture_output=True, text=True, check=False, env={**os.environ, "FACTCHECK": tool},
    )  # fmt: skip
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"{run.title}: {done.stderr.strip()[-500:]}")
    return {m["name"]: float(m["value"]) for m in FIGURE.finditer(done.stdout.splitlines()[-1])}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--tool", default="factcheck")
    args = parser.parse_args()
    missed = 0
    for run in runs(args.eval.resolve(), args.library and args.library.resolve()):
        found = measure(args.eval.resolve(), run, args.tool)
        for bar in run.bars:
            value = found.get(bar.name, 0.0)
            missed += not bar.holds(value)
            verdict = "" if bar.holds(value) else "  MISSED"
            print(f"{run.title:24} {bar.name:22} {value:.3f}  {'<=' if bar.most else '>='} {bar.bar:.3f}{verdict}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
