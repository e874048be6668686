"""Reads what stands behind an office: "of the Harbour Board", "for trade", "at Brenk in Norland"."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.names import Names, Naming, Sort
from factcheck.names.titles import CALENDAR, references, verbs_of_speech
from factcheck.roles import words
from factcheck.roles.body_names import FROM, body_name, capitals, is_name, nation_at, small_body
from factcheck.roles.title import HYPHENS, title_at
from factcheck.roles.words import Office
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import Tokens

# What holds an office and its body together, and what may stand before a body's own name.
LINKS = words.CUES["between an office and a body"]
ARTICLES = frozenset("the its his her their a an our".split())
# So many words may stand between a link and a name; so many links may follow.
MOST_BETWEEN, MOST_LINKS = 5, 3
# What a university is divided into.
PARTS = frozenset("Department Dept School Faculty Division Centre Center Section Chair".split())
# These are a nation's own: who leads the Norwegian team leads Norway.
NATIONAL = frozenset({"government", "team", "side", "squad", "parliament"})
# Before the person that a relation is to, so many words may tell what that person is.
MOST_TITLED = 8


class Behind(NamedTuple):
    """The body and the nation or seat that stand behind an office, and the token behind all that."""

    body: str
    place: str
    end: int


class _Object(NamedTuple):
    """What a link leads to: a name, a nation or neither, whether the name is a person's, and the token behind it."""

    name: str
    nation: str
    person: bool
    end: int


def read_behind(tokens: Tokens, names: Names, at: int, end: int, office: Office) -> Behind:
    """What stands behind an office that ends before `at`, up to before `end`."""
    body, place = "", ""
    for _ in range(MOST_LINKS):
        found = _object(tokens, names, at + 1, end) if at + 1 < end and tokens.lower[at] in LINKS else None
        if found is None or (tokens.lower[at] == "to" and not _leads_on(tokens, at + 1)):
            break
        if found.name and body and not (office.title in words.TAUGHT and _is_part(body)):
            break
        if office.sort == "relation" and not found.person:
            found = _relative(tokens, names, at + 1, end) or found
        if found.nation:
            place = place or found.nation
        elif office.sort == "member":
            place = place or found.name
        elif office.sort == "minister" and words.field_of(found.name):
            found = found._replace(end=_more_fields(tokens, found.end, end))
        else:
            body = found.name or body
        at = found.end
    partly = office.title in words.TAUGHT and bool(body) and _is_part(body)
    return Behind("" if partly else body, place, at)


def _is_part(name: str) -> bool:
    """Whether a name is that of a subject or of a part of a university, which is named behind it: "professor of Modern
    History at", "in the Department of Physics at"."""
    return name.split()[0] in PARTS or bool(words.lines(name.split()[-1]))


def _leads_on(tokens: Tokens, at: int) -> bool:
    """Whether "to" has a name or its article behind it, and no verb: "ambassador to Norland", "first mayor to test"."""
    return tokens.lower[at] in ARTICLES or is_name(tokens.words[at])


def _relative(tokens: Tokens, names: Names, at: int, end: int) -> _Object | None:
    """The person that a phrase behind a relation comes to: "son of Brenk manager Peter Lund"."""
    for place in range(at, min(end, at + MOST_TITLED)):
        naming = names.at(place)
        if naming is not None and naming.first == place and naming.sort is Sort.PERSON:
            name = naming.name if " " in naming.name else body_name(tokens, names, naming.title, naming.last)
            return _Object(name, "", True, naming.last + 1) if naming.last < end else None
        if not _is_word(tokens, place) or tokens.lower[place] in verbs_of_speech():
            return None
    return None


def _more_fields(tokens: Tokens, at: int, end: int) -> int:
    """The token behind the other fields of a minister: "of Foreign Affairs and International Trade"."""
    while at + 1 < end and tokens.words[at] in ("and", ",", "&") and tokens.words[at + 1][0].isupper():
        at = capitals(tokens, at + 1, end) + 1
    return at


def object_of(tokens: Tokens, names: Names, at: int, end: int) -> Behind | None:
    """The body or nation that a verb of office leads to; None for a person or nothing."""
    if at >= end or not (is_name(tokens.words[at]) or tokens.lower[at] in ARTICLES):
        return None
    found = _object(tokens, names, at, end)
    if found is None or found.person or not (found.name or found.nation):
        return None
    return Behind(found.name, found.nation, found.end)


def _object(tokens: Tokens, names: Names, at: int, end: int) -> _Object | None:
    """What stands from a token on: a name, or small words and perhaps a name behind them; None where nothing fits."""
    while at < end and tokens.lower[at] in ARTICLES:
        at += 1
    for _ in range(MOST_BETWEEN + 1):
        if at >= end or not _is_word(tokens, at) or tokens.lower[at] in CALENDAR:
            return None
        if (last := small_body(tokens, at, end)) >= 0:
            return _Object(body_name(tokens, names, at, last), "", False, last + 1)
        nation, length = nation_at(tokens, range(at, min(end, at + 3)), 0)
        on = _owned(tokens, names, at, end) or (_name_behind(tokens, at + length, end) if nation else 0)
        if on:
            at = on
            continue
        found = _named(tokens, names, at, end, nation, length)
        if found is not None:
            found = _whole(tokens, names, at, end, found)
            return found._replace(name="", nation="") if _of_several(tokens, found.end, end) else found
        at += 1
        if at >= end or _ends(tokens, at):
            return _Object("", "", False, at)
        if is_function_word(tokens.words[at - 1]) and tokens.lower[at - 1] != "and":
            return None
    return _Object("", "", False, at)


