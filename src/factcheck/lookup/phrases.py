"""The words that a query puts in quotation marks: an answer must have them, one after the other."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.store.protocol import StoredClaim, StoredPassage
from factcheck.text.tokens import tokenise

# Words between two marks of a kind; a mark without its fellow is none.
QUOTED = re.compile(r'"([^"]+)"|\u201c([^\u201d]+)\u201d|\u00ab([^\u00bb]+)\u00bb')

Phrase = tuple[str, ...]


def phrases(query: str) -> tuple[Phrase, ...]:
    """The quoted phrases of a query as folded words, signs left out."""
    found = (_words("".join(filter(None, m.groups()))) for m in QUOTED.finditer(query))
    return tuple(words for words in found if words)


def stands(phrase: Phrase, claim: StoredClaim, passage: StoredPassage) -> bool:
    """Whether a phrase stands in the passage of a claim, in what governs it, or in the words that it quotes."""
    return any(_holds(_words(text), phrase) for text in (passage.text, claim.claim.text, *passage.lead))


def _holds(words: Phrase, phrase: Phrase) -> bool:
    size = len(phrase)
    return any(words[at : at + size] == phrase for at in range(len(words) - size + 1))


def _words(text: str) -> Phrase:
    return tuple(word for word in tokenise(text).lower if any(map(str.isalnum, word)))
