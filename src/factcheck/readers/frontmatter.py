"""Reads the block of settings that a Markdown page may open with, in YAML or TOML."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.text import Span

# --- … --- or +++ … +++ at the very top.
FENCE = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)")
CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
# A key at the margin with its value, or a member of a list under it.
ENTRY = re.compile(
    r"^(?:(?P<key>[A-Za-z][\w.-]*)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*?)|[ \t]*-[ \t]+(?P<member>[^\r\n]*?))[ \t\r]*$",
    re.MULTILINE,
)
QUOTES = "\"'"
# What the page shows of its settings: the title and what stands under it.
SHOWN = ("title", "subtitle", "description", "summary", "abstract", "dek", "standfirst")


class FrontMatter(NamedTuple):
    """The settings as written, the places of the values that the page shows, and where the page goes on."""

    found: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, Span], ...]
    end: int


NONE = FrontMatter((), (), 0)


def front_matter(text: str) -> FrontMatter:
    """The settings at the top of a page; NONE where it opens otherwise. Nested settings are passed over."""
    fence = FENCE.match(text)
    if fence is None:
        return NONE
    close = CLOSE[fence["fence"]].search(text, fence.end())
    if close is None or not ENTRY.search(text, fence.end(), close.start()):
        return NONE
    found, shown, key = [], [], ""
    for entry in ENTRY.finditer(text, fence.end(), close.start()):
        group = "value" if entry["key"] else "member"
        key = entry["key"] or key
        span = _bare(text, Span(*entry.span(group)))
        if not span.start < span.end:
            continue
        value = text[span.start : span.end]
        found.append(
            (key, ", ".join(part.strip(" \"'") for part in value[1:-1].split(","))) if value[0] == "[" else (key, value)
        )
        if key.lower() in SHOWN and group == "value" and value[0] not in "|>[{":
            shown.append((key.lower(), span))
    return FrontMatter(tuple(found), tuple(shown), close.end())


def _bare(text: str, span: Span) -> Span:
    """A value without its quotation marks."""
    quoted = span.end - span.start >= 2 and text[span.start] in QUOTES and text[span.end - 1] == text[span.start]
    return Span(span.start + 1, span.end - 1) if quoted else span
