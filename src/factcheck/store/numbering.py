"""How what stands in a library is numbered: a number begins with that of its file, which its path gives it.

So a file can be replaced without renumbering another, and the same files give the same numbers in every store.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

# A number is the number of its file and, in the low bits, its place in the file: a million passages a file, and with
# two thousand million files all below 2**53, which JavaScript and JSON keep exact.
FILE_BITS = 20
FILES = 1 << 31


def file_number(path: str) -> int:
    """The number that a file gets by its path, unless another file has it."""
    return int.from_bytes(blake2b(path.encode(errors="surrogateescape"), digest_size=8).digest()) % FILES


def free_number(path: str, owners: Mapping[int, str]) -> int:
    """A number for a file that depends on its path alone, but where two paths meet in one.

    owners: the files by the numbers that they have, which may be this one
    """
    number = file_number(path)
    while owners.get(number, path) != path:
        number = (number + 1) % FILES
    return number


def numbers_of(file: int) -> tuple[int, int]:
    """The first number of what stands in a file, and the first one after."""
    return file << FILE_BITS, (file + 1) << FILE_BITS
