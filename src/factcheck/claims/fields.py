"""What stands behind a key of a claims file, read as its form demands: the mistakes are told, not raised."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from factcheck.claims.keys import Form, Key
from factcheck.text.wording import nearest
from factcheck.values import date
from factcheck.values.number import plain

# Tells a mistake: the key it concerns, and what is wrong.
Complain = Callable[[str, str], None]


def read_table(row: Mapping[str, Any], known: Mapping[str, Key], complain: Complain) -> dict[str, Any]:
    """The values of a table by key, those that are unknown or wrong left out."""
    read = {}
    for name, raw in row.items():
        key = known.get(name)
        if key is None:
            complain(name, f"unknown key {name!r}{_suggestion(name, known)}")
            continue
        value = _read(key, raw, complain)
        if value is not None:
            read[name] = value
    return read


def _read(key: Key, raw: Any, complain: Complain) -> Any:
    value = READERS[key.form](raw)
    if value is None:
        complain(key.name, f"{key.name!r} must be {DEMANDS[key.form]}, not {raw!r}")
    elif key.choices and value not in key.choices:
        complain(key.name, f"{key.name!r} is {value!r}; it must be one of {', '.join(key.choices)}")
        return None
    return value


def _text(raw: Any) -> str | None:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return str(raw)
    return raw.strip() or None if isinstance(raw, str) else None


def _names(raw: Any) -> tuple[str, ...] | None:
    good = isinstance(raw, list) and all(isinstance(name, str) and name.strip() for name in raw)
    return tuple(name.strip() for name in raw) if good else None


def _flag(raw: Any) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _day(raw: Any) -> str | None:
    # An hour is refused, not cut off: an embargo would end too early.
    if isinstance(raw, datetime.date):
        return None if isinstance(raw, datetime.datetime) else raw.isoformat()
    try:
        return datetime.date.fromisoformat(raw).isoformat() if isinstance(raw, str) else None
    except ValueError:
        return None


def _period(raw: Any) -> str | None:
    text = raw.isoformat()[:10] if isinstance(raw, datetime.date) else str(raw)
    try:
        return None if isinstance(raw, bool) else date(text).text
    except ValueError:
        return None


def _value(raw: Any) -> str | None:
    if isinstance(raw, datetime.date):
        return raw.isoformat()[:10]
    return plain(raw) if isinstance(raw, Decimal) and raw.is_finite() else _text(raw)


def _suggestion(name: str, known: Mapping[str, Key]) -> str:
    near = nearest(name, known)
    return f"; did you mean {near!r}?" if near else ""


READERS: dict[Form, Callable[[Any], Any]] = {
    Form.TEXT: _text,
    Form.NAMES: _names,
    Form.FLAG: _flag,
    Form.DAY: _day,
    Form.PERIOD: _period,
    Form.VALUE: _value,
    Form.CHOICE: _text,
}
DEMANDS = {
    Form.TEXT: "a text",
    Form.NAMES: "a list of names",
    Form.FLAG: "true or false",
    Form.DAY: "a day such as 2024-05-31",
    Form.PERIOD: "an EDTF date or interval such as 2024-05 or 2019/2023",
    Form.VALUE: "a text or a number",
    Form.CHOICE: "a text",
}
