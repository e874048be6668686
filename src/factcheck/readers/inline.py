"""Finds the inline markup of Markdown: what of a paragraph is written for the typesetter and not for the reader."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable

from factcheck.lean import regex as re
from factcheck.readers.canvas import Edit
from factcheck.readers.noise import follows_a_word
from factcheck.readers.raised import raised

# A backslash escape or hard break, a run of code, emphasis, deletion or mark delimiters, a bracket, a tag or comment,
# an entity, a formula.
SIGN = re.compile(r"\\[!-/:-@\[-`{-~\n]|`+|\*+|_+|~~|==|!?\[|\]|<|&|\$+")
AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]*|[\w.+-]{1,64}@[^<>\s@]{1,253})>")
TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# (destination "title") behind a link's text; destinations hold balanced parentheses one level deep.
DESTINATION = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
REFERENCE = re.compile(r"\[(?P<label>[^\[\]]{0,200})\]")
ATTRIBUTES = re.compile(r"\{[.#:][^{}\n]*\}")
# $x^2$, \frac and the like; sums of money never look like this.
FORMULA = re.compile(r"\$(?=[^\s\d$])(?P<body>[^$\n]{1,200})(?<=\S)\$(?!\d)")
DISPLAY = re.compile(r"\$\$[^$]{1,2000}\$\$")
FORMULA_SIGNS = frozenset("\\^_={}")
CITATION = re.compile(r"\^\S+\Z|[^@\[\]]{0,40}-?@[\w{]")
# The text of a link that is a footnote marker where it is glued to a word.
NUMBER = re.compile(r"\[?\d{1,3}\]?\Z")
# Shown for what is there but is no prose, so that its neighbours do not grow together.
PLACEHOLDER = "\ufffc"
BREAKS = frozenset({"br", "hr", "p", "div", "li", "tr", "td", "th"})
STRUCK = frozenset({"del", "s", "strike", "script", "style", "code", "math"})


def inline(body: str, labels: Collection[str] = ()) -> list[Edit]:
    """The edits that turn a paragraph's Markdown into what its reader sees, in order and apart.

    labels: the link labels that the page defines, folded (`fold_label`)
    """
    return outermost(_Scanner(body, labels).scan())


def fold_label(label: str) -> str:
    """The form in which link labels are compared."""
    return " ".join(label.split()).casefold()


def outermost(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in order, without those that lie inside another."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


class _Scanner:
    """One pass over a paragraph; brackets and delimiters wait on stacks for their partners."""

    def __init__(self, body: str, labels: Collection[str]) -> None:
        self.body = body
        self.labels = labels
        self.edits: list[Edit] = []
        self.brackets: list[tuple[int, int]] = []
        self.openers: dict[str, list[list[int]]] = defaultdict(list)
        self.closing_comment = body.rfind("-->")
        self.closings: dict[str, int] = {}
        self._ticks: dict[int, list[int]] | None = None

    def scan(self) -> list[Edit]:
        at = 0
        while sign := SIGN.search(self.body, at):
            at = self._read(sign)
        return self.edits

    def _read(self, sign: re.Match[str]) -> int:
        """Deal with one sign; the offset at which to go on."""
        start, end, first = sign.start(), sign.end(), sign[0][0]
        match first:
            case "\\":
                return self._drop(start, start + 1, end)
            case "`":
                return self._code(start, end)
            case "*" | "_":
                return self._emphasis(start, end)
            case "~" | "=":
                return self._pair(start, end)
            case "[" | "!":
                self.brackets.append((start, end))
                return end
            case "]":
                return self._bracket(start)
            case "<":
                return self._tag(start)
            case "&":
                return self._entity(start)
            case _:
                return self._formula(start, end)

    def _drop(self, start: int, end: int, resume: int, text: str = "") -> int:
        self.edits.append(Edit(start, end, text))
        return resume

    def _code(self, start: int, end: int) -> int:
        if self._ticks is None:
            self._ticks = defaultdict(list)
            for run in re.finditer("`+", self.body):
                self._ticks[len(run[0])].append(run.start())
        places = self._ticks[end - start]
        index = bisect_right(places, start)
        if index == len(places):
            return end
        close = places[index] + end - start
        return self._drop(start, close, close, PLACEHOLDER)

    def _emphasis(self, start: int, end: int) -> int:
        char = self.body[start]
        before, after = self.body[start - 1 : start], self.body[end : end + 1]
        opens = bool(after) and not after.isspace() and (after.isalnum() or not before or not before.isalnum())
        closes = bool(before) and not before.isspace() and (before.isalnum() or not after or not after.isalnum())
        if char == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        elif before.isdigit() and after.isdigit():
            return end
        stack = self.openers[char]
        while closes and start < end and stack:
            opener = stack[-1]
            size = min(opener[1] - opener[0], end - start)
            self.edits += (Edit(opener[1] - size, opener[1]), Edit(start, start + size))
            opener[1] -= size
            start += size
            if opener[0] == opener[1]:
                stack.pop()
        if opens and start < end:
            stack.append([start, end])
        return end

    def _pair(self, start: int, end: int) -> int:
        """Struck text (`~~`) goes with its marks; of marked text (`==`) only the marks go."""
        char = self.body[start]
        stack = self.openers[char]
        if not stack:
            stack.append([start, end])
        elif char == "~":
            self.edits.append(Edit(stack.pop()[0], end))
        else:
            opener = stack.pop()
            self.edits += (Edit(opener[0], opener[1]), Edit(start, end))
        return end

    def _bracket(self, close: int) -> int:
        if not self.brackets:
            return close + 1
        start, inner = self.brackets.pop()
        content, after = self.body[inner : min(close, inner + 300)], close + 1
        if CITATION.match(content) and self.body[after : after + 1] not in ("(", "["):
            return self._drop(start, after, after)
        end = self._target(content, after)
        if end is None:
            return after
        if self.body[start] == "!" or (NUMBER.match(content) and follows_a_word(self.body, start)):
            return self._drop(start, end, end)
        self.edits += (Edit(start, inner), Edit(close, end))
        return end

    def _target(self, content: str, after: int) -> int | None:
        """Where the link that a bracket closes ends; None if it is no link."""
        if target := DESTINATION.match(self.body, after) or ATTRIBUTES.match(self.body, after):
            return target.end()
        if (target := REFERENCE.match(self.body, after)) and fold_label(target["label"] or content) in self.labels:
            return target.end()
        return after if fold_label(content) in self.labels else None

    def _tag(self, start: int) -> int:
        if link := AUTOLINK.match(self.body, start):
            self.edits.append(Edit(start, start + 1))
            return self._drop(link.end() - 1, link.end(), link.end())
        if self.body.startswith("<!--", start) and start < self.closing_comment:
            end = self.body.index("-->", start) + 3
            return self._drop(start, end, end)
        if lifted := raised(self.body, start):
            return self._drop(start, lifted.end, lifted.end, lifted.text)
        tag = TAG.match(self.body, start)
        if tag is None:
            return start + 1
        name = tag["name"].lower()
        return self._struck(name, tag) or self._drop(start, tag.end(), tag.end(), " " if name in BREAKS else "")

    def _struck(self, name: str, tag: re.Match[str]) -> int:
        """Leave out an element that no reader takes as said; 0 if this tag opens none."""
        if name not in STRUCK or tag[0][1] == "/":
            return 0
        if name not in self.closings:
            self.closings[name] = self.body.rfind(f"</{name}>")
        if self.closings[name] < tag.end():
            return 0
        end = self.body.index(f"</{name}>", tag.end()) + len(name) + 3
        return self._drop(tag.start(), end, end)

    def _entity(self, start: int) -> int:
        entity = ENTITY.match(self.body, start)
        if entity is None:
            return start + 1
        from html import unescape

        return self._drop(start, entity.end(), entity.end(), unescape(entity[0]))

    def _formula(self, start: int, end: int) -> int:
        formula = DISPLAY.match(self.body, start) if end - start == 2 else FORMULA.match(self.body, start)
        if formula is None or not FORMULA_SIGNS & set(formula[0]):
            return end
        return self._drop(start, formula.end(), formula.end(), PLACEHOLDER)
