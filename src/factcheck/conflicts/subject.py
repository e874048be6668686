"""Reads off the words of a sentence who it is that did something: the name that comes right before the verb."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.text.stem import FUNCTION_WORDS

# How far before the verb its subject may stand, in characters.
BEFORE = 60
# A run of words with a capital.
NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’.-]*)*")
POSSESSIVE = re.compile(r"['’]s?$")
CLAUSE = re.compile(r"[.;:()\u2013\u2014]|, (?:and|but)\b")


def subject_before(before: str, framed: str) -> str:
    """The name that ends nearest before the telling words, in full where the document knows it by that."""
    *_, name = (None, *NAME.finditer(before, max(0, len(before) - 2 * BEFORE)))
    if name is None or CLAUSE.search(before, name.end()) or len(before) - name.end() > BEFORE:
        return ""
    words = POSSESSIVE.sub("", name[0]).split()
    if words[0].lower() in FUNCTION_WORDS:
        words = words[1:]
    if framed and words and framed.split()[-1] == words[-1]:
        return framed
    return " ".join(words)
