"""Whether two names are one speaker, two, or cannot be told."""

from __future__ import annotations

from tests.rows import each

from factcheck.quotations.speakers import same_speaker


@each(
    ("one", "other", "same"),
    [
        ("", "Mara Lund", None),
        ("he", "Mara Lund", None),
        ("minister", "Mara Lund", None),
        ("Falk", "Mara Lund", None),
        ("Norland Watch", "Mara Lund", None),
        ("NRW Falk", "Mara Lund", None),
        ("Falk Mayor", "Mara Lund", None),
        ("Ida Eva van der Falk", "Mara Lund", None),
        ("spokesman for the farm", "Mara Lund", None),
        ("Amnesty International", "spokesman", None),
        ("R", "Rope", None),
        ("ABCDEFGHI", "Adam Bert Carl Dora Emil Fritz Gerd Hans Ivo", None),
        ("mara", "Mara Lund", None),
        ("Club", "Norland River Watch", None),
        ("Norland Club to Norway", "Alder Mining Group", False),
        ("Norland Club or More", "Alder Mining Group", None),
        ("International", "European Union", None),
        ("Lund", "Mara Lund", True),
        ("Mayor Mara Lund", "Mara Lund", True),
        ("NRW", "Norland River Watch", True),
        ("NR", "Norland River", True),
        ("ABCDEFGH", "Adam Bert Carl Dora Emil Fritz Gerd Hans", True),
        ("Mara Lund-Falk", "Ms. Lund-Falk", True),
        ("Mara O'Lund", "O’Lund", True),
        ("Mr. Lund", "Lund's", True),
        ("U.S.", "United States", True),
        ("Norland Watch director", "Norland Watch", True),
        ("Ida Falk", "Mara Lund", False),
        ("IE Falk", "Mara Lund", False),
        ("Ida van der Falk", "Mara Lund", False),
        ("Norland River Watch", "Amnesty International", False),
        ("United States", "European Union", False),
        ("MARA LUND", "Ida Falk", False),
        ("MARA LUND", "Lund", True),
        ("NORLAND COUNCIL", "Ida Falk", None),
    ],
)
def test_same_speaker(one: str, other: str, same: bool | None) -> None:
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same
