"""The tables and keys that a claims file may hold: the one list that reading, checking and editors go by."""

from __future__ import annotations

from enum import StrEnum

from factcheck.claims.curation import Status
from factcheck.lean.record import NamedTuple
from factcheck.model import Kind


class Form(StrEnum):
    """What may stand behind a key."""

    TEXT = "text"
    NAMES = "names"
    FLAG = "flag"
    DAY = "day"
    PERIOD = "period"
    VALUE = "value"
    CHOICE = "choice"


class Key(NamedTuple):
    """A key of a table: `about` is shown by editors that read the JSON Schema."""

    name: str
    form: Form
    about: str
    required: bool = False
    choices: tuple[str, ...] = ()


# What somebody is stands with the entity.
KINDS = tuple(kind for kind in Kind if kind is not Kind.ROLE)
CLAIM = (
    Key("id", Form.TEXT, "Permanent name of the claim; never changed, never given to another.", required=True),
    Key("kind", Form.CHOICE, "What the value is.", required=True, choices=KINDS),
    Key("subject", Form.TEXT, "Who or what the claim is about, by its full name.", required=True),
    Key("measure", Form.TEXT, "What is said of the subject: “seats won”, “sentenced to”."),
    Key("scope", Form.TEXT, "When, where, on which occasion."),
    Key("value", Form.VALUE, "As prose writes it (“about 2 million”) or in canonical notation.", required=True),
    Key("unit", Form.TEXT, "%, a currency code, the counted thing, the penalty."),
    Key("speaker", Form.TEXT, "Who says so, where it is not the organisation's own finding."),
    Key("status", Form.CHOICE, "How far the claim can be relied on.", choices=tuple(Status)),
    Key("superseded-by", Form.TEXT, "The id of the claim that replaces this one."),
    Key("as-printed", Form.VALUE, "What the source says where the claim corrects it."),
    Key("valid", Form.PERIOD, "The period for which the claim holds: an EDTF date or interval."),
    Key("note", Form.TEXT, "Whatever the next checker should know."),
    Key("checked-by", Form.TEXT, "Who checked the claim against its sources."),
    Key("checked-on", Form.DAY, "The day of the check."),
    Key("confidential", Form.FLAG, "Never exported unless asked for."),
    Key("embargo-until", Form.DAY, "Confidential until this day has begun in every time zone."),
)
SOURCE = (
    Key("document", Form.TEXT, "The document's id, as `factcheck sources` lists it.", required=True),
    Key("exact", Form.TEXT, "The words of the passage.", required=True),
    Key("prefix", Form.TEXT, "The words before them."),
    Key("suffix", Form.TEXT, "The words after them."),
    Key("page", Form.TEXT, "The page, where the source has pages."),
    Key("timecode", Form.TEXT, "The place in a recording."),
    Key("cell", Form.TEXT, "The cell of a workbook (Cases!B3) or of a table (table 2, row 3)."),
)
ENTITY = (
    Key("name", Form.TEXT, "The full name by which claims call it.", required=True),
    Key("type", Form.CHOICE, "What it is.",
        choices=("person", "party", "organisation", "office", "event", "place", "law", "work")),
    Key("aliases", Form.NAMES, "Short forms, acronyms, transliterations and other spellings that are right."),
    Key("former", Form.NAMES, "Names it had before."),
    Key("roles", Form.NAMES, "What a person is or was, each with its time: “mayor of Harle, 2011/2019”."),
    Key("since", Form.PERIOD, "When it began."),
    Key("until", Form.PERIOD, "When it ended."),
    Key("note", Form.TEXT, "Whatever the next checker should know."),
)  # fmt: skip
RULING = (
    Key("conflict", Form.TEXT, "The conflict's id, as `factcheck conflicts` lists it.", required=True),
    Key("keep", Form.TEXT, "The id of the claim that stands.", required=True),
    Key("reason", Form.TEXT, "Why it stands.", required=True),
    Key("by", Form.TEXT, "Who ruled."),
    Key("on", Form.DAY, "The day of the ruling."),
)
# The keys of every table by the header that opens it; `claim.source` is written below its claim.
TABLES = {
    name: {key.name: key for key in keys}
    for name, keys in (("claim", CLAIM), ("claim.source", SOURCE), ("entity", ENTITY), ("ruling", RULING))
}
REQUIRED = {name: [key.name for key in keys.values() if key.required] for name, keys in TABLES.items()}
