"""All that is read of the names in a text, on either side of what a rule turns at, and what an inventory answers."""

from __future__ import annotations

from pathlib import Path

from tests.rows import each

from factcheck import names
from factcheck.names import Names, Naming, Sort
from factcheck.names.acronyms import defined
from factcheck.names.titles import plural_roles, references, roles
from factcheck.text import Span
from factcheck.text.tokens import tokenise

# A text, "\n" for the end of a line, and its names in order; "-" for none.
EDGES = [
    line.split(" | ") for line in (Path(__file__).parent / "edges.txt").read_text(encoding="utf-8").splitlines() if line
]


def read(text: str) -> str:
    """The names of a text as the table writes them: sort title «name» = full name, roles, sex."""
    tokens = tokenise(text)
    found = names.find(tokens)
    return "; ".join(_shown(text, tokens.starts, found, naming) for naming in found.namings)


def _shown(text: str, starts: tuple[int, ...], found: Names, naming: Naming) -> str:
    title = text[starts[naming.title] : starts[naming.first]].strip()
    name = " ".join(text[naming.span.start : naming.span.end].split())
    full = f"= {naming.name}" if naming.name != name else ""
    about = (",".join(sorted(found.roles.get(naming.name, ()))), found.sex.get(naming.name, ""))
    return " ".join(part for part in (naming.sort, title, f"«{name}»", full, *about) if part)


@each(("text", "expected"), EDGES)
def test_on_an_edge(text: str, expected: str) -> None:
    assert read(text.replace("\\n", "\n")) == expected.removeprefix("-")


@each(
    ("text", "expected"),
    [
        ("", {}),
        ("( RC ) rope council", {}),
        ("(RC) met", {}),
        ("rope council (RC) met", {}),
        ("Rope council (R) met", {}),
        ("Rope council (rC) met", {}),
        ("Rope council (Rc) met", {}),
        ("Rope council (XC) met", {}),
        ("Rope. Council (RC) met", {}),
        ("Rope council (RC", {}),
        ("Rope council (the RC) met", {}),
        ("Rope council (RC)", {"RC": "Rope council"}),
        ("Rope council [RC) met", {}),
        ("Rope council (RC; old) met", {"RC": "Rope council"}),
        ("The Rope council (RC) and the Rest centre (RC) met", {"RC": "Rope council"}),
        ("The Rope of the old council (RC) met", {"RC": "Rope of the old council"}),
        ("The Rope of the very old council (RC) met", {}),
        ("A Board of all the Bread (BoB) met", {"BoB": "Board of all the Bread"}),
        ("All Boats Come Down East For Great Harle Isle (ABCDEFGHI) met", {"ABCDEFGHI": ""}),
        ("All Boats Come Down East For Great Harle Isle Jetty (ABCDEFGHIJ) met", {"ABCDEFGHIJ": ""}),
        ("All Boats Come Down East For Great Harle Isle Jetty Keys (ABCDEFGHIJK) met", {}),
        ("Harbour of Odby (HARODBY) met", {"HARODBY": "Harbour of Odby"}),
        ("Harodby (HARODBY) met", {"HARODBY": "Harodby"}),
        ("The hand-made Norland Rope (NR) met", {"NR": "Norland Rope"}),
    ],
)
def test_an_abbreviation_that_a_text_defines(text: str, expected: dict[str, str]) -> None:
    tokens = tokenise(text)
    found = {short: text[tokens.starts[first] : tokens.ends[last]] for short, (first, last) in defined(tokens).items()}
    assert found == {short: long or text.partition(" (")[0] for short, long in expected.items()}


def _naming(title: int, first: int, last: int) -> Naming:
    return Naming(first, last, Span(first, last + 1), f"N{first}", Sort.PERSON, title)


# Names at tokens 1 to 2, behind a title at 0; at 5; and at 9 to 10, behind titles at 7 and 8.
KNOWN = Names((_naming(0, 1, 2), _naming(5, 5, 5), _naming(7, 9, 10)), {"N": "N1"})


@each(
    ("token", "at", "before"),
    [
        (0, 1, []),
        (1, 1, []),
        (2, 1, [1]),
        (3, None, [1]),
        (4, None, [1]),
        (5, 5, [1]),
        (6, None, [1, 5]),
        (7, 9, [1, 5]),
        (8, 9, [1, 5]),
        (9, 9, [1, 5]),
        (10, 9, [1, 5, 9]),
        (11, None, [1, 5, 9]),
    ],
)
def test_the_name_at_a_token_and_those_before(token: int, at: int | None, before: list[int]) -> None:
    found = KNOWN.at(token)
    assert (found.first if found else None) == at
    assert [naming.first for naming in KNOWN.before(token)] == before
    assert [naming.first for naming in KNOWN.before(token, most=1)] == before[-1:]
    assert [naming.first for naming in KNOWN.between(1, token)] == before
    assert [naming.first for naming in KNOWN.between(token, 99)] == [1, 5, 9][len(before) :]


def test_a_noun_takes_up_one_of_the_last_sixty_names() -> None:
    many = Names(tuple(_naming(at, at, at) for at in range(70)))
    assert [naming.first for naming in many.before(65)] == list(range(5, 65))


def test_the_full_form_of_a_name() -> None:
    assert (KNOWN.canonical("N"), KNOWN.canonical("M")) == ("N1", "M")


def test_nouns_for_one_and_for_several() -> None:
    assert {"mayor", "mayors"} <= roles()
    assert ("mayors" in plural_roles(), "mayor" in plural_roles()) == (True, False)
    assert {"party", "union"} <= references()


@each(
    ("text", "known", "expected"),
    [
        ("Lund left.", "Mara Lund said no. Lund left.", {"Mara Lund"}),
        ("Rope rose.", "They met there.", set()),
    ],
)
def test_an_excerpt_is_read_with_the_names_of_its_document(text: str, known: str, expected: set[str]) -> None:
    assert names.entities(text, names.find(tokenise(known))) == expected
