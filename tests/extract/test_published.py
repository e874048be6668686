"""When a document was published, by what stands in it, and on what that rests."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.extract.published import Paragraph, infer, infer_all, normal
from factcheck.text.tokens import tokenise


def read(text: str) -> list[Paragraph]:
    return [(tokens, recognise(tokens)) for tokens in map(tokenise, text.split("\n"))]


# Lines of a document, its date, words of the basis.
DOCUMENTS = [
    ("The lake\nThe lake is deep.", "", ""),
    ("The lake\nIt froze in 1985.", "", ""),
    ("The lake\n3 June 2022\nIt froze.", "2022-06-03", "stated at the top"),
    ("The lake\n3 June 2022\nIt froze.\n4 July 2022\nIt thawed.", "2022-06-03", "stated at the top"),
    ("The lake\n3 June 2022 – Ice.\n4 July 2022 – Rain.\n5 July 2022 – Sun.", "2022-07-05/..", "latest dated event"),
    ("The lake\nTuesday, June 3, 2014\nIt froze.", "2014-06-03", "stated at the top"),
    ("The lake\nPublished: 3 June 2022 by A. Writer\nIt froze.", "2022-06-03", "stated at the top"),
    ("The lake\nOSLO, 3 June 2022 – The lake froze.", "2022-06-03", "stated at the top"),
    ("The lake\nOSLO, 3 June 2022 (Harbour News) - The lake froze.", "2022-06-03", "stated at the top"),
    ("The lake\nBy A. Writer, Harbour Courier, Friday 3 June 2022\nIt froze.", "2022-06-03", "stated at the top"),
    ("The lake\nPress notice, 3 June 2022\nIt froze.", "2022-06-03", "stated at the top"),
    ("The lake (Harbour Courier, 3 June 2022)\nIt froze on 4 June 2022.", "2022-06-03", "in the brackets of the title"),
    ("The lake (Harbour Courier, 3 June 2022)\nIt froze on 4 August 2022.", "2022-08-04/..", "latest dated event"),
    ("The lake (Harbour Courier, June 2022)\nIt froze on 14 June 2022.", "2022-06-14/..", "latest dated event"),
    ("The lake (3 June 2022)\nIt froze on 14 June 2022.", "2022-06-14/..", "latest dated event"),
    ("The lake (frozen, 3 June 2022)\nIt froze on 14 June 2022.", "2022-06-14/..", "latest dated event"),
    ("The lake (Harbour Courier, 3 June 2022) froze\nIt froze on 14 June 2022.", "2022-06-14/..", "latest dated event"),
    ("The lake\nIt froze (Courier, 3 June 2022)\nIt froze on 14 June 2022.", "2022-06-14/..", "latest dated event"),
    ("The lake\nIt froze on 14 June 2022 and thawed in 2021.", "2022-06-14/..", "latest dated event"),
    ("The lake\nThe most recent frost came on 14 June 2022.", "2022-06", "recent"),
    ("The lake\nIt froze on 14 June 2022. Next year it may not.", "2022-06-14/2022-12-31", "next year"),
    ("The lake\nIt froze on 4 June 2022. It will thaw on 9 June 2022.", "2022-06-04/2022-06-09", "still to come"),
    (
        "The lake\nIt froze on 4 June 2022.\nAgency – Lake freezes – 6 June 2022",
        "2022-06-06/..",
        "latest source it cites",
    ),
    (
        "The lake after the frost of 2023\nIt froze in October. The council votes on 25 May 2024.",
        "2023-10-01/2023-12-31",
        "title",
    ),
    (
        "The lake\nThe 2023 frost was early: on Sunday, 23 July, it came.",
        "2023-07-23/..",
        "latest dated event",
    ),
]


# The same event named by its date and as seen from the document: together they give the day.
TIES = [
    (
        "The regatta was held on Sunday, 16 July.\nIn 2023 it was due.\nIt rained at yesterday’s regatta this year.",
        "2023-07-17",
    ),
    (
        "It froze on 5 May 2023, this year.\nNext month’s council elections matter.\nThe July elections near.",
        "2023-06",
    ),
    (
        "It froze on 5 May 2023, this year.\nNext month’s council elections matter.\nThe July fair nears.",
        "2023-05-05/2023-12-31",
    ),
]


@each(("text", "edtf"), TIES)
def test_an_event_named_twice(text: str, edtf: str) -> None:
    assert infer(read(text)).edtf == edtf


@each(("text", "edtf", "basis"), DOCUMENTS)
def test_inferred(text: str, edtf: str, basis: str) -> None:
    found = infer(read(text))
    assert found.edtf == edtf
    assert basis in found.basis


def test_a_document_without_a_date_takes_the_year_of_its_neighbours() -> None:
    firm, silent = "It froze on 14 June 2022.", "On 31 May it froze. It will thaw on 5 June."
    found = infer_all([read(firm), read(silent), read("It froze last year.")])
    assert [inference.edtf for inference in found] == ["2022-06-14/..", "2022-05-31/2022-06-05", "2022"]


def test_neighbours_of_two_years_tell_nothing() -> None:
    found = infer_all([read("It froze on 14 June 2022."), read("It froze on 4 May 2019."), read("It froze last year.")])
    assert found[2].edtf == ""


@each(
    ("text", "edtf"),
    [
        ("2022-06-03", "2022-06-03"),
        ("2022-06-03T10:00:00Z", "2022-06-03"),
        ("2022-06", "2022-06"),
        ("2022", "2022"),
        ("3 June 2022", "2022-06-03"),
        ("Fri, 3 June 2022 10:00", "2022-06-03"),
        ("2022-06/2022-12", "2022-06/2022-12"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_stated_date_is_put_in_edtf(text: str, edtf: str) -> None:
    assert normal(text) == edtf


# A file's name, the document's text, its date.
FILED = [
    ("lake.txt", "The lake\nIt froze.", ""),
    ("lake-2022.txt", "The lake\nIt froze.", ""),
    ("lake-20221345.txt", "The lake\nIt froze.", ""),
    ("2022-06-03-to-2022-06-09.txt", "The lake\nIt froze.", ""),
    ("call-120220603.txt", "The lake\nIt froze.", ""),
    ("2022-06-03-lake.txt", "The lake\n5 June 2022\nIt froze.", "2022-06-05"),
    ("2022-06-03-lake.txt", "The lake\nIt froze on 9 August 2022.", "2022-08-09/.."),
    ("2022-06-03-lake.txt", "The lake\nIt froze.", "2022-06-03"),
    ("lake_20220603.md", "The lake\nIt froze on 1 June 2022.", "2022-06-03"),
]


@each(("path", "text", "edtf"), FILED)
def test_the_day_in_a_files_name(path: str, text: str, edtf: str) -> None:
    assert infer_all([read(text)], path)[0].edtf == edtf


def test_a_file_of_several_documents_is_named_after_none() -> None:
    assert [
        i.edtf for i in infer_all([read("The lake\nIt froze."), read("The sea\nIt did not.")], "2022-06-03.txt")
    ] == [
        "",
        "",
    ]
