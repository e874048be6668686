"""Tells the article of a saved page by trafilatura too, where `sources.toml` asks for it; places stay those of ours."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean import regex as re

WORD = re.compile(r"\w+")
# Of a block's runs of so many words, more than so many stand in the article: another parser joins and parts a few.
RUN, SHARE = 4, 0.7


class Article:
    """The text of an article as another reader has it, and which of our blocks are in it."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self._text = f" {' '.join(words)} "
        self._runs = frozenset(_runs(words))

    def __bool__(self) -> bool:
        return bool(self._runs)

    def holds(self, text: str) -> bool:
        """Whether the words of a block stand in the article one behind the other, but for a few."""
        words = _words(text)
        if f" {' '.join(words)} " in self._text:
            return True
        runs = _runs(words)
        return sum(run in self._runs for run in runs) > SHARE * len(runs)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def article(page: str) -> Article:
    """The article of a page; one without words where none is found."""
    import trafilatura  # an extra: no other page pays for it

    return Article(trafilatura.extract(page, include_comments=False) or "")
