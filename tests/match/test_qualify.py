"""Whose two figures are, which way they point, and per what: one owner, two, or nobody knows."""

from __future__ import annotations

from tests.match.test_features import figure
from tests.rows import each

from factcheck.lean.record import replace
from factcheck.match.context import Context
from factcheck.match.qualify import Ownership, opposite, other_denominator, other_part, ownership
from factcheck.model import Frame, Origin, Qualifier

PLAIN = "It had 12 boats."
SAME, CLASH, DOUBT, SILENT = Ownership(same=1.0), Ownership(clash=1.0), Ownership(doubt=1.0), Ownership()


def framed(frame: Frame, text: str = PLAIN) -> Context:
    found = figure(text, "12")
    return replace(found, claim=found.claim._replace(claim=replace(found.claim.claim, frame=frame)))


def owned(owner: str, text: str = PLAIN) -> Context:
    """A figure with its owner, which was read beside it, or behind a bar: where else."""
    name, _, origin = owner.partition("|")
    return framed(Frame(owner=Qualifier(name, name, Origin(origin or "clause")) if name else None), text)


@each(
    ("one", "other", "expected"),
    [
        ("", "", SILENT),
        ("Brenk", "", SILENT),
        ("Brenk", "of the", SILENT),
        ("of the", "Brenk", SILENT),
        ("(Brenk)", "Odby", CLASH),
        ("Brenk", "Brenk", SAME),
        ("Brenk Steel", "Brenk", SAME),
        ("Brenk (Norland)", "Brenk (Harle)", SAME),
        ("Brenk", "Odby", CLASH),
        ("Brenk|row", "Odby|column", CLASH),
        ("Brenk|pairing", "Odby", CLASH),
        ("Brenk|earlier", "Odby", DOUBT),
        ("Brenk|caption", "Odby|list", DOUBT),
        # numbers in names
        ("Ward 4", "Ward 4", SAME),
        ("Ward 4", "Ward 5", CLASH),
        ("Ward 4|heading", "Ward 5", DOUBT),
        # more than half of the draft's name, the beginning of a name, or all but a letter of it
        ("Mara Lund", "Mara Berg", CLASH),
        ("Mara Ida Lund", "Mara Ida Berg", Ownership(same=2 / 3)),
        ("Jo Lund", "Jon Lund", Ownership(same=0.5)),
        ("Jo Lund", "Tom Lund", CLASH),
        ("Timmy Lund", "Tommy Lund", Ownership(same=0.5)),
        ("Timmy Lund", "Tammo Lund", CLASH),
        # two of a kind, whatever they share, and what a name with a noun did, which may be another's
        ("Brenk Steel", "Odby Steel", CLASH),
        ("Brenk fire", "Odby fire", CLASH),
        ("Brenk ruling", "Odby", SILENT),
        ("Odby", "Brenk ruling", SILENT),
    ],
)
def test_whose_two_figures_are(one: str, other: str, expected: Ownership) -> None:
    assert ownership(owned(one), owned(other)) == expected


@each(
    ("one", "text", "other", "source", "expected"),
    [
        # one that stands around the other's figure as well may be its owner too, unless names share the figures out
        ("Brenk", PLAIN, "Odby", "It had 12 boats of Harle.", CLASH),
        ("Brenk", PLAIN, "Odby", "It had 12 boats of Brenk.", Ownership(doubt=0.5)),
        ("Brenk", PLAIN, "Odby", "Brenk grew. It had 12 boats.", Ownership(doubt=0.5)),
        ("Brenk", "It had 12 boats of Odby.", "Odby", PLAIN, Ownership(doubt=0.5)),
        ("Brenk Steel", PLAIN, "Odby Steel", "It had 12 boats of Brenk.", CLASH),
        ("Brenk", PLAIN, "Odby|pairing", "It had 12 boats of Brenk.", CLASH),
        ("Brenk|earlier", PLAIN, "Odby|pairing", "It had 12 boats of Brenk.", Ownership(doubt=0.5)),
        # a label that is no name tells a part of what either sentence is about
        (
            "her best day|pairing",
            "On her best day she had 12 boats.",
            "Brenk",
            "Brenk had 12 on a best day.",
            Ownership(doubt=0.5),
        ),
        ("her best day|pairing", "On her best day Brenk had 12.", "Brenk", "Brenk had 12 on a best day.", SAME),
        ("her best day", "On her best day Brenk had 12.", "Brenk", "Brenk had 12 on a best day.", Ownership(doubt=0.5)),
    ],
)
def test_owners_that_stand_around(one: str, text: str, other: str, source: str, expected: Ownership) -> None:
    assert ownership(owned(one, text), owned(other, source)) == expected


