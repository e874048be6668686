"""JSON Schemas of what the commands print and of the project file, published with the version of the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from factcheck import config
from factcheck.model import Kind, Verdict
from factcheck.report.formats.contract import VERSION
from factcheck.report.settled import STATUSES
from factcheck.rules import RULES
from factcheck.rules.online import DOCUMENTATION

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}

PLACE: Mapping[str, Schema] = {
    "path": TEXT, "start": COUNT, "end": COUNT, "line": COUNT, "column": {"type": ["integer", "string"]},
    "end_line": COUNT, "end_column": COUNT, "text": TEXT, "value": TEXT,
    "kind": {"enum": [kind.value for kind in Kind]},
}  # fmt: skip
# Of a file that is no plain text; not there otherwise.
PLACE_IN_FORMAT: Mapping[str, Schema] = {"place": {"type": "object"}, "place_text": TEXT, "row": TEXT, "role": TEXT}
CLAIM: Mapping[str, Schema] = {
    **PLACE, "id": TEXT, "document": TEXT, "low": TEXT_OR_NULL, "high": TEXT_OR_NULL, "unit": TEXT, "subject": TEXT,
    "measure": TEXT, "scope": TEXT, "owner": TEXT_OR_NULL, "time": TEXT_OR_NULL, "time_role": TEXT_OR_NULL,
    "place_name": TEXT_OR_NULL, "direction": TEXT_OR_NULL, "part": TEXT_OR_NULL, "per": TEXT_OR_NULL,
    "from": {"type": "object", "additionalProperties": TEXT}, "speaker": TEXT_OR_NULL, "sentence": TEXT,
}  # fmt: skip
EVIDENCE: Mapping[str, Schema] = {
    "claim": TEXT, "path": TEXT, "document": TEXT, "title": TEXT, "publisher": TEXT, "published": TEXT, "line": COUNT,
    "start": COUNT, "end": COUNT, "text": TEXT, "value": TEXT, "speaker": TEXT_OR_NULL, "passage": TEXT,
    "agrees": FLAG, "score": NUMBER,
}  # fmt: skip
TERM: Mapping[str, Schema] = {"name": TEXT, "detail": TEXT, "weight": NUMBER}
SUMMARY: Mapping[str, Schema] = {verdict.value: COUNT for verdict in Verdict} | {"ignored": COUNT, "unread": COUNT}
# Later members, which an older report has not.
COUNTED_TOO: Mapping[str, Schema] = {"weak": COUNT}
GRADES = ("strong", "weak")


def _object(members: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """An object that has all of these members; others may be added, as the contract allows."""
    return {"type": "object", "required": list(members), "properties": {**members, **(optional or {})}}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _finding() -> Schema:
    members = {
        **PLACE,
        "verdict": {"enum": [verdict.value for verdict in Verdict]},
        "rule": {"enum": [*RULES, None]},
        "message": TEXT,
        "suggestion": TEXT_OR_NULL,
        "fingerprint": TEXT,
        "help": TEXT_OR_NULL,
        "evidence": _many(_object(EVIDENCE, PLACE_IN_FORMAT)),
    }
    graded: Schema = {"enum": [*GRADES, None]}
    noted = _object({"status": {"enum": list(STATUSES)}, "owner": TEXT_OR_NULL, "note": TEXT_OR_NULL})
    return _object(members, {**PLACE_IN_FORMAT, "why": _many(_object(TERM)), "check": noted, "grade": graded})


def findings() -> Schema:
    """What `verify --format json` prints; a line of `--format jsonl` is one of its findings."""
    return _object(
        {"version": {"const": VERSION}, "findings": _many(_finding()), "summary": _object(SUMMARY, COUNTED_TOO)}
    )


def claims() -> Schema:
    """A line of `extract --format jsonl`."""
    return _object(CLAIM, {**PLACE_IN_FORMAT, "speaker_words": TEXT_OR_NULL})


def configuration() -> Schema:
    """`factcheck.toml`, and `[tool.factcheck]` of pyproject.toml."""
    tables = {
        name: {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: _key(about) for key, about in keys.items()},
        }
        for name, keys in config.KEYS.items()
    }
    return {"type": "object", "additionalProperties": False, "required": ["library"], "properties": tables}


def _key(key: config.Key) -> Schema:
    form: Schema = TEXT if isinstance(key.default, str) else _many({"type": "string", "minLength": 1})
    default = key.default if isinstance(key.default, str) else list(key.default)
    chosen = {"enum": list(key.choices)} if key.choices else {}
    return {"description": key.about, **form, **chosen, "default": default}


# The schemas by name, with their titles.
SCHEMAS: Mapping[str, tuple[str, Callable[[], Schema]]] = {
    "findings": ("What `factcheck verify --format json` prints", findings),
    "claims": ("A line of `factcheck extract --format jsonl`", claims),
    "config": ("factcheck.toml", configuration),
}


def schema(name: str) -> Schema:
    """A published schema, with the address it is published at."""
    title, make = SCHEMAS[name]
    address = f"{DOCUMENTATION}/docs/schemas/v{VERSION}/{name}.json"
    return {"$schema": DIALECT, "$id": address, "title": title, **make()}
