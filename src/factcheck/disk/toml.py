"""Reads TOML text that may be hostile: whatever is wrong with it is one error that knows its line."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from factcheck.lean import regex as re

# The place that the TOML reader's message names.
PLACE = re.compile(r"^(?P<problem>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", re.DOTALL)
# A whole number that Python refuses to read (sys.int_info.default_max_str_digits).
ENDLESS = re.compile(r"[\d_]{4300}")
BRACKET = re.compile(r"[\[\]{}]")
# Brackets within brackets that no file of ours needs; the reader gives up at about a thousand.
DEEP = 100
# No figure is written with more digits, nor with more noughts behind them.
LONGEST = 400


class TomlError(ValueError):
    """A text that is not TOML, or not within bounds, with the line."""

    def __init__(self, problem: str, line: int) -> None:
        self.problem, self.line = problem, line
        super().__init__(f"{problem} (line {line})")


class _NoNumberError(ValueError):
    """A decimal out of bounds, as it is written."""


def parse(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """What a text holds. Raises TomlError."""
    import tomli

    try:
        return tomli.loads(text, parse_float=parse_float)
    except tomli.TOMLDecodeError as error:
        place = PLACE.match(str(error))
        line = int(place["line"]) if place and place["line"] else text.count("\n") + 1
        raise TomlError(place["problem"] if place else str(error), line) from None
    except RecursionError:
        raise TomlError("nested too deeply", _line(text, _deepest(text))) from None
    except _NoNumberError as error:
        raise TomlError("no such number", _line(text, text.find(str(error)))) from None
    except ValueError:
        found = ENDLESS.search(text)
        raise TomlError("a number of too many digits", _line(text, found.start() if found else 0)) from None


def decimal(written: str) -> Decimal:
    """A number with a point or an exponent, exactly; for `parse_float`."""
    digits, _, exponent = written.lower().partition("e")
    if len(digits) > LONGEST or len(exponent) > 9 or abs(int(exponent or 0)) > LONGEST:
        raise _NoNumberError(written)
    return Decimal(written)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, max(0, offset)) + 1


def _deepest(text: str) -> int:
    """Where brackets stand too deep within others; strings are not told apart, the place is for people."""
    depth = 0
    for bracket in BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEP:
            return bracket.start()
    return 0
