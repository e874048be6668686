"""Spans and lines at their borders, and the way between what is visible and the file."""

from __future__ import annotations

from tests.rows import each

from factcheck.text import Lines, Piece, Span, View, lines_of


@each(
    ("other", "covers", "overlaps"),
    [
        ((0, 3), False, False),
        ((0, 4), False, True),
        ((3, 5), True, True),
        ((3, 3), True, False),
        ((4, 7), True, True),
        ((3, 8), False, True),
        ((6, 7), True, True),
        ((7, 7), True, False),
        ((7, 9), False, False),
        ((0, 9), False, True),
    ],
)
def test_a_span_and_another(other: tuple[int, int], covers: bool, overlaps: bool) -> None:
    span = Span(3, 7)
    assert (span.covers(Span(*other)), span.overlaps(Span(*other))) == (covers, overlaps)
    assert Span(*other).overlaps(span) == overlaps
    assert span.shift(2) == (5, 9)


@each(
    ("offset", "place"),
    [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (2, 2)), (5, (3, 1)), (6, (4, 1)), (7, (4, 2)), (9, (4, 4))],
)
def test_lines_end_at_any_of_three_marks(offset: int, place: tuple[int, int]) -> None:
    text = "a\nb\r\n\rcd"
    assert Lines(text).position(offset) == place
    assert lines_of(text).position(offset) == place


# "ab", "é" for "&eacute;", " c"; the file goes on behind what is seen, and begins before.
VIEW = View("abé c", (Piece(0, 3, 5), Piece(2, 10, 18), Piece(3, 18, 20)))


@each(
    ("span", "origin"),
    [
        ((0, 0), (3, 3)),
        ((0, 1), (3, 4)),
        ((0, 2), (3, 5)),
        ((1, 3), (4, 18)),
        ((2, 2), (10, 10)),
        ((2, 3), (10, 18)),
        ((3, 3), (18, 18)),
        ((3, 5), (18, 20)),
        ((4, 5), (19, 20)),
        ((5, 5), (20, 20)),
    ],
)
def test_the_place_of_what_is_seen(span: tuple[int, int], origin: tuple[int, int]) -> None:
    assert VIEW.origin(Span(*span)) == origin
    assert View("abé c").origin(Span(*span)) == span


@each(
    ("offset", "seen"),
    [(0, 0), (3, 0), (4, 1), (5, 2), (7, 2), (10, 2), (11, 2), (17, 2), (18, 3), (19, 4), (20, 5), (25, 5)],
)
def test_what_a_place_shows(offset: int, seen: int) -> None:
    assert VIEW.seen(offset) == seen
    assert View("abé c").seen(offset) == offset


def test_what_stands_for_a_range_may_be_the_last() -> None:
    view = View("aé", (Piece(0, 0, 1), Piece(1, 1, 9)))
    assert [view.origin(Span(start, 2)) for start in (1, 2)] == [(1, 9), (9, 9)]
    assert [view.seen(offset) for offset in (8, 9, 10)] == [1, 2, 2]
