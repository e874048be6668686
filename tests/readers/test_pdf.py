"""What of a page is read, in which order, and where it stands."""

from __future__ import annotations

import signal

import pytest
from tests.readers.drawn import Word, lines, pdf
from tests.readers.zipped import told
from tests.rows import each

from factcheck.errors import InputError
from factcheck.model import Source
from factcheck.readers import read_data
from factcheck.readers.pdf import service
from factcheck.readers.pdf.breaks import Breaks
from factcheck.readers.pdf.pages import Page, Segment, Stretch

BODY = lines(40, 500, "The harbour board agreed on Tuesday to rebuild the northern pier", "at a cost of 43 million.")


def read(data: bytes) -> Source:
    return read_data(data, ".pdf", "a.pdf")


COLUMNS = [
    *lines(40, 500, "The board agreed on", "Tuesday to rebuild the", "northern pier at the"),
    *lines(220, 500, "cost of 43 million.", "Nobody objected to it", "in the hall."),
]
TABLE: list[Word] = [
    (40, 500, 10, "Table 2. Cases by place"),
    *[(x, 480, 10, t) for x, t in ((40, "Place"), (180, "2021"), (260, "2022"))],
    *[(x, 466, 10, t) for x, t in ((40, "Quay"), (180, "14"), (260, "7"))],
    *[(x, 452, 10, t) for x, t in ((40, "Mill"), (180, "1,204"), (260, "88"))],
    *[(x, 438, 10, t) for x, t in ((40, "Lake"), (180, "3"), (260, "5"))],
]


def test_letters_drawn_at_once_far_from_each_other_are_apart() -> None:
    spaced = "BT /F 10 Tf 20 Tc 40 440 Td (49) Tj ET\n"
    assert "4 9" in " ".join(read(pdf([*BODY], drawing=spaced)).text.split())
    assert "49" in read(pdf([*BODY], drawing=spaced.replace("20 Tc", "1 Tc"))).text


# A title, the words of each page, the blocks that are read.
PAGES = [
    ("lines are one paragraph", [BODY], ["p. 1: prose " + " ".join(text for *_, text in BODY)]),
    ("columns one after the other", [COLUMNS],
     ["p. 1: prose The board agreed on Tuesday to rebuild the northern pier at the cost of 43 million. Nobody objected"
      " to it in the hall."]),
    ("over a page in the middle of a sentence",
     [lines(40, 90, "Turnout in the whole", "province was"), lines(40, 500, "43 percent then.", "It fell.")],
     ["p. 1: prose Turnout in the whole province was 43 percent then. It fell."]),
    ("a heading by its size", [[(40, 540, 16, "Harbours of the north"), *BODY]],
     ["p. 1: heading1 Harbours of the north", "p. 1: prose " + " ".join(text for *_, text in BODY)]),
    ("a hyphen that the line end made", [lines(40, 500, "the com-", "mission of the north-", "eastern commission")],
     ["p. 1: prose the commission of the northeastern commission"]),
    ("a range over the line end", [lines(40, 500, "in the years 2018-", "23 it rose")],
     ["p. 1: prose in the years 2018-23 it rose"]),
    ("a table with its heads", [TABLE],
     ["p. 1: prose Table 2. Cases by place",
      "p. 1: cell Quay < | Place | Table 2. Cases by place>", "p. 1: cell 14 <Quay | 2021 | Table 2. Cases by place>",
      "p. 1: cell 7 <Quay | 2022 | Table 2. Cases by place>", "p. 1: cell Mill < | Place | Table 2. Cases by place>",
      "p. 1: cell 1,204 <Mill | 2021 | Table 2. Cases by place>",
      "p. 1: cell 88 <Mill | 2022 | Table 2. Cases by place>",
      "p. 1: cell Lake < | Place | Table 2. Cases by place>", "p. 1: cell 3 <Lake | 2021 | Table 2. Cases by place>",
      "p. 1: cell 5 <Lake | 2022 | Table 2. Cases by place>"]),
]  # fmt: skip


@each(("pages", "blocks"), [pytest.param(*case[1:], id=case[0]) for case in PAGES])
def test_read(pages: list[list[Word]], blocks: list[str]) -> None:
    assert told(read(pdf(*pages))) == blocks


