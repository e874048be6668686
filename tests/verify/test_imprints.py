"""The date of a document dates what its passages tell without one: to the day, and to the month."""

from __future__ import annotations

from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.model import Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

SOURCES = {
    "2003-08-12.txt": "The Odby Harbour Board\n12 August 2003\n\nVoting against the fee of 40 kroner was Ada Lund.\n",
    "2003-09-16.txt": "The pilots of Odby\n16 September 2003\n\nThe pilots of Odby asked for 12 new boats.\n",
    "2003-09-30.txt": "Tarn\n30 September 2003\n\nOn 2 May the harbour of Tarn closed its 3 docks.\n",
}

# the draft; its date; whether a source bears that date out
DATES = [
    # another month, another day of the same, another year, and somebody else
    ("In September 2003 Ada Lund voted against the fee.", "September 2003", False),
    ("On 13 August 2003 Ada Lund voted against the fee.", "13 August 2003", False),
    ("In August 2004 Ada Lund voted against the fee.", "August 2004", False),
    ("In August 2003 the museum of Brenk reopened.", "August 2003", False),
    # a passage that names a date of its own
    ("In September 2003 the harbour of Tarn closed its docks.", "September 2003", False),
    ("On 12 August 2003 Ada Lund voted against the fee.", "12 August 2003", True),
    ("In August 2003 Ada Lund voted against the fee.", "August 2003", True),
    ("In September 2003 the pilots of Odby asked for new boats.", "September 2003", True),
]


@each(("draft", "date", "borne_out"), DATES)
def test_a_date_is_borne_out_by_that_of_a_document(draft: str, date: str, borne_out: bool) -> None:
    library = MemoryLibrary(contents(*(read_text(text, path=name) for name, text in SOURCES.items())))
    (verdict,) = {f.verdict for f in verify(read_text(draft), library, Curation()) if f.claim.text == date}
    assert (verdict is Verdict.SUPPORTED) is borne_out
