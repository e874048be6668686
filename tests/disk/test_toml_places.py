"""The places of headers and keys in a TOML text, which a message about them names."""

from __future__ import annotations

from tests.rows import each

from factcheck.disk.toml_places import line_in

TEXT = """\
# [library]
plain = 1
note = '''
[library]
sources = "no key"
'''

[library]  # the first
"sources" = ["a"]
limits.size = 3

[[ document ]]
file = "a.txt"
[["document"]]
title = "T"
file = "b.txt"
"""


@each(
    ("table", "key", "number", "line"),
    [
        ("nowhere", "", 0, None),
        ("library", "plain", 0, None),
        ("", "file", 0, None),
        ("document", "", 2, None),
        ("document", "title", 0, None),
        ("", "plain", 0, 2),
        ("library", "", 0, 8),
        ("library", "sources", 0, 9),
        ("library", "limits", 0, 10),
        ("document", "", 0, 12),
        ("document", "file", 0, 13),
        ("document", "", 1, 14),
        ("document", "file", 1, 16),
    ],
)
def test_line(table: str, key: str, number: int, line: int | None) -> None:
    assert line_in(TEXT, table, key, number) == line
