"""Groups the spellings of each name of a library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from factcheck.lean.record import NamedTuple
from factcheck.store.protocol import Library
from factcheck.text.tokens import one_letter
from factcheck.variants.census import Census, census
from factcheck.variants.difference import OWN_NAME, SHORTEST_SINGLE, difference, inflected, turned
from factcheck.variants.renewal import CROWD, numbered_keys
from factcheck.variants.spelling import Difference, Form, Place, Variants, Written

# Letters turned in one place are a slip where so many others have them in order, whatever the documents are about.
ONE_SIDED = 4
# Differences that only whole names show: the ends of two longer names may differ in these ways by chance.
WHOLE = frozenset({Difference.INFLECTION, Difference.WORD, Difference.JOINER})


class _Pair(NamedTuple):
    a: Written
    b: Written
    how: Difference


def find(library: Library, declared: Collection[Collection[str]] = ()) -> list[Variants]:
    """The names that a library spells in more than one way, by the usual form.

    declared: for each entity, the names that are all right; two of one entity are no variants.
    Raises StoreError where the index does not say what was read in a file whose names are still to be read.
    """
    allowed = {text: number for number, group in enumerate(declared) for text in group}
    with census(library) as names:
        pairs = [
            pair
            for pair in (*_pairs(names), *_singles(names))
            if pair.a.text not in allowed or allowed[pair.a.text] != allowed.get(pair.b.text)
        ]
        return sorted(_grouped(_widest(pairs, names), names), key=lambda found: found.usual.text)


def _pairs(names: Census) -> list[_Pair]:
    """Pairs of names that may be one, in the order in which a reader meets what they have in common."""
    found: list[tuple[tuple[object, ...], _Pair]] = []
    for a, b in names.pairs():
        how = difference(a, b)
        if how and _plausible(a, b, how, names) and (places := list(_met(a, b, names))):
            found.append((min(places), _Pair(a, b, how)))
    return [pair for _, pair in sorted(found, key=lambda one: one[0])]


def _met(a: Written, b: Written, names: Census) -> Iterator[tuple[object, ...]]:
    """Where two names meet: under which key, by the place of the first of all names under it, if they are no crowd."""
    theirs = frozenset(numbered_keys(b))
    for key in numbered_keys(a):
        block = names.under(key) if key in theirs else ()
        if 1 < len(block) <= CROWD:
            first = block[0]
            yield names.rank(first), numbered_keys(first).index(key), names.rank(a), names.rank(b)


def _plausible(a: Written, b: Written, how: Difference, names: Census) -> bool:
    """Whether the two names keep the same company, and neither is known for a name of its own."""
    if how in WHOLE and not (names.opens(a) and names.opens(b)):
        return False
    if how is Difference.ORDER and any(word.lower() in names.common for word in a.words):
        return False
    if how in (Difference.LETTER, Difference.LETTERS):
        x, y = next((x, y) for x, y in zip(a.words, b.words, strict=True) if x != y)
        if min(names.bearers(x), names.bearers(y)) >= OWN_NAME or {x.lower(), y.lower()} <= names.common:
            return False
        rarer, usual = sorted(map(names.count, (a, b)))
        if turned(x, y) and rarer == 1 and usual >= ONE_SIDED:
            return True  # letters are turned by the hand, and no two families are told apart by that
    return (how is Difference.ACCENT and len(a.words) > 1) or names.same_company(a, b)


def _singles(names: Census) -> Iterator[_Pair]:
    """A word by itself that differs by a letter from a word of a name in the same document, and stands nowhere else."""
    alone = names.alone(SHORTEST_SINGLE)
    near_words = _by_deletion(names.held, {cut for name in alone for cut in _deletions(name.words[0])})
    for name in alone:
        word = name.words[0]
        documents = names.documents(name)
        like = {w for cut in _deletions(word) for w in near_words.get(cut, ())}
        like = {w for w in like if one_letter(word, w) and not inflected(word, w) and w.lower() not in names.common}
        full = [(other, w) for w in like for other in names.holders(w) if names.documents(other) & documents]
        if len({w for _, w in full}) == 1 and all(any(d in names.documents(o) for o, _ in full) for d in documents):
            usual = max((other for other, _ in full), key=lambda n: (names.count(n), -len(n.words)))
            yield _Pair(name, usual, Difference.LETTER)


def _by_deletion(words: Iterable[str], wanted: set[str]) -> dict[str, set[str]]:
    """The words of longer names by what is left when one letter goes: two words a letter apart have that in common
    (Garbe, "SymSpell", 2012)."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST_SINGLE - 1:
            for cut in _deletions(word) & wanted:
                found[cut].add(word)
    return found


def _deletions(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _widest(pairs: Iterable[_Pair], names: Census) -> list[_Pair]:
    """Of pairs that differ alike and lie in one another, one: the one that is met most, then a whole name."""
    kept: list[_Pair] = []

    def weight(pair: _Pair) -> tuple[int, bool, int]:
        length = len(pair.a.words)
        met = min(names.count(pair.a), names.count(pair.b))
        return met, names.closes(pair.a) and names.closes(pair.b), length if pair.how in WHOLE else -length

    for pair in sorted(pairs, key=weight, reverse=True):
        if not any(other.how is pair.how and _overlap(pair, other, names) for other in kept):
            kept.append(pair)
    return kept


def _overlap(pair: _Pair, other: _Pair, names: Census) -> bool:
    """Whether the rarer spellings of two pairs stand in one place."""
    mine, theirs = ({(p.passage, p.span) for p in names.places(_rarer(each, names))} for each in (pair, other))
    return any(a == b and span.overlaps(with_span) for a, span in mine for b, with_span in theirs)


def _rarer(pair: _Pair, names: Census) -> Written:
    return min(pair.a, pair.b, key=names.count)


def _grouped(pairs: list[_Pair], names: Census) -> Iterator[Variants]:
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


def _variants(group: set[Written], pairs: list[_Pair], names: Census) -> Variants:

    def rank(name: Written) -> tuple[int, int, tuple[Place, ...]]:
        return -names.count(name), -sum(names.uses(word) for word in name.words), names.places(name)

    usual, *others = sorted(group, key=rank)
    how = {
        name: next((p.how for p in pairs if {p.a, p.b} == {name, usual}), next(p.how for p in pairs if name in p[:2]))
        for name in others
    }
    return Variants(_form(usual, names), tuple((_form(name, names), how[name]) for name in others))


def _form(name: Written, names: Census) -> Form:
    return Form(name.text, names.places(name))
