"""Makes visible what a hostile text could do to a terminal, a reader's eye or the runner that keeps a log.

Control characters and bidi marks are shown by symbol or number; so is the first character of what a runner would obey.
"""

from __future__ import annotations

import re

from factcheck.text.wording import one_line

# C1 controls, DEL, the marks, embeddings, overrides and isolates of bidirectional text (Unicode TR 9; "Trojan Source",
# CVE-2021-42574), line and paragraph separators, the zero-width space and no-break space, the word joiner and its
# invisible kin, tag characters, and surrogates, which no output can encode. The joiners U+200C and U+200D stay:
# Persian and emoji are written with them.
UNSEEN = (
    "[\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# And C0, with which escape sequences begin.
HIDDEN = f"[\x00-\x1f]|{UNSEEN}"
# Where a runner listens for commands: anywhere in a line for `##[` (GitHub Actions, Azure Pipelines), `##vso[` and
# `##teamcity[`; at its start, blanks aside, for `::` (GitHub Actions).
COMMAND = r"#(?=#(?:\[|vso\[|teamcity\[))"
AT_START = r"(?m:^[^\S\n]*+:(?=:))"
HEARD = f"{COMMAND}|{AT_START}"
SYMBOLS_FOR_CONTROLS = 0x2400


def visible(text: str) -> str:
    """A piece of text with every hidden character shown: a control as its symbol (`␛`), others by number (`<U+202E>`).

    So is the first character of a command that a runner finds anywhere in a line.
    """
    # What Unicode calls printable has none of them; the expression is costly to compile and seldom needed.
    shown = text if text.isprintable() else re.sub(HIDDEN, _show, text)
    return re.sub(COMMAND, _show, shown) if "##" in shown else shown


def unheard(text: str) -> str:
    """Whole lines of output, made visible before, in which no runner finds a command."""
    return re.sub(HEARD, _show, text) if "##" in text or "::" in text else text


def _show(match: re.Match[str]) -> str:
    blank, char = match[0][:-1], match[0][-1]
    code = ord(char)
    if code < 0x20:
        return chr(SYMBOLS_FOR_CONTROLS + code)
    return "\u2421" if code == 0x7F else f"{blank}<U+{code:04X}>"


def visible_line(text: str) -> str:
    """A text on one line, its controls made visible."""
    return visible(one_line(text))
