"""Comments that silence a rule: where they speak, what they must name, and where nobody obeys them."""

from __future__ import annotations

from tests.rows import each

from factcheck.model import Block, Claim, Finding, Kind, Role, Source, Verdict
from factcheck.report import suppress
from factcheck.text import Lines, Span, View
from factcheck.values import number


def source(text: str, quoted: Span | None = None) -> Source:
    blocks = (Block(quoted, Role.BLOCKQUOTE),) if quoted else ()
    return Source("draft.md", text, View(text), blocks)


def finding(text: str, words: str, rule: str = "FC103") -> Finding:
    start = text.index(words)
    line, column = Lines(text).position(start)
    claim = Claim("x", Kind.COUNT, "", "draft.md", Span(start, start + len(words)), line, column, words, number(7))
    return Finding(claim, Verdict.UNVERIFIED, rule)


STANDS = [
    ("no comment", "a 7 b\n"),
    ("another rule", "a 7 b <!-- factcheck: ignore FC101 -->\n"),
    ("no rule", "a 7 b <!-- factcheck: ignore -->\n"),
    ("an unknown rule", "a 7 b <!-- factcheck: ignore FC999 -->\n"),
    ("the line before", "words <!-- factcheck: ignore FC103 -->\na 7 b\n"),
    ("the paragraph after the next", "<!-- factcheck: ignore FC103 -->\nwords\n\na 7 b\n"),
    ("a quoted comment", "> <!-- factcheck: ignore FC103 -->\n> a 7 b\n"),
    ("a rule in the reason only", "a 7 b <!-- factcheck: ignore FC101: not FC103 -->\n"),
    ("another program's comment", "a 7 b <!-- vale: ignore FC103 -->\n"),
]
SILENCED = [
    ("its line", "a 7 b <!-- factcheck: ignore FC103 -->\n"),
    ("a name for a code", "a 7 b <!-- factcheck: ignore figure-unsourced -->\n"),
    ("several rules", "a 7 b <!-- factcheck: ignore FC101, FC103 -->\n"),
    ("all of a family", "a 7 b <!--factcheck:ignore FC1-->\n"),
    ("with a reason", "a 7 b <!-- factcheck: ignore FC103: we counted -->\n"),
    ("the paragraph that follows", "<!-- factcheck: ignore FC103 -->\nwords\na 7 b\n"),
    ("after a blank line", "<!-- factcheck: ignore FC103 -->\n\nwords\na 7 b\n"),
    ("old line ends", "<!-- factcheck: ignore FC103 -->\r\nwords\r\na 7 b\r\n"),
    ("reStructuredText", ".. factcheck: ignore FC103\n\na 7 b\n"),
    ("AsciiDoc", "// factcheck: ignore FC103\na 7 b\n"),
]


def standing(text: str, quoted: Span | None = None) -> list[Finding]:
    return suppress.standing([finding(text, "7")], suppress.read(source(text, quoted)))


@each(("title", "text"), STANDS)
def test_a_finding_stands(title: str, text: str) -> None:
    assert standing(text), title


@each(("title", "text"), SILENCED)
def test_a_finding_is_silenced(title: str, text: str) -> None:
    assert not standing(text), title


def test_a_comment_inside_a_block_quotation_is_not_obeyed() -> None:
    text = "<blockquote>a 7 b <!-- factcheck: ignore FC103 --> c</blockquote>\n"
    assert standing(text, Span(0, len(text)))
    assert not standing(text)


def test_a_number_inside_a_comment_is_no_finding() -> None:
    text = "words <!-- factcheck: ignore FC101: 7 is mine -->\n"
    assert not standing(text)


@each(
    ("text", "told"),
    [
        ("a 7 b <!-- factcheck: ignore FC103: we counted -->\n", []),
        ("a 7 b <!-- factcheck: ignore FC103 -->\n", [(1, "this comment gives no reason; write it behind a colon")]),
        ("a 7 b <!-- factcheck: ignore FC103: -->\n", [(1, "this comment gives no reason; write it behind a colon")]),
        ("x <!-- factcheck: ignore FC103: y -->\na 7 b\n", [(1, "nothing is silenced by this comment; take it away")]),
        ("a 7 b <!-- factcheck: ignore FC101: y -->\n", [(1, "nothing is silenced by this comment; take it away")]),
    ],
)
def test_a_comment_that_does_nothing_or_says_no_reason_is_told(text: str, told: list[tuple[int, str]]) -> None:
    assert list(suppress.problems(suppress.read(source(text)), [finding(text, "7")])) == told


def test_a_void_comment_says_why() -> None:
    problems = [ignore.problem for _, text in STANDS[2:4] for ignore in suppress.read(source(text))]
    assert problems[0] == "name the rules to ignore, as in `factcheck: ignore FC103`"
    assert problems[1].startswith("no rule is called 'FC999'")


def test_hostile_repetition_takes_linear_time() -> None:
    text = "<!-- factcheck: ignore" * 2000 + " " * 100_000 + "<!--" * 20_000
    assert len(suppress.read(source(text))) == 2000
