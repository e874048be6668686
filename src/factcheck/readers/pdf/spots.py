"""Finds where on the pages of a PDF file words of its text stand, and shows the part of the page that holds them.

The file is opened in a process of its own: a crash or an endless loop costs the pictures of one file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.model import Source
from factcheck.readers.pdf.service import ROOT
from factcheck.text import Span

# Seconds for one file, and a page's worth more for each part of it that is shown.
TO_OPEN, A_SPOT = 20, 1


class Spot(NamedTuple):
    """Characters of one page, by their numbers on it: runs of (first, count)."""

    page: int
    runs: tuple[tuple[int, int], ...]


class Wanted(NamedTuple):
    """Words to find, and among them those to mark; picture: whether their part of the page is to be shown."""

    words: Spot
    mark: Spot
    picture: bool = True


class Shown(NamedTuple):
    """The lines that words take on their page as (left, bottom, right, top) in points, and their picture as PNG."""

    lines: tuple[tuple[float, float, float, float], ...]
    png: bytes


NOTHING = Shown((), b"")


def spots(source: Source, span: Span) -> tuple[Spot, ...]:
    """The characters of a PDF file behind a span of its text, by page. Ligatures count as they do on the page."""
    pages: dict[int, list[tuple[int, int]]] = {}
    for page, first, count in _runs(source, span):
        pages.setdefault(page, []).append((first, count))
    return tuple(Spot(page, tuple(runs)) for page, runs in pages.items())


def _runs(source: Source, span: Span) -> Iterator[tuple[int, int, int]]:
    anchors = source.anchors
    index = max(0, bisect_right(anchors, span.start, key=lambda anchor: anchor.at) - 1)
    for anchor, after in zip(anchors[index:], (*anchors[index + 1 :], None), strict=True):
        if anchor.at >= span.end:
            return
        start, end = max(span.start, anchor.at), min(span.end, anchor.at + anchor.length)
        if start < end:
            # A ligature is one character of the page and several of the text, and a run of its own.
            goes_on = after and after.unit == anchor.unit and after.first > anchor.first
            most = after.first - anchor.first if goes_on and after else anchor.length
            first = anchor.first + min(start - anchor.at, most - 1)
            yield anchor.unit, first, max(1, min(end - start, anchor.first + most - first))


def show(data: bytes, wanted: Sequence[Wanted]) -> list[Shown]:
    """What is to be seen of each; NOTHING where the page does not give it, or the file takes too long."""
    request = json.dumps(wanted).encode()
    paths = [str(ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    try:
        answer = subprocess.run(
            [sys.executable, "-P", "-m", "factcheck.readers.pdf.spot_worker"],
            input=len(request).to_bytes(8, "big") + request + data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=TO_OPEN + A_SPOT * len(wanted), check=True, env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )  # fmt: skip
        found = [Shown(tuple(map(tuple, lines)), b64decode(png)) for lines, png in json.loads(answer.stdout)]
    except (subprocess.SubprocessError, OSError, ValueError):
        return [NOTHING] * len(wanted)
    return found if len(found) == len(wanted) else [NOTHING] * len(wanted)
