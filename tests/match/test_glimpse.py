"""What is seen of a figure at a glimpse is what its whole context says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.rows import each

from factcheck.extract import read_text
from factcheck.match.alone import Alone
from factcheck.match.one_fact import differ, part_in_time
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import StoredClaim

OTHER = "Odby was dry in 1999.\n\nOn 3 May 2001 the quay of Odby had 40 boats."
TEXTS = [
    ("a day of its own", "On 3 May 2019 the quay of Brenk had 12 boats, and in June 14."),
    ("a bound", "The dam of Brenk was built before 2005. It is the 3rd highest, ranked above the 7th best."),
    ("a year before it", "Brenk was founded in 1871.\n\nIt has 12 boats.\n\nIt has 14 carts.\n\nTarn has 300 cows."),
    ("a day before it", "On 3 May 2019 the quay opened. It had 12 boats. Since June it had 14."),
    ("a heading", "# Brenk in 2018\n\nThe quay had 12 boats.\n\n## From 2016 to 2017\n\nThe quay had 14 boats."),
    ("another time behind it", "Brenk had 12 boats, up from 9 a year earlier (2017: 4)."),
    ("a table", "| | 2018 | 2019 |\n|---|---|---|\n| Boats of Brenk | 12 | 14 |\n| Carts of Tarn | 300 | 41 |"),
    ("nothing", "Brenk had 12 boats."),
]  # fmt: skip


def _both(text: str) -> tuple[Alone, Scene, MemoryLibrary]:
    """Documents each by itself, and all figures of their library beside each other."""
    library = MemoryLibrary(contents(read_text(OTHER, "a.txt"), read_text(text, "b.md", ".md", date="2020-01-02")))
    return Alone(library), Scene(library, Rarity(library)), library


@each(("text",), [row[1:] for row in TEXTS])
def test_a_glimpse_is_part_of_the_context(text: str) -> None:
    alone, scene, library = _both(text)
    figures = list(library.all_claims())
    seen = list(scene.glimpses(reversed(figures)))
    whole = [alone.context(one.claim) for one in seen]
    assert len(seen) == len(figures)
    assert [one[1:] for one in seen] == [(c.value, c.years, c.certain, c.moment) for c in whole]
    for one, context in zip(seen, whole, strict=True):
        others = list(zip(seen, whole, strict=True))
        assert [differ(one, other) for other, _ in others] == [differ(context, other) for _, other in others]
        assert [part_in_time(one, o) for o, _ in others] == [part_in_time(context, o) for _, o in others]


def test_claims_that_are_held_are_not_read_again() -> None:
    asked = set[int]()

    class Watched(MemoryLibrary):
        def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
            asked.update(passages)
            return super().claims(asked)

    library = Watched(contents(read_text("On 3 May 2019 the quay of Brenk had 12 boats.")))
    figures = list(library.all_claims())
    scene = Scene(library, Rarity(library))
    scene.hold({figures[0].passage: figures})
    assert [one.claim for one in scene.glimpses(figures)] == figures
    assert figures[0].passage not in asked
