"""Which files hold several articles, and which only look as if they did."""

from __future__ import annotations

from typing import NamedTuple

from tests.rows import each

from factcheck import readers
from factcheck.extract import articles
from factcheck.model import Document

# Paragraphs that read as running text.
BODY = """\
The council agreed on Tuesday to rebuild the northern harbour, and set aside a first sum for the piers that the
winter storms had broken. Work begins in spring.

Fishermen said they had waited long enough. Their boats lie idle in the outer basin."""


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def split(text: str, suffix: str = ".txt") -> tuple[Document, ...]:
    return articles.split(readers.read_text(text, suffix, f"file{suffix}"))


FIRST, SECOND, THIRD = "Council to rebuild the harbour", "Fishermen wait for the new pier", "Storm breaks the old light"
CAPTION = "The northern pier after the storm"
# Files of one document, however many titles, names and rules they hold.
ONE = {
    "a report with headings": page(
        "Harbour Report for the Year", "Summary", BODY, "Findings", BODY, "The way on", BODY
    ),
    "a report with numbered headings": page("Harbour Report", "1. Summary", BODY, "2. Findings", BODY),
    "a news story": page(FIRST, "By Ana Lima", "PORTO – " + BODY, "Lisbon – a rival – is silent.", BODY),
    "a story with a second dateline": page(FIRST, "PORTO – " + BODY, "LISBON – " + BODY),
    "minutes with bylines inside": page(
        "Minutes of the board",
        "Treasurer's annual report",
        "By Tom Hall",
        BODY,
        "Engineer's report",
        "By Ana Lima",
        BODY,
    ),
    "minutes that open with a byline": page(
        "Minutes of the board", "By Ana Lima", BODY, "Treasurer's annual report", "By Tom Hall", BODY
    ),
    "a caption twice": page(FIRST, BODY, CAPTION, CAPTION, BODY),
    "a caption twice on lines that touch": page(FIRST, FIRST, BODY, CAPTION + "\n" + CAPTION, BODY),
    "a refrain": page("Down by the harbour wall", "the boats come in", "the boats come in", BODY),
    "warnings that look like datelines": page(
        "How to moor a boat", "NOTE – " + BODY, "How to cast off", "NOTE – " + BODY
    ),
    "a signed letter": page(
        "Open letter on the harbour", "To:", "The Board", "Dear members,", BODY, "Signed,", "North Group", "South Group"
    ),
    "prose alone": BODY,
    "a single line": "Five men left.",
    "nothing": "",
    "no word": "***\n\n---\n",
}


@each("text", ONE.values())
def test_is_one_document(text: str) -> None:
    assert [document.id for document in split(text)] == ["file"]


class Many(NamedTuple):
    text: str
    titles: list[str]


TWICE = page(FIRST, FIRST, "By Ana Lima.", BODY, SECOND, SECOND, "PORTO – " + BODY, THIRD, THIRD, "To:", "You", BODY)
STAFF = "\nPier Watch Reporter, Europe"
MANY = {
    "titles twice": Many(TWICE, [FIRST, SECOND, THIRD]),
    "titles twice, CR LF": Many(TWICE.replace("\n", "\r\n"), [FIRST, SECOND, THIRD]),
    "titles twice, a byte-order mark": Many("\ufeff" + TWICE, [FIRST, SECOND, THIRD]),
    "titles twice that are sentences": Many(
        page(FIRST + ".", FIRST + ".", BODY, SECOND + ".", SECOND + ".", BODY), [FIRST + ".", SECOND + "."]
    ),
    "titles twice on lines that touch": Many(
        page(FIRST + "\n" + FIRST, BODY, CAPTION, CAPTION, BODY, SECOND + "\n" + SECOND, BODY), [FIRST, SECOND]
    ),
    "a list just above a title": Many(
        page(FIRST, FIRST, BODY, f"  1. North Pier Group\n  2. South Pier Group\n{SECOND}", SECOND, BODY),
        [FIRST, SECOND],
    ),
    "bylines with datelines": Many(
        page(
            FIRST, "By: Ana Lima" + STAFF, "PORTO, Spain – " + BODY, SECOND, "By: Tom Hall" + STAFF, "Sines – " + BODY
        ),
        [FIRST, SECOND],
    ),
    "bylines behind lists of sources": Many(
        page(FIRST, "By Ana Lima", BODY, "Coast Wire – New pier – 8 April 2018", SECOND, "By Tom Hall", BODY),
        [FIRST, SECOND],
    ),
    "datelines alone": Many(page(FIRST, "PORTO – " + BODY, SECOND, "SINES (CW) — " + BODY), [FIRST, SECOND]),
}


