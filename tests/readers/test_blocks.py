"""The blocks that each format yields: their part on the page, their depth, and the words that govern them."""

from __future__ import annotations

from tests.rows import each

from factcheck import readers

# A title, the suffix, the file, and its blocks as "role[level] text <lead>".
PAGES = [
    (
        "plain paragraphs, one a line",
        ".txt",
        "Title of the page\n\nFirst one.\nSecond one.\n\nThird.\n",
        ["heading1 Title of the page", "prose First one.", "prose Second one.", "prose Third."],
    ),
    (
        "plain text wrapped by a program",
        ".txt",
        "The council agreed on Tuesday to rebuild the northern harbour, and\nset aside a first sum for the piers. The"
        " board had asked for it since\nMay.\n\nFishermen said so.\n",
        [
            "prose The council agreed on Tuesday to rebuild the northern harbour, and\nset aside a first sum for the"
            " piers. The board had asked for it since\nMay.",
            "prose Fishermen said so.",
        ],
    ),
    (
        "a wrapped line that begins with a figure",
        ".txt",
        "The northern harbour was rebuilt in two steps between the years of\n2017. and 2019, at a cost that the board"
        " would\nnot name.\n",
        [
            "prose The northern harbour was rebuilt in two steps between the years of\n2017. and 2019, at a cost that"
            " the board would\nnot name."
        ],
    ),
    (
        "plain lists and section headings",
        ".txt",
        "A page of notes\n\nBackground\n\nThe council agreed on Tuesday to rebuild the northern harbour.\n\nThey are:\n"
        "- one\n- two\n  and more\n\n  1. North Group\n  2. South Group\nA line below\n",
        [
            "heading1 A page of notes",
            "heading2 Background",
            "prose The council agreed on Tuesday to rebuild the northern harbour.",
            "prose They are:",
            "item1 one <They are:>",
            "item1 two\n  and more <They are:>",
            "item1 North Group <They are:>",
            "item1 South Group <They are:>",
            "prose A line below",
        ],
    ),
    (
        "a marker before bold text, with and without its space",
        ".md",
        "- **12** boats\n\n-**14** boats\n\n-__16__ boats\n\n-18 boats\n\n*20* boats\n",
        ["item1 12 boats", "item1 14 boats", "item1 16 boats", "prose -18 boats", "prose 20 boats"],
    ),
    (
        "paragraphs that only an indent parts",
        ".txt",
        "The council agreed on Tuesday to rebuild the northern harbour at last.\n"
        "   Fishermen had waited long enough for it, the oldest of them said to\nus.\n",
        [
            "prose The council agreed on Tuesday to rebuild the northern harbour at last.",
            "prose Fishermen had waited long enough for it, the oldest of them said to\nus.",
        ],
    ),
    ("rules and blank pages", ".txt", "***\n\n- - -\n\n\f\n", []),
    (
        "Markdown headings",
        ".md",
        "# One #\n\nText\n\nTwo\n===\n\nThree\n---\n#### Four\n#no heading\n",
        ["heading1 One", "prose Text", "heading1 Two", "heading2 Three", "heading4 Four", "prose #no heading"],
    ),
    (
        "Markdown lists",
        ".md",
        "They are:\n\n* one\n  more\n* [x] two\n\n  para\n    1. deep\n* three\n\nAfter\n- four\n",
        [
            "prose They are:",
            "item1 one\nmore <They are:>",
            "item1 two <They are:>",
            "item1 para <They are:>",
            "item2 deep <They are:, para>",
            "item1 three <They are:>",
            "prose After",
            "item1 four",
        ],
    ),
    (
        "Markdown block quotations",
        ".md",
        "> one\ngoes on\n> more\n>\n> two\n\nafter\n\n> - item\n",
        ["blockquote one\ngoes on\nmore", "blockquote two", "prose after", "blockquote1 item"],
    ),
    (
        "a Markdown table",
        ".md",
        "Table: Seats\n\n| Party | 2018 | 2023\n|---|:-:|--:\n| **Reds** | 12 | `x` 15 |\n| A\\|B | | 3 |\n\nAfter\n",
        [
            "prose Table: Seats",
            "cell Party",
            "cell 2018",
            "cell 2023",
            "cell Reds <, Party, Table: Seats>",
            "cell 12 <Reds, 2018, Table: Seats>",
            "cell ￼ 15 <Reds, 2023, Table: Seats>",
            "cell A|B <, Party, Table: Seats>",
            "cell 3 <A|B, 2023, Table: Seats>",
            "prose After",
        ],
    ),
    (
        "HTML inside Markdown",
        ".md",
        "One\n\n<table>\n<tr><th>A<th>B\n\n<tr><td>c<td>**5**\n</table>\n\n<div>\ntwo\n</div>\n\nthree <b>four</b>\n",
        ["prose One", "cell A", "cell B", "cell c <, A, >", "cell **5** <c, B, >", "prose two", "prose three four"],
    ),
    (
        "a Markdown footnote",
        ".md",
        "Text.[^1]\n\n[^1]: A note of\n    two lines\n",
        ["prose Text.", "prose A note of\ntwo lines"],
    ),
    (
        "front matter that the page shows",
        ".md",
        "---\ntitle: 'Five piers'\nsubtitle: of 5\ndate: 2020\n---\nText\n",
        ["heading1 Five piers", "prose of 5", "prose Text"],
    ),
    ("a rule is no front matter", ".md", "---\n\nText\n\n---\n", ["prose Text"]),
    (
        "HTML lists",
        ".html",
        "<p>They are:<ul><li>one<ul><li>two</ul><li><p>three</p></ul><dl><dt>A<dd>B</dl>",
        [
            "prose They are:",
            "item1 one <They are:>",
            "item2 two <They are:, one>",
            "item1 three <They are:>",
            "item1 A",
            "item1 B",
        ],
    ),
    (
        "an HTML table with spans",
        ".html",
        "<table><caption>Seats</caption><thead><tr><td>Party<td colspan=2>Years<tr><td><td>2018<td>2023</thead>"
        "<tr><th rowspan=2>Reds<td>1<td>2<tr><td>3<td>4</table>",
        [
            "prose Seats",
            "cell Party",
            "cell Years",
            "cell 2018",
            "cell 2023",
            "cell Reds <, Party, Seats>",
            "cell 1 <Reds, Years 2018, Seats>",
            "cell 2 <Reds, Years 2023, Seats>",
            "cell 3 <Reds, Years 2018, Seats>",
            "cell 4 <Reds, Years 2023, Seats>",
        ],
    ),
    (
        "an HTML table that lays out the page",
        ".html",
        f"<table><tr><td><h2>Head</h2><p>{'Long text. ' * 40}</p><td>5</table>",
        ["heading2 Head", f"prose {('Long text. ' * 40).strip()}", "cell 5"],
    ),
    (
        "an HTML table inside another",
        ".html",
        "<table><tr><td><p>one</p><table><tr><td>A<td>B<tr><td>c<td>5</table>two<td>6</table>",
        ["prose one", "cell A", "cell B", "cell c <, A, >", "cell 5 <c, B, >", "prose two", "cell 6"],
    ),
    (
        "HTML blocks",
        ".html",
        "<h2>A<br>B</h2>one<br><br>two<blockquote><p>three<footer>Ana</footer></blockquote><pre>a\n b</pre><p> </p>",
        ["heading2 A\nB", "prose one", "prose two", "blockquote three", "blockquote Ana", "prose a\n b"],
    ),
    (
        "reStructuredText",
        ".rst",
        "=====\nTitle\n=====\n\nPart\n----\n\n  Said so.\n\nOne *two* ``3`` [1]_ "
        "`four <http://x/4>`_ ::\n\n   code 43\n\n- item\n\n"
        "  - deep\n\n.. image:: x.png\n   :width: 43\n\n.. note:: Mind it.\n\n====  =====\nA     B b\n"
        "====  =====\nc     5\n====  =====\n",
        [
            "heading1 Title",
            "heading2 Part",
            "blockquote Said so.",
            "prose One two ￼  four :",
            "item1 item <One two ￼  four :>",
            "item2 deep <One two ￼  four :, item>",
            "prose Mind it.",
            "cell A",
            "cell B b",
            "cell c <, A, >",
            "cell 5 <c, B b, >",
        ],
    ),
    (
        "AsciiDoc",
        ".adoc",
        "= Title\nAna Lima <a@x.org>\n\n== Part\n\nOne *two* `3` http://x/4[four] &amp; five.footnote:[n 43]\n\n----\n"
        "code 43\n----\n\n* item\n** deep\n\n____\nSaid so.\n____\n\n|===\n|A |B\n\n|c\n|5\n|===\n",
        [
            "heading1 Title",
            "heading2 Part",
            "prose One two ￼ four & five.",
            "item1 item",
            "item2 deep <item>",
            "blockquote Said so.",
            "cell A",
            "cell B",
            "cell c <, A, >",
            "cell 5 <c, B, >",
        ],
    ),
]  # fmt: skip


def blocks(text: str, suffix: str) -> list[str]:
    source = readers.read_text(text, suffix)
    return [
        f"{block.role}{block.level or ''} {source.view.text[block.span.start : block.span.end]}"
        + (f" <{', '.join(block.lead)}>" if block.lead else "")
        for block in source.blocks
    ]


@each(("suffix", "text", "expected"), [page[1:] for page in PAGES])
def test_blocks(suffix: str, text: str, expected: list[str]) -> None:
    assert blocks(text, suffix) == expected
