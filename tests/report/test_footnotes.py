"""Marks and entries that `cite` adds to a draft."""

from __future__ import annotations

import pytest

from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.report.footnotes import MARKDOWN, PLAIN, Notation, cited
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
    ("12 boats.\r\n", MARKDOWN, {"12": LETTER}, "12[^1] boats.\r\n\r\n[^1]: sources/b.txt.\r\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "notation", "supported", "expected"), CASES)
def test_footnotes(text: str, notation: Notation, supported: dict[str, Document], expected: str) -> None:
    findings = [finding(text, words, document) for words, document in supported.items()]
    assert cited(text, findings, notation)[0] == expected


def test_sources_are_counted() -> None:
    text = "12 of 40 boats.\n"
    assert cited(text, [finding(text, "12", REPORT), finding(text, "40", LETTER)], MARKDOWN)[1] == 2


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED])
def test_only_what_is_supported_gets_one(verdict: Verdict) -> None:
    text = "About 12 boats.\n"
    assert cited(text, [finding(text, "12", REPORT, verdict)], MARKDOWN) == (text, 0)


@pytest.mark.parametrize("notation", [MARKDOWN, PLAIN])
def test_a_second_run_changes_nothing(notation: Notation) -> None:
    supported = {"12": REPORT, "40": LETTER, "7": REPORT}
    once = "12 of 40 boats. There are 7 more.\n"
    for _ in range(3):
        once, count = cited(once, [finding(once, words, document) for words, document in supported.items()], notation)
        assert count == 2
    assert once.count("“The harbour report”") == once.count("sources/b.txt") == 1
    assert once.count("1]") == 3
