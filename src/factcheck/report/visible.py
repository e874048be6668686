"""Makes visible what a hostile text could do to a terminal or a reader's eye: control characters and bidi marks."""

from __future__ import annotations

import re

# C0 and C1 controls (escape sequences begin with one), DEL, the marks, embeddings, overrides and isolates of
# bidirectional text (Unicode TR 9; "Trojan Source", CVE-2021-42574), line and paragraph separators, the zero-width
# space and no-break space, the word joiner and its invisible kin, tag characters, and surrogates, which no output can
# encode. The joiners U+200C and U+200D stay: Persian and emoji are written with them.
HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
SYMBOLS_FOR_CONTROLS = 0x2400


def visible(text: str) -> str:
    """The text with every hidden character shown: a control as its symbol (`␛`), others by number (`<U+202E>`)."""
    # What Unicode calls printable has none of them; the expression is costly to compile and seldom needed.
    return text if text.isprintable() else re.sub(HIDDEN, _show, text)


def _show(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(SYMBOLS_FOR_CONTROLS + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"
