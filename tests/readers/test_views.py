"""What a reader of the page sees, and where in the file each part of it stands."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck import readers
from factcheck.model import Source
from factcheck.text import Span

# suffix, file, the figure as seen, the figure as it stands in the file
PLACES = [
    (".txt", "Up 43.8 percent", "43.8 percent", "43.8 percent"),
    (".txt", "\ufeffUp 43.8 percent", "43.8 percent", "43.8 percent"),
    (".txt", "😀😀 Up\r\n43.8\r\npercent", "43.8\r\npercent", "43.8\r\npercent"),
    (".txt", "paid 1,234⁵ euros", "1,234 euros", "1,234⁵ euros"),
    (".txt", "paid 1,234[12] euros", "1,234 euros", "1,234[12] euros"),
    (".txt", "five mil\u00adlion", "million", "mil\u00adlion"),
    (".txt", "cafe\u0301 no. 5", "café", "cafe\u0301"),
    (".txt", "\u202e5 men\u202c left", "5 men left", "5 men\u202c left"),
    (".md", "Up **43.8** percent", "43.8 percent", "43.8** percent"),
    (".md", "Up **43**.*8* percent", "43.8 percent", "43**.*8* percent"),
    (".md", "---\ntitle: x\n---\n\nUp 43.8 percent", "43.8 percent", "43.8 percent"),
    (".md", "paid 1,234<sup>5</sup> euros", "1,234 euros", "1,234<sup>5</sup> euros"),
    (".md", "paid 1,234[^note] euros", "1,234 euros", "1,234[^note] euros"),
    (".md", "paid 1,234[1] euros\n\n[1]: http://x.org", "1,234 euros", "1,234[1] euros"),
    (".md", "paid 1,234[1](http://x.org/9) euros", "1,234 euros", "1,234[1](http://x.org/9) euros"),
    (".md", "paid 1,234.[[2]](http://x.org/9) Or", "1,234. Or", "1,234.[[2]](http://x.org/9) Or"),
    (".md", "paid [12](http://x.org/9) euros", "12 euros", "12](http://x.org/9) euros"),
    (".html", "1,234<sup class='r'><a href='#n'><i>&#91;</i>5<i>&#93;</i></a></sup> men", "1,234 men", None),
    (".md", "> paid\n> 1,234 euros", "1,234 euros", "1,234 euros"),
    (".md", "> paid 1,234\n> euros", "1,234\neuros", "1,234\n> euros"),
    (".md", "a [rise of 5](http://x/9 \"7\") percent", "5 percent", "5](http://x/9 \"7\") percent"),
    (".md", "5&nbsp;km&sup2; big", "5\u00a0km²", "5&nbsp;km&sup2;"),
    (".md", "\\*5 percent\\*", "*5 percent*", "*5 percent\\*"),
    (".html", "<p>Up <b>43</b>.<i>8</i>&nbsp;percent", "43.8\u00a0percent", "43</b>.<i>8</i>&nbsp;percent"),
    (".html", "<p>5\n\t men<br>left", "5 men\nleft", "5\n\t men<br>left"),
    (
        ".html",
        "<p>10<sup>6</sup> of 1,234<sup><a href='#n'>5</a></sup> cells",
        "10⁶ of 1,234 cells",
        "10<sup>6</sup> of 1,234<sup><a href='#n'>5</a></sup> cells",
    ),
    (".html", "x &amp; 5 m<sup>2</sup>", "& 5 m²", "&amp; 5 m<sup>2</sup>"),
    (".html", "<p>the 1<sup>st</sup> of 5", "1st", "1<sup>st"),
    (".html", "<p>CO<sub>2</sub> in 1998<sub>28y</sub>", "CO2 in 1998 ₂₈y", "CO<sub>2</sub> in 1998<sub>28y</sub>"),
    (".md", "CO<sub>2</sub> in 1998<sub>28</sub> too", "CO2 in 1998 ₂₈ too", "CO<sub>2</sub> in 1998<sub>28</sub> too"),
]  # fmt: skip

# suffix, file, what must not be seen
UNSEEN = [
    (".txt", "paid.[3] He left.", "[3]"),
    (".txt", "paid. [3] He left. [4]", "["),
    (".txt", "“paid” [3]", "[3]"),
    (".txt", "1/ One\n\n2/ Two\n\n3/ Three", "/"),
    (".md", "1/8 One\n\n2/8 **Two**\n\n3/8 Three", "/"),
    (".md", "One (1/3)\n\nTwo (2/3)\n\nThree 3/3 \n", "3"),
    (".md", "Run `exit 43` now", "43"),
    (".md", "```\nexit 43\n```\n\ndone", "43"),
    (".md", "Say:\n\n    exit 43\n\ndone", "43"),
    (".md", "![chart of 43](c43.png) done", "43"),
    (".md", "[site](http://x.org/43) done", "43"),
    (".md", "[site]: http://x.org/43\n\nsee [site]", "43"),
    (".md", "where $x_1 = 43$ holds", "43"),
    (".md", "as shown [@hall2020, p. 43] before", "43"),
    (".md", "~~43~~ 44 men", "43"),
    (".md", "<!-- 43 --> done", "43"),
    (".md", "<!--\n43\n\n43 -->\n\ndone", "43"),
    (".md", "---\nnumber: 43\n---\n\ndone", "43"),
    (".md", "{{< figure size=43 >}}\n\ndone", "43"),
    (".md", "# Head {#s43}\n\ndone", "43"),
    (".html", "<script>43</script>done", "43"),
    (".html", "<style>p{width:43px}</style>done", "43"),
    (".html", "<nav><ul><li>43</ul></nav>done", "43"),
    (".html", "<p>a<!-- 43 -->b", "43"),
    (".html", "<div hidden><div>43</div>43</div>done", "43"),
    (".html", "<p style='display: none'>43</p>done", "43"),
    (".html", "<p>was <del>43</del> 44", "43"),
    (".html", "<p>was <span style='color:red; text-decoration: line-through'>43</span> 44", "43"),
    (".html", "<style>.a{top:0}.b{text-decoration:line-through;top:0}</style><p>was <i class='x b'>43</i> 44", "43"),
    (".html", "<div><p>a</p><div><p><a id='cmnt1'>[a]</a> 43?</p><p>Or 43.</p></div><p>b</p></div>", "43"),
    (".html", "<p><a id='cmnt12'>[l]</a> 43?</p><p>b</p>", "43"),
    (".html", "<p>so <code>43</code>", "43"),
    (".html", "<img alt='43'>done", "43"),
    (".html", "done <!-- 43", "43"),
]

# suffix, file, what must stay
SEEN = [
    (".txt", "“[t]he [17] parties”", "[t]he [17] parties"),
    (".txt", "In all, [17] parties ran. [12] won.", "In all, [17] parties ran. [12] won."),
    (".txt", "an area of 5 km² and 10⁶ cells", "5 km² and 10⁶ cells"),
    (".txt", "9/11 it was.\n\n1/3 of voters.\n\n2/3 of seats.\n", "9/11 it was.\n1/3 of voters.\n2/3 of seats."),
    (".md", "1/3 of voters and\n\n2/3 of seats", "1/3 of voters and\n2/3 of seats"),
    (".md", "$5 million and $6 million", "$5 million and $6 million"),
    (".md", "a US$5–US$6 fare, 5*3*2, snake_case_9", "US$5–US$6 fare, 5*3*2, snake_case_9"),
    (".md", "a * b and 2 ** 3", "a * b and 2 ** 3"),
    (".md", "see <https://x.org/5>", "https://x.org/5"),
    (".md", "in the year\n2017. It rained", "2017. It rained"),
    (".md", "“[t]he end” [sic]", "“[t]he end” [sic]"),
    (".md", "by [@ana](http://x.org/@ana) for O(n²)", "by @ana for O(n²)"),
    (".md", "the [style guide][the\nguide] holds\n\n[the guide]: http://x.org", "the style guide holds"),
    (".md", "name[23]-5 and a[i]", "name[23]-5 and a[i]"),
    (".html", "<![if x]>5 men<![endif]> left", "5 men left"),
    (".html", "<p style='text-decoration: none; line-height: 1'>5 men</p>", "5 men"),
    (".html", "<style>.a .b{text-decoration:line-through} .c{top:0}</style><p class='a b c'>5 men", "5 men"),
    (".html", "<p><a id='cmnt_ref1' href='#cmnt1'>5</a> men", "5 men"),
    (".html", "<div><div><p><a id='cmnt1'>[a]</a> 4?</p></div><p>5 men</p></div>", "5 men"),
    (".html", "a < b and 5 > 4", "a < b and 5 > 4"),
    (".html", "AT&T &unknown; &", "AT&T &unknown; &"),
    (".html", "tail of 5 men", "tail of 5 men"),
]


def shown(suffix: str, file: str) -> str:
    source = readers.read_text(file, suffix)
    return "\n".join(source.view.text[block.span.start : block.span.end] for block in source.blocks)


@each(("suffix", "file", "hidden"), UNSEEN)
def test_is_not_seen(suffix: str, file: str, hidden: str) -> None:
    assert hidden not in shown(suffix, file)
    assert shown(suffix, file)


@each(("suffix", "file", "kept"), SEEN)
def test_is_seen(suffix: str, file: str, kept: str) -> None:
    assert kept in shown(suffix, file)


@each(("suffix", "file", "seen", "written"), PLACES)
def test_has_its_place(suffix: str, file: str, seen: str, written: str | None) -> None:
    source = readers.read_text(file, suffix)
    at = source.view.text.index(seen)
    start, end = source.view.origin(Span(at, at + len(seen)))
    assert source.text[start:end] == (written or file)


MARKUP = st.sampled_from(
    [
        "::\n\n", "===\n", "=== ===\n", ".. note:: ", ".. x::\n", "|===\n", "----\n", "____\n",
        "* ", "** ", "[1]_", "x[y]",
        "a", "43", " ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "``", "[", "](", "]", ")", "![", "<", "<b>",
        "</b>", "<p>", "<br>", "<td>", "<table>", "<li>", "<sup>5</sup>", "&amp;", "&", "#", "# ", "> ", "- ",
        "1. ", "|", "|-|", "\\", "$", "~~", "==", "---\n", "⁵", "e\u0301", "\u00ad", "\ufeff", "😀", "<!--", "-->",
        "[^1]", ":", "=", "{", "}",
    ]
)  # fmt: skip


def is_sound(source: Source) -> bool:
    """Places tile the visible text from left to right, inside the file, and verbatim where they say so."""
    pieces = source.view.pieces
    ordered = all(before.at < after.at and before.end <= after.start for before, after in pairwise(pieces))
    inside = all(0 <= piece.start <= piece.end <= len(source.text) for piece in pieces)
    return ordered and inside and (not pieces or pieces[0].at == 0)


@examples(100)
@given(st.lists(MARKUP, max_size=30).map("".join), st.sampled_from([".txt", ".md", ".html", ".rst", ".adoc"]))
def test_any_text_is_read_with_sound_places(text: str, suffix: str) -> None:
    source = readers.read_text(text, suffix)
    assert source.text == text
    assert is_sound(source)
    spans = [block.span for block in source.blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert source.view.text[span.start : span.end].strip() == source.view.text[span.start : span.end] != ""
        start, end = source.view.origin(span)
        assert 0 <= start <= end <= len(text)


@examples()
@given(st.text(max_size=60).filter(lambda text: "\x00" not in text))
def test_plain_letters_map_to_themselves(text: str) -> None:
    source = readers.read_text(text, ".txt")
    for at, char in enumerate(source.view.text):
        start, end = source.view.origin(Span(at, at + 1))
        assert char in text[start:end] or end - start > 1