def test_what_frames_a_page_is_not_read() -> None:
    pages = [
        [(40, 580, 8, f"Report 2019, page {n} of 3"), *lines(40, 500, f"The {n}rd pier sank."), (200, 20, 8, str(n))]
        for n in (1, 2, 3)
    ]
    assert [line.partition(": ")[2] for line in told(read(pdf(*pages)))] == [
        f"prose The {n}rd pier sank." for n in (1, 2, 3)
    ]


def test_rows_of_a_table_at_the_edge_are_no_running_head() -> None:
    """They recur but for their numbers, and these do not count with the pages."""
    pages = [[(40, 580, 10, f"North pier {figure} boats"), *BODY] for figure in (14, 93, 27)]
    assert [figure for figure in ("14", "93", "27") if f"{figure} boats" in read(pdf(*pages)).text] == [
        "14",
        "93",
        "27",
    ]


def test_printed_labels() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >>"
    source = read(pdf(BODY, BODY, catalog=labels))
    assert [line.partition(":")[0] for line in told(source)] == ["p. i", "p. 1"]
    assert source.places[0].place.record() == {"page": 1, "label": "i"}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_meant(turn: int) -> None:
    assert told(read(pdf(BODY, page=f"/Rotate {turn}"))) == told(read(pdf(BODY)))


def test_letters_across_the_page_are_left_out() -> None:
    watermark = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT 2019) Tj ET\n"
    assert told(read(pdf(BODY, drawing=watermark))) == told(read(pdf(BODY)))


def test_a_note_and_its_mark() -> None:
    body = [*lines(40, 500, "It cost 43 million", "and nobody objected."), (119, 503.5, 6, "12")]
    note = [(40, 60, 5, "12"), (48, 57, 7, "See the report of 2019.")]
    source = read(pdf([*body[:1], body[2], body[1], *note], BODY))
    assert "It cost 43 million and nobody objected." in " ".join(source.view.text.split())
    assert "p. 1, footnote 1: prose See the report of 2019." in told(source)


def test_every_character_knows_its_page_and_number() -> None:
    source = read(pdf(BODY, lines(40, 500, "It has 43 cranes.")))
    at = source.text.index("43 cranes")
    anchor = next(a for a in reversed(source.anchors) if a.at <= at)
    assert (anchor.unit, anchor.first + at - anchor.at) == (2, len("It has "))


IMAGE = "q 300 0 0 300 50 200 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q\n"


def test_a_page_without_text_is_named() -> None:
    assert read(pdf(BODY, [], drawing=IMAGE)).warnings == ("no text on page 2 of 2; run OCR (ocrmypdf)",)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (pdf([], drawing=IMAGE), "a.pdf: has no text layer; run OCR: ocrmypdf a.pdf a.pdf"),
        (b"%PDF-1.4\n% and no more", "a.pdf: is damaged or cut off, or no PDF"),
        (b"", "a.pdf: is damaged or cut off, or no PDF"),
    ],
)
def test_broken_files_cost_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read(data)
    assert read(pdf(BODY)).blocks, "the next file is read all the same"


def test_a_reader_that_does_not_end_costs_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    read(pdf(BODY))
    service.running()[0].process.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(service, "TO_OPEN", 0.2)
    with pytest.raises(InputError, match=r"a\.pdf: could not be read within its time"):
        read(pdf(BODY))
    monkeypatch.undo()
    assert read(pdf(BODY)).blocks


def test_without_the_extra_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"a\.pdf: is read with pypdfium2, .* pip install 'factcheck-cli\[pdf\]'"):
        read(pdf(BODY))


# The words of a file, the end of a line, the beginning of the next, the two as one.
HYPHENS = [
    ("", "com\u00ad", "mission", "commission"),
    ("", "com-", "mission", "commission"),
    ("long-term", "long-", "term", "long-term"),
    ("long-term", "long\u00ad", "term", "long-term"),
    ("", "Anglo-", "Irish", "Anglo-Irish"),
    ("part part time time", "part-", "time", "part-time"),
    ("", "2018–", "23", "2018–23"),
    ("", "cost -", "free", "cost - free"),
    ("", "it", "rose", "it rose"),
]


@each(("words", "line", "following", "joined"), HYPHENS)
def test_hyphens(words: str, line: str, following: str, joined: str) -> None:
    page = Page(1, "", 600, [Segment(0, 1, 1, 10, [Stretch(words, 0, False)])])
    joint = Breaks([page]).joint(line, following)
    assert line[: len(line) - joint.dropped] + joint.text + following == joined
