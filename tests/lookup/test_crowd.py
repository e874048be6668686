"""A long quotation holds many words by chance: it does not push a figure aside."""

from factcheck.extract import read_text
from factcheck.lookup import search
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

SPEECH = (
    "“The boats of this harbour, their crews and their families have been the pride of the council and of the whole "
    "coast for as long as anybody can remember, and the money that was spent on the new mole, on the lamps and on the "
    "fish hall has come back to us in work, in trade and in the children who stay here, so let nobody say that the "
    "repair of the mole was wasted,” said Mayor Ona Reeve."
)
REPORT = "The council spent $4 million on the repair of the harbour mole."


def test_a_figure_comes_before_a_long_quotation() -> None:
    library = MemoryLibrary(contents(read_text(f"{SPEECH}\n\n{REPORT}", "mole.txt")))
    hits = search("council repair harbour mole", library)
    assert hits[0].claim.claim.text == "$4 million"
