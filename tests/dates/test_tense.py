"""Whether the clause around a date looks back, ahead, or neither, and how far a word is heard."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.tense import ahead, tense
from factcheck.text.tokens import tokenise

PAST, FUTURE, NEITHER, SINCE = -1, 1, 0, -2
SO = "so "
# A text whose last date is told, and which way.
TOLD = [
    ("In July.", NEITHER),
    ("The July of it.", NEITHER),
    ("They met in July.", PAST),
    ("They will meet in July.", FUTURE),
    ("They'll need it in July.", FUTURE),
    ("They need it in July.", NEITHER),
    ("A bed in July.", NEITHER),
    ("It will be held in July.", FUTURE),
    ("It is held in July.", NEITHER),
    ("The held vote of July.", NEITHER),
    ("A still delayed vote of July.", NEITHER),
    # the nearer of two words, of which the one before the date is heard a little farther
    ("They met, and in July they will sing.", PAST),
    ("They met so, in July will sing.", PAST),
    ("They met so so, in July will sing.", FUTURE),
    # up to the end of the sentence, and so many words
    ("They met. In July.", NEITHER),
    ("They met; in July.", NEITHER),
    (f"They met {SO * 22}in July.", PAST),
    (f"They met {SO * 23}in July.", NEITHER),
    (f"In July {SO * 24}they met.", NEITHER),
    (f"In July {SO * 23}they met.", PAST),
    # since
    ("Since July.", SINCE),
    ("Since they met in July.", PAST),
    ("Since the peak in July.", SINCE),
    ("Since the very old peak in July.", NEITHER),
    ("Since the old peak in July.", SINCE),
    ("Ever since in the old, cold and wet peak in July.", NEITHER),
    # what lasts or was put off until then
    ("It was extended until July.", FUTURE),
    ("It was extended a little until July.", FUTURE),
    ("It was extended by the old court until July.", PAST),
    ("It lasted until July.", PAST),
]
# Whether the date is one that something lasts to.
AHEAD = [
    ("July.", False),
    ("To July.", True),
    ("Until the end of July.", True),
    ("For at least early July.", True),
    ("In the end of July.", False),
    ("The end of July.", False),
    ("He came through late July.", True),
]


@each(("text", "way"), TOLD)
def test_told(text: str, way: int) -> None:
    tokens = tokenise(text)
    assert tense(tokens, recognise(tokens)[-1].span) == way


@each(("text", "is_ahead"), AHEAD)
def test_ahead(text: str, is_ahead: bool) -> None:
    tokens = tokenise(text)
    start = text.index("July")
    assert ahead(tokens, recognise(tokens)[-1].span._replace(start=start)) is is_ahead


@each(
    ("between", "side"),
    [(", ", FUTURE), (" and ", FUTURE), (f" {SO * 9}and in ", FUTURE), (f" {SO * 10}and in ", NEITHER),
     (" and they met in ", PAST), ("; in ", NEITHER), (" ", NEITHER)],
)  # fmt: skip
def test_a_list_of_dates_goes_on_to_its_side(between: str, side: int) -> None:
    tokens = tokenise(f"June{between}July.")
    first, last = tokens.starts[0], tokens.text.index("July")
    span = recognise(tokens)[0].span
    found = tense(tokens, span._replace(start=last, end=last + 4), after=first + 4, side=FUTURE)
    assert found == side