def _pointing(way: str, text: str, part: str = "") -> Context:
    value, _, origin = way.partition("|")
    direction = Qualifier(value, value, Origin(origin or "clause")) if value else None
    return framed(Frame(direction=direction, part=part), text)


@each(
    ("one", "other", "draft", "apart"),
    [
        ("", "change:up", PLAIN, False),
        ("change:up", "", PLAIN, False),
        ("change:up", "change:up", PLAIN, False),
        ("change:up", "result:loss", PLAIN, False),
        ("change:up", "change:down|earlier", PLAIN, False),
        ("change:up|heading", "change:down", PLAIN, False),
        # a level is none of the change, and an age neither rises nor falls
        ("change:up", "change:down", "Sales rose to 12.", False),
        ("result:profit", "result:loss", "Sales rose to 12.", True),
        ("change:up", "change:down", PLAIN, True),
        ("change:down|row", "change:up|pairing", PLAIN, True),
    ],
)
def test_which_way_two_figures_point(one: str, other: str, draft: str, apart: bool) -> None:
    assert opposite(_pointing(one, draft), _pointing(other, PLAIN)) is apart


@each(
    ("one", "other", "apart"),
    [("", "", False), ("year", "", False), ("", "year", False), ("year", "year", False), ("year", "day", True)],
)
def test_per_what_two_figures_are(one: str, other: str, apart: bool) -> None:
    assert other_denominator(framed(Frame(per=one)), framed(Frame(per=other))) is apart


@each(
    ("draft", "source", "apart"),
    [
        ("She left 12 days later.", "She left 12 days on.", False),
        ("She left 12 days later.", "She left 12 days after he did.", False),
        ("She left with 12 boats.", "She left with 12 pumps.", False),
        ("She left with 12 others.", "She left with 12 other boats.", False),
        # what leads on and what leads back; the rest of a number and the number
        ("She left 12 days later.", "She left 12 days before he did.", True),
        ("She left 12 days earlier.", "She left 12 days later.", True),
        ("She left with 12 boats.", "She left with 12 other boats.", True),
        ("She left with 12 others.", "She left with 12 boats.", True),
    ],
)
def test_parts_by_which_two_figures_are_no_rivals(draft: str, source: str, apart: bool) -> None:
    one, other = (figure(text, "12 days" if "days" in text else "12") for text in (draft, source))
    assert other_part(one, other, differs=True) is apart
    assert not other_part(one, other, differs=False)


GREW = "The fleet of the port grew by 12 boats."


@each(
    ("level", "change", "apart"),
    [
        ("The fleet was 12 boats.", "The port had 12 boats.", False),
        ("The fleet lost 12 boats.", GREW, False),
        ("12 boats were there.", GREW, False),
        ("The rise was 12 boats.", GREW, False),
        ("The fleet was 12 boats.", GREW, True),
        ("The fleet fell to 12 boats.", GREW, True),
        # steps are counted in what nothing else is
        ("The step was 12 basis points.", "The rate fell by 12 basis points.", False),
    ],
)
def test_what_a_figure_is_denies_not_what_it_changed_by(level: str, change: str, apart: bool) -> None:
    one, other = (figure(text, "12 basis points" if "basis" in text else "12") for text in (level, change))
    assert other_part(one, other, differs=True) is other_part(other, one, differs=True) is apart
