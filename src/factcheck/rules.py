"""The catalogue of everything factcheck reports: a code and a name for ever, how grave it is, what it says and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.errors import InputError


class Level(StrEnum):
    """How grave a finding is: by default an error fails a run, a warning is shown, a note is shown on request."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `example` is a draft's words that call for it; `advice` is what to do about it."""

    code: str
    name: str
    level: Level
    message: str
    why: str
    example: str
    advice: str


_ERROR, _WARNING, _NOTE = Level.ERROR, Level.WARNING, Level.NOTE

# Codes and names are never given a second meaning and never reused: drafts and configurations name them.
_CATALOGUE = (
    Rule(
        "FC101",
        "figure-differs",
        _ERROR,
        "The sources give another value for the same fact, and none gives the draft's.",
        "A figure is compared with the source's figure for the same subject, measure and occasion, as a value and not"
        " as a string: rounding, conversion and a less precise wording are no difference.",
        'The draft says "turnout was 61 percent"; the one source on that vote says 67 percent.',
        "Correct the figure, or add the source that has it to the library.",
    ),
    Rule(
        "FC102",
        "sources-disagree",
        _WARNING,
        "The draft's value stands in one source, and another source contradicts it.",
        "The figure is not made up, but a reader with the other source will call it wrong.",
        'The draft says "founded in 1911"; one source agrees, another says 1913.',
        "Name the source in the draft, or rule on the conflict in claims/ (`factcheck conflicts`).",
    ),
    Rule(
        "FC103",
        "figure-unsourced",
        _WARNING,
        "No source speaks of this fact, or none as precisely as the draft.",
        "That no source contradicts a figure does not make it right.",
        'The draft says "the march drew 4,300 people"; no source mentions the march.',
        "Add the source to the library, or leave the figure out.",
    ),
    Rule(
        "FC104",
        "weekday-mismatch",
        _ERROR,
        "The date did not fall on the weekday that the draft names.",
        "Weekday and date together are a check of each other: one of them is wrong.",
        'The draft says "Monday, 1 January 2023"; that day was a Sunday.',
        "Look up which of the two is right and correct the other.",
    ),
    Rule(
        "FC105",
        "draft-contradicts-itself",
        _ERROR,
        "The draft gives two values for one fact.",
        "Whichever value is right, the other is not.",
        'The draft says "the mill employs 420 people" and, further down, that it "employs 412 people".',
        "Make both places agree.",
    ),
    Rule(
        "FC106",
        "parts-do-not-add-up",
        _ERROR,
        "The parts that the draft names do not make up its whole.",
        "Shares that exceed 100 percent, or men and women that are more than all people, cannot all be right.",
        'The draft says "ten people, four adults and five children".',
        "Correct the parts or the whole, or say what is missing.",
    ),
    Rule(
        "FC107",
        "figure-superseded",
        _WARNING,
        "The library's curated claims name a newer figure for this fact.",
        "The figure was right once; the editors of the library have since recorded a newer one.",
        'The draft says "212 patients"; the claim was superseded by one of 230.',
        "Use the newer figure, or say as of when the old one held.",
    ),
    Rule(
        "FC201",
        "misquotation",
        _ERROR,
        "The quotation differs from the words in the source.",
        "Quotation marks promise the speaker's own words. Typography, an ellipsis that drops nothing of weight and"
        " words in [brackets] are allowed; any other word added, dropped, changed or moved is not.",
        'The draft quotes "we will never return"; the source has "we may never return".',
        "Use the source's words, or take the quotation marks away.",
    ),
    Rule(
        "FC202",
        "wrong-speaker",
        _ERROR,
        "The words are quoted rightly but given to another speaker than in the source.",
        "A true quotation in the wrong mouth is a false statement about two people.",
        "The draft has the minister say what the source has the spokesman say.",
        "Name the speaker that the source names.",
    ),
    Rule(
        "FC203",
        "quotation-unsourced",
        _WARNING,
        "The quoted words stand in no source of the library.",
        "An invented quotation looks just like one whose source is missing.",
        'The draft quotes "a farce from start to finish"; no source has these words.',
        "Add the source to the library, or leave the quotation out.",
    ),
    Rule(
        "FC301",
        "name-misspelt",
        _WARNING,
        "A name differs by a slip from the one that the sources use.",
        "A misspelt name is the first error that its owner sees. Short forms, possessives and declared aliases are"
        " no slips.",
        'The draft writes "Jonh Smith"; every source writes "John Smith".',
        "Use the source's spelling, or declare the variant as an alias in claims/entities.toml.",
    ),
    Rule(
        "FC401",
        "citation-without-fact",
        _ERROR,
        "The source that the draft cites does not hold the fact.",
        "A citation that leads nowhere is worse than none.",
        "The draft cites a report for a turnout that the report does not mention.",
        "Cite the source that holds the fact (`factcheck cite`).",
    ),
    Rule(
        "FC402",
        "unknown-citation",
        _ERROR,
        "The draft cites a key that names no document of the library.",
        "What cannot be opened cannot be checked.",
        "The draft cites [@smith2020]; the library has no such document.",
        "Correct the key, or add the document to the library.",
    ),
)

RULES = {rule.code: rule for rule in _CATALOGUE}


def find(name: str) -> Rule | None:
    """The rule with this code or name, however it is capitalised."""
    wanted = name.strip().lower()
    return next((rule for rule in _CATALOGUE if wanted in (rule.code.lower(), rule.name)), None)


def select(names: Iterable[str]) -> frozenset[str]:
    """The codes that the given codes, names, beginnings of a code (`FC2`) or levels (`error`) stand for.

    Raises InputError for a name that stands for none.
    """
    return frozenset(code for name in names for code in _codes(name))


def _codes(name: str) -> Sequence[str]:
    wanted = name.strip().lower()
    codes = [
        rule.code
        for rule in _CATALOGUE
        if wanted in (rule.name, rule.level) or (len(wanted) > 2 and rule.code.lower().startswith(wanted))
    ]
    if not codes:
        raise InputError(f"no rule is called {name.strip()!r}{_suggestion(wanted)}")
    return codes


def _suggestion(wanted: str) -> str:
    import difflib

    known = [name for rule in _CATALOGUE for name in (rule.code.lower(), rule.name)]
    near = next((find(name) for name in difflib.get_close_matches(wanted, known, n=1)), None)
    return f"; did you mean {near.code} {near.name}?" if near else "; `factcheck explain` lists them"
