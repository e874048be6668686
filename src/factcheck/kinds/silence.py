"""Tells where a numeral is no figure: part of a name, a code, a list marker or a set phrase."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.currency import mark_before, name_after
from factcheck.kinds.duration import UNITS as TIME_UNITS
from factcheck.kinds.line import HYPHENS, Line
from factcheck.kinds.measurement import NAMES
from factcheck.kinds.noun import CLOSED
from factcheck.kinds.number_words import NUMBERS
from factcheck.kinds.numeral import Form, Numeral
from factcheck.kinds.percentage import UNITS as SHARES
from factcheck.kinds.phrasebook import words_of
from factcheck.lexicon import forms, table
from factcheck.text.tokens import is_figure, is_word

# Prefixes that a hyphen joins to a number without making it a name.
OPEN_PREFIXES = CUES["open prefix"]
SENTENCE_STARTS = frozenset({"", ".", "!", "?", ":", ";", "“", '"', "‘", "'", "(", "-", "—", "–", "•", "*"})


def _phrases() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Each silent phrase under each of its number words, with the place of that word in it."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for row in table("silent_phrases"):
        for form in forms(row["phrase"]):
            words = words_of(form)
            for place in (k for k, w in enumerate(words) if w in NUMBERS or is_figure(w)):
                found.setdefault(words[place], []).append((place, words))
    return found


PHRASES = _phrases()
COUNTED = frozenset(form for row in table("counted_nouns") for form in forms(row["noun"]))
TITLE_UNITS = TIME_UNITS.keys() | {"cent"}
LABELS = {form: row["role"] for row in table("labels") for form in forms(row["word"])}


def silent(line: Line, numeral: Numeral) -> bool:
    """Whether a numeral is no figure whatever its unit may be."""
    if _set_phrase(line, numeral) or _scene(line, numeral):
        return True
    if is_figure(line.lower[numeral.last - 1]) or is_figure(line.lower[numeral.first]):
        return (
            _code(line, numeral)
            or _telephone(line, numeral)
            or _marker(line, numeral)
            or _programme(line, numeral)
            or _coordinate(line, numeral)
            or _note_number(line, numeral)
        )
    return _name(line, numeral)


def _set_phrase(line: Line, numeral: Numeral) -> bool:
    """Whether a set phrase covers the numeral from one of its words to its end."""
    for i in range(numeral.first, numeral.last):
        for place, words in PHRASES.get(line.lower[i], ()):
            start = i - place
            if line.lower[start : start + len(words)] == words and start + len(words) >= numeral.last:
                return True
    return False


SCENES = CUES["scene"]


def _scene(line: Line, numeral: Numeral) -> bool:
    """ "Five years earlier" and no more: a heading that says when its section plays, of nothing that lasted so long."""
    last = numeral.last
    alone = numeral.first <= 1 and line.size == last + 2
    return alone and line.lower[last + 1] in SCENES and line.lower[last] in TIME_UNITS


# "The 49ers" are a team.
PLAYERS = frozenset({"er", "ers"})


def _code(line: Line, numeral: Numeral) -> bool:
    """ "G7", "COVID-19", "F-16", "4-3-3", "555-0199": digits glued to letters or to more digits before them."""
    i, last = numeral.first, numeral.last
    if line.lower[last] in PLAYERS and line.glued(last):
        return True
    if line.glued(i) and line.words[i - 1][-1:].isalpha():
        return not mark_before(line, i)[0]
    if line.lower[i - 1] == "/" and is_figure(line.words[i - 2]) and line.glued(i) and line.glued(i - 1):
        return True
    if line.lower[i - 1] in HYPHENS and line.glued(i) and line.glued(i - 1):
        before = line.lower[i - 2]
        if is_word(before):
            return before not in OPEN_PREFIXES and before not in NUMBERS
        if is_figure(before) and line.lower[i - 3] in HYPHENS and line.glued(i - 2) and line.glued(i - 3):
            return True
    if line.hyphen(last) and is_figure(line.words[last + 1]):
        coded = line.words[last + 1][0] == "0" and len(line.words[last + 1]) > 1
        return coded or (line.hyphen(last + 2) and is_figure(line.words[last + 3]))
    return line.lower[i - 1] == "+" and line.glued(i) and is_figure(line.words[last])


def _telephone(line: Line, numeral: Numeral) -> bool:
    """ "+855 23 555 014", "0161 496 0355": groups of digits in a row, with a plus before or a nought in front."""
    first, last = numeral.first, numeral.last
    while (
        numeral.first - first < LONGEST_NUMBER
        and _group(line, first - 1)
        and line.spaced(first)
        and first - 1 not in line.closed
    ):
        first -= 1
    while last - numeral.last < LONGEST_NUMBER and _group(line, last) and line.spaced(last):
        last += 1
    others = line.words[first : numeral.first] + line.words[numeral.last : last]
    plus = line.lower[first - 1] == "+" and line.glued(first)
    return bool(others) and (plus or any(group[0] == "0" and len(group) > 1 for group in others))


LONGEST_NUMBER = 6


def _group(line: Line, i: int) -> bool:
    return line.words[i].isdecimal() and len(line.words[i]) <= LONGEST_NUMBER


def _marker(line: Line, numeral: Numeral) -> bool:
    """ "1. Introduction", "2) Then", "[12]", "(3)": a number that labels what it stands at."""
    i, last = numeral.first, numeral.last
    before, after = line.lower[i - 1], line.lower[last]
    if last == i + 1 and line.opens(i):
        closed = after in (".", ")", ":") and not line.glued(last + 1) and line.size > i + 2
        numbered = "." in line.words[i] and line.capital(last) and not line.glued(last)
        return closed or numbered
    if before in ("[", "^") and after in ("]", ","):
        return True
    return before == "(" and after == ")" and numeral.form is Form.DIGITS and numeral.value < 1000


HIGHEST_NOTE = 100


def _note_number(line: Line, numeral: Numeral) -> bool:
    """ "the civil war.2 In May": the number of a note that lost its height, glued to the stop of a sentence."""
    i, last = numeral.first, numeral.last
    word = line.words[i - 2]
    if line.lower[i - 1] != "." or not (line.glued(i) and line.glued(i - 1)) or numeral.value >= HIGHEST_NOTE:
        return False
    ends = last >= line.size or (line.capital(last) and not line.glued(last))
    return ends and word.isalpha() and word.islower() and len(word) > 2 and word not in LABELS


DEGREE, MINUTES, QUARTERS = "°", frozenset("′'’″\""), frozenset("NSEW")


def _coordinate(line: Line, numeral: Numeral) -> bool:
    """ "32° 34′ S", "123.5° E": degrees and minutes of a place on the globe."""
    before, last = line.lower[numeral.first - 1], numeral.last
    if line.lower[last] == DEGREE:
        minutes = is_figure(line.words[last + 1]) and line.lower[last + 2] in MINUTES
        return minutes or line.words[last + 1] in QUARTERS
    behind = before == DEGREE or (before in MINUTES and line.lower[numeral.first - 3] == DEGREE)
    return behind and line.lower[last] in MINUTES


def _programme(line: Line, numeral: Numeral) -> bool:
    """ "the 60 Minutes interview": digits before a capital unit, amid small letters, are a title."""
    last = numeral.last
    amid = line.words[numeral.first - 1].islower() or numeral.first == 1
    return amid and not line.titled and line.lower[last] in TITLE_UNITS and line.words[last].istitle()


def _name(line: Line, numeral: Numeral) -> bool:
    """ "the Gang of Four", "Five-Point Consensus": a number word with a capital amid small letters."""
    i = numeral.first
    if _pronoun(line, numeral):
        return True
    if not line.capital(i) or line.opens(i) or line.titled:
        return False
    before = line.words[i - 1]
    if line.hyphen(numeral.last) and line.capital(numeral.last + 1):
        return True
    follows = line.words[numeral.last]
    cased = follows.islower() and follows not in CLOSED and is_word(before) and i > 1
    return (before.islower() and is_word(before)) or cased


def _pronoun(line: Line, numeral: Numeral) -> bool:
    """ "one" where it stands for somebody or something instead of counting."""
    if line.lower[numeral.first : numeral.last] != ("one",) or line.size == 1:
        return False
    last = numeral.last
    follows = line.lower[last + 1] if line.hyphen(last) else line.lower[last]
    if follows in COUNTED:
        return line.lower[last + 1] in SPEAKING or line.lower[numeral.first - 1] in SPEAKING
    if _unit(line, last + line.hyphen(last)):
        return False
    if follows == "of" and line.lower[last + 1] == "every":
        return False
    far = follows == "out" or line.lower[last + 1] == "every"
    beyond = line.lower[last + 1 + far]
    if follows in LINKS and (beyond in NUMBERS or is_figure(beyond)):
        return False
    if _one_in_many(line, last):
        return False
    before, outer = line.lower[numeral.first - 1], line.lower[numeral.first - 2]
    return before not in COUNTING or follows == "of" or outer in ("not", "the")


def _one_in_many(line: Line, last: int) -> bool:
    """ "one household in eight", "one in every eight"."""
    i = next((j for j in range(last + 1, last + 3) if line.lower[j] == "in"), None)
    if i is None or any(word in CLOSED for word in line.lower[last:i]):
        return False
    i += 1 + (line.lower[i + 1] == "every")
    return line.lower[i] in NUMBERS or line.words[i].isdecimal()


def _unit(line: Line, i: int) -> bool:
    """Whether token i names a unit of time, share, measure or money."""
    named = line.lower[i] in TIME_UNITS or SHARES.at(line.lower, i) or NAMES.at(line.lower, i)
    return bool(named or name_after(line, i))


LINKS = frozenset({"in", "or", "to", "out", "over", "\u2013"})
COUNTING = CUES["counting one"]
# "One soldier said": an unnamed speaker, not a count.
SPEAKING = CUES["one who speaks"]
