"""What is one token, and which tokens are words, figures and capitals."""

from __future__ import annotations

from tests.rows import each

from factcheck.text.tokens import is_capital, is_figure, is_word, tokenise, words_in


@each(
    ("text", "words"),
    [
        ("", []),
        (" \n", []),
        ("five-year", ["five", "-", "year"]),
        ("1,652.5%", ["1,652.5", "%"]),
        ("2\u00a0000 1,", ["2\u00a0000", "1", ","]),
        ("U.S. a.m. Go.", ["U.S.", "a.m.", "Go", "."]),
        ("the party\u2019s boats\u2019", ["the", "party\u2019s", "boats", "\u2019"]),
        ("a_b 4th", ["a", "_", "b", "4", "th"]),
    ],
)
def test_tokens_and_where_they_stand(text: str, words: list[str]) -> None:
    tokens = tokenise(text)
    assert list(tokens.words) == words
    assert len(tokens) == len(words)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == words
    assert words_in(text) == (tokens.words, tokens.lower)


def test_tokens_are_compared_in_lower_case_with_straight_apostrophes() -> None:
    assert tokenise("The Party\u2019s US").lower == ("the", "party's", "us")
    assert tokenise("The Party's US").lower == ("the", "party's", "us")


@each(
    ("token", "kind"),
    [
        ("", "---"),
        ("\u2014", "---"),
        ("12", "-f-"),
        ("4.5", "-f-"),
        ("lake", "w--"),
        ("lAKE", "w--"),
        ("Lake", "w-c"),
        ("\u00c9t\u00e9", "w-c"),
    ],
)
def test_what_a_token_is(token: str, kind: str) -> None:
    found = ("w" if is_word(token) else "-", "f" if is_figure(token) else "-", "c" if is_capital(token) else "-")
    assert "".join(found) == kind
