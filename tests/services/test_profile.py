"""What a project knows of somebody: sources by date, what checkers recorded, and where sources disagree."""

from __future__ import annotations

from pathlib import Path

import factcheck
from factcheck.services.persons import record

SOURCES = {
    "a.txt": "A\n\nOn 3 May 2011 the trade minister Jonas Feld met the mayor of Harle, Mara Lund.\n",
    "b.txt": "B\n\nOn 9 May 2011 the finance minister Jonas Feld met Mara Lund, a Canadian poet.\n",
    "c.txt": "C\n\nOn 9 May 2008 Mary Lund, a director of Brenk, sailed.\n",
}
ENTITIES = """
[[entity]]
name = "Mara Lund"
aliases = ["Mary Lund"]
roles = ["mayor of Harle, 2011/2019"]
"""


def project(folder: Path) -> Path:
    (folder / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n', encoding="utf-8")
    for name, text in SOURCES.items():
        (folder / "sources").mkdir(exist_ok=True)
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    (folder / "claims").mkdir()
    (folder / "claims" / "entities.toml").write_text(ENTITIES, encoding="utf-8")
    return folder


def test_all_that_is_known_of_somebody(tmp_path: Path) -> None:
    with factcheck.open(project(tmp_path)) as library:
        nobody, lund = library.who("Jonas Tarn"), library.who("Mara Lund")
        feld = record(library.who("feld"))
    assert (nobody.people, nobody.recorded, nobody.disagreements) == ((), (), ())
    assert lund.recorded == ("mayor of Harle, 2011/2019",)
    said = {one.name: [told.claim.claim.value.text for told in one.statements] for one in lund.people}
    assert said == {"Mara Lund": ["mayor, Harle", "poet, Canada"], "Mary Lund": ["director, Brenk"]}
    assert lund.disagreements == ()
    assert [one["name"] for one in feld["people"]] == ["Jonas Feld"]
    assert [(one["subject"], one["note"]) for one in feld["disagreements"]] == [("Jonas Feld", "another field")]


def test_what_is_said_in_words(tmp_path: Path) -> None:
    text = "Ida Odby, 35, was mayor of Harle from 2004 to 2010. Ann Reed died aged 91."
    (project(tmp_path) / "sources" / "d.txt").write_text(f"D\n\n{text}\n", encoding="utf-8")
    with factcheck.open(tmp_path) as library:
        told = [one.words for name in ("Ida Odby", "Ann Reed") for one in library.who(name).people[0].statements]
    assert told == ["aged 35", "mayor of Harle (2004 to 2010)", "aged 91 at death"]
