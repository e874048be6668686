"""Command lines as data: `cases/*.toml` holds arguments and files beside the status and output expected of them.

In an expected line, `…` stands for any text. `stderr` is the whole of standard error; `stdout` are lines that must
stand in standard output, in order, and `silent` are texts that must not stand in either.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['title']}")
    for path in sorted(Path(__file__).parent.glob("cases/*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], project: Path, run: Callable[..., Any]) -> None:
    lay_out(case, project)
    outcome = run(*case["args"], stdin=bytes.fromhex(case.get("stdin_bytes", "")) or case.get("stdin", "").encode())
    assert (outcome.status, outcome.stderr if outcome.status != case["exit"] else "") == (case["exit"], "")
    assert_lines(outcome.stderr.splitlines(), case.get("stderr", []), whole=True)
    assert_lines(outcome.stdout.splitlines(), case.get("stdout", []), whole=False)
    assert not [text for text in case.get("silent", []) if text in outcome.stdout + outcome.stderr]


def lay_out(case: dict[str, Any], project: Path) -> None:
    """The project of a case: files by name; `bytes` in hexadecimal; a name that ends in a slash is a folder."""
    if case.get("project") is False:
        (project / "factcheck.toml").unlink()
        shutil.rmtree(project / "sources")
    for name, text in case.get("files", {}).items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if name.endswith("/") else path.write_bytes(text.encode())
    for name, digits in case.get("bytes", {}).items():
        (project / name).write_bytes(bytes.fromhex(digits))


def assert_lines(lines: Sequence[str], expected: Sequence[str], *, whole: bool) -> None:
    """Expected lines stand among the lines in their order; where they are the whole, there are no others."""
    if whole:
        assert len(lines) == len(expected), lines
    rest = iter(lines)
    for wanted in expected:
        pattern = re.compile(".*".join(map(re.escape, wanted.split("…"))))
        assert any(pattern.fullmatch(line) for line in rest), f"missing: {wanted}\nin: {chr(10).join(lines)}"
