"""Says whether words that credit a quotation without a name ("he said") may mean somebody else whom the text names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck import names
from factcheck.model import Claim
from factcheck.names.inventory import Sort
from factcheck.names.titles import honorifics
from factcheck.quotations.normal import words
from factcheck.quotations.speakers import telling_names
from factcheck.store.protocol import Library, StoredPassage
from factcheck.text.tokens import is_capital, tokenise

# So many passages before a quotation say whom its pronoun may mean, and as many around it, whose a surname is.
NEAR = 30


def may_mean(claim: Claim, library: Library, other: str, since_named: bool = False) -> bool:
    """Whether a quotation of a library that names its speaker by a pronoun may as well be another's.

    other: a name; it may be that person who is meant if the section names him up to the quotation, or its headings do
    since_named: and so only from where the text last named the speaker
    """
    if not _by_pronoun(claim):
        return False
    here, around = _around(claim, library)
    section = _section([passage for passage in around if passage.id <= here])
    told = [_words(passage.text) for passage in section]
    if since_named:
        before = sum(1 for _ in takewhile(telling_names(claim.speaker).isdisjoint, told))
        told = told[: before + 1]
    return not telling_names(other).isdisjoint({w for own in (*told, *map(_words, _headings(section))) for w in own})


def in_full(claim: Claim, *around: tuple[Claim, Library]) -> str:
    """The speaker of a quotation, where only a surname names him: with his form of address, or as the text around this
    or another quotation has him in full, so that it shows a person."""
    name = claim.speaker
    if not name or " " in name or not is_capital(name):
        return name
    title, _, rest = claim.speaker_words.partition(" ")
    if rest == name and title.rstrip(".") in honorifics():
        return claim.speaker_words
    known = (_known(name, *_around(one, library)) for one, library in around)
    return next(filter(None, known), name)


def _known(surname: str, _: int, passages: Sequence[StoredPassage]) -> str:
    """The full name of the person whom some passages name, and elsewhere by surname; "" where there is none."""
    tokens = tokenise("\n\n".join(passage.text for passage in passages))
    found = names.find(tokens)
    full = found.full.get(surname, "")
    return full if any(one.name == full and one.sort is Sort.PERSON for one in found.namings) else ""


def _around(claim: Claim, library: Library) -> tuple[int, Sequence[StoredPassage]]:
    """The number of the passage that a quotation of a library stands in, and the passages around it."""
    held = library.find_claims([claim.id]).get(claim.id) if claim.id else None
    return (held.passage, library.around([(held.passage, NEAR)])[held.passage, NEAR]) if held else (0, ())


def _by_pronoun(claim: Claim) -> bool:
    """Whether nothing of the speaker's name stands beside the quotation."""
    beside = {word.form for word in words(claim.speaker_words)}
    return bool(beside) and beside.isdisjoint(telling_names(claim.speaker))


def _section(passages: Sequence[StoredPassage]) -> Sequence[StoredPassage]:
    """The passages under the headings of the last, this first."""
    return list(takewhile(lambda passage: passage.headings == passages[-1].headings, reversed(passages)))


def _headings(section: Sequence[StoredPassage]) -> Sequence[str]:
    return section[0].headings if section else ()


def _words(text: str) -> set[str]:
    return {word.form.removesuffix("'s") for word in words(text)}
