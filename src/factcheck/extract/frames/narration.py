"""The passages of a document in order, each as a setting made when asked for, and what the ones before it tell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.extract.actors import actors
from factcheck.extract.frame import Actor, Figure, figures, is_event
from factcheck.extract.frames import shift
from factcheck.extract.frames.clause_subject import own_subject, subject_name
from factcheck.extract.frames.moment import Moment, main_time, only_time
from factcheck.extract.frames.setting import Setting
from factcheck.extract.frames.things import things
from factcheck.extract.frames.verb import PREPOSITIONS
from factcheck.extract.reading import ReadPassage
from factcheck.kinds.noun import is_plural
from factcheck.lean import Memo, cached_property
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Mention, Origin, Role
from factcheck.names import Names, Sort
from factcheck.names.runs import possessive
from factcheck.names.title_and_name import bare
from factcheck.quotes.function_words import BE
from factcheck.text.stem import FUNCTION_WORDS
from factcheck.text.tokens import Tokens

# How many sentences back a time or a subject is still spoken of.
REACH = 4
# And how far back it is counted from: "A week later …".
TOLD = 8
# A single word with the ending of a people's name.
PEOPLE = re.compile(r"^[^\W\d_]{2,}(?:ian|ean|ese|ish|ican|aeli|aqi|stani|nch|utch|reek|wiss|erman)s?$|^[A-Z]{2,}s$")
# A list has no more items than this between its lead and an item.
LONGEST_LIST = 60
PERSONAL = frozenset({"he", "she", "his", "her"})
PRONOUNS = PERSONAL | {"it", "they", "its", "their"}

# Behind these a word at the head of a sentence owns something, and so has a name: "Odby has 514 boats".
OWNS = frozenset({"has", "had", "("})


def opening_name(tokens: Tokens, named: Sequence[Actor], found: Sequence[Figure]) -> list[Actor]:
    """The first word of a sentence, whose capital proves nothing, where what follows shows that it is a name."""
    if len(tokens) < 3 or not bare(tokens.words[0]).istitle() or (named and named[0].first == 0):
        return []
    word, after = tokens.words[0], tokens.lower[1]
    name = bare(word)
    if name.lower() in FUNCTION_WORDS or is_plural(name.lower()) or (found and found[0].first == 0):
        return []
    owns = after in OWNS and not is_event(tokens.lower[2]) and tokens.lower[2] not in BE
    beside = after == "and" and bool(named) and named[0].first == 2
    return [Actor(0, 0, name)] if owns or beside or (possessive(word) and name != "It") else []


def _with_year(mention: Mention) -> bool:
    return mention.expression is not None and bool(mention.expression.year)


def _owns(tokens: Tokens, name: Actor) -> bool:
    """Whether a name is more than a letter, a plural, or of which people somebody is: not "Norlandians", "NGOs"."""
    written = tokens.words[name.first] if name.first == name.last else name.name
    return len(name.name) > 1 and not _IS_PEOPLE[written]


# A document has few names, and names each of them often.
_IS_PEOPLE: Memo[str, bool] = Memo(lambda written: PEOPLE.search(written) is not None, 1 << 12)


def _within(name: Actor, found: Sequence[Figure]) -> bool:
    """Whether a name is part of a figure."""
    return any(figure.first <= name.first and name.last <= figure.last for figure in found)


class Story:
    """A document's passages while they are framed. `firsts`: the first token of each in `text`, the whole."""

    def __init__(
        self,
        passages: Sequence[ReadPassage],
        tokens: Sequence[Tokens],
        firsts: Sequence[int],
        text: Tokens,
        mentions: Sequence[Sequence[Mention]],
        names: Names,
    ) -> None:
        self.passages, self.tokens, self.firsts, self.text = passages, tokens, firsts, text
        self.mentions, self.names = mentions, names
        self._settings: dict[int, Setting] = {}
        self._times: dict[int, Moment | None] = {}
        self._leads: dict[str, int] = {}

    def setting(self, number: int) -> Setting:
        """A passage by its ordinal."""
        known = self._settings.get(number)
        if known is None:
            known = self._settings[number] = self._set(number)
        return known

    def _set(self, number: int) -> Setting:
        tokens, first, read = self.tokens[number], self.firsts[number], self.passages[number]
        found, size = figures(tokens, self.mentions[number]), len(tokens)
        named = [name for name in self._actors(first, first + size) if _owns(tokens, name) and name.first < size]
        # A name may run on into the line below, which is another passage's.
        named = [name if name.last < size else name._replace(last=size - 1) for name in named]
        named = [name for name in named if not _within(name, found)]
        opening = opening_name(tokens, named, found)
        return Setting(read.passage, tokens, read.stems, found, opening + named)

    def _actors(self, first: int, end: int) -> list[Actor]:
        """The names among some tokens, and what stands for them; a thing's whole name for a name in it."""
        named, places = actors(self.text, self.names, first, end), self._thing_places
        here = places[bisect_left(places, first) : bisect_left(places, end)]
        if not here:
            return named
        things = [self._things[at] for at in here]
        known = {thing.first - first: Actor(thing.first - first, thing.last - first, thing.name) for thing in things}
        named = [known.pop(name.first, name) for name in named]
        return sorted([*named, *known.values()])

    @cached_property
    def _thing_places(self) -> list[int]:
        return sorted(self._things)

    @cached_property
    def _things(self) -> dict[int, Actor]:
        return things(self.text, self.names, self.firsts)

    def before(self, number: int) -> Iterator[int]:
        """The sentences before a passage in its paragraph, the nearest first."""
        paragraph = self.passages[number].passage.paragraph
        for other in range(number - 1, max(-1, number - 1 - REACH), -1):
            if self.passages[other].passage.paragraph != paragraph:
                return
            yield other

    def time_before(self, number: int) -> Moment | None:
        """The time that the sentences before speak of; None where they speak of several."""
        if number not in self._times:
            self._times[number] = self._time_before(number)
        return self._times[number]

    def _time_before(self, number: int) -> Moment | None:
        for other in self.before(number):
            if self.mentions[other] and self.setting(other).dates:
                told = main_time(self.setting(other))
                return told and Moment(replace(told.time, origin=Origin.EARLIER))
            if self.mentions[other] and shift.steps(self.setting(other)):
                return self._time_counted(other)
        return None

    def time_shifted(self, number: int, figure: Figure) -> Moment | None:
        """The time of a figure that its sentence counts from one told before: "Eight days later …"."""
        step = shift.step_of(self.setting(number), figure)
        return self._counted(number, step) if step else None

    def _time_counted(self, number: int) -> Moment | None:
        return self._counted(number, shift.steps(self.setting(number))[-1])

    def _counted(self, number: int, step: shift.Step) -> Moment | None:
        setting = self.setting(number)
        date = shift.base(setting, step)
        if date:
            return shift.shifted(date.mention.value.text, setting.words(date.first, date.last), step)
        told = self._told(number)
        return shift.shifted(told.time.value, told.time.words, step) if told else None

    def _told(self, number: int) -> Moment | None:
        """The time told last, in this paragraph or the one before."""
        for other in range(number - 1, max(-1, number - 1 - TOLD), -1):
            if self.mentions[other] and self.setting(other).dates:
                return main_time(self.setting(other))
            if self.mentions[other] and shift.steps(self.setting(other)):
                return self._time_counted(other)
        return None

    def heading_time(self, number: int) -> Moment | None:
        """The one date of the nearest heading above a passage that names a year."""
        titles = self.passages[number].passage.headings
        place = bisect_left(self._dated_headings, number)
        if not titles or not place:
            return None
        other = self._dated_headings[place - 1]
        title = " ".join(self.passages[other].text.split())
        return self._heading_times[other] if title in titles else None

    def governor(self, number: int) -> tuple[Setting, Origin] | None:
        """The sentence that a list hangs on, or the question that a passage answers."""
        passage = self.passages[number].passage
        if passage.role is Role.ITEM and passage.lead:
            other = self._lead(number, passage.lead[-1])
            return (self.setting(other), Origin.LIST) if other is not None else None
        first = number and self.passages[number - 1].passage.paragraph != passage.paragraph
        if first and self.passages[number - 1].text.rstrip().endswith("?"):
            return self.setting(number - 1), Origin.EARLIER
        return None

    def _lead(self, number: int, lead: str) -> int | None:
        """The passage that ends with the words a list hangs on, before a passage of it."""
        if self._leads.get(lead, number) >= number:
            words = " ".join(lead.split())
            near = range(number - 1, max(-1, number - 1 - LONGEST_LIST), -1)
            ends = (other for other in near if " ".join(self.passages[other].text.split()).endswith(words))
            self._leads[lead] = next(ends, number)
        found = self._leads[lead]
        return found if found < number else None

    def antecedent(self, number: int, word: str = "", depth: int = REACH) -> Actor | None:
        """Whom a pronoun or a left-out subject at the head of a sentence stands for; None where two fit."""
        other = next(self.before(number), number - 1)
        if other < 0 or not depth or self.passages[other].passage.role in (Role.CELL, Role.HEADING):
            return None
        setting = self.setting(other)
        if not len(setting.tokens):
            return None
        subject = subject_name(setting, setting.clauses[0])
        if subject is None:
            seat = own_subject(setting, setting.clauses[0])
            same = seat and len(seat) == 1 and setting.lower(seat.start) in PRONOUNS
            return self.antecedent(other, word or setting.lower(seat.start), depth - 1) if same else None
        return subject if self._fits(subject, word) and not self._rivals(setting, subject, word) else None

    def _fits(self, name: Actor, word: str) -> bool:
        person = name.name in self._persons
        if word in PERSONAL:
            return person and self.names.sex.get(name.name, "") in ("", "m" if word in ("he", "his") else "f")
        return not person or word in ("", "they", "their")

    def _rivals(self, setting: Setting, subject: Actor, word: str) -> bool:
        """Whether another name of a sentence, behind no preposition, could be meant by a pronoun."""
        return bool(word) and any(
            actor.name != subject.name
            and self._fits(actor, word)
            and actor.first > subject.last
            and PREPOSITIONS.isdisjoint((setting.lower(actor.first - 1), setting.lower(actor.first - 2)))
            for actor in setting.actors
        )

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(naming.name for naming in self.names.namings if naming.sort is Sort.PERSON)

    @cached_property
    def _heading_times(self) -> dict[int, Moment | None]:
        """The headings that name a year, or as of which day they are, each with the date that what stands under it
        has."""
        times: dict[int, Moment | None] = {}
        for number, read in enumerate(self.passages):
            if read.passage.role is Role.HEADING and self.mentions[number]:
                setting = self.setting(number)
                # What a title has in brackets is the day of the document, and no day of what it tells.
                told = main_time(setting) or (only_time(setting) if number else None)
                if any(map(_with_year, self.mentions[number])) or (told and told.role == "as_of"):
                    times[number] = told and Moment(replace(told.time, origin=Origin.HEADING))
        return times

    @cached_property
    def _dated_headings(self) -> list[int]:
        return sorted(self._heading_times)
