"""What each element of HTML means to a reader of the page."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lean import regex as re

# Elements of which a reader sees nothing, or nothing that the author asserts.
UNSEEN = frozenset(
    (
        "audio button canvas code del dialog iframe math nav noscript object rp rt s samp script select strike style "
        "svg template textarea title video"
    ).split()
)
# Elements that begin and end a block of text.
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu ol p pre section summary table tbody td tfoot "
        "th thead tr ul"
    ).split()
)
LISTS = frozenset({"ul", "ol", "dl", "menu"})
ITEMS = frozenset({"li", "dd", "dt"})
CELLS = frozenset({"td", "th"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements without content.
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Elements that show something in place of what is left out.
OPAQUE = frozenset({"code", "math", "samp"})
# Elements that end where another begins, if no end tag stands before: a cell by the next cell, a row by the next row.
ENDED_BY = {
    **dict.fromkeys(BLOCKS, frozenset({"p"})),
    "li": frozenset({"p", "li"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"p", "dt", "dd"})),
    **dict.fromkeys(CELLS, frozenset({"p", "td", "th"})),
    "tr": frozenset({"p", "td", "th", "tr"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"p", "td", "th", "tr", "thead", "tbody", "tfoot"})),
}
# What a link to a note calls itself, and the one that leads back.
NOTE_MARKS = frozenset({"noteref", "doc-noteref", "backlink", "doc-backlink"})
STRUCK = r"text-decoration(?:-line)?\s{0,9}:[^;{}]{0,40}line-through"
HIDDEN_STYLE = re.compile(
    rf"display\s{{0,9}}:\s{{0,9}}none|visibility\s{{0,9}}:\s{{0,9}}hidden|{STRUCK}", re.IGNORECASE
)
# A rule of the page's own that strikes out what is of a class, as Google Docs exports it.
STRUCK_CLASS = re.compile(rf"(?:\A|\}})\s{{0,9}}\.([\w-]{{1,40}})\{{[^{{}}]{{0,400}}{STRUCK}", re.IGNORECASE)
# Where a comment of Google Docs begins that is exported below the text.
COMMENT = re.compile(r"cmnt\d{1,5}")

Attributes = Mapping[str, str | None]


def is_unseen(tag: str, attributes: Attributes) -> bool:
    """Whether a page does not show what this element holds."""
    if tag in UNSEEN:
        return True
    if tag in VOID or tag in ("html", "body"):
        return False
    if tag == "a" and NOTE_MARKS & {attributes.get("role"), attributes.get("epub:type")}:
        return True
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or HIDDEN_STYLE.search(attributes.get("style") or "") is not None


def stated(tag: str, attributes: Attributes) -> tuple[str, str]:
    """The name and value that a <meta>, <link> or <time> states; empty where it states nothing."""
    if tag == "link":
        return attributes.get("rel") or "", attributes.get("href") or ""
    if tag == "time":
        return "time", attributes.get("datetime") or ""
    name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
    return name, attributes.get("content") or ""
