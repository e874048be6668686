"""Finds what an aside stands between: "Mara Lund, a poet, was ...", "Mara Lund (1950-2010) was ..."."""

from __future__ import annotations

from factcheck.names import Names, Naming, written
from factcheck.names.runs import opens_sentence
from factcheck.roles import words
from factcheck.roles.attribution import called
from factcheck.roles.body_names import capitals
from factcheck.roles.office_phrase import Phrase
from factcheck.roles.title import HYPHENS
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# An aside has at most so many tokens; one in brackets may be longer.
LONGEST, BRACKETED = 24, 60
# So many words may tell what somebody is before the name that a sentence begins with.
MOST_TITLED = 6
CLOSING = {",": frozenset(",)"), "(": frozenset(")"), "\u2013": frozenset("\u2013"), "\u2014": frozenset("\u2014")}
# A name behind one of these is not what the verb after it speaks of: "the son of Mara Lund is the mayor".
NO_SUBJECT = words.CUES["before no subject"]


def is_subject(tokens: Tokens, naming: Naming) -> bool:
    """Whether a verb behind a name can be said of its bearer."""
    return not naming.title or tokens.lower[naming.title - 1] not in NO_SUBJECT


def behind_aside(tokens: Tokens, at: int) -> int | None:
    """The token behind the aside that a comma, bracket or dash opens; None where it is not closed in its sentence."""
    closing = CLOSING[tokens.words[at]]
    bracket = tokens.words[at] == "("
    for place in range(at + 1, min(len(tokens), at + (BRACKETED if bracket else LONGEST))):
        if tokens.words[place] in closing:
            return place + 2 if bracket and tokens.words[place + 1 : place + 2] == (",",) else place + 1
        if tokens.words[place] in SENTENCE_ENDS and not bracket:
            return None
    return None


def tagged(tokens: Tokens, naming: Naming) -> Phrase | None:
    """The party, and the seat, behind a member of parliament: "Mara Lund (Con, Odby)", "Mara Lund, D-Ohio"."""
    opens = naming.last + 1
    at, closing = opens + 1, CLOSING.get(tokens.words[opens], "") if opens < len(tokens) else ""
    length = next((n for n in (2, 1) if " ".join(tokens.words[at : at + n]) in words.tags()), 0)
    last = at + length - 1
    if not closing or not length or last + 1 >= len(tokens):
        return None
    seat = ""
    hyphen = tokens.words[last + 1] in HYPHENS and length == 1
    if tokens.words[last + 1] == "," and closing == CLOSING["("] and tokens.words[last + 2 : last + 3]:
        first, last = last + 2, capitals(tokens, last + 2, len(tokens))
        seat = written(tokens, first, last) if tokens.words[first][0].isupper() else ""
    if not hyphen and (tokens.words[last + 1 : last + 2] != (")",) or opens + 1 == last + 1):
        return None
    office = words.office("mp" if seat else words.PARTISAN)
    party = words.tags()[" ".join(tokens.words[at : at + length])]
    return Phrase(at, last, office, frozenset(), party, seat, at, at + length - 1)


def _heads(tokens: Tokens, at: int) -> bool:
    """Whether a name opens its sentence, but for what its bearer is: "Legendary coach Mara Lund"."""
    for place in range(at, max(-1, at - MOST_TITLED), -1):
        if opens_sentence(tokens, place):
            return True
        word = tokens.words[place - 1]
        if not word[0].isalpha() or (
            is_function_word(word) and tokens.lower[place - 1] not in ("the", "a", "an", "of")
        ):
            return False
    return False


def before_aside(tokens: Tokens, names: Names, at: int) -> str:
    """Who is named before the aside that the bracket or comma at a token closes: before a comma, the name that opens
    the sentence; "" for nobody."""
    bracket = tokens.words[at] == ")"
    for place in range(at - 1, max(0, at - BRACKETED), -1):
        naming = names.at(place - 1) if tokens.words[place] == ("(" if bracket else ",") else None
        if naming is not None and naming.last == place - 1:
            heads = is_subject(tokens, naming) if bracket else _heads(tokens, naming.title)
            if heads or bracket:
                return called(tokens, naming) if heads else ""
        if tokens.words[place] in SENTENCE_ENDS and not bracket:
            break
    return ""
