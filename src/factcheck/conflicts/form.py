"""Reduces a sentence to its form, by which copies with other figures are known."""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = re.compile(r"\d+")
# Shorter sentences may be alike by chance ("It opened in 1911.").
LONG = 40


@lru_cache(maxsize=1 << 16)
def form_of(sentence: str) -> str:
    """A sentence with its numbers blanked."""
    return DIGITS.sub("#", sentence)
