"""Where a text says what somebody is, by what stands before, behind and around a name."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean.record import dataclass
from factcheck.names import Names, Naming, Sort
from factcheck.names.runs import opens_sentence, possessive
from factcheck.names.titles import JOINERS, PARTICLES, honorifics
from factcheck.names.titles import small as bears_no_name
from factcheck.roles import office_phrase, words
from factcheck.roles.behind import object_of
from factcheck.roles.body_names import nation_at
from factcheck.roles.office_phrase import Phrase
from factcheck.roles.title import HYPHENS, title_at
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# A phrase before a name begins at most this many words before it; one behind it ends within so many.
BEFORE, BEHIND = 12, 24
OPENING = frozenset(",(\u2013\u2014")
# What the noun phrase of an inverted apposition begins with: "the party's president, Mara Lund".
ARTICLES = frozenset("the a an its his her their our".split())
# Signs inside a phrase.
JOINTS = HYPHENS | {"&", "'", "\u2019"}
# Small words that the phrase before a name may hold.
INSIDE = frozenset("of for and the at".split())
# Small words that stand in names of bodies and works, and in no person's.
AFFAIRS = frozenset({"Affairs"})
NOT_PERSONAL = JOINERS - PARTICLES
ENTRANCES = frozenset({"who", "also", "now", "then", "currently", "himself", "herself"})


@dataclass(frozen=True, slots=True)
class Attribute:
    """What somebody is said to be: the bearer's full name, the phrase that says it, and the name itself as written."""

    bearer: str
    phrase: Phrase
    naming: Naming


def find(tokens: Tokens, names: Names) -> list[Attribute]:
    """Everything that a document's text says its people are, in reading order."""
    found: dict[tuple[str, int], Attribute] = {}
    for naming in names.namings:
        if _is_person(naming) and not _goes_on(tokens, naming):
            for one in _said_of(tokens, names, naming):
                found.setdefault((naming.name, one.first), Attribute(naming.name, one, naming))
    return sorted(found.values(), key=lambda one: (one.phrase.first, one.naming.first))


def _is_person(naming: Naming) -> bool:
    """Whether a name can be a person's: of two words or more, without small ones, and no state's."""
    parts = naming.name.split()
    if naming.sort is Sort.BODY or len(parts) < 2 or tuple(naming.name.lower().split()) in words.nations():
        return False
    if all(part.lower() in words.fields() or part in AFFAIRS for part in parts):
        return False
    return all(part[0].isalpha() and part not in NOT_PERSONAL for part in parts)


def _goes_on(tokens: Tokens, naming: Naming) -> bool:
    """Whether what was taken for a name is a title cut short: "Senior Gen. Mara Lund"."""
    last = naming.last
    if tokens.words[last] not in honorifics() or tokens.words[last + 1 : last + 2] != (".",):
        return False
    return tokens.words[last + 2 : last + 3] != () and tokens.words[last + 2][0].isupper()


def _said_of(tokens: Tokens, names: Names, naming: Naming) -> Iterator[Phrase]:
    """What stands around one naming of somebody."""
    yield from _titled(tokens, names, naming) or _inverted(tokens, names, naming) or _of_nation(tokens, naming)
    at, end = naming.last + 1, min(len(tokens), naming.last + 1 + BEHIND)
    if at < end and tokens.words[at] in OPENING:
        at += 1
        yield from _apposition(tokens, names, at, end)
        if tokens.lower[at : at + 1] != ("who",):
            return
    yield from _verb(tokens, names, at, end)


def _titled(tokens: Tokens, names: Names, naming: Naming) -> list[Phrase]:
    """The phrase that ends where the name begins: "Harbour Board chairman Mara Lund"."""
    end = naming.first
    while end and (tokens.words[end - 1] in honorifics() or (tokens.words[end - 1] == "." and end > naming.title)):
        end -= 1
    if not end or tokens.lower[end - 1] in ("and", "of") or not _may_title(tokens, end - 1):
        return []
    for start in range(_reach(tokens, names, end), end):
        if tokens.words[start] in INSIDE or tokens.words[start] in HYPHENS:
            continue
        found, behind = office_phrase.read_one(tokens, names, start, end)
        if (
            found
            and behind == end
            and _numbers(tokens, names, naming, end)
            and not _titles_another(tokens, found[-1], end)
            and _hangs_together(tokens, start, found[0])
        ):
            return found
    return []


def _numbers(tokens: Tokens, names: Names, naming: Naming, end: int) -> bool:
    """Whether a noun for several people has several names behind it, or one for one person any."""
    if tokens.lower[end - 1] not in words.plurals():
        return True
    at = naming.last + 1
    return at + 1 < len(tokens) and tokens.words[at] in ("and", ",") and names.at(at + 1) is not None


def _titles_another(tokens: Tokens, last: Phrase, end: int) -> bool:
    """Whether the words behind an office hold another: "the father of Mayor Mara Lund" says what the mayor is."""
    return any(title_at(tokens, at, end) for at in range(last.head + 1, end))


