"""What a command line names, read: files, standard input for `-`, and dates."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.extract.reading import Reading
    from factcheck.model import Source

STDIN = "-"


def checked_date(ctx: click.Context, option: click.Parameter, value: str) -> str:
    """A date option's text, once it is sure to be EDTF; for `callback=`."""
    if not value:
        return ""
    from factcheck.values.date import date

    try:
        return date(value).text
    except ValueError as error:
        raise click.BadParameter(f"{error}. Write 2022, 2022-06 or 2022-06-14.", ctx, option) from None


def reading(path: str, date: str = "") -> Reading:
    """A file, or standard input, with its figures and quotations. Raises InputError."""
    from factcheck.extract import read_file, read_text

    if path == STDIN:
        return read_text(stdin_text(), path=STDIN, date=date)
    return read_file(Path(path), date=date)


def draft(path: str, stdin_name: str | None = None) -> Source:
    """A draft read whole: a file, or standard input under a name whose ending tells how it is marked up.

    Raises InputError.
    """
    from factcheck.services.library import source_of

    return source_of(stdin_text(), stdin_name or STDIN) if path == STDIN else source_of(Path(path))


def stdin_text() -> str:
    """Standard input as UTF-8, line ends as they are."""
    from factcheck.readers.decode import LARGEST_TEXT

    if sys.stdin is None:
        raise InputError("standard input is closed")
    data = sys.stdin.buffer.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise InputError(f"standard input is a text of more than {LARGEST_TEXT // 1_000_000} MB; split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"standard input is not UTF-8 text (byte {error.start})") from None
