"""Groups the spellings of each name of a library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from factcheck.store.protocol import Library
from factcheck.variants.census import Inventory, inventory
from factcheck.variants.difference import difference, inflected, keys, one_letter
from factcheck.variants.spelling import Difference, Form, Place, Variants, Written

# More names than this under one key is a pattern of the language, not a name ("Mr * Smith").
CROWD = 12
# A word that stands in this many names of two words is a name of its own, and no slip of the pen.
OWN_NAME = 3
# How many names two documents must share for a name in each to be one.
COMPANY = 2
SHORTEST_SINGLE = 5
# Differences that only whole names show: the ends of two longer names may differ in these ways by chance.
WHOLE = frozenset({Difference.INFLECTION, Difference.WORD, Difference.JOINER})


class _Pair(NamedTuple):
    a: Written
    b: Written
    how: Difference


def find(library: Library, declared: Collection[Collection[str]] = ()) -> list[Variants]:
    """The names that a library spells in more than one way, by the usual form.

    declared: for each entity, the names that are all right; two of one entity are no variants.
    """
    names = inventory(library)
    allowed = {text: number for number, group in enumerate(declared) for text in group}
    pairs = [
        pair
        for pair in (*_pairs(names), *_singles(names))
        if pair.a.text not in allowed or allowed[pair.a.text] != allowed.get(pair.b.text)
    ]
    return sorted(_grouped(_widest(pairs, names), names), key=lambda found: found.usual.text)


def _pairs(names: Inventory) -> Iterator[_Pair]:
    blocks: dict[tuple[object, ...], list[Written]] = defaultdict(list)
    for name in names.places:
        for key in keys(name):
            blocks[key].append(name)
    seen: set[frozenset[Written]] = set()
    for block in blocks.values():
        if 1 < len(block) <= CROWD:
            for a, b in combinations(block, 2):
                how = None if frozenset((a, b)) in seen else difference(a, b)
                seen.add(frozenset((a, b)))
                if how and _plausible(a, b, how, names):
                    yield _Pair(a, b, how)


def _plausible(a: Written, b: Written, how: Difference, names: Inventory) -> bool:
    """Whether the two names keep the same company, and neither is known for a name of its own."""
    if how in WHOLE and not {a, b} <= names.opening:
        return False
    if how is Difference.ORDER and any(word.lower() in names.common for word in a.words):
        return False
    if how in (Difference.LETTER, Difference.LETTERS):
        x, y = next((x, y) for x, y in zip(a.words, b.words, strict=True) if x != y)
        if min(names.bearers.get(x, 0), names.bearers.get(y, 0)) >= OWN_NAME or {x.lower(), y.lower()} <= names.common:
            return False
    return (how is Difference.ACCENT and len(a.words) > 1) or _same_company(a, b, names)


def _same_company(a: Written, b: Written, names: Inventory) -> bool:
    in_a, in_b = names.documents(a), names.documents(b)
    if in_a & in_b:
        return True
    theirs = [names.company.get(document, frozenset()) for document in in_b]
    return any(
        len(names.company.get(document, frozenset()) & other) >= COMPANY for document in in_a for other in theirs
    )


def _singles(names: Inventory) -> Iterator[_Pair]:
    """A word by itself that differs by a letter from a word of a name in the same document, and stands nowhere else."""
    near_words = _by_deletion(names)
    for name in list(names.places):
        word = name.words[0]
        if len(name.words) > 1 or len(word) < SHORTEST_SINGLE or word.lower() in names.common or word in names.holders:
            continue
        documents = names.documents(name)
        like = {w for cut in _deletions(word) for w in near_words.get(cut, ())}
        like = {w for w in like if one_letter(word, w) and not inflected(word, w) and w.lower() not in names.common}
        full = [(other, w) for w in like for other in names.holders[w] if names.documents(other) & documents]
        if len({w for _, w in full}) == 1 and all(any(d in names.documents(o) for o, _ in full) for d in documents):
            usual = max((other for other, _ in full), key=lambda n: (len(names.places[n]), -len(n.words)))
            yield _Pair(name, usual, Difference.LETTER)


def _by_deletion(names: Inventory) -> dict[str, set[str]]:
    """The words of longer names by what is left when one letter goes: two words a letter apart have that in common
    (Garbe, "SymSpell", 2012)."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in names.holders:
        if len(word) >= SHORTEST_SINGLE - 1:
            for cut in _deletions(word):
                found[cut].add(word)
    return found


def _deletions(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _widest(pairs: Iterable[_Pair], names: Inventory) -> list[_Pair]:
    """Of pairs that differ alike and lie in one another, one: the one that is met most, then a whole name."""
    kept: list[_Pair] = []

    def weight(pair: _Pair) -> tuple[int, bool, int]:
        length = len(pair.a.words)
        met = min(len(names.places[pair.a]), len(names.places[pair.b]))
        return met, {pair.a, pair.b} <= names.closing, length if pair.how in WHOLE else -length

    for pair in sorted(pairs, key=weight, reverse=True):
        if not any(other.how is pair.how and _overlap(pair, other, names) for other in kept):
            kept.append(pair)
    return kept


def _overlap(pair: _Pair, other: _Pair, names: Inventory) -> bool:
    """Whether the rarer spellings of two pairs stand in one place."""
    mine, theirs = ({(p.passage, p.span) for p in names.places[_rarer(each, names)]} for each in (pair, other))
    return any(a == b and span.overlaps(with_span) for a, span in mine for b, with_span in theirs)


def _rarer(pair: _Pair, names: Inventory) -> Written:
    return min(pair.a, pair.b, key=lambda name: len(names.places[name]))


def _grouped(pairs: list[_Pair], names: Inventory) -> Iterator[Variants]:
    """The spellings that hang together, under the one with most places."""
    group_of: dict[Written, set[Written]] = {}
    for pair in pairs:
        joined = group_of.get(pair.a, {pair.a}) | group_of.get(pair.b, {pair.b})
        for name in joined:
            group_of[name] = joined
    done: set[Written] = set()
    for group in group_of.values():
        if group.isdisjoint(done):
            done |= group
            yield _variants(group, pairs, names)


def _variants(group: set[Written], pairs: list[_Pair], names: Inventory) -> Variants:

    def rank(name: Written) -> tuple[int, int, list[Place]]:
        return -len(names.places[name]), -sum(names.uses[word] for word in name.words), names.places[name]

    usual, *others = sorted(group, key=rank)
    how = {
        name: next((p.how for p in pairs if {p.a, p.b} == {name, usual}), next(p.how for p in pairs if name in p[:2]))
        for name in others
    }
    return Variants(_form(usual, names), tuple((_form(name, names), how[name]) for name in others))


def _form(name: Written, names: Inventory) -> Form:
    return Form(name.text, tuple(names.places[name]))