@each("many", MANY.values())
def test_is_several_documents(many: Many) -> None:
    found = split(many.text)
    assert [document.title for document in found] == many.titles
    assert [document.id for document in found] == ["file", "file#2", "file#3"][: len(many.titles)]
    text = readers.read_text(many.text, ".txt").view.text
    shown = [text[document.span.start : document.span.end] for document in found]
    assert [part.startswith(title) for part, title in zip(shown, many.titles, strict=True)] == [True] * len(shown)
    assert "".join("".join(shown).split()) == "".join(text.split())


# text, title, author, publisher
LONG = "Council of the port promises to rebuild every pier"
CREDITS = [
    (page(FIRST, BODY), FIRST, "", ""),
    (page(FIRST, "By Ana Lima", BODY), FIRST, "Ana Lima", ""),
    (page(FIRST, "By Ana Lima and Tom Hall.", BODY), FIRST, "Ana Lima and Tom Hall", ""),
    (page(FIRST, "By the harbour wall", BODY), FIRST, "", ""),
    (page(FIRST, "By: J. P. O'Neil\nPier Watch Senior Correspondent", BODY), FIRST, "J. P. O'Neil", "Pier Watch"),
    (page(FIRST, BODY, "This article first appeared in The Courier."), FIRST, "", "The Courier"),
    (page(FIRST, BODY, "This article first appeared in The Courier on 4 May 2022."), FIRST, "", "The Courier"),
    (page(FIRST, BODY, "This story was originally published by Coast Wire."), FIRST, "", "Coast Wire"),
    (page(FIRST, BODY, "The report was published on Monday and the board read it."), FIRST, "", ""),
    (page("Northern Harbour Association", LONG, BODY), LONG, "", "Northern Harbour Association"),
    (page(FIRST + ".", BODY), FIRST + ".", "", ""),
    (BODY, "", "", ""),
]


@each(("text", "title", "author", "publisher"), CREDITS)
def test_credits_come_from_the_text(text: str, title: str, author: str, publisher: str) -> None:
    (document,) = split(text)
    assert (document.title, document.author, document.publisher) == (title, author, publisher)


FRONT = """\
---
title: 'A pier'
author: Ana Lima
date: {}
publisher: Coast Wire
url: https://x.org/a
---

# Heading

Text.
"""
# As written, as EDTF
DATES = [
    ("2022-06-14", "2022-06-14"),
    ("2022-06-14T10:00:00Z", "2022-06-14"),
    ("2022-06", "2022-06"),
    ("14 June 2022", "2022-06-14"),
    ("June 14th, 2022", "2022-06-14"),
    ("Tuesday, 14 June 2022", "2022-06-14"),
    ("Jun 2022", "2022-06"),
    ("3/4/2022", ""),
    ("soon", ""),
]


@each(("written", "edtf"), DATES)
def test_markup_states_title_author_date(written: str, edtf: str) -> None:
    (document,) = split(FRONT.format(written), ".md")
    assert (document.title, document.author, document.publisher, document.url) == (
        "A pier",
        "Ana Lima",
        "Coast Wire",
        "https://x.org/a",
    )
    assert document.published == edtf
    assert bool(document.published_basis) == bool(edtf)


HTML = """<title>A pier | Coast Wire</title><link rel=canonical href="https://x.org/a">
<meta property="og:site_name" content="Coast Wire"><meta name=author content="Ana Lima">
<script type="application/ld+json">{"@graph": [{"headline": "A pier", "datePublished": "2022-06-14T09:00"}]}</script>
<h1>A pier for the town</h1><p>Text.
"""


def test_html_states_them_in_its_head() -> None:
    (document,) = split(HTML, ".html")
    assert (document.title, document.author, document.publisher) == ("A pier", "Ana Lima", "Coast Wire")
    assert (document.published, document.url) == ("2022-06-14", "https://x.org/a")
