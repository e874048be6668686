"""Finds what a text says that somebody is: titles before a name, appositions, "is", "was appointed", "heads"."""

from __future__ import annotations

from factcheck.roles.around import find
from factcheck.roles.attribution import Attribute, Figure

__all__ = ["Attribute", "Figure", "find"]
