"""A search reads no more of the passages that it finds than may be among its answers, and misses none for that."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import pytest

from factcheck.extract import read_text
from factcheck.lookup import search
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Contents, StoredClaim

# What answers in full; what says the same once more; and what shares a word or two with the queries.
FULL = [f"The council of Brenk counted {at} boats in the harbour." for at in range(110, 150)]
LITTLE = [f"In the year after that, the harbour took in {at} tons of salt." for at in range(310, 360)]
OTHER = [f"On {at} May 2019 the council met; it had met in April, and {at} boats lay there." for at in range(2, 30)]
TOLD = "“Nobody counted our boats, and the council of Brenk never asked,” said Ada Odby."


class Watched(MemoryLibrary):
    """A library that knows whose claims it was asked for."""

    read: frozenset[int] = frozenset()

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        found = super().claims(passages)
        self.read = self.read.union(found)
        return found


@cache
def held() -> Contents:
    texts = {"full": FULL, "little": LITTLE, "other": OTHER, "again": [*FULL[:3], TOLD]}
    return contents(*(read_text("\n\n".join(own), f"{name}.txt") for name, own in texts.items()))


@pytest.fixture
def library() -> Watched:
    return Watched(held())


def test_what_promises_little_is_not_read(library: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    outlines = library.outlines
    sifted: set[int] = set()

    def unread(passages: Iterable[int]) -> Mapping[int, object]:
        before, found = library.read, outlines(passages)
        library.read = before
        sifted.update(found)
        return found

    monkeypatch.setattr(library, "outlines", unread)
    hits = search("council Brenk counted boats harbour", library)
    assert {hit.claim.passage for hit in hits} < library.read
    little = {number for number in sifted if "salt" in library.passages([number])[number].text}
    assert len(little) == len(LITTLE)
    assert not little & library.read


@pytest.mark.parametrize(
    "query",
    [
        "council Brenk counted boats harbour",
        "harbour salt tons",
        "council met April",
        "boats 2019",
        "how many boats",
        "117 boats",
        "12 May 2019",
        "when did the council meet",
        '"boats in the harbour" council',
        "Odby boats council",
        "salt council",
    ],
)
def test_the_best_of_few_are_the_first_of_all(library: Watched, query: str) -> None:
    every = search(query, library, limit=1000)
    assert every
    assert [search(query, library, limit) for limit in (1, 3, 10)] == [every[:1], every[:3], every[:10]]


@pytest.mark.parametrize("query", ["council Brenk counted boats harbour", "boats 2019", "salt council"])
def test_long_lists_of_passages_change_no_answer(library: Watched, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = search(query, library)
    monkeypatch.setattr("factcheck.lookup.outlook.FAR", 0)
    assert search(query, library) == expected
