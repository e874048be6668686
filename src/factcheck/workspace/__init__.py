"""The project on disk: its files, its index kept fresh, its library opened."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.config import Config
from factcheck.store.sqlite import SqliteLibrary
from factcheck.workspace.index import Order, refresh
from factcheck.workspace.survey import Changes

__all__ = ["Changes", "Order", "open_library", "refresh"]


def open_library(config: Config, say: Callable[[str], None] | None = None) -> SqliteLibrary:
    """The library of a project, its index refreshed; `say` is told what the user should know.

    Raises ConfigError where the project names no sources, StoreError where the index cannot be built.
    """
    order = Order(say) if say else Order()
    index, _ = refresh(config, order)
    library = SqliteLibrary(index)
    for problem in library.problems():
        order.say(problem)
    return library
