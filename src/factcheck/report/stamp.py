"""What a report or page says of the library that it rests on, so that a reader can tell which state of it that was."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.store.protocol import Library


def stamp(library: Library) -> str:
    """How many documents there are, when the newest was published, a mark of all they say, and our version.

    The same library gives the same stamp; the clock is not asked.
    """
    documents = library.documents().values()
    newest = max((document.published.rpartition("/")[2].rstrip(".") for document in documents), default="")
    state = blake2b(repr(sorted(library.digests().items())).encode(), digest_size=4).hexdigest()
    when = f", published up to {newest}" if newest else ""
    return f"Library: {counted(len(documents), 'document')}{when}, state {state}. factcheck {__version__}."
