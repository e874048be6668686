"""A row of a table is judged as a sentence is: its cells tell of each other, and each only of its own column."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import Curation
from factcheck.extract import read_file, read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

SOURCES = {
    "odby.txt": """\
Odby

The shipyard of Odby launched 46 boats in 2019 and employed 812 welders. Its apprentices came from all of Norland.
The shipyard of Odby launched 51 boats in 2020 and employed 640 welders.
""",
    "tarn.txt": """\
Tarn

The shipyard of Tarn launched 29 boats in 2019 and employed 377 welders.
""",
}
STORY = "| Yard | What | Figure |\n|---|---|---|\n"
HEAD = "| Yard | Year | Boats | Welders | Apprentices |\n|---|---|---|---|---|\n"

# the row; each of its figures with the verdict
ROWS = [
    # what no source has of a column is not denied by another column's figure
    ("| Odby | 2019 | 46 | 812 | 33 |", {"46": "supported", "812": "supported", "33": "unverified"}),
    ("| Tarn | 2019 | 29 | 377 | 33 |", {"29": "supported", "377": "supported", "33": "unverified"}),
    # nor what the same text has of the same yard in another year
    ("| Odby | 2019 | 46 | 640 | |", {"46": "supported", "640": "unverified"}),
    ("| Tarn | 2019 | 29 | 812 | |", {"29": "supported", "812": "contradicted"}),
    # where the row tells its figure at length, no header need
    (STORY + "| Odby | 51 boats of 2020 | 655 |", {"655": "unverified"}),
    (
        STORY + "| Odby | its shipyard launched 51 boats and employed welders in 2020 | 655 |",
        {"655": "contradicted"},
    ),
    # crosswise in one row
    ("| Odby | 2019 | 812 | 46 | |", {"812": "contradicted", "46": "contradicted"}),
]


@pytest.mark.parametrize(("row", "verdicts"), ROWS)
def test_a_row_is_a_sentence(row: str, verdicts: dict[str, str], tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text((row if row.startswith(STORY) else HEAD + row) + "\n", encoding="utf-8")
    library = MemoryLibrary(contents(*(read_text(text, path=name) for name, text in SOURCES.items())))
    found = verify(read_file(draft), library, Curation())
    assert {f.claim.text: f.verdict.value for f in found if f.claim.text in verdicts} == verdicts


RESULTS = (
    "Brenk Steel earned 186 million crowns in the quarter, compared with 113 million crowns in the same period of 2003."
)
COMPARED = (
    "| Firm | Profit | A year earlier |\n|---|---|---|\n| Brenk Steel | {} million crowns | {} million crowns |\n"
)


@pytest.mark.parametrize(
    ("now", "then", "verdicts"),
    [
        (186, 113, ["supported", "supported"]),
        (186, 131, ["supported", "contradicted"]),
        # nor does what was say what is
        (113, 186, ["contradicted", "unverified"]),
    ],
)
def test_a_column_of_what_was(now: int, then: int, verdicts: list[str], tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(COMPARED.format(now, then), encoding="utf-8")
    library = MemoryLibrary(contents(read_text(RESULTS, path="brenk.txt")))
    assert [
        f.verdict.value for f in verify(read_file(draft), library, Curation()) if "million" in f.claim.text
    ] == verdicts


# a text with tables; the words of its passages, those of one paragraph together
PARAGRAPHS = [
    ("One. Two.\n\nThree.\n", "a.md", [["One.", "Two."], ["Three."]]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nFive.\n", "a.md", [["a", "b"], ["1", "2"], ["3", "4"], ["Five."]]),
    ("a,b\n1,2\n3,4\n", "a.csv", [["1", "2"], ["3", "4"]]),
    (
        "<table><tr><th>a<th>b<tr><td>1<td>2<tr><td rowspan=2>3<td>4<tr><td>5</table><p>Six.",
        "a.html",
        [["a", "b"], ["1", "2"], ["3", "4"], ["5"], ["Six."]],
    ),
]


@pytest.mark.parametrize(("text", "name", "paragraphs"), PARAGRAPHS)
def test_the_cells_of_a_row_are_one_paragraph(
    text: str, name: str, paragraphs: list[list[str]], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found: dict[int, list[str]] = {}
    for cut in (cut for read in read_file(tmp_path / name).documents for cut in read.passages):
        found.setdefault(cut.passage.paragraph, []).append(cut.text)
    assert list(found.values()) == paragraphs
