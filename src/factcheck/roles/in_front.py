"""What stands before a name: "Brenk chairman Mara Lund", "the party's president, Mara Lund", "Norway's Mara Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.names import Names, Naming, Sort
from factcheck.names.runs import opens_sentence, possessive
from factcheck.names.titles import honorifics
from factcheck.names.titles import small as bears_no_name
from factcheck.roles import office_phrase, words
from factcheck.roles.behind import read_behind
from factcheck.roles.body_names import before_aside, nation_at, understood
from factcheck.roles.office_phrase import Phrase
from factcheck.roles.title import HYPHENS, title_at
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# A phrase before a name begins at most this many words before it.
BEFORE = 12
# What the noun phrase of an inverted apposition begins with: "the party's president, Mara Lund".
ARTICLES = frozenset("the a an its his her their our".split())
# Signs inside a phrase.
JOINTS = HYPHENS | {"&", "'", "\u2019"}
# Offices whose body may stand behind the name; how it is joined to it there, and to those with a subject.
OF_BODIES = frozenset({"head", "deputy", "vague", "staff", "state", "expert", "team", words.CALLING})
BELONGS = {False: (("of",),), True: (("of",), ("at",), ("with",), ("from",))}
# So far behind a name its body is sought.
BEHIND = 12
# What ends the phrase before a name.
CLOSING = SENTENCE_ENDS | frozenset(",;()\u2013\u2014")
# Small words that the phrase before a name may hold.
INSIDE = frozenset("of for and the at".split())
REACHED = INSIDE | {"then"}
# The verbs between an office and who has it, and what they say of its time.
COPULAS = {"is": frozenset[str](), "remains": frozenset[str](), "was": frozenset({"past"})}
# So far before a name its office may begin.
MOST_OPENING = 16
BEING = {"is": frozenset[str](), "was": frozenset({"past"})}
# What may part a body from what is done to it.
COMMA = ","


def in_front(tokens: Tokens, names: Names, naming: Naming) -> list[Phrase]:
    """The offices before a name, or the nation where nothing else is said."""
    found = _titled(tokens, names, naming)
    if found and tokens.lower[found[0].first - 1 : found[0].first] == ("the",):
        found = [*_inverted(tokens, names, naming, found[0].first - 1), *found]
    found = found or _inverted(tokens, names, naming, naming.title)
    return [_taking_up(tokens, names, one) for one in found] or _of_nation(tokens, naming)


def _taking_up(tokens: Tokens, names: Names, told: Phrase) -> Phrase:
    """An office with the body that stands before an aside, or was named before: "Brenk (BRK.N) chairman Mara Lund"."""
    if told.body or told.place:
        return told
    naming = before_aside(tokens, names, told.first)
    if told.office.sort == "relation":
        owned = naming is not None and possessive(tokens.words[naming.last]) and " " in naming.name
        return told._replace(body=naming.name) if naming is not None and owned else told
    if told.office.sort not in OF_BODIES:
        return told
    if naming is not None and naming.sort is not Sort.PERSON:
        return told._replace(body=naming.name)
    return told._replace(body=understood(tokens, names, told.first, told.at))


def of_body(tokens: Tokens, names: Names, naming: Naming, told: Phrase) -> Phrase:
    """An office right before a name with the body behind the name: "energy analyst Mara Lund of Brenk"."""
    at, end = naming.last + 1, min(len(tokens), naming.last + BEHIND)
    names_none = told.body or told.place or told.office.sort not in OF_BODIES or told.last + 1 < naming.title - 1
    if names_none or tokens.lower[at : at + 1] not in BELONGS[told.office.sort in ("expert", words.CALLING)]:
        return told
    first = at + 1 + (tokens.lower[at + 1 : at + 2] == ("the",))
    if not tokens.words[first : first + 1] or not tokens.words[first][0].isupper():
        return told
    behind = read_behind(tokens, names, at, end, told.office)
    named = names.at(behind.end - 1)
    if named is not None and named.sort is Sort.PERSON:
        return told
    return told._replace(body=behind.body, place=behind.place)


def _titled(tokens: Tokens, names: Names, naming: Naming) -> list[Phrase]:
    """The phrase that ends where the name begins: "Harbour Board chairman Mara Lund"."""
    end = naming.first
    while end and (tokens.words[end - 1] in honorifics() or (tokens.words[end - 1] == "." and end > naming.title)):
        end -= 1
    end -= _is_address(tokens, end)
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
            and hangs_together(tokens, start, found[0])
        ):
            return found
    return []


def _is_address(tokens: Tokens, end: int) -> bool:
    """Whether the last word before a name only addresses its bearer, behind an office: "Rector Professor Mara Lund"."""
    return tokens.words[end - 1 : end] == ("Professor",) and tokens.lower[end - 2 : end - 1] in words.ends_of_offices()


def _numbers(tokens: Tokens, names: Names, naming: Naming, end: int) -> bool:
    """Whether a noun for several people has several names behind it, or one for one person any."""
    if tokens.lower[end - 1] not in words.plurals():
        return True
    at = naming.last + 1
    return at + 1 < len(tokens) and tokens.words[at] in ("and", ",") and names.at(at + 1) is not None


def _titles_another(tokens: Tokens, last: Phrase, end: int) -> bool:
    """Whether the words behind an office hold another: "the father of Mayor Mara Lund" says what the mayor is."""
    if last.office.sort == "relation" and tokens.lower[last.head + 1 : last.head + 2] == ("of",):
        return True
    return any(title_at(tokens, at, end) for at in range(last.head + 1, end))


def hangs_together(tokens: Tokens, start: int, found: Phrase) -> bool:
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
        joined = tokens.words[start - 2 : start - 1] and tokens.words[start - 2] in HYPHENS
        small = is_function_word(word) and tokens.lower[start - 1] not in REACHED and not joined
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


def _inverted(tokens: Tokens, names: Names, naming: Naming, at: int) -> list[Phrase]:
    """The phrase with an article that ends in a comma before the name, or before what else stands there of its bearer:
    "the party's president, Mara Lund, ...", "Brenk's wife, the actress Mara Lund, ..."."""
    end = at - 1
    if end < 2 or tokens.words[end] != "," or not _closes(tokens, naming.last + 1):
        return []
    for start in range(_reach(tokens, names, end), end):
        possessed = tokens.words[start].endswith(("'s", "\u2019s"))
        told = tokens.lower[start] in words.statuses() or tokens.lower[start - 1] in ARTICLES
        told = told or tokens.words[start - 2 : start] == (",", "and")
        if possessed or told or opens_sentence(tokens, start):
            found, behind = office_phrase.read(tokens, names, start, end)
            if found and behind == end:
                return found
    return []


def _closes(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens) or tokens.words[at] in CLOSING


def turned(tokens: Tokens, names: Names, naming: Naming) -> Iterator[Phrase]:
    """The offices that stand before a verb with somebody's name behind it, or the passive of a verb of office."""
    at = naming.title - 1
    if at < 2:
        return
    yield from _named_last(tokens, names, at)
    yield from _done_by(tokens, names, at)


