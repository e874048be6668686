"""The project on disk: its files, its index kept fresh, its library opened."""

from __future__ import annotations

from pathlib import Path

from factcheck.config import Config
from factcheck.disk.rewrite import sweep
from factcheck.errors import StoreError
from factcheck.store.protocol import Library
from factcheck.workspace.index import Order, refresh, remarks
from factcheck.workspace.survey import Changes

__all__ = ["Changes", "Order", "open_library", "opened", "refresh"]

# An index may be deleted between the moment it is found fresh and the moment it is opened; hardly so many times.
TIMES = 10


def open_library(config: Config, order: Order | None = None) -> Library:
    """The library of a project, its index refreshed; an order's `say` is told what the user should know.

    Raises ConfigError where the project names no sources, StoreError where the index cannot be built.
    """
    order = order or Order()
    library, _ = opened(config, order)
    try:
        for remark in remarks(library):
            order.say(remark)
    except StoreError:
        library.close()
        raise
    return library


def opened(config: Config, order: Order) -> tuple[Library, Changes]:
    """The library of a project, its index refreshed, and what was done for it. Raises as `open_library`."""
    sweep(_kept_by_hand(config))
    for _ in range(TIMES):
        site, changes = refresh(config, order)
        try:
            return site.open(), changes
        except FileNotFoundError as error:
            if site.is_shared:
                raise StoreError(str(error)) from None
    raise StoreError("the index is deleted again and again")


def _kept_by_hand(config: Config) -> set[Path]:
    """The folders of files that commands change, where a killed one may have left half of one."""
    return {config.root, *(config.root / pattern.rpartition("/")[0] for pattern in (*config.claims, *config.drafts))}
