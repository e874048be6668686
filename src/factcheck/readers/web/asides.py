"""Tells which parts of a saved page stand outside its article: menus, teasers, adverts, comments, notices.

Nobody who reads the article takes them for what it says; their figures are those of other articles, or of none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Block, Role
from factcheck.text import Span

# Elements and roles that are made for what is no article.
ELEMENTS = frozenset({"aside", "footer", "form", "menu", "dialog"})
ROLES = frozenset("navigation complementary contentinfo search dialog alertdialog alert menu toolbar".split())
# Parts of a page that may be lists of links.
LISTS = frozenset("ul ol dl div section p details".split())
# Words in the names of classes and ids, as pages of all makes have them.
NAMES = frozenset(
    (
        "ad ads advert advertisement advertising adsense banner breadcrumb breadcrumbs comment comments commentlist "
        "consent cookie cookies copyright disclaimer disqus donate footer gdpr hidden login masthead meta menu modal "
        "mostread nav navbar navigation newsletter newsletters outbrain overlay pagination paywall popular popup "
        "privacy promo promoted promotion rail recirc recommend recommended recommendation recommendations related "
        "respond search share sharing shares sharedaddy sidebar signup skip social sponsor sponsored subscribe "
        "subscription taboola tag tags tagcloud teaser teasers toolbar trending widget widgets"
    ).split()
)
WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
# Of a part's text: so much in links makes it a list of links, or bears out its name.
LIST_OF_LINKS, SOME_LINKS = 0.6, 0.2
# Of a block: so much in links makes it one link, as a teaser between paragraphs is.
ALL_LINK = 0.9
# Of the page: what is larger is no frame of something else.
LARGEST_NAMED, LARGEST = 0.4, 0.6
SHORT = 800
BEFORE_ALL = -1

Attributes = Mapping[str, str | None]


class Part(NamedTuple):
    """An element of the page: its span in the visible text, its role, and whether it has a name that frames have."""

    span: Span
    tag: str
    role: str
    named: bool


def part(span: Span, tag: str, attributes: Attributes) -> Part:
    """An element with its attributes, as far as they tell what it is."""
    names = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))
    words = (word.lower() for word in WORD.findall(names))
    role = attributes.get("role") or attributes.get("epub:type") or ""
    return Part(span, tag, role.lower(), not NAMES.isdisjoint(words))


class Links:
    """The links of a page, and how much of a part of it they take."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._sums = [0, *accumulate(span.end - span.start for span in spans)]

    def of(self, span: Span) -> tuple[int, float]:
        """How many begin in a span, and which share of it they are."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return last - first, (self._sums[last] - self._sums[first]) / max(1, span.end - span.start)


def asides(parts: Sequence[Part], links: Links, length: int, title: Span | None) -> list[Span]:
    """The parts that stand outside the article, outermost; what holds the title of the page is no list of links."""
    at = title.start if title and not links.of(title)[0] else BEFORE_ALL
    found = sorted(
        part.span for part in parts if part.span.start < part.span.end and _is_aside(part, links, length, at)
    )
    outermost: list[Span] = []
    for span in found:
        if not outermost or span.end > outermost[-1].end:
            outermost.append(span)
    return outermost


def _is_aside(part: Part, links: Links, length: int, title: int) -> bool:
    size = part.span.end - part.span.start
    share = size / max(1, length)
    if share > LARGEST:
        return False
    if part.tag in ELEMENTS or part.role in ROLES:
        return True
    count, linked = links.of(part.span)
    if part.tag in LISTS and count > 1 and linked > LIST_OF_LINKS and not part.span.start <= title < part.span.end:
        return True
    return part.named and share < LARGEST_NAMED and (linked > SOME_LINKS or size < SHORT)


def is_outside(block: Block, outside: Sequence[Span], links: Links) -> bool:
    """Whether a block stands in an aside, or is one link, as a teaser between paragraphs is."""
    after = bisect_right(outside, block.span.start, key=_start)
    if after and block.span.end <= outside[after - 1].end:
        return True
    if block.role in (Role.HEADING, Role.CELL):
        return False
    count, linked = links.of(block.span)
    return count > 0 and linked > ALL_LINK


def _start(span: Span) -> int:
    return span.start
