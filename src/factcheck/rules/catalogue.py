"""The catalogue of everything factcheck reports: a code and a name for ever, how grave it is, what it says and why."""

from __future__ import annotations

from enum import StrEnum

from factcheck.record import dataclass
from factcheck.rules import codes


class Level(StrEnum):
    """How grave a finding is: by default an error fails a run, and a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


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
    Rule(
        codes.CLAIMS_MALFORMED,
        "claims-malformed",
        _ERROR,
        "A claims file is not valid TOML, or a table in it has a key that is unknown, missing or of the wrong kind.",
        "What cannot be read is not used, and a claim that is silently left out looks just like one that never was.",
        'A [[claim]] without an "id", or with "staus" for "status".',
        "Mend the line; an editor that knows the `#:schema` at the top of the file completes and checks the keys.",
    ),
    Rule(
        codes.CLAIM_VALUE_UNREADABLE,
        "claim-value-unreadable",
        _ERROR,
        "No value of the claim's kind can be read in its notation.",
        "A claim's value is written as in prose, and compared as what it is worth.",
        'kind = "percentage", value = "many".',
        'Write it as a text would ("43.8 percent", "six years in prison") or in the notation of `factcheck extract`.',
    ),
    Rule(
        codes.CLAIMED_TWICE,
        "claimed-twice",
        _ERROR,
        "An id, a name or a conflict is claimed by two tables.",
        "Ids are permanent and names lead to one entity; of two owners neither can be trusted.",
        'Two claims with id = "turnout-north-2020".',
        "Rename one, or delete the copy.",
    ),
    Rule(
        codes.BROKEN_SUCCESSION,
        "broken-succession",
        _ERROR,
        "Claims supersede each other in a circle, or a superseded claim does not name its successor.",
        "A draft with an old figure is told the newest one, which must exist.",
        'status = "superseded" without superseded-by.',
        "Let the chain end at the claim that stands.",
    ),
    Rule(
        codes.UNKNOWN_CLAIM,
        "unknown-claim",
        _ERROR,
        "A claim names another that does not exist.",
        "The newer figure cannot be shown.",
        'superseded-by = "turnout-2002", which no file holds.',
        "Correct the id, or add the claim.",
    ),
    Rule(
        codes.UNKNOWN_DOCUMENT,
        "unknown-document",
        _ERROR,
        "A claim cites a document that the library does not hold.",
        "A passage that cannot be opened cannot be checked.",
        "A source file was renamed, and the claim still has its old id.",
        "Correct the id (`factcheck sources` lists them), or bring the document back.",
    ),
    Rule(
        codes.CLAIM_WITHOUT_SOURCE,
        "claim-without-source",
        _ERROR,
        "A claim that is in use rests on no source.",
        "The library answers with passages; a bare assertion has none.",
        "A confirmed claim without a [[claim.source]].",
        'Add the passage, or set the claim back to "proposed".',
    ),
    Rule(
        codes.UNKNOWN_CONFLICT,
        "unknown-conflict",
        _ERROR,
        "A ruling rules on a conflict that does not exist.",
        "The sources have changed, or the id is mistyped; whichever it is, the decision is in force nowhere.",
        'conflict = "0cc225a214e7-bd6b79b6b9dd", and one of the two claims has gone with its source.',
        "Take the id from `factcheck conflicts`, or delete the ruling if the sources agree now.",
    ),
    Rule(
        codes.CLAIM_UNREAD,
        "claim-unread",
        _WARNING,
        "A claim stands, but nothing that is read in its passages is that claim, so it counts for no verdict.",
        "A claim counts where the figure or quotation that it is about is met in a source.",
        "The kind is another than the figure is read as, or another claim rests on the same figure and goes before it.",
        "See what `factcheck extract` reads there; take its kind and value, or retract one of the two claims.",
    ),
    Rule(
        codes.PASSAGE_MISSING,
        "passage-missing",
        _ERROR,
        "The quoted passage does not stand in its document any more.",
        "The source was changed or replaced after the claim was made.",
        "The claim quotes a sentence that the new edition has dropped.",
        "Find where the fact stands now, or retract the claim.",
    ),
    Rule(
        codes.PASSAGE_ALTERED,
        "passage-altered",
        _ERROR,
        "The quoted passage reads differently now.",
        "The difference may be a comma, or the figure itself.",
        'The claim quotes "67 percent"; the document now says "66 percent".',
        "Compare the two, then take the new words into the claim or retract it.",
    ),
    Rule(
        codes.PASSAGE_SHIFTED,
        "passage-shifted",
        _WARNING,
        "The passage still stands, but the words around it have changed.",
        "Prefix and suffix tell which of several places is meant.",
        "A paragraph was put in before the passage.",
        "Bring the claim's prefix and suffix up to date.",
    ),
    Rule(
        codes.PASSAGE_AMBIGUOUS,
        "passage-ambiguous",
        _WARNING,
        "The quoted words stand in more than one place of the document.",
        "It cannot be told which one the claim means.",
        'The claim quotes "in 2018" and nothing around it.',
        "Quote more words, or add a prefix or suffix.",
    ),
    Rule(
        codes.PASSAGE_DISAGREES,
        "passage-disagrees",
        _ERROR,
        "The claim says something else than its own passage.",
        "One of the two was mistyped.",
        'value = "76 percent", and the quoted passage has "67 percent".',
        "Correct the value, or say with as-printed what the passage has.",
    ),
    Rule(
        codes.SOURCE_LEFT_OUT,
        "source-left-out",
        _WARNING,
        "A source file cannot be read and is not in the library.",
        "What was not read supports nothing and contradicts nothing; one bad file must not cost the others.",
        "A picture named report.txt, a text of 30 MB, a page whose reading does not come to an end.",
        "Mend or convert the file, or name it under exclude in factcheck.toml.",
    ),
    Rule(
        codes.COMMENT_VOID,
        "comment-void",
        _WARNING,
        "A comment of a draft that is to silence a rule silences none, names none, or gives no reason.",
        "A comment that does nothing looks just like one that works; and the next editor must know why.",
        "<!-- factcheck: ignore FC103 --> on a line whose figure has long been supported.",
        "Take it away, or write why behind a colon: <!-- factcheck: ignore FC103: our own count -->.",
    ),
    Rule(
        codes.ACCEPTANCE_VOID,
        "acceptance-void",
        _WARNING,
        "An acceptance lets nothing stand: its passage was edited, its figure is supported now, or its day is past.",
        "What was accepted once must not excuse what is written later.",
        "factcheck-accepted.toml lets a figure stand until 2026-10-01, and today is the day after.",
        "Take it out of factcheck-accepted.toml, or accept the finding anew with `factcheck accept`.",
    ),
)
