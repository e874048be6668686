"""What a command writes to a file that the user names."""

from __future__ import annotations

from pathlib import Path

from factcheck.disk.rewrite import rewrite
from factcheck.errors import InputError


def write_whole(path: Path, text: str) -> None:
    """Replace a file's text; a reader or a crash in between sees the old file, never half of the new one.

    Raises InputError where the file cannot be written.
    """
    if path.is_dir() or not path.exists() or path.is_file():
        rewrite(path, lambda _: text.encode("utf-8"))
        return
    try:  # a device or pipe, such as /dev/stdout, cannot be replaced
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
