"""The JSON Schema of a claims file, by which editors complete and check it while it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.claims.keys import REQUIRED, TABLES, Form, Key

# Even Better TOML, Taplo and tombi take the schema from a first line `#:schema PATH`.
DIALECT = "http://json-schema.org/draft-07/schema#"
FORMS: dict[Form, dict[str, Any]] = {
    Form.TEXT: {"type": "string", "minLength": 1},
    Form.NAMES: {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": True},
    Form.FLAG: {"type": "boolean"},
    Form.DAY: {"type": "string", "format": "date"},
    Form.PERIOD: {"type": "string", "minLength": 1},
    Form.VALUE: {"type": ["string", "number"]},
    Form.CHOICE: {"type": "string"},
}


def json_schema() -> dict[str, Any]:
    """The schema as plain data."""
    tables = {name: _table(name, keys) for name, keys in TABLES.items()}
    source = tables.pop("claim.source")
    tables["claim"]["properties"]["source"] = {"type": "array", "items": source, "description": "Where it stands."}
    return {
        "$schema": DIALECT,
        "title": "Claims of a factcheck library",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"type": "array", "items": table} for name, table in tables.items()},
    }


def _table(name: str, keys: Mapping[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": REQUIRED[name],
        "properties": {key.name: _property(key) for key in keys.values()},
    }


def _property(key: Key) -> dict[str, Any]:
    choices = {"enum": [str(choice) for choice in key.choices]} if key.choices else {}
    return {"description": key.about} | FORMS[key.form] | choices
