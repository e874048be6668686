"""The catalogue of everything factcheck reports: a code and a name for ever, how grave it is, what it says and why."""

from __future__ import annotations

from factcheck.rules import codes
from factcheck.rules.of_libraries import OF_LIBRARIES
from factcheck.rules.rule import Level, Rule

_ERROR, _WARNING = Level.ERROR, Level.WARNING

# Codes and names are never given a second meaning and never reused: drafts and configurations name them.
CATALOGUE = (
    Rule(
        codes.FIGURE_DIFFERS,
        "figure-differs",
        _ERROR,
        "The sources give another value for the same fact, and none gives the draft's.",
        "A figure is compared with the source's figure for the same subject, measure and occasion, as a value and not"
        " as a string: rounding, conversion and a less precise wording are no difference.",
        'The draft says "turnout was 61 percent"; the one source on that vote says 67 percent.',
        "Correct the figure, or add the source that has it to the library.",
    ),
    Rule(
        codes.SOURCES_DISAGREE,
        "sources-disagree",
        _WARNING,
        "The draft's value stands in one source, and another source contradicts it.",
        "The figure is not made up, but a reader with the other source will call it wrong.",
        'The draft says "founded in 1911"; one source agrees, another says 1913.',
        "Name the source in the draft, or rule on the conflict in claims/ (`factcheck conflicts`).",
    ),
    Rule(
        codes.FIGURE_UNSOURCED,
        "figure-unsourced",
        _WARNING,
        "No source speaks of this fact, or none as precisely as the draft.",
        "That no source contradicts a figure does not make it right.",
        'The draft says "the march drew 4,300 people"; no source mentions the march.',
        "Add the source to the library, or leave the figure out.",
    ),
    Rule(
        codes.WEEKDAY_MISMATCH,
        "weekday-mismatch",
        _ERROR,
        "The date did not fall on the weekday that the draft names, or its month has no such day.",
        "Weekday and date together are a check of each other: one of them is wrong. A 31 June is none.",
        'The draft says "Monday, 1 January 2023"; that day was a Sunday.',
        "Look up which of the two is right and correct the other.",
    ),
    Rule(
        codes.DRAFT_CONTRADICTS_ITSELF,
        "draft-contradicts-itself",
        _ERROR,
        "The draft gives two values for one fact.",
        "Whichever value is right, the other is not.",
        'The draft says "the mill employs 420 people" and, further down, that it "employs 412 people".',
        "Make both places agree.",
    ),
    Rule(
        codes.PARTS_DO_NOT_ADD_UP,
        "parts-do-not-add-up",
        _ERROR,
        "The parts that the draft names do not make up its whole.",
        "Shares that exceed 100 percent, or men and women that are more than all people, cannot all be right.",
        'The draft says "ten people, four adults and five children".',
        "Correct the parts or the whole, or say what is missing.",
    ),
    Rule(
        codes.FIGURE_SUPERSEDED,
        "figure-superseded",
        _WARNING,
        "The library's curated claims name a newer figure for this fact.",
        "The figure was right once; the editors of the library have since recorded a newer one.",
        'The draft says "212 patients"; the claim was superseded by one of 230.',
        "Use the newer figure, or say as of when the old one held.",
    ),
    Rule(
        codes.MISQUOTATION,
        "misquotation",
        _ERROR,
        "The quotation differs from the words in the source.",
        "Quotation marks promise the speaker's own words. Typography, an ellipsis that drops nothing of weight and"
        " words in [brackets] are allowed; any other word added, dropped, changed or moved is not.",
        'The draft quotes "we will never return"; the source has "we may never return".',
        "Use the source's words, or take the quotation marks away.",
    ),
    Rule(
        codes.WRONG_SPEAKER,
        "wrong-speaker",
        _ERROR,
        "The words are quoted rightly but given to another speaker than in the source.",
        "A true quotation in the wrong mouth is a false statement about two people.",
        "The draft has the minister say what the source has the spokesman say.",
        "Name the speaker that the source names.",
    ),
    Rule(
        codes.QUOTATION_UNSOURCED,
        "quotation-unsourced",
        _WARNING,
        "The quoted words stand in no source of the library.",
        "An invented quotation looks just like one whose source is missing.",
        'The draft quotes "a farce from start to finish"; no source has these words.',
        "Add the source to the library, or leave the quotation out.",
    ),
    Rule(
        codes.NAME_MISSPELT,
        "name-misspelt",
        _WARNING,
        "A name differs by a slip from the one that the sources use.",
        "A misspelt name is the first error that its owner sees. Short forms, possessives and declared aliases are"
        " no slips.",
        'The draft writes "Jonh Smith"; every source writes "John Smith".',
        "Use the source's spelling, or declare the variant as an alias in claims/entities.toml.",
    ),
    Rule(
        codes.ROLE_DIFFERS,
        "role-differs",
        _ERROR,
        "The sources say that this person holds another office, is of another body, nation, party or family, was born"
        " elsewhere, or is of another age.",
        "What somebody is belongs to the commonest errors of print. An office of another time, a wider word for the"
        " same one, and a second office are no difference.",
        'The draft says "Mara Lund, the finance minister"; every source calls her the trade minister.',
        "Correct the office, add the source that has it, or record it in claims/entities.toml.",
    ),
    Rule(
        codes.PERSON_UNKNOWN,
        "person-unknown",
        _WARNING,
        "No source of the library names this person, of whom the draft says what they are.",
        "A name that stands in no source may be another's, or made up. Off unless it is selected: many drafts name"
        " people whom no source needs to.",
        'The draft says "Jonas Feld, the mayor of Odby"; no source names a Jonas Feld.',
        "Add the source that names the person, or check the name.",
    ),
    Rule(
        codes.MISTAKEN_IDENTITY,
        "mistaken-identity",
        _ERROR,
        "The sources say of somebody else what the draft says of this person.",
        "Two people who stand side by side in the sources are easily exchanged.",
        'The draft says "Peter Brenk, the mayor of Harle"; the sources say that of Mara Lund.',
        "Name the person whom the sources name.",
    ),
    Rule(
        codes.CITATION_WITHOUT_FACT,
        "citation-without-fact",
        _ERROR,
        "The source that the draft cites does not hold the fact.",
        "A citation that leads nowhere is worse than none.",
        "The draft cites a report for a turnout that the report does not mention.",
        "Cite the source that holds the fact (`factcheck cite`).",
    ),
    Rule(
        codes.UNKNOWN_CITATION,
        "unknown-citation",
        _ERROR,
        "The draft cites a key that names no document of the library.",
        "What cannot be opened cannot be checked.",
        "The draft cites [@smith2020]; the library has no such document.",
        "Correct the key, or add the document to the library.",
    ),
    *OF_LIBRARIES,
)
