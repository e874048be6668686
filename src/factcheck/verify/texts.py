"""What is said of a draft's figure, in words: one table, so that what a verdict may claim can be read in one place.

Each says no more than was looked at: "no source speaks of it" where the library was looked into and nothing came near;
where something did, that is named. A text of the sources or the draft comes with its quotation marks.
"""

from __future__ import annotations

from factcheck.model import Claim

# Supported: by the value itself, or by one from which it follows; and how that goes on where it is so weakly.
STATED = "a source says {source}"
FOLLOWS = "follows from {source}: {reason}"
ALONE = "; little else there agrees"
RIVALLED = "; but {other} answers better to the sentence"
PRINTED = "a document of that day says “{sentence}”"
DERIVED = "derived: {working}"
OF_THE_DAY = "a source has “{source}” of that day"
SPOKEN = "a document of that time has the words “{source}”"
QUOTED = "the source has it in the words quoted"

# Contradicted, and how that goes on.
DIFFERS = "the draft says {draft}; the source says {source}"
CROSSWISE = "; the source has the two the other way round"
OF_ANOTHER = "; {value} is said of {owner}"
OF_ELSE = "; {value} is said of something else: “{sentence}”"

# Unverified: nothing found; the value, but of something else; less sure, less precise, or less than the draft says.
NOTHING = "no source speaks of it"
NOT_OF_THIS = "no source says it of this"
UNSURE = "a source says {source}, but too little there agrees to say that it is this"
NOT_AS_PRECISE = "no source is as precise: {source}"
LESS = "the sources say less than the draft: {source}"
NEAREST = "; the nearest says {source}"
MISQUOTED = "the words it is quoted in are not those of the source"
TOLD_FOR_QUOTATION = "; this is reported for the quotation"

# Disputed.
SPLIT = "the sources disagree: {told}"


def said(claim: Claim) -> str:
    """A figure's words in quotation marks."""
    return f'"{claim.words}"'
