"""Times the room of quotations: finding them in prose, and placing one among up to a million passages.

    python benchmarks/quotes.py [TEXT...]

The large libraries are drawn by rule, not stored: slot j of passage i holds word (a_j * i + b_j) mod v_j of a
vocabulary of v_j words, so that the passages with a word are a range and a million of them need no memory. What is
timed is the work of this room; a store adds its own reading of index and passages.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from factcheck import names, quotes
from factcheck.model import Block, Claim, Document, Kind, Role
from factcheck.quotations.verdict import judge
from factcheck.store.protocol import Reach, StoredPassage
from factcheck.text import Span
from factcheck.text.tokens import tokenise
from factcheck.values import NO_VALUE

SIZES = (1_000, 30_000, 1_000_000)
# Primes, so that every slot runs through its whole vocabulary: some words stand in every 50th passage, some in one.
VOCABULARIES = (53, 211, 503, 1009, 2003, 5003, 10007, 20011, 50021, 100003)
SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def letters(number: int) -> str:
    return letters(number // 20) + "bcdfghklmnprstvwxzjq"[number % 20] + "o" if number else ""


class Ruled:
    """A library whose passages follow from their number."""

    def __init__(self, size: int) -> None:
        self.size = size

    def word(self, slot: int, number: int) -> str:
        return f"{chr(97 + slot)}a{letters(1 + (7 * number + slot) % VOCABULARIES[slot])}"

    def text(self, number: int) -> str:
        return " ".join(self.word(slot, number) for slot in range(len(VOCABULARIES))) + "."

    def standing(self, stem: str) -> Sequence[int]:
        slot = ord(stem[0]) - 97
        first = next((n for n in range(VOCABULARIES[slot]) if self.word(slot, n) == stem), None)
        return range(0) if first is None else range(first, self.size, VOCABULARIES[slot])

    def postings(self, stems: Iterable[str]) -> Mapping[str, Sequence[int]]:
        return {stem: found for stem in stems if (found := self.standing(stem))}

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        return {stem: len(found) for stem, found in self.postings(stems).items()}

    def passage_count(self) -> int:
        return self.size

    def around(self, places: Iterable[Reach]) -> Mapping[Reach, Sequence[StoredPassage]]:
        ranges = {(n, reach): range(max(0, n - reach), min(self.size, n + reach + 1)) for n, reach in places}
        return {place: list(self.passages(near).values()) for place, near in ranges.items()}

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
        return {n: StoredPassage(n, n // 50, n, Role.PROSE, self.text(n), ()) for n in ids}

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[Any]]:
        return {}

    def documents(self, numbers: Iterable[int] | None = None) -> Mapping[int, Document]:
        return {n: Document(str(n), f"{n}.txt", Span(0, 0)) for n in numbers or ()}


class Remembered(Ruled):
    """The same, with the look-ups made beforehand, as an index has them."""

    def __init__(self, size: int, wanted: Iterable[str]) -> None:
        super().__init__(size)
        self.known = {stem: Ruled.standing(self, stem) for stem in wanted}

    def standing(self, stem: str) -> Sequence[int]:
        return self.known.get(stem, range(0))


def place(size: int) -> float:
    """Milliseconds of processor time to judge one quotation of a passage with one word changed."""
    plain = Ruled(size)
    numbers = [size * part // 11 for part in range(1, 11)]
    texts = [plain.text(n).replace(plain.word(4, n), plain.word(4, n + 1)) for n in numbers]
    library = Remembered(size, {word for text in texts for word in text.rstrip(".").split()})
    spent = []
    for text in texts:
        claim = Claim("x", Kind.QUOTE, "d", "d", Span(0, len(text)), 1, 1, text, NO_VALUE)
        start = time.process_time()
        (finding,) = judge([claim], library, library)  # type: ignore[arg-type] # as much of a library as this asks for
        spent.append(time.process_time() - start)
        assert finding.rule == "FC201", finding.message
    return 1000 * median(spent)


def extract(paths: Sequence[Path]) -> tuple[float, float]:
    """Megabytes a second of finding names, and of finding quotations."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    spent = [0.0, 0.0]
    for text in texts * 5:
        tokens = tokenise(text)
        blocks = [Block(Span(at, at + len(line))) for at, line in _lines(text)]
        start = time.process_time()
        known = names.find(tokens)
        middle = time.process_time()
        quotes.find(tokens, blocks, known)
        spent[0] += middle - start
        spent[1] += time.process_time() - middle
    size = 5 * sum(map(len, texts)) / 1e6
    return size / spent[0], size / spent[1]


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    return found


def main() -> None:
    named, quoted = extract([Path(path) for path in sys.argv[1:]] or SEEDS)
    print(f"finding names       {named:8.1f} MB/s\nfinding quotations  {quoted:8.1f} MB/s")
    for size in SIZES:
        print(f"placing a quotation among {size:>9,} passages  {place(size):6.1f} ms")


if __name__ == "__main__":
    main()
