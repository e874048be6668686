"""Words of messages: a number and its noun agree, and a mistyped word is told the one that was meant, or none."""

from tests.rows import each

from factcheck.model import NOWHERE, Document
from factcheck.text.wording import address, alias, citation, clipped, counted, dated, imprint, nearest


@each(("number", "words"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1200, "1,200 sources")])
def test_a_plain_plural(number: int, words: str) -> None:
    assert counted(number, "source") == words


def test_another_plural() -> None:
    assert counted(1, "entity", "entities") == "1 entity"
    assert counted(2, "entity", "entities") == "2 entities"


@each(
    ("word", "meant"),
    [
        ("harbour", ""),
        ("verfy", "verify"),
        ("clams", "claims"),
        ("fc201", "fc202"),  # as near as fc102, and alike from the beginning
    ],
)
def test_the_nearest_word(word: str, meant: str) -> None:
    assert nearest(word, ["verify", "claims", "fc102", "fc202"]) == meant


@each(
    ("text", "shown"),
    [
        ("seven or", "seven or"),
        ("seven\n  or", "seven or"),
        ("seven or more", "seven o…"),
        ("", ""),
    ],
)
def test_a_long_text_is_cut(text: str, shown: str) -> None:
    assert clipped(text, 8) == shown


@each(
    ("edtf", "words"),
    [
        ("", ""),
        ("2022-03", "2022-03"),
        ("2022-03/2022-06", "between 2022-03 and 2022-06"),
        ("2022-06-14/..", "2022-06-14 or later"),
        ("../2022-06-14", "2022-06-14 or earlier"),
    ],
)
def test_a_date_of_publication(edtf: str, words: str) -> None:
    assert dated(edtf) == words


LETTER = Document("letter", "a/letter.txt", NOWHERE)
BOOK = Document("book", "book.txt", NOWHERE, "Rope", "Odby Mills", "Ada Brenk", "1911", url="https://example.org/a b")


@each(
    ("document", "printed", "entry"),
    [
        (LETTER, "", "a/letter.txt."),
        (BOOK, "Odby Mills, 1911", "Ada Brenk, “Rope”, Odby Mills, 1911, p. 4. https://example.org/a%20b"),
    ],
)
def test_a_document_in_a_list_of_sources(document: Document, printed: str, entry: str) -> None:
    assert imprint(document) == printed
    assert citation(document, "p. 4" if document is BOOK else "") == entry


def test_all_of_an_entry_but_its_address_is_written_for_its_place() -> None:
    assert citation(BOOK, escape=str.upper) == "ADA BRENK, “ROPE”, ODBY MILLS, 1911. https://example.org/a%20b"


@each(
    ("url", "shown"),
    [
        ("", ""),
        ("https://", ""),
        ("https:///odby", ""),
        ("file:///etc", ""),
        ("odby https://example.org", ""),
        ("HTTP://odby.example/?a=1", "HTTP://odby.example/?a=1"),
        ("https://odby.example/(é)*", "https://odby.example/%28é%29%2A"),
    ],
)
def test_an_address_that_may_be_clicked_on(url: str, shown: str) -> None:
    assert address(url) == shown


@each(
    ("identifier", "short"),
    [
        ("letter", "letter"),
        ("letter.txt", "letter"),
        ("1911/letter.txt", "letter"),
        ("a/b/letter.txt#2", "letter#2"),
        ("minutes-1.2", "minutes-1.2"),
    ],
)
def test_the_id_of_a_file_whose_name_no_other_has(identifier: str, short: str) -> None:
    assert alias(identifier) == short
