"""What a figure is counted per: "5 per 1,000 births", "$3 a day", "12 each"."""

from __future__ import annotations

from factcheck.extract.frame import Figure
from factcheck.extract.frames.frame_cues import CUES, MEANINGS
from factcheck.extract.frames.setting import Setting
from factcheck.kinds.noun import singular

WORDS = frozenset({"per", "every"})
# "A day": only these are counted so with an article.
ARTICLED = CUES["counted with an article"]
# "31 boats a year earlier" is no rate.
COUNTED = CUES["counted on"] | CUES["counted back"]
ADVERBS = MEANINGS["counted by an adverb"]
# Behind these begins what is said of something else.
ENDS = CUES["no denominator"]
NEAR = 4
GROUPING = str.maketrans("", "", ",\u00a0\u202f\u2009")
NUMBERS = {"hundred": "100", "thousand": "1000", "million": "1000000"}


def per(setting: Setting, figure: Figure) -> str:
    """The denominator of a figure as a number, or a noun in the singular; "" where it has none."""
    for at in range(figure.last + 1, figure.last + 1 + NEAR):
        word = setting.lower(at)
        if word == "/":
            return setting.lower(at + 1) if setting.lower(at + 1) in ARTICLED else ""
        if word in WORDS:
            return _named(setting, at + 1)
        if word in ("a", "an") and setting.lower(at + 1) in ARTICLED:
            return "" if setting.lower(at + 2) in COUNTED else setting.lower(at + 1)
        if word in ADVERBS:
            return ADVERBS[word]
        if word == "each" and setting.lower(at + 1) in ARTICLED:
            return setting.lower(at + 1)
        if not word.isalpha() or word in ENDS:
            return ""
    return ""


def _named(setting: Setting, at: int) -> str:
    word = setting.lower(at)
    if word[:1].isdigit():
        scale = NUMBERS.get(setting.lower(at + 1), "1")
        return word.translate(GROUPING) + scale[1:]
    return NUMBERS.get(word, singular(word) if word.isalpha() and word != "cent" else "")
