"""Every text of a verdict on a figure, reached through the command line: what a source says, and what the draft."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.verify import texts

SOURCES = {
    "ferry.txt": """\
The ferry of Odby

The ferry of Odby carried 4,120 passengers in May. Its crew went on strike in the autumn.

The council of Odby has 43 seats. The Greens hold 17 of them and the Farmers hold 12.

The mill of Brenk burned down on 3 May 2019. It reopened on 15 May 2019.

The bridge at Tarn was built in 1967.

More than 50 houses of Harle were flooded in the spring.

The museum of Senby was founded in 1904 by a teacher.

"We will sell nine of the cranes," said Ada Kroll, the head of the yard.
""",
    "gazette.txt": "The Tarn Gazette\n\nThe bridge at Tarn was built in 1971.\n",
    "boats.md": "# Boats by harbour\n\n| Harbour | Boats |\n|---|---|\n| Lomby | 731 |\n| Senby | 264 |\n",
    "yard.md": """\
---
title: The yard of Lomby, a report
date: 2021-05-06
---

The yard of Lomby employed 310 people. It has built 26 ships, and its dock is 180 metres long.

The school of Lomby opened with 77 desks.

The lighthouse of Norby is 38 metres tall.
""",
    "first.md": """\
---
title: Evening report
date: 2020-10-14
---

The floods in the valley have killed 213 people and left 4,811 homeless.
""",
    "second.md": """\
---
title: Evening report
date: 2020-10-19
---

The floods in the valley have killed 266 people and left 5,204 homeless.
""",
    "sundays.md": """\
---
title: A day of rest
date: 2022-02-14
---

"The old boat will not sail on Sundays again," Ada Kroll told the crew.
""",
    "herons.txt": """\
Counting the herons

Volunteers counted 57 herons along the river in the north. The south was not counted, and a storm drove 93 herons in.
""",
    "hall.txt": "The hall of Ostby\n\nThe hall burned on 3 June 2018. Nine days later 61 carpenters came to it.\n",
}
# The name of a text, a draft's line, the figure in it, and the message on it.
ROWS = [
    ("NOTHING", "The wind reached 140 kilometres an hour.", "140 kilometres an hour", "no source speaks of it"),
    (
        "NEAREST", "The lamp of the lighthouse reaches 38 miles out.", "38 miles",
        'no source speaks of it; the nearest says "38 metres"',
    ),
    (
        "NOT_OF_THIS", "The museum of Senby closed on 15 May 2019.", "15 May 2019",
        'no source says it of this; "15 May 2019" is said of something else: “It reopened on 15 May 2019.”; '
        'the nearest says "1904"',
    ),
    (
        "UNSURE", "Teachers of Lomby had 77 pupils, and 310 parents met.", "310",
        'a source says "310", but too little there agrees to say that it is this',
    ),
    ("NOT_AS_PRECISE", "The museum was founded on 6 June 1904 by a teacher.", "6 June 1904",
     'no source is as precise: "1904"'),
    ("LESS", "In Harle 54 houses were flooded.", "54", 'the sources say less than the draft: "More than 50"'),
    (
        "MISQUOTED", '"We will sell nine of the cranes in 2031," said Ada Kroll.', "2031",
        "the words it is quoted in are not those of the source",
    ),
    (
        "TOLD_FOR_QUOTATION", '"We will sell six of the cranes," said Ada Kroll.', "six",
        'the draft says "six"; the source says "nine"; this is reported for the quotation',
    ),
    (
        "SPLIT", "The bridge at Tarn was built in 1971.", "1971",
        'the sources disagree: "1967" (1 source) or "1971" (1 source)',
    ),
    (
        "DIFFERS", "The ferry of Odby carried 4,720 passengers.", "4,720",
        'the draft says "4,720"; the source says "4,120"',
    ),
    (
        "CROSSWISE", "The Greens hold 12 seats and the Farmers hold 17.", "12",
        'the draft says "12"; the source says "17"; the source has the two the other way round',
    ),
    (
        "OF_ANOTHER", "Lomby has 264 boats.", "264",
        'the draft says "264"; the source says "731"; "264" is said of Senby',
    ),
    (
        "OF_ELSE", "On 19 October 2020 the floods in the valley had killed 213 people.", "213",
        'the draft says "213"; the source says "266"; "213" is said of something else: '
        "“The floods in the valley have killed 213 people and left 4,811 homeless.”",
    ),
    ("STATED", "The ferry of Odby carried 4,120 passengers.", "4,120", 'a source says "4,120"'),
    (
        "FOLLOWS", "The ferry of Odby carried more than 4,000 passengers.", "more than 4,000",
        'follows from "4,120": true of the source\'s figure',
    ),
    ("ALONE", "The school of Lomby taught 77 pupils.", "77", 'a source says "77"; little else there agrees'),
    (
        "RIVALLED", "Volunteers rang 93 herons in the south.", "93",
        'a source says "93"; but "57" answers better to the sentence',
    ),
    (
        "PRINTED", "On 6 May 2021 the yard of Lomby had 310 people at work.", "6 May 2021",
        "a document of that day says “The yard of Lomby employed 310 people.”",
    ),
    (
        "SPOKEN", "In 2022 Ada Kroll said: “The old boat will not sail on Sundays again.”", "2022",
        "a document of that time has the words “The old boat will not sail on Sundays again”",
    ),
    ("OF_THE_DAY", "On 12 June 2018, 61 carpenters came to the hall.", "12 June 2018", "a source has “61” of that day"),
    (
        "DERIVED", "The mill of Brenk burned down on 3 May 2019. It reopened twelve days later, on 15 May 2019.",
        "twelve days", "derived: 15 May 2019 is twelve days after 3 May 2019",
    ),
    ("QUOTED", '"We will sell nine of the cranes," said Ada Kroll.', "nine", "the source has it in the words quoted"),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources, and a draft for every row: next to each other, they would be one story."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "factcheck.toml").write_text('[library]\nsources = ["sources/*"]\n', encoding="utf-8")
    (folder / "sources").mkdir()
    for name, text in SOURCES.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    for name, line, _, _ in ROWS:
        (folder / f"{name}.md").write_text(f"{line}\n", encoding="utf-8")
    return folder


@pytest.fixture
def findings(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The message on each figure, by the draft and its words."""
    monkeypatch.chdir(project)
    assert main(["verify", "--format", "json", "--jobs", "1", *(f"{name}.md" for name, *_ in ROWS)]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    return {f"{one['path']}: {one['text']}": one["message"] for one in found}


def test_every_text_has_a_row() -> None:
    assert sorted(name for name in vars(texts) if name.isupper()) == sorted(name for name, *_ in ROWS)


@pytest.mark.parametrize(("name", "line", "figure", "message"), ROWS, ids=[name for name, *_ in ROWS])
def test_verdict_text(findings: dict[str, str], name: str, line: str, figure: str, message: str) -> None:
    assert findings[f"{name}.md: {figure}"] == message, line
    said = getattr(texts, name).partition("{")[0]
    assert said in message
