"""The faults that `tools/mutate.py` plants, and those that it leaves alone."""

from __future__ import annotations

from pathlib import Path

from tests.rows import each
from tools.mutate import faults


@each(
    ("code", "planted"),
    [
        ('"""Docs with 3 words."""', []),
        ("x: Literal[3]", []),
        ("def f() -> Literal[3]: ...", []),
        ("if TYPE_CHECKING:\n    y = 3", []),
        ("@lru_cache(maxsize=3)\ndef f(): ...", []),
        ("return None", []),
        ("return False", ["return (True)"]),
        ("f'{a + 1}'", []),
        ("a < b", ["(a <= b)", "(a >= b)"]),
        ("a is b in c", ["(a is not b in c)", "(a is b not in c)"]),
        ("é and b", ["(é or b)"]),
        ("not a", ["(a)"]),
        ("return a", ["return None"]),
        ("a[1]", ["a[(2)]", "a[(0)]"]),
        ("0.0", []),
        ("0.5", ["(1.0)", "(0.25)"]),
        ("Decimal('0.1')", ["(Decimal('0.1') * 2)", "(Decimal('0.1') / 2)"]),
        ("é = (\n  a ==\n  'b')", ["é = (\n  (a != 'b'))"]),
    ],
)
def test_faults(code: str, planted: list[str]) -> None:
    assert [fault.text for fault in faults(Path("x.py"), code)] == planted
