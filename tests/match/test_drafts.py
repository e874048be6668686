"""Whole drafts against their sources, figures as {text|verdict}: a guard of what is reached and no measure
of it, since the shipped weights were fitted to these drafts, too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_file, read_text
from factcheck.model import Finding
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

DATA = Path(__file__).parent / "data"
LABEL = re.compile(r"\{(?P<text>[^|{}]*)\|(?P<verdict>\w+)\}")


class Labelled(NamedTuple):
    """The draft without its labels, and the verdict that is right at each place."""

    text: str
    verdicts: dict[tuple[int, int], str]


def labelled(text: str) -> Labelled:
    plain, verdicts, last = "", {}, 0
    for label in LABEL.finditer(text):
        plain += text[last : label.start()]
        verdicts[len(plain), len(plain) + len(label["text"])] = label["verdict"]
        plain += label["text"]
        last = label.end()
    return Labelled(plain + text[last:], verdicts)


def findings(name: str) -> list[tuple[str, Finding]]:
    """The right verdict on each labelled figure of a draft, and what the tool says."""
    draft = labelled((DATA / f"{name}.draft.md").read_text(encoding="utf-8"))
    library = MemoryLibrary(contents(read_file(DATA / f"{name}.source.txt")))
    found = verify(read_text(draft.text, "draft.md", ".md"), library, Curation())
    return [
        (verdict, finding)
        for (start, end), verdict in draft.verdicts.items()
        for finding in found
        if finding.claim.span.start < end and start < finding.claim.span.end
    ]


@each("name", ["company", "court", "science", "sport"])
def test_draft(name: str) -> None:
    pairs = findings(name)
    false_alarms = [f.claim.text for right, f in pairs if right == "supported" and f.verdict == "contradicted"]
    assert not false_alarms
    right = sum(verdict == finding.verdict for verdict, finding in pairs)
    assert right >= 0.7 * len(pairs), [(v, f.verdict, f.claim.text) for v, f in pairs if v != f.verdict]


@each(
    ("text", "verdict"),
    [
        ("A count found 2,432 cabins burnt and 500 damaged. About 2,400 cabins burnt at Odby.", "supported"),
        ("A count found 2,432 cabins burnt and 500 damaged; about 2,400 cabins stand.", "contradicted"),
    ],
)
def test_what_another_figure_of_the_sentence_is_exactly_is_not_what_one_is_about(text: str, verdict: str) -> None:
    source = (
        "A count at Odby found that 2,432 cabins were burnt and 500 were damaged. About 24,000 cabins stand at Odby."
    )
    library = MemoryLibrary(contents(read_text(source, "source.txt", ".txt")))
    found = verify(read_text(text, "draft.md", ".md"), library, Curation())
    assert next(f for f in found if f.claim.text.lower() == "about 2,400").verdict == verdict


TABLE = "| Fire | Contained |\n|---|---|\n| Harle (Norland) | 52 percent |\n| Tarn (Norland) | 52 percent |\n"


@each(
    ("source", "text", "verdicts"),
    [
        # another row's value, in a passage that names both
        (
            "The Harle Fire, near Tarn in Norland, was 52 percent contained. The Tarn Fire in Norland was 57 percent "
            "contained.",
            TABLE,
            ["supported", "contradicted"],
        ),
        ("The Harle Fire and the Tarn Fire in Norland were each 52 percent contained.", TABLE, ["supported"] * 2),
        # two counts exchanged that the source calls by other words but for one
        (
            "The Harle Fire destroyed 600 cabins and 100 other structures.",
            "The Harle Fire gutted 100 cabins and 600 other sheds.",
            ["contradicted"],
        ),
    ],
)
def test_figures_given_to_others(source: str, text: str, verdicts: list[str]) -> None:
    library = MemoryLibrary(contents(read_text(source, "source.txt", ".txt")))
    found = verify(read_text(text, "draft.md", ".md"), library, Curation())
    assert [str(f.verdict) for f in found][: len(verdicts)] == verdicts
