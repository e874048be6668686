"""An edit of a hand-formatted claims file changes the lines it must, and no other."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples

from factcheck.claims import edit, load
from factcheck.claims.curation import Origin
from factcheck.claims.write import table
from factcheck.disk.rewrite import rewrite
from factcheck.disk.toml_places import headers
from factcheck.errors import ConfigError

FILE = """\
#:schema ../docs/claims.schema.json
# Bridges. Sorted by year; keep it so.

[[claim]]   # the first
  id     = 'opened'      # never change
  kind   = "date"
  subject= "East Bridge"
  value  = "1931"
  # status = "retracted"
  status = "proposed"    # to be checked
  note = \"\"\"
Opened twice.
status = "not a key"
\"\"\"

  [[claim.source]]
  document = "report"
  exact = '''opened "in" 1931'''

# The second bridge.
[[ claim ]]
id = "traffic"
kind = "count"
value = "12,000"
subject = "West Bridge"

# An inline table below.
"""

# (title, line of the table, changes, lines that go, lines that come)
EDITS = [
    (
        "a value is replaced where it stands, its comment kept",
        4,
        {"status": "confirmed"},
        ['  status = "proposed"    # to be checked'],
        ['  status = "confirmed"    # to be checked'],
    ),
    (
        "a new key goes below the table's last line, indented alike",
        4,
        {"checked-by": "Ann"},
        [],
        ['  checked-by = "Ann"'],
    ),
    (
        "a new key goes above the comments that lead on",
        21,
        {"status": "confirmed", "checked-on": "2024-05-31"},
        [],
        ['status = "confirmed"', 'checked-on = "2024-05-31"'],
    ),
    (
        "a text of several lines becomes one",
        4,
        {"note": 'Opened "once".'},
        ['  note = """', "Opened twice.", 'status = "not a key"', '"""'],
        [r'  note = "Opened \"once\"."'],
    ),
    ("what is the same stays the same", 4, {"value": "1931"}, [], []),
]


def set_keys(origin: Origin, changes: edit.Changes) -> None:
    rewrite(origin.path, lambda old: edit.with_keys(old or b"", origin, changes))


@pytest.mark.parametrize(("line", "changes", "gone", "come"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_set_keys(
    tmp_path: Path, end: str, line: int, changes: dict[str, str], gone: list[str], come: list[str]
) -> None:
    path = tmp_path / "bridges.toml"
    path.write_bytes(FILE.replace("\n", end).encode())
    set_keys(Origin(path, line), changes)
    assert _changed(FILE.replace("\n", end), path) == ([row + end for row in gone], [row + end for row in come])


@pytest.mark.parametrize(
    ("text", "line", "changes"),
    [
        ('claim = [{id = "inline"}]\n', 0, {"status": "confirmed"}),
        ('[[claim]]\nid = "a"\nnote = ["a", # list\n"b"]\n', 1, {"note": "text"}),
        ('[[claim]]\nid = "a"\n', 2, {"status": "confirmed"}),
        ("[[claim]\n", 1, {"status": "confirmed"}),
    ],
    ids=["inline", "a list where a text is to stand", "no header on the line", "not TOML"],
)
def test_what_cannot_be_done_safely_is_refused(tmp_path: Path, text: str, line: int, changes: dict[str, str]) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(text)
    with pytest.raises(ConfigError):
        set_keys(Origin(path, line), changes)
    assert path.read_text() == text
    assert [child.name for child in tmp_path.iterdir()] == ["claims.toml"]


@pytest.mark.parametrize("old", ["", FILE, FILE.replace("\n", "\r\n"), FILE.rstrip(), "\ufeff# empty\n"])
def test_append_only_adds(tmp_path: Path, old: str) -> None:
    path = tmp_path / "claims.toml"
    path.write_bytes(old.encode())
    edit.append(path, lambda: '[[claim]]\nid = "new"\nkind = "count"\nsubject = "North Bridge"\nvalue = "3"\n')
    new = path.read_bytes().decode()
    assert new.startswith(old)
    assert new.count("\r\n") == new.count("\n") or "\r\n" not in new
    assert load([path]).claims[-1].subject == "North Bridge"


# The pieces of a hand-formatted file: nothing in them is in a tidy-minded library's own style.
KEYS = ["status = 'proposed'", 'status   =   "disputed" # why', 'note = """a\n[[claim]]\n"""', "note = '''\n# b'''", ""]
BETWEEN = ["", "\n", "# a comment\n", "\n\n# [[claim]]\n", "  # indented = true\n"]
SOURCES = ["", "\n[[claim.source]]\ndocument = 'a'\nexact = '''[[claim]]\nid = 1'''\n"]


@st.composite
def _files(draw: st.DrawFn) -> str:
    def any_of(options: list[str]) -> str:
        return draw(st.sampled_from(options))

    tables = []
    for number in range(draw(st.integers(1, 4))):
        indent = any_of(["", "  ", "\t"])
        keys = [f'id = "c{number}"', "kind='count'", 'subject = "S"', "value = 5", any_of(KEYS)]
        lines = "".join(f"{indent}{key}\n{any_of(BETWEEN)}" for key in draw(st.permutations(keys)) if key)
        tables.append(f"{any_of(['[[claim]]', '[[ claim ]]  # c', '  [[claim]]'])}\n{lines}{any_of(SOURCES)}")
    text = any_of(["", "\ufeff", "# head\n\n"]) + "".join(tables)
    return draw(st.sampled_from([text, text.rstrip(), text.replace("\n", "\r\n")]))


@examples(30)
@given(_files(), st.data())
def test_an_edit_changes_only_the_lines_it_must(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("claims") / "claims.toml"
    path.write_bytes(text.encode())
    claims = load([path]).claims
    claim = data.draw(st.sampled_from(claims))
    key = data.draw(st.sampled_from(["status", "note", "checked-by"]))
    value = (
        data.draw(st.sampled_from(["confirmed", 'with "marks"', "two\nlines \\ ü"])) if key != "status" else "confirmed"
    )
    set_keys(claim.origin, {key: value})

    new = path.read_bytes().decode()
    expected = tomli.loads(text.removeprefix("\ufeff"))
    expected["claim"][claims.index(claim)][key] = value
    assert tomli.loads(new.removeprefix("\ufeff")) == expected
    gone, come = _changed(text, path)
    assert len(come) <= 1 or not text.endswith("\n")
    assert all(
        key in line or line.rstrip() in {"a", "[[claim]]", '"""', "# b'''", text.splitlines()[-1]} for line in gone
    )
    assert [h.name for h in headers(new)] == [h.name for h in headers(text)]


@examples(20)
@given(_files())
def test_an_appended_table_leaves_what_was_there(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("claims") / "claims.toml"
    path.write_bytes(text.encode())
    before = load([path]).claims
    edit.append(path, lambda: table("ruling", {"conflict": "x", "keep": "c0", "reason": 'two\nlines, "marked"'}))
    after = load([path])
    assert path.read_bytes().decode().startswith(text)
    assert after.claims == before
    assert [ruling.reason for ruling in after.rulings] == ['two\nlines, "marked"']


def _changed(old: str, path: Path) -> tuple[list[str], list[str]]:
    new = path.read_bytes().decode()
    delta = list(difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True)))
    return [row[2:] for row in delta if row[0] == "-"], [row[2:] for row in delta if row[0] == "+"]
