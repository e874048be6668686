"""Writes libraries by rule, of any size, to see how time and memory grow.

    python benchmarks/libraries.py DIR mixed 5       5 MB about thousands of subjects
    python benchmarks/libraries.py DIR one 20        20 MB about a dozen, told again and again with other figures
    python benchmarks/libraries.py DIR claims 1000000

The words are made up, and the same each time; a document is a file of twelve paragraphs.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no ra re ri".split()
THINGS = "boats workers houses bridges schools pumps letters tons patients tickets farms trees barrels meters".split()
VERBS = "counted repaired sold lost bought moved closed opened inspected registered".split()
MONTHS = "January February March April May June July August September October November December".split()
SENTENCES = (
    "{owner} {verb} {count:,} {thing} in {month} {year}, the harbour office of {place} said.",
    "On {day} {month} {year} the council of {place} gave {owner} {money}.{tenth} million euros for {thing}.",
    "The share of {thing} that {owner} {verb} rose by {percent}.{tenth} percent to {count:,} in {year}.",
    '"We have {verb} {count:,} {thing} since {year}," said {person} of {owner}.',
    "Nobody in {place} knows what became of the {thing} that {owner} {verb}.",
)
# What a sentence of these holds, on average.
CLAIMS_A_SENTENCE = 2.2
PARAGRAPHS, LONG = 12, 5
SUBJECTS = {"mixed": 4000, "one": 12, "claims": 4000}
FOLDER = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kind", choices=SUBJECTS)
    parser.add_argument("size", type=float, help="in MB, or how many claims")
    arguments = parser.parse_args()
    print(f"{write(arguments.folder, arguments.kind, arguments.size):,} documents in {arguments.folder}")


def write(folder: Path, kind: str, size: float) -> int:
    """Write a library; how many documents it has."""
    chance = random.Random(kind)
    names = [name(chance) for _ in range(SUBJECTS[kind])]
    goal = size if kind == "claims" else size * 1e6
    written, documents = 0.0, 0
    while written < goal:
        text = document(chance, names)
        path = folder / f"{documents // FOLDER:03}" / f"note-{documents:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        documents += 1
        written += PARAGRAPHS * LONG * CLAIMS_A_SENTENCE if kind == "claims" else len(text)
    (folder / "factcheck.toml").write_text('[library]\nsources = ["**/*.txt"]\n', encoding="utf-8")
    return documents


def name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize()


def document(chance: random.Random, names: list[str]) -> str:
    return "\n\n".join(" ".join(paragraph(chance, names)) for _ in range(PARAGRAPHS)) + "\n"


def paragraph(chance: random.Random, names: list[str]) -> Iterator[str]:
    owner, place, person = (chance.choice(names) for _ in range(3))
    for _ in range(LONG):
        yield chance.choice(SENTENCES).format(
            owner=owner, place=place, person=f"{person} {owner[:4]}son", verb=chance.choice(VERBS),
            thing=chance.choice(THINGS), month=chance.choice(MONTHS), day=chance.randint(1, 28),
            year=chance.randint(1998, 2024), count=chance.randint(2, 90_000), money=chance.randint(1, 400),
            percent=chance.randint(1, 60), tenth=chance.randint(1, 9),
        )  # fmt: skip


if __name__ == "__main__":
    main()