def _whole(tokens: Tokens, names: Names, at: int, end: int, found: _Object) -> _Object:
    """A name that only begins that of a body in small letters: "the Commons public accounts committee"."""
    last = small_body(tokens, found.end, end) if found.name and not found.person else -1
    return _Object(body_name(tokens, names, at, last), "", False, last + 1) if last >= 0 else found


def _of_several(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a name only begins a word for several people, whose own follows: "of Brenk organisers, the Board"."""
    if tokens.lower[at + 1 : at + 3] != (",", "the") or at + 3 >= end:
        return False
    word = tokens.words[at]
    plural = word[0].islower() and word.endswith("s") and not is_function_word(word)
    return plural and tokens.lower[at] not in verbs_of_speech()


def _named(tokens: Tokens, names: Names, at: int, end: int, nation: str, length: int) -> _Object | None:
    """The name that begins at a token, if one does; a nation of so many words may."""
    naming = _naming(names, at, end)
    if naming is not None and not (nation and naming.last - at < length):
        person = naming.sort is Sort.PERSON
        if naming.first <= at or not person:
            last = naming.last if person else _pair(tokens, names, naming.last, end)
            name = naming.name if person else body_name(tokens, names, naming.first, last)
            return _Object(name, "", person, last + 1)
    if nation and (last := _body_of(tokens, at + length, end)):
        return _Object(body_name(tokens, names, at, last), "", False, last + 1)
    if nation:
        return _Object("", nation, False, _noun_of(tokens, at + length, end))
    if is_name(tokens.words[at]):
        last = _pair(tokens, names, capitals(tokens, at, end), end)
        return _Object(body_name(tokens, names, at, last), "", False, last + 1)
    return None


def _body_of(tokens: Tokens, at: int, end: int) -> int:
    """The last token of a body of a nation without a name of its own: "of the Norwegian chess federation"; 0 for none,
    and for what stands for the nation itself."""
    for place in range(at, min(end, at + MOST_BETWEEN)):
        word = tokens.words[place]
        if not word[0].islower() or is_function_word(word):
            return 0
        if tokens.lower[place] in references():
            return 0 if tokens.lower[place] in NATIONAL else place
    return 0


def _pair(tokens: Tokens, names: Names, last: int, end: int) -> int:
    """The last token of a name that may go on behind "and": "of Brenk and Tarn" is of one body or of two."""
    after = last + 2
    if tokens.words[last + 1 : last + 2] != ("and",) or after >= end or not tokens.words[after][0].isupper():
        return last
    following = names.at(after)
    if following is None or following.title < after or title_at(tokens, after, end):
        return last
    if following.sort is not Sort.BODY and following.last > following.first:
        return last
    ends = capitals(tokens, after, end)
    return last if tokens.words[ends + 1 : ends + 2] and tokens.lower[ends + 1] in verbs_of_speech() else ends


def _naming(names: Names, at: int, end: int) -> Naming | None:
    naming = names.at(at)
    return naming if naming is not None and at <= naming.last < end else None


def _owned(tokens: Tokens, names: Names, at: int, end: int) -> int:
    """Where what belongs to a name begins, where that is what the link leads to: "of Brenk's owners' group Odby",
    "of the Harle-based group Odby"; 0 for nowhere."""
    naming = _naming(names, at, end)
    if naming is None:
        return 0
    behind = naming.last + 1
    if behind + 1 < end and tokens.words[behind] in HYPHENS and tokens.lower[behind + 1] in FROM:
        return behind + 2
    name = _name_behind(tokens, behind, end)
    return name if name and tokens.lower[name - 1] in references() else 0


def _name_behind(tokens: Tokens, at: int, end: int) -> int:
    """Where a name begins behind an adjective and small words: "of the Norland rope maker Brenk"; 0 for nowhere."""
    for place in range(at, min(end, at + MOST_BETWEEN)):
        word = tokens.words[place]
        if word[0].isupper() and place > at:
            return place
        if word == "'":
            continue
        if not word[0].islower() or is_function_word(word) or tokens.lower[place] in verbs_of_speech():
            break
    return 0


def _noun_of(tokens: Tokens, at: int, end: int) -> int:
    """The token behind a nation, and behind the noun that it is the adjective of where another link follows it."""
    for behind in range(at + 1, min(end, at + 3) + 1):
        if behind >= end:
            return end if end - at <= 2 else at
        if tokens.lower[behind] in LINKS and all(tokens.words[place].islower() for place in range(at, behind)):
            return behind
        if is_function_word(tokens.words[behind]):
            break
    return at


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether small words behind a link end here."""
    return tokens.lower[at] in LINKS | verbs_of_speech() or not (tokens.words[at][0].isdigit() or _is_word(tokens, at))


def _is_word(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][0].isalpha() or tokens.words[at] in HYPHENS
