"""How footnotes are written into a draft: Markdown, plain text, HTML, and Pandoc's keys."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Document, Finding, Kind
from factcheck.report.visible import visible_line
from factcheck.text.wording import address, citation

# What Markdown reads as markup: its own signs, HTML, a list at the start, and what it makes a link of by itself.
MARKUP = re.compile(
    r"[\\`*_{}\[\]|~$^#<>&@]|^[-+](?= )|(?<=^\d)[.)]|(?<=\])\(|(?<=[A-Za-z]):(?=\S)|(?<=\bwww)\.", re.IGNORECASE
)
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", ":": "&#58;"}
# The closing quotation mark, with a comma or full stop before or behind it, that a quotation's own mark stands after.
CLOSING = re.compile(r"[.,!?…]?[\"”’»]?")
CLOSING_IN_PAGE = re.compile(r"[.,!?…]?(?:[\"”’»]|&(?:quot|r[sda]quo|#8217|#8221|#x201[9d]);|</q>)?", re.IGNORECASE)
# An entry of a list of sources or the text of a footnote, with the indented lines that go on with it.
ENTRY = re.compile(
    r"^\[(?:\^[^\]\s]{1,40}\]:|(?=\d{1,4}\] )\d{1,4}\])[ \t]*(?P<source>[^\r\n]*)(?:\r?\n[ \t]+[^\r\n]+)*", re.MULTILINE
)
ENTRY_IN_PAGE = re.compile(r'<li id="source-\d{1,4}">(?P<source>[^\r\n]*?)</li>')
# Numbers that footnotes of the draft already have.
TAKEN, TAKEN_IN_PAGE = re.compile(r"\[\^?(\d{1,4})\]"), re.compile(r'id="source-(\d{1,4})"')
NOTHING = re.compile(r"(?!)")
# A blank line at the end of a draft.
BLANK = re.compile(r"\n\r?\n\Z")
# The list that we have put into a page, and where a page's text ends.
LIST = '<section class="sources"><h2>Sources</h2><ol>\n{entries}</ol></section>\n'
LIST_END = re.compile(r"(?<=\n)(?=</ol></section>)|(?=</body\s*>)", re.IGNORECASE)
LINK_END = re.compile(r"</a\s*>", re.IGNORECASE)
# What Pandoc takes for a key as it stands; others are put into braces.
PLAIN_KEY = re.compile(r"\w+(?:[:.#$%&\-+?<>~/]\w+)*\Z")
# How far behind a figure its sentence may be cited already.
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s|\n\s*\n")


class Cited(NamedTuple):
    """A document, and the page, cell or time in it where its format has one."""

    document: Document
    place: str


class Notation(NamedTuple):
    """How marks and entries are written, and those that a draft already has are known again.

    source: an entry as it reads; "" where the notation has no list. No word of a source is taken for markup.
    mark, entry: by the number of the source; end: where a finding's mark goes, None where it cannot
    listed: where in a draft new entries go, and how they are set off there
    is_cited: whether the words before an offset are cited already
    """

    source: Callable[[Cited], str]
    mark: Callable[[int, Cited], str]
    entry: Callable[[int, str], str]
    end: Callable[[str, Finding], int | None]
    listed: Callable[[str, str], tuple[int, str]]
    is_cited: Callable[[str, int, Cited], bool]
    entries: re.Pattern[str] = ENTRY
    taken: re.Pattern[str] = TAKEN


def markdown(words: str) -> str:
    """Words on one line, in which Markdown finds no markup."""
    return MARKUP.sub(lambda char: ENTITIES.get(char[0], f"\\{char[0]}"), visible_line(words))


def _behind(text: str, finding: Finding, closing: re.Pattern[str] = CLOSING) -> int:
    end = finding.claim.span.end
    found = closing.match(text, end) if finding.claim.kind is Kind.QUOTE else None
    return found.end() if found else end


def _behind_in_page(text: str, finding: Finding) -> int | None:
    """Behind the words, and behind a link that they end in; nowhere where they stand in a tag."""
    end = _behind(text, finding, CLOSING_IN_PAGE)
    if text.rfind("<", 0, end) > text.rfind(">", 0, end):
        return None
    opened = max(text.rfind(tag, 0, end) for tag in ("<a ", "<A ", "<a\n"))
    if opened > max(text.rfind(tag, 0, end) for tag in ("</a", "</A")):
        close = LINK_END.search(text, end)
        return close.end() if close else None
    return end


def _marked(pattern: str) -> Callable[[str, int, Cited], bool]:
    """Whether any mark stands there: what is cited stays, though another source be the best one by now."""
    mark = re.compile(pattern)
    return lambda text, end, _: mark.match(text, end) is not None


def _at_the_end(heading: str) -> Callable[[str, str], tuple[int, str]]:
    def listed(text: str, entries: str) -> tuple[int, str]:
        separator = "" if BLANK.search(text) else "\n" if text.endswith("\n") else "\n\n"
        title = "" if heading and heading.strip() in text.splitlines() else heading
        return len(text), separator + title + entries

    return listed


def _in_page(text: str, entries: str) -> tuple[int, str]:
    """Into the list that we have put there, else before the end of the page's body, else behind all."""
    place = LIST_END.search(text)
    if place is None:
        return len(text), LIST.format(entries=entries)
    ours = text.startswith("</ol>", place.start())
    return place.start(), entries if ours else LIST.format(entries=entries)


def _source_in_page(cited: Cited) -> str:
    words, link = escape(citation(*cited, escape=visible_line)), escape(address(cited.document.url))
    return words.removesuffix(link) + f'<a href="{link}">{link}</a>' if link else words


def _at_key(document: Document) -> str:
    key = re.sub(r"[\s{}]", "-", visible_line(document.id))
    return f"@{key}" if PLAIN_KEY.match(key) else f"@{{{key}}}"


def _key(_: int, cited: Cited) -> str:
    at = _at_key(cited.document)
    return f" [{at}, {markdown(cited.place)}]" if cited.place else f" [{at}]"


def _is_cited_by_key(text: str, end: int, cited: Cited) -> bool:
    """Whether the rest of the sentence cites the document, be it for another page."""
    found = SENTENCE_END.search(text, end)
    rest = text[end : found.end() if found else len(text)]
    return re.search(rf"[\[;\s-]{re.escape(_at_key(cited.document))}(?![\w.:/#-]*\w)", rest) is not None


def _note(cited: Cited, words: Callable[[str], str]) -> str:
    return citation(*cited, escape=words)


MARKDOWN = Notation(
    lambda cited: _note(cited, markdown), lambda number, _: f"[^{number}]",
    lambda number, source: f"[^{number}]: {source}\n", _behind, _at_the_end(""), _marked(r"\[\^[^\]\s]+\]"),
)  # fmt: skip
PLAIN = MARKDOWN._replace(
    source=lambda cited: _note(cited, visible_line), mark=lambda number, _: f" [{number}]",
    entry=lambda number, source: f"[{number}] {source}\n", listed=_at_the_end("Sources\n\n"),
    is_cited=_marked(r" \[\d{1,4}\]"),
)  # fmt: skip
HTML = Notation(
    _source_in_page, lambda number, _: f'<sup><a href="#source-{number}">{number}</a></sup>',
    lambda number, source: f'<li id="source-{number}">{source}</li>\n', _behind_in_page, _in_page,
    _marked(r"<sup><a href=\"#source-"), ENTRY_IN_PAGE, TAKEN_IN_PAGE,
)  # fmt: skip
KEYS = MARKDOWN._replace(source=lambda _: "", mark=_key, is_cited=_is_cited_by_key)
