"""Spellings of one name are told from names that only look alike."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import forms, table
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.variants import Difference, misspellings
from factcheck.variants.difference import difference
from factcheck.variants.find import find
from factcheck.variants.written import read_names, written

TWO_NAMES = [
    ("Jon Berg", "Tom Berg"),
    ("Henry VI", "Henry IV"),
    ("Harbour Union'", "Harbour Union"),
    ("North Harbour", "South Harbour"),
    ("Southeast Norland", "Southeast Norlander"),
    ("Norland's National Fleet", "Norland National Fleet"),
    ("Norland National Fleet", "Norland National Museum"),
    ("Norland Prime Minister", "Norland's Prime Minister"),
    ("Bank of Norland", "Bank for Norland"),
    ("the ARC", "the ARK"),
    ("NORLAND HARBOUR", "Norland Harbour"),
    ("Harbour Council", "Harbour Committee"),
    ("Jonna Bergman", "Jonna Hermann"),
    ("Mara Quist", "Mara Quilter"),
    ("Jürg Moll", "Jorg Mull"),
    ("Tarn Forestry", "Tarn Foresters"),
]
ONE_NAME = [
    ("Mara Lund", "Mara Lunt", Difference.LETTER),
    ("Antony Berg", "Anthony Berg", Difference.LETTER),
    ("Mara Kolvik", "Mara Kovlik", Difference.LETTER),
    ("Theodora Lindqvist", "Teodroa Lindqvist", Difference.LETTERS),
    ("Ona Kasparovitch", "Ona Kaspraovtich", Difference.LETTERS),
    ("Jörn Möller", "Joern Moeller", Difference.ACCENT),
    ("Jörn Möller", "Jorn Moller", Difference.ACCENT),
    ("Zoë Strauß", "Zoe Strauss", Difference.ACCENT),
    ("Norland National Fleet", "Norlander National Fleet", Difference.INFLECTION),
    ("League for Human Rights", "League for Human Right", Difference.INFLECTION),
    ("National Harbour Committee", "National Harbour Commission", Difference.WORD),
    ("World Forum for Civic Housing", "World Forum for Citizen Housing", Difference.WORD),
    ("Norland Forum for Fish Trade", "Norland Forum for Fish and Trade", Difference.JOINER),
    ("Harbour Now", "HarbourNow", Difference.SPACING),
    ("Norland Harbour-Watch", "Norland Harbour Watch", Difference.SPACING),
    ("Lund Mara", "Mara Lund", Difference.ORDER),
    ("Norland's People Party", "Norland People's Party", Difference.POSSESSIVE),
    ("Norland Peoples’ Party", "Norland People’s Party", Difference.INFLECTION),
]


@each(("one", "other"), TWO_NAMES)
def test_two_names_are_no_spellings_of_one(one: str, other: str) -> None:
    assert difference(written(one), written(other)) is None


@each(("one", "other", "how"), ONE_NAME)
def test_how_two_spellings_differ(one: str, other: str, how: Difference) -> None:
    assert difference(written(one), written(other)) is how
    assert difference(written(other), written(one)) is how


def test_a_run_is_read_with_its_parts() -> None:
    text = "The Forum for Human Rights of Norland met Mara Lund’s son."
    names = {seen.name.text: text[slice(*seen.span)] for seen in read_names(text)}
    assert {"Forum for Human Rights", "Human Rights of Norland", "Mara Lund"} <= names.keys()
    assert "The Forum" not in names
    assert "Norland" not in names
    assert names["Mara Lund"] == "Mara Lund"


def test_every_row_of_name_words() -> None:
    for row in table("name_words"):
        words = set(forms(row["words"]))
        assert words & set(row["yes"].lower().split()), row
        assert not words & set(row["no"].lower().split()), row


def _library(*texts: str) -> MemoryLibrary:
    return MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(texts))))


FIRST = "Mara Lund of the Norland Harbour League met Jon Berg. Mara Lund said the Norland Harbour League would grow."
SECOND = "Later Mara Lunt of the Norlander Harbour League met Jon Berg in Port Ellis. Mara Lund left Port Ellis."


def test_spellings_are_grouped_under_the_usual_one() -> None:
    found = find(_library(FIRST, SECOND))
    assert [(names.usual.text, [form.text for form, _ in names.others]) for names in found] == [
        ("Mara Lund", ["Mara Lunt"]),
        ("Norland Harbour League", ["Norlander Harbour League"]),
    ]
    passage = next(iter(_library(FIRST, SECOND).passages([found[0].others[0][0].places[0].passage]).values()))
    assert passage.text[slice(*found[0].others[0][0].places[0].span)] == "Mara Lunt"


def test_declared_aliases_are_no_variants() -> None:
    found = find(_library(FIRST, SECOND), [("Mara Lund", "Mara Lunt")])
    assert [names.usual.text for names in found] == ["Norland Harbour League"]


def test_an_accent_that_is_spelt_out_needs_no_company() -> None:
    found = find(_library("The baker Jörn Möller sells bread.", "Joern Moeller won in Port Ellis."))
    assert [[form.text for form, _ in names.others] for names in found] == [["Joern Moeller"]]


def test_strangers_with_like_names_are_two_people() -> None:
    assert find(_library(FIRST, "The baker Mara Lunt sells rye bread in Oxford.")) == []


SILENT = [
    "Mara Lund met Jon Berg.",
    "Lund and Berg met; Mara Lund’s son came.",
    "Mara Lindgren met Jon Borg.",
    "The Norland Harbour Committee met.",
    "Norland’s Harbour League met.",
]
SLIPS = [
    ("Mara Lunt met Jon Berg.", "Mara Lunt", "Mara Lund"),
    ("The Norlander Harbour League met.", "Norlander Harbour League", "Norland Harbour League"),
    ("Chairwoman Mara Lnud met nobody.", "Mara Lnud", "Mara Lund"),
]


# A library that names most people once, writes accents, and knows two who are a letter apart.
ONCE = (
    "The poet Hervé Tarnwell read. Mara Lindgren and Timmy Odbyson sailed with Marit Kolvik and Márta Holm. "
    "Anna Brenk and Anne Brenk rowed; Jens Borg slept."
)
KNOWN_ONCE = [
    ("Mara Lindgren left.", ""),
    ("Mara Halding left.", ""),
    ("Anna Brenk left.", ""),
    ("Marit Holm left.", ""),
    # short surnames are often a letter apart, and a word that the library has is another name
    ("Jens Berg left.", ""),
    ("Timmy Kolvik left.", ""),
    # spelt out is a usage
    ("Maerta Holm left.", ""),
    ("Mara Lindgran left.", "Mara Lindgren"),
    ("Mara Lindgern left.", "Mara Lindgren"),
    ("Tommy Odbyson left.", "Timmy Odbyson"),
    ("Herve Tarnwell left.", "Hervé Tarnwell"),
    ("Marit Kölvik left.", "Marit Kolvik"),
]


@each(("draft", "right"), KNOWN_ONCE)
def test_a_name_that_stands_once(draft: str, right: str) -> None:
    assert [slip.right for slip in misspellings(read_text(draft), _library(ONCE))] == [right] * bool(right)


def test_accents_prove_nothing_where_sources_have_none() -> None:
    assert misspellings(read_text("Hervé Tarnwell left."), _library("The poet Herve Tarnwell read.")) == []


@each(
    ("draft", "right"),
    [
        # as the sources have it, without, of somebody whom they name once, and of two people
        ("Mara J. Lund left.", ""),
        ("Mara Lund left.", ""),
        ("Ida K. Odby left.", ""),
        ("Jon A. Berg left.", ""),
        ("Mara K. Tarnwell left.", ""),
        ("Mara K. Lund left.", "Mara J. Lund"),
        ("They took Mara K. Lund\u2019s boat.", "Mara J. Lund"),
    ],
)
def test_an_initial_that_sources_always_have_otherwise(draft: str, right: str) -> None:
    sources = (
        "Mara J. Lund met Ida L. Odby and Jon B. Berg.",
        "Jon B. Berg and Jon D. Berg heard Mara J. Lund\u2019s speech.",
    )
    assert [slip.right for slip in misspellings(read_text(draft), _library(*sources))] == [right] * bool(right)


@each(
    ("draft", "right"),
    [
        # as it is, of other names, and where sources have both orders
        ("Mara Lund left.", ""),
        ("Odby Mara left.", ""),
        ("Park Tae left.", ""),
        ("Tae Park left.", ""),
        # words that name nobody: in capitals, a nation, one that is also written small
        ("The ARC Harbour left.", ""),
        ("In Harbour Norland they met.", ""),
        ("Shot Victim left.", ""),
        ("Lund Mara left.", "Mara Lund"),
        ("They met Odby Ida.", "Ida Odby"),
    ],
)
def test_a_name_turned_round(draft: str, right: str) -> None:
    words = "Harbour ARC sank. They saw Norland Harbour. Victim Shot! The victim left."
    library = _library(
        f"Mara Lund met Ida Odby. Tae Park sang. {words}", "Mara Lund sailed. Park Tae rowed. Tae Park swam."
    )
    assert [slip.right for slip in misspellings(read_text(draft), library)] == [right] * bool(right)


def test_two_given_names_may_stand_either_way_round() -> None:
    sources = "Thomas James left. Thomas James sat. James Odby sang."
    assert misspellings(read_text("James Thomas left."), _library(sources)) == []
    assert [slip.right for slip in misspellings(read_text("Lund Mara left."), _library("Mara Lund left."))] == [
        "Mara Lund"
    ]


@each("row", table("place_names"))
def test_names_of_places_that_are_no_slips_of_each_other(row: dict[str, str]) -> None:
    for cell, wrong in (("yes", False), ("no", True)):
        draft, source = row[cell].split(" / ")
        library = _library(f"They left the {source}. They saw the {source}.")
        assert bool(misspellings(read_text(f"They left the {draft}."), library)) is wrong, cell


def test_nations_are_no_slips_of_each_other() -> None:
    library = _library("They left the Iraq Harbour Board. They saw the Iraq Harbour Board.")
    assert misspellings(read_text("They left the Iran Harbour Board."), library) == []
    assert len(misspellings(read_text("They left the Irak Harbour Board."), library)) == 1


def test_one_place_proves_nothing_against_a_draft_that_has_the_name_again_and_again() -> None:
    library = _library("Mara Lindgren left.")
    assert len(misspellings(read_text("Mara Lindgran left. Mara Lindgran sat."), library)) == 2
    assert misspellings(read_text("Mara Lindgran left. Mara Lindgran sat. Mara Lindgran sang."), library) == []


# A library in which people are named twice, and some once.
TWICE = (
    "Stephen Tarnwell read; Marie Odbyson sat. Stephen Tarnwell sang; Marie Odbyson rowed. "
    "Mary Holm and Steven Berg sailed; Jon Brenkov met Karin Brenkov. Anna Quist left; Anne Ridley left. "
    "Ida Levy left. Mark Lem left. Tessa Orby left. Tessa Orby sat. Karin Harle met Mario, Marc, Steve and John. "
    "Mario, Marc, Steve and John rowed. Mario, Marc, Steve and John won."
)


@each(
    ("draft", "right"),
    [
        # short forms and other given names; of a short surname; where others of the surname are named as often
        ("Steve Tarnwell left.", ""),
        ("Mario Odbyson left.", ""),
        ("Marc Lem left.", ""),
        ("John Brenkov left.", ""),
        ("Ida Lavy left.", ""),
        ("Steven Tarnwell left.", "Stephen Tarnwell"),
        ("Mary Odbyson left.", "Marie Odbyson"),
        ("Anne Quist left.", "Anna Quist"),
        # two letters of a short surname exchanged
        ("Ida Leyv left.", "Ida Levy"),
        # a word whose stem is that of the right one
        ("Tessa Orbi left.", "Tessa Orby"),
    ],
)
def test_given_names_and_short_surnames(draft: str, right: str) -> None:
    assert [slip.right for slip in misspellings(read_text(draft), _library(TWICE))] == [right] * bool(right)


@each("row", table("given_names"))
def test_given_names_that_are_taken_for_one_another(row: dict[str, str]) -> None:
    for cell, wrong in (("yes", True), ("no", False)):
        draft, source = (text.replace("Lund", "Lundgren") for text in row[cell].split(" > "))
        known = " ".join(f"{name} Odby left." for text in (draft, source) for name in [text.split()[0]] * 3)
        found = misspellings(read_text(draft), _library(f"{source} {source} {known}"))
        assert bool(found) is wrong, cell


@each(
    ("heading", "right"),
    [
        # a headline has capitals of its own
        ("Harbour League Sees Mara Lunt Again", ""),
        ("Mara Lund sees the harbour again", ""),
        ("Mara Lunt sees the harbour again", "Mara Lund"),
    ],
)
def test_a_heading_that_is_a_sentence_has_names(heading: str, right: str) -> None:
    draft = read_text(f"# {heading}\n\nThe boats left.\n", "draft.md", ".md")
    assert [slip.right for slip in misspellings(draft, _library(FIRST))] == [right] * bool(right)


@each(
    ("sources", "right"),
    [
        # two who are told of as often; two who are no spellings of each other
        ("Kirsty Ahlberg sat. Kristy Ahlberg sang.", ""),
        ("Kirsty Ahlberg left. Kristy Ahlberg sat. Kristy Ahlberg sang.", "Kristy Ahlberg"),
    ],
)
def test_a_slip_for_both_of_two_spellings(sources: str, right: str) -> None:
    assert [slip.right for slip in misspellings(read_text("Kisty Ahlberg left."), _library(sources))] == [right] * bool(
        right
    )


def test_a_stem_that_leaves_the_end_of_a_word_out() -> None:
    many = "\n\n".join(f"Mara saw boat {number}." for number in range(200))
    library = _library(f"{many}\n\nMara Tarnovic left. Mara Tarnovic sat.")
    assert [slip.right for slip in misspellings(read_text("Mara Tanovic left."), library)] == ["Mara Tarnovic"]


# What looks like a slip and is none, beside what is one.
ODD = (
    "Bank of Norland staff left. Bank of Norland boats sank. Bank Sal Odby closed. President Mara Brenk Lund read. "
    "Kisrty Holm rowed; Kirsty Berg won; Tommy Odbyson slept. Ida Hutter sang. Ida Hutter danced. "
    "The Odby Service Corps marched."
)


@each(
    ("draft", "right"),
    [
        # a word in another language, and a body turned about
        ("Banc of Norland left.", ""),
        ("Bnak of Norland left.", "Bank of Norland"),
        ("The Odby Servicr Corps left.", "Service Corps"),
        ("Sal Odby Bank left.", ""),
        ("Presidents Mara Brenk Lund left.", ""),
        # the odd word is the library's own
        ("Kirsty Holm left.", ""),
        ("Tammy Odbyson left.", "Tommy Odbyson"),
        # a surname by itself that begins with another letter is another's
        ("Ida Hutter left. Mutter sat.", ""),
        ("Ida Hutter left. Hutten sat.", ""),
        ("Ida Hutter left. Hitter sat.", "Hutter"),
    ],
)
def test_what_is_no_slip_of_the_pen(draft: str, right: str) -> None:
    assert [slip.right for slip in misspellings(read_text(draft), _library(ODD))] == [right] * bool(right)


@each(
    ("rare", "found"),
    [("Bengt Lundgern", ["Bengt Lundgern"]), ("Bengt Lundgran", []), ("Bengt Lundgern rowed. Bengt Lundgern", [])],
)
def test_turned_letters_need_no_company(rare: str, found: list[str]) -> None:
    usual = ("Bengt Lundgren sailed. Bengt Lundgren rowed.", "Bengt Lundgren won. Bengt Lundgren lost.")
    library = _library(*usual, f"{rare} won at Tarn.")
    assert [form.text for one in find(library) for form, _ in one.others] == found


def test_a_word_that_stands_everywhere_hides_no_slip() -> None:
    many = "\n\n".join(f"Mara saw boat {number}." for number in range(200))
    library = _library(f"{many}\n\nMara Lindgren left.")
    assert [slip.right for slip in misspellings(read_text("Mara Lindgran left."), library)] == ["Mara Lindgren"]


@each("draft", SILENT)
def test_a_name_that_is_right_or_unknown_is_left_alone(draft: str) -> None:
    assert misspellings(read_text(draft), _library(FIRST)) == []


@each(("draft", "wrong", "right"), SLIPS)
def test_a_slip_is_found_with_the_right_form(draft: str, wrong: str, right: str) -> None:
    found = misspellings(read_text(draft), _library(FIRST))
    assert [(slip.written, slip.right, draft[slice(*slip.span)]) for slip in found] == [(wrong, right, wrong)]
    assert misspellings(read_text(draft), _library(FIRST), [wrong]) == []
