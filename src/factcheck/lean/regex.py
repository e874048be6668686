"""Regular expressions that are compiled when they are first asked: a run asks a few of the hundreds that it imports.

Stands in for `re` where expressions are kept (`from factcheck.lean import regex as re`); type checkers see `re`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import *  # noqa: F403
else:
    import re

    # What a compiled expression can be asked.
    ASKED = "match fullmatch search finditer findall split sub subn scanner pattern flags groups groupindex".split()

    def compile(text, flags=0):
        """An expression that is not compiled yet."""
        return _Expression(text, flags)

    def __getattr__(name):
        return getattr(re, name)

    class _Expression:
        """Answers as the compiled expression; from the first question on, by its very methods."""

        def __init__(self, text, flags):
            self._told = text, flags

        def __getattr__(self, name):
            if name not in ASKED:
                raise AttributeError(name)
            compiled = re.compile(*self._told)
            self.__dict__.update((asked, getattr(compiled, asked)) for asked in ASKED)
            return self.__dict__[name]
