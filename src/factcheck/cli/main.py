"""The entry point."""

from __future__ import annotations

import click


@click.group()
def run() -> None:
    """Check drafts against your own sources."""
