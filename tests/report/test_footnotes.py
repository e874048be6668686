"""Marks and entries that `cite` adds to a draft."""

from __future__ import annotations

from tests.rows import each

from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.report.footnotes import cited
from factcheck.report.notations import HTML, KEYS, MARKDOWN, PLAIN, Notation
from factcheck.text import Span
from factcheck.values import number

REPORT = Document(
    "a",
    "sources/a.txt",
    Span(0, 9),
    "The harbour report",
    "Port Press",
    "A. Writer",
    "2020-05",
    url="https://example.org/a",
)
ODD = Document("a b}c/d(e)", "sources/c.txt", Span(0, 9))
MARK = '<sup><a href="#source-1">1</a></sup>'
LINK = "https://example.org/a"
LIST = (
    '<section class="sources"><h2>Sources</h2><ol>\n<li id="source-1">A. Writer, “The harbour report”, Port Press,'
    f' 2020-05. <a href="{LINK}">{LINK}</a></li>\n</ol></section>\n'
)
BOTH = LIST.replace("</ol>", '<li id="source-2">sources/b.txt.</li>\n</ol>')
LETTER = Document("b", "sources/b.txt", Span(0, 9))


def finding(text: str, words: str, document: Document, verdict: Verdict = Verdict.SUPPORTED) -> Finding:
    start = text.index(words)
    kind = Kind.QUOTE if words.startswith("We") else Kind.COUNT
    sentence = next(part for part in text.split(".") if words in part)
    claim = Claim("x", kind, "", "draft", Span(start, start + len(words)), 1, 1, words, number(1), sentence=sentence)
    return Finding(claim, verdict, evidence=(Evidence(claim, document, verdict is Verdict.SUPPORTED, 1.0),))


A = "[^1]: A. Writer, “The harbour report”, Port Press, 2020-05. https://example.org/a\n"
CASES: list[tuple[str, Notation, dict[str, Document], str]] = [
    ("Nothing.\n", MARKDOWN, {}, "Nothing.\n"),
    ("About 12 boats.\n", MARKDOWN, {"12": REPORT}, f"About 12[^1] boats.\n\n{A}"),
    ("12 of 40 boats.\n", MARKDOWN, {"12": REPORT, "40": REPORT}, f"12 of 40[^1] boats.\n\n{A}"),
    ("12 boats. 40 men.\n", MARKDOWN, {"12": REPORT, "40": REPORT}, f"12[^1] boats. 40[^1] men.\n\n{A}"),
    ("12 of 40.", MARKDOWN, {"12": LETTER, "40": REPORT},
     f"12[^1] of 40[^2].\n\n[^1]: sources/b.txt.\n{A.replace('1', '2', 1)}"),
    ("12 boats.[^7]\n", MARKDOWN, {"12": LETTER}, "12[^8] boats.[^7]\n\n[^8]: sources/b.txt.\n"),
    ("“We stay,” she said.\n", MARKDOWN, {"We stay": LETTER}, "“We stay,”[^1] she said.\n\n[^1]: sources/b.txt.\n"),
    ("“We lost 12,” she said.\n", MARKDOWN, {"We lost 12": LETTER, "12": REPORT},
     "“We lost 12,”[^1] she said.\n\n[^1]: sources/b.txt.\n"),
    ("12 boats.\n", PLAIN, {"12": LETTER}, "12 [1] boats.\n\nSources\n\n[1] sources/b.txt.\n"),
    ("12 boats.[^n]\n\n[^n]: There are 40 men.\n", MARKDOWN, {"40": LETTER},
     "12 boats.[^n]\n\n[^n]: There are 40 men.\n"),
    ("12 [3] boats.\n", PLAIN, {"12": REPORT}, "12 [3] boats.\n"),
    ("12[^n] boats.\n", MARKDOWN, {"12": REPORT}, "12[^n] boats.\n"),
    ("<p>None</p>", HTML, {}, "<p>None</p>"),
    ("<p>About 12 boats.</p>", HTML, {"12": REPORT}, f"<p>About 12{MARK} boats.</p>{LIST}"),
    ("<body><p>12 of 40.</p></BODY></html>", HTML, {"12": REPORT, "40": LETTER},
     f"<body><p>12{MARK} of 40{MARK.replace('1', '2')}.</p>"
     f"{BOTH}</BODY></html>"),
    ("<p>“We stay,” she</p>", HTML, {"We stay": REPORT}, f"<p>“We stay,”{MARK} she</p>{LIST}"),
    ("<p><q>We stay</q> she</p>", HTML, {"We stay": REPORT}, f"<p><q>We stay</q>{MARK} she</p>{LIST}"),
    ("<p>“We stay,&rdquo; she</p>", HTML, {"We stay": REPORT}, f"<p>“We stay,&rdquo;{MARK} she</p>{LIST}"),
    ("<p><a href='x'>12 boats</a>.</p>", HTML, {"12": REPORT}, f"<p><a href='x'>12 boats</a>{MARK}.</p>{LIST}"),
    ("<img alt='12 boats'>", HTML, {"12": REPORT}, "<img alt='12 boats'>"),
    (f"<p>40 men.</p>{LIST}", HTML, {"40": LETTER},
     f"<p>40{MARK.replace('1', '2')} men.</p>{BOTH}"),
    ("12 boats.\n", KEYS, {"12": LETTER}, "12 [@b] boats.\n"),
    ("12 boats [@b, p. 3].\n", KEYS, {"12": LETTER}, "12 boats [@b, p. 3].\n"),
    ("12 boats [see @c; @b].\n", KEYS, {"12": LETTER}, "12 boats [see @c; @b].\n"),
    ("12 boats [@bc]. So [@b].\n", KEYS, {"12": LETTER}, "12 [@b] boats [@bc]. So [@b].\n"),
    ("12 boats.\n", KEYS, {"12": ODD}, "12 [@{a-b-c/d(e)}] boats.\n"),
    ("12 boats.\r\n", MARKDOWN, {"12": LETTER}, "12[^1] boats.\r\n\r\n[^1]: sources/b.txt.\r\n"),
]  # fmt: skip


