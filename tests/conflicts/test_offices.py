"""Sources that say of one person what cannot all be true; what may be true together comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.rows import each

from factcheck.conflicts import find
from factcheck.conflicts.offices import contested
from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import StoredClaim


def conflicts(*sources: str) -> list[tuple[str, str, list[str]]]:
    """Each conflict with whom it is about, what differs, and the words of its sides."""
    library = MemoryLibrary(contents(*(read_text(text, f"{number}.txt") for number, text in enumerate(sources))))
    return [(c.fact.subject, c.note, [c.words(side) for side in c.sides]) for c in find(library)]


@each(
    "sources",
    [
        ("The trade minister Jonas Feld met us.", "The industry minister Jonas Feld met them."),
        ("Jonas Feld, the trade minister, met us.", "Jonas Feld, a former finance minister, met us."),
        ("Jonas Feld, the trade minister, met us.", "Jonas Feld, the shadow finance minister, met us."),
        ("Jonas Feld, the chairman of Brenk, met us.", "Jonas Feld, the chairman of Odby Mills, met us."),
        # one party may have two names
        ("The Green MP Lars Dale voted.", "The Harbourite MP Lars Dale voted against it."),
        ("The trade minister Jonas Feld met us. The finance minister Jonas Feld met them.",),
        (
            "The trade minister Jonas Feld met us.",
            "The finance minister Jonas Feld met us.",
            "The minister for trade and finance Jonas Feld met us.",
        ),
        # one place in the other, and ages of two years, or of no date
        ("Ann Reed was born in Harle.", "Ann Reed was born in Odby, Harle."),
        ("Ann Reed was born in Harle.", "Ann Reed was born in Odby. Odby is a part of Harle, in Odby, Harle."),
        ("3 May 2011\n\nAnn Reed, 35, read.", "9 May 2014\n\nAnn Reed, 38, read."),
        ("Ann Reed, 35, read.", "Ann Reed, 38, read aloud."),
        # two years
        (
            "The trade minister Jonas Feld met us on 3 May 2011.",
            "The finance minister Jonas Feld met us on 3 May 2019.",
        ),
    ],
)
def test_no_conflict(sources: tuple[str, ...]) -> None:
    assert conflicts(*sources) == []


def test_five_hundred_people_are_asked_after_at_a_time() -> None:
    asked: list[int] = []

    class Noted(MemoryLibrary):
        def roles(self, bearers: Iterable[str]) -> Mapping[str, Sequence[StoredClaim]]:
            wanted = list(bearers)
            asked.append(len(wanted))
            return super().roles(wanted)

    assert contested(Noted(contents(read_text("Jonas Feld met us."))), [f"Feld {at}" for at in range(501)]) == []
    assert asked == [500, 1]


@each(
    ("sources", "note", "sides"),
    [
        (
            ("The trade minister Jonas Feld met us.", "The finance minister Jonas Feld met them."),
            "another field",
            ['"trade minister"', '"finance minister"'],
        ),
        (
            ("The Canadian poet Ann Reed read.", "The American poet Ann Reed read aloud."),
            "another nation",
            ['"Canadian poet"', '"American poet"'],
        ),
        (
            ("Ann Reed was born in Harle.", "Ann Reed was born in Odby."),
            "another birthplace",
            ['"born in Harle"', '"born in Odby"'],
        ),
        (
            ("Ann Reed was born in Harle, Norway.", "Ann Reed was born in Odby, Norway."),
            "another birthplace",
            ['"born in Harle, Norway"', '"born in Odby, Norway"'],
        ),
        (
            ("3 May 2011\n\nAnn Reed, 35, read.", "9 May 2014\n\nAnn Reed, 48, read."),
            "another age",
            ['"35"', '"48"'],
        ),
        (
            ("Ann Reed died aged 91.", "Ann Reed, who read, died aged 81."),
            "another age",
            ['"91"', '"81"'],
        ),
        (
            ("Nora Kell, a niece of Tom Harle, rowed.", "Nora Kell, a daughter of Tom Harle, sailed."),
            "another relation",
            ['"niece of Tom Harle"', '"daughter of Tom Harle"'],
        ),
    ],
)
def test_conflict(sources: tuple[str, ...], note: str, sides: list[str]) -> None:
    ((_, told, found),) = conflicts(*sources)
    assert (told, found) == (note, sides)
