"""Cuts a sentence into clauses, each with its verb and its subject, as far as small words and endings show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.extract.frame import is_event
from factcheck.extract.frames.poles import poles
from factcheck.lexicon import forms, table
from factcheck.quotes.cues import verbs
from factcheck.quotes.function_words import BE, DETERMINERS, HAVE, MODALS
from factcheck.stem import FUNCTION_WORDS
from factcheck.tokens import Tokens

# What parts two statements of a sentence.
STATEMENT = frozenset({";", ":", "\u2014", "but", "while", "whereas", "whilst", "although", "though", "however"})
# What opens a clause that hangs on another.
HANGING = frozenset("which who whose whom when where because if unless after before since until as despite".split())
RELATIVE = frozenset({"who", "whose", "whom", "which"})
# What can be the subject of what is said.
SUBJECTS = DETERMINERS | frozenset({"it", "he", "she", "they", "we", "i", "there"})
# So far before "that" the verb of saying stands.
LONGEST_REPORT = 5
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
# What may part two clauses or two phrases of one.
PHRASE = frozenset({",", "and", "or", "then", "\u2013", "yet"})
PREPOSITIONS = frozenset(
    "in on at of for from by with about into over through under between among across near during since until to than "
    "against per within after before as amid despite including".split()
)
AUXILIARIES = BE | HAVE | MODALS
# Before these words a form in -ed is an adjective: "the jailed leader".
BEFORE_ADJECTIVES = DETERMINERS | frozenset({"of", "more", "most", "very", "'s", "for", "in", "by", "with", "from"})
LONGEST_GAP = 3


class Clause(NamedTuple):
    """Tokens `first` up to `end`.

    body: where its words begin, behind what opens it; verb: its first finite verb; hanging: whether it says something
    of its own of another clause's noun, or tells when or why; statement: the number of the statement it belongs to
    """

    first: int
    end: int
    body: int
    verb: int | None
    hanging: bool
    statement: int

    @property
    def subject(self) -> range:
        """The tokens before its verb; none where nothing stands there, all where it has no verb."""
        return range(self.body, self.end if self.verb is None else self.verb)


def clauses(tokens: Tokens, named: Mapping[int, int], numbers: Mapping[int, int]) -> tuple[Clause, ...]:
    """The clauses of a passage. `named`, `numbers`: each token of a name or figure with the last one of it."""
    cuts = list(_cuts(tokens, named, numbers))
    found: list[Clause] = []
    statement, depth = 0, 0
    for at, end in pairwise([*cuts, len(tokens)]):
        word = tokens.lower[at] if at < end else ""
        statement += at > 0 and word in STATEMENT
        depth += (word in OPENING) - (word in CLOSING)
        body = _body(tokens, at, end)
        verb = next(_verbs(tokens, body, end, named, numbers), None)
        opener = tokens.lower[body - 1] if body > at else ""
        hanging = depth > 0 or opener in RELATIVE or (opener in HANGING and verb is not None)
        found.append(Clause(at, end, body, verb, hanging, statement))
    return tuple(_with_participles(tokens, found))


def _with_participles(tokens: Tokens, found: list[Clause]) -> Iterator[Clause]:
    """The clauses, those marked as hanging that are no more than a participle with what belongs to it."""
    for place, clause in enumerate(found):
        opens = clause.body < clause.end and tokens.lower[clause.first] in (",", tokens.lower[clause.body])
        if opens and not clause.hanging and clause.body - clause.first < 2:
            word = tokens.lower[clause.body]
            ing = len(word) > 5 and word.endswith("ing")
            past = clause.verb == clause.body and word not in AUXILIARIES
            headless = place == 0 or found[place - 1].verb is None
            goes_on = place + 1 < len(found) and found[place + 1].statement == clause.statement
            clause = clause._replace(hanging=(ing and (place > 0 or goes_on)) or (past and headless and goes_on))
        yield clause


def _cuts(tokens: Tokens, named: Mapping[int, int], numbers: Mapping[int, int]) -> Iterator[int]:
    """Where clauses begin."""
    lower = tokens.lower
    yield 0
    start = 0
    for at in range(1, len(lower) - 1):
        if (at not in numbers and at not in named and _cuts_at(tokens, start, at, named, numbers)) or (
            lower[at - 1] in verbs() and at - 1 > start and _told(tokens, at, named, numbers)
        ):
            yield at
            start = at


def _cuts_at(tokens: Tokens, start: int, at: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> bool:
    """Whether a clause begins with the word at a token, given where the open one began."""
    lower, word = tokens.lower, tokens.lower[at]
    if word in PHRASE:
        return _opens(tokens, at + 1, named, numbers) and not _joint(tokens, start, at, named, numbers)
    if word in HANGING:
        return lower[at - 1] not in PHRASE and _has_verb(tokens, at + 1, named, numbers)
    if word == "that":
        return not verbs().keys().isdisjoint(lower[max(start, at - LONGEST_REPORT) : at])
    return word in OPENERS


def _told(tokens: Tokens, at: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> bool:
    """Whether what is said begins at a token, right behind the verb of saying: "Lund said the firm lost 40 boats"."""
    subject = at in named or tokens.lower[at] in SUBJECTS
    return subject and tokens.words[at] != "." and _has_verb(tokens, at + 1, named, numbers)


def _joint(tokens: Tokens, start: int, at: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> bool:
    """Whether a comma or "and" stands inside a subject that several share: nothing but nouns so far, and no verb."""
    body = _body(tokens, start, at)
    if body < at and tokens.lower[body] in PREPOSITIONS and tokens.lower[at] in ("and", "or"):
        return tokens.lower[at + 1] in PREPOSITIONS or at + 1 in numbers
    if body >= at or tokens.lower[body] in PREPOSITIONS or any(place in numbers for place in range(body, at)):
        return False
    if tokens.lower[at] not in ("and", "or") and at + 1 not in named:
        return False
    return next(_verbs(tokens, body, at, named, numbers), None) is None


OPENERS = STATEMENT | HANGING | OPENING | CLOSING | PHRASE | {"that"}


def _opens(tokens: Tokens, at: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> bool:
    """Whether a clause of its own goes on from a token: one with a verb, or a label right before its figure."""
    word = tokens.lower[at]
    if word in HANGING or (word in STATEMENT and word.isalpha()):
        return True
    if word in PHRASE:
        return False
    return _has_verb(tokens, at, named, numbers) or _gapped(tokens, at, named, numbers) is not None


def _has_verb(tokens: Tokens, at: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> bool:
    """Whether a verb comes before the next border."""
    end = at
    while end < len(tokens) and (end in numbers or tokens.lower[end] not in OPENERS):
        end += 1
    return next(_verbs(tokens, at, end, named, numbers), None) is not None


def _gapped(tokens: Tokens, at: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> int | None:
    """The figure right behind a label that begins at a token: "Tarn 88", "the southern line only 88"."""
    for place in range(at, min(len(tokens), at + 6)):
        if place in numbers:
            label = tokens.words[at:place]
            named_or_noun = any(word[0].isalpha() and word.lower() not in FUNCTION_WORDS for word in label)
            return place if named_or_noun and tokens.lower[at] not in PREPOSITIONS else None
        if tokens.lower[place] in PREPOSITIONS and place not in named and tokens.lower[place] != "of":
            return None
        if not tokens.words[place][0].isalnum():
            return None
    return None


def _body(tokens: Tokens, at: int, end: int) -> int:
    """The first token of a clause behind what opens it."""
    while at < end and (tokens.lower[at] in OPENERS or not tokens.words[at][0].isalnum() or tokens.lower[at] == "also"):
        at += 1
    return at


def _verbs(tokens: Tokens, first: int, end: int, named: Mapping[int, int], numbers: Mapping[int, int]) -> Iterator[int]:
    """The verbs among some tokens."""
    for at in range(first, end):
        if at not in named and at not in numbers and _is_verb(tokens, at, first, named):
            yield at


def _is_verb(tokens: Tokens, at: int, first: int, named: Mapping[int, int]) -> bool:
    word = tokens.lower[at]
    if word in AUXILIARIES:
        return tokens.words[at] != "May" and word != "'s"
    before = tokens.lower[at - 1] if at else ""
    if is_event(word):
        return before not in BEFORE_ADJECTIVES and not before.endswith("'s") and before != "-"
    if word in _finite():
        return before not in BEFORE_ADJECTIVES and before not in PREPOSITIONS
    subject = at - 1 in named or before in RELATIVE or before in ("it", "he", "she")
    return (
        subject and word.islower() and word[-1] == "s" and len(word) > 3 and word not in FUNCTION_WORDS
        and not word.endswith(("ss", "us", "'s")) and before[-2:] != "'s"
    )  # fmt: skip


@cache
def _finite() -> frozenset[str]:
    """Forms that are verbs without looking like a past: "lent", "holds", "says", "rises"."""
    listed = (form for row in table("finite") for form in forms(row["forms"]))
    return frozenset((*listed, *(word for word in (*verbs(), *poles()) if word.endswith("s"))))
