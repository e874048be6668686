"""What of a saved page is its article, and what is set aside; as a draft it is all of it."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.extract import read_source
from factcheck.model import Role
from factcheck.readers import read_text

STORY = "<p>" + "The harbour board agreed on Tuesday to rebuild the northern pier. " * 6 + "It has 43 cranes.</p>"

# What must not be set aside.
KEPT = [
    ("an article with nothing around it", "<h1>Pier</h1><p>It has 7 cranes.</p>"),
    ("a link in a sentence", '<p>It has <a href="/x">7 cranes</a>, the board said.</p>'),
    ("a list with some links", '<ul><li>It has 7 cranes, <a href="/x">they say</a></li><li>and no boats</li></ul>'),
    ("a page that lies in a form", "<form><p>It has 7 cranes.</p>" + STORY * 9 + "</form>"),
    ("a large part with a name that frames have", f'<div class="social-main"><p>It has 7 cranes.</p>{STORY * 3}</div>'),
    ("a head that is a link", '<h2><a href="/x">A pier with 7 cranes</a></h2>'),
    ("cells that are links", '<table><tr><td>Quay</td><td><a href="/x">7</a></td></tr></table>'),
    (
        "an article between lists of links",
        '<div><h1>The pier</h1><p>It has 7 cranes.</p><ul>' + '<li><a href="/x">Quays and boats of Orlow</a></li>' * 9
        + '</ul></div>',
    ),
    ("words that only look like names", '<p class="shareholder">It has 7 cranes.</p>'),
]  # fmt: skip
ASIDE = [
    ("an aside", "<aside><p>It has 7 cranes.</p></aside>"),
    ("a footer", "<footer>© 2019. It has 7 cranes.</footer>"),
    ("a menu by its role", '<div role="navigation"><p>It has 7 cranes.</p></div>'),
    ("a list of links", '<ul><li><a href="/x">A quay with 7 cranes</a></li><li><a href="/y">Boats</a></li></ul>'),
    ("a teaser between paragraphs", '<p><a href="/x">Read also: a quay with 7 cranes</a></p>'),
    ("a notice of cookies", '<div id="cookie-banner"><p>We and 7 partners.</p></div>'),
    (
        "a list of links under a head that is a link",
        '<div><h1><a href="/">The Harle Times</a></h1><p>7 pages</p>'
        + '<p><a href="/x">Quays and boats of Orlow</a></p>' * 9
        + "</div>",
    ),
    ("a comment", '<section class="comments"><div class="comment"><p>No, it has 7 cranes.</p></div></section>'),
    ("related stories", '<div class="relatedStories"><h3>Related</h3><p>A quay with 7 cranes</p></div>'),
]


def roles(page: str) -> set[Role]:
    """The parts that the block with the 7 plays."""
    source = read_text(f"<html><body>{page}{STORY * 3}</body></html>", ".html")
    return {block.role for block in source.blocks if "7" in source.view.text[block.span.start : block.span.end]}


@each("page", [pytest.param(page, id=title) for title, page in KEPT])
def test_kept(page: str) -> None:
    assert roles(page)
    assert Role.ASIDE not in roles(page)


@each("page", [pytest.param(page, id=title) for title, page in ASIDE])
def test_set_aside(page: str) -> None:
    assert roles(page) == {Role.ASIDE}


def test_a_draft_is_read_whole() -> None:
    page = f"<footer>It has 7 cranes.</footer>{STORY}"
    assert Role.ASIDE not in {block.role for block in read_text(page, ".html", whole=True).blocks}


def test_what_stands_aside_dates_no_document() -> None:
    page = f"{STORY * 3}<aside><p>Posted on 5 May 2031, 3 days ago</p></aside>"
    (document,) = read_source(read_text(page, ".html")).documents
    assert "2031" not in document.document.published
