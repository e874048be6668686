"""Where a passage names no date, the date of its document tells when it is."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.match.imprints import imprints
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

MET = "The Board met again and sold 12 boats."


@each(
    ("draft", "published", "told", "found"),
    [
        ("The Board met on 3 May 2019.", "2019-05-04", MET, ""),
        ("The Board met on 3 May 2019.", "2019", MET, ""),
        ("The Board met in 2019.", "2019-05-03", MET, ""),
        ("The Board had 3 boats.", "2019-05-03", MET, ""),
        # it says itself when
        ("The Board met on 3 May 2019.", "2019-05-03", "On 2 May the Board met and sold 12 boats.", ""),
        ("The Board met on 3 May 2019.", "2019-05-03", "The Board sold 12 boats and met on 2 May.", ""),
        # it has no figure
        ("The Board met on 3 May 2019.", "2019-05-03", "The Board met again.", ""),
        ("The Board met on 3 May 2019.", "2019-05-03", MET, "2019-05-03"),
        ("The Board met in May 2019.", "2019-05-03", MET, "2019-05-03"),
    ],
)
def test_the_date_of_a_document(draft: str, published: str, told: str, found: str) -> None:
    own = MemoryLibrary(contents(read_text(draft)))
    library = MemoryLibrary(contents(read_text(told, date=published)))
    rarity = Rarity(library)
    figure = Scene(own, rarity).context(next(iter(own.all_claims())))
    passages = [passage.id for passage in library.all_passages()]
    dates = [date.claim for date in imprints(figure, passages, Scene(library, rarity))]
    assert [date.value.text for date in dates] == ([found] if found else [])
    assert [date.sentence[date.mark.start : date.mark.end] for date in dates] == ([told] if found else [])
