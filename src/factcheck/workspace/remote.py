"""Sources that lie in no folder but behind an address, `s3://bucket/news/*.txt`, as fsspec reaches them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from typing import Any

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.readers.decode import LARGEST_FILE
from factcheck.workspace.files import MAGIC, Found, expression

# What tells one content of an object from another, as the stores of fsspec call it; and when it got it.
STAMPS = ("ETag", "etag", "md5Hash", "content_md5", "generation", "VersionId", "crc32c", "CRC", "ino")
TIMES = ("mtime", "LastModified", "last_modified", "updated", "created")
# A scheme and a place below which one can look: `s3://bucket`, `file:///archive`.
PLACE = re.compile(r"\w[\w+.-]*://(/?[^/@:]+)(/.*)?")
BILLION = 1_000_000_000


def find(pattern: str) -> Iterator[Found]:
    """The objects that a pattern names. Raises InputError where their place cannot be looked at."""
    *folders, name = pattern.split("/")
    fixed = next((place for place, part in enumerate(folders) if MAGIC.search(part)), len(folders))
    place = "/".join(folders[:fixed])
    if not PLACE.fullmatch(place):
        raise InputError(f"{pattern}: names no place to look at, or a password, which belongs into the environment")
    wanted = expression(pattern)
    with _clearly(pattern):
        store, base = _reached(place)
        depth = None if "**" in (*folders, name) else len(folders) - fixed + 1
        for inner, known in store.find(base, maxdepth=depth, detail=True).items():
            path = place + inner.removeprefix(base.rstrip("/"))
            if wanted.fullmatch(path):
                yield _found(path, known)


def look(path: str) -> Found:
    """An object as it is now. Raises InputError."""
    with _clearly(path):
        store, inner = _reached(path)
        return _found(path, store.info(inner))


def read(path: str) -> bytes:
    """All that an object holds. Raises InputError."""
    with _clearly(path):
        store, inner = _reached(path)
        # Not by asking for so many bytes and no more: an object that has none refuses that.
        if (store.info(inner).get("size") or 0) > LARGEST_FILE:
            raise InputError(f"{path}: is larger than {LARGEST_FILE // 1_000_000} MB")
        data: bytes = store.cat_file(inner)
    return data


@contextmanager
def _clearly(path: str) -> Iterator[None]:
    """Raise InputError for whatever a store raises: each has errors of its own."""
    try:
        yield
    except ImportError as error:
        raise InputError(f"{path}: is reached with fsspec: pip install 'factcheck-cli[remote]' ({error})") from None
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except InputError:
        raise
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise InputError(f"{path}: cannot be read: {reason}") from error


def _reached(path: str) -> tuple[Any, str]:
    """The store of an address, and what the address is called there. What was listed before is asked anew."""
    from fsspec.core import url_to_fs

    store, inner = url_to_fs(path, use_listings_cache=False)
    return store, inner


def _found(path: str, known: Mapping[str, Any]) -> Found:
    """An object as a file is known: by its size, its time, and a mark in the place of an inode."""
    when = next((known[name] for name in TIMES if name in known), 0)
    seconds = when.timestamp() if isinstance(when, datetime) else when
    changed = int(seconds * BILLION) if isinstance(seconds, int | float) else 0
    stamps = repr([str(known[name]) for name in STAMPS if name in known] or str(changed))
    mark = int.from_bytes(blake2b(stamps.encode(), digest_size=8).digest()) >> 1
    return Found(path, int(known.get("size") or 0), changed, changed, mark)
