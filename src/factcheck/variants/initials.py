"""Finds people of a draft whose middle initial is another in all sources: "Mara K. Lund" for "Mara J. Lund"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.lean import regex as re
from factcheck.names.title_and_name import bare
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.text.stem import stem

# A given name, an initial and a surname.
NAMED = re.compile(r"\b(?P<given>[A-Z][a-z]+) (?P<initial>[A-Z])\. (?P<last>[A-Z][\w'\u2019-]+\w)")
# The library must have the right initial more often than this, and so many passages are read for it.
KNOWN, PASSAGES = 1, 120


class Wrong(NamedTuple):
    """A name with a wrong initial, its place in the text, and the name with the right one."""

    written: str
    span: Span
    right: str


def wrong_initials(text: str, library: Library) -> Iterator[Wrong]:
    """The names of a text whose bearer's initial the sources always have otherwise; none where they have several."""
    for found in NAMED.finditer(text):
        sources = _initials(found["given"], bare(found["last"]), library)
        ((right, times),) = sources.most_common(1) or (("", 0),)
        if len(sources) == 1 and right != found["initial"] and times > KNOWN:
            yield Wrong(bare(found[0]), Span(*found.span()), f"{found['given']} {right}. {bare(found['last'])}")


def _initials(given: str, last: str, library: Library) -> Counter[str]:
    """How often sources have each initial between two names."""
    stems = [stem(word) for word in (given, last)]
    postings = library.postings(stems)
    numbers = [set(postings.get(found, ())) for found in stems]
    passages = library.passages(sorted(set.intersection(*numbers))[:PASSAGES])
    named = (found for one in passages.values() for found in NAMED.finditer(one.text))
    return Counter(found["initial"] for found in named if (found["given"], bare(found["last"])) == (given, last))
