"""Scores what of saved pages is kept as their article, and how much of what stands around it is let in.

    python benchmarks/pages.py FOLDER [--labelled] [--half read|unread] [--show kept|let-in] [--whole]

FOLDER has either of two public collections, as its repository has it; none of it is in this one, and no rule may know
one of its pages:

  evaldata.json      with cache/ and eval/ beside it: the tests/ of github.com/adbar/trafilatura, 990 pages. Of each
                     some strings are marked that stand in its article (`with`), and some around it (`without`).
  ground-truth.json  with html/NAME.html.gz: github.com/scrapinghub/article-extraction-benchmark, 181 pages, most of
                     them English news, with the whole text of each article.

`read` are the pages that one reads while building, `unread` those that one does not: which is which tells a hash of the
name. Pages that are refused, as one in another language is, are counted and left out. `--labelled` scores the extra
[web], as `labeller = "trafilatura"` in sources.toml has it; `--whole` sets nothing aside. Of the rest:

  seen    the share of the marked strings, or of the runs of four words of the article, that stand in the page as it is
          read whole; code is read of no page, nor what only scripts write
  kept    the share of those seen that stand in what is kept as the article
  let in  the share of the strings around it, or of the runs of the page that are none of the article's; its title is
          neither
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import InputError
from factcheck.model import Block, Role, Source
from factcheck.readers import read_data

WORD = re.compile(r"\w+")
RUN = 4


class Page(NamedTuple):
    """A saved page, and what was marked in it: strings inside and around its article, or the whole of that."""

    name: str
    data: bytes
    inside: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    article: str = ""


class Score(NamedTuple):
    """Of one page: how much of what is inside and around is seen, kept and let in, and of how much."""

    kept: float
    seen: float
    inside: float
    let_in: float
    around: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labelled", action="store_true", help="as the extra [web] reads them")
    parser.add_argument("--whole", action="store_true", help="with nothing set aside")
    parser.add_argument("--half", choices=("read", "unread"), default="", help="only one half of the pages")
    parser.add_argument("--show", choices=("kept", "let-in"), default="", help="print what is wrong")
    arguments = parser.parse_args()
    total, read, refused, began = Score(0, 0, 0, 0, 0), 0, 0, time.perf_counter()
    for page in pages(arguments.folder):
        if arguments.half and half(page.name) != arguments.half:
            continue
        try:
            found = score(page, whole=arguments.whole, labelled=arguments.labelled, show=arguments.show)
        except InputError:
            refused += 1
        else:
            total, read = Score(*map(sum, zip(total, found, strict=True))), read + 1
    shares = (total.seen / max(1, total.inside), total.kept / max(1, total.seen), total.let_in / max(1, total.around))
    print(
        "pages {}  refused {}  seen {:.3f}  kept {:.3f}  let in {:.3f}".format(read, refused, *shares),
        f"  of {total.inside:.0f} and {total.around:.0f}, in {time.perf_counter() - began:.1f} s",
    )
    return 0


def half(name: str) -> str:
    return "unread" if sha256(name.encode()).digest()[0] % 2 else "read"


def pages(folder: Path) -> Iterator[Page]:
    marked = folder / "evaldata.json"
    if marked.exists():
        for name, page in sorted(json.loads(marked.read_text(encoding="utf-8")).items()):
            path = next(path for place in ("cache", "eval") if (path := folder / place / page["file"]).exists())
            yield Page(name, path.read_bytes(), tuple(page["with"]), tuple(page["without"]))
    else:
        for name, page in sorted(json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items()):
            data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
            yield Page(name, data, article=page["articleBody"])


def score(page: Page, *, whole: bool, labelled: bool, show: str) -> Score:
    """What of a page is seen, kept and let in. Raises InputError."""
    source = read_data(page.data, ".html", page.name, whole=whole, labelled=labelled)
    seen = _text(source, lambda block: True)
    kept = _text(source, lambda block: block.role is not Role.ASIDE)
    if page.article:
        title = next((block for block in source.blocks if block.role is Role.HEADING and block.level == 1), None)
        around = _text(source, lambda block: block is not title)
        return _by_runs(page, seen, kept, around, show)
    return _by_strings(page, seen, kept, show)


def _text(source: Source, wanted: Callable[[Block], bool]) -> list[str]:
    text = source.view.text
    blocks = sorted(source.blocks, key=lambda block: block.span)
    return [word for block in blocks if wanted(block) for word in _words(text[block.span.start : block.span.end])]


def _by_strings(page: Page, seen: list[str], kept: list[str], show: str) -> Score:
    # A string may begin or end within a word.
    whole, text = " ".join(seen), " ".join(kept)
    shown = [part for part in page.inside if " ".join(_words(part)) in whole]
    missed = [part for part in shown if " ".join(_words(part)) not in text]
    let_in = [part for part in page.around if " ".join(_words(part)) in text]
    for part in {"kept": missed, "let-in": let_in}.get(show, ()):
        print(f"{page.name}: {part!r}")
    return Score(len(shown) - len(missed), len(shown), len(page.inside), len(let_in), len(page.around))


def _by_runs(page: Page, seen: list[str], kept: list[str], around: list[str], show: str) -> Score:
    """The shares of one page; every page counts alike, however long it is."""
    article, found = _runs(_words(page.article)), _runs(kept)
    other = _runs(around) - article
    shown, held = _share(article & _runs(seen), article), _share(article & found, article)
    let_in = _share(other & found, other)
    if show:
        print(f"{page.name}: seen {shown:.3f}  kept {held:.3f}  let in {let_in:.3f}")
    return Score(held, shown, 1, let_in, 1)


def _share(part: Counter[tuple[str, ...]], whole: Counter[tuple[str, ...]]) -> float:
    return part.total() / max(1, whole.total())


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _runs(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


if __name__ == "__main__":
    sys.exit(main())
