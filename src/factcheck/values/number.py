"""Plain numbers: exact decimals in the canonical notation without separators or exponent."""

from __future__ import annotations

from decimal import Decimal

from factcheck.lean import regex as re
from factcheck.values.value import Sort, Value, bounded

CANONICAL = re.compile(r"-?\d+(?:\.\d+)?")


def number(
    low: Decimal | str | int,
    high: Decimal | str | int | None = None,
    *,
    bound: str = "",
    step: Decimal | None = None,
    near: bool = False,
) -> Value:
    """A number, or the range from `low` to `high`, with a comparison prefix.

    `step` is the place of the last digit written; left out, it is read off the decimals of `low`.
    Raises ValueError where a text is not a plain decimal.
    """
    first = _decimal(low)
    last = first if high is None else _decimal(high)
    text = plain(first) if high is None else f"{plain(first)}..{plain(last)}"
    exponent = first.as_tuple().exponent
    place = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
    return Value(bound + text, Sort.NUMBER, *bounded(first, last, bound), bound, step or place, near)


def plain(figure: Decimal) -> str:
    """A decimal as the contract writes it: no exponent, no trailing zeros after the point."""
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimal(figure: Decimal | str | int) -> Decimal:
    if isinstance(figure, str) and not CANONICAL.fullmatch(figure):
        raise ValueError(f"not a plain decimal: {figure!r}")
    return Decimal(figure)
