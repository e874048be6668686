"""Fact-check drafts against an organisation's own sources: figure by figure, quotation by quotation.

The names below are what programs use, and are promised by semantic versioning; docs/python.md shows them at work.
Importing the package imports none of them: each comes from its room when it is first asked for.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from factcheck.conflicts.conflict import Conflict as Conflict
    from factcheck.errors import ConfigError as ConfigError
    from factcheck.errors import FactcheckError as FactcheckError
    from factcheck.errors import InputError as InputError
    from factcheck.errors import StoreError as StoreError
    from factcheck.lookup.known import Answer as Answer
    from factcheck.model import Claim as Claim
    from factcheck.model import Document as Document
    from factcheck.model import Evidence as Evidence
    from factcheck.model import Finding as Finding
    from factcheck.model import Kind as Kind
    from factcheck.model import Verdict as Verdict
    from factcheck.report.outcome import Report as Report
    from factcheck.services.api import check as check
    from factcheck.services.api import compare as compare
    from factcheck.services.api import extract as extract
    from factcheck.services.api import open as open  # as in gzip.open: it is never imported bare
    from factcheck.services.library import Library as Library
    from factcheck.verify.pair import Comparison as Comparison

# The modules that hold the public names.
HOMES = {
    "services.api": ("open", "extract", "compare", "check"),
    "services.library": ("Library",),
    "report.outcome": ("Report",),
    "verify.pair": ("Comparison",),
    "lookup.known": ("Answer",),
    "conflicts.conflict": ("Conflict",),
    "model": ("Claim", "Document", "Evidence", "Finding", "Kind", "Verdict"),
    "errors": ("FactcheckError", "ConfigError", "InputError", "StoreError"),
}
__all__ = ["__version__", *(name for names in HOMES.values() for name in names)]  # all are texts


class _Public:
    """A public name, imported when it is asked for."""

    def __init__(self, home: str, name: str) -> None:
        self.home, self.name = home, name

    def __get__(self, package: object, owner: type) -> object:
        from importlib import import_module

        return getattr(import_module(f"factcheck.{self.home}"), self.name)

    def __set__(self, package: object, value: object) -> None:
        """Python hangs a room on its package when it imports it: `factcheck.extract` stays the function."""


class _Package(type(sys)):  # type: ignore[misc] # the class of modules
    """The package with its public names; a module's own class is set as "The import system" of Python describes."""


for _home, _names in HOMES.items():
    for _name in _names:
        setattr(_Package, _name, _Public(_home, _name))
sys.modules[__name__].__class__ = _Package
