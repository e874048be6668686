"""Frozen values as JSON and back, by the types of their fields: for what a cache keeps.

A record is the list of its fields, a number its digits. Nothing of what is read back can run: a cache file may be
anybody's.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = Any
Decode = Callable[[Plain], Any]


def encode(value: Any) -> Plain:
    """A value made of records, tuples, enumerations, numbers and texts, as `json` takes it."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return [encode(getattr(value, name)) for name in _names(value.__class__)]


@cache
def decoder(form: Any) -> Decode:
    """What makes a value of a type of what `encode` made of it. Raises TypeError for a type that is none of them.

    What it is given in another form raises ValueError, TypeError or ArithmeticError.
    """
    if form in (str, bool, int, float, Any):
        return _itself
    if form is Decimal:
        return Decimal
    inner = get_args(form)
    if get_origin(form) in (types.UnionType, Union):
        return _either(inner)
    if get_origin(form) is tuple:
        return _tuple(decoder(inner[0]))
    if isinstance(form, type) and issubclass(form, Enum):
        return form
    if isinstance(form, type) and (dataclasses.is_dataclass(form) or hasattr(form, "_fields")):
        return _record(form)
    raise TypeError(f"no codec for {form}")


def _itself(plain: Plain) -> Any:
    return plain


def _either(forms: Sequence[Any]) -> Decode:
    """A value or None; texts and numbers of several types are as they stand."""
    known = [form for form in forms if form is not types.NoneType]
    decode = decoder(known[0]) if len(known) == 1 else _itself

    def of(plain: Plain) -> Any:
        return None if plain is None else decode(plain)

    return of


def _tuple(decode: Decode) -> Decode:
    def of(plain: Plain) -> Any:
        return tuple(decode(item) for item in plain)

    return of


def _record(form: Any) -> Decode:
    hints = get_type_hints(form)
    decoders = [decoder(hints[name]) for name in _names(form)]

    def of(plain: Plain) -> Any:
        return form(*(decode(item) for decode, item in zip(decoders, plain, strict=True)))

    return of


@cache
def _names(form: Any) -> tuple[str, ...]:
    return getattr(form, "_fields", None) or tuple(field.name for field in dataclasses.fields(form))
