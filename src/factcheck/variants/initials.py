"""Finds people of a draft whose middle initial is another in all sources: "Mara K. Lund" for "Mara J. Lund"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.names.title_and_name import bare
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.text.stem import stem

# A given name, an initial and a surname.
NAMED = re.compile(r"\b(?P<given>[A-Z][a-z]+) (?P<initial>[A-Z])\. (?P<last>[A-Z][\w'\u2019-]+\w)")
# The library must have the right initial more often than this, and so many passages are read for it.
KNOWN, PASSAGES = 1, 120


# A given name and a surname.
Name = tuple[str, str]


class Wrong(NamedTuple):
    """A name with a wrong initial, its place in the text, and the name with the right one."""

    written: str
    span: Span
    right: str


def wrong_initials(texts: Sequence[str], library: Library) -> Iterator[tuple[int, Wrong]]:
    """The names of some texts whose bearer's initial the sources always have otherwise, each with the place of its
    text; none where they have several."""
    named = [(at, found) for at, text in enumerate(texts) for found in NAMED.finditer(text)]
    known = _initials({(found["given"], bare(found["last"])) for _, found in named}, library) if named else {}
    for at, found in named:
        sources = known[found["given"], bare(found["last"])]
        ((right, times),) = sources.most_common(1) or (("", 0),)
        if len(sources) == 1 and right != found["initial"] and times > KNOWN:
            yield at, Wrong(bare(found[0]), Span(*found.span()), f"{found['given']} {right}. {bare(found['last'])}")


def _initials(names: Collection[Name], library: Library) -> Mapping[Name, Counter[str]]:
    """How often sources have each initial between two names."""
    postings = library.postings({stem(word) for name in names for word in name})
    numbers = {name: sorted(_shared(name, postings))[:PASSAGES] for name in names}
    passages = library.passages({number for own in numbers.values() for number in own})
    found: dict[Name, Counter[str]] = {}
    for name, own in numbers.items():
        named = (one for number in own for one in NAMED.finditer(passages[number].text))
        found[name] = Counter(one["initial"] for one in named if (one["given"], bare(one["last"])) == name)
    return found


def _shared(name: Name, postings: Mapping[str, Sequence[int]]) -> set[int]:
    given, last = (set(postings.get(stem(word), ())) for word in name)
    return given & last
