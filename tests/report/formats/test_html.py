"""The page for people: what is on it, where its links lead, and that nothing acts but our own script."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.rows import each

from factcheck.model import Verdict
from factcheck.readers import read_text
from factcheck.report.formats import Style
from factcheck.report.formats.html import render
from factcheck.report.formats.page import asset
from factcheck.report.formats.typeset import typeset
from factcheck.report.outcome import Report

# Text of a file, and how it is set.
SET = [
    (".md", "Nothing\nbut prose.\n", "<p>Nothing\nbut prose.</p>"),
    (".md", "# A\n\n### B\n\n## C\n", "<h3>A</h3><h4>B</h4><h4>C</h4>"),
    (".md", "### B\n\n# A\n", "<h3>B</h3><h3>A</h3>"),
    (".md", "- a\n- b\n  - c\n- d\n", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
    (".md", "3. a\n4. b\n", '<ol><li value="3">a</li><li value="4">b</li></ol>'),
    (".md", "> a\n>\n> b\n\nc\n", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
    (".md", "| a | b |\n|---|---|\n| 1 | 2 |\n", "<tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>"),
    (".md", "**Bold** [words](https://example.org)\n", "<p>Bold words</p>"),
    (".html", "<h1>A</h1><ul><li>b</ul><table><tr><td>1<td>2</table>", "<tr><td>1</td><td>2</td></tr>"),
    (
        ".html",
        "<table><tr><td>a<td>b<tr><td><td>2</table>",
        "<tr><td>a</td><td>b</td></tr><tr><td></td><td>2</td></tr>",
    ),
    (".txt", "One.\n\nTwo.\n", "<p>One.</p><p>Two.</p>"),
    (".csv", "a,b\n1,2\n", "<tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>"),
]


@each(("suffix", "text", "expected"), SET)
def test_a_draft_is_set_as_it_reads(suffix: str, text: str, expected: str) -> None:
    source = read_text(text, suffix, whole=True)
    lines = list(typeset(source, lambda span: source.view.text[span.start : span.end].strip()))
    assert expected in re.sub(r"(?<=\w)\n(?=<)", "", "".join(lines))


# All that the page needs; no element that loads, embeds or sends.
ALLOWED = set(
    "html head meta title style script body header h1 h2 h3 h4 h5 h6 p a nav main article section form fieldset legend"
    " label input select option output details summary dl dt dd kbd ul ol li table tr td div span bdi q strong b"
    " blockquote mark svg text line rect img".split()
)


class Page(HTMLParser):
    """Collects what a browser would see: tags, attributes, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def hrefs(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a"]

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]


def test_a_click_leads_from_each_figure_to_its_finding_and_back(report: Report) -> None:
    page = Page(render(report, Style()))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert {f"#{prefix}{number}" for prefix in "mf" for number in range(1, 6)} <= set(page.hrefs())
    assert {href.removeprefix("#") for href in page.hrefs() if href.startswith("#")} <= set(ids)
    assert "https://example.org/?a=1&b=2" in page.hrefs()


def test_problems_come_first_in_the_order_of_the_text(report: Report) -> None:
    page = Page(render(report, Style()))
    assert [attrs["data-rule"] for tag, attrs in page.tags if tag == "article" and "data-rule" in attrs] == [
        "FC101", "FC102", "FC201", "FC103", ""
    ]  # fmt: skip
    assert "Problems (4)" in page.words
    assert "Supported by the sources (1)" in page.words
    assert "Told with their quotation" not in page.words


def test_what_another_finding_tells_is_neither_a_problem_nor_supported(report: Report) -> None:
    told = replace(report.findings[1], verdict=Verdict.CONTRADICTED)
    page = Page(render(replace(report, findings=(*report.findings, told)), Style()))
    for heading in ("Problems (4)", "Supported by the sources (1)", "Told with their quotation (1)"):
        assert heading in page.words, heading


def test_values_that_disagree_are_drawn_and_said(report: Report) -> None:
    drawings = [attrs["aria-label"] or "" for tag, attrs in Page(render(report, Style())).tags if tag == "svg"]
    assert drawings == [
        "Values on a scale: 61 percent: draft; 67 percent: Port Press, 2020-05",
        "Values on a scale: 1911: draft; 1911: Port Press, 2020-05; 1913: Port Press, 2020-05",
    ]


def test_the_page_says_what_it_rests_on(report: Report) -> None:
    page = Page(render(replace(report, stamp="Library: 3 documents."), Style()))
    for words in (
        "Library: 3 documents.",
        "5 figures and quotations",
        "1 ignored",
        "2 other numbers",
        "draft.md:1:1: 1",
    ):
        assert words in page.words, words


def test_a_passage_is_shown_as_it_is_printed(report: Report) -> None:
    claim = report.findings[0].evidence[0].claim
    page = Page(render(replace(report, pictures={claim.id: b"\x89PNG"}), Style()))
    assert [attrs["src"] for tag, attrs in page.tags if tag == "img"] == ["data:image/png;base64,iVBORw=="]


@each("name", ["report", "hostile_report"])
def test_nothing_is_loaded_and_nothing_runs_but_our_script(name: str, request: pytest.FixtureRequest) -> None:
    text = render(request.getfixturevalue(name), Style())
    page = Page(text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not any(key.startswith("on") or key == "style" for _, attrs in page.tags for key in attrs)
    assert all(href.startswith(("#", "https://")) for href in page.hrefs())
    assert text.count("<script") == 1
    assert f"<script>{asset('report.js')}</script>" in text
    assert "default-src 'none'" in text
    assert "unsafe" not in text
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)
