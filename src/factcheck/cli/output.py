"""What a command writes: lines for people, JSON for programs, files that the user names."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from factcheck.disk.rewrite import rewrite
from factcheck.errors import InputError


def tell(text: str) -> None:
    """Lines for people on standard output; no runner that reads along finds a command in them."""
    from factcheck.report.visible import unheard

    sys.stdout.write(unheard(text + "\n"))


def fitted(text: str, width: int, first: str = "", later: str | None = None) -> list[str]:
    """A text in rows of whole words, the first and the later ones with what they begin with; a word that is longer than
    a row stands alone and whole."""
    import textwrap

    later = first if later is None else later
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )


def remark(text: str) -> None:
    """A line on standard error, on which nothing depends: where it cannot be written, it is not."""
    from factcheck.report.visible import visible

    with suppress(OSError):
        click.echo(f"factcheck: {visible(' '.join(text.split()))}", err=True)


def write_json(record: Any) -> None:
    """One JSON value on standard output."""
    from factcheck.report.json_text import dumps

    sys.stdout.write(dumps(record, indent=2) + "\n")


def write_whole(path: Path, content: str | bytes) -> None:
    """Replace what a file holds; a reader or a crash in between sees the old file, never half of the new one.

    Raises InputError where the file cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_dir() or not path.exists() or path.is_file():
        rewrite(path, lambda _: data)
        return
    try:  # a device or pipe, such as /dev/stdout, cannot be replaced
        path.write_bytes(data)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
