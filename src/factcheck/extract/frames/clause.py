"""Cuts a sentence into clauses, each with its verb and its subject, as far as small words and endings show them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from itertools import pairwise

from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.verb import AUXILIARIES, PREPOSITIONS, RELATIVE, verbs_of
from factcheck.lean.record import NamedTuple
from factcheck.quotes.cues import verbs
from factcheck.quotes.function_words import DETERMINERS
from factcheck.text.stem import FUNCTION_WORDS
from factcheck.text.tokens import Tokens

# What parts two statements of a sentence.
STATEMENT = CUES["another statement"] | {";", ":", "\u2014"}
# What opens a clause that hangs on another.
HANGING = CUES["hanging clause"]
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
# What may part two clauses or two phrases of one.
PHRASE = frozenset({",", "and", "or", "then", "\u2013", "yet"})
OPENERS = STATEMENT | HANGING | OPENING | CLOSING | PHRASE | {"that"}
# What can be the subject of what is said.
SUBJECTS = DETERMINERS | frozenset({"it", "he", "she", "they", "we", "i", "there"})
# So far before "that" the verb of saying stands.
LONGEST_REPORT = 5
# So far behind the first word of a label its figure stands.
LONGEST_LABEL = 6


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


def clauses(tokens: Tokens, named: Set[int], numbers: Set[int]) -> tuple[Clause, ...]:
    """The clauses of a passage. `named`, `numbers`: the tokens of its names and figures."""
    return tuple(_with_participles(tokens.lower, list(_Cutter(tokens, named, numbers).clauses())))


def _with_participles(lower: tuple[str, ...], found: list[Clause]) -> Iterator[Clause]:
    """The clauses, those marked as hanging that are no more than a participle with what belongs to it."""
    for place, clause in enumerate(found):
        opens = clause.body < clause.end and lower[clause.first] in (",", lower[clause.body])
        if opens and not clause.hanging and clause.body - clause.first < 2:
            word = lower[clause.body]
            ing = len(word) > 5 and word.endswith("ing")
            past = clause.verb == clause.body and word not in AUXILIARIES
            headless = place == 0 or found[place - 1].verb is None
            goes_on = place + 1 < len(found) and found[place + 1].statement == clause.statement
            clause = clause._replace(hanging=(ing and (place > 0 or goes_on)) or (past and headless and goes_on))
        yield clause


class _Cutter:
    """One pass over the tokens of a passage."""

    def __init__(self, tokens: Tokens, named: Set[int], numbers: Set[int]) -> None:
        self.words, self.lower = tokens.words, tokens.lower
        self.named, self.numbers = named, numbers
        self.verbs = verbs_of(tokens, named, numbers)

    def clauses(self) -> Iterator[Clause]:
        statement, depth = 0, 0
        for at, end in pairwise([*self._cuts(), len(self.lower)]):
            word = self.lower[at] if at < end else ""
            statement += at > 0 and word in STATEMENT
            depth += (word in OPENING) - (word in CLOSING)
            body = self._body(at, end)
            verb = self._verb(body, end)
            opener = self.lower[body - 1] if body > at else ""
            hanging = depth > 0 or opener in RELATIVE or (opener in HANGING and verb is not None)
            yield Clause(at, end, body, verb, hanging, statement)

    def _cuts(self) -> Iterator[int]:
        """Where clauses begin."""
        yield 0
        start, said = 0, verbs()
        opening, telling = map(OPENERS.__contains__, self.lower[1:-1]), map(said.__contains__, self.lower)
        for at, (opens, told) in enumerate(zip(opening, telling, strict=False), 1):
            if not (opens or told):
                continue
            opens = opens and at not in self.numbers and at not in self.named
            if (opens and self._cuts_at(start, at)) or (told and at - 1 > start and self._told(at)):
                yield at
                start = at

    def _cuts_at(self, start: int, at: int) -> bool:
        """Whether a clause begins with the opener at a token, given where the open one began."""
        word = self.lower[at]
        if word in PHRASE:
            return self._opens(at + 1) and not self._joint(start, at)
        if word in HANGING:
            return self.lower[at - 1] not in PHRASE and self._has_verb(at + 1)
        if word == "that":
            return not verbs().keys().isdisjoint(self.lower[max(start, at - LONGEST_REPORT) : at])
        return True

    def _told(self, at: int) -> bool:
        """Whether what is said begins at a token, right behind the verb: "Lund said the firm lost 40 boats"."""
        return (at in self.named or self.lower[at] in SUBJECTS) and self._has_verb(at + 1)

    def _joint(self, start: int, at: int) -> bool:
        """Whether a comma or "and" stands inside a subject that several share: nouns so far, and no verb."""
        body, joins = self._body(start, at), self.lower[at] in ("and", "or")
        if body < at and self.lower[body] in PREPOSITIONS:
            return joins and (self.lower[at + 1] in PREPOSITIONS or at + 1 in self.numbers)
        if body >= at or not self.numbers.isdisjoint(range(body, at)):
            return False
        return (joins or at + 1 in self.named) and self._verb(body, at) is None

    def _opens(self, at: int) -> bool:
        """Whether a clause of its own goes on from a token: with a verb, or a label right before its figure."""
        word = self.lower[at]
        if word in HANGING or (word in STATEMENT and word.isalpha()):
            return True
        return word not in PHRASE and (self._has_verb(at) or self._gapped(at))

    def _has_verb(self, at: int) -> bool:
        """Whether a verb comes before the next border."""
        place = bisect_left(self.verbs, at)
        if place == len(self.verbs):
            return False
        between = range(at, self.verbs[place])
        if OPENERS.isdisjoint(self.lower[at : between.stop]):
            return True
        return not any(self.lower[other] in OPENERS and other not in self.numbers for other in between)

    def _gapped(self, at: int) -> bool:
        """Whether a label begins at a token with its figure right behind it: "Odby 73", "the southern line only 73"."""
        for place in range(at, min(len(self.lower), at + LONGEST_LABEL)):
            word = self.lower[place]
            if place in self.numbers:
                named = any(word[0].isalpha() and word not in FUNCTION_WORDS for word in self.lower[at:place])
                return named and self.lower[at] not in PREPOSITIONS
            if not word[0].isalnum() or (word in PREPOSITIONS and place not in self.named and word != "of"):
                return False
        return False

    def _body(self, at: int, end: int) -> int:
        """The first token of a clause behind what opens it."""
        while at < end and (self.lower[at] in OPENERS or not self.lower[at][0].isalnum() or self.lower[at] == "also"):
            at += 1
        return at

    def _verb(self, first: int, end: int) -> int | None:
        """The first verb among some tokens."""
        place = bisect_left(self.verbs, first)
        return self.verbs[place] if place < len(self.verbs) and self.verbs[place] < end else None
