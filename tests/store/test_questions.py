"""How often a draft asks its library: a store may be a network away. What is asked does not depend on the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from tests.store.engines import Memory
from tests.store.small_library import state

from factcheck import conflicts
from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.extract.reading import Reading
from factcheck.model import Finding, Verdict
from factcheck.store.contents import contents
from factcheck.store.protocol import Library
from factcheck.verify import verify

FIGURES, MOST, DOCUMENTS = 60, 40, 30
# What a library knows of itself once it is open; the documents of all passages follow from what it is asked once.
KNOWN = frozenset({"passage_count", "value_count", "close", "opening"})
ONCE = frozenset({"document_of"})
TOWNS = ("Brenk", "Odby", "Tarn", "Harle", "Kolvik", "Arle", "Sund", "Melby", "Vester", "Ostrand", "Lunde", "Haven")
THINGS = ("boats", "bridges", "schools", "pumps", "farms")
GIVEN, LAST = ("Mara", "Jonas", "Ida", "Ruben"), ("Lund", "Feldmann", "Harkness")


class Counting:
    """A library that notes what it is asked."""

    def __init__(self, library: Library, shelf: Path) -> None:
        self._library, self.shelf = library, shelf
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._library, name)
        if name in KNOWN or not callable(found):
            return found
        return self._noting(name, found)

    def _noting(self, name: str, answer: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*keys: Any, **named: Any) -> Any:
            if name not in ONCE or name not in self.asked:
                self.asked.append(name)
            return answer(*keys, **named)

        return ask


def source(at: int, counted: int) -> str:
    """What one document says: three figures and a date, a quotation, a person with an office."""
    town, thing = TOWNS[at % len(TOWNS)], THINGS[at // len(TOWNS) % len(THINGS)]
    person = f"{GIVEN[at % len(GIVEN)]} {LAST[at % len(LAST)]}"
    said = f'\n\n"We saw all {at + 12} of the {thing} of {town} twice," said {person}, the mayor of {town}.'
    return (
        f"The {thing} of {town}\n\nOn {1 + at % 28} May 2019 the council of {town} counted {counted} {thing}. "
        f"In 2020 repairs of the {thing} took {at + 3} weeks.{said if at % 5 == 0 else ''}\n"
    )


def draft(figures: int) -> str:
    """The same told again, every third count another, with a footnote and a name that is misspelt."""
    told = []
    for at in range(figures // 3):
        counted = 100 + at + (at % 3 == 0)
        told.append(source(at, counted).partition("\n\n")[2].replace("Jonas Feldmann", "Jonas Feldman"))
    return "\n\n".join(told) + f"\n\nTarn has 102 boats.[^1]\n\n[^1]: “The boats of Tarn”, note-{2:02}.\n"


def drafted(figures: int) -> Reading:
    return read_text(draft(figures), "draft.md")


def asked(figures: int, library: Library, shelf: Path) -> tuple[list[str], list[Finding]]:
    """What a draft asks, and the findings on it."""
    counting = Counting(library, shelf)
    found = verify(drafted(figures), cast(Library, counting), Curation())
    return counting.asked, found


def test_a_draft_of_sixty_figures_asks_less_than_forty_questions(tmp_path: Path) -> None:
    engine = Memory(tmp_path)
    with engine.building() as builder:
        for at in range(DOCUMENTS):
            path = f"note-{at:02}.txt"
            builder.add(state(path), contents(read_text(source(at, 100 + at), path)))
        builder.finish({"version": "test"})
    with engine.library() as library:
        shelf = tmp_path / "conflicts.sqlite"
        conflicts.keep(cast(Library, Counting(library, shelf)))  # once a library, whatever draft comes
        questions, found = asked(FIGURES, library, shelf)
        assert sum(finding.claim.kind.is_figure for finding in found) >= FIGURES
        assert {Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED} <= {finding.verdict for finding in found}
        assert {"equal", "around", "roles", "find_claims", "passages_of"} <= set(questions)
        assert len(questions) < MOST, questions
        # No question is one figure's.
        assert len(questions) - len(asked(6, library, shelf)[0]) < 8
