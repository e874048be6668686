"""Comments in a draft that silence a rule at their place: `<!-- factcheck: ignore FC103: heard it myself -->`.

Behind other words a comment speaks for its line; alone on a line, for the paragraph that follows. It names its rules:
nothing silences all of them. It is not obeyed in a block quotation, whose words are another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck import rules
from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Finding, Role, Source
from factcheck.text import Lines, Span, lines_of

# The start of a comment to us, as HTML and Markdown, reStructuredText, or AsciiDoc write comments.
COMMENT = re.compile(r"(?:<!--|\.\. |//)[ \t]*factcheck:[ \t]*ignore\b")
# A rule's code or name, or the beginning of a code.
NAME = re.compile(r"[ \t,]*([A-Za-z][\w-]*)")


class Ignore(NamedTuple):
    """What one comment silences: the codes, in these lines; `span` is the comment itself, `problem` why it is void.

    explained: whether it gives a reason
    """

    codes: frozenset[str]
    first: int
    last: int
    span: Span
    problem: str = ""
    explained: bool = True


def read(source: Source) -> tuple[Ignore, ...]:
    """The comments of a draft that are meant for factcheck, in order."""
    text, lines = source.text, lines_of(source.text)
    found = []
    for comment in COMMENT.finditer(text):
        line = lines.position(comment.start()).line
        start, end = lines.starts[line - 1], _line_end(text, comment.end())
        close = text.find("-->", comment.end(), end)
        body = Span(comment.end(), close if close >= 0 else end)
        span = Span(comment.start(), close + 3 if close >= 0 else end)
        if _is_quoted(source, span, text[start:end]):
            continue
        alone = not (text[start : span.start] + text[span.end : end]).strip()
        last = _paragraph_end(text, lines, line) if alone else line
        found.append(_ignore(text[body.start : body.end], line, last, span))
    return tuple(found)


def standing(findings: Iterable[Finding], ignores: Sequence[Ignore]) -> list[Finding]:
    """The findings that no comment silences or contains."""
    return [finding for finding in findings if not any(_silences(ignore, finding) for ignore in ignores)]


def problems(ignores: Iterable[Ignore], findings: Sequence[Finding]) -> Iterator[tuple[int, str]]:
    """The line of each comment with which something is wrong, and what: none shall be taken for one that works."""
    for ignore in ignores:
        if ignore.problem:
            yield ignore.first, ignore.problem
        elif not any(_silences(ignore, finding) and finding.rule for finding in findings):
            yield ignore.first, "nothing is silenced by this comment; take it away"
        elif not ignore.explained:
            yield ignore.first, "this comment gives no reason; write it behind a colon"


def _silences(ignore: Ignore, finding: Finding) -> bool:
    named = finding.rule in ignore.codes and ignore.first <= finding.claim.line <= ignore.last
    return named or finding.claim.span.overlaps(ignore.span)


def _ignore(body: str, first: int, last: int, span: Span) -> Ignore:
    """The codes at the start of a comment's body; a colon or dash ends them and leaves room for a reason."""
    names, at = [], 0
    while match := NAME.match(body, at):
        names.append(match[1])
        at = match.end()
    if not names:
        return Ignore(frozenset(), first, last, span, "name the rules to ignore, as in `factcheck: ignore FC103`")
    try:
        return Ignore(rules.select(names), first, last, span, explained=any(map(str.isalnum, body[at:])))
    except InputError as error:
        return Ignore(frozenset(), first, last, span, f"{error} (a reason goes behind a colon)")


def _is_quoted(source: Source, comment: Span, line: str) -> bool:
    quoted = (source.view.origin(block.span) for block in source.blocks if block.role is Role.BLOCKQUOTE)
    return line.lstrip().startswith(">") or any(span.covers(comment) for span in quoted)


def _line_end(text: str, offset: int) -> int:
    ends = [at for at in (text.find("\n", offset), text.find("\r", offset)) if at >= 0]
    return min(ends, default=len(text))


def _paragraph_end(text: str, lines: Lines, line: int) -> int:
    """The last line before the next blank one, from the line after `line` on; blank lines in between are skipped."""
    count = len(lines.starts)
    blank = [not text[a:b].strip() for a, b in zip(lines.starts, [*lines.starts[1:], len(text)], strict=True)]
    first = next((number for number in range(line + 1, count + 1) if not blank[number - 1]), count)
    return next((number - 1 for number in range(first, count + 1) if blank[number - 1]), count)
