"""What is read of the documents of a library, each by itself: once, together, and kept as far as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest
from tests.rows import each

from factcheck.extract import read_text
from factcheck.match.alone import Alone
from factcheck.match.rarity import Rarity
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import StoredPassage

TEXTS = ("The yard sold 12 boats.", "The mill sold 14 carts. It hired 3 cooks.", "Odby had 5 cows.", "Odby had 7 pigs.")


class Counted(MemoryLibrary):
    """A library that notes which documents it is asked the passages of, question by question."""

    def __init__(self) -> None:
        super().__init__(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(TEXTS))))
        self.numbers = list(self.documents())
        self.asked: list[str] = []

    def passages_of(self, documents: Iterable[int]) -> Mapping[int, Sequence[StoredPassage]]:
        wanted = list(documents)
        self.asked.append("".join(str(self.numbers.index(one)) for one in wanted))
        return super().passages_of(wanted)


@each(
    ("kept", "steps", "questions"),
    [
        # a document is read once, whatever is asked of it, and before it is asked of
        (3, "words 0, words 0", ["0"]),
        (3, "one 0, one 0, words 0, listed 0", ["0"]),
        (3, "words 0, one 0, listed 0, foresee 0", ["0"]),
        (3, "foresee 01, words 0, words 1, one 0", ["01"]),
        (3, "words 0, foresee 01, foresee 01", ["0", "1"]),
        (3, "one 0, foresee 0, foresee 01", ["0", "1"]),
        # what is only listed is not kept
        (3, "listed 0, listed 0", ["0", "0"]),
        # three passages are kept: those that were asked for last, of figures and of words
        (3, "words 0, words 2, words 3, words 0", ["0", "2", "3"]),
        (3, "words 0, words 1, words 0", ["0", "1"]),
        (3, "words 0, words 1, words 2, words 1", ["0", "1", "2"]),
        (3, "words 0, words 1, words 2, words 0", ["0", "1", "2", "0"]),
        (3, "words 0, words 1, words 0, words 2, words 0", ["0", "1", "2"]),
        (3, "one 0, one 2, one 3, one 0", ["0", "2", "3"]),
        (3, "one 0, one 1, one 0", ["0", "1"]),
        (3, "one 0, one 1, one 2, one 1", ["0", "1", "2"]),
        (3, "one 0, one 1, one 2, one 0", ["0", "1", "2", "0"]),
        (3, "one 0, one 1, one 0, one 2, one 0", ["0", "1", "2"]),
        (3, "one 0, one 1, words 0, one 2, words 0", ["0", "1", "2"]),
        # the last is kept, however long it is
        (1, "words 1, words 1, words 0, words 1", ["1", "0", "1"]),
        (1, "one 1, one 1, one 0, one 1", ["1", "0", "1"]),
        # words that become a document's leave their room to others
        (3, "words 1, one 1, words 0, words 2, words 3, words 0", ["1", "0", "2", "3"]),
    ],
)
def test_what_is_read_again(kept: int, steps: str, questions: list[str]) -> None:
    library = Counted()
    alone = Alone(library)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factcheck.match.alone.KEPT", kept)
        patch.setattr("factcheck.match.alone.WHOLE", kept)
        for step in steps.split(", "):
            way, _, numbers = step.partition(" ")
            documents = [library.numbers[int(digit)] for digit in numbers]
            match way:
                case "foresee":
                    alone.foresee(documents)
                case "words":
                    assert len(alone.words(*documents).passages) == len(library.passages_of(documents)[documents[0]])
                    library.asked.pop()
                case "one":
                    assert alone.one(*documents).document.id == numbers
                case "listed":
                    assert list(alone.passages_of(*documents))
    assert library.asked == questions


def test_what_a_value_tells_is_what_it_would_in_a_library_of_its_document() -> None:
    told = ['The yard sold 12 boats and 12 carts on 3 May 2019. It was "very old".', "Odby had 12 boats and 7 pigs."]
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(told))))
    values = {claim.claim.value for claim in library.all_claims()}
    for claim in library.all_claims():
        text = told[list(library.documents()).index(claim.document)]
        own = Rarity(MemoryLibrary(contents(read_text(text))))
        rarity = Alone(library).rarity(claim)
        assert {value: rarity.of_value(value) for value in values} == {value: own.of_value(value) for value in values}
        assert rarity.of_words(("boat", "pig", "yard")) == own.of_words(("boat", "pig", "yard"))


@each(
    ("document", "figure", "says"),
    [("Odby had 12 pigs.", "12 boats", False), ("Odby had 14 boats.", "12 boats", False),
     ("Odby had 14 pigs and 12 boats.", "12 boats", True), ("Odby had none.", "12 boats", False)],
)  # fmt: skip
def test_whether_a_document_has_a_value_for_a_thing(document: str, figure: str, says: bool) -> None:
    library = MemoryLibrary(contents(read_text(document, "a.txt"), read_text(f"Brenk had {figure}.", "b.txt")))
    one, other = library.documents()
    (claim,) = (claim for claim in library.all_claims() if claim.document == other)
    alone = Alone(library)
    assert not alone.is_known_to_say(one, claim)
    assert alone.says(one, claim) is says
    assert alone.is_known_to_say(one, claim) is says