def _hangs_together(tokens: Tokens, start: int, found: Phrase) -> bool:
    """Whether no verb stands among the words before an office: behind a name or before a capital a small word must be
    one that goes with offices ("Harle police charged Mayor Lund")."""
    capital = tokens.words[found.at][0].isupper()
    for at in range(found.at - 1, start - 1, -1):
        word = tokens.words[at]
        small = word[0].islower() and word not in ("and", "of", "for", "then")
        if small and capital and tokens.lower[at] not in words.statuses() and tokens.lower[at] not in words.fields():
            return False
        capital = capital or word[0].isupper()
    return True


def _of_nation(tokens: Tokens, naming: Naming) -> list[Phrase]:
    """The nation whose somebody is: "Norway's Mara Lund"."""
    last = naming.title - 1
    if last < 0 or not possessive(tokens.words[last]):
        return []
    for first in range(max(0, last - 1), last + 1):
        nation, length = nation_at(tokens, range(first, last + 1), 0)
        if nation and first + length - 1 == last:
            return [Phrase(first, last, words.NATIONAL, frozenset(), "", nation, first, last)]
    return []


def _may_title(tokens: Tokens, last: int) -> bool:
    """Whether a word before a name can end a title: an office, or a field or body behind one."""
    return tokens.lower[last] in words.last_words() or tokens.words[last][0].isalpha()


def _reach(tokens: Tokens, names: Names, end: int) -> int:
    """The first token that the phrase before a name may begin with; another person's name is not in it."""
    start = end
    while start > max(0, end - BEFORE):
        word = tokens.words[start - 1]
        small = is_function_word(word) and tokens.lower[start - 1] not in INSIDE | {"then"}
        if small or (word[0].isupper() and bears_no_name(word)) or not (word[0].isalnum() or word in JOINTS):
            break
        if word in ("and", "&") and start > 1 and _ends_person(names, start - 2):
            break
        if "\n" in tokens.text[tokens.ends[start - 1] : tokens.starts[min(start, len(tokens) - 1)]]:
            break
        start -= 1
    return start


def _ends_person(names: Names, at: int) -> bool:
    naming = names.at(at)
    return naming is not None and naming.sort is Sort.PERSON and naming.first <= at


def _inverted(tokens: Tokens, names: Names, naming: Naming) -> list[Phrase]:
    """The phrase with an article that ends in a comma before the name: "the party's president, Mara Lund, ..."."""
    end = naming.title - 1
    if end < 2 or tokens.words[end] != "," or not _closes(tokens, naming.last + 1):
        return []
    for start in range(_reach(tokens, names, end), end):
        possessed = tokens.words[start].endswith(("'s", "\u2019s"))
        told = tokens.lower[start] in words.statuses() or tokens.lower[start - 1] in ARTICLES
        if possessed or told or opens_sentence(tokens, start):
            found, behind = office_phrase.read(tokens, names, start, end)
            if found and behind == end:
                return found
    return []


def _closes(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens) or tokens.words[at] in SENTENCE_ENDS | frozenset(",;)\u2013\u2014")


def _apposition(tokens: Tokens, names: Names, at: int, end: int) -> list[Phrase]:
    """The phrase behind the comma that follows a name, unless another name follows it at once."""
    found, behind = office_phrase.read(tokens, names, at, end)
    if not found or _names_another(tokens, names, behind):
        return []
    return found if found[0].first > at or _hangs_together(tokens, at, found[0]) else []


def _names_another(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether a phrase is the title of the name behind it."""
    return at < len(tokens) and tokens.words[at][0].isupper() and names.at(at) is not None


def _verb(tokens: Tokens, names: Names, at: int, end: int) -> list[Phrase]:
    """The office behind "is", "was appointed", "heads"."""
    while at < end and tokens.lower[at] in ENTRANCES:
        at += 1
    run = tuple(word for word in tokens.lower[at : at + words.longest_verb()])
    for length in range(len(run), 0, -1):
        verb = words.office_verbs().get(run[:length])
        if verb is None:
            continue
        start = at + length
        if verb.title:
            return _headed(tokens, names, at, start, end, verb)
        found, behind = office_phrase.read(tokens, names, start, end)
        if not found or _names_another(tokens, names, behind):
            return []
        status = frozenset({verb.status} - {""})
        return [one._replace(statuses=one.statuses | status) for one in found]
    return []


def _headed(tokens: Tokens, names: Names, at: int, start: int, end: int, verb: words.Verb) -> list[Phrase]:
    """The office that a verb stands for, of the body or team behind it."""
    found = object_of(tokens, names, start, end)
    if found is None:
        return []
    status = frozenset({verb.status} - {""})
    return [Phrase(at, found.end - 1, words.office(verb.title), status, found.body, found.place, at, start - 1)]
