"""A probability in words, after the scale of the Intergovernmental Panel on Climate Change (guidance note, 2010)."""

from __future__ import annotations

# From which probability on each is said.
SCALE = (
    (0.99, "virtually certain"),
    (0.90, "very likely"),
    (0.66, "likely"),
    (0.33, "about as likely as not"),
    (0.10, "unlikely"),
    (0.00, "very unlikely"),
)


def in_words(probability: float) -> str:
    """How likely something of a probability from 0 to 1 is.

    >>> in_words(0.93)
    'very likely'
    """
    return next(words for least, words in SCALE if probability >= least)
