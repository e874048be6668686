"""All that is read of quotations and of indirect speech, on either side of what a rule turns at."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rows import each

from factcheck import names, quotes
from factcheck.model import Block, Role
from factcheck.quotes.speech import credits
from factcheck.text import Span
from factcheck.text.tokens import Tokens, tokenise

HERE = Path(__file__).parent
# A text, "\n" for the end of a paragraph and "> " before one of a block quotation; each quotation, its speaker (and how
# the text names them), its verb, and whether it lacks a mark; "-" for none.
EDGES = [line.rsplit(" | ", 1) for line in (HERE / "edges.txt").read_text(encoding="utf-8").splitlines()]
# A sentence, and each «stretch» of it with who is credited with it.
SPEECH = [line.rsplit(" | ", 1) for line in (HERE / "speech.txt").read_text(encoding="utf-8").splitlines()]
PARAGRAPH = re.compile(r"(> )?([^\n]+)")


def quoted(text: str) -> str:
    """The quotations of a text as the table writes them."""
    blocks = [Block(Span(*m.span(2)), Role.BLOCKQUOTE if m[1] else Role.PROSE) for m in PARAGRAPH.finditer(text)]
    tokens = tokenise(text)
    found = quotes.find(tokens, blocks, names.find(tokens))
    parts = (
        (f"«{text[q.span.start : q.span.end]}»", q.speaker, f"({q.speaker_words})" if q.speaker_words else "", q.cue)
        + (() if q.complete else ("open",))
        for q in found
    )
    return "; ".join(" ".join(filter(None, part)) for part in parts)


def credited(tokens: Tokens) -> str:
    """The credited stretches of a sentence as the table writes them."""
    found = credits(tokens, names.find(tokens), 0, len(tokens))
    return "; ".join(f"«{tokens.text[tokens.starts[s.first] : tokens.ends[s.end - 1]]}» {s.speaker}" for s in found)


@each(("text", "expected"), EDGES)
def test_a_quotation_on_an_edge(text: str, expected: str) -> None:
    assert quoted(text.replace("\\n", "\n")) == expected.removeprefix("-")


@each(("text", "expected"), SPEECH)
def test_indirect_speech_on_an_edge(text: str, expected: str) -> None:
    assert credited(tokenise(text)) == expected.removeprefix("-")


@each(("words", "found"), [(194, "«Some 40 left» Ida Falk"), (195, "")])
def test_nobody_is_credited_across_a_list_or_table(words: int, found: str) -> None:
    # 200 tokens are a sentence; the last are "left, said Ida Falk.", the first "Some 40".
    text = f"Some 40 {'so ' * (words - 2)}left, said Ida Falk."
    assert credited(tokenise(text)).replace("so ", "") == found
