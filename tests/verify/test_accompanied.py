"""A date is judged by the company it keeps: the words that were said on it, the figures of its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import Curation
from factcheck.extract import read_file, read_text
from factcheck.model import Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

SOURCES = {
    "board-2003-08-12.txt": """\
Statement of the Odby Harbour Board
12 August 2003

The Board believes that low fees can be kept for a good long while.
""",
    "board-2004-03-16.txt": """\
Statement of the Odby Harbour Board
16 March 2004

The Board can now be patient in raising its fees.
On 2 February 2004 the pilots had called the fees a heavy burden on small boats.
""",
    "dues.txt": """\
The dues of Odby harbour

Beginning in April 2014, the Board takes 25 kroner a ton from freight and 30 kroner a ton from oil.
Beginning in May 2014, the Board takes 20 kroner a ton from freight and 25 kroner a ton from oil.
""",
}

HEAD = "| From | Freight, a ton | Oil, a ton |\n|---|---|---|\n"

# the draft; its date; whether a source bears that date out
DATES = [
    # other words, another day, another month, a year that is not the document's
    ("On 12 August 2003 the Board found fees to be “a thorn in every side of trade”.", "12 August 2003", False),
    ("On 13 August 2003 the Board said that fees “can be kept for a good long while”.", "13 August 2003", False),
    ("In September 2003 the Board said that fees “can be kept for a good long while”.", "September 2003", False),
    ("In 2004 the Board said that fees “can be kept for a good long while”.", "2004", False),
    # words that the document dates otherwise
    ("On 16 March 2004 the pilots spoke of “a heavy burden on small boats”.", "16 March 2004", False),
    # each quotation is of the date before it
    (
        "In April 2003 the pilots went on strike; on 12 August 2003 the Board said that fees “can be kept for a good "
        "long while”.",
        "April 2003",
        False,
    ),
    ("On 12 August 2003 the Board said that fees “can be kept for a good long while”.", "12 August 2003", True),
    ("In August 2003 the Board said that fees “can be kept for a good long while”.", "August 2003", True),
    ("In 2003 the Board said that fees “can be kept for a good long while”.", "2003", True),
    ("“Patient in raising its fees”: so the Board put it in March 2004.", "March 2004", True),
    (
        "In August 2003 fees were to “be kept for a good long while”; by March 2004 the Board could “be patient in "
        "raising its fees”.",
        "March 2004",
        True,
    ),
    # the date that heads a row is that of its figures
    (
        "| From | Freight, a ton | Oil, a ton |\n|---|---|---|\n| June 2014 | 25 kroner | 30 kroner |\n",
        "June 2014",
        False,
    ),
    (HEAD + "| May 2014 | 20 kroner | 25 kroner |\n", "May 2014", True),
]


@pytest.mark.parametrize(("draft", "date", "borne_out"), DATES)
def test_a_date_is_borne_out_by_what_was_said_on_it(draft: str, date: str, borne_out: bool, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_text(text, path=name) for name, text in SOURCES.items())))
    found = verify(read_file(tmp_path / "draft.md"), library, Curation())
    (verdict,) = {f.verdict for f in found if f.claim.text == date}
    assert (verdict is Verdict.SUPPORTED) is borne_out