@each(("text", "notation", "supported", "expected"), CASES)
def test_footnotes(text: str, notation: Notation, supported: dict[str, Document], expected: str) -> None:
    findings = [finding(text, words, document) for words, document in supported.items()]
    assert cited(text, findings, notation)[0] == expected


def test_sources_are_counted() -> None:
    text = "12 of 40 boats.\n"
    assert cited(text, [finding(text, "12", REPORT), finding(text, "40", LETTER)], MARKDOWN)[1] == 2


@each("verdict", [verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED])
def test_only_what_is_supported_gets_one(verdict: Verdict) -> None:
    text = "About 12 boats.\n"
    assert cited(text, [finding(text, "12", REPORT, verdict)], MARKDOWN) == (text, 0)


@each("notation", [MARKDOWN, PLAIN])
def test_a_second_run_changes_nothing(notation: Notation) -> None:
    supported = {"12": REPORT, "40": LETTER, "7": REPORT}
    once = "12 of 40 boats. There are 7 more.\n"
    for _ in range(3):
        once, count = cited(once, [finding(once, words, document) for words, document in supported.items()], notation)
        assert count == 2
    assert once.count("“The harbour report”") == once.count("sources/b.txt") == 1
    assert once.count("1]") == 3


@each("notation", [HTML, KEYS])
def test_nor_in_a_page_or_with_keys(notation: Notation) -> None:
    supported = {"12": REPORT, "40": LETTER, "7": REPORT}
    runs = ["<p>12 of 40 boats. There are 7 more.</p>"]
    for _ in range(3):
        findings = [finding(runs[-1], words, document) for words, document in supported.items()]
        runs.append(cited(runs[-1], findings, notation)[0])
    assert runs[0] != runs[1] == runs[2] == runs[3]
