"""Finds spellings that differ for one name: in a library among themselves, and in a draft against its library."""

from __future__ import annotations

from factcheck.variants.misspelling import Misspelling, misspellings
from factcheck.variants.spelling import Difference, Form, Variants

__all__ = ["Difference", "Form", "Misspelling", "Variants", "misspellings"]
