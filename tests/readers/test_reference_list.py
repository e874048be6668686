"""Which blocks of a source are entries of its bibliography, and which only stand near one."""

from tests.rows import each

from factcheck.model import Role
from factcheck.readers import read_text

# What must not be set aside: under another heading, under none, as prose behind a list, in a draft.
KEPT = [
    "# Boats\n\nRoe, A. Boats of Harle. Harle: Port Press, 2013.",
    "# Sources\n\nRoe, A. counted 88 boats in 2013.",
    "# Preferences\n\n1. In 2013 there were 88 boats.",
    "# References\n\nThere were 88 boats in Harle, 2019 being a good year.",
    "# References\n\nIn Harle, Tarn and Orrin, 88 boats sank in 2019.",
    "# References\n\nThe mayor gave three of them.",
]
ASIDE = [
    ("References", "1. Roe, A. Boats of Harle. Nets 12, 45–67 (2013)."),
    ("References", "[12] Harbour Board: Report on nets. https://example.org/nets"),
    ("4. References", "Roe A, Marsh I. Nets of the north. Fish. 2011;12:45-67."),
    ("Bibliography:", "Roe, Ann, and Ivo Marsh. 2013. *Boats of Harle*. 412 pp."),
    ("WORKS CITED", "van Berg, J. (in press) Nets."),
    ("Select bibliography", "Harbour Board. 2013. Report on nets."),
    ("Further reading", "Al-Kader, S., 2010. Nets."),
    ("Literature", "- Ann Roe, Boats of Harle, 412 pages\n- Ivo Marsh, Nets"),
]


@each("page", KEPT)
def test_what_is_said_stays(page: str) -> None:
    assert Role.ASIDE not in {block.role for block in read_text(page, ".md").blocks}


@each(("heading", "entry"), ASIDE)
def test_an_entry_is_set_aside(heading: str, entry: str) -> None:
    source = read_text(f"# Boats\n\nThere are 88.\n\n## {heading}\n\n{entry}\n\n## Annex\n\nThere were 99.", ".md")
    shown = {source.view.text[b.span.start : b.span.end]: b.role for b in source.blocks if b.role is not Role.HEADING}
    assert {text for text, role in shown.items() if role is not Role.ASIDE} == {"There are 88.", "There were 99."}


def test_prose_behind_the_list_ends_it() -> None:
    page = "# References\n\n1. Roe, A. Nets (2013).\n\nThe council met in May. It counted 88 boats in 2019."
    assert [block.role for block in read_text(page, ".md").blocks] == [Role.HEADING, Role.ASIDE, Role.PROSE]


def test_of_a_draft_nothing_is_set_aside() -> None:
    page = "# References\n\n1. Roe, A. Nets (2013)."
    assert Role.ASIDE not in {block.role for block in read_text(page, ".md", whole=True).blocks}
