"""Finds the claims of a library that answer a query as an editor types it."""

from __future__ import annotations

from factcheck.lookup.search import Filters, Hit, search

__all__ = ["Filters", "Hit", "search"]
