"""Plants small faults in the code, one at a time, and says which of them the tests let pass.

    python tools/mutate.py src/factcheck/compare [MORE…] [--tests tests/compare …] [--sample 100] [--seed 0] [--jobs 1]

A fault is a comparison turned round or moved by one, a number one larger or smaller (a fraction doubled or halved),
`and` for `or`, a `not` dropped, `None` returned. Without --tests a room is tried by the tests of its own folder. The
code is changed in a copy: the checkout stays as it is. The same arguments give the same faults in the same order. Exit
status 1 where more than one in ten survives. A survivor is a case that a table lacks, or code that nothing needs.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue
from time import monotonic
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "factcheck"
# A comparison and those that take its place.
TURNED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
SURVIVING_AT_MOST = 0.1
GREEN = 0


class Fault(NamedTuple):
    """One change of one file: the line, what stands there, what takes its place, and the whole file with it."""

    path: Path
    line: int
    was: str
    becomes: str
    text: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.was}  →  {self.becomes}"


def faults(path: Path, text: str) -> Iterator[Fault]:
    """Every fault that can be planted in a file, from top to bottom."""
    for node in _code(ast.parse(text)):
        for other in _changed(node):
            yield Fault(path, node.lineno, ast.unparse(node), ast.unparse(other), _with(text, node, other))


def _code(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Statements and expressions, without annotations, what only a type checker reads, decorators (the size of a cache,
    a frozen value), which change no answer, and the insides of f-strings, whose places Python 3.11 does not tell."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, (ast.expr, ast.stmt)):
        yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list") and not isinstance(node, ast.JoinedStr):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _code(child)


def _changed(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """What may take the place of a node."""
    match node:
        case ast.Compare(left, ops, comparators):
            for at, op in enumerate(ops):
                for other in TURNED[type(op)]:
                    yield ast.Compare(left, [*ops[:at], other(), *ops[at + 1 :]], comparators)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Return(ast.expr() as value) if ast.unparse(value) not in ("None", "False"):
            yield ast.Return(ast.Constant(None))
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(float() as value) if value:
            yield from (ast.Constant(value * 2), ast.Constant(value / 2))
        case ast.Call(ast.Name("Decimal"), [ast.Constant(str())]):
            yield from (ast.BinOp(node, ast.Mult(), ast.Constant(2)), ast.BinOp(node, ast.Div(), ast.Constant(2)))


def _with(text: str, node: ast.expr | ast.stmt, other: ast.AST) -> str:
    """The text with one node in another's place."""
    lines = text.encode().splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
    new = ast.unparse(other) if isinstance(node, ast.stmt) else f"({ast.unparse(other)})"
    return b"".join(lines)[:start].decode() + new + b"".join(lines)[end:].decode()


class Trial:
    """Runs tests on a copy of the package, with or without a fault."""

    def __init__(self, folder: Path, tests: Sequence[str]) -> None:
        self.source = folder / "src"
        self.command = [
            *(sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
            *tests,
        ]
        self.environment = os.environ | {
            "PYTHONPATH": str(self.source),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis"),
        }
        shutil.copytree(ROOT / "src", self.source, ignore=shutil.ignore_patterns("__pycache__"))
        # Compiled once, and by its content: of each trial only the file with the fault is compiled anew.
        compileall.compile_dir(self.source, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)

    def passes(self, fault: Fault | None = None, seconds: float | None = None) -> bool:
        """Whether all tests pass; what takes longer than allowed does not."""
        place = self.source / fault.path.relative_to(ROOT / "src") if fault else None
        whole = place.read_text(encoding="utf-8") if place else ""
        try:
            if fault and place:
                place.write_text(fault.text, encoding="utf-8")
            done = subprocess.run(
                self.command, cwd=ROOT, env=self.environment, capture_output=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return False
        finally:
            if place:
                place.write_text(whole, encoding="utf-8")
        return done.returncode == GREEN


def survivors(chosen: Sequence[Fault], tests: Sequence[str], jobs: int) -> Iterator[Fault]:
    """The faults that the tests let pass, each as soon as it is known."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        trials: SimpleQueue[Trial] = SimpleQueue()
        for number in range(jobs):
            trials.put(Trial(Path(folder) / str(number), tests))
        began = monotonic()
        first = trials.get()
        if not first.passes():
            sys.exit(f"the tests do not pass without a fault: {' '.join(first.command)}")
        trials.put(first)
        limit = 10 + 5 * (monotonic() - began)

        def tried(fault: Fault) -> bool:
            trial = trials.get()
            try:
                return trial.passes(fault, limit)
            finally:
                trials.put(trial)

        yield from (fault for fault, passed in zip(chosen, pool.map(tried, chosen), strict=True) if passed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code", type=Path, nargs="+", help="files or folders of src/factcheck")
    parser.add_argument("--tests", nargs="+", help="default: the folders of tests/ named like the rooms")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    places = [place.resolve() for place in arguments.code]
    files = sorted({file for place in places for file in ([place] if place.is_file() else place.rglob("*.py"))})
    rooms = sorted({f"tests/{file.relative_to(PACKAGE).parts[0].removesuffix('.py')}" for file in files})
    every = [fault for file in files for fault in faults(file, file.read_text(encoding="utf-8"))]
    chosen = random.Random(arguments.seed).sample(every, min(arguments.sample, len(every)))
    chosen.sort(key=lambda fault: (fault.path, fault.line))
    alive = 0
    for fault in survivors(chosen, arguments.tests or rooms, arguments.jobs):
        alive += 1
        print(fault, flush=True)
    print(f"{alive} of {len(chosen)} faults survive, of {len(every)} that can be planted")
    return int(alive > SURVIVING_AT_MOST * len(chosen))


if __name__ == "__main__":
    sys.exit(main())
