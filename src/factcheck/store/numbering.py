"""How what stands in a library is numbered: a number begins with that of its file, which its path gives it.

So a file can be replaced without renumbering another, and the same files give the same numbers in every store.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from operator import sub

# A number is the number of its file and, in the low bits, its place in the file: a million passages a file, and with
# two thousand million files all below 2**53, which JavaScript and JSON keep exact.
FILE_BITS = 20
FILES = 1 << 31
# Claims are found by so many letters of their ids, which few have in common.
BEGINNING = 4
# Numbers in one cell: the first byte says how many bytes each step from one to the next has, and more where the bytes
# of all steps, the lowest first, are deflated; for fewer that is not worth the time.
LONG, DEFLATED, FEW, RAW = 8, 16, 8, -15


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


def pressed(numbers: Sequence[int]) -> bytes:
    """Ascending numbers as one cell."""
    steps = array("q", map(sub, numbers, (0, *numbers[:-1])))
    width = (max(steps).bit_length() + 7) // LONG or 1
    rest = b"".join(_little(steps).tobytes()[at::LONG] for at in range(width))
    if len(numbers) < FEW:
        return bytes([width]) + rest
    press = zlib.compressobj(wbits=RAW)
    return bytes([width | DEFLATED]) + press.compress(rest) + press.flush()


def unpressed(cell: bytes, count: int, most: int | None = None) -> array[int]:
    """So many numbers from their cell; the first where that is more than `most`."""
    width, rest = cell[0], cell[1:]
    if width & DEFLATED:
        width, rest = width - DEFLATED, zlib.decompress(rest, RAW)
    few = count if most is None else min(count, most)
    steps = bytearray(LONG * few)
    for at in range(width):
        steps[at::LONG] = rest[at * count : at * count + few]
    return array("q", accumulate(_little(array("q", bytes(steps)))))


def _little(numbers: array[int]) -> array[int]:
    """Numbers whose lowest bytes come first, whatever the machine; or back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