def _named_last(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """The office that opens a sentence and has "is" behind it at a token."""
    status = COPULAS.get(tokens.lower[at])
    start = _opening(tokens, at) if status is not None else at
    if status is None or start == at:
        return
    found, behind = office_phrase.read_one(tokens, names, start, at)
    if found and behind == at:
        yield from (one._replace(statuses=one.statuses | status) for one in found)


def _opening(tokens: Tokens, at: int) -> int:
    """The token that opens the clause which ends before one; that one itself where the clause is long."""
    for start in range(at - 1, max(-1, at - MOST_OPENING), -1):
        if opens_sentence(tokens, start) or tokens.words[start - 1] == ";":
            return start
        if tokens.words[start] in SENTENCE_ENDS or tokens.words[start] == COMMA:
            break
    return at


def _done_by(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """The office that "by" and the passive before it at a token tell, of the body named before that."""
    title = words.passives().get(tokens.lower[at - 1]) if tokens.lower[at] == "by" else None
    if title is None:
        return
    last = at - 2
    told = BEING.get(tokens.lower[last])
    last -= told is not None or tokens.words[last] == COMMA
    body = names.at(last)
    if body is None or body.last != last or body.sort is Sort.PERSON or last == at - 2:
        return
    yield Phrase(body.first, at, words.office(title), told or frozenset(), body.name, "", at - 1, at - 1)
