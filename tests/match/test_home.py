"""A paragraph is mostly written from one source: what its other figures tell of where one of them stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import Curation
from factcheck.extract import read_file, read_text
from factcheck.match.candidates import AT_HOME, Search
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Finding
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

SPRAY = {
    "brenk.txt": "A spray tried in Brenk\n\nIn Brenk 412 patients took the spray at 17 clinics. It helped within 13 "
    "minutes.",
    "odby.txt": "Odby's patients feel better\n\nSome 655 patients of Odby were given the spray at 29 clinics. The "
    "spray worked within 16 minutes.",
    "velm.txt": "Trial in Velm ends\n\nVelm's trial of the spray had 238 patients, at 11 clinics. Relief came within "
    "19 minutes.",
}
LEAD = "In one trial 655 patients took the spray at 29 clinics."
GIRLS = {
    "a.txt": "Trial in Brenk\n\nTwo girls sang. Jo Velm, 14, sang first. The hall sold 214 tickets in the first week "
    "and 351 in the second."
}

# Sources, a draft, its figure, the verdict. What must not be supported or accused comes first.
TABLE = [
    # What another figure says a sentence earlier is no rival.
    (GIRLS, "The hall sold 214 tickets in the first week. In the second it was 351.", "351", "supported"),
    # The very value stands in another source than the one that the paragraph speaks of.
    (SPRAY, f"{LEAD} It worked within 13 minutes.", "13 minutes", "contradicted"),
    (SPRAY, f"{LEAD} It worked within 19 minutes.", "19 minutes", "contradicted"),
    (SPRAY, f"{LEAD} It worked within 16 minutes.", "16 minutes", "supported"),
    (
        SPRAY,
        "In one trial 238 patients took the spray at 11 clinics. It brought relief within 19 minutes.",
        "19 minutes",
        "supported",
    ),
]


def finding(sources: dict[str, str], draft: str, figure: str, folder: Path) -> Finding:
    for name, text in sources.items():
        (folder / name).write_text(text, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_file(folder / name) for name in sorted(sources))))
    (found,) = (f for f in verify(read_text(draft), library, Curation()) if f.claim.text == figure)
    return found


@pytest.mark.parametrize(("sources", "draft", "figure", "verdict"), TABLE, ids=[f"{r[1]} {r[2]}" for r in TABLE])
def test_the_sentences_around_tell_the_source(
    sources: dict[str, str], draft: str, figure: str, verdict: str, tmp_path: Path
) -> None:
    found = finding(sources, draft, figure, tmp_path)
    assert found.verdict.value == verdict, found.message


def test_the_message_cites_the_source_that_the_paragraph_speaks_of(tmp_path: Path) -> None:
    found = finding(SPRAY, f"{LEAD} It worked within 13 minutes.", "13 minutes", tmp_path)
    assert Path(found.evidence[0].claim.path).name == "odby.txt"
    assert "16" in found.message


@pytest.mark.parametrize(("sentences", "sought"), [(5, 5), (60, 60), (100, AT_HOME)])
def test_a_document_that_the_sentences_around_speak_of_is_looked_through(sentences: int, sought: int) -> None:
    library = MemoryLibrary(contents(read_text(" ".join(f"Boat {n} sank." for n in range(sentences)))))
    draft = MemoryLibrary(contents(read_text("It took 13 minutes.")))
    figure = Scene(draft, Rarity(draft)).context(next(iter(draft.all_claims())))
    scene = Scene(library, Rarity(library))
    (document,) = library.documents()
    assert len(Search(figure, (), {}).around(scene.almanac)) == 0
    assert len(set(Search(figure, (), {}).around(scene.almanac, {document}))) == sought
