"""The signs that a Rich Text Format file is made of, and what they stand for."""

from __future__ import annotations

import codecs

from factcheck.lean import regex as re
from factcheck.lean.record import dataclass

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
# Groups that hold no text of the document.
SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore fldinst "
    "xmlnstbl filetbl revtbl annotation atnid atnauthor bkmkstart bkmkend nonshppict ftnsep aftnsep mmathPr "
    "nonesttables shprslt listtext pntext pntxta pntxtb xe tc".split()
)
# The number or sign before an item of a list, as those show it that number none themselves.
ITEM_MARKS = frozenset({"listtext", "pntext"})
WRITTEN = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
DEEPEST = 1000
# The code pages of whole files, and those of fonts by the number of their set of characters.
PLATFORMS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
CHARSETS = {
    "0": "cp1252", "77": "mac_roman", "128": "cp932", "129": "cp949", "130": "johab", "134": "gbk", "136": "big5",
    "161": "cp1253", "162": "cp1254", "163": "cp1258", "177": "cp1255", "178": "cp1256", "186": "cp1257",
    "204": "cp1251", "222": "cp874", "238": "cp1250", "255": "cp437",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """How text is taken at a place of the file.

    skipped: it is none of the document's; sheet: it is of the list of fonts or styles; shape: of a drawn shape
    font, style: the numbers of those last named; level: of a heading, 0 for other text; item: it stands in a list
    after: how many signs stand for one that is given by its number
    into: the number of the note or text box that it belongs to, 0 for the text itself
    """

    skipped: bool = False
    sheet: str = ""
    shape: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    cell: bool = False
    font: str = ""
    style: str = ""
    level: int = 0
    item: int = 0
    after: int = 1
    into: int = 0


def code_page(number: str) -> str:
    """What Python calls a code page; "" for one that it does not know."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return ""
